import { branchesOf } from '../../ledger/branches.ts';
import type { Head } from '../../ledger/chain.ts';
import { LedgerBroken } from '../../ledger/store.ts';
import type { Chainless } from '../../ledger/statement.ts';
import type { Evidence } from '../gather.ts';
import type { World } from '../world.ts';
import { explainNotKept } from './recorder.ts';

/** Each costs a chain to read, once. */
const MOST_AT_ONCE = 5;

/**
 * What this contact's record does not tell yet of the contacts that HubSpot merged into it: each one's chain ends
 * there and is never added to; who checks it later checks it against the head named here. Without a head it had no
 * chain. One that can't be read now is left to the next reader.
 */
export async function mergedSince(
  { contact: { mergedIds = [] }, ledger }: Evidence,
  world: World,
): Promise<Chainless[]> {
  if (ledger.kind !== 'read') return [];
  const told = new Set(
    ledger.entries.flatMap(({ statement }) =>
      statement.kind === 'merged' ? [statement.from.contact] : [],
    ),
  );
  const others = mergedIds.filter((id) => !told.has(id) && id !== ledger.chain.contact);
  const found = await Promise.all(
    others.slice(0, MOST_AT_ONCE).map(async (contact): Promise<Chainless[]> => {
      try {
        const head = await headOf({ ...ledger.chain, contact }, world);
        return [mergedFrom(contact, head, world)];
      } catch (error) {
        explainNotKept(error, world);
        return [];
      }
    }),
  );
  return found.flat();
}

/** Of a chain that is broken or forked it is the end of what can be read, by the longest branch. */
async function headOf(
  chain: { readonly portal: string; readonly contact: string },
  { hubspot }: World,
): Promise<Head | undefined> {
  try {
    return branchesOf(await hubspot.ledger.read(chain)).ends[0];
  } catch (error) {
    if (error instanceof LedgerBroken) return branchesOf(error.entries).ends[0];
    throw error;
  }
}

function mergedFrom(contact: string, head: Head | undefined, { now }: World): Chainless {
  return {
    kind: 'merged',
    at: new Date(now()).toISOString(),
    requestId: `merged:${contact}`,
    who: { kind: 'this-app' },
    from: { contact, ...(head === undefined ? {} : { head }) },
  };
}
