import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import type { ChangeReply } from '../../src/app/contract/reply.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { KEY, OTHER_KEY, saltsFrom } from '../ledger/a-chain.ts';
import { seal } from '../../src/app/ledger/sealed.ts';
import { MOST_AN_HOUR } from '../../src/app/ledger/refusals.ts';
import { lawRuns, lawTimeout } from '../law-runs.ts';
import {
  addressOf,
  ANN,
  attackedDesk,
  BEN,
  unsavedIn,
  type AttackedDesk,
  type Sent,
} from './attacked-desk.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const optIn = { act: 'opt-in', requestId: 'request-in', typeId: PRODUCT_NEWS };
const optOut = { act: 'opt-out', requestId: 'request-out', typeId: NEWSLETTER };
const question = {
  act: 'ask-for-approval',
  requestId: 'request-ask',
  of: { act: 'opt-in', typeId: SEMINARS },
  language: 'en',
};
/** What Ann and Ben were opted in with; sent again it is a retry. */
const ground = {
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Said so at the fair',
  claim: { userId: '47', teamIds: ['801'] },
};
const json = (text: string) => JSON.parse(text) as unknown;
const emoji = (count: number) => '\u{1F600}'.repeat(count);
const claim = { userId: '47', teamIds: ['801'] };

/**
 * Ann and Ben are in for the newsletter through this product (`ann-in-0001`, `ben-in-0001`), and both have said no to seminars
 * by themselves. Whoever attacks has the page, and so everything but HubSpot's own word.
 */
async function scene(...given: Parameters<typeof attackedDesk>): Promise<AttackedDesk> {
  const desk = await attackedDesk(...given);
  for (const [contactId, who] of [
    [ANN, 'ann'],
    [BEN, 'ben'],
  ] as const) {
    const beside = { propertiesToSend: desk.record(contactId) };
    const first = {
      act: 'opt-in',
      requestId: `${who}-in-0001`,
      typeId: NEWSLETTER,
      ...ground,
    };
    expect((await desk.change(first, beside)).status).toBe('changed');
    desk.play({ act: 'contact-link', typeId: SEMINARS }, contactId);
  }
  desk.hubspot.clock.advance(MINUTE);
  return desk;
}

let desk: AttackedDesk;
let start = '';
beforeAll(async () => {
  desk = await scene();
  start = desk.hubspot.snapshot();
});
afterEach(() => {
  desk.hubspot.clearFailures();
  desk.hubspot.restore(start);
  desk.log.length = 0;
});
afterAll(() => desk.close());

/** How an attack is answered, and what it leaves: `[]` is nothing, in HubSpot and in either record. */
type Row = readonly [
  what: string,
  parameters: unknown,
  answer: string,
  left: readonly string[],
  beside?: Sent,
];

const BAD = 'bad-request invalid-parameters';
const REUSED = 'bad-request request-reused';
const MISSING = 'bad-request record-missing';
const CHANGED = 'bad-request record-changed';

const ROWS: readonly Row[] = [
  // Whose record it is.
  ['another contact’s id', { ...optOut, contactId: BEN }, BAD, []],
  ['another contact’s id under HubSpot’s name', { ...optOut, hs_object_id: BEN }, BAD, []],
  ['another contact’s address', { ...optOut, email: addressOf(BEN) }, BAD, []],
  [
    'an open record within the parameters',
    { ...optOut, propertiesToSend: { hs_object_id: BEN, email: addressOf(BEN) } },
    BAD,
    [],
  ],
  [
    'Ben’s id with Ann’s address',
    optOut,
    CHANGED,
    [],
    { propertiesToSend: { hs_object_id: BEN, email: addressOf(ANN) } },
  ],
  ['a question about another contact', { ...question, contactId: BEN }, BAD, []],
  [
    'a question about Ben with Ann’s address',
    question,
    CHANGED,
    [],
    { propertiesToSend: { hs_object_id: BEN, email: addressOf(ANN) } },
  ],
  [
    'a question with a prototype',
    json(
      `{"act":"ask-for-approval","requestId":"request-ask","of":{"act":"opt-in","typeId":"${SEMINARS}"},"language":"en","__proto__":{"approver":"9047"}}`,
    ),
    BAD,
    [],
  ],
  [
    'a question whose wish has a prototype',
    {
      ...question,
      of: json(`{"act":"opt-in","typeId":"${SEMINARS}","__proto__":{"act":"opt-out"}}`),
    },
    BAD,
    [],
  ],
  [
    'a question where nobody is named, with an approver of the page’s own',
    { ...question, approver: { ownerId: '9047' } },
    BAD,
    [],
  ],
  [
    'Ann’s id with Ben’s address',
    optOut,
    CHANGED,
    [],
    { propertiesToSend: { hs_object_id: ANN, email: addressOf(BEN) } },
  ],
  [
    'Ann’s id with no address',
    optOut,
    CHANGED,
    [],
    { propertiesToSend: { hs_object_id: ANN, email: '' } },
  ],
  [
    'an address that folds to Ann’s',
    optOut,
    CHANGED,
    [],
    { propertiesToSend: { hs_object_id: ANN, email: addressOf(ANN).replace('s', '\u017F') } },
  ],
  [
    'an id with a zero before it',
    optOut,
    'trouble record-not-found',
    [],
    { propertiesToSend: { hs_object_id: `0${ANN}`, email: addressOf(ANN) } },
  ],
  [
    'an id of nobody',
    optOut,
    'trouble record-not-found',
    [],
    { propertiesToSend: { hs_object_id: '424242', email: addressOf(ANN) } },
  ],
  [
    'an id that is a number',
    optOut,
    MISSING,
    [],
    { propertiesToSend: { hs_object_id: 9101, email: addressOf(ANN) } },
  ],
  [
    'a list of ids',
    optOut,
    MISSING,
    [],
    { propertiesToSend: { hs_object_id: [ANN, BEN], email: addressOf(ANN) } },
  ],
  [
    'a list for an open record',
    optOut,
    MISSING,
    [],
    { propertiesToSend: [{ hs_object_id: ANN, email: addressOf(ANN) }] },
  ],
  [
    'an id that is a path',
    optOut,
    MISSING,
    [],
    { propertiesToSend: { hs_object_id: `${ANN}/../${BEN}`, email: addressOf(ANN) } },
  ],

  // Who is asking, and what is decided.
  [
    'a claimed user',
    { ...optOut, claim },
    'changed',
    ['intent opted-out claimed', 'outcome opted-out claimed'],
  ],
  ['no user at all', optOut, 'changed', ['intent opted-out unknown', 'outcome opted-out unknown']],
  ['a user beside the claim', { ...optOut, userId: 47 }, BAD, []],
  [
    'a claim that says it is vouched for',
    { ...optOut, claim: { ...claim, identity: 'vouched' } },
    BAD,
    [],
  ],
  ['a claim with a role', { ...optOut, claim: { ...claim, role: 'admin' } }, BAD, []],
  ['a user that is a number', { ...optOut, claim: { userId: 47, teamIds: [] } }, BAD, []],
  ['a user that is __proto__', { ...optOut, claim: { userId: '__proto__', teamIds: [] } }, BAD, []],
  ['a claim that is a list', { ...optOut, claim: [claim] }, BAD, []],
  [
    'teams without end',
    { ...optOut, claim: { userId: '47', teamIds: Array.from({ length: 201 }, () => '801') } },
    BAD,
    [],
  ],
  [
    'a decision',
    { ...optIn, typeId: SEMINARS, decision: { kind: 'allow', write: 'resubscription' } },
    BAD,
    [],
  ],
  ['facts', { ...optIn, typeId: SEMINARS, facts: { lastOptOutBy: 'staff' } }, BAD, []],
  ['the way to write it', { ...optIn, typeId: SEMINARS, write: 'resubscription' }, BAD, []],
  ['a policy of its own', { ...optIn, typeId: SEMINARS, policy: { rules: [] } }, BAD, []],
  [
    'proof for what the contact said no to',
    {
      ...optIn,
      typeId: SEMINARS,
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: 'They said so',
      evidence: 'A letter',
      claim,
    },
    'refused',
    ['refusal opted-in claimed'],
  ],

  // What they saw.
  ['a stale snapshot', { ...optIn, shown: 'opted-in' }, 'refused', ['refusal opted-in unknown']],
  [
    'a snapshot that says what the attacker wishes',
    { ...optIn, typeId: SEMINARS, shown: 'opted-in' },
    'refused',
    ['refusal opted-in unknown'],
  ],
  [
    'a snapshot of the contact’s own no, denied',
    { ...optIn, typeId: SEMINARS, shown: 'not-specified' },
    'refused',
    ['refusal opted-in unknown'],
  ],
  ['a snapshot that is no state', { ...optIn, shown: 'anything' }, BAD, []],

  // Requests that came before.
  ['Ann’s request with another wish', { ...optOut, requestId: 'ann-in-0001' }, REUSED, []],
  ['Ann’s request for another type', { ...optIn, requestId: 'ann-in-0001' }, REUSED, []],
  [
    'Ann’s request for everything',
    { act: 'opt-out-of-everything', confirmed: true, requestId: 'ann-in-0001' },
    REUSED,
    [],
  ],
  [
    'Ann’s request, again',
    { ...optIn, ...ground, typeId: NEWSLETTER, requestId: 'ann-in-0001' },
    'changed',
    [],
  ],
  [
    'Ann’s request, again, with nothing given',
    { ...optIn, typeId: NEWSLETTER, requestId: 'ann-in-0001' },
    REUSED,
    [],
  ],
  [
    'Ann’s request, again, as somebody else',
    {
      ...optIn,
      ...ground,
      typeId: NEWSLETTER,
      requestId: 'ann-in-0001',
      claim: { ...claim, userId: '48' },
    },
    REUSED,
    [],
  ],
  [
    'Ben’s request id, which is nothing of Ann’s',
    { ...optOut, requestId: 'ben-in-0001' },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  [
    'an undo of Ben’s request',
    { act: 'undo', requestId: 'undo-0001', undoes: 'ben-in-0001' },
    BAD,
    [],
  ],
  [
    'an undo of nobody’s request',
    { act: 'undo', requestId: 'undo-0001', undoes: 'nothing-0001' },
    BAD,
    [],
  ],
  ['an undo of itself', { act: 'undo', requestId: 'undo-0001', undoes: 'undo-0001' }, BAD, []],
  [
    'an undo under the id of what it undoes',
    { act: 'undo', requestId: 'ann-in-0001', undoes: 'ann-in-0001' },
    REUSED,
    [],
  ],
  [
    'an undo of what had no state before',
    { act: 'undo', requestId: 'undo-0001', undoes: 'ann-in-0001' },
    'refused',
    ['refusal cleared unknown'],
  ],
  [
    'an undo to a state of choice',
    { act: 'undo', requestId: 'undo-0001', undoes: 'ann-in-0001', to: 'opted-in' },
    BAD,
    [],
  ],
  [
    'an undo of two',
    { act: 'undo', requestId: 'undo-0001', undoes: ['ann-in-0001', 'ben-in-0001'] },
    BAD,
    [],
  ],

  // Prototypes.
  [
    '__proto__ at the top',
    json(
      `{"act":"opt-out","requestId":"request-out","typeId":"${NEWSLETTER}","__proto__":{"confirmed":true}}`,
    ),
    BAD,
    [],
  ],
  [
    '__proto__ in the claim',
    json(
      `{"act":"opt-out","requestId":"request-out","typeId":"${NEWSLETTER}","claim":{"userId":"47","teamIds":[],"__proto__":{"identity":"vouched"}}}`,
    ),
    BAD,
    [],
  ],
  [
    '__proto__ in the wish',
    json(
      `{"act":"opt-out","requestId":"request-out","typeId":"${NEWSLETTER}","askedBy":{"by":"phone","__proto__":{"on":"2026-01-01"}}}`,
    ),
    BAD,
    [],
  ],
  ['__proto__ for a wish', json('{"act":"__proto__","requestId":"request-out"}'), BAD, []],
  [
    'constructor at the top',
    { ...optOut, constructor: { prototype: { confirmed: true } } },
    BAD,
    [],
  ],
  ['constructor in the claim', { ...optOut, claim: { ...claim, constructor: {} } }, BAD, []],
  ['constructor for a wish', { act: 'constructor', requestId: 'request-out' }, BAD, []],
  ['prototype in the wish', { ...optOut, askedBy: { by: 'phone', prototype: {} } }, BAD, []],
  ['a type called constructor', { ...optOut, typeId: 'constructor' }, BAD, []],
  [
    'a request called constructor, undone',
    { act: 'undo', requestId: 'undo-0001', undoes: 'constructor' },
    BAD,
    [],
  ],
  [
    '__proto__ in the open record',
    optOut,
    MISSING,
    [],
    {
      propertiesToSend: json(`{"__proto__":{"hs_object_id":"${ANN}","email":"${addressOf(ANN)}"}}`),
    },
  ],

  // Words.
  ['a legal basis outside HubSpot’s', { ...optIn, legalBasis: 'BECAUSE' }, BAD, []],
  ['a legal basis in small letters', { ...optIn, legalBasis: 'consent_with_notice' }, BAD, []],
  ['a legal basis called toString', { ...optIn, legalBasis: 'toString' }, BAD, []],
  ['an explanation of 64 kB', { ...optIn, explanation: 'x'.repeat(65_536) }, BAD, []],
  ['evidence of 64 kB', { ...optOut, evidence: 'x'.repeat(65_536) }, BAD, []],
  [
    '64 kB of spaces around one word',
    { ...optOut, evidence: `${' '.repeat(65_536)}call` },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  ['evidence of nothing but spaces', { ...optOut, evidence: ' \u3000\t' }, BAD, []],
  [
    'evidence of control characters',
    { ...optOut, evidence: '\u0000\u0007\u001B[2J\u0085' },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  [
    'evidence with half a pair',
    { ...optOut, evidence: 'call \uD83D' },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  [
    'an explanation with half a pair',
    { ...optIn, explanation: '\uDE00 said so', evidence: 'call \uD83D' },
    'changed',
    ['intent opted-in unknown', 'outcome opted-in unknown'],
  ],
  [
    'evidence of 500 emoji',
    { ...optOut, evidence: emoji(500) },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  ['evidence of 501 emoji', { ...optOut, evidence: emoji(501) }, BAD, []],
  [
    'evidence that a spreadsheet would run',
    { ...optOut, evidence: '=cmd|calc' },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],

  // Ids and numbers at their limits, and the wrong kinds of thing.
  [
    'a request id of 8',
    { ...optOut, requestId: 'x'.repeat(8) },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  [
    'a request id of 100',
    { ...optOut, requestId: 'x'.repeat(100) },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  ['a request id of 7', { ...optOut, requestId: 'x'.repeat(7) }, BAD, []],
  ['a request id of 101', { ...optOut, requestId: 'x'.repeat(101) }, BAD, []],
  ['a request id with a line break', { ...optOut, requestId: 'request-out\n' }, BAD, []],
  [
    'a request id that the product gives',
    { ...optOut, requestId: 'merged:9102' },
    'changed',
    ['intent opted-out unknown', 'outcome opted-out unknown'],
  ],
  ['a request id that is a list', { ...optOut, requestId: ['request-out'] }, BAD, []],
  [
    'a type of 18 nines',
    { ...optOut, typeId: '9'.repeat(18) },
    'refused',
    ['refusal opted-out unknown'],
  ],
  [
    'a type with a zero before it',
    { ...optOut, typeId: `0${NEWSLETTER}` },
    'refused',
    ['refusal opted-out unknown'],
  ],
  ['a type that is NaN', { ...optOut, typeId: Number.NaN }, BAD, []],
  ['a type that is 1e308', { ...optOut, typeId: 1e308 }, BAD, []],
  ['a list of types', { ...optOut, typeId: [NEWSLETTER, SEMINARS] }, BAD, []],
  ['a list of wishes', [optOut], BAD, []],
  ['a wish that is a list', { ...optOut, askedBy: ['phone'] }, BAD, []],
  ['a day that is none', { ...optOut, askedBy: { by: 'phone', on: '2026-02-30' } }, BAD, []],
  [
    'a yes that is text',
    { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: 'true' },
    BAD,
    [],
  ],
  [
    'a yes to marketing that is 1',
    { act: 'to-marketing', requestId: 'request-mk', explicitYes: 1 },
    BAD,
    [],
  ],
];

const who = (desk: AttackedDesk) => async (contactId: string) =>
  (await desk.entries(contactId)).map(({ statement }) =>
    [
      statement.kind,
      'change' in statement ? statement.change : '',
      statement.who.kind === 'staff' ? statement.who.identity : statement.who.kind,
    ]
      .filter((word) => word !== '')
      .join(' '),
  );

const answerOf = (reply: ChangeReply) =>
  [reply.status, 'code' in reply ? reply.code : ''].filter((word) => word !== '').join(' ');

describe('what a page may send, and what comes of it', () => {
  it.each<[...Row]>(ROWS.map((row) => [...row]))(
    '%s',
    async (_what, parameters, answer, left, beside = {}) => {
      const held = desk.held();
      const [anns, bens] = await Promise.all([ANN, BEN].map(who(desk)));
      const reply = await desk.change(parameters, beside);
      expect(answerOf(reply)).toBe(answer);
      const [annsNow, bensNow] = await Promise.all([ANN, BEN].map(who(desk)));
      expect(annsNow?.slice(anns?.length)).toEqual(left);
      expect(bensNow).toEqual(bens);
      expect(await desk.verdict()).toBe('verified');
      // Nothing of Ben changes; of Ann only what is said to have changed.
      expect(desk.held()[1]).toEqual(held[1]);
      if (left.length < 2) expect(desk.held()).toEqual(held);
      expect(desk.stateOf(SEMINARS)).toBe('UNSUBSCRIBED');
      expect(({} as Sent)['confirmed'] ?? ({} as Sent)['identity']).toBeUndefined();
      if (reply.status === 'bad-request') expect(JSON.stringify(reply).length).toBeLessThan(250);
      expect(JSON.stringify(desk.log)).not.toMatch(/visitor|x{50}/);
    },
  );

  it('an undo sent again undoes once', async () => {
    await desk.change(optOut);
    desk.hubspot.clock.advance(MINUTE);
    const undo = { act: 'undo', requestId: 'undo-0001', undoes: 'request-out' };
    expect((await desk.change(undo)).status).toBe('changed');
    const told = await desk.told();
    const held = desk.held();
    expect((await desk.change(undo)).status).toBe('changed');
    expect((await desk.change({ ...undo, requestId: 'undo-0002' })).status).not.toBe('changed');
    expect((await desk.change({ ...undo, undoes: 'ann-in-0001' })).status).toBe('bad-request');
    expect(desk.held()).toEqual(held);
    expect(
      (await desk.told()).slice(told.length).filter((one) => !one.startsWith('refusal')),
    ).toEqual([]);
  });

  it('and later, the same request again brings nothing back', async () => {
    desk.hubspot.clock.advance(DAY);
    desk.play({ act: 'contact-link', typeId: NEWSLETTER });
    desk.hubspot.clock.advance(DAY);
    const again = { ...optIn, ...ground, requestId: 'ann-in-0001', typeId: NEWSLETTER };
    expect((await desk.change(again)).status).toBe('changed');
    expect(desk.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
  });

  it('what HubSpot itself puts beside the parameters is a user, or nothing', async () => {
    for (const userId of [
      Number.NaN,
      Infinity,
      -1,
      1.5,
      1e21,
      '47; DROP',
      ['47'],
      { id: 47 },
      null,
      true,
    ]) {
      desk.hubspot.restore(start);
      expect((await desk.change({ ...optOut, claim }, { userId })).status).toBe('changed');
      expect((await who(desk)(ANN)).at(-1)).toBe('outcome opted-out claimed');
    }
  });
});

describe('an entry on its way back', () => {
  const travelling = async () => {
    desk.loseTheLedger();
    const reply = await desk.change({ ...optOut, evidence: 'Call 17', claim });
    desk.hubspot.clearFailures();
    const unsaved = unsavedIn(reply);
    expect(unsaved.length).toBe(2);
    return structuredClone(unsaved) as unknown as Envelope[];
  };
  interface Envelope {
    statement: Record<string, unknown>;
    seal: { key: string; signature: string };
    personal: Record<string, { value: string; salt: string }>;
  }
  const keep = (unsaved: unknown, beside: Sent = {}) =>
    desk.change({ act: 'keep-record', unsaved }, beside);
  const NOTHING = { status: 'kept' };

  const forge = (statement: object, signer = OTHER_KEY) =>
    seal(
      {
        kind: 'intent',
        chain: desk.chain(ANN),
        at: new Date(desk.hubspot.clock.now()).toISOString(),
        requestId: 'forged-0001',
        who: { kind: 'staff', userId: '1', identity: 'vouched' },
        onRequestOf: { kind: 'contact', by: 'phone' },
        subject: { kind: 'subscription', typeId: NEWSLETTER },
        change: 'opted-out',
        before: { state: 'opted-in' },
        decision: { kind: 'allow', policy: 'x', rules: [] },
        ...statement,
      },
      {},
      { signer, random: saltsFrom('forged') },
    );
  const CASES: readonly (readonly [string, string, (sent: Envelope[]) => unknown[]])[] = [
    [
      'altered in its statement',
      'forged',
      ([one]) => [{ ...one!, statement: { ...one!.statement, change: 'opted-in' } }],
    ],
    [
      'altered in who it was',
      'forged',
      ([one]) => [
        {
          ...one!,
          statement: {
            ...one!.statement,
            who: { kind: 'staff', userId: '1', identity: 'vouched' },
          },
        },
      ],
    ],
    [
      'altered in its evidence',
      'personal-altered',
      ([one]) => [
        {
          ...one!,
          personal: {
            ...one!.personal,
            evidence: { ...one!.personal['evidence']!, value: 'Letter' },
          },
        },
      ],
    ],
    ['without its evidence', 'personal-altered', ([one]) => [{ ...one!, personal: {} }]],
    [
      'with more evidence than it had',
      'personal-altered',
      ([, two]) => [{ ...two!, personal: { evidence: { value: 'x', salt: 'A'.repeat(43) } } }],
    ],
    ['with another’s seal', 'forged', ([one, two]) => [{ ...one!, seal: two!.seal }]],
    ['signed by another key', 'unknown-key', () => [forge({})]],
    [
      'signed by another key that says it is ours',
      'forged',
      () => [{ ...forge({}), seal: { ...forge({}).seal, key: forge({}, KEY).seal.key } }],
    ],
    ['an opt-in, signed by us', 'may-not-travel', () => [forge({ change: 'opted-in' }, KEY)]],
    [
      'a request for marketing, signed by us',
      'may-not-travel',
      () => [forge({ subject: { kind: 'marketing-status' }, change: 'set-marketing' }, KEY)],
    ],
    [
      'an erasure, signed by us',
      'may-not-travel',
      () => [forge({ kind: 'refusal', repeats: 0 }, KEY)],
    ],
    ['of Ben, signed by us', 'other-contact', () => [forge({ chain: desk.chain(BEN) }, KEY)]],
    [
      'of another account, signed by us',
      'other-contact',
      () => [forge({ chain: { portal: '1002', contact: ANN } }, KEY)],
    ],
    [
      'eight days old, signed by us',
      'expired',
      () => [forge({ at: new Date(desk.hubspot.clock.now() - 8 * DAY).toISOString() }, KEY)],
    ],
    [
      'with a __proto__',
      'malformed',
      ([one]) => [json(JSON.stringify(one).replace('{', '{"__proto__":{"a":1},'))],
    ],
    [
      'with a __proto__ in its statement',
      'malformed',
      ([one]) => [
        json(JSON.stringify(one).replace('"statement":{', '"statement":{"__proto__":{"a":1},')),
      ],
    ],
    [
      'with a constructor in its personal fields',
      'malformed',
      ([one]) => [
        {
          ...one!,
          personal: { ...one!.personal, constructor: { value: 'x', salt: 'A'.repeat(43) } },
        },
      ],
    ],
    ['of another format', 'malformed', ([one]) => [{ ...one!, format: 2 }]],
    ['a list', 'malformed', ([one]) => [[one]]],
    ['nothing', 'malformed', () => [null]],
    ['a number', 'malformed', () => [Number.NaN]],
    ['a megabyte of text', 'malformed', () => ['x'.repeat(1_000_000)]],
  ];

  it.each(CASES)('%s is dropped as "%s", and nothing is written', async (_what, code, forgery) => {
    const sent = await travelling();
    const [told, held] = [await desk.told(), desk.held()];
    desk.log.length = 0;
    expect(await keep(forgery(sent))).toEqual(NOTHING);
    expect(await desk.told()).toEqual(told);
    expect(desk.held()).toEqual(held);
    expect(desk.log.map((line) => line['code'])).toEqual([code]);
    expect(JSON.stringify(desk.log)).not.toMatch(/visitor|Call 17|x{50}/);
  });

  it('with Ben’s record open, is kept in neither chain', async () => {
    const sent = await travelling();
    const told = [await desk.told(), await desk.told(BEN)];
    expect(await keep(sent, { propertiesToSend: desk.record(BEN) })).toEqual(NOTHING);
    expect([await desk.told(), await desk.told(BEN)]).toEqual(told);
  });

  it('twice in one call, in two calls and in two calls at once, stands once', async () => {
    const sent = await travelling();
    const told = await desk.told();
    expect(await keep([...sent, ...sent])).toEqual(NOTHING);
    await Promise.all([keep(sent), keep(sent)]);
    expect((await desk.told()).slice(told.length)).toEqual([
      'intent opted-out',
      'outcome opted-out done',
    ]);
    expect(await desk.verdict()).toBe('verified');
  });

  it('changes nothing in HubSpot, whatever happened since', async () => {
    const sent = await travelling();
    desk.hubspot.clock.advance(MINUTE);
    desk.play({ act: 'contact-preferences', typeId: NEWSLETTER, to: 'SUBSCRIBED' });
    const held = desk.held();
    expect(await keep(sent)).toEqual(NOTHING);
    await desk.glance();
    expect(desk.held()).toEqual(held);
    expect(desk.stateOf(NEWSLETTER)).toBe('SUBSCRIBED');
  });

  it('stays with the page where the app has lost its key', async () => {
    const sent = await travelling();
    const reply = await desk.change(
      { act: 'keep-record', unsaved: [...sent, 'x'] },
      {},
      (world) => {
        const { keys: _keys, ...without } = world;
        return without;
      },
    );
    expect(reply).toEqual({ status: 'kept', unsaved: sent });
  });

  it.each<[string, unknown]>([
    ['21 at once', Array.from({ length: 21 }, () => ({}))],
    ['none', []],
    ['no list', { 0: {} }],
  ])('%s is a bad request', async (_what, unsaved) => {
    expect(answerOf(await keep(unsaved))).toBe(BAD);
  });
});

describe('a perfect forgery of a colleague', () => {
  const someone = fc.record({
    userId: fc.oneof(fc.constant('47'), fc.stringMatching(/^[1-9]\d{0,19}$/)),
    teamIds: fc.array(fc.constantFrom('801', '802', '999'), { maxLength: 3 }),
  });
  const of = (values: readonly string[]) => fc.constantFrom(...values, undefined);
  const anyWish = fc
    .record({
      act: fc.constantFrom(
        'opt-in',
        'opt-out',
        'opt-out-of-everything',
        'to-marketing',
        'to-non-marketing',
        'undo',
      ),
      typeId: fc.constantFrom(NEWSLETTER, SEMINARS, PRODUCT_NEWS, '999'),
      shown: of(['opted-in', 'opted-out', 'not-specified']),
      legalBasis: of(['CONSENT_WITH_NOTICE']),
      explanation: of(['Said so']),
      evidence: of(['Call 18']),
      by: of(['phone']),
      explicitYes: fc.constantFrom(true, false, undefined),
      undoes: fc.constantFrom('ann-in-0001', 'ben-in-0001', 'nothing-0001'),
    })
    .map(({ act, typeId, shown, legalBasis, explanation, evidence, by, explicitYes, undoes }) =>
      defined({
        act,
        requestId: 'wish-0001',
        evidence,
        askedBy: by === undefined ? undefined : { by },
        ...(act === 'opt-in' ? { typeId, shown, legalBasis, explanation } : {}),
        ...(act === 'opt-out' ? { typeId } : {}),
        ...(act === 'opt-out-of-everything' ? { confirmed: true } : {}),
        ...(act === 'to-marketing' ? { explicitYes } : {}),
        ...(act === 'undo' ? { undoes } : {}),
      }),
    );
  function defined(values: Sent): Sent {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  }
  const WORLDS: readonly (readonly [string, Partial<Organisation>])[] = [
    ['of any team', {}],
    ['where privacy settings are on', { privacySettings: 'on' }],
    ['where a contact’s no may be taken back with proof', { selfOptOuts: 'with-proof' }],
    ['of some teams', { teams: { optIn: ['801'], marketing: ['802'] } }],
  ];
  const mine: AttackedDesk[] = [];
  afterAll(async () => {
    for (const one of mine) await one.close();
  });

  it.each(WORLDS)(
    '%s gains nothing but a row that says "claimed"',
    { timeout: lawTimeout(120_000) },
    async (_which, organisation) => {
      const restricted = await scene({ organisation, seed: 'law' });
      const free = await scene({
        organisation: { ...organisation, teams: { optIn: 'anyone', marketing: 'anyone' } },
        seed: 'law',
      });
      mine.push(restricted, free);
      const starts = new Map(mine.map((one) => [one, one.hubspot.snapshot()]));
      const effect = async (one: AttackedDesk, parameters: Sent) => {
        one.hubspot.restore(starts.get(one) ?? '');
        const now = one.hubspot.clock.now();
        const before = JSON.stringify(one.held());
        const length = (await one.entries()).length;
        const reply = await one.change(parameters);
        const after = JSON.stringify(one.held()).replaceAll(new Date(now).toISOString(), 'now');
        const rows = (await one.entries()).slice(length).map(({ statement }) => statement);
        return { status: reply.status, changed: after !== before, after, rows };
      };
      const held = (text: string) => text.replace(/"at":\d+/g, '"at":0');
      await fc.assert(
        fc.asyncProperty(anyWish, someone, async (wish, colleague) => {
          const plain = await effect(free, wish);
          const forged = await effect(restricted, { ...wish, claim: colleague });
          // The claim locks or does what anybody's card does; never more, and never something else.
          if (forged.changed) expect(held(forged.after)).toBe(held(plain.after));
          if (organisation.teams === undefined) {
            expect(forged.status).toBe(plain.status);
            expect(held(forged.after)).toBe(held(plain.after));
          }
          for (const { who: one } of forged.rows) {
            expect(one).toEqual({ kind: 'staff', userId: colleague.userId, identity: 'claimed' });
          }
          for (const { who: one } of plain.rows) expect(one).toEqual({ kind: 'unknown' });
          expect(restricted.stateOf(NEWSLETTER, BEN)).toBe('SUBSCRIBED');
          return true;
        }),
        lawRuns(40),
      );
    },
  );
});

describe('the record can’t be flooded', () => {
  const colleague = (nth: number) => ({ userId: String(nth + 1), teamIds: [String(nth)] });

  it(
    'by 100 well-formed requests that are refused, each by somebody else',
    { timeout: 180_000 },
    async () => {
      const before = (await desk.entries()).length;
      const records = desk.records().length;
      const held = desk.held();
      for (let from = 0; from < 100; from += 10) {
        await Promise.all(
          Array.from({ length: 10 }, (_, nth) =>
            desk.change({
              ...optIn,
              typeId: nth % 2 === 0 ? SEMINARS : '999',
              requestId: `flood-${String(from + nth).padStart(4, '0')}`,
              claim: colleague(from + nth),
              evidence: `Call ${String(from + nth)}`,
              askedBy: { by: nth % 3 === 0 ? 'phone' : 'mail' },
            }),
          ),
        );
      }
      const more = (await desk.entries()).slice(before);
      // Those that were under way at once saw none of one another.
      expect(more.length).toBeLessThanOrEqual(MOST_AN_HOUR + 10);
      expect(desk.records().length - records).toBeLessThanOrEqual(4 * (MOST_AN_HOUR + 10));
      expect(more.every(({ statement }) => statement.kind === 'refusal')).toBe(true);
      expect(desk.held()).toEqual(held);
      expect(await desk.verdict()).toBe('verified');
      expect((await desk.glance()).ledger).toBe('ready');
    },
  );

  it('by 1,000 malformed ones: nothing grows, and HubSpot is not asked', async () => {
    const before = desk.records().length;
    desk.hubspot.clearCalls();
    for (let nth = 0; nth < 1_000; nth += 1) {
      const forged = [
        { ...optOut, requestId: `flood-${String(nth)}`, more: nth },
        { ...optOut, requestId: '' },
        { ...optOut, claim: colleague(nth), typeId: `x${String(nth)}` },
        String(nth),
      ][nth % 4];
      expect((await desk.change(forged)).status).toBe('bad-request');
    }
    expect(desk.hubspot.calls()).toEqual([]);
    expect(desk.records().length).toBe(before);
    expect(desk.log).toHaveLength(1_000);
  });

  it('by asking for the same marketing status again and again', async () => {
    const before = (await desk.entries()).length;
    for (let nth = 0; nth < 20; nth += 1) {
      const again = {
        act: 'to-marketing',
        explicitYes: true,
        requestId: `again-${String(nth).padStart(3, '0')}`,
      };
      expect(await desk.change(again)).toMatchObject({ status: 'requested' });
    }
    expect((await desk.entries()).length).toBe(before + 1);
  });

  it('by looks, by repeated requests, or by entries that came back', async () => {
    await desk.change(optOut);
    const before = desk.records().length;
    for (let nth = 0; nth < 20; nth += 1) {
      await desk.glance();
      await desk.change(optOut);
      await desk.change({ ...optOut, requestId: `no-more-${String(nth)}` });
      await desk.change({ act: 'keep-record', unsaved: [{ nth }] });
    }
    expect(desk.records().length).toBe(before);
  });
});
