import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { sha256 } from './digest.ts';

/** A signature and the id of the key that can check it. */
export const Seal = z.strictObject({
  key: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
});
export type Seal = Readonly<z.infer<typeof Seal>>;

/** Signs, and holds the private key where neither a log nor JSON can see it. */
export interface Signer {
  readonly publicKey: KeyObject;
  readonly sign: (bytes: Uint8Array) => Seal;
}

/** Public keys by id: today's, and every earlier one whose entries are still to be checked. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

const MENDS = {
  'key-missing': 'run "npm run ledger -- keys" and store the private key as the app secret',
  'key-unreadable': 'give the whole key and one only where one is asked for, as PEM or bare base64',
  'key-not-ed25519': 'make an Ed25519 key: "npm run ledger -- keys"',
  'key-is-public': 'the secret holds the public key; store the private one',
  'key-is-private': 'give the public key here, and keep the private one to the app secret',
} as const;

/** A key that can't be used, and what to do. Never holds any of the key. */
export class LedgerKeyTrouble extends Error {
  override readonly name = 'LedgerKeyTrouble';
  constructor(readonly code: keyof typeof MENDS) {
    super(`${code}: ${MENDS[code]}`);
  }
}

/**
 * The signer of an app secret: an Ed25519 private key (RFC 8032) in PKCS8 (RFC 8410), as PEM or its bare base64,
 * line breaks kept, lost or written as `\n`. Throws `LedgerKeyTrouble`.
 */
export function signerOf(secret: string | undefined): Signer {
  if (secret === undefined || secret.trim() === '') throw new LedgerKeyTrouble('key-missing');
  const [found, ...more] = ders(secret);
  if (found === undefined || more.length > 0) throw new LedgerKeyTrouble('key-unreadable');
  const privateKey = readPrivate(found);
  const publicKey = createPublicKey(privateKey);
  const key = keyIdOf(publicKey);
  return {
    publicKey,
    sign: (bytes) => ({ key, signature: sign(null, bytes, privateKey).toString('base64url') }),
  };
}

/** One public key or several: SPKI, as PEM blocks or as base64 with white space between. Throws `LedgerKeyTrouble`. */
export function publicKeysOf(text: string): PublicKeys {
  const keys = ders(text).map((der) => {
    if (isPrivate(der)) throw new LedgerKeyTrouble('key-is-private');
    return ed25519(
      unlessUnreadable(() => createPublicKey({ key: der, format: 'der', type: 'spki' })),
    );
  });
  if (keys.length === 0) throw new LedgerKeyTrouble('key-missing');
  return publicKeysIn(keys);
}

export function publicKeysIn(keys: readonly KeyObject[]): PublicKeys {
  return new Map(keys.map((key) => [keyIdOf(key), key]));
}

/** The first 128 bits of the SHA-256 of the key's SPKI, so that anyone can tell it from the public key alone. */
export function keyIdOf(publicKey: KeyObject): string {
  return sha256(publicKey.export({ format: 'der', type: 'spki' })).slice(0, 32);
}

export function checkSeal(
  bytes: Uint8Array,
  { key, signature }: Seal,
  keys: PublicKeys,
): 'good' | 'bad' | 'unknown-key' {
  const publicKey = keys.get(key);
  if (publicKey === undefined) return 'unknown-key';
  const written = Buffer.from(signature, 'base64url');
  // One signature has one spelling: the last character's spare bits must be zero.
  if (written.toString('base64url') !== signature) return 'bad';
  return verify(null, bytes, publicKey, written) ? 'good' : 'bad';
}

function readPrivate(der: Buffer): KeyObject {
  if (!isPrivate(der) && isPublic(der)) throw new LedgerKeyTrouble('key-is-public');
  return ed25519(
    unlessUnreadable(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })),
  );
}

/** The DER of each key in a text: of PEM blocks where there are any, else of each word of base64. */
function ders(text: string): Buffer[] {
  const plain = text.replace(/\\[nr]/g, '\n');
  const blocks = [...plain.matchAll(/-----BEGIN [A-Z ]+-----([^-]*)-----END [A-Z ]+-----/g)];
  const words =
    blocks.length > 0
      ? blocks.map(([, body]) => (body ?? '').replace(/\s/g, ''))
      : plain.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    if (!/^[A-Za-z0-9+/]+=*$/.test(word)) throw new LedgerKeyTrouble('key-unreadable');
    return Buffer.from(word, 'base64');
  });
}

function isPrivate(der: Buffer): boolean {
  return reads(() => createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

function isPublic(der: Buffer): boolean {
  return reads(() => createPublicKey({ key: der, format: 'der', type: 'spki' }));
}

function reads(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

/** OpenSSL's own words are dropped: they are no help, and nothing that saw the key is passed on. */
function unlessUnreadable(read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch {
    throw new LedgerKeyTrouble('key-unreadable');
  }
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new LedgerKeyTrouble('key-not-ed25519');
  return key;
}
