import { parseArgs } from 'node:util';
import { hubSpot } from '../src/app/gateway/hubspot/hubspot.ts';
import type { HubSpot } from '../src/app/gateway/ports.ts';
import { HubSpotTrouble } from '../src/app/gateway/trouble.ts';
import type { TroubleCode } from '../src/app/contract/reply.ts';
import type { Chain } from '../src/app/ledger/chain.ts';
import {
  LedgerKeyTrouble,
  publicKeysIn,
  publicKeysOf,
  signerOf,
  type PublicKeys,
  type Signer,
} from '../src/app/ledger/keys.ts';
import type { Who } from '../src/app/ledger/statement.ts';
import { LedgerBroken, LedgerNotSetUp } from '../src/app/ledger/store.ts';
import { PrivateFileRefused } from './private-file.ts';
import { Usage } from './usage.ts';

/** What every command needs that asks HubSpot: its words parsed, an account, keys, and trouble explained. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const PORTAL_USAGE = `npm run ledger -- set-up
       npm run ledger -- export CONTACT [--json FILE] [--csv FILE]
       npm run ledger -- erase CONTACT [--user ID] [--yes]
       npm run ledger -- join CONTACT [--head HASH] [--user ID --yes]`;

export function parsed<O extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
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
  readonly head?: string;
}

export function portal(environment: Environment): HubSpot {
  const token = environment['PRIVATE_APP_ACCESS_TOKEN'];
  if (token === undefined || token === '') {
    throw new Usage(
      'ledger: put the app’s access token into the environment as PRIVATE_APP_ACCESS_TOKEN',
    );
  }
  return hubSpot({
    token,
    origin: environment['HUBSPOT_API_ORIGIN'],
    patience: { timeoutMs: 15_000, attempts: 4, allMs: 60_000, ledgerMs: 60_000, changeMs: 0 },
  });
}

export async function chainOf(hubspot: HubSpot, contact: string): Promise<Chain> {
  return { portal: await hubspot.installation.portalId(), contact };
}

/** A broken chain as far as it can be read. */
export async function found({ ledger }: HubSpot, chain: Chain) {
  try {
    return { entries: await ledger.read(chain), malformed: [] };
  } catch (error) {
    if (error instanceof LedgerBroken) return error;
    throw error;
  }
}

export function keysIn(environment: Environment): PublicKeys {
  const given = environment['CONSENT_CARD_LEDGER_PUBLIC_KEYS'];
  const secret = environment['CONSENT_CARD_LEDGER_KEY'];
  if (given !== undefined && given !== '') return publicKeysOf(given);
  if (secret !== undefined && secret !== '') return publicKeysIn([signerOf(secret).publicKey]);
  throw new Usage(
    'ledger: put the public keys into the environment as CONSENT_CARD_LEDGER_PUBLIC_KEYS, one PEM block after another',
  );
}

/** The user who runs a command, by their own word. */
export function staffIn(user: string | undefined): Who {
  if (user === undefined) return { kind: 'unknown' };
  if (!/^\d{1,20}$/.test(user)) throw new Usage(`usage: ${PORTAL_USAGE}`);
  return { kind: 'staff', userId: user, identity: 'claimed' };
}

export function signerIn(environment: Environment): Signer {
  return signerOf(environment['CONSENT_CARD_LEDGER_KEY']);
}

/** What went wrong, as something to do; never HubSpot's own words. */
export async function explained(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerKeyTrouble) throw new Usage(`ledger: ${error.message}`);
    if (error instanceof PrivateFileRefused) throw new Usage(`ledger: ${error.message}`);
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

export function mend(code: TroubleCode, scope?: string): string {
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
