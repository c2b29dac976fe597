import * as z from 'zod/mini';

/** A name out of a list of ours or HubSpot's: never free text, so never a person's words. */
export const token = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:+-]{0,99}$/));

/** A HubSpot id. Digits only, so that nobody can put an address in its place. */
export const id = z.string().check(z.regex(/^\d{1,20}$/));

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  z.refine((text) => {
    const ms = Date.parse(text);
    return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
  }),
);

export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A position in a chain, from 0. */
export const position = z.int().check(z.nonnegative());
