import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marketingFacts, readMarketing } from '../../src/app/app.functions/marketing-facts.ts';
import { marketingRequestOf } from '../../src/app/app.functions/marketing-request.ts';
import { partReader } from '../../src/app/app.functions/reading-part.ts';
import type { Instant } from '../../src/app/evidence/consent-event.ts';
import { eventsFromHistory } from '../../src/app/evidence/property-history.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import type { HubSpot, MarketingTarget } from '../../src/app/gateway/ports.ts';
import { CAREFUL_ORGANISATION } from '../../src/app/policy/organisation.ts';
import { nextUpdateDate } from '../../src/app/policy/update-date.ts';
import { createHubSpotOnDesk, type HubSpotOnDesk } from '../../sandbox/emulator/index.ts';

/** The parts together, over HTTP: what HubSpot holds, and what is said of it. */
const TOKYO = 1001;
const NAGOYA = 1005;
const BERLIN = 1002;
const MINUTE = 60_000;
const annual = { term: 'annual', renewalDay: 'not-set' } as const;

let desk: HubSpotOnDesk;
let server: Awaited<ReturnType<HubSpotOnDesk['listen']>>;

beforeEach(async () => {
  desk = createHubSpotOnDesk({ now: Date.UTC(2026, 10, 24) });
  server = await desk.listen();
});
afterEach(() => server.close());

const ours = (portalId: number): HubSpot =>
  hubSpot({ token: `pat-sandbox-${String(portalId)}`, origin: server.origin });

const now = (): Instant => new Date(desk.clock.now()).toISOString();

async function told(contactId: string, ownIds: readonly string[] = []): Promise<string> {
  const { contacts } = ours(TOKYO);
  const contact = await contacts.read(contactId);
  const { versions } = await contacts.history(contactId, []);
  const seen = contact.marketingRequest;
  const request = marketingRequestOf({
    ...(seen === undefined
      ? {}
      : { seen: { ...seen, isOurs: ownIds.includes(seen.requestId ?? '') } }),
    status: contact.marketing,
    events: eventsFromHistory(versions, '7001'),
    now: now(),
    waitMinutes: 15,
  });
  return request === undefined ? 'nothing' : `${request.state} by ${request.by}`;
}

const ask = (contactId: string, to: MarketingTarget, id: string) =>
  ours(TOKYO).marketing.request(contactId, to, id);

describe('a request in an account with workflows', () => {
  it('on: pending, then applied', async () => {
    expect(await told('125')).toBe('nothing');
    await ask('125', 'marketing', 'request-0001');
    expect(await told('125', ['request-0001'])).toBe('pending by this-product');
    desk.clock.advance(MINUTE);
    expect(await told('125', ['request-0001'])).toBe('applied by this-product');
    expect(await told('125')).toBe('applied by elsewhere');
  });

  it('off: applied when it is scheduled, and still so past the update date it was said to end', async () => {
    await ask('125', 'marketing', 'request-0001');
    desk.clock.advance(MINUTE);
    await ask('125', 'non-marketing', 'request-0002');
    desk.clock.advance(MINUTE);
    expect(await told('125', ['request-0002'])).toBe('applied by this-product');
    const { contacts, installation } = ours(TOKYO);
    const leaving = { kind: 'marketing', untilNextUpdateDate: true };
    expect((await contacts.read('125')).marketing).toMatchObject(leaving);
    const zone = (await installation.timeZone()) ?? '';
    expect(nextUpdateDate(annual, now(), zone)).toBe('2026-12-01');
    desk.clock.set(Date.parse('2026-11-30T14:59:59Z'));
    expect((await contacts.read('125')).marketing).toMatchObject(leaving);
    desk.clock.set(Date.parse('2026-11-30T15:00:00Z'));
    expect((await contacts.read('125')).marketing).toMatchObject({ kind: 'non-marketing' });
    expect(await told('125', ['request-0002'])).toBe('applied by this-product');
    expect(nextUpdateDate(annual, now(), zone)).toBe('2027-01-01');
  });

  it('off, and a form makes the contact marketing again: over', async () => {
    await ask('104', 'non-marketing', 'request-0001');
    desk.clock.advance(MINUTE);
    const form = { by: 'FORM_SUBMISSION', name: 'Seminar registration' } as const;
    desk.act(TOKYO, { act: 'marketing-status', contactId: '104', to: 'marketing', ...form });
    desk.clock.advance(60 * MINUTE);
    expect(await told('104', ['request-0001'])).toBe('nothing');
  });

  it('that runs too late: not applied after a quarter of an hour', async () => {
    await ask('125', 'marketing', 'request-0001');
    desk.act(TOKYO, { act: 'marketing-workflows', to: 'off' });
    desk.clock.advance(15 * MINUTE - 1_000);
    expect(await told('125', ['request-0001'])).toBe('pending by this-product');
    desk.clock.advance(1_000);
    expect(await told('125', ['request-0001'])).toBe('not-applied by this-product');
  });

  it('that never took it up: the scenario says so', async () => {
    expect(await told('126')).toBe('not-applied by elsewhere');
  });
});

describe('whether there is a workflow', () => {
  const facts = async (portalId: number, contactId: string, said: 'active' | 'not-set') => {
    const hubspot = ours(portalId);
    const contact = await hubspot.contacts.read(contactId);
    const organisation = {
      ...CAREFUL_ORGANISATION,
      marketingWorkflows: { toMarketing: said, toNonMarketing: said },
    };
    const readings = await readMarketing(
      contact,
      hubspot,
      organisation,
      partReader({ correlationId: 'correlation-1', log: () => undefined }),
    );
    return marketingFacts('non-marketing', contact.marketing, readings, organisation)
      .marketingWorkflow;
  };

  it('is the admin’s word where the app may not see workflows', async () => {
    expect(await facts(TOKYO, '104', 'not-set')).toBe('none');
    expect(await facts(TOKYO, '104', 'active')).toBe('found');
  });

  it('is none where the property is missing that it would wait for, whatever the admin says', async () => {
    expect(await facts(NAGOYA, '525', 'active')).toBe('none');
    await ours(NAGOYA).setUp.complete('marketing-request');
    expect(await facts(NAGOYA, '525', 'active')).toBe('found');
  });

  it('is seen where it may', async () => {
    expect(await facts(BERLIN, '225', 'not-set')).toBe('none');
    desk.act(BERLIN, { act: 'marketing-workflows', to: 'on' });
    expect(await facts(BERLIN, '225', 'not-set')).toBe('found');
  });
});
