import { describe, expect, it } from 'vitest';
import { SWITCHES } from '../../sandbox/emulator/hubspot/assumptions.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { TYPE } from './calls/custom-objects.ts';
import { CONTACTS, get, LINKED, search, THINGS } from './deletions.ts';
import { ALL_SCOPES, ask, eachIn, fieldIn, observed, prepared } from './emulator.ts';
import { tally } from './tally.ts';

const seen = tally();
const hubspot = observed(seen, false);

const LOOKS = THINGS.flatMap((thing) => [
  ...thing.looks.map((look) => ({ ...thing, look, before_: true, after: false })),
  ...(thing.archivedLooks ?? []).map((look) => ({ ...thing, look, before_: false, after: true })),
]);

describe('what was taken away', () => {
  it.each(LOOKS)(
    '$what: $look.method $look.path shows it no more, or only then',
    ({ before, takenAway, look, before_, after }) => {
      const row = {
        ...takenAway,
        before,
        look: { method: look.method, path: look.path, body: look.body },
      };
      const made = prepared(hubspot, row);
      const isThere = () => look.isThere(ask(hubspot, 1001, made.look));
      expect(isThere()).toBe(before_);
      expect(ask(hubspot, 1001, made).status).toBeLessThan(300);
      hubspot.clock.advance(1);
      expect(isThere()).toBe(after);
    },
  );

  it('is found by a search until the search knows of it, and then is not counted either', () => {
    const desk = createHubSpotOnDesk({ isSetUp: false });
    desk.grant(1001, ALL_SCOPES);
    const look = search(CONTACTS, 'email', 'contact-104@example.com');
    const total = () => fieldIn(ask(desk, 1001, look).body, 'total');
    expect(total()).toBe(1);
    ask(desk, 1001, { method: 'DELETE', path: `${CONTACTS}/104` });
    expect(total()).toBe(1);
    desk.clock.advance(SWITCHES.searchLagMs.today - 1);
    expect(total()).toBe(1);
    desk.clock.advance(1);
    expect(total()).toBe(0);
  });

  it('says when it was archived', () => {
    const gone = { method: 'DELETE', path: `${CONTACTS}/104` } as const;
    const look = prepared(hubspot, get(`${CONTACTS}/104?archived=true`));
    ask(hubspot, 1001, gone);
    const archivedAt = new Date(hubspot.clock.now()).toISOString();
    expect(ask(hubspot, 1001, look).body).toMatchObject({ archived: true, archivedAt });
  });

  it('asks and is answered as HubSpot’s files say', () => {
    expect(seen.surprises()).toEqual([]);
  });
});

describe('a merged contact', () => {
  it.each([
    ['moved', ['106']],
    ['kept', ['104']],
  ] as const)('leaves its associations %s', (associationsAfterMerge, contacts) => {
    const desk = createHubSpotOnDesk({
      isSetUp: false,
      assumptions: { associationsAfterMerge, searchLagMs: 0 },
    });
    desk.grant(1001, ALL_SCOPES);
    const made = [
      ...LINKED,
      {
        method: 'POST',
        path: `${CONTACTS}/merge`,
        body: { primaryObjectId: '106', objectIdToMerge: '104' },
      } as const,
    ];
    for (const request of made) expect(ask(desk, 1001, request).status).toBeLessThan(300);
    const list = ask(desk, 1001, get(`/crm/v4/objects/${TYPE}/50001/associations/contacts`));
    expect(eachIn(list.body, 'results', 'toObjectId')).toEqual(contacts);
  });
});
