/** The longest name or source text of HubSpot's that is shown, in characters. */
const MAX_NAME = 120;

const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** Marks that turn the direction of what follows or are not seen; unpaired surrogates. */
const INVISIBLE = /[\p{Cf}\p{Cs}]/gu;

/**
 * A text of HubSpot's on one line: without control characters, marks that turn the writing direction and other
 * characters that are not seen, and cut at `max` characters.
 */
export function reportedText(text: string, max = MAX_NAME): string {
  const line = text.replace(INVISIBLE, '').replace(UNSAFE, ' ').trim();
  if (line.length <= max) return line;
  // A character takes two code units at most, so this part is long enough to cut.
  const characters = [...line.slice(0, 2 * max + 2)];
  return characters.length <= max ? line : `${characters.slice(0, max).join('')}…`;
}

/** The text of a source as HubSpot gives it; nothing where it says that there is none. */
export function reportedSource(...texts: readonly (string | undefined)[]): string | undefined {
  return texts
    .map((text) => reportedText(text ?? ''))
    .find((text) => text !== '' && !SAYS_NOTHING.has(text.toUpperCase().replace(/[\s-]+/g, '_')));
}

/** HubSpot's words for "no source" (hubspot/apis.md §1.3, §2.1, §2.4). */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'UNKNOWN',
  'OTHER',
  'NOT_SPECIFIED',
  'SOURCE_UNKNOWN',
]);
