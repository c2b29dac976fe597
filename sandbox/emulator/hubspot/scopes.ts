/**
 * What a call needs: any one of these, as `security` in HubSpot's OpenAPI files says. Scopes that are needed together stand in one text, separated by a space,
 * as OAuth writes them. An empty list asks for none.
 */
export type Scopes = readonly string[];

/** Has the app been granted what a call needs? */
export function isGranted(needed: Scopes, granted: readonly string[]): boolean {
  return (
    needed.length === 0 ||
    needed.some((together) => together.split(' ').every((scope) => granted.includes(scope)))
  );
}

/** Each scope that is named, once. */
export function scopesIn(needed: Scopes): string[] {
  return [...new Set(needed.flatMap((together) => together.split(' ')))];
}
