/** What a request's body holds, of unknown shape until looked at. */

export function textIn(
  given: Readonly<Record<string, unknown>>,
  field: string,
): string | undefined {
  const value = given[field];
  return typeof value === 'string' ? value : undefined;
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The inputs of a batch; undefined where they are no list of objects. */
export function inputsIn(
  body: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] | undefined {
  const inputs = body['inputs'];
  return Array.isArray(inputs) && inputs.every(isObject) ? inputs : undefined;
}

/** The 2026-03 and 2026-09 paths, against v3 and v4. */
export function isDated(path: string): boolean {
  return /\/20\d\d-\d\d(\/|$)/.test(path);
}
