import { unreadable } from './client.ts';

/**
 * Text of HubSpot's, such as an address or an id, as one encoded part of a path. Throws `HubSpotTrouble`
 * (`unreadable-answer`) where no path can hold it: half a surrogate pair, and the parts "." and "..", which lead to
 * another endpoint however they are encoded (WHATWG URL, "single-dot" and "double-dot URL path segment").
 */
export function pathPart(text: string): string {
  if (text === '.' || text === '..') throw unreadable();
  return encodeURIComponent(urlText(text));
}

/**
 * Text of HubSpot's for a query, which encodes it. Throws `HubSpotTrouble` (`unreadable-answer`) for half a surrogate
 * pair: a query would ask for U+FFFD in its place, and so for somebody else.
 */
export function urlText(text: string): string {
  if (/\p{Cs}/u.test(text)) throw unreadable();
  return text;
}
