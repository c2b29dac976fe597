import { randomBytes } from 'node:crypto';
import {
  keyIdOf,
  LedgerKeyTrouble,
  publicKeysOf,
  signerOf,
  type PublicKeys,
} from '../../ledger/keys.ts';
import type { World } from '../world.ts';

/**
 * The app's keys, out of its secrets: `CONSENT_CARD_LEDGER_KEY` signs, and `CONSENT_CARD_LEDGER_PUBLIC_KEYS` holds
 * earlier public keys whose entries are still to be checked. No key at all is "not set up"; one that can't be used is
 * logged by its code and is none.
 */
export function keysIn(
  environment: Readonly<Record<string, string | undefined>>,
  { log, correlationId }: Pick<World, 'log' | 'correlationId'>,
): Pick<World, 'keys'> {
  const secret = environment['CONSENT_CARD_LEDGER_KEY'];
  if (secret === undefined || secret.trim() === '') return {};
  try {
    const signer = signerOf(secret);
    const own = [keyIdOf(signer.publicKey), signer.publicKey] as const;
    const earlier = environment['CONSENT_CARD_LEDGER_PUBLIC_KEYS']?.trim() ?? '';
    const publicKeys: PublicKeys = new Map([own, ...(earlier === '' ? [] : publicKeysOf(earlier))]);
    return { keys: { signer, publicKeys, random: randomBytes } };
  } catch (error) {
    if (!(error instanceof LedgerKeyTrouble)) throw error;
    log({ level: 'error', correlationId, code: error.code, kind: 'ledger-key' });
    return {};
  }
}
