import type { IconProps, StatusTagProps, TagProps, TooltipProps } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useOverlay } from './overlay.tsx';

export function StatusTag(props: StatusTagProps) {
  return (
    <span
      className={`hs-status ${props.variant ?? 'default'} ${props.hollow ? 'hollow' : ''}`}
      data-test-id={props.testId}
    >
      {props.children}
    </span>
  );
}

export function Tag(props: TagProps) {
  const { press, drawn } = useOverlay(props.overlay, props.onClick);
  const className = `hs-tag ${props.variant ?? 'default'}`;
  if (props.onClick === undefined && props.overlay === undefined) {
    return (
      <span className={className} data-test-id={props.testId}>
        {props.children}
      </span>
    );
  }
  return (
    <>
      <button type="button" className={className} data-test-id={props.testId} onClick={press}>
        {props.children}
      </button>
      {drawn}
    </>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  success: '✓',
  warning: '⚠',
  info: 'ℹ',
  remove: '×',
  add: '+',
  email: '✉',
  date: '▦',
  question: '?',
};

/** HubSpot's drawings are its own; a sign stands in, and the name where there is none. */
export function Icon(props: IconProps) {
  return (
    <span className={`hs-icon ${props.color ?? 'inherit'}`} data-test-id={props.testId}>
      <span aria-hidden title={props.name}>
        {SIGNS[props.name] ?? '•'}
      </span>
      {props.screenReaderText === undefined ? null : (
        <span className="hs-unseen">{props.screenReaderText}</span>
      )}
    </span>
  );
}

export function Tooltip(props: TooltipProps) {
  return (
    <span role="tooltip" data-test-id={props.testId}>
      {props.children}
    </span>
  );
}
