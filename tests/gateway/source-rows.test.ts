import { describe, expect, it } from 'vitest';
import { eventsFromOccurrences } from '../../src/app/evidence/event-occurrences.ts';
import { eventsFromHistory } from '../../src/app/evidence/property-history.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { emailEvents } from '../../src/app/gateway/hubspot/sources/email-events.ts';
import { occurrences } from '../../src/app/gateway/hubspot/sources/event-occurrences.ts';
import { submissions } from '../../src/app/gateway/hubspot/sources/form-submissions.ts';
import { subscriptionTimeline } from '../../src/app/gateway/hubspot/sources/subscription-timeline.ts';

const ADDRESS = 'visitor@example.com';
const AT = Date.UTC(2026, 6, 3);

function answering(answer: unknown): HubSpotClient {
  return { request: () => Promise.resolve(answer) } as unknown as HubSpotClient;
}

const unreadable = { code: 'unreadable-answer' };

describe('email events', () => {
  const event = (more: object = {}) => ({
    id: 'event-1',
    recipient: ADDRESS,
    created: AT,
    type: 'STATUSCHANGE',
    source: 'SOURCE_RECIPIENT',
    ...more,
  });
  const read = (...events: readonly object[]) =>
    emailEvents(answering({ hasMore: false, events }))(ADDRESS);

  it('of another address are no answer', async () => {
    await expect(read(event(), event({ recipient: 'other@example.com' }))).rejects.toMatchObject(
      unreadable,
    );
    const own = event({
      recipient: ' Visitor@example.com',
      portalSubscriptionStatus: 'SUBSCRIBED',
    });
    expect((await read(own)).records).toHaveLength(1);
  });

  it.each([
    ['SUBSCRIBED', 'opted-in'],
    ['UNSUBSCRIBED', 'opted-out'],
    ['NOT_SPECIFIED', 'cleared'],
    ['NOT_OPTED', 'cleared'],
    ['subscribed', 'changed'],
    ['RESUBSCRIBED', 'changed'],
  ])('%s is %s, of everything and of a type', async (status, change) => {
    const { records } = await read(
      event({ portalSubscriptionStatus: status, subscriptions: [{ id: 501, status }] }),
    );
    expect(records.map((one) => one.change)).toEqual([change, change]);
  });

  it.each([0, -501, 'news', 501.5])('of a type %j are no answer', async (id) => {
    const odd = event({ subscriptions: [{ id, status: 'SUBSCRIBED' }] });
    await expect(read(odd)).rejects.toMatchObject(unreadable);
  });
});

describe('the account’s timeline', () => {
  const row = (recipient: string, changes: readonly object[]) => ({
    timestamp: AT,
    recipient,
    changes,
  });
  const read = (...rows: readonly object[]) =>
    subscriptionTimeline(answering({ hasMore: false, timeline: rows }))([ADDRESS], {});

  it('tells of nobody whose address only looks or folds alike', async () => {
    const out = [{ change: 'UNSUBSCRIBED', changeType: 'PORTAL_STATUS' }];
    const { records } = await read(
      row('v\u0131sitor@example.com', out),
      row('visitor@exa\u212aple.com', out),
      row('VISITOR@EXAMPLE.COM', out),
    );
    expect(records).toHaveLength(1);
  });

  it.each([
    ['PORTAL_BOUNCE', 'BOUNCED', 'blocked'],
    ['PORTAL_BOUNCE', 'UNBOUNCED', 'unblocked'],
    ['PORTAL_BOUNCE', 'bounced', 'changed'],
    ['PORTAL_SPAM_REPORT', 'SPAM_REPORTED', 'blocked'],
    ['PORTAL_SPAM_REPORT', 'REPORTED', 'blocked'],
    ['PORTAL_STATUS', 'NOT_SPECIFIED', 'cleared'],
    ['PORTAL_STATUS', 'SUBSCRIBED', 'opted-in'],
    ['SUBSCRIPTION_STATUS', 'PENDING', 'changed'],
  ])('%s %s is %s', async (changeType, change, expected) => {
    const { records } = await read(row(ADDRESS, [{ change, changeType, subscriptionId: 501 }]));
    expect(records.map((one) => one.change)).toEqual([expected]);
  });
});

describe('event occurrences', () => {
  const occurred = (value: string | null | undefined, more: object = {}) => ({
    id: 'cause-1',
    objectId: '101',
    occurredAt: new Date(AT).toISOString(),
    properties: { hs_subscription_unsubscribe: value },
    ...more,
  });
  const read = (...results: readonly object[]) => occurrences(answering({ results }))('101');

  it('of another contact are no answer', async () => {
    await expect(read(occurred('true', { objectId: '102' }))).rejects.toMatchObject(unreadable);
    expect((await read(occurred('true', { objectId: 101 }))).records).toHaveLength(1);
  });

  it.each([
    ['true', 'opted-out'],
    ['false', 'opted-in'],
    ['TRUE', 'changed'],
    ['', 'changed'],
    [null, 'changed'],
    [undefined, 'changed'],
  ])('%j is %s, and no less', async (value, change) => {
    const { records } = await read(occurred(value));
    expect(eventsFromOccurrences(records).map((one) => one.change)).toEqual([change]);
  });

  it('that say nothing of the direction stand by the change of the same moment', async () => {
    const { records } = await read(occurred('maybe'));
    const optOut = eventsFromHistory(
      [
        {
          about: { kind: 'subscription', typeId: '501' },
          change: 'opted-out',
          at: new Date(AT + 1_000).toISOString(),
          source: { type: 'EMAIL' },
          property: 'hs_email_optout_501',
          value: 'true',
        },
      ],
      undefined,
    );
    const events = timeline([...eventsFromOccurrences(records), ...optOut]);
    expect(events.map(({ change, witnesses }) => [change, witnesses.length])).toEqual([
      ['opted-out', 2],
    ]);
  });
});

describe('submissions of a form', () => {
  it('are the contact’s where the address in them is', async () => {
    const results = [' Visitor@example.com', 'other@example.com', 'v\u0131sitor@example.com'].map(
      (value, at) => ({
        conversionId: `submission-${String(at)}`,
        submittedAt: AT,
        values: [{ name: 'email', value }],
      }),
    );
    const form = { id: 'form-1', name: 'Seminar', boxes: [] };
    const { records } = await submissions(answering({ results }))(form, ADDRESS);
    expect(records.map(({ id }) => id)).toEqual(['submission-0']);
  });
});
