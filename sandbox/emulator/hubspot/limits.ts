import { rollingLimit } from '../core/rate-limit.ts';
import type { Portal } from './entities.ts';
import { refusals, type Refusal } from './refusals.ts';

/** 100 on Free and Starter, 190 on Professional and Enterprise, for one private app in one account (hubspot/apis.md §7). */
export type CallsPerTenSeconds = 'off' | 100 | 190;

interface Taken {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: Refusal;
}

const TEN_SECONDS = 10_000;

/** Whether a refused call counts against the window too is not known; here it does not. */
export function callLimits() {
  const searches = rollingLimit(5, 1000);
  let max: CallsPerTenSeconds = 'off';
  let calls = rollingLimit(0, TEN_SECONDS);
  return {
    set(to: CallsPerTenSeconds) {
      max = to;
      calls = rollingLimit(to === 'off' ? 0 : to, TEN_SECONDS);
      searches.clear();
    },
    /** Searches have a limit of their own, five a second, and their answers carry no limit headers. */
    take({ id }: Portal, path: string, now: number): Taken {
      if (max === 'off') return { headers: {} };
      const isSearch = path.endsWith('/search');
      if (isSearch && searches.take(String(id), now) === undefined) {
        return { headers: {}, refusal: refusals.searchLimited() };
      }
      const left = calls.take(String(id), now);
      const headers = isSearch
        ? {}
        : {
            'x-hubspot-ratelimit-max': String(max),
            'x-hubspot-ratelimit-remaining': String(left ?? 0),
            'x-hubspot-ratelimit-interval-milliseconds': String(TEN_SECONDS),
          };
      return left === undefined ? { headers, refusal: refusals.rateLimited() } : { headers };
    },
  };
}
