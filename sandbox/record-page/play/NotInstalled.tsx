import * as React from 'react';
import type { Language } from '../words.ts';
import { playWords } from './words/index.ts';

/** Stands where a card would, on an account in which the app can't be. */
export function NotInstalled({ language }: { readonly language: Language }) {
  const { title, why, next } = playWords[language].notInstalled;
  return (
    <div className="hs-alert info">
      <strong>{title}</strong>
      <p>{why}</p>
      <p>{next}</p>
    </div>
  );
}
