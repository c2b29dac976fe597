import { randomBytes, randomUUID } from 'node:crypto';
import { setUpPortal, signingKeyState } from '../src/app/app.functions/setup-portal.ts';
import { eraseEverything, personalIn } from '../src/app/ledger/erasure.ts';
import { LedgerBroken } from '../src/app/ledger/store.ts';
import {
  chainOf,
  explained,
  found,
  mend,
  parsed,
  portal,
  PORTAL_USAGE,
  signerIn,
  staffIn,
  type Environment,
} from './ledger-account.ts';
import { exportRecord } from './ledger-export.ts';
import { join } from './ledger-join.ts';
import { privateFiles } from './private-file.ts';
import { Usage } from './usage.ts';

/** The commands that ask HubSpot; the token comes from the environment alone. `undefined` for any other command. */
export function portalCommand(
  args: readonly string[],
  environment: Environment,
  files = privateFiles(),
): Promise<number> | undefined {
  const [command, ...rest] = args;
  switch (command) {
    case 'set-up':
      return explained(() => setUp(rest, environment));
    case 'export':
      return explained(() => exportRecord(rest, environment, files));
    case 'erase':
      return explained(() => erase(rest, environment));
    case 'join':
      return explained(() => join(rest, environment));
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

async function erase(rest: readonly string[], environment: Environment): Promise<number> {
  const { contact, values } = parsed(rest, { user: { type: 'string' }, yes: { type: 'boolean' } });
  const who = staffIn(values.user);
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
    who,
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
