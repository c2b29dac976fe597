import { weighRefusal } from '../../ledger/refusals.ts';
import type { PersonalValues } from '../../ledger/personal.ts';
import type { Chainless } from '../../ledger/statement.ts';
import type { World } from '../world.ts';
import type { LedgerRead } from './ledger-of.ts';
import { explainNotKept, recorderOf } from './recorder.ts';

/** Equal refusals within this time of a recorded one are only counted. */
const QUIET_MS = 10 * 60_000;

type Refusal = Extract<Chainless, { kind: 'refusal' }>;

/**
 * Records that a well-formed wish was refused, or counts it where an equal one was recorded a short while ago. The
 * answer never depends on it.
 */
export async function recordRefusal(
  ledger: LedgerRead,
  refusal: Refusal,
  personal: PersonalValues,
  world: World,
): Promise<void> {
  if (ledger.kind !== 'read' || ledger.state !== 'ready') return;
  const store = world.hubspot.ledger;
  try {
    const draft = { ...refusal, chain: ledger.chain };
    const meaning = weighRefusal(ledger.entries, draft, QUIET_MS);
    if (meaning.kind === 'fold') {
      await store.countRepeat(meaning.into);
      return;
    }
    const repeats = meaning.last === undefined ? 0 : await store.repeatsOf(meaning.last);
    await recorderOf(ledger, world).record({ ...draft, repeats }, personal);
  } catch (error) {
    explainNotKept(error, world);
  }
}
