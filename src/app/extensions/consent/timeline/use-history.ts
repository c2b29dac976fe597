import { useCallback, useEffect, useRef, useState } from 'react';
import { MOST_EVENTS } from '#contract/slice.ts';
import type { History } from '#contract/snapshot.ts';
import type { Ask, Asked, Problem, Reach } from '../ask.ts';

export type HistoryState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'shown'; readonly history: History; readonly older?: OlderState }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What becomes of asking for older changes; whatever it is, what is shown stays. */
type OlderState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** So many more come with a click: few enough to be drawn at once, many enough that a person seldom clicks twice. */
const MORE_EVENTS = 300;

/** How much more is wanted: the next few, or as much of what was read as one answer carries. */
export type More = 'next' | 'most';

/**
 * The timeline, asked for apart from the glance, and again as far back as it is shown whenever `version`
 * changes. Late answers are dropped.
 */
export function useHistory(ask: Ask, version: object) {
  const [state, setState] = useState<HistoryState>({ kind: 'asking' });
  const turn = useRef(0);
  const reach = useRef<Reach>({});

  useEffect(() => {
    const mine = (turn.current += 1);
    void ask.timeline(reach.current).then((asked) => {
      if (mine !== turn.current) return;
      setState(
        asked.kind === 'got'
          ? { kind: 'shown', history: asked.value }
          : { kind: 'failed', problem: asked.problem },
      );
    });
  }, [ask, version]);

  const showOlder = useCallback(
    async (more: More = 'next') => {
      if (state.kind !== 'shown' || state.older?.kind === 'asking') return;
      const { history } = state;
      const mine = (turn.current += 1);
      setState({ kind: 'shown', history, older: { kind: 'asking' } });
      const { backTo } = reach.current;
      const wanted = {
        backTo: history.leftOut === undefined ? history.older : backTo,
        most: more === 'most' ? MOST_EVENTS : Math.min(shownOf(history) + MORE_EVENTS, MOST_EVENTS),
      };
      // What was read already is read again as far back even if the record changes before the answer.
      reach.current = { ...wanted, backTo };
      const asked =
        history.leftOut === undefined
          ? await ask.timeline(wanted)
          : await further(ask, history, wanted, more === 'most' ? MOST_EVENTS : MORE_EVENTS + 1);
      if (mine !== turn.current) return;
      if (asked.kind === 'problem') {
        setState({ kind: 'shown', history, older: { kind: 'failed', problem: asked.problem } });
        return;
      }
      reach.current = wanted;
      const isLonger =
        asked.value.leftOut !== undefined || lengthOf(asked.value) > lengthOf(history);
      setState({
        kind: 'shown',
        history: asked.value,
        ...(isLonger ? {} : { older: { kind: 'nothing-new' } }),
      });
    },
    [ask, state],
  );

  return { state, showOlder };
}

/**
 * More of what was read, put below what is shown. Each answer is read anew, so it begins with the last one shown: where
 * that is another by now, something changed meanwhile, and all of it is asked for.
 */
async function further(
  ask: Ask,
  history: History,
  wanted: Reach,
  most: number,
): Promise<Asked<History>> {
  const from = shownOf(history) - 1;
  const asked = await ask.timeline({ ...wanted, from, most });
  if (asked.kind === 'problem') return asked;
  const { events, evidence } = asked.value;
  if (events[0]?.id !== history.events[from]?.id || evidence[0]?.id !== history.evidence[from]?.id)
    return ask.timeline(wanted);
  return {
    kind: 'got',
    value: {
      ...asked.value,
      events: [...history.events, ...events.slice(1)],
      evidence: [...history.evidence, ...evidence.slice(1)],
    },
  };
}

/** How far down the lists are shown: both are cut at the same place. */
function shownOf({ events, evidence }: History): number {
  return Math.max(events.length, evidence.length);
}

function lengthOf({ events, evidence }: History): number {
  return events.length + evidence.length;
}
