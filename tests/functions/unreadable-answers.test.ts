import { afterEach, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../src/app/gateway/hubspot/http/send.ts';
import { hubSpotContacts } from '../../src/app/gateway/hubspot/contacts.ts';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { addresses, properties } from '../../src/app/gateway/hubspot/sources/property-history.ts';
import { addressOf, ANN, attackedDesk, BEN, type AttackedDesk } from './attacked-desk.ts';

let desk: AttackedDesk;
afterEach(() => desk.close());

const OPT_IN = { act: 'opt-in', typeId: '501', requestId: 'request-in-1' };
const OPT_OUT = { act: 'opt-out', typeId: '501', requestId: 'request-out-1' };

/** A desk that spoils every answer from a path. */
async function spoilt(path: RegExp, spoil: (answer: HttpAnswer) => HttpAnswer): Promise<void> {
  desk = await attackedDesk({
    spoil: ({ url }, answer) => (path.test(url.pathname) ? spoil(answer) : answer),
  });
}

function changed(change: (body: Sent) => unknown): (answer: HttpAnswer) => HttpAnswer {
  return (answer) => ({
    ...answer,
    body: JSON.stringify(change(JSON.parse(answer.body) as Sent)),
  });
}

type Sent = Record<string, unknown> & { results: Record<string, unknown>[] };

const UNREADABLE = { status: 'trouble', code: 'unreadable-answer' };

const CONTACT = /\/objects\/contacts\/\d+$/;
const text =
  (body: string, type = 'application/json') =>
  (): HttpAnswer => ({
    status: 200,
    headers: { 'content-type': type },
    body,
  });

describe('a contact that HubSpot sends as', () => {
  it.each<[string, (answer: HttpAnswer) => HttpAnswer]>([
    ['null', text('null')],
    ['{}', text('{}')],
    ['[]', text('[]')],
    ['HTML', text('<!doctype html>', 'text/html')],
    ['nothing', text('')],
    ['no content', () => ({ status: 204, headers: {}, body: '' })],
    ['another’s', changed((body) => ({ ...body, id: BEN }))],
    ['nobody’s', changed(({ id: _id, ...body }) => body)],
    [
      'one with a number for an address',
      changed((body) => ({ ...body, properties: { email: 7 } })),
    ],
    ['one without the property of its address', changed((body) => ({ ...body, properties: {} }))],
  ])('%s is an unreadable answer', async (_how, spoil) => {
    await spoilt(CONTACT, spoil);
    const before = desk.held();
    expect(await desk.read({ part: 'glance' })).toMatchObject(UNREADABLE);
    expect(await desk.read({ part: 'history' })).toMatchObject(UNREADABLE);
    expect(await desk.read({ part: 'preference-link' })).toMatchObject(UNREADABLE);
    expect(await desk.change(OPT_IN)).toMatchObject(UNREADABLE);
    expect(desk.held()).toEqual(before);
    expect(desk.log.map(({ code }) => code)).not.toContain('internal');
  });
});

describe('consents that HubSpot sends', () => {
  const STATUSES = /\/statuses\/[^/]+$/;
  const EVERYTHING = /\/unsubscribe-all$/;
  const others = changed((body) => ({
    ...body,
    results: body.results.map((row) => ({ ...row, subscriberIdString: addressOf(BEN) })),
  }));

  const working = changed((body) => ({ ...body, status: 'PROCESSING' }));
  const toCome = changed((body) => ({
    ...body,
    results: body.results.map((row) => ({ ...row, timestamp: '2999-01-01T00:00:00Z' })),
  }));

  it.each([
    ['statuses', STATUSES, 'of another address', others],
    ['unsubscribe-all', EVERYTHING, 'of another address', others],
    ['statuses', STATUSES, 'while it is still at work', working],
    ['unsubscribe-all', EVERYTHING, 'while it is still at work', working],
    ['statuses', STATUSES, 'of a day to come', toCome],
    ['unsubscribe-all', EVERYTHING, 'of a day to come', toCome],
  ])('as %s (%s) %s are no answer', async (part, path, _how, spoil) => {
    await spoilt(path, spoil);
    const because = { code: 'unreadable-answer' };
    expect((await desk.glance()).unread).toEqual([{ part, because }]);
    expect(await desk.change(OPT_IN)).toMatchObject({ status: 'refused' });
    expect(desk.stateOf('501')).toBe('NOT_SPECIFIED');
    await desk.change(OPT_OUT);
    expect(desk.stateOf('501')).toBe('UNSUBSCRIBED');
    expect(desk.log.map(({ code }) => code)).not.toContain('internal');
  });

  it.each<[string, readonly string[]]>([
    ['in, then out', ['SUBSCRIBED', 'UNSUBSCRIBED']],
    ['out, then in', ['UNSUBSCRIBED', 'SUBSCRIBED']],
  ])('twice, %s, are opted out', async (_how, states) => {
    await spoilt(
      STATUSES,
      changed((body) => ({
        ...body,
        results: body.results.flatMap((row) =>
          row['subscriptionId'] === 501 ? states.map((status) => ({ ...row, status })) : [row],
        ),
      })),
    );
    desk.play({ act: 'colleague', userId: 47, typeId: '501', to: 'SUBSCRIBED' });
    const { rows } = await desk.glance();
    expect(rows.filter(({ typeId }) => typeId === '501').map(({ state }) => state)).toEqual([
      'opted-out',
    ]);
  });
});

describe('a contact under another id', () => {
  const sent = { id: BEN, properties: { email: null }, propertiesWithHistory: {} };
  const answering = (answer: unknown) =>
    ({ typed: () => Promise.resolve(answer) }) as unknown as HubSpotClient;
  const reads = (answer: unknown) => {
    const contacts = hubSpotContacts(answering(answer));
    return [
      () => contacts.read(ANN),
      () => contacts.addressee(ANN),
      () => contacts.history(ANN, ['501']),
      () => addresses(answering(answer))(ANN),
      () => properties(answering(answer))(ANN, ['501']),
    ];
  };

  it('is the one that it was merged into, and nobody else', async () => {
    desk = await attackedDesk();
    for (const read of reads(sent)) {
      await expect(read()).rejects.toMatchObject({ code: 'unreadable-answer' });
    }
    const merged = { email: null, hs_merged_object_ids: `9000;${ANN}` };
    for (const read of reads({ ...sent, properties: merged })) {
      await expect(read()).resolves.toBeDefined();
    }
    const notThis = { email: null, hs_merged_object_ids: `${ANN}0;1${ANN}` };
    for (const read of reads({ ...sent, properties: notThis })) {
      await expect(read()).rejects.toMatchObject({ code: 'unreadable-answer' });
    }
  });
});
