import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refused } from '#contract/reply.ts';
import type { ChangeConsentRequest, ReadBackTo } from '#contract/requests.ts';
import type { Glance, History } from '#contract/snapshot.ts';
import type { Ask, Problem } from './ask.ts';

/** What became of the last change, said until the next one. */
export type Outcome =
  | { readonly kind: 'saved'; readonly to: ChangeConsentRequest['to'] }
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'refused'; readonly decision: Refused['decision'] }
  | { readonly kind: 'refused-by-hubspot' }
  | { readonly kind: 'not-known-yet' }
  | { readonly kind: 'failed'; readonly problem: Problem };

type ConsentState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly glance: Glance; readonly outcome?: TypeOutcome }
  | { readonly kind: 'changing'; readonly glance: Glance; readonly typeId: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface TypeOutcome {
  readonly typeId: string;
  readonly what: Outcome;
}

export type HistoryState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly history: History; readonly older?: OlderState }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What becomes of asking for an older page; whatever it is, what is shown stays. */
type OlderState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The glance and what may be done with it. Late answers are dropped; while a change is under way nothing else starts. */
export function useConsent(ask: Ask, afterChange: () => void) {
  const [state, setState] = useState<ConsentState>({ kind: 'asking' });
  const turn = useRef(0);
  const busy = useRef(false);

  const refresh = useCallback(async () => {
    if (busy.current) return;
    const mine = (turn.current += 1);
    setState((before) => (before.kind === 'failed' ? { kind: 'asking' } : before));
    const asked = await ask.glance();
    if (mine !== turn.current) return;
    setState((before) => {
      if (asked.kind === 'problem') return { kind: 'failed', problem: asked.problem };
      const outcome = before.kind === 'shown' ? before.outcome : undefined;
      return { kind: 'shown', glance: asked.value, ...(outcome === undefined ? {} : { outcome }) };
    });
  }, [ask]);

  const change = useCallback(
    async (request: ChangeConsentRequest, glance: Glance) => {
      if (busy.current) return;
      busy.current = true;
      turn.current += 1;
      const { typeId } = request;
      setState({ kind: 'changing', glance, typeId });
      const reply = await ask.change(request);
      busy.current = false;
      const now = 'glance' in reply ? reply.glance : glance;
      setState({
        kind: 'shown',
        glance: now,
        outcome: { typeId, what: outcomeOf(reply, request) },
      });
      afterChange();
    },
    [ask, afterChange],
  );

  useEffect(() => void refresh(), [refresh]);
  return { state, refresh, change };
}

/**
 * The timeline, asked for apart from the glance, and again as far back as it is shown whenever `version`
 * changes. Late answers are dropped.
 */
export function useHistory(ask: Ask, version: string | undefined) {
  const [state, setState] = useState<HistoryState>({ kind: 'asking' });
  const turn = useRef(0);
  const backTo = useRef<ReadBackTo>(undefined);

  useEffect(() => {
    if (version === undefined) return;
    const mine = (turn.current += 1);
    void ask.timeline(backTo.current).then((asked) => {
      if (mine !== turn.current) return;
      setState(
        asked.kind === 'got'
          ? { kind: 'shown', history: asked.value }
          : { kind: 'failed', problem: asked.problem },
      );
    });
  }, [ask, version]);

  const showOlder = useCallback(async () => {
    if (state.kind !== 'shown' || state.older?.kind === 'asking') return;
    const { history } = state;
    const mine = (turn.current += 1);
    setState({ kind: 'shown', history, older: { kind: 'asking' } });
    const asked = await ask.timeline(history.older);
    if (mine !== turn.current) return;
    if (asked.kind === 'problem') {
      setState({ kind: 'shown', history, older: { kind: 'failed', problem: asked.problem } });
      return;
    }
    backTo.current = history.older;
    const isLonger = lengthOf(asked.value) > lengthOf(history);
    setState({
      kind: 'shown',
      history: asked.value,
      ...(isLonger ? {} : { older: { kind: 'nothing-new' } }),
    });
  }, [ask, state]);

  return { state, showOlder };
}

function lengthOf({ events, evidence }: History): number {
  return events.length + evidence.length;
}

function outcomeOf(
  reply: Awaited<ReturnType<Ask['change']>>,
  request: ChangeConsentRequest,
): Outcome {
  switch (reply.status) {
    case 'changed':
      return { kind: 'saved', to: request.to };
    case 'nothing-to-do':
    case 'refused-by-hubspot':
    case 'not-known-yet':
      return { kind: reply.status };
    case 'refused':
      return { kind: 'refused', decision: reply.decision };
    case 'not-reached':
      return { kind: 'not-known-yet' };
    case 'bad-request':
    case 'trouble':
      return { kind: 'failed', problem: reply };
  }
}
