import { HubSpotTrouble } from '../trouble.ts';

/** An answer of HubSpot's, whichever door of the client it came through. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Time and chance come from outside, so that a test can give others. */
export interface CallLimits {
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** Attempts in all. Writes are tried once: whether the first took effect is read, not guessed. */
  readonly attempts: number;
  /** Milliseconds that all calls together still have; a call is not begun when none are left. */
  readonly remainingMs: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** The only place that reads HubSpot's status and category, and the only one that tries again. */
export async function call(
  kind: 'read' | 'write',
  attempt: () => Promise<Answer>,
  limits: CallLimits,
): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    const left = limits.remainingMs();
    if (left <= 0) throw new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: false });
    const outcome = await once(kind, attempt, Math.min(limits.timeoutMs, left));
    if (!(outcome instanceof HubSpotTrouble)) return outcome.body;
    if (kind === 'write' || tried >= limits.attempts || !worthAnotherTry(outcome)) throw outcome;
    await limits.wait(150 * tried);
  }
}

async function once(
  kind: 'read' | 'write',
  attempt: () => Promise<Answer>,
  timeoutMs: number,
): Promise<Answer | HubSpotTrouble> {
  const isWrite = kind === 'write';
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HubSpotTrouble>((resolve) => {
    timer = setTimeout(() => {
      resolve(new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: isWrite }));
    }, timeoutMs);
  });
  const answered = attempt().then(
    (answer) => (answer.status >= 200 && answer.status < 300 ? answer : troubleOf(answer, isWrite)),
    (error: unknown) =>
      error instanceof SyntaxError
        ? new HubSpotTrouble({ code: 'unreadable-answer', mayHaveTakenEffect: isWrite })
        : new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: isWrite }),
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** HubSpot declares its sentences changeable; only status, category and scope names are read (hubspot/apis.md §7). */
export function troubleOf({ status, body }: Answer, isWrite: boolean): HubSpotTrouble {
  if (status === 429)
    return new HubSpotTrouble({ code: 'rate-limited', mayHaveTakenEffect: false });
  if (status >= 500)
    return new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: isWrite });
  if (status === 401) return new HubSpotTrouble({ code: 'bad-token', mayHaveTakenEffect: false });
  if (status === 403) {
    const scope = firstMissingScope(body);
    return new HubSpotTrouble({
      code: 'missing-scope',
      mayHaveTakenEffect: false,
      ...(scope === undefined ? {} : { scope }),
    });
  }
  if (status === 404)
    return new HubSpotTrouble({ code: 'record-not-found', mayHaveTakenEffect: false });
  const code = lacksProperty(body) ? 'not-set-up' : 'rejected-by-hubspot';
  return new HubSpotTrouble({ code, mayHaveTakenEffect: false });
}

/** This product writes only properties of its own, so one that the account has not got is one that was never set up. */
function lacksProperty(body: unknown): boolean {
  const errors = (body as { errors?: unknown } | null)?.errors;
  return (
    Array.isArray(errors) &&
    errors.some((error) => (error as { code?: unknown } | null)?.code === 'PROPERTY_DOESNT_EXIST')
  );
}

function worthAnotherTry({ code }: HubSpotTrouble): boolean {
  return code === 'rate-limited' || code === 'hubspot-failing' || code === 'timed-out';
}

const SCOPE = /^[a-z0-9._-]{1,80}$/;

function firstMissingScope(body: unknown): string | undefined {
  const errors = (body as { errors?: unknown } | null)?.errors;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const scopes = (first as { context?: { requiredGranularScopes?: unknown } } | undefined)?.context
    ?.requiredGranularScopes;
  const scope: unknown = Array.isArray(scopes) ? scopes[0] : undefined;
  return typeof scope === 'string' && SCOPE.test(scope) ? scope : undefined;
}
