import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { eraseEverything } from '../../src/app/ledger/erasure.ts';
import { KEY, saltsFrom } from '../ledger/a-chain.ts';
import { ANN, attackedDesk, type AttackedDesk, type Sent } from './attacked-desk.ts';

const MINUTE = 60_000;
const OWNER = '9047';
const claim = { userId: '47', teamIds: ['801'] };
const REUSED = {
  status: 'bad-request',
  code: 'request-reused',
  paths: ['parameters.requestId'],
};

let desk: AttackedDesk;
let start = '';
/** Ann is in for the newsletter through this product, and has said no to seminars by herself. */
beforeAll(async () => {
  desk = await attackedDesk({ organisation: { approver: { ownerId: OWNER } } });
  const optedIn = await desk.change({ ...FIRST, requestId: 'before-0001', typeId: NEWSLETTER });
  expect(optedIn.status).toBe('changed');
  desk.hubspot.clock.advance(MINUTE);
  const optedOut = { act: 'opt-out', requestId: 'before-0002', typeId: NEWSLETTER };
  expect((await desk.change(optedOut)).status).toBe('changed');
  desk.play({ act: 'contact-link', typeId: SEMINARS });
  desk.hubspot.clock.advance(MINUTE);
  start = desk.hubspot.snapshot();
});
afterEach(() => {
  desk.hubspot.clearFailures();
  desk.hubspot.restore(start);
});
afterAll(() => desk.close());

const common = {
  requestId: 'request-0001',
  claim,
  askedBy: { by: 'phone', on: '2026-01-02' },
  evidence: 'Call 17',
};
const FIRST = {
  ...common,
  act: 'opt-in',
  typeId: PRODUCT_NEWS,
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Said so at the fair',
};

/** What may be asked for, and how the first of a request is answered. */
const REQUESTS: Readonly<Record<string, readonly [first: Sent, answer: string]>> = {
  'an opt-in': [FIRST, 'changed'],
  'an opt-out': [{ ...common, act: 'opt-out', typeId: PRODUCT_NEWS }, 'changed'],
  'an opt-out of everything': [
    { ...common, act: 'opt-out-of-everything', confirmed: true },
    'changed',
  ],
  'a marketing status': [{ ...common, act: 'to-marketing', explicitYes: true }, 'requested'],
  'an undo': [{ ...common, act: 'undo', undoes: 'before-0002' }, 'changed'],
  'a refused opt-in': [{ ...FIRST, typeId: SEMINARS }, 'refused'],
  'a question': [
    {
      ...common,
      act: 'ask-for-approval',
      of: { act: 'opt-in', typeId: SEMINARS },
      note: 'Please look',
      language: 'en',
    },
    'asked',
  ],
};

const without = (request: Sent, field: string): Sent =>
  Object.fromEntries(Object.entries(request).filter(([name]) => name !== field));

/** Everything else that may come under the id of a request. */
function others([first]: readonly [Sent, string]): [string, Sent][] {
  const has = (field: string) => field in first;
  const rows: [string, Sent][] = [
    ['another caller', { ...first, claim: { ...claim, userId: '48' } }],
    ['a caller whom nobody names', without(first, 'claim')],
    ['another way to ask', { ...first, askedBy: { by: 'letter', on: '2026-01-02' } }],
    ['another day', { ...first, askedBy: { by: 'phone', on: '2026-01-03' } }],
    ['no day', { ...first, askedBy: { by: 'phone' } }],
    ['a wish of staff’s own', without(first, 'askedBy')],
    ['another proof', { ...first, evidence: 'Call 18' }],
    ['a proof with one letter more', { ...first, evidence: 'Call 17a' }],
    ['no proof', without(first, 'evidence')],
  ];
  if (has('explanation')) {
    rows.push(
      ['another basis', { ...first, legalBasis: 'LEGITIMATE_INTEREST_OTHER' }],
      ['no basis', without(first, 'legalBasis')],
      ['another explanation', { ...first, explanation: 'Said so on the phone' }],
      ['the same in capitals', { ...first, explanation: 'SAID SO AT THE FAIR' }],
      ['no explanation', without(first, 'explanation')],
    );
  }
  if (has('typeId')) {
    rows.push(['another type', { ...first, typeId: NEWSLETTER }]);
  }
  if (has('explicitYes')) {
    rows.push(
      ['no yes', without(first, 'explicitYes')],
      ['a no', { ...first, explicitYes: false }],
      ['the opposite', { ...without(first, 'explicitYes'), act: 'to-non-marketing' }],
    );
  }
  if (has('undoes'))
    rows.push(['another request to take back', { ...first, undoes: 'before-0001' }]);
  if (has('note')) {
    rows.push(
      ['another note', { ...first, note: 'Please do' }],
      ['no note', without(first, 'note')],
      ['another language', { ...first, language: 'ja' }],
      ['another wish', { ...first, of: { act: 'to-marketing' } }],
      ['the change itself', { ...FIRST, typeId: NEWSLETTER }],
    );
  }
  rows.push(
    has('note')
      ? ['an opt-out', { ...common, act: 'opt-out', typeId: PRODUCT_NEWS }]
      : [
          'a question',
          {
            ...common,
            act: 'ask-for-approval',
            of: { act: 'to-marketing' },
            language: 'en',
          },
        ],
  );
  return rows;
}

const CASES = Object.entries(REQUESTS).flatMap(([what, request]) =>
  others(request).map(([other, sent]) => [what, other, request, sent] as const),
);

/** What HubSpot holds of Ann, the texts that went with it, and the record. */
async function left() {
  return { held: desk.held(), entries: await desk.entries(), tasks: tasks() };
}

function tasks(): unknown {
  return desk.ask('GET', '/crm/objects/2026-09/0-27?limit=100&properties=hs_task_body').body[
    'results'
  ];
}

describe('the id of a request', () => {
  it.each(CASES)('of %s is not that of %s', async (_what, _other, [first, answer], sent) => {
    expect((await desk.change(first)).status).toBe(answer);
    const before = await left();
    expect(await desk.change(sent)).toMatchObject(REUSED);
    expect(await left()).toEqual(before);
    // What is refused so has not spoilt the retry.
    expect((await desk.change(first)).status).toBe(answer);
    expect(await left()).toEqual(before);
  });

  it.each(Object.entries(REQUESTS))(
    'of %s is that of the same, sent again with other claims of teams and other white space around',
    async (_what, [first, answer]) => {
      expect((await desk.change(first)).status).toBe(answer);
      const before = await left();
      const again = {
        ...first,
        claim: { ...claim, teamIds: [] },
        evidence: ` \u202D${String(first['evidence'])}\r\n`,
      };
      expect((await desk.change(again)).status).toBe(answer);
      expect(await left()).toEqual(before);
    },
  );
});

describe('runs of one id at once', () => {
  const DIFFERING = Object.entries(REQUESTS).filter(([, [, answer]]) => answer !== 'refused');

  it.each(DIFFERING)('of %s, with other proof in each, make one change', async (_what, [first]) => {
    const before = (await desk.entries()).length;
    const replies = await Promise.all(
      ['Call 17', 'Call 18', 'Call 19'].map((evidence) => desk.change({ ...first, evidence })),
    );
    const reused = replies.filter((reply) => 'code' in reply && reply.code === 'request-reused');
    expect(reused).toHaveLength(2);
    const asked = (await desk.entries())
      .slice(before)
      .filter(({ statement: { kind } }) => kind !== 'outcome');
    expect(asked).toHaveLength(1);
    const won = replies.findIndex((reply) => !reused.includes(reply));
    expect(asked[0]?.personal.evidence?.value).toBe(['Call 17', 'Call 18', 'Call 19'][won]);
    expect(await desk.verdict()).toBe('verified');
  });

  it('of an opt-in, with other explanations, HubSpot keeps the one that is answered', async () => {
    const explanations = ['Said so at the fair', 'Said so on the phone'];
    const replies = await Promise.all(
      explanations.map((explanation) => desk.change({ ...FIRST, explanation })),
    );
    const won = replies.findIndex(({ status }) => status === 'changed');
    expect(replies[1 - won]).toMatchObject(REUSED);
    const reply = replies[won]!;
    expect('glance' in reply && reply.glance.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ typeId: PRODUCT_NEWS, explanation: explanations[won] }),
      ]),
    );
  });

  it('of a question, with other notes, make one task', async () => {
    const [first] = REQUESTS['a question']!;
    const replies = await Promise.all(
      ['Please look', 'Please do'].map((note) => desk.change({ ...first, note })),
    );
    expect(replies.map((reply) => ('code' in reply ? reply.code : reply.status)).sort()).toEqual([
      'asked',
      'request-reused',
    ]);
    expect(tasks()).toHaveLength(1);
  });

  it('of the same, all the same, are one request', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => desk.change(FIRST)));
    expect(replies.map(({ status }) => status)).toEqual(['changed', 'changed', 'changed']);
  });
});

describe('what can’t be compared any more', () => {
  it('is taken as the same after an erasure, and whether it was given still counts', async () => {
    expect((await desk.change(FIRST)).status).toBe('changed');
    const { ledger } = desk.gateway();
    const left = await eraseEverything(desk.chain(ANN), {
      store: ledger,
      signer: KEY,
      random: saltsFrom('erasure'),
      now: () => desk.hubspot.clock.now(),
      wait: () => Promise.resolve(),
      requestId: 'erasure-0001',
      who: { kind: 'unknown' },
    });
    expect(left).toEqual([]);
    expect((await desk.change(FIRST)).status).toBe('changed');
    expect(await desk.change(without(FIRST, 'evidence'))).toMatchObject(REUSED);
    expect(await desk.change({ ...FIRST, legalBasis: 'NON_GDPR' })).toMatchObject(REUSED);
  });
});
