import { describe, expect, it } from 'vitest';
import type { HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotConsents } from '../../src/app/gateway/hubspot/consents.ts';
import { isOfAddress } from '../../src/app/gateway/hubspot/whose.ts';
import type { Consents } from '../../src/app/gateway/ports.ts';

const ADDRESS = 'visitor@example.com';

function answering(answer: unknown): Consents {
  return hubSpotConsents({ request: () => Promise.resolve(answer) } as unknown as HubSpotClient);
}

const unreadable = { code: 'unreadable-answer' };

const row = (more: object = {}) => ({
  subscriberIdString: ADDRESS,
  channel: 'EMAIL',
  subscriptionId: 501,
  status: 'SUBSCRIBED',
  source: 'Public status API',
  timestamp: '2026-03-01T00:00:00Z',
  ...more,
});

const wide = (more: object = {}) => ({
  subscriberIdString: ADDRESS,
  channel: 'EMAIL',
  wideStatusType: 'PORTAL_WIDE',
  businessUnitId: 0,
  status: 'SUBSCRIBED',
  timestamp: '2026-03-01T00:00:00Z',
  ...more,
});

const whole = (...results: readonly object[]) => ({ status: 'COMPLETE', results });

const statuses = (answer: unknown, address = ADDRESS) => answering(answer).statuses(address);
const everything = (answer: unknown) => answering(answer).everything(ADDRESS);

describe('whose a row is', () => {
  it.each([
    [ADDRESS, ADDRESS],
    [' Visitor@Example.COM ', ADDRESS],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@xn--bcher-kva.example', 'info@bücher.example'],
    ['用户@例子.example', '用户@xn--fsqu00a.example'],
  ])('%j is %j’s', (sent, address) => {
    expect(isOfAddress(sent, address)).toBe(true);
    expect(isOfAddress(address, sent)).toBe(true);
  });

  it.each([
    ['other@example.com', ADDRESS],
    ['visitor@example.com.evil.example', ADDRESS],
    ['visitor+news@example.com', ADDRESS],
    ['', ADDRESS],
    ['@', ADDRESS],
    // The sign for kelvin, a dotless i, letters of full width, a composed and a decomposed accent, Cyrillic.
    ['visitor@\u212aelvin.example', 'visitor@kelvin.example'],
    ['\u212aelvin@example.com', 'kelvin@example.com'],
    ['v\u0131sitor@example.com', ADDRESS],
    ['visitor@ｅxample.com', ADDRESS],
    ['andr\u00e9@example.com', 'andre\u0301@example.com'],
    ['visitor@ex\u0430mple.com', ADDRESS],
    ['visitor@xn--.example', 'visitor@.example'],
    ['b\u00fccher@example.com', 'xn--bcher-kva@example.com'],
  ])('%j is not %j’s', (sent, address) => {
    expect(isOfAddress(sent, address)).toBe(false);
    expect(isOfAddress(address, sent)).toBe(false);
  });

  it('one row of another’s makes the whole answer unreadable', async () => {
    const other = { subscriberIdString: 'other@example.com' };
    await expect(
      statuses(whole(row(), row({ ...other, subscriptionId: 502 }))),
    ).rejects.toMatchObject(unreadable);
    await expect(everything(whole(wide(), wide(other)))).rejects.toMatchObject(unreadable);
    for (const nobody of [{ subscriberIdString: undefined }, { subscriberIdString: null }]) {
      await expect(statuses(whole(row(nobody)))).rejects.toMatchObject(unreadable);
      await expect(everything(whole(wide(nobody)))).rejects.toMatchObject(unreadable);
    }
  });

  it('is told by the address in either spelling', async () => {
    const answer = whole(row({ subscriberIdString: 'Info@xn--bcher-kva.example' }));
    expect(await statuses(answer, 'info@bücher.example')).toHaveLength(1);
  });

  it('a "nothing changed" about another address or type is not ours', async () => {
    const reason = { setStatusSuccessReason: 'NO_STATUS_CHANGE' };
    const optOut = (more: object) =>
      answering(whole(row({ ...reason, ...more }))).optOut(ADDRESS, '501');
    expect(await optOut({})).toBe('no-change');
    expect(await optOut({ subscriberIdString: 'other@example.com' })).toBe('accepted');
    expect(await optOut({ subscriptionId: 502 })).toBe('accepted');
  });
});

describe('one type told twice', () => {
  const OUT = row({ status: 'UNSUBSCRIBED', timestamp: '2026-01-01T00:00:00Z' });
  const IN = row();
  const NONE = row({ status: 'NOT_SPECIFIED', timestamp: '2026-02-01T00:00:00Z' });

  it.each([
    ['in, then out', [IN, OUT], 'opted-out'],
    ['out, then in', [OUT, IN], 'opted-out'],
    ['as a number and as text', [row({ subscriptionId: '501' }), OUT], 'opted-out'],
    ['out, then nothing', [OUT, NONE], 'opted-out'],
    ['in, then nothing', [IN, NONE], 'not-specified'],
    ['three times', [NONE, IN, OUT, IN], 'opted-out'],
    ['in twice', [IN, IN], 'opted-in'],
  ])('%s', async (_how, rows, state) => {
    const found = await statuses(whole(...rows));
    expect(found.map((one) => [one.about, one.state])).toEqual([
      [{ kind: 'subscription', typeId: '501' }, state],
    ]);
  });

  it('keeps the later of two that are equal', async () => {
    const [found] = await statuses(whole(OUT, { ...OUT, timestamp: '2026-02-02T00:00:00Z' }, OUT));
    expect(found?.at).toBe('2026-02-02T00:00:00.000Z');
  });
});

describe('the opt-out of everything told twice', () => {
  const OUT = wide({ status: 'UNSUBSCRIBED', timestamp: '2026-01-01T00:00:00Z' });

  it.each([
    ['in, then out', [wide(), OUT]],
    ['out, then in', [OUT, wide()]],
    [
      'for the portal, and for its default brand',
      [OUT, wide({ wideStatusType: 'BUSINESS_UNIT_WIDE' })],
    ],
    ['for the portal and under no brand', [wide(), { ...OUT, businessUnitId: undefined }]],
    ['for the portal under some brand', [wide(), { ...OUT, businessUnitId: 77 }]],
    [
      'for a brand that is not named',
      [wide(), { ...OUT, wideStatusType: 'BUSINESS_UNIT_WIDE', businessUnitId: null }],
    ],
  ])('%s', async (_how, rows) => {
    const found = await everything(whole(...rows));
    expect(found.map((one) => [one.about, one.state])).toEqual([
      [{ kind: 'everything' }, 'opted-out'],
    ]);
  });

  it('of two brands is two', async () => {
    const brand = { wideStatusType: 'BUSINESS_UNIT_WIDE', businessUnitId: 77 };
    const found = await everything(whole(wide(), wide({ ...brand, status: 'UNSUBSCRIBED' })));
    expect(found.map((one) => [one.about, one.state])).toEqual([
      [{ kind: 'everything' }, 'opted-in'],
      [{ kind: 'everything', businessUnitId: '77' }, 'opted-out'],
    ]);
  });
});

describe('a definition told twice', () => {
  const type = { id: '501', name: 'News', isActive: true, isInternal: false, businessUnitId: 7 };
  const types = (...more: readonly object[]) =>
    answering(whole(...more.map((one) => ({ ...type, ...one })))).types();

  it.each([
    [[{}, {}], { isActive: true, isInternal: false, businessUnitId: '7' }],
    [[{}, { isActive: false }], { isActive: false, isInternal: false, businessUnitId: '7' }],
    [[{ isActive: false }, {}], { isActive: false, isInternal: false, businessUnitId: '7' }],
    [
      [{}, { isInternal: true, id: 501 }],
      { isActive: true, isInternal: true, businessUnitId: '7' },
    ],
    [[{}, { businessUnitId: 8 }], { isActive: true, isInternal: false }],
    [[{ businessUnitId: null }, {}], { isActive: true, isInternal: false }],
  ])('%j is one type, as narrow as either', async (told, expected) => {
    expect(await types(...told)).toEqual([{ id: '501', name: 'News', names: {}, ...expected }]);
  });
});

describe('a row that HubSpot can’t have sent', () => {
  it.each([
    ['subscriptionId', 0],
    ['subscriptionId', -501],
    ['subscriptionId', 501.5],
    ['subscriptionId', 1e20],
    ['subscriptionId', 'news'],
    ['subscriptionId', ' 501'],
    ['subscriptionId', '0501'],
    ['subscriptionId', '5e2'],
    ['subscriptionId', ''],
    ['subscriptionId', null],
    ['subscriptionId', [501]],
    ['channel', 'SMS'],
    ['channel', 'email'],
    ['channel', null],
    ['status', 'subscribed'],
    ['status', 'PENDING'],
    ['status', true],
    ['status', null],
    ['timestamp', 'yesterday'],
    ['timestamp', '1'],
    ['timestamp', ''],
    ['timestamp', '2026-03-01'],
    ['timestamp', '2026-03-01T00:00:00'],
    ['timestamp', '2026-02-31T25:00:00Z'],
    ['timestamp', '0000-01-01T00:00:00Z'],
    ['timestamp', '0001-01-01T00:00:00Z'],
    ['timestamp', '1969-12-31T23:59:59Z'],
    ['timestamp', '+010000-01-01T00:00:00Z'],
    ['timestamp', 8.64e15],
    ['timestamp', -1],
    ['timestamp', true],
    ['timestamp', {}],
    ['source', 7],
  ])('%s %j', async (name, value) => {
    await expect(statuses(whole(row({ [name]: value })))).rejects.toMatchObject(unreadable);
    if (name === 'subscriptionId' || name === 'source') return;
    await expect(everything(whole(wide({ [name]: value })))).rejects.toMatchObject(unreadable);
  });

  it.each([-1, 1.5, 'brand', '', '00', [0], {}, true])('brand %j', async (businessUnitId) => {
    const type = { id: '501', name: 'News', isActive: true, isInternal: false, businessUnitId };
    await expect(everything(whole(wide({ businessUnitId })))).rejects.toMatchObject(unreadable);
    await expect(answering(whole(type)).types()).rejects.toMatchObject(unreadable);
  });

  it.each(['ACCOUNT_WIDE', null, 1])('kind of opt-out %j', async (wideStatusType) => {
    await expect(everything(whole(wide({ wideStatusType })))).rejects.toMatchObject(unreadable);
  });

  it('the epoch is HubSpot’s "never"', async () => {
    const [found] = await statuses(whole(row({ timestamp: '1970-01-01T00:00:00Z' })));
    expect(found?.at).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('a list that is not whole', () => {
  const error = { status: 'error', category: 'INTERNAL_ERROR' };

  it.each([
    [{ status: 'PENDING' }],
    [{ status: 'PROCESSING' }],
    [{ status: 'CANCELED' }],
    [{ status: 'complete' }],
    [{ status: 'ERROR' }],
    [{ status: null }],
    [{ errors: [error] }],
    [{ errors: [{ ...error, category: 'OBJECT_NOT_FOUND' }] }],
    [{ errors: ['failed'] }],
    [{ errors: {} }],
    [{ numErrors: 1 }],
    [{ numErrors: 1, errors: [] }],
  ])('%j', async (more) => {
    await expect(statuses({ ...whole(row()), ...more })).rejects.toMatchObject(unreadable);
    await expect(everything({ ...whole(wide()), ...more })).rejects.toMatchObject(unreadable);
    await expect(answering({ ...whole(), ...more }).types()).rejects.toMatchObject(unreadable);
  });

  it.each([{ status: 'SUCCESS' }, { status: undefined }, { errors: [], numErrors: 0 }])(
    '%j is one',
    async (more) => {
      expect(await statuses({ ...whole(row()), ...more })).toHaveLength(1);
    },
  );
});
