import { useCallback, useEffect, useRef, useState } from 'react';
import type { NotPlayable, StageView } from '../../stage/view.ts';
import type { RecordChanges } from '../record-changes.ts';

/** What became of the last thing that was asked of the stage. */
export type Refused =
  | { readonly kind: 'not-played'; readonly why: NotPlayable }
  | { readonly kind: 'not-understood' }
  | { readonly kind: 'not-reached' };

export interface Asking {
  /** `undefined` until the scenario is open. */
  readonly view: StageView | undefined;
  readonly refused: Refused | undefined;
  /** Asks, reads the stage again and lets the cards know. */
  readonly ask: (path: string, body: object) => Promise<void>;
  /** Reads the stage again; a card has just called, so something may be due or have failed. */
  readonly look: () => Promise<void>;
}

const LOOK_MS = 1_000;

/** Opens a scenario, then keeps up with the stage: while something is due it looks each second, and tells the cards when that has happened. */
export function useStage(scenario: string, changes: RecordChanges): Asking {
  const [view, setView] = useState<StageView>();
  const [refused, setRefused] = useState<Refused>();
  const due = useRef<number>();

  const look = useCallback(async () => {
    const seen = await viewOf(scenario);
    if (seen === undefined) return;
    const waitedFor = due.current;
    due.current = seen.dueAt;
    setView(seen);
    if (waitedFor !== undefined && waitedFor <= seen.now) changes.announce();
  }, [scenario, changes]);

  const ask = useCallback(
    async (path: string, body: object) => {
      const answer = await post(path, body);
      setRefused(answer);
      if (answer?.kind === 'not-reached') return;
      await look();
      if (answer === undefined) changes.announce();
    },
    [look, changes],
  );

  useEffect(() => {
    void post('/api/open', { scenario, ...stepsAsked() }).then(look);
  }, [scenario, look]);

  const dueAt = view?.dueAt;
  useEffect(() => {
    if (dueAt === undefined) return undefined;
    const timer = window.setInterval(() => void look(), LOOK_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [dueAt, look]);

  return { view, refused, ask, look };
}

/** A link may ask for so many steps. They are taken out of the address, so that a reload keeps what was played since. */
function stepsAsked(): { readonly steps?: number } {
  const address = new URL(window.location.href);
  const steps = Number(address.searchParams.get('steps'));
  address.searchParams.delete('steps');
  window.history.replaceState(null, '', address);
  return Number.isInteger(steps) && steps > 0 ? { steps } : {};
}

async function viewOf(scenario: string): Promise<StageView | undefined> {
  try {
    const response = await fetch(`/api/stage?scenario=${encodeURIComponent(scenario)}`);
    return response.ok ? ((await response.json()) as StageView) : undefined;
  } catch {
    return undefined;
  }
}

async function post(path: string, body: object): Promise<Refused | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { why } = (await response.json()) as { readonly why?: NotPlayable };
    if (response.ok) return undefined;
    return why === undefined ? { kind: 'not-understood' } : { kind: 'not-played', why };
  } catch {
    return { kind: 'not-reached' };
  }
}
