import type {
  AlertProps,
  HeadingProps,
  LoadingSpinnerProps,
  TextProps,
} from '@hubspot/ui-extensions';
import * as React from 'react';

const WEIGHT = { regular: 400, demibold: 700, bold: 700 };

export function Text(props: TextProps) {
  const Tag = props.inline ? 'span' : 'p';
  const weight = props.format?.fontWeight;
  return (
    <Tag
      className={props.variant === 'microcopy' ? 'hs-micro' : undefined}
      style={weight === undefined ? undefined : { fontWeight: WEIGHT[weight] }}
      data-test-id={props.testId}
    >
      {props.children}
    </Tag>
  );
}

export function Heading(props: HeadingProps) {
  return (
    <h2 className="hs-heading" data-test-id={props.testId}>
      {props.children}
    </h2>
  );
}

export function Alert(props: AlertProps) {
  return (
    <div className={`hs-alert ${props.variant ?? 'info'}`} data-test-id={props.testId}>
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}

export function LoadingSpinner(props: LoadingSpinnerProps) {
  return (
    <div
      className={`hs-spinner ${props.layout ?? 'inline'}`}
      role="status"
      aria-label={props.label}
    >
      {props.showLabel ? props.label : null}
    </div>
  );
}
