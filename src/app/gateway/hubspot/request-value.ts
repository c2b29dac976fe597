import type { MarketingTarget } from '../ports.ts';

/** What stands in the request property: `set_marketing:ID` or `set_non_marketing:ID`. Each request has a new value, so that the workflow sees it as a change. */
const WORDS: Readonly<Record<MarketingTarget, string>> = {
  marketing: 'set_marketing',
  'non-marketing': 'set_non_marketing',
};

/** What `contract/requests.ts` takes for a request's id. */
const REQUEST_ID = /^[A-Za-z0-9._:-]{8,100}$/;

export function requestValue(to: MarketingTarget, requestId: string): string {
  return `${WORDS[to]}:${requestId}`;
}

/**
 * Reads a value, whoever wrote it. Without an id of our form it still tells what it asks for, since a
 * workflow may act on it; `undefined` for a value that begins with neither word.
 */
export function readRequest(
  value: string,
): { readonly to: MarketingTarget; readonly requestId?: string } | undefined {
  const colon = value.indexOf(':');
  const word = colon < 0 ? value : value.slice(0, colon);
  const to = TARGETS.find((one) => WORDS[one] === word.trim().toLowerCase());
  if (to === undefined) return undefined;
  const requestId = colon < 0 ? '' : value.slice(colon + 1);
  return REQUEST_ID.test(requestId) ? { to, requestId } : { to };
}

export const TARGETS: readonly MarketingTarget[] = ['marketing', 'non-marketing'];
