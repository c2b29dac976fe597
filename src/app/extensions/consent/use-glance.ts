import { useCallback, useEffect, useRef, useState } from 'react';
import type { TroubleCode } from '#contract/reply.ts';
import type { WordsWanted } from '#contract/requests.ts';
import type { Glance } from '#contract/snapshot.ts';
import type { Messages } from '#words/messages.ts';
import type { Ask, Problem } from './ask.ts';
import { useLater } from './later.ts';

/** Why a look brought nothing, and in how many seconds the card looks again by itself, where it does. */
export interface Missed {
  readonly problem: Problem;
  readonly again?: number;
}

export type GlanceState =
  | { readonly kind: 'asking' }
  /**
   * `missed`: the last look brought nothing newer than what is shown. `again`: it brought only a part, and in so many
   * seconds the card looks again by itself.
   */
  | {
      readonly kind: 'shown';
      readonly glance: Glance;
      readonly missed?: Missed;
      readonly again?: number;
    }
  | { readonly kind: 'failed'; readonly missed: Missed };

/** Who wanted a look: a person, or the card when its time had come. */
export type By = 'person' | 'itself';

/** Seconds until each new look by itself, while HubSpot is busy; then it is the person's turn. */
const AGAIN = [5, 15, 30];

const PASSES: readonly (TroubleCode | undefined)[] = [
  'rate-limited',
  'hubspot-failing',
  'timed-out',
];

/** What a surface needs of the words, in the reader's language. */
type Surface = WordsWanted['for'];

interface Held {
  readonly language: string;
  readonly messages: Messages;
}

/**
 * The glance, read anew on request, with the messages to say it in: those come with the first answer, whatever it
 * is, and again with another language. Late answers are dropped.
 */
export function useGlance(ask: Ask, language: string, surface: Surface) {
  const [state, setState] = useState<GlanceState>(ASKING);
  const [held, setHeld] = useState<Held>();
  // A look whose coming was announced or asked for; other looks go on unseen.
  const [looking, setLooking] = useState<By>();
  const heldIn = useRef<string>(undefined);
  const turn = useRef(0);
  const tries = useRef(0);

  /** Shows what another answer brought; what is still on its way is dropped. */
  const put = useCallback((glance?: Glance) => {
    turn.current += 1;
    setLooking(undefined);
    if (glance !== undefined) setState({ kind: 'shown', glance });
  }, []);

  const read = useCallback((): Promise<boolean> => {
    const mine = (turn.current += 1);
    const wanted = heldIn.current === language ? undefined : { in: language, for: surface };
    return ask.glance(wanted).then((asked) => {
      if (asked.messages !== undefined) {
        heldIn.current = language;
        setHeld({ language, messages: asked.messages });
      }
      if (mine !== turn.current) return false;
      setLooking(undefined);
      const mayPass =
        asked.kind === 'got'
          ? asked.value.unread.some(({ because }) => PASSES.includes(because.code))
          : passes(asked.problem);
      const seconds = mayPass ? AGAIN[tries.current] : undefined;
      const again = seconds === undefined ? {} : { again: seconds };
      tries.current = asked.kind === 'got' && !mayPass ? 0 : tries.current + 1;
      if (asked.kind === 'got') {
        setState({ kind: 'shown', glance: asked.value, ...again });
        return true;
      }
      const missed = { problem: asked.problem, ...again };
      setState((before) =>
        before.kind === 'shown'
          ? { kind: 'shown', glance: before.glance, missed }
          : { kind: 'failed', missed },
      );
      return false;
    });
  }, [ask, language, surface]);

  /** A person's look begins the tries anew. */
  const look = useCallback(
    (by: By): Promise<boolean> => {
      if (by === 'person') {
        tries.current = 0;
        setLooking('person');
        setState((before) => (before.kind === 'failed' ? ASKING : before));
      }
      return read();
    },
    [read],
  );

  const lookByItself = useCallback(() => void read(), [read]);
  useEffect(() => {
    lookByItself();
  }, [lookByItself]);
  const lookAsSaid = useCallback(() => {
    setLooking('itself');
    void read();
  }, [read]);
  const again = looking === undefined ? againIn(state) : undefined;
  useLater(again === undefined ? undefined : again * 1000, state, lookAsSaid);
  return { state, looking, look, put, messages: held?.messages };
}

const ASKING: GlanceState = { kind: 'asking' };

function againIn(state: GlanceState): number | undefined {
  if (state.kind === 'asking') return undefined;
  return state.missed?.again ?? (state.kind === 'shown' ? state.again : undefined);
}

function passes(problem: Problem): boolean {
  return 'code' in problem && problem.status === 'trouble' && PASSES.includes(problem.code);
}
