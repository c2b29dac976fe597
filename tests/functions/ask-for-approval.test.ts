import { describe, expect, it } from 'vitest';
import { ANSWERED_FOR } from '../../src/app/app.functions/approval/words/words.ts';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import type { World } from '../../src/app/app.functions/world.ts';
import type { ApprovalReply } from '../../src/app/contract/reply.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { MOST_AN_HOUR } from '../../src/app/ledger/refusals.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { held, NOON, OPEN, optedOutBy, worldOf, type Held } from './hubspot-in-memory.ts';

const APPROVER: Partial<Organisation> = { approver: { ownerId: '9047' } };
const claim = { userId: '47', teamIds: ['801'] };
const SECOND = 1_000;
const HOUR = 3_600_000;

const request = {
  act: 'ask-for-approval',
  requestId: 'request-ask-1',
  of: { act: 'opt-in', typeId: '11' },
  claim,
  askedBy: { by: 'phone', on: '2026-07-02' },
  evidence: 'Ticket 4711',
  language: 'en',
};
const marketing = { ...request, requestId: 'request-ask-2', of: { act: 'to-marketing' } };

function ask(
  hubspot: Held,
  more: object = {},
  choices: Partial<Organisation> = APPROVER,
  change: (world: World) => World = (world) => world,
): Promise<ApprovalReply> {
  return changeConsent(
    { parameters: { ...request, ...more }, propertiesToSend: OPEN },
    change(worldOf(hubspot, choices)),
  ) as Promise<ApprovalReply>;
}

const out = (change: Partial<Held> = {}) => held({ ...optedOutBy('EMAIL'), ...change });
const kinds = ({ entries = [] }: Held) => entries.map(({ statement: { kind } }) => kind);

function trouble(code: HubSpotTrouble['code'], more: object = {}): HubSpotTrouble {
  return new HubSpotTrouble({ code, mayHaveTakenEffect: false, ...more });
}
const unsure = trouble('timed-out', { mayHaveTakenEffect: true });

describe('who may be asked, and about what', () => {
  const notMarketing = { ...held().contact, marketing: { kind: 'non-marketing' } as const };
  const noConsent = held().types.map((type) => ({ ...type, isInternal: true }));

  it.each<[string, Held, object, Partial<Organisation>, string, string?]>([
    ['the contact opted out', out(), {}, APPROVER, 'asked'],
    ['nobody knows who opted out', held(optedOutBy('')), {}, APPROVER, 'asked'],
    [
      'another team may',
      held(),
      {},
      { ...APPROVER, teams: { optIn: ['9'], marketing: 'anyone' } },
      'asked',
    ],
    ['the type is locked', held(), {}, { ...APPROVER, lockedTypes: ['11'] }, 'asked'],
    [
      'marketing without consent',
      held({ contact: notMarketing, types: noConsent, statuses: [] }),
      marketing,
      APPROVER,
      'asked',
    ],
    ['nobody is named', out(), {}, {}, 'not-asked', 'not-to-be-approved'],
    ['whoever asks may do it', held(), {}, APPROVER, 'not-asked', 'allowed'],
    [
      'it is so already',
      held({ statuses: [{ about: { kind: 'subscription', typeId: '11' }, state: 'opted-in' }] }),
      {},
      APPROVER,
      'nothing-to-do',
    ],
    [
      'HubSpot has no such type',
      held(),
      { of: { act: 'opt-in', typeId: '99' } },
      APPROVER,
      'not-asked',
      'not-to-be-approved',
    ],
    [
      'an internal type',
      out(),
      { of: { act: 'opt-in', typeId: '12' } },
      APPROVER,
      'not-asked',
      'not-to-be-approved',
    ],
    [
      'the account has no marketing contacts',
      held({ contact: { ...held().contact, marketing: { kind: 'unavailable' } } }),
      marketing,
      APPROVER,
      'not-asked',
      'not-to-be-approved',
    ],
    [
      'the record of changes is not set up',
      out({ entries: undefined }),
      {},
      APPROVER,
      'not-asked',
      'not-to-be-approved',
    ],
    [
      'the past can’t be read',
      out({ fail: { history: trouble('hubspot-failing') } }),
      {},
      APPROVER,
      'not-asked',
      'not-known',
    ],
  ])('%s', async (_what, hubspot, more, choices, status, because) => {
    const reply = await ask(hubspot, more, choices);
    expect(reply).toMatchObject({ status, ...(because === undefined ? {} : { because }) });
    const isAsked = status === 'asked';
    expect(hubspot.tasksMade).toHaveLength(isAsked ? 1 : 0);
    expect(kinds(hubspot)).toEqual(isAsked ? ['refusal'] : []);
  });

  it('changes nothing, and the switch is as locked as before', async () => {
    const hubspot = out();
    const reply = await ask(hubspot);
    expect(hubspot.writes).toEqual([]);
    expect(reply).toMatchObject({
      glance: { rows: [{ state: 'opted-out', optIn: { kind: 'deny' } }, {}] },
    });
    expect(await ask(hubspot)).toMatchObject({
      glance: { rows: [{ optIn: { kind: 'deny' } }, {}] },
    });
  });

  it('records the wish as refused, with its evidence and by whom', async () => {
    const hubspot = out();
    await ask(hubspot);
    expect(hubspot.entries).toMatchObject([
      {
        statement: {
          kind: 'refusal',
          requestId: 'request-ask-1',
          change: 'opted-in',
          who: { kind: 'staff', userId: '47', identity: 'claimed' },
          onRequestOf: { kind: 'contact', by: 'phone', on: '2026-07-02' },
          decision: { kind: 'deny', rules: ['opted-out-by-contact'] },
        },
        personal: { evidence: { value: 'Ticket 4711' } },
      },
    ]);
  });

  it('the policy offers the step on the rules that there are words for', () => {
    const offering = policyWith([]).rules.filter(
      (rule) =>
        rule.effect === 'deny' &&
        rule.remedies.some(
          (step) => typeof step !== 'string' && step.remedy === 'ask-for-approval',
        ),
    );
    expect(offering.map(({ id }) => id).sort()).toEqual([...ANSWERED_FOR].sort());
  });
});

describe('the task', () => {
  const told = async (more: object, beside: object = {}, hubspot = out()) => {
    await changeConsent(
      { parameters: { ...request, ...more }, propertiesToSend: OPEN, ...beside },
      worldOf(hubspot, APPROVER),
    );
    return hubspot.tasksMade[0]!;
  };

  it('in English', async () => {
    const { subject, lines, ...rest } = await told({ note: 'She asked twice.\nPlease look.' });
    expect(rest).toEqual({
      contactId: '101',
      requestId: 'request-ask-1',
      of: { act: 'opt-in', typeId: '11' },
      contentHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      ownerId: '9047',
      dueAt: new Date(NOON + 24 * HOUR).toISOString(),
    });
    expect(subject).toBe('Approval asked: opt in to “Newsletter”');
    expect(lines).toEqual([
      'A colleague asks for your approval of a change that Consent Card does not let them make.',
      '',
      'Asked for: opt in to “Newsletter”',
      'Contact: record 101, to which this task belongs',
      'In the way: the contact opted out (since 2026-07-03 12:00, Asia/Tokyo)',
      'On whose request: the contact’s, by phone on 2026-07-02, as the colleague says',
      'Where the proof lies: Ticket 4711',
      'Note: She asked twice.\nPlease look.',
      'Asked by: Colleague 47 (user 47), as the page says; HubSpot has not confirmed it',
      '',
      expect.stringMatching(/^This task changes and unlocks nothing/),
      '',
      'Please leave the next line as it is.',
    ]);
  });

  it('in Japanese', async () => {
    const { subject, lines } = await told({ language: 'ja', note: '至急' });
    expect(subject).toBe('承認依頼：「ニュースレター」への配信登録');
    expect(lines).toEqual([
      'Consent Cardでは行えない変更について、承認の依頼がありました。',
      '',
      '依頼内容：「ニュースレター」への配信登録',
      'コンタクト：レコードID 101（このタスクに関連付けられています）',
      '変更できない理由：コンタクト本人が配信停止しています（2026-07-03 12:00, Asia/Tokyoから）',
      '変更の申し出：コンタクト本人から（電話、2026-07-02。依頼者の申告による）',
      '証跡の所在：Ticket 4711',
      'メモ：至急',
      '依頼者：Colleague 47（ユーザーID 47）（ページの申告によるもので、HubSpotでは確認されていません）',
      '',
      expect.stringMatching(/ロックも解除されません/),
      '',
      '次の行は変更しないでください。',
    ]);
  });

  it.each<[string, object, object, string]>([
    ['whom HubSpot names', {}, { userId: 48 }, 'Asked by: Colleague 48 (user 48)'],
    ['whom nobody names', { claim: undefined }, {}, 'Asked by: not known'],
  ])('says of %s no more than is known', async (_what, more, beside, line) => {
    expect((await told(more, beside)).lines).toContain(line);
  });

  it('says what was not given', async () => {
    const { lines } = await told({ askedBy: undefined, evidence: undefined });
    expect(lines).toContain('On whose request: not the contact’s; a colleague’s own');
    expect(lines).toContain('Where the proof lies: nothing was given');
  });

  it('never has the contact’s address', async () => {
    expect(JSON.stringify(await told({ note: 'x' }))).not.toContain(OPEN.email);
  });
});

describe('one task a request', () => {
  it('asked again it has the same answer, and makes no second', async () => {
    const hubspot = out();
    const first = await ask(hubspot);
    hubspot.now += 10 * SECOND;
    expect(await ask(hubspot)).toMatchObject({ status: 'asked', at: 'at' in first && first.at });
    expect(hubspot.tasksMade).toHaveLength(1);
    expect(kinds(hubspot)).toEqual(['refusal']);
  });

  it('asked twice at once it is made once, and both are told so', async () => {
    const hubspot = out();
    const replies = await Promise.all([ask(hubspot), ask(hubspot), ask(hubspot)]);
    expect(replies.map(({ status }) => status)).toEqual(['asked', 'asked', 'asked']);
    expect(hubspot.tasksMade).toHaveLength(1);
  });

  it('asked again after the task was completed, it is still the one', async () => {
    const hubspot = out();
    await ask(hubspot);
    hubspot.tasks = hubspot.tasks.map((task) => ({ ...task, isOpen: false }));
    hubspot.now += 3 * 24 * HOUR;
    expect(await ask(hubspot)).toMatchObject({ status: 'asked' });
    expect(hubspot.tasksMade).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['another type', { of: { act: 'opt-in', typeId: '13' } }],
    ['another change', { of: { act: 'to-marketing' } }],
  ])('an id that stands for %s is refused', async (_what, more) => {
    const hubspot = out({ types: [...held().types, { ...held().types[0]!, id: '13' }] });
    await ask(hubspot);
    expect(await ask(hubspot, more)).toMatchObject({
      status: 'bad-request',
      code: 'request-reused',
    });
    expect(hubspot.tasksMade).toHaveLength(1);
  });

  it('an id of a change that was made is refused', async () => {
    const hubspot = held();
    const optOut = { act: 'opt-out', requestId: 'request-ask-1', typeId: '11' };
    await changeConsent({ parameters: optOut, propertiesToSend: OPEN }, worldOf(hubspot));
    expect(await ask(hubspot)).toMatchObject({ status: 'bad-request', code: 'request-reused' });
  });
});

describe('one open request a day', () => {
  const again = { requestId: 'request-ask-9' };

  it.each<[string, (hubspot: Held) => void, object, string]>([
    ['the same, a moment later', () => undefined, again, 'asked-already'],
    ['the same, 23 hours later', (hubspot) => (hubspot.now += 23 * HOUR), again, 'asked-already'],
    ['the same, a day later', (hubspot) => (hubspot.now += 24 * HOUR), again, 'asked'],
    [
      'the same, once the task is completed',
      (hubspot) => (hubspot.tasks = hubspot.tasks.map((task) => ({ ...task, isOpen: false }))),
      again,
      'asked',
    ],
    [
      'of another type',
      () => undefined,
      { ...again, of: { act: 'opt-in', typeId: '13' } },
      'asked',
    ],
  ])('%s', async (_what, meanwhile, more, status) => {
    const types = [...held().types, { ...held().types[0]!, id: '13' }];
    const hubspot = out({ types });
    const choices = { ...APPROVER, lockedTypes: ['13'] };
    await ask(hubspot, {}, choices);
    meanwhile(hubspot);
    const reply = await ask(hubspot, more, choices);
    expect(reply).toMatchObject({ status, glance: {} });
    if (status === 'asked-already')
      expect(reply).toMatchObject({ at: new Date(NOON).toISOString() });
    expect(hubspot.tasksMade).toHaveLength(status === 'asked' ? 2 : 1);
  });

  it('a clock that goes behind another’s keeps nobody from asking', async () => {
    const hubspot = out();
    await ask(hubspot);
    hubspot.tasks = hubspot.tasks.map((task) => ({ ...task, isOpen: false }));
    hubspot.now -= 5 * SECOND;
    expect(await ask(hubspot, again)).toMatchObject({ status: 'asked' });
  });

  it('whoever asks without end fills neither the record nor the approver’s list', async () => {
    const hubspot = out({ fail: { ask: trouble('rejected-by-hubspot') } });
    const replies: ApprovalReply[] = [];
    for (let nth = 0; nth < MOST_AN_HOUR + 3; nth += 1) {
      replies.push(await ask(hubspot, { requestId: `request-${String(nth + 10)}` }));
    }
    expect(replies.at(-1)).toMatchObject({ status: 'not-asked', because: 'too-often' });
    expect(hubspot.entries).toHaveLength(MOST_AN_HOUR);
    expect(hubspot.tasksMade).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it.each<[string, Partial<Held>, object]>([
    [
      'HubSpot fails before anything',
      { fail: { read: trouble('hubspot-failing') } },
      { status: 'trouble', code: 'hubspot-failing' },
    ],
    [
      'the tasks can’t be read for want of a scope',
      { fail: { tasks: trouble('missing-scope', { scope: 'crm.objects.contacts.read' }) } },
      { status: 'trouble', code: 'missing-scope', scope: 'crm.objects.contacts.read' },
    ],
    [
      'the task can’t be made for want of a scope',
      { fail: { ask: trouble('missing-scope', { scope: 'crm.objects.contacts.write' }) } },
      { status: 'trouble', code: 'missing-scope', scope: 'crm.objects.contacts.write' },
    ],
    [
      'HubSpot refuses the task',
      { fail: { ask: trouble('rejected-by-hubspot') } },
      { status: 'trouble', code: 'rejected-by-hubspot' },
    ],
    [
      'the approver is no owner',
      { ownerId: '9048', fail: { ask: trouble('rejected-by-hubspot') } },
      { status: 'trouble', code: 'settings-refused', setting: 'approver.ownerId' },
    ],
    [
      'the record can’t be written',
      { fail: { 'ledger-append': trouble('hubspot-failing') } },
      { status: 'not-recorded' },
    ],
    [
      'the record can’t be read',
      { fail: { 'ledger-read': trouble('hubspot-failing') } },
      { status: 'not-recorded' },
    ],
    [
      'the address has just changed',
      { contact: { ...held().contact, address: 'else@example.com' } },
      { status: 'bad-request', code: 'record-changed' },
    ],
  ])('%s', async (_what, change, reply) => {
    const hubspot = out(change);
    expect(await ask(hubspot)).toMatchObject(reply);
    expect(hubspot.tasksMade).toEqual([]);
    expect(JSON.stringify(hubspot.log)).not.toMatch(/example\.com|4711|Newsletter/);
  });

  it('no answer, and the task is there: it is found, and nothing is guessed', async () => {
    const hubspot = out({ fail: { ask: unsure }, isAskDone: true });
    expect(await ask(hubspot)).toMatchObject({ status: 'asked', at: new Date(NOON).toISOString() });
    expect(hubspot.tasksMade).toHaveLength(1);
  });

  it('no answer, and no task: not known yet; later it is said not to have been made, and another click makes it', async () => {
    const hubspot = out({ fail: { ask: unsure } });
    expect(await ask(hubspot)).toMatchObject({ status: 'not-known-yet' });
    hubspot.fail = {};
    expect(await ask(hubspot)).toMatchObject({ status: 'not-known-yet' });
    hubspot.now += 20 * SECOND;
    expect(await ask(hubspot)).toMatchObject({ status: 'not-asked', because: 'not-made' });
    expect(hubspot.tasksMade).toEqual([]);
    expect(await ask(hubspot, { requestId: 'request-ask-9' })).toMatchObject({ status: 'asked' });
    expect(hubspot.tasksMade).toHaveLength(1);
  });

  it('no answer, and the task shows only later: the same click finds it', async () => {
    const hubspot = out({ fail: { ask: unsure } });
    await ask(hubspot);
    hubspot.fail = {};
    const at = new Date(NOON).toISOString();
    hubspot.tasks.push({
      requestId: 'request-ask-1',
      of: { act: 'opt-in', typeId: '11' },
      at,
      isOpen: true,
    });
    expect(await ask(hubspot)).toMatchObject({ status: 'asked', at });
    expect(hubspot.tasksMade).toEqual([]);
  });

  it('the task is written without a name and in UTC where HubSpot tells neither', async () => {
    const hubspot = out();
    const failing = () => Promise.reject(trouble('hubspot-failing'));
    await ask(hubspot, {}, APPROVER, (world) => ({
      ...world,
      hubspot: {
        ...world.hubspot,
        installation: { ...world.hubspot.installation, timeZone: failing },
        sources: { ...world.hubspot.sources, userNames: failing },
      },
    }));
    const { lines } = hubspot.tasksMade[0]!;
    expect(lines).toContain('In the way: the contact opted out (since 2026-07-03 03:00, UTC)');
    expect(lines).toContain('Asked by: user 47, as the page says; HubSpot has not confirmed it');
  });
});

describe('a forged question', () => {
  it.each<[string, object, string]>([
    ['of an undo', { of: { act: 'undo', undoes: 'request-1' } }, 'of'],
    ['of an opt-out', { of: { act: 'opt-out', typeId: '11' } }, 'of'],
    ['of a type that is no id', { of: { act: 'opt-in', typeId: '../11' } }, 'of'],
    [
      'of a wish with more in it',
      { of: { act: 'opt-in', typeId: '11', shown: 'opted-out' } },
      'of',
    ],
    ['of nothing', { of: undefined }, 'of'],
    ['to an approver of the page’s choice', { ownerId: '9047' }, ''],
    ['with a decision in it', { decision: { kind: 'allow' } }, ''],
    ['with a text of its own', { subject: 'Urgent', body: '<b>Click</b>' }, ''],
    ['in a third language', { language: 'de' }, 'language'],
    ['in no language', { language: undefined }, 'language'],
    ['in an inherited language', { language: 'constructor' }, 'language'],
    ['with too long a note', { note: 'x'.repeat(1_001) }, 'note'],
    ['with an empty note', { note: '  ' }, 'note'],
    ['with too long evidence', { evidence: 'x'.repeat(501) }, 'evidence'],
    ['with a short id', { requestId: 'x' }, 'requestId'],
  ])('%s', async (_what, more, field) => {
    const hubspot = out();
    expect(await ask(hubspot, more)).toMatchObject({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: [field === '' ? 'parameters' : `parameters.${field}`],
    });
    expect(hubspot.calls).toEqual([]);
    expect(hubspot.tasksMade).toEqual([]);
  });
});
