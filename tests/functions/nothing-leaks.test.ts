import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../sandbox/emulator/core/failures.ts';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { ANN, attackedDesk, TOKEN, type AttackedDesk } from './attacked-desk.ts';

/**
 * Everything of a person and everything secret is a word that stands nowhere else. HubSpot's own sentences are found by
 * what the emulator says in each refusal.
 */
const ADDRESS = 'xq-address-xq@example.com';
const SECRETS = /xq-|example\.com|pat-sandbox|BEGIN|MC4CAQ/i;
const HUBSPOT_WORDS =
  /internal error|went wrong|This app|not found|secondly limit|RATE_LIMIT|SECONDLY|hapikey|"message"|"category"|Error:|\bat \S+:\d+/i;
const EXPLANATION = 'xq-explanation-xq';
const EVIDENCE = 'xq-evidence-xq';
const EARLIER = 'xq-earlier-xq';
const NOTE = 'xq-note-xq';

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['429', { kind: 'status', status: 429 }],
  ['500', { kind: 'status', status: 500 }],
  ['502', { kind: 'status', status: 502 }],
  ['503', { kind: 'status', status: 503 }],
  ['504', { kind: 'status', status: 504 }],
  ['malformed', { kind: 'malformed' }],
  ['slow', { kind: 'slow', ms: 60 }],
  ['cut, lost', { kind: 'cut', write: 'lost' }],
  ['cut, done', { kind: 'cut', write: 'done' }],
  ['silent, lost', { kind: 'silent', write: 'lost' }],
  ['silent, done', { kind: 'silent', write: 'done' }],
];

const OBJECTS = '/crm/objects/2026-09/p_consent_card_entry';

/** Where a call goes wrong; every call of the product begins with one of these. */
const PLACES: readonly (readonly [where: string, path: string, method: string | undefined])[] = [
  ['everywhere', '/', undefined],
  ['at the contact', '/crm/v3/objects/contacts/', undefined],
  ['at the statuses', '/communication-preferences/', undefined],
  ['at the writes', '/communication-preferences/', 'POST'],
  ['at reading the record', `${OBJECTS}/batch/read`, undefined],
  ['at writing the record', `${OBJECTS}$`, 'POST'],
  ['at the account', '/account-info/', undefined],
  ['at the tasks', '/crm/v3/objects/tasks', undefined],
];

const wishes = (of: string): readonly (readonly [string, object])[] => [
  [
    'opt-in',
    {
      act: 'opt-in',
      requestId: `${of}-in`,
      typeId: PRODUCT_NEWS,
      legalBasis: 'CONSENT_WITH_NOTICE',
      explanation: EXPLANATION,
      evidence: EVIDENCE,
    },
  ],
  ['opt-out', { act: 'opt-out', requestId: `${of}-out`, typeId: NEWSLETTER, evidence: EVIDENCE }],
  ['undo', { act: 'undo', requestId: `${of}-undo`, undoes: `${of}-out`, evidence: EVIDENCE }],
  [
    'to-marketing',
    { act: 'to-marketing', requestId: `${of}-mk`, explicitYes: true, evidence: EVIDENCE },
  ],
  ['to-non-marketing', { act: 'to-non-marketing', requestId: `${of}-non`, evidence: EVIDENCE }],
  [
    'ask-for-approval',
    {
      act: 'ask-for-approval',
      requestId: `${of}-ask`,
      of: { act: 'opt-in', typeId: SEMINARS },
      evidence: EVIDENCE,
      note: NOTE,
      language: 'en',
    },
  ],
  [
    'everything',
    { act: 'opt-out-of-everything', requestId: `${of}-all`, confirmed: true, evidence: EVIDENCE },
  ],
];

/** What an answer may say of a person: what it was asked to show, and entries that could not be kept. */
function withoutWhatIsShown(reply: object): string {
  return JSON.stringify(reply, (key, value: unknown) =>
    ['glance', 'history', 'link', 'unsaved'].includes(key) ? undefined : value,
  );
}

const ERRORS = ['trouble', 'bad-request', 'not-recorded', 'not-known-yet'];

let desk: AttackedDesk;
let printed: unknown[] = [];
const real = { log: console.log, error: console.error, warn: console.warn };
beforeEach(async () => {
  desk = await attackedDesk({
    // Somebody may be asked about the seminars.
    organisation: { approver: { ownerId: '9047' }, lockedTypes: [SEMINARS] },
    patience: { timeoutMs: 40, attempts: 2, allMs: 1_500, ledgerMs: 700, changeMs: 0 },
  });
  desk.play({ act: 'change-address', to: ADDRESS, userId: 47 });
  desk.play({
    act: 'colleague',
    userId: 47,
    typeId: NEWSLETTER,
    to: 'SUBSCRIBED',
    legalBasis: 'CONSENT_WITH_NOTICE',
    explanation: EARLIER,
  });
  desk.hubspot.clock.advance(60_000);
  printed = [];
  for (const name of ['log', 'error', 'warn'] as const) {
    console[name] = (...words: unknown[]) => {
      printed.push(words);
    };
  }
});
afterEach(async () => {
  Object.assign(console, real);
  await desk.close();
});

function expectNothingLeaked(reply: object): void {
  const told = withoutWhatIsShown(reply);
  expect(told).not.toMatch(SECRETS);
  expect(told).not.toMatch(HUBSPOT_WORDS);
  const { status, correlationId } = reply as { status: string; correlationId?: string };
  if (ERRORS.includes(status)) expect(correlationId).toMatch(/^correlation-\d+$/);
}

/** One of each kind that the product treats in its own way goes everywhere; the others where they matter most. */
const THOROUGH = ['502', 'malformed', 'cut, done'];

describe.each(FAULTS)('HubSpot answers %s', (kind, fault) => {
  it.each(PLACES.filter((_, at) => THOROUGH.includes(kind) || at === 0 || at === 3))(
    '%s: nothing of a person or of HubSpot in a log line or an error',
    async (_where, path, method) => {
      const fail = () => {
        desk.hubspot.clearFailures();
        desk.hubspot.fail({
          path,
          times: 1_000,
          fault,
          ...(method === undefined ? {} : { method }),
        });
      };
      const replies: object[] = [];
      for (const part of ['glance', 'history', 'preference-link']) {
        fail();
        replies.push(await desk.read({ part }));
      }
      for (const [, parameters] of wishes('first-1')) {
        fail();
        replies.push(await desk.change(parameters));
      }
      const unsaved = replies.flatMap((reply) =>
        'unsaved' in reply ? (reply.unsaved as unknown[]) : [],
      );
      if (unsaved.length > 0) {
        fail();
        replies.push(await desk.change({ act: 'keep-record', unsaved: unsaved.slice(0, 20) }));
      }
      for (const reply of replies) expectNothingLeaked(reply);
      expect(JSON.stringify(desk.log)).not.toMatch(SECRETS);
      expect(JSON.stringify(desk.log)).not.toMatch(HUBSPOT_WORDS);
      expect(printed).toEqual([]);
      for (const line of desk.log) expect(line['correlationId']).toMatch(/^correlation-\d+$/);
    },
    60_000,
  );
});

describe('HubSpot refuses', () => {
  it.each<[string, () => void]>([
    [
      'the token’s rights',
      () => {
        desk.hubspot.grant(1001, ['oauth']);
      },
    ],
    [
      'the record’s rights',
      () => {
        desk.hubspot.grant(1001, [
          'oauth',
          'crm.objects.contacts.read',
          'communication_preferences.read_write',
        ]);
      },
    ],
    [
      'a contact that is gone',
      () => {
        desk.play({ act: 'privacy-delete' });
      },
    ],
    [
      'an address that changed',
      () => {
        desk.play({ act: 'change-address', to: 'xq-other-xq@example.com', userId: 47 });
      },
    ],
    [
      'more calls',
      () => {
        desk.hubspot.limitCalls(100);
      },
    ],
  ])(
    '%s',
    async (_what, refuse) => {
      const propertiesToSend = desk.record(ANN);
      refuse();
      const replies: object[] = [
        await desk.read({ part: 'glance' }, { propertiesToSend }),
        await desk.read({ part: 'preference-link' }, { propertiesToSend }),
      ];
      for (let nth = 0; nth < 3; nth += 1) {
        for (const [, parameters] of wishes(`wish-${String(nth)}`)) {
          replies.push(await desk.change(parameters, { propertiesToSend }));
        }
      }
      for (const reply of replies) expectNothingLeaked(reply);
      expect(JSON.stringify(desk.log)).not.toMatch(SECRETS);
      expect(JSON.stringify(desk.log)).not.toMatch(HUBSPOT_WORDS);
    },
    60_000,
  );
});

it('what the record can’t put into words stops no opt-out, and is logged by a code', async () => {
  desk.play({
    act: 'colleague',
    userId: 47,
    typeId: NEWSLETTER,
    to: 'SUBSCRIBED',
    // A basis that HubSpot may have tomorrow, and an explanation longer than what is kept, cut through a pair.
    legalBasis: 'xq-basis with spaces' as 'NON_GDPR',
    explanation: `${EARLIER}${'x'.repeat(19_999 - EARLIER.length)}\u{1F600}`,
  });
  const optOut = {
    act: 'opt-out',
    requestId: 'request-out',
    typeId: NEWSLETTER,
    evidence: EVIDENCE,
  };
  const reply = await desk.change(optOut);
  expect(reply.status).toBe('changed');
  expect(desk.stateOf(NEWSLETTER)).toBe('UNSUBSCRIBED');
  expect(desk.log.map((line) => line['code'])).toContain('statement-refused');
  expect(JSON.stringify(desk.log)).not.toMatch(SECRETS);
});

it('an explanation of HubSpot’s that is longer than what is kept, cut through a pair, stops nothing', async () => {
  desk.play({
    act: 'colleague',
    userId: 47,
    typeId: NEWSLETTER,
    to: 'SUBSCRIBED',
    legalBasis: 'CONSENT_WITH_NOTICE',
    explanation: `${'x'.repeat(19_999)}\u{1F600}`,
  });
  const optOut = { act: 'opt-out', requestId: 'request-out', typeId: NEWSLETTER };
  expect((await desk.change(optOut)).status).toBe('changed');
  expect(desk.log).toEqual([]);
  expect(await desk.told()).toEqual(['intent opted-out', 'outcome opted-out done']);
  expect(await desk.verdict()).toBe('verified');
});

it('the words that are looked for are there to be found', async () => {
  expect(TOKEN).toMatch(SECRETS);
  const said = JSON.stringify(desk.ask('GET', '/crm/v3/objects/contacts/424242'));
  expect(said).toMatch(HUBSPOT_WORDS);
  await desk.change(wishes('first-1')[1]![1]);
  expect(JSON.stringify(await desk.entries())).toMatch(SECRETS);
});
