import * as React from 'react';
import { useEffect, useState } from 'react';

/** What a card hands to `actions.addAlert`. */
export interface CardAlert {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
  readonly title?: string;
  readonly message: string;
}

export interface Alerts {
  add(alert: CardAlert): void;
  listen(callback: (alert: CardAlert) => void): () => void;
}

export function alerts(): Alerts {
  const listeners = new Set<(alert: CardAlert) => void>();
  return {
    add: (alert) => {
      for (const listener of listeners) listener(alert);
    },
    listen: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
}

const SHOWN_MS = 8_000;

/** The page's banners, one under the other; each goes after a while or when it is closed. */
export function AlertBanners({
  alerts: all,
  close,
}: {
  readonly alerts: Alerts;
  readonly close: string;
}) {
  const [shown, setShown] = useState<readonly CardAlert[]>([]);
  useEffect(() => {
    const timers = new Set<number>();
    const drop = (alert: CardAlert) => {
      setShown((before) => before.filter((one) => one !== alert));
    };
    const stop = all.listen((alert) => {
      setShown((before) => [...before, alert]);
      timers.add(window.setTimeout(drop, SHOWN_MS, alert));
    });
    return () => {
      stop();
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, [all]);
  return (
    <div className="banners" role="status">
      {shown.map((alert, index) => (
        <div key={index} className={`hs-alert ${alert.type ?? 'info'}`}>
          <div>
            {alert.title === undefined ? null : <strong>{alert.title}</strong>}
            {alert.message}
          </div>
          <button
            type="button"
            aria-label={close}
            onClick={() => {
              setShown((before) => before.filter((one) => one !== alert));
            }}
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
