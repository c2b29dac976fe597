import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  checkSeal,
  keyIdOf,
  LedgerKeyTrouble,
  publicKeysOf,
  signerOf,
} from '../../src/app/ledger/keys.ts';
import { KEY, OTHER_KEY, pkcs8 } from './a-chain.ts';

const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const secret = pkcs8(seed);
const pem = `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`;
const spki = KEY.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const publicPem = KEY.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const otherPem = OTHER_KEY.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

function troubleOf(read: () => unknown): LedgerKeyTrouble {
  try {
    read();
  } catch (error) {
    if (error instanceof LedgerKeyTrouble) return error;
    throw error;
  }
  throw new Error('no trouble');
}

describe('the private key', () => {
  it('signs as RFC 8032 §7.1, test 1, says', () => {
    expect(Buffer.from(KEY.sign(new Uint8Array()).signature, 'base64url').toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it.each<[string, string]>([
    ['base64 on one line', secret],
    ['PEM', pem],
    ['PEM with Windows line ends', pem.replaceAll('\n', '\r\n')],
    ['PEM with its line breaks written out', pem.replaceAll('\n', '\\n')],
    ['PEM with its line breaks lost', pem.replaceAll('\n', '')],
    ['white space around', `\n  ${secret} \n`],
  ])('is read from %s', (_what, text) => {
    expect(signerOf(text).sign(Buffer.from('x'))).toEqual(KEY.sign(Buffer.from('x')));
  });

  it.each<[string, string | undefined, string]>([
    ['not set', undefined, 'key-missing'],
    ['empty', ' \n', 'key-missing'],
    ['a password', 'correct horse battery staple', 'key-unreadable'],
    ['cut off', secret.slice(0, 40), 'key-unreadable'],
    ['two keys', `${pem}${pem}`, 'key-unreadable'],
    ['the bare seed', Buffer.from(seed, 'hex').toString('base64'), 'key-unreadable'],
    ['the public key', publicPem, 'key-is-public'],
    [
      'a key of another kind',
      rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      'key-not-ed25519',
    ],
  ])(
    'that is %s is a trouble that says what to do, and nothing of the key',
    (_what, text, code) => {
      const trouble = troubleOf(() => signerOf(text));
      expect(trouble.code).toBe(code);
      expect(trouble.message.length).toBeGreaterThan(code.length + 20);
      expect(trouble.cause).toBeUndefined();
      const shown = inspect(trouble, { showHidden: true, depth: 9 });
      for (const word of (text ?? '').split(/\s+/).filter((one) => one.length > 15)) {
        expect(shown).not.toContain(word);
      }
    },
  );

  it('can’t be seen through its signer', () => {
    const shown = `${inspect(KEY, { showHidden: true, depth: 9 })} ${JSON.stringify(KEY)}`;
    for (const form of [secret, seed, Buffer.from(seed, 'hex').toString('base64')]) {
      expect(shown).not.toContain(form);
    }
  });
});

describe('public keys', () => {
  it.each<[string, string, number]>([
    ['one PEM block', publicPem, 1],
    ['base64', spki, 1],
    ['two PEM blocks, today’s and an earlier one', `${publicPem}${otherPem}`, 2],
    [
      'two lines of base64',
      `${spki}\n${OTHER_KEY.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`,
      2,
    ],
  ])('are read from %s', (_what, text, count) => {
    const keys = publicKeysOf(text);
    expect(keys.size).toBe(count);
    expect(keys.has(keyIdOf(KEY.publicKey))).toBe(true);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'key-missing'],
    ['a private key', pem, 'key-is-private'],
    ['something else', 'hello', 'key-unreadable'],
    [
      'a key of another kind',
      rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      'key-not-ed25519',
    ],
  ])('%s are none', (_what, text, code) => {
    expect(troubleOf(() => publicKeysOf(text)).code).toBe(code);
  });

  it('have an id that anyone can compute', () => {
    expect(KEY.sign(Buffer.from('x')).key).toBe(keyIdOf(KEY.publicKey));
    expect(keyIdOf(KEY.publicKey)).toMatch(/^[0-9a-f]{32}$/);
    expect(keyIdOf(KEY.publicKey)).not.toBe(keyIdOf(OTHER_KEY.publicKey));
  });

  it('accept one spelling of a signature only', () => {
    const bytes = Buffer.from('x');
    const seal = KEY.sign(bytes);
    const last = seal.signature.at(-1)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const sibling = alphabet[alphabet.indexOf(last) ^ 1]!;
    const respelt = { ...seal, signature: seal.signature.slice(0, -1) + sibling };
    const keys = publicKeysOf(spki);
    expect(Buffer.from(respelt.signature, 'base64url')).toEqual(
      Buffer.from(seal.signature, 'base64url'),
    );
    expect(checkSeal(bytes, seal, keys)).toBe('good');
    expect(checkSeal(bytes, respelt, keys)).toBe('bad');
  });
});
