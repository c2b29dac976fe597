import * as React from 'react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { FIRST, type Language as CardLanguage } from '../../src/app/words/first.ts';
import type { Listing } from '../stage/view.ts';
import { Record } from './Record.tsx';
import { pageLanguage, words } from './words.ts';

const query = new URLSearchParams(window.location.search);

/** Language and contact stand in the address, so that a situation can be linked to. */
function Page({ listing }: { readonly listing: Listing }) {
  const cardLanguage = wantedLanguage();
  const language = pageLanguage(cardLanguage);
  const said = words[language];
  const scenario =
    listing.scenarios.find(({ id }) => id === query.get('contact')) ?? listing.scenarios[0];
  const portal = listing.portals.find(({ id }) => id === scenario?.portalId);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (scenario === undefined || portal === undefined) return null;
  return (
    <>
      <header className="bar">
        <strong>{said.sandbox}</strong>
        <label>
          {said.contact}
          <select
            value={scenario.id}
            onChange={({ target }) => {
              open(target.value, cardLanguage);
            }}
          >
            {GROUPS.map((group) => (
              <optgroup key={group} label={said.group[group]}>
                {listing.scenarios
                  .filter((one) => one.group === group)
                  .map(({ id, title }) => (
                    <option key={id} value={id}>
                      {`${id} · ${title[language]}`}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <select
          aria-label="Language / 言語"
          value={cardLanguage}
          onChange={({ target }) => {
            open(scenario.id, target.value);
          }}
        >
          {Object.entries(NAMES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          onClick={() => {
            void fetch('/api/reset', { method: 'POST' }).then(() => {
              window.location.reload();
            });
          }}
        >
          {said.reset}
        </button>
      </header>
      <p className="notice">{said.notice}</p>
      <Record {...{ scenario, portal, listing, language, cardLanguage }} />
    </>
  );
}

const GROUPS = ['question', 'beside'] as const;
const NAMES: Readonly<Record<CardLanguage, string>> = {
  en: 'English',
  ja: '日本語',
  de: 'Deutsch',
};

function wantedLanguage(): CardLanguage {
  const wanted = query.get('lang') ?? 'en';
  return Object.hasOwn(FIRST, wanted) ? (wanted as CardLanguage) : 'en';
}

function open(contact: string, language: string): void {
  window.location.search = new URLSearchParams({ contact, lang: language }).toString();
}

const root = document.getElementById('root');
if (root !== null) {
  void fetch('/api/listing')
    .then((response) => response.json() as Promise<Listing>)
    .then((listing) => {
      createRoot(root).render(<Page listing={listing} />);
    });
}
