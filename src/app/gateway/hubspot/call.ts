import { HubSpotTrouble } from '../trouble.ts';

/** An answer of HubSpot's, whichever door of the client it came through. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The header of that name, as it came. */
  readonly retryAfter?: string;
}

/** Time and chance come from outside, so that a test can give others. */
export interface CallLimits {
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  /** Attempts in all. */
  readonly attempts: number;
  /** Milliseconds that all calls of a kind together still have; a call is not begun when none are left. */
  readonly remainingMs: (kind: 'read' | 'write') => number;
  /** Calls back when so many milliseconds have passed, unless what it returns is called before. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** From 0 up to 1: whoever is turned away together does not come back together. */
  readonly random: () => number;
}

type Outcome =
  { readonly answer: Answer } | { readonly trouble: HubSpotTrouble; readonly retryAfter?: string };

/**
 * The only place that reads HubSpot's status and category, and the only one that tries again. A write is sent
 * again only after a 429, which says that nothing was done; otherwise whether it took effect is read, not guessed.
 */
export async function call(
  kind: 'read' | 'write',
  attempt: () => Promise<Answer>,
  limits: CallLimits,
): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    const left = limits.remainingMs(kind);
    if (left <= 0) throw new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: false });
    const outcome = await once(kind, attempt, Math.min(limits.timeoutMs, left), limits);
    if ('answer' in outcome) return outcome.answer.body;
    const pause = pauseMs(tried, outcome.retryAfter, limits.random());
    const isLast = tried >= limits.attempts || pause >= limits.remainingMs(kind);
    if (isLast || !mayTryAgain(kind, outcome.trouble)) throw outcome.trouble;
    await new Promise<void>((resolve) => limits.after(pause, resolve));
  }
}

async function once(
  kind: 'read' | 'write',
  attempt: () => Promise<Answer>,
  timeoutMs: number,
  { after }: CallLimits,
): Promise<Outcome> {
  const isWrite = kind === 'write';
  const gone = (code: HubSpotTrouble['code']): Outcome => ({
    trouble: new HubSpotTrouble({ code, mayHaveTakenEffect: isWrite }),
  });
  let cancel: () => void = () => undefined;
  const late = new Promise<Outcome>((resolve) => {
    cancel = after(timeoutMs, () => {
      resolve(gone('timed-out'));
    });
  });
  const answered = attempt().then(
    (answer) => outcomeOf(answer, isWrite),
    (error: unknown) =>
      gone(error instanceof SyntaxError ? 'unreadable-answer' : 'hubspot-failing'),
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    cancel();
  }
}

function outcomeOf(answer: Answer, isWrite: boolean): Outcome {
  if (answer.status >= 200 && answer.status < 300) return { answer };
  const { retryAfter } = answer;
  const trouble = troubleOf(answer, isWrite);
  return retryAfter === undefined ? { trouble } : { trouble, retryAfter };
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
  const taken = status === 409 || isTaken(body);
  return new HubSpotTrouble({ code, mayHaveTakenEffect: false, isTaken: taken });
}

/** This product writes only properties of its own, so one that the account has not got is one that was never set up. */
function lacksProperty(body: unknown): boolean {
  const errors = (body as { errors?: unknown } | null)?.errors;
  return (
    Array.isArray(errors) &&
    errors.some((error) => (error as { code?: unknown } | null)?.code === 'PROPERTY_DOESNT_EXIST')
  );
}

/** HubSpot's code for a second record with a unique value stands among the errors or inside the message. */
function isTaken(body: unknown): boolean {
  return JSON.stringify(body ?? '').includes('CONFLICTING_UNIQUE_VALUE');
}

function mayTryAgain(kind: 'read' | 'write', { code }: HubSpotTrouble): boolean {
  if (code === 'rate-limited') return true;
  return kind === 'read' && MAY_PASS.includes(code);
}

const MAY_PASS: readonly HubSpotTrouble['code'][] = [
  'hubspot-failing',
  'timed-out',
  'unreadable-answer',
];

const FIRST_PAUSE_MS = 150;
/** Longer than this nobody waits, whatever HubSpot asks for: a function has seconds to live. */
const LONGEST_PAUSE_MS = 2_000;
/** A pause is made longer by up to this part of it. */
const JITTER = 0.25;

/** Never shorter than HubSpot asks for, as far as that is within the longest. */
function pauseMs(tried: number, retryAfter: string | undefined, random: number): number {
  const wanted = Math.max(FIRST_PAUSE_MS * 2 ** (tried - 1), askedMs(retryAfter) ?? 0);
  return Math.min(wanted, LONGEST_PAUSE_MS / (1 + JITTER)) * (1 + JITTER * random);
}

/**
 * HubSpot does not say in which unit its Retry-After stands. Its windows are of one and of ten seconds, so that
 * a small number can only be seconds and a large one only milliseconds (hubspot/apis.md §7).
 */
function askedMs(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined || !/^\d{1,9}$/.test(retryAfter)) return undefined;
  const asked = Number(retryAfter);
  return asked <= 60 ? asked * 1_000 : asked;
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
