import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  keyIdOf,
  LedgerKeyTrouble,
  publicKeysOf,
  type PublicKeys,
} from '../src/app/ledger/keys.ts';
import { gapsIn } from '../src/app/ledger/gaps.ts';
import { readRecord, verifyRecord } from '../src/app/ledger/record-file.ts';
import type { Broken } from '../src/app/ledger/verify.ts';

const USAGE = `usage: npm run ledger -- verify FILE [--public-key FILE] [--head HASH]
       npm run ledger -- keys`;

/** Nothing was checked: the command line or a file given is at fault. */
class Usage extends Error {}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'ledger: could not run');
  process.exitCode = 2;
}

/** Works on files alone: no network, no HubSpot. Answers with the exit code: 0 true, 1 broken, 2 not checked. */
function run(args: readonly string[]): number {
  const { positionals, values } = parsed(args);
  const [command, file, ...more] = positionals;
  if (command === 'keys' && file === undefined) return makeKeys();
  if (command !== 'verify' || file === undefined || more.length > 0) throw new Usage(USAGE);
  return verifyFile(file, values);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'public-key': { type: 'string' }, head: { type: 'string' } },
    });
  } catch {
    throw new Usage(USAGE);
  }
}

function verifyFile(
  file: string,
  { 'public-key': keyFile, head }: { readonly 'public-key'?: string; readonly head?: string },
): number {
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new Usage('ledger: a head is a hash of 64 hexadecimal digits');
  }
  const record = readRecord(textOf(file));
  if (record === undefined) {
    throw new Usage('ledger: this is not a record in JSON as "consent-card-ledger/1" writes it');
  }
  const { chain, entries, malformed } = record;
  console.log(`contact ${chain.contact} of portal ${chain.portal}`);
  const publicKeys = keysOf(keyFile === undefined ? record.publicKeys.join('\n') : textOf(keyFile));
  const result = verifyRecord(record, { publicKeys, earlier: head });
  if (result.status === 'broken') return broken(result, entries.length + malformed.length);

  for (const { n, onto } of result.joins) {
    console.log(`joined: a fork, at position ${String(n)}, goes on after ${onto.hash}`);
  }
  for (const { n, code } of gapsIn(entries)) console.log(`gap: ${code} at position ${String(n)}`);
  if (!record.isAsWritten) {
    console.log(
      'note: this file was rewritten by other means; what a person reads in it may differ',
    );
  }
  if (head === undefined) {
    console.log('note: no earlier head was given, so entries cut off at the end would not be seen');
  }
  if (result.head !== undefined) {
    console.log(
      `head: ${result.head.hash} at position ${String(result.head.n)}; keep it for next time`,
    );
  }
  const count = `ledger: ${String(entries.length)} entries, verified`;
  if (keyFile !== undefined) {
    console.log(count);
    return 0;
  }
  console.log(
    'note: no public key was given; anyone could have written this file with keys of their own',
  );
  console.log(`${count} (by the keys in the file)`);
  return 0;
}

function broken({ problems }: Broken, entries: number): number {
  for (const { n, code, hashes } of problems) {
    console.log(
      `broken: ${code} at position ${String(n)}${hashes ? `: ${hashes.join(', ')}` : ''}`,
    );
  }
  const [{ n, code }] = problems;
  console.log(`ledger: ${String(entries)} entries, BROKEN at position ${String(n)} (${code})`);
  return 1;
}

function keysOf(text: string): PublicKeys {
  try {
    return publicKeysOf(text);
  } catch (error) {
    if (error instanceof LedgerKeyTrouble) throw new Usage(`ledger: ${error.message}`);
    throw error;
  }
}

function textOf(file: string): string {
  if (!existsSync(file)) throw new Usage(`ledger: there is no file ${file}`);
  return readFileSync(file, 'utf8');
}

function makeKeys(): number {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  console.log(`key id ${keyIdOf(publicKey)}

1. The private key, one line. Store it as the app secret CONSENT_CARD_LEDGER_KEY
   ("npx hs app secret add CONSENT_CARD_LEDGER_KEY") and nowhere else. It is shown this once:

${secret}

2. The public key. Save it as a file, keep it for as long as the ledger, and give it to whoever
   checks a record ("npm run ledger -- verify FILE --public-key FILE"):

${publicKey.export({ format: 'pem', type: 'spki' }).toString().trimEnd()}

When a new key takes over, append its public key to that file: older entries need the older key.`);
  return 0;
}
