import { rollingLimit } from '../core/rate-limit.ts';
import type { Assumptions } from './assumptions.ts';
import { refusals, type Refusal } from './refusals.ts';

/** 100 on Free and Starter, 190 on Professional and Enterprise, for one private app in one account (hubspot/apis.md §7). */
export type CallsPerTenSeconds = 'off' | 100 | 190;

interface Taken {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Refusal;
}

const ONE_SECOND = 1_000;
const TEN_SECONDS = 10_000;
const SEARCHES = 5;

/** Counts each portal's calls. Searches have a limit of their own too, and their answers carry no limit headers. */
export function callLimits({ refusedCallsCount, retryAfter }: Assumptions) {
  const limitOf = (most: number, windowMs: number) =>
    rollingLimit(most, windowMs, { countsRefused: refusedCallsCount });
  const wait = (ms: number) => ({
    'retry-after': String(retryAfter === 'seconds' ? Math.ceil(ms / 1000) : ms),
  });
  let max: CallsPerTenSeconds = 'off';
  let searches = limitOf(SEARCHES, ONE_SECOND);
  let calls = limitOf(0, TEN_SECONDS);
  return {
    set(to: CallsPerTenSeconds) {
      max = to;
      searches = limitOf(SEARCHES, ONE_SECOND);
      calls = limitOf(to === 'off' ? 0 : to, TEN_SECONDS);
    },
    take(portalId: number, path: string, now: number): Taken {
      if (max === 'off') return { headers: {} };
      const isSearch = path.endsWith('/search');
      if (isSearch && searches.take(String(portalId), now) === undefined) {
        return { headers: wait(ONE_SECOND), refusal: refusals.searchLimited() };
      }
      const left = calls.take(String(portalId), now);
      const headers = isSearch
        ? {}
        : {
            'x-hubspot-ratelimit-max': String(max),
            'x-hubspot-ratelimit-remaining': String(left ?? 0),
            'x-hubspot-ratelimit-interval-milliseconds': String(TEN_SECONDS),
          };
      return left === undefined
        ? { headers: { ...headers, ...wait(TEN_SECONDS) }, refusal: refusals.rateLimited() }
        : { headers };
    },
  };
}
