/** How a call goes wrong. A slow, silent or cut call is carried out by the listening server, after the answer is made. */
export type Fault =
  | { readonly kind: 'status'; readonly status: 404 | 429 | 500 | 502 | 503 | 504 }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** The connection is cut; `write` says whether the call took effect first. */
  | { readonly kind: 'cut'; readonly write: 'lost' | 'done' }
  /** No answer ever comes, and the connection stays open. */
  | { readonly kind: 'silent'; readonly write: 'lost' | 'done' };

/**
 * The next `times` calls whose path begins with `path` (and whose method is `method`, if given) go wrong.
 * In `path` a `*` stands for one part of a path, and a `$` at its end says that nothing follows.
 */
export interface Failure {
  readonly path: string;
  readonly method?: string;
  readonly times: number;
  readonly fault: Fault;
}

interface Failures {
  add(failure: Failure): void;
  /** The fault that this call meets; counts down. The oldest matching failure comes first. */
  next(method: string, path: string): Fault | undefined;
  /** What has not happened yet, with how often it still will. */
  waiting(): readonly Failure[];
  clear(): void;
}

export function failuresOnRequest(): Failures {
  let waiting: { readonly failure: Failure; left: number }[] = [];
  return {
    add(failure) {
      waiting.push({ failure, left: failure.times });
    },
    next(method, path) {
      const met = waiting.find(
        ({ failure, left }) =>
          left > 0 &&
          isMeant(failure.path, path) &&
          (failure.method === undefined || failure.method === method),
      );
      if (met === undefined) return undefined;
      met.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return met.failure.fault;
    },
    waiting: () => waiting.map(({ failure, left }) => ({ ...failure, times: left })),
    clear() {
      waiting = [];
    },
  };
}

function isMeant(wanted: string, path: string): boolean {
  const isWhole = wanted.endsWith('$');
  const parts = (isWhole ? wanted.slice(0, -1) : wanted).split('*').map((part) => literally(part));
  return new RegExp(`^${parts.join('[^/]+')}${isWhole ? '$' : ''}`).test(path);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
