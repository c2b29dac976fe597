import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hubSpotApprovals } from '../../src/app/gateway/hubspot/approvals.ts';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { ANN, attackedDesk, BEN, type AttackedDesk } from '../functions/attacked-desk.ts';

const TASKS = '/crm/v3/objects/tasks';
const TASK = {
  requestId: 'request-ask-1',
  of: { act: 'opt-in', typeId: '501' },
  ownerId: '9047',
  subject: 'Approval asked',
  lines: ['One', '', 'Two'],
  dueAt: '2026-11-25T00:00:00.000Z',
} as const;

let desk: AttackedDesk;
beforeEach(async () => {
  desk = await attackedDesk();
});
afterEach(() => desk.close());

/** The only task of Ann's, as HubSpot has it. */
function stored() {
  const listed = desk.ask('GET', `/crm/v4/objects/contacts/${ANN}/associations/tasks`);
  const [{ toObjectId: id }] = listed.body['results'] as [{ toObjectId: string }];
  const names =
    'hs_task_subject,hs_task_body,hs_task_status,hs_task_type,hubspot_owner_id,hs_timestamp';
  const { body } = desk.ask('GET', `${TASKS}/${id}?properties=${names}&associations=contacts`);
  return { id, ...body } as {
    readonly id: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly associations: unknown;
  };
}

describe('a task that asks for approval', () => {
  it('belongs to the contact and to the approver, and is found again', async () => {
    const { approvals } = desk.gateway();
    const at = await approvals.ask(ANN, TASK);
    const { properties, associations } = stored();
    expect(properties).toMatchObject({
      hs_task_subject: 'Approval asked',
      hs_task_body: 'One<br><br>Two<br>consent-card/opt-in/501/request-ask-1',
      hs_task_status: 'NOT_STARTED',
      hs_task_type: 'TODO',
      hubspot_owner_id: '9047',
      hs_timestamp: TASK.dueAt,
    });
    expect(associations).toEqual({
      contacts: { results: [{ id: ANN, type: 'task_to_contact' }] },
    });
    const { requestId, of } = TASK;
    expect(await approvals.of(ANN)).toEqual([{ requestId, of, at, isOpen: true }]);
    expect(await approvals.of(BEN)).toEqual([]);
  });

  it('is not open once it is completed, and is gone once it is deleted', async () => {
    const { approvals } = desk.gateway();
    await approvals.ask(ANN, { ...TASK, of: { act: 'to-marketing' } });
    const { id } = stored();
    desk.ask('PATCH', `${TASKS}/${id}`, { properties: { hs_task_status: 'COMPLETED' } });
    expect(await approvals.of(ANN)).toMatchObject([{ of: { act: 'to-marketing' }, isOpen: false }]);
    desk.ask('DELETE', `/crm/objects/2026-09/0-27/${id}`);
    expect(await approvals.of(ANN)).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'markup',
      '<script>alert("1")</script> & \'x\'',
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;',
    ],
    ['what is escaped already', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['lines of its own', 'a\nb\r\nc\rd', 'a<br>b<br>c<br>d'],
    ['what can’t be seen', 'a\u0000b\u202Ec\u2066d', 'a b c d'],
    ['other alphabets', '承認 🙂', '承認 🙂'],
  ])('%s in a line is text', async (_what, line, html) => {
    await desk.gateway().approvals.ask(ANN, { ...TASK, lines: [line] });
    expect(stored().properties['hs_task_body']).toBe(
      `${html}<br>consent-card/opt-in/501/request-ask-1`,
    );
  });

  it('has one line of subject, as it is and not too long', async () => {
    await desk.gateway().approvals.ask(ANN, { ...TASK, subject: `<b>\n\tA ${'x'.repeat(300)}` });
    const { hs_task_subject: subject = '' } = stored().properties;
    expect(subject).toMatch(/^<b> A x+$/);
    expect(subject).toHaveLength(250);
  });

  it('tells apart what was said under one id, and still knows tasks that did not', async () => {
    const { approvals } = desk.gateway();
    await approvals.ask(ANN, { ...TASK, contentHash: '0123456789abcdef' });
    expect(stored().properties['hs_task_body']).toMatch(
      /<br>consent-card\/opt-in\/501\/request-ask-1\/0123456789abcdef$/,
    );
    expect(await approvals.of(ANN)).toMatchObject([
      { requestId: 'request-ask-1', of: TASK.of, contentHash: '0123456789abcdef' },
    ]);
    for (const end of ['', '/0123', '/0123456789ABCDEF', '/0123456789abcdef0']) {
      const body = `consent-card/opt-in/501/request-ask-1${end}`;
      desk.ask('PATCH', `${TASKS}/${stored().id}`, { properties: { hs_task_body: body } });
      const [found] = await approvals.of(ANN);
      expect(found).toMatchObject({ requestId: 'request-ask-1', of: TASK.of });
      expect(found?.contentHash).toBeUndefined();
    }
  });

  it('what people write into it names no other request', async () => {
    const { approvals } = desk.gateway();
    await approvals.ask(ANN, { ...TASK, lines: ['consent-card/opt-in/503/request-other'] });
    expect(await approvals.of(ANN)).toMatchObject([{ requestId: 'request-ask-1', of: TASK.of }]);
  });

  it.each([
    'An ordinary task',
    'consent-card/opt-in/request-ask-1',
    'consent-card/opt-out/501/request-ask-1',
    'consent-card/opt-in/501/short',
  ])('%s is none', async (body) => {
    const { approvals } = desk.gateway();
    await approvals.ask(ANN, TASK);
    desk.ask('PATCH', `${TASKS}/${stored().id}`, { properties: { hs_task_body: body } });
    expect(await approvals.of(ANN)).toEqual([]);
  });

  it('is looked for among the newest hundred of a contact with many', async () => {
    const { approvals } = desk.gateway();
    await approvals.ask(ANN, { ...TASK, requestId: 'request-oldest' });
    for (let nth = 0; nth < 100; nth += 1) {
      await approvals.ask(ANN, { ...TASK, requestId: `request-${String(nth)}-x` });
    }
    const found = await desk.gateway().approvals.of(ANN);
    expect(found).toHaveLength(100);
    expect(found.map(({ requestId }) => requestId)).not.toContain('request-oldest');
    const reads = desk.hubspot.calls().filter(({ path }) => path.endsWith('/batch/read'));
    expect(reads).toHaveLength(1);
  });
});

describe('what HubSpot refuses', () => {
  it.each<[string, readonly string[], () => Promise<unknown>, string]>([
    [
      'reading tasks',
      ['oauth'],
      () => desk.gateway().approvals.of(ANN),
      'crm.objects.contacts.read',
    ],
    [
      'making one',
      ['oauth', 'crm.objects.contacts.read'],
      () => desk.gateway().approvals.ask(ANN, TASK),
      'crm.objects.contacts.write',
    ],
  ])('%s without the scope is trouble that names it', async (_what, scopes, act, scope) => {
    await desk.gateway().approvals.ask(ANN, TASK);
    desk.hubspot.grant(1001, scopes);
    await expect(act()).rejects.toMatchObject({
      code: 'missing-scope',
      scope,
      mayHaveTakenEffect: false,
    });
  });

  it('an approver who is no owner', async () => {
    const { approvals } = desk.gateway();
    await expect(approvals.ask(ANN, { ...TASK, ownerId: '47' })).rejects.toMatchObject({
      code: 'rejected-by-hubspot',
    });
    expect(await approvals.of(ANN)).toEqual([]);
    expect(await approvals.isOwner('9047')).toBe(true);
    expect(await approvals.isOwner('47')).toBe(false);
    // An owner who left.
    expect(await approvals.isOwner('9048')).toBe(false);
  });
});

it('an answer that tells no time may have taken effect', async () => {
  const client = { typed: () => Promise.resolve({ id: '1' }) } as unknown as HubSpotClient;
  const error: unknown = await hubSpotApprovals(client)
    .ask(ANN, TASK)
    .catch((one: unknown) => one);
  expect(error).toBeInstanceOf(HubSpotTrouble);
  expect(error).toMatchObject({ code: 'unreadable-answer', mayHaveTakenEffect: true });
});
