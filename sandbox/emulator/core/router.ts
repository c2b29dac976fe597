/** What a path must look like to be found: method, and the path with parts in braces. */
interface Pathed {
  readonly method: string;
  readonly path: string;
  readonly also?: readonly string[];
}

interface Found<R> {
  readonly route: R;
  /** The parts in braces, still encoded, in the order of the path. */
  readonly parts: readonly string[];
}

/**
 * Finds the route of a call. Where two fit, the one with the longer spelled-out beginning wins, so
 * `…/contacts/search` is never taken for the contact `search`. A slash at the end makes no difference; an
 * empty part is the value of no parameter.
 * `neighbours` are paths that have a meaning of their own, whatever the method and whether or not a route
 * serves them: a route that leaves open what one of them spells out does not take their calls.
 */
export function router<R extends Pathed>(
  routes: readonly R[],
  neighbours: readonly string[] = [],
): (method: string, path: string) => Found<R> | undefined {
  const known = neighbours.map(split);
  const byShape = new Map<string, { route: R; pattern: readonly string[] }[]>();
  for (const route of routes) {
    for (const path of [route.path, ...(route.also ?? [])]) {
      const pattern = split(path);
      const key = shapeOf(route.method, pattern);
      const same = byShape.get(key) ?? [];
      same.push({ route, pattern });
      byShape.set(key, same.sort(spelledOutFirst));
    }
  }
  return (method, path) => {
    const given = split(path);
    for (const { route, pattern } of byShape.get(shapeOf(method, given)) ?? []) {
      if (!fits(pattern, given)) continue;
      const isMeant = !known.some(
        (other) =>
          fits(other, given) &&
          other.some((part, at) => !isOpen(part) && isOpen(pattern[at] ?? '')),
      );
      if (!isMeant) return undefined;
      return { route, parts: given.filter((_, at) => isOpen(pattern[at] ?? '')) };
    }
    return undefined;
  };
}

function split(path: string): readonly string[] {
  const parts = path.split('/').slice(1);
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

function fits(pattern: readonly string[], given: readonly string[]): boolean {
  return (
    pattern.length === given.length &&
    pattern.every((part, at) => (isOpen(part) ? given[at] !== '' : part === given[at]))
  );
}

function shapeOf(method: string, parts: readonly string[]): string {
  return `${method} ${String(parts.length)}`;
}

function isOpen(part: string): boolean {
  return part.startsWith('{') && part.endsWith('}');
}

function spelledOutFirst(
  a: { readonly pattern: readonly string[] },
  b: { readonly pattern: readonly string[] },
): number {
  const at = a.pattern.findIndex((part, index) => isOpen(part) !== isOpen(b.pattern[index] ?? ''));
  return at < 0 ? 0 : isOpen(a.pattern[at] ?? '') ? 1 : -1;
}
