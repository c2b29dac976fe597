import { HubSpotTrouble } from '../trouble.ts';
import { UnreadableAnswer } from './http/send.ts';

/** An answer of HubSpot's, whoever built the request. */
export interface Answer {
  readonly status: number;
  /** Its JSON; `undefined` where it has none. */
  readonly body: unknown;
  /** The body as it came. */
  readonly text?: string;
  /** The headers `Retry-After` and `Date`, as they came. */
  readonly retryAfter?: string;
  readonly date?: string;
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
  | { readonly answer: Answer }
  | {
      readonly trouble: HubSpotTrouble;
      /** Milliseconds that HubSpot asks to wait. */
      readonly askedMs?: number;
      /** Trying again would bring the same. */
      readonly isFinal?: boolean;
    };

/**
 * The only place that reads HubSpot's status and category, and the only one that tries again. A write is sent
 * again only after a 429, which says that nothing was done; otherwise whether it took effect is read, not guessed.
 * An attempt whose time is over is aborted.
 */
export async function call(
  kind: 'read' | 'write',
  attempt: (signal: AbortSignal) => Promise<Answer>,
  limits: CallLimits,
): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    const left = limits.remainingMs(kind);
    if (left <= 0) throw new HubSpotTrouble({ code: 'timed-out', mayHaveTakenEffect: false });
    const outcome = await once(kind, attempt, Math.min(limits.timeoutMs, left), limits);
    if ('answer' in outcome) return outcome.answer.body;
    const pause = pauseMs(tried, outcome.askedMs, limits.random());
    const isLast =
      outcome.isFinal === true || tried >= limits.attempts || pause >= limits.remainingMs(kind);
    if (isLast || !mayTryAgain(kind, outcome.trouble)) throw outcome.trouble;
    await new Promise<void>((resolve) => limits.after(pause, resolve));
  }
}

async function once(
  kind: 'read' | 'write',
  attempt: (signal: AbortSignal) => Promise<Answer>,
  timeoutMs: number,
  { after }: CallLimits,
): Promise<Outcome> {
  const isWrite = kind === 'write';
  const gone = (code: HubSpotTrouble['code'], isFinal = false): Outcome => ({
    trouble: new HubSpotTrouble({ code, mayHaveTakenEffect: isWrite }),
    isFinal,
  });
  const abort = new AbortController();
  let cancel: () => void = () => undefined;
  const late = new Promise<Outcome>((resolve) => {
    cancel = after(timeoutMs, () => {
      resolve(gone('timed-out'));
      abort.abort();
    });
  });
  const answered = attempt(abort.signal).then(
    (answer) => outcomeOf(answer, isWrite),
    (error: unknown) =>
      error instanceof UnreadableAnswer
        ? gone('unreadable-answer', error.isFinal)
        : gone('hubspot-failing'),
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    cancel();
  }
}

function outcomeOf(answer: Answer, isWrite: boolean): Outcome {
  const { status } = answer;
  if (status >= 200 && status < 300) return { answer };
  const trouble = troubleOf(answer, isWrite);
  const asked = askedMs(answer);
  return {
    trouble,
    ...(asked === undefined ? {} : { askedMs: asked }),
    isFinal: status < 400,
  };
}

/** HubSpot declares its sentences changeable; only status, category and scope names are read (hubspot/apis.md §7). */
export function troubleOf(answer: Answer, isWrite: boolean): HubSpotTrouble {
  const { status, body } = answer;
  // HubSpot documents no redirect of its API, and none is followed: what became of a write is not known.
  if (status < 400)
    return new HubSpotTrouble({ code: 'unreadable-answer', mayHaveTakenEffect: isWrite });
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
  const taken = status === 409 || isTaken(answer);
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
function isTaken({ text = '' }: Answer): boolean {
  return text.includes('CONFLICTING_UNIQUE_VALUE');
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
function pauseMs(tried: number, askedMs: number | undefined, random: number): number {
  const wanted = Math.max(FIRST_PAUSE_MS * 2 ** (tried - 1), askedMs ?? 0);
  return Math.min(wanted, LONGEST_PAUSE_MS / (1 + JITTER)) * (1 + JITTER * random);
}

/**
 * What Retry-After asks for, in milliseconds. HubSpot does not say in which unit its number stands. Its windows are of
 * one and of ten seconds, so that a small number can only be seconds and a large one only milliseconds
 * (hubspot/apis.md §7). A date (RFC 9110 §10.2.3) is compared with the answer's own `Date`. Anything else asks for nothing.
 */
function askedMs({ retryAfter, date }: Answer): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(retryAfter)) {
    const asked = Number(retryAfter);
    return asked <= 60 ? asked * 1_000 : asked;
  }
  if (date === undefined || !HTTP_DATE.test(retryAfter)) return undefined;
  const asked = Date.parse(retryAfter) - Date.parse(date);
  return asked > 0 ? asked : undefined;
}

/** The one form that RFC 9110 lets be sent: `Wed, 25 Nov 2026 07:28:00 GMT`. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const SCOPE = /^[a-z0-9._-]{1,80}$/;

function firstMissingScope(body: unknown): string | undefined {
  const errors = (body as { errors?: unknown } | null)?.errors;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const scopes = (first as { context?: { requiredGranularScopes?: unknown } } | undefined)?.context
    ?.requiredGranularScopes;
  const scope: unknown = Array.isArray(scopes) ? scopes[0] : undefined;
  return typeof scope === 'string' && SCOPE.test(scope) ? scope : undefined;
}
