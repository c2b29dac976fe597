import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  keyIdOf,
  LedgerKeyTrouble,
  publicKeysOf,
  type PublicKeys,
} from '../src/app/ledger/keys.ts';
import { readRecord, verifyRecord } from '../src/app/ledger/record-file.ts';
import { PORTAL_USAGE } from './ledger-account.ts';
import { portalCommand } from './ledger-portal.ts';
import { printBroken, printGaps, printHead } from './ledger-verdict.ts';
import { Usage } from './usage.ts';

const USAGE = `usage: npm run ledger -- verify FILE [--public-key FILE] [--head HASH]
       ${PORTAL_USAGE}
       npm run ledger -- keys`;

interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether what is printed goes into a file by `>`. */
  readonly printsToFile: boolean;
}

/** `npm run ledger -- …`; prints, and answers with the exit code. */
export async function ledgerCommand(
  args: readonly string[],
  { environment, printsToFile }: Surroundings,
): Promise<number> {
  try {
    return await (portalCommand(args, environment) ?? run(args, printsToFile));
  } catch (error) {
    console.error(error instanceof Usage ? error.message : 'ledger: could not run');
    return 2;
  }
}

/** These work on files alone: no network, no HubSpot. Answers with the exit code: 0 true, 1 broken, 2 not checked. */
function run(args: readonly string[], printsToFile: boolean): number {
  const { positionals, values } = parsed(args);
  const [command, file, ...more] = positionals;
  if (command === 'keys' && file === undefined) return makeKeys(printsToFile);
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
  if (result.status === 'broken') return printBroken(result, entries.length + malformed.length);

  printGaps(result, entries);
  if (!record.isAsWritten) {
    console.log(
      'note: this file was rewritten by other means; what a person reads in it may differ',
    );
  }
  if (head === undefined) {
    console.log('note: no earlier head was given, so entries cut off at the end would not be seen');
  }
  printHead(result);
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

function keysOf(text: string): PublicKeys {
  try {
    return publicKeysOf(text);
  } catch (error) {
    if (error instanceof LedgerKeyTrouble) throw new Usage(`ledger: ${error.message}`);
    throw error;
  }
}

function textOf(file: string): string {
  // Whoever gives a key or a token instead of a file does not find it in the output, which may be a log.
  if (/-----BEGIN|\n|^pat-|^[A-Za-z0-9+/=]{44,}$/.test(file) && !existsSync(file)) {
    throw new Usage('ledger: give the name of a file, not what is in it');
  }
  if (!existsSync(file)) throw new Usage(`ledger: there is no file ${file}`);
  return readFileSync(file, 'utf8');
}

/** Prints a new pair. The private key goes to the screen or to another program, and never into a file by `>`. */
function makeKeys(printsToFile: boolean): number {
  if (printsToFile) {
    throw new Usage(
      'ledger: the private key is not written to a file, which others could read and git or an upload could take; run it without ">"',
    );
  }
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
