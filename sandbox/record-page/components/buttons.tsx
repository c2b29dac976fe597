import type {
  ButtonProps,
  ButtonRowProps,
  LinkProps,
  LoadingButtonProps,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useOverlay } from './overlay.tsx';

export function Button(props: ButtonProps) {
  const { press, drawn } = useOverlay(props.overlay, props.onClick);
  const isSmall = props.size !== undefined && props.size !== 'md' && props.size !== 'medium';
  return (
    <>
      <button
        type={props.type ?? 'button'}
        className={`hs-button ${props.variant ?? 'secondary'} ${isSmall ? 'small' : ''}`}
        disabled={props.disabled ?? false}
        data-test-id={props.testId}
        onClick={press}
      >
        {props.children}
      </button>
      {drawn}
    </>
  );
}

export function LoadingButton(props: LoadingButtonProps) {
  const { loading, overlayOptions: _, resultIconName: __, ...button } = props;
  return <Button {...button} disabled={(loading ?? false) || (props.disabled ?? false)} />;
}

export function ButtonRow(props: ButtonRowProps) {
  return (
    <div className="hs-button-row" data-test-id={props.testId}>
      {props.children}
    </div>
  );
}

/** HubSpot opens another site's address in a tab of its own. */
export function Link(props: LinkProps) {
  const { press, drawn } = useOverlay(props.overlay, props.onClick);
  const href = typeof props.href === 'string' ? props.href : props.href.url;
  const isSafe = /^(https?:|mailto:|#|\/)/.test(href);
  return (
    <>
      <a
        className={`hs-link ${props.variant ?? 'primary'}`}
        href={isSafe ? href : '#'}
        target="_blank"
        rel="noreferrer"
        data-test-id={props.testId}
        onClick={(event) => {
          if (props.preventDefault || props.overlay !== undefined || !isSafe || href === '#') {
            event.preventDefault();
          }
          press();
        }}
      >
        {props.children}
      </a>
      {drawn}
    </>
  );
}
