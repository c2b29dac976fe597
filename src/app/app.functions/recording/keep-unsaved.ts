import type { ChangeReply } from '../../contract/reply.ts';
import type { Entry } from '../../ledger/entry.ts';
import { keep, type Kept } from '../../ledger/keep.ts';
import { Sealed } from '../../ledger/sealed.ts';
import { openUnsaved, UnsavedRefused } from '../../ledger/unsaved.ts';
import { RecordChanged } from '../gather.ts';
import type { World } from '../world.ts';
import { explainNotKept } from './recorder.ts';

/** As long as a card may be left open; later the next reader has recorded the change as found. */
const LIFETIME_MS = 7 * 86_400_000;

/**
 * Keeps entries that came back from whoever carried them: only what was signed here, for this contact, and is whole.
 * What can't be kept now goes back again; a forged or foreign one is dropped and logged by its code.
 */
export async function keepUnsaved(
  sent: readonly unknown[],
  contactId: string,
  world: World,
): Promise<Extract<ChangeReply, { status: 'kept' }>> {
  const { hubspot, keys, now, wait, log, correlationId } = world;
  // Without a key nothing can be told of them, and nothing is thrown away.
  if (keys === undefined) return { status: 'kept', unsaved: sent.filter(isSealed) };
  const { signer } = keys;
  const left: Sealed[] = [];
  const [portal, contact] = await Promise.all([
    hubspot.installation.portalId(),
    hubspot.contacts.read(contactId),
  ]);
  // A contact that was merged into another has a chain that has ended.
  if (contact.id !== contactId) throw new RecordChanged();
  const chain = { portal, contact: contactId };
  for (const one of sent) {
    let sealed: Sealed | undefined;
    try {
      sealed = openUnsaved(one, {
        chain,
        publicKeys: keys.publicKeys,
        now: now(),
        lifetimeMs: LIFETIME_MS,
      });
      const kept = left.length > 0 ? { kind: 'not-known' } : await keepOne(sealed);
      if (kept.kind === 'not-known') left.push(sealed);
      // Its request id stands for something else by now; an admin can tell by the log that it was lost.
      if (kept.kind === 'conflicting') {
        log({ level: 'error', correlationId, code: 'conflicting', kind: 'unsaved-refused' });
      }
    } catch (error) {
      if (error instanceof UnsavedRefused) {
        log({ level: 'error', correlationId, code: error.code, kind: 'unsaved-refused' });
        continue;
      }
      explainNotKept(error, world);
      if (sealed !== undefined) left.push(sealed);
    }
  }
  return { status: 'kept', ...(left.length === 0 ? {} : { unsaved: left }) };

  async function keepOne(sealed: Sealed): Promise<Kept> {
    const entries = await hubspot.ledger.read(chain);
    const found = erasedSince(sealed, entries) ? { ...sealed, personal: {} } : sealed;
    const keeping = { store: hubspot.ledger, signer, now, wait };
    return keep(found, keeping, entries);
  }
}

/** What was said before an erasure and comes back after it comes back without anything personal. */
function erasedSince({ statement }: Sealed, entries: readonly Entry[]): boolean {
  return entries.some(
    ({ statement: other }) => other.kind === 'erasure' && other.at >= statement.at,
  );
}

function isSealed(one: unknown): one is Sealed {
  return Sealed.safeParse(one).success;
}
