import type { ChangeReply } from '../../contract/reply.ts';
import { keep } from '../../ledger/keep.ts';
import type { Sealed } from '../../ledger/sealed.ts';
import { openUnsaved, UnsavedRefused } from '../../ledger/unsaved.ts';
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
  if (keys === undefined) return { status: 'kept' };
  const left: Sealed[] = [];
  const chain = { portal: await hubspot.installation.portalId(), contact: contactId };
  for (const one of sent) {
    let sealed: Sealed | undefined;
    try {
      sealed = openUnsaved(one, {
        chain,
        publicKeys: keys.publicKeys,
        now: now(),
        lifetimeMs: LIFETIME_MS,
      });
      const kept =
        left.length > 0
          ? { kind: 'not-known' }
          : await keep(sealed, { store: hubspot.ledger, signer: keys.signer, now, wait });
      if (kept.kind === 'not-known') left.push(sealed);
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
}
