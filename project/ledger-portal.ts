import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setUpPortal, signingKeyState } from '../src/app/app.functions/setup-portal.ts';
import type { TroubleCode } from '../src/app/contract/reply.ts';
import { hubSpot } from '../src/app/gateway/hubspot/hubspot.ts';
import type { HubSpot } from '../src/app/gateway/ports.ts';
import { HubSpotTrouble } from '../src/app/gateway/trouble.ts';
import type { Chain } from '../src/app/ledger/chain.ts';
import { eraseEverything, personalIn } from '../src/app/ledger/erasure.ts';
import {
  LedgerKeyTrouble,
  publicKeysIn,
  publicKeysOf,
  signerOf,
  type PublicKeys,
  type Signer,
} from '../src/app/ledger/keys.ts';
import { recordCsv } from '../src/app/ledger/record-csv.ts';
import { recordFile, recordText } from '../src/app/ledger/record-file.ts';
import { LedgerBroken, LedgerNotSetUp } from '../src/app/ledger/store.ts';
import { verify } from '../src/app/ledger/verify.ts';
import { printBroken, printGaps, printHead } from './ledger-verdict.ts';
import { Usage } from './usage.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const PORTAL_USAGE = `npm run ledger -- set-up
       npm run ledger -- export CONTACT [--json FILE] [--csv FILE]
       npm run ledger -- erase CONTACT [--user ID] [--yes]`;

/** The commands that ask HubSpot; the token comes from the environment alone. `undefined` for any other command. */
export function portalCommand(
  args: readonly string[],
  environment: Environment,
): Promise<number> | undefined {
  const [command, ...rest] = args;
  switch (command) {
    case 'set-up':
      return explained(() => setUp(rest, environment));
    case 'export':
      return explained(() => exportRecord(rest, environment));
    case 'erase':
      return explained(() => erase(rest, environment));
    default:
      return undefined;
  }
}

async function setUp(rest: readonly string[], environment: Environment): Promise<number> {
  parsed(rest, {});
  const reply = await setUpPortal(
    {},
    {
      hubspot: portal(environment),
      signingKey: signingKeyState(environment['CONSENT_CARD_LEDGER_KEY']),
      correlationId: randomUUID(),
      log: () => undefined,
    },
  );
  if (reply.status === 'trouble') throw new Usage(mend(reply.code, reply.scope));
  if (reply.status === 'bad-request') throw new Usage(PORTAL_USAGE);
  const parts = Object.entries(reply.parts);
  for (const [part, found] of parts) {
    const why = found.state === 'failed' ? `: ${mend(found.code, found.scope)}` : '';
    console.log(`${part}: ${found.state}${why}`);
  }
  const isDone = parts.every(([, { state }]) => state !== 'failed' && state !== 'not-ours');
  console.log(isDone ? 'ledger: the account is set up' : 'ledger: the account is NOT set up');
  return isDone ? 0 : 1;
}

async function exportRecord(rest: readonly string[], environment: Environment): Promise<number> {
  const { contact, values } = parsed(rest, { json: { type: 'string' }, csv: { type: 'string' } });
  const publicKeys = keysIn(environment);
  const hubspot = portal(environment);
  const chain = await chainOf(hubspot, contact);
  const { entries, malformed } = await found(hubspot, chain);
  const file = recordFile(chain, entries, { exportedAt: new Date().toISOString(), publicKeys });
  // What is not of the ledger's form is named, so that whoever checks the file does not take it for a cut.
  const places = malformed.map((record) => ({ malformed: record }));
  const text = recordText({ ...file, entries: [...file.entries, ...(places as unknown as [])] });
  const isNeither = values.json === undefined && values.csv === undefined;
  write(values.json ?? (isNeither ? `consent-record-${contact}.json` : undefined), text);
  write(values.csv ?? (isNeither ? `consent-record-${contact}.csv` : undefined), recordCsv(file));
  if (malformed.length > 0) {
    for (const id of malformed) console.log(`broken: record ${id} is not of the ledger’s form`);
    console.log(`ledger: ${String(entries.length)} entries, BROKEN (malformed)`);
    return 1;
  }
  const result = verify(file.entries, { chain, publicKeys });
  if (result.status === 'broken') return printBroken(result, entries.length);
  printGaps(result, file.entries);
  printHead(result);
  console.log(`ledger: ${String(entries.length)} entries, verified`);
  return 0;
}

async function erase(rest: readonly string[], environment: Environment): Promise<number> {
  const { contact, values } = parsed(rest, { user: { type: 'string' }, yes: { type: 'boolean' } });
  const { user } = values;
  if (user !== undefined && !/^\d{1,20}$/.test(String(user)))
    throw new Usage(`usage: ${PORTAL_USAGE}`);
  const signer = signerIn(environment);
  const hubspot = portal(environment);
  const chain = await chainOf(hubspot, contact);
  const { entries, malformed } = await found(hubspot, chain);
  if (malformed.length > 0) throw new LedgerBroken(malformed, entries);
  const held = personalIn(entries);
  const fields = held.reduce((sum, one) => sum + one.fields.length, 0);
  const what = `${String(fields)} personal fields of ${String(held.length)} entries`;
  if (fields === 0) {
    console.log(`ledger: nothing personal is left in ${String(entries.length)} entries`);
    return 0;
  }
  if (values.yes !== true) {
    throw new Usage(`ledger: this erases ${what} and can’t be undone; add --yes to do it`);
  }
  const left = await eraseEverything(chain, {
    store: hubspot.ledger,
    signer,
    random: randomBytes,
    requestId: `erasure-${randomUUID()}`,
    who:
      user === undefined
        ? { kind: 'unknown' }
        : { kind: 'staff', userId: String(user), identity: 'claimed' },
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  if (left === 'not-kept') {
    throw new Usage(
      'ledger: the erasure could not be recorded, and nothing was erased; run it again',
    );
  }
  if (left.length > 0) {
    console.log(`ledger: ${String(left.length)} entries still hold personal fields; run it again`);
    return 1;
  }
  console.log(
    'note: HubSpot keeps deleted records in its bin for 90 days; empty it there if it must be sooner',
  );
  console.log(
    'note: exports made earlier, and what HubSpot itself holds of the contact, are not touched',
  );
  console.log(`ledger: ${what} erased`);
  return 0;
}

function parsed<O extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  rest: readonly string[],
  options: O,
) {
  const isAboutContact = Object.keys(options ?? {}).length > 0;
  try {
    const { positionals, values } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: options ?? {},
    });
    const [contact = '', ...more] = positionals;
    const isRight = isAboutContact ? /^\d{1,20}$/.test(contact) : contact === '';
    if (isRight && more.length === 0) return { contact, values: values as Values };
  } catch {
    // Said below.
  }
  throw new Usage(`usage: ${PORTAL_USAGE}\nCONTACT is the contact’s record ID, a number.`);
}

interface Values {
  readonly json?: string;
  readonly csv?: string;
  readonly user?: string;
  readonly yes?: boolean;
}

function portal(environment: Environment): HubSpot {
  const token = environment['PRIVATE_APP_ACCESS_TOKEN'];
  if (token === undefined || token === '') {
    throw new Usage(
      'ledger: put the app’s access token into the environment as PRIVATE_APP_ACCESS_TOKEN',
    );
  }
  return hubSpot({
    token,
    origin: environment['HUBSPOT_API_ORIGIN'],
    patience: { timeoutMs: 15_000, attempts: 4, allMs: 60_000, ledgerMs: 60_000 },
  });
}

async function chainOf(hubspot: HubSpot, contact: string): Promise<Chain> {
  return { portal: await hubspot.installation.portalId(), contact };
}

/** A broken chain as far as it can be read. */
async function found({ ledger }: HubSpot, chain: Chain) {
  try {
    return { entries: await ledger.read(chain), malformed: [] };
  } catch (error) {
    if (error instanceof LedgerBroken) return error;
    throw error;
  }
}

function keysIn(environment: Environment): PublicKeys {
  const given = environment['CONSENT_CARD_LEDGER_PUBLIC_KEYS'];
  const secret = environment['CONSENT_CARD_LEDGER_KEY'];
  if (given !== undefined && given !== '') return publicKeysOf(given);
  if (secret !== undefined && secret !== '') return publicKeysIn([signerOf(secret).publicKey]);
  throw new Usage(
    'ledger: put the public keys into the environment as CONSENT_CARD_LEDGER_PUBLIC_KEYS, one PEM block after another',
  );
}

function signerIn(environment: Environment): Signer {
  return signerOf(environment['CONSENT_CARD_LEDGER_KEY']);
}

function write(file: string | undefined, text: string): void {
  if (file === undefined) return;
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch {
    throw new Usage(`ledger: ${file} can’t be written`);
  }
  console.log(`wrote ${file}`);
}

/** What went wrong, as something to do; never HubSpot's own words. */
async function explained(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerKeyTrouble) throw new Usage(`ledger: ${error.message}`);
    if (error instanceof LedgerNotSetUp) {
      throw new Usage('ledger: this account is not set up; run "npm run ledger -- set-up"');
    }
    if (error instanceof LedgerBroken) {
      throw new Usage(
        `ledger: records ${error.malformed.join(', ')} are not of the ledger’s form; "export" shows what can be read`,
      );
    }
    if (error instanceof HubSpotTrouble) {
      throw new Usage(`ledger: ${mend(error.code, error.scope)}`);
    }
    throw error;
  }
}

function mend(code: TroubleCode, scope?: string): string {
  if (code === 'missing-scope') {
    return `the app lacks the scope ${scope ?? '(HubSpot does not say which)'}; install it again`;
  }
  return MENDS[code];
}

const MENDS: Readonly<Record<Exclude<TroubleCode, 'missing-scope'>, string>> = {
  'bad-token': 'HubSpot does not accept the access token',
  'record-not-found': 'HubSpot has no such record',
  'rate-limited': 'HubSpot is busy; run it again later',
  'hubspot-failing': 'HubSpot is failing; run it again later',
  'timed-out': 'HubSpot did not answer in time; run it again',
  'unreadable-answer': 'HubSpot answered in a form that is not documented; run it again',
  'rejected-by-hubspot': 'HubSpot refused it',
  'not-set-up': 'this account is not set up; run "npm run ledger -- set-up"',
  'not-configured': 'HUBSPOT_API_ORIGIN is neither HubSpot nor this machine',
  'settings-refused': 'the organisation’s choices can’t be used',
  internal: 'something went wrong that nobody foresaw',
};
