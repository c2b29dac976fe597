import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherwise } from '../../sandbox/emulator/hubspot/assumptions.ts';
import {
  NEWSLETTER,
  ONE_TO_ONE,
  PRODUCT_NEWS,
  SEMINARS,
} from '../../sandbox/emulator/hubspot/portals.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { LedgerState } from '../../src/app/contract/snapshot.ts';
import { entryAfter, headOf } from '../../src/app/ledger/entry.ts';
import { intent, KEY, sealed } from '../ledger/a-chain.ts';
import { ANN, attackedDesk, OBJECTS, unsavedIn, type AttackedDesk } from './attacked-desk.ts';

const MINUTE = 60_000;
const proof = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Said so', evidence: 'Call 19' };

/** Ann: one-to-one in, seminars not specified, and two changes of this product that can be undone, to in and to out. */
async function scene(): Promise<AttackedDesk> {
  const desk = await attackedDesk({ assumptions: otherwise('uniqueValuesUnderRace') });
  const colleague = { act: 'colleague', userId: 47 } as const;
  desk.play({ ...colleague, typeId: ONE_TO_ONE, to: 'SUBSCRIBED' });
  desk.play({ ...colleague, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
  desk.play({ ...colleague, typeId: PRODUCT_NEWS, to: 'UNSUBSCRIBED' });
  desk.hubspot.clock.advance(MINUTE);
  const steps = [
    { act: 'opt-out', requestId: 'other-0001', typeId: '505' },
    { act: 'opt-out', requestId: 'own-out-01', typeId: NEWSLETTER },
    { act: 'opt-in', requestId: 'own-in-001', typeId: PRODUCT_NEWS, ...proof },
  ];
  for (const step of steps) {
    desk.hubspot.clock.advance(10_000);
    expect((await desk.change(step)).status).toMatch(/changed|refused/);
  }
  desk.hubspot.clock.advance(10_000);
  return desk;
}

type Change = (world: World) => World;
const asItIs: Change = (world) => world;

/** How each state comes about; what the returned world lacks, it lacks for that call alone. */
const STATES: Readonly<Record<LedgerState, (desk: AttackedDesk) => Promise<Change>>> = {
  ready: () => Promise.resolve(asItIs),
  async forked(desk) {
    const head = headOf((await desk.entries()).at(-1)!);
    for (const nth of ['a', 'b']) {
      const other = intent({
        chain: desk.chain(ANN),
        requestId: `rival-000${nth}`,
        at: new Date(desk.hubspot.clock.now() - 5_000).toISOString(),
        subject: { kind: 'marketing-status' },
        change: 'set-non-marketing',
        before: { state: 'non-marketing' },
      });
      const keptAt = new Date(desk.hubspot.clock.now()).toISOString();
      const entry = entryAfter(head, sealed(other), { keptAt, signer: KEY });
      expect(await desk.gateway().ledger.append(entry)).toBe('accepted');
    }
    return asItIs;
  },
  broken(desk) {
    const first = desk.records().find(({ properties }) => properties['key'] === `${ANN}:0`)!;
    desk.ask('PATCH', `${OBJECTS}/${first.id}`, { properties: { entry: '{' } });
    return Promise.resolve(asItIs);
  },
  'not-set-up': () => Promise.resolve(({ keys: _keys, ...world }) => world),
  'not-read'(desk) {
    const path = `${OBJECTS}/batch/read`;
    desk.hubspot.fail({ path, times: 1_000, fault: { kind: 'status', status: 503 } });
    return Promise.resolve(asItIs);
  },
};

const ACTS = {
  'opt-in': { act: 'opt-in', requestId: 'wish-0001', typeId: SEMINARS },
  'opt-out': { act: 'opt-out', requestId: 'wish-0001', typeId: ONE_TO_ONE },
  'opt-out-of-everything': {
    act: 'opt-out-of-everything',
    requestId: 'wish-0001',
    confirmed: true,
  },
  'to-marketing': { act: 'to-marketing', requestId: 'wish-0001', explicitYes: true },
  'to-non-marketing': { act: 'to-non-marketing', requestId: 'wish-0001' },
  'undo to in': { act: 'undo', requestId: 'wish-0001', undoes: 'own-out-01' },
  'undo to out': { act: 'undo', requestId: 'wish-0001', undoes: 'own-in-001' },
} as const;

type ActName = keyof typeof ACTS | 'keep-record';

/**
 * What is answered | what HubSpot has afterwards that it had not | what the record has, `+n` being what travels. Where the
 * record is broken, an intent is written that can't be read back: it stands there and travels too, and is the same when
 * it comes again. An undo rests on the record alone: where that can't be read, the plain opt-out is still there.
 */
const TABLE: Readonly<Record<ActName, Readonly<Record<LedgerState, string>>>> = {
  'opt-in': {
    ready: 'changed | seminars in | intent outcome',
    forked: 'refused: ledger-not-whole | - | -',
    broken: 'refused: ledger-not-whole | - | -',
    'not-set-up': 'refused: ledger-not-set-up | - | -',
    'not-read': 'refused: ledger-not-set-up ledger-not-whole | - | -',
  },
  'opt-out': {
    ready: 'changed | one-to-one out | intent outcome',
    forked: 'changed | one-to-one out | intent outcome',
    broken: 'changed | one-to-one out | intent +2',
    'not-set-up': 'changed | one-to-one out | -',
    'not-read': 'changed | one-to-one out | +2',
  },
  'opt-out-of-everything': {
    ready: 'changed | everything out | intent outcome',
    forked: 'changed | everything out | intent outcome',
    broken: 'changed | everything out | intent +2',
    'not-set-up': 'changed | everything out | -',
    'not-read': 'changed | everything out | +2',
  },
  'to-marketing': {
    ready: 'requested | marketing asked | intent',
    forked: 'refused: ledger-not-whole | - | -',
    broken: 'refused: ledger-not-whole | - | -',
    'not-set-up': 'refused: ledger-not-set-up | - | -',
    'not-read': 'refused: ledger-not-set-up ledger-not-whole | - | -',
  },
  'to-non-marketing': {
    ready: 'requested | marketing asked | intent',
    forked: 'requested | marketing asked | intent',
    broken: 'requested | marketing asked | intent +1',
    'not-set-up': 'requested | marketing asked | -',
    'not-read': 'requested | marketing asked | +1',
  },
  'undo to in': {
    ready: 'changed | newsletter in | undo outcome',
    forked: 'refused: ledger-not-whole | - | -',
    broken: 'refused: ledger-not-whole | - | -',
    'not-set-up': 'not-recorded | - | -',
    'not-read': 'not-recorded | - | -',
  },
  'undo to out': {
    ready: 'changed | product news out | undo outcome',
    forked: 'changed | product news out | undo outcome',
    broken: 'changed | product news out | undo +2',
    'not-set-up': 'not-recorded | - | -',
    'not-read': 'not-recorded | - | -',
  },
  'keep-record': {
    ready: 'kept | - | intent outcome',
    forked: 'kept | - | intent outcome',
    broken: 'kept | - | +2',
    'not-set-up': 'kept | - | +2',
    'not-read': 'kept | - | +2',
  },
};

let desk: AttackedDesk;
let start = '';
let unsaved: unknown[] = [];
beforeAll(async () => {
  desk = await scene();
  // Two entries that could not be kept when they were made; what they tell of is over.
  const before = desk.hubspot.snapshot();
  desk.loseTheLedger();
  unsaved = [...unsavedIn(await desk.change(ACTS['opt-out']))];
  desk.hubspot.clearFailures();
  desk.hubspot.restore(before);
  desk.hubspot.clock.advance(10_000);
  start = desk.hubspot.snapshot();
});
afterAll(() => desk.close());

const held = () => {
  const [ann] = desk.held();
  return {
    ...Object.fromEntries(
      Object.entries(ann?.address?.byType ?? {}).map(([type, { state }]) => [type, state]),
    ),
    all: ann?.address?.everything?.state ?? '',
    request: ann?.properties['consent_card_marketing_request'] ?? '',
  } as Readonly<Record<string, string>>;
};

const NAMES: Readonly<Record<string, string>> = {
  [NEWSLETTER]: 'newsletter',
  [SEMINARS]: 'seminars',
  [PRODUCT_NEWS]: 'product news',
  [ONE_TO_ONE]: 'one-to-one',
  request: 'marketing',
  all: 'everything',
};
const WORDS: Readonly<Record<string, string>> = {
  SUBSCRIBED: 'in',
  UNSUBSCRIBED: 'out',
  NOT_SPECIFIED: 'cleared',
};

/** Every entry record in HubSpot, whether its chain can be read or not. */
const kinds = () =>
  desk
    .records()
    .filter(({ properties }) => properties['kind'] !== 'personal')
    .map(({ properties }) => `${properties['key'] ?? ''} ${properties['kind'] ?? ''}`);

async function row(act: ActName, state: LedgerState): Promise<string> {
  desk.hubspot.clearFailures();
  desk.hubspot.restore(start);
  desk.hubspot.clock.advance(1_000);
  if (act === 'to-non-marketing') {
    desk.play({ act: 'marketing-status', to: 'marketing', by: 'USER_SET', name: 'A colleague' });
  }
  const change = await STATES[state](desk);
  const [before, entries] = [held(), kinds()];
  const parameters = act === 'keep-record' ? { act, unsaved } : ACTS[act];
  const reply = await desk.change(parameters, {}, change);
  const because =
    reply.status === 'refused'
      ? 'because' in reply.decision && reply.decision.because.length > 0
        ? reply.decision.because.map(({ rule }) => rule).join(' ')
        : 'missing' in reply.decision
          ? reply.decision.missing.join(' ')
          : ''
      : 'code' in reply
        ? reply.code
        : '';
  const after = held();
  const changed = Object.keys(after)
    .filter((name) => after[name] !== before[name])
    .map((name) => `${NAMES[name] ?? name} ${WORDS[after[name] ?? ''] ?? 'asked'}`);
  const kept = kinds()
    .filter((one) => !entries.includes(one))
    .map((one) => one.split(' ')[1]);
  const travels = unsavedIn(reply).length;
  return [
    [reply.status, because].filter((word) => word !== '').join(': '),
    changed.join(', ') || '-',
    [...kept, ...(travels === 0 ? [] : [`+${String(travels)}`])].join(' ') || '-',
  ].join(' | ');
}

describe.each(Object.keys(TABLE) as ActName[])('%s', (act) => {
  it.each(Object.keys(STATES) as LedgerState[])('with a record that is %s', async (state) => {
    expect(await row(act, state)).toBe(TABLE[act][state]);
  });
});

it.each(Object.keys(STATES) as LedgerState[])(
  'a look says that the record is %s',
  async (state) => {
    desk.hubspot.clearFailures();
    desk.hubspot.restore(start);
    const change = await STATES[state](desk);
    const world = change(desk.world());
    const reply = await readConsent(
      { parameters: { part: 'glance' }, propertiesToSend: desk.record(ANN) },
      world,
    );
    expect(reply).toMatchObject({ status: 'glance', glance: { ledger: state } });
  },
);
