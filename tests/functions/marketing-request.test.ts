import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  marketingRequestOf,
  type AskedOfMarketing,
} from '../../src/app/app.functions/marketing-request.ts';
import type { MarketingStatus } from '../../src/app/contract/snapshot.ts';
import type { Change, ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { eventOf } from '../../src/app/evidence/event-of.ts';

const ASKED = '2026-11-24T09:00:00.000Z';
const ID = 'click-00000001';

const ON: MarketingStatus = { kind: 'marketing', untilNextUpdateDate: false };
const LEAVING: MarketingStatus = { kind: 'marketing', untilNextUpdateDate: true };
const OFF: MarketingStatus = { kind: 'non-marketing' };
const NONE: MarketingStatus = { kind: 'unavailable' };
const ODD: MarketingStatus = { kind: 'not-known' };

const after = (minutes: number) => new Date(Date.parse(ASKED) + minutes * 60_000).toISOString();

function happened(change: Change, minutes: number): ConsentEvent {
  const kind = /leaving|staying/.test(change) ? 'marketing-schedule' : 'marketing-status';
  return eventOf({ kind }, change, {
    source: 'property-history',
    record: `${change}@${String(minutes)}`,
    at: after(minutes),
    actor: { kind: 'workflow' },
    raw: {},
  });
}

const on = { to: 'marketing', requestId: ID, at: ASKED, isOurs: true } as const;
const off = { ...on, to: 'non-marketing' } as const;

/** What is said of it, in one line. */
function told(known: Partial<AskedOfMarketing>): string {
  const request = marketingRequestOf({
    status: OFF,
    events: [],
    now: after(1),
    waitMinutes: 15,
    ...known,
  });
  if (request === undefined) return 'nothing';
  return `${request.state}: ${request.to}, by ${request.by}, since ${String((Date.parse(request.at) - Date.parse(ASKED)) / 60_000)}`;
}

const PENDING = 'pending: marketing, by this-product, since 0';

// prettier-ignore
const situations: readonly (readonly [string, Partial<AskedOfMarketing>, string])[] = [
  ['nobody asked', {}, 'nothing'],
  ['on: HubSpot has the request, and nothing else yet', { seen: on }, PENDING],
  ['on: applied', { seen: on, status: ON, events: [happened('set-marketing', 0.3)] }, 'applied: marketing, by this-product, since 0'],
  ['on: applied, and the history could not be read', { seen: on, status: ON }, 'applied: marketing, by this-product, since 0'],
  ['on: a leaving contact is not kept yet', { seen: on, status: LEAVING }, PENDING],
  ['on: a moment before the wait is over', { seen: on, now: after(14.99) }, PENDING],
  ['on: the wait is over', { seen: on, now: after(15) }, 'not-applied: marketing, by this-product, since 0'],
  ['on: applied after the wait all the same', { seen: on, now: after(600), status: ON }, 'applied: marketing, by this-product, since 0'],
  ['on: the wait is over, and the status can’t be read', { seen: on, now: after(600), status: ODD }, PENDING],
  ['on: applied, and the status can’t be read any more', { seen: on, now: after(600), status: ODD, events: [happened('set-marketing', 0.3)] }, 'nothing'],
  ['on: another wait', { seen: on, now: after(15), waitMinutes: 60 }, PENDING],
  ['on: HubSpot’s clock is ahead', { seen: { ...on, at: after(5) } }, 'pending: marketing, by this-product, since 5'],
  ['on: HubSpot tells no status', { seen: on, status: NONE }, PENDING],
  ['off: HubSpot has the request', { seen: off, status: ON }, 'pending: non-marketing, by this-product, since 0'],
  ['off: scheduled is applied', { seen: off, status: LEAVING }, 'applied: non-marketing, by this-product, since 0'],
  ['off: past the update date it still is', { seen: off, status: OFF, now: after(9_999), events: [happened('leaving-marketing', 1), happened('set-non-marketing', 9_000)] }, 'applied: non-marketing, by this-product, since 0'],
  ['off: the workflow never ran', { seen: off, status: ON, now: after(16) }, 'not-applied: non-marketing, by this-product, since 0'],
  ['off: no status ever', { seen: off, status: NONE, now: after(16) }, 'not-applied: non-marketing, by this-product, since 0'],
  ['off: applied, then a form made it marketing again: over', { seen: off, status: ON, events: [happened('staying-marketing', 9), happened('leaving-marketing', 1)] }, 'nothing'],
  ['off: that stays so when the wait is over', { seen: off, status: ON, now: after(99), events: [happened('leaving-marketing', 1)] }, 'nothing'],
  ['off: what happened before it was asked is not its doing', { seen: off, status: ON, now: after(99), events: [happened('leaving-marketing', -1), happened('staying-marketing', -0.5)] }, 'not-applied: non-marketing, by this-product, since 0'],
  ['on: applied, then scheduled to leave by somebody: over', { seen: on, status: LEAVING, now: after(99), events: [happened('set-marketing', 1), happened('leaving-marketing', 50)] }, 'nothing'],
  ['on: a change of the other kind does not end the wait', { seen: on, status: LEAVING, events: [happened('leaving-marketing', 0.5)] }, PENDING],
  ['an event of another subject does not end it either', { seen: on, events: [eventOf({ kind: 'everything' }, 'set-marketing', { source: 'ledger', record: '1', at: after(1), actor: { kind: 'this-card' }, raw: {} })] }, PENDING],
  ['our record knows nothing of it', { seen: { ...on, isOurs: false } }, 'pending: marketing, by elsewhere, since 0'],
  ['a value without an id is nobody’s of ours', { seen: { to: 'marketing', at: ASKED, isOurs: true } }, 'pending: marketing, by elsewhere, since 0'],
  ['sent, and HubSpot does not show it', { sent: on }, 'requested: marketing, by this-product, since 0'],
  ['sent, and HubSpot never shows it', { sent: on, now: after(15) }, 'not-applied: marketing, by this-product, since 0'],
  ['sent, not shown, and the status is so already', { sent: on, status: ON }, 'applied: marketing, by this-product, since 0'],
  ['sent and shown, with HubSpot’s time', { sent: { ...on, at: after(1) }, seen: { ...on, at: after(0.5) }, now: after(2) }, 'pending: marketing, by this-product, since 0.5'],
  ['sent after another one that is shown', { sent: { ...off, requestId: 'click-00000002', at: after(3) }, seen: on, now: after(4), status: ON }, 'requested: non-marketing, by this-product, since 3'],
  ['sent before another one that is shown: the newer counts', { sent: on, seen: { to: 'non-marketing', at: after(3), isOurs: false }, now: after(4), status: ON }, 'pending: non-marketing, by elsewhere, since 3'],
];

describe('a request to change marketing status', () => {
  it.each(situations)('%s', (_situation, known, expected) => {
    expect(told(known)).toBe(expected);
  });
});

const minutes = fc.integer({ min: -60, max: 60 });
const target = fc.constantFrom('marketing', 'non-marketing');
const request = fc.record({
  to: target,
  requestId: fc.constantFrom(ID, 'click-00000002'),
  at: minutes.map(after),
});
const anything: fc.Arbitrary<AskedOfMarketing> = fc
  .record({
    seen: fc.option(
      request.chain((one) => fc.boolean().map((isOurs) => ({ ...one, isOurs }))),
      { nil: undefined },
    ),
    sent: fc.option(request, { nil: undefined }),
    status: fc.constantFrom(ON, LEAVING, OFF, NONE, ODD),
    events: fc.array(
      fc
        .tuple(
          fc.constantFrom<Change>(
            'set-marketing',
            'set-non-marketing',
            'leaving-marketing',
            'staying-marketing',
          ),
          minutes,
        )
        .map(([change, at]) => happened(change, at)),
      { maxLength: 4 },
    ),
    now: minutes.map(after),
    waitMinutes: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ seen, sent, ...rest }) => ({
    ...rest,
    ...(seen === undefined ? {} : { seen }),
    ...(sent === undefined ? {} : { sent }),
  }));

const ORDER = ['requested', 'pending', 'not-applied', 'applied'];

describe('laws', () => {
  it('it is applied exactly while HubSpot’s status says what was asked for', () => {
    fc.assert(
      fc.property(anything, (known) => {
        const request = marketingRequestOf(known);
        if (request === undefined) return true;
        const { status } = known;
        const isOn = status.kind === 'marketing' && !status.untilNextUpdateDate;
        const isOff = status.kind === 'non-marketing' || (status.kind === 'marketing' && !isOn);
        return (request.state === 'applied') === (request.to === 'marketing' ? isOn : isOff);
      }),
    );
  });

  it('as time goes by and nothing else happens it only goes on, and says the same of itself', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 100 }), (known, later) => {
        const first = marketingRequestOf(known);
        const now = new Date(Date.parse(known.now) + later * 60_000).toISOString();
        const then = marketingRequestOf({ ...known, now });
        if (first === undefined || then === undefined) return first === then;
        return (
          ORDER.indexOf(first.state) <= ORDER.indexOf(then.state) &&
          (first.state === 'applied') === (then.state === 'applied') &&
          first.to === then.to &&
          first.at === then.at &&
          first.by === then.by
        );
      }),
    );
  });

  it('without an entry of ours it is never said to be ours', () => {
    fc.assert(
      fc.property(anything, ({ sent: _sent, seen, ...known }) => {
        const foreign = seen === undefined ? {} : { seen: { ...seen, isOurs: false } };
        return marketingRequestOf({ ...known, ...foreign })?.by !== 'this-product';
      }),
    );
  });
});
