import { useEffect, useState } from 'react';
import type { Instant } from '#evidence/consent-event.ts';

/**
 * Whether a time is over. The time left is counted by the function's clock, from when it read; the reader's own
 * may be wrong by more than the whole of it.
 */
export function useIsOver(until: Instant, readAt: Instant): boolean {
  const left = Date.parse(until) - Date.parse(readAt);
  const mark = `${until} ${readAt}`;
  const [over, setOver] = useState('');
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => {
      setOver(mark);
    }, left);
    return () => {
      clearTimeout(timer);
    };
  }, [left, mark]);
  return left <= 0 || over === mark;
}
