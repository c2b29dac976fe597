import * as React from 'react';

/** A component that this page can't draw is named where it would stand; the rest of the card goes on. */
export function unknown(name: string) {
  return function Unknown(props: { readonly children?: React.ReactNode }) {
    return (
      <div role="alert" className="hs-alert danger">
        <strong>{`The sandbox can’t draw <${name}>.`}</strong>
        {props.children}
      </div>
    );
  };
}
