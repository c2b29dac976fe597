import { randomBytes, randomUUID } from 'node:crypto';
import type { HubSpot } from '../src/app/gateway/ports.ts';
import type { Entry } from '../src/app/ledger/entry.ts';
import { joinableIn, joinBranches } from '../src/app/ledger/join.ts';
import { keyIdOf, type PublicKeys, type Signer } from '../src/app/ledger/keys.ts';
import type { Statement } from '../src/app/ledger/statement.ts';
import { LedgerBroken } from '../src/app/ledger/store.ts';
import type { Problem } from '../src/app/ledger/verify.ts';
import {
  chainOf,
  found,
  keysIn,
  parsed,
  portal,
  signerIn,
  staffIn,
  type Environment,
} from './ledger-account.ts';
import { Usage } from './usage.ts';

type Branches = Extract<ReturnType<typeof joinableIn>, { kind: 'forked' }>['branches'];

/** `npm run ledger -- join CONTACT`: shows the branches of a forked record, and joins them where an admin says yes. */
export async function join(rest: readonly string[], environment: Environment): Promise<number> {
  const { contact, values } = parsed(rest, {
    user: { type: 'string' },
    yes: { type: 'boolean' },
    head: { type: 'string' },
  });
  const { user, head, yes } = values;
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new Usage('ledger: a head is a hash of 64 hexadecimal digits');
  }
  const who = staffIn(user);
  const signer = signerIn(environment);
  const publicKeys = withOwn(keysIn(environment), signer);
  const hubspot = portal(environment);
  const chain = await chainOf(hubspot, contact);
  const { entries, malformed } = await found(hubspot, chain);
  if (malformed.length > 0) throw new LedgerBroken(malformed, entries);
  const against = { chain, publicKeys, heads: head === undefined ? [] : [head] };

  const before = joinableIn(entries, against);
  if (before.kind === 'broken') return printNotJoinable(before.problems);
  if (before.kind === 'whole') {
    // HubSpot may have moved records of a merged contact: what is left here need not be all.
    await refuseMerged(hubspot, contact);
    console.log(`ledger: ${String(entries.length)} entries, verified; there is no fork to join`);
    return 0;
  }
  printBranches(before.branches);
  if (head === undefined) {
    console.log('note: no earlier head was given, so entries cut off at the end would not be seen');
  }
  if (yes !== true || user === undefined) {
    throw new Usage(
      'ledger: nothing was joined; to join these branches, none of which is deleted, add --yes and, as --user, your HubSpot user ID',
    );
  }
  await refuseMerged(hubspot, contact);
  const joining = await joinBranches(against, {
    store: hubspot.ledger,
    signer,
    random: randomBytes,
    requestId: `joined-${randomUUID()}`,
    who,
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  switch (joining.kind) {
    case 'joined': {
      const { n, hash } = joining.entry;
      console.log(`joined: at position ${String(n)}, by user ${user}; nothing was deleted`);
      console.log(`head: ${hash} at position ${String(n)}; keep it for next time`);
      console.log(
        `ledger: ${String(joining.entries)} entries, verified; opting in is possible again`,
      );
      return 0;
    }
    case 'whole':
      console.log('ledger: somebody else has joined it meanwhile; there is no fork any more');
      return 0;
    case 'broken':
      return printNotJoinable(joining.problems);
    case 'raced':
      throw new Usage('ledger: the record grew meanwhile and is still forked; run it again');
    case 'not-known':
      throw new Usage(
        'ledger: whether the branches are joined could not be read back; run it again, which is harmless',
      );
  }
}

/** Joining says that branches belong together. It says nothing of what else is wrong, and must not cover it up. */
function printNotJoinable(problems: readonly Problem[]): 1 {
  for (const { n, code } of problems) {
    console.log(`broken: ${code} at position ${String(n)}${HINT[code] ?? ''}`);
  }
  console.log('ledger: nothing was joined; the record is broken, which joining does not mend');
  return 1;
}

const HINT: Readonly<Partial<Record<Problem['code'], string>>> = {
  'unknown-key': '; put every public key into CONSENT_CARD_LEDGER_PUBLIC_KEYS',
  'missing-position': '; HubSpot keeps deleted records in its bin for 90 days: bring it back there',
  truncated: '; HubSpot keeps deleted records in its bin for 90 days: bring them back there',
};

function printBranches(branches: Branches): void {
  branches.forEach(({ head, entries }, at) => {
    const what = at === 0 ? 'goes on' : 'stays as it is, beside it';
    console.log(
      `branch ${String(at + 1)} (${what}): head ${head.hash} at position ${String(head.n)}`,
    );
    for (const entry of entries) console.log(`  ${lineOf(entry)}`);
  });
}

/** What an entry says, without a person's words. */
function lineOf({ n, statement }: Entry): string {
  const { kind, at, requestId } = statement;
  return [
    `${String(n)}: ${kind}`,
    ...saysOf(statement),
    `of ${requestId}`,
    whoOf(statement),
    at,
  ].join(' ');
}

function saysOf(statement: Statement): readonly string[] {
  if (!('change' in statement)) return [];
  const { subject, change } = statement;
  const about = subject.kind === 'subscription' ? `subscription ${subject.typeId}` : subject.kind;
  return [change, about, ...(statement.kind === 'outcome' ? [statement.result] : [])];
}

function whoOf({ who }: Statement): string {
  return who.kind === 'staff' ? `by user ${who.userId} (${who.identity})` : `by ${who.kind}`;
}

function withOwn(keys: PublicKeys, { publicKey }: Signer): PublicKeys {
  return new Map([...keys, [keyIdOf(publicKey), publicKey]]);
}

/** The record of a contact that was merged into another has ended, and nothing is added to it. */
async function refuseMerged({ contacts }: HubSpot, contact: string): Promise<void> {
  const { id } = await contacts.read(contact);
  if (id !== contact) {
    throw new Usage(
      `ledger: this contact was merged into ${id} and its record has ended; nothing was joined`,
    );
  }
}
