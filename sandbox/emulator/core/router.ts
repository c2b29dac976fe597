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
 * `…/contacts/search` is never taken for the contact `search`. A slash at the end makes no difference.
 */
export function router<R extends Pathed>(
  routes: readonly R[],
): (method: string, path: string) => Found<R> | undefined {
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
      if (!pattern.every((part, at) => isOpen(part) || part === given[at])) continue;
      return { route, parts: given.filter((_, at) => isOpen(pattern[at] ?? '')) };
    }
    return undefined;
  };
}

function split(path: string): readonly string[] {
  const parts = path.split('/').slice(1);
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
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
