import { useEffect } from 'react';

/** Calls back after so many milliseconds, anew for each `mark`; not at all where there is no time to wait. */
export function useLater(ms: number | undefined, mark: unknown, callback: () => void): void {
  useEffect(() => {
    if (ms === undefined) return;
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  }, [ms, mark, callback]);
}
