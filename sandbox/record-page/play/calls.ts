import type { Failure, Fault } from '../../emulator/core/failures.ts';

/** The calls that can be made to fail by hand: where they go, whatever version of HubSpot's paths they use. */
export const CALLS = {
  everything: { path: '/' },
  contact: { path: '/crm/*/*/contacts' },
  definitions: { path: '/communication-preferences/*/definitions' },
  statuses: { path: '/communication-preferences/*/statuses/*$', method: 'GET' },
  unsubscribeAll: { path: '/communication-preferences/*/statuses/*/unsubscribe-all' },
  optOut: { path: '/communication-preferences/*/statuses/*$', method: 'POST' },
  subscribe: { path: '/communication-preferences/v3/subscribe', method: 'POST' },
  token: { path: '/oauth/' },
} as const satisfies Readonly<Record<string, Pick<Failure, 'path' | 'method'>>>;

export type CallId = keyof typeof CALLS;

/** How they fail, each under an id that both languages have words for. */
export const FAULTS = {
  busy: () => ({ kind: 'status', status: 429 }),
  failing: () => ({ kind: 'status', status: 500 }),
  gateway: () => ({ kind: 'status', status: 502 }),
  silent: () => ({ kind: 'silent', write: 'done' }),
  cutBefore: () => ({ kind: 'cut', write: 'lost' }),
  cutAfter: () => ({ kind: 'cut', write: 'done' }),
  slow: (ms) => ({ kind: 'slow', ms }),
  malformed: () => ({ kind: 'malformed' }),
} as const satisfies Readonly<Record<string, (ms: number) => Fault>>;

export type FaultId = keyof typeof FAULTS;

/** The call that a failure waits for, where it is one of those above. */
export function callOf({ path, method }: Failure): CallId | undefined {
  return (Object.keys(CALLS) as CallId[]).find((id) => {
    const call: Pick<Failure, 'path' | 'method'> = CALLS[id];
    return call.path === path && call.method === method;
  });
}
