import type {
  AccordionProps,
  DescriptionListItemProps,
  DescriptionListProps,
  EmptyStateProps,
  ErrorStateProps,
  ListProps,
  ProgressBarProps,
  TileProps,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';

export function Accordion(props: AccordionProps) {
  const [own, setOwn] = useState(props.defaultOpen ?? false);
  const isOpen = props.open ?? own;
  return (
    <div className="hs-accordion" data-test-id={props.testId}>
      <button
        type="button"
        aria-expanded={isOpen}
        disabled={props.disabled ?? false}
        onClick={() => {
          setOwn(!isOpen);
          props.onClick?.();
        }}
      >
        {props.title}
      </button>
      {isOpen ? <div>{props.children}</div> : null}
    </div>
  );
}

export function Tile(props: TileProps) {
  return (
    <div className={`hs-tile ${props.compact ? 'compact' : ''}`} data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

/** HubSpot makes an item of each child. */
export function List(props: ListProps) {
  const Kind = props.variant?.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Kind className={`hs-list ${props.variant ?? 'unordered'}`} data-test-id={props.testId}>
      {React.Children.map(props.children, (child) => (
        <li>{child}</li>
      ))}
    </Kind>
  );
}

export function DescriptionList(props: DescriptionListProps) {
  return (
    <dl className={`hs-pairs ${props.direction ?? 'column'}`} data-test-id={props.testId}>
      {props.children}
    </dl>
  );
}

export function DescriptionListItem(props: DescriptionListItemProps) {
  return (
    <div data-test-id={props.testId}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

export function EmptyState(props: EmptyStateProps) {
  return (
    <div className="hs-state" data-test-id={props.testId}>
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}

export function ErrorState(props: ErrorStateProps) {
  return (
    <div className="hs-state" data-test-id={props.testId}>
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}

export function ProgressBar(props: ProgressBarProps) {
  const most = props.maxValue ?? props.valueMax ?? 100;
  return (
    <div className="hs-progress" data-test-id={props.testId}>
      <span>{props.title}</span>
      <progress
        value={props.value ?? 0}
        max={most}
        aria-label={props['aria-label'] ?? props.title}
      />
      {props.showPercentage ? (
        <span>{`${String(Math.round(((props.value ?? 0) / most) * 100))}%`}</span>
      ) : null}
      <span className="hs-micro">{props.valueDescription}</span>
    </div>
  );
}
