import { useCallback, useRef, useState } from 'react';
import type { NotDone, Refused, Unsaved } from '#contract/reply.ts';
import type { Wish } from '#contract/requests.ts';
import type { Answer, Ask, Problem } from './ask.ts';
import { useLater } from './later.ts';
import { useGlance, type By } from './use-glance.ts';

type WithoutId<W> = W extends Wish ? Omit<W, 'requestId' | 'claim'> : never;

/** What a person asks for, before it has an id. */
export type Intent = WithoutId<Wish>;

/** What a change is about: a type by its id, all e-mail, or the marketing status. */
export type About = string;

/** What became of the last change, said until the next one. */
export type Outcome =
  | { readonly kind: 'changed'; readonly act: Wish['act'] }
  | { readonly kind: 'requested' }
  | { readonly kind: 'nothing-to-do' }
  /** Done, and changed again elsewhere before the answer. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'not-done'; readonly because: NotDone }
  | { readonly kind: 'not-recorded'; readonly correlationId: string }
  | { readonly kind: 'sent-not-confirmed'; readonly correlationId: string }
  /** No `correlationId` where not even the function answered. */
  | { readonly kind: 'not-known-yet'; readonly correlationId?: string }
  | { readonly kind: 'refused'; readonly decision: Refused['decision'] }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface OutcomeAbout {
  readonly about: About;
  readonly what: Outcome;
}

/** Seconds between looks while a request waits for the portal's workflow; then it is the person's turn. */
const LOOKS = [10, 20, 40, 60, 60, 60, 60, 60];

/**
 * The glance and what may be done with it. While a change is under way nothing else starts, and a look that was
 * wanted meanwhile follows it.
 */
export function useConsent(
  ask: Ask,
  language: string,
  afterChange: () => void,
  newId: () => string,
) {
  const { state, looking, look, put, messages } = useGlance(ask, language, 'tab');
  const { keep, owed } = useUnsaved(ask);
  const [changing, setChanging] = useState<About>();
  const [outcome, setOutcome] = useState<OutcomeAbout>();
  const [turn, setTurn] = useState(0);
  const [isUnrecorded, setUnrecorded] = useState(false);
  const [looks, setLooks] = useState(0);
  const busy = useRef(false);
  const wanted = useRef(false);

  const refresh = useCallback(
    async (by: By = 'itself') => {
      if (busy.current) {
        wanted.current = true;
        return;
      }
      void keep([]);
      if (by === 'person') setTurn((before) => before + 1);
      const isNew = await look(by);
      if (isNew && by === 'person') setOutcome(undefined);
    },
    [keep, look],
  );

  const change = useCallback(
    async (about: About, intent: Intent) => {
      if (busy.current) return;
      busy.current = true;
      put();
      setOutcome(undefined);
      setTurn((before) => before + 1);
      setChanging(about);
      const reply = await ask.change({ ...intent, requestId: newId() });
      busy.current = false;
      if ('glance' in reply) put(reply.glance);
      setOutcome({ about, what: outcomeOf(reply, intent) });
      setChanging(undefined);
      setUnrecorded('isUnrecorded' in reply);
      setLooks(0);
      void keep(unsavedIn(reply));
      afterChange();
      if (wanted.current) {
        wanted.current = false;
        void refresh();
      }
    },
    [ask, afterChange, keep, newId, put, refresh],
  );

  const request = state.kind === 'shown' ? state.glance.marketingRequest?.state : undefined;
  const seconds = request === 'requested' || request === 'pending' ? LOOKS[looks] : undefined;
  const lookOn = useCallback(() => {
    setLooks((before) => before + 1);
    void refresh();
  }, [refresh]);
  useLater(seconds === undefined ? undefined : seconds * 1000, state, lookOn);

  return { state, looking, messages, refresh, change, changing, outcome, turn, owed, isUnrecorded };
}

/** So many entries the function takes at once. */
const MOST_ENTRIES = 20;

/** Entries of our record that could not be kept: sent again with every look and change until none is left. */
function useUnsaved(ask: Ask) {
  const held = useRef<readonly Unsaved[]>([]);
  const sending = useRef(false);
  const [owed, setOwed] = useState(0);

  const keep = useCallback(
    async (more: readonly Unsaved[]) => {
      held.current = [...held.current, ...more];
      setOwed(held.current.length);
      if (sending.current || held.current.length === 0) return;
      sending.current = true;
      const sent = held.current.slice(0, MOST_ENTRIES);
      const reply = await ask.keep(sent);
      sending.current = false;
      if (reply.status !== 'kept') return;
      held.current = [...unsavedIn(reply), ...held.current.slice(sent.length)];
      setOwed(held.current.length);
    },
    [ask],
  );

  return { keep, owed };
}

function unsavedIn(reply: Answer): readonly Unsaved[] {
  return 'unsaved' in reply ? (reply.unsaved ?? []) : [];
}

function outcomeOf(reply: Answer, { act }: Intent): Outcome {
  switch (reply.status) {
    case 'changed':
      return { kind: 'changed', act };
    case 'requested':
    case 'nothing-to-do':
    case 'overtaken':
      return { kind: reply.status };
    case 'not-done':
      return { kind: 'not-done', because: reply.because };
    case 'not-recorded':
      return { kind: reply.status, correlationId: reply.correlationId };
    case 'not-known-yet':
      return {
        kind: reply.isSent === true ? 'sent-not-confirmed' : 'not-known-yet',
        correlationId: reply.correlationId,
      };
    case 'refused':
      return { kind: 'refused', decision: reply.decision };
    // An answer to entries sent again, which no wish gets.
    case 'kept':
    case 'not-reached':
      return { kind: 'not-known-yet' };
    case 'bad-request':
    case 'trouble':
      return { kind: 'failed', problem: reply };
  }
}
