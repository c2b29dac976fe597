import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { inHubSpot } from '../../src/app/app.functions/hubspot-world.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import type { Change, Subject } from '../../src/app/evidence/consent-event.ts';
import type { PropertyVersion } from '../../src/app/evidence/property-history.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { held, OPEN, optedOutBy, status, worldOf, type Held } from './hubspot-in-memory.ts';

const optIn = { act: 'opt-in', requestId: 'request-in', typeId: '11' };
const ground = { legalBasis: 'CONSENT_WITH_NOTICE', explanation: 'Asked at the seminar' };

function ask(hubspot: Held, parameters: unknown, choices: Partial<Organisation> = {}) {
  return changeConsent({ parameters, propertiesToSend: OPEN }, worldOf(hubspot, choices));
}

async function glance(
  hubspot: Held,
  choices: Partial<Organisation> = {},
  more: object = {},
): Promise<Glance> {
  const reply = await readConsent(
    { parameters: { part: 'glance', ...more }, propertiesToSend: OPEN },
    worldOf(hubspot, choices),
  );
  if (reply.status !== 'glance') throw new Error(reply.status);
  return reply.glance;
}

/** A past of the newsletter or of everything, oldest first, an hour between one event and the next. */
function past(...events: readonly (readonly [Change, source: string, about?: Subject])[]) {
  return events.map(([change, type, about], index): PropertyVersion => ({
    about: about ?? { kind: 'subscription', typeId: '11' },
    change,
    at: `2026-06-01T0${String(index)}:00:00.000Z`,
    property: 'x',
    value: change,
    source: { type },
  }));
}

const everything = { kind: 'everything' } as const;

describe('taking back what others opted out', () => {
  it.each(['CRM_UI', 'WORKFLOWS'])(
    'by %s is asked for proof, and done with it by the write that HubSpot does not guard',
    async (source) => {
      const hubspot = held(optedOutBy(source));
      expect((await glance(hubspot)).rows[0]?.optIn).toMatchObject({
        kind: 'allow',
        write: 'resubscription',
        requires: ['legal-basis', 'explanation', 'evidence'],
        requiredBy: [{ rule: 'resubscription-wants-proof', since: '2026-07-03T03:00:00.000Z' }],
      });
      expect(await ask(hubspot, { ...optIn, ...ground })).toMatchObject({
        status: 'refused',
        decision: { kind: 'lacking', requires: ['evidence'] },
      });
      expect(hubspot.writes).toEqual([]);
      const again = { ...optIn, ...ground, requestId: 'request-2', evidence: 'ticket 4711' };
      expect(await ask(hubspot, again)).toMatchObject({ status: 'changed' });
      expect(hubspot.writes).toEqual([
        `restore visitor@example.com 11 opted-in ${JSON.stringify(ground)}`,
      ]);
    },
  );

  it.each(['IMPORT', 'API', 'SALESFORCE'])(
    'by %s is locked: whose will it carried is not known',
    async (source) => {
      const hubspot = held(optedOutBy(source, '77'));
      expect((await glance(hubspot)).rows[0]?.optIn).toMatchObject({
        kind: 'deny',
        because: [{ rule: 'opted-out-by-someone-unknown', since: '2026-07-03T03:00:00.000Z' }],
        remedies: ['share-preference-link', 'correct-the-source'],
      });
    },
  );

  it('by an app that the organisation named as its own doing is asked for proof', async () => {
    const hubspot = held(optedOutBy('INTEGRATION', '77'));
    const own = { ownMessengers: { appIds: ['77'], imports: [] } };
    expect((await glance(hubspot, own)).rows[0]?.optIn).toMatchObject({
      kind: 'allow',
      requiredBy: [{ rule: 'resubscription-wants-proof' }],
    });
  });

  it('by the contact, where the organisation takes that back with proof, likewise', async () => {
    const hubspot = held(optedOutBy('EMAIL'));
    const proof = { ...ground, evidence: 'letter of 2 July' };
    const choices = { selfOptOuts: 'with-proof' } as const;
    expect(await ask(hubspot, { ...optIn, ...ground }, choices)).toMatchObject({
      decision: { kind: 'lacking', requires: ['evidence'] },
    });
    expect(
      await ask(hubspot, { ...optIn, ...proof, requestId: 'request-2' }, choices),
    ).toMatchObject({ status: 'changed' });
  });
});

describe('the contact’s latest own act decides', () => {
  it.each<[string, PropertyVersion[], string]>([
    ['opted out by link', past(['opted-out', 'EMAIL']), 'opted-out-by-contact'],
    [
      'opted out, and in and out again by staff',
      past(['opted-out', 'EMAIL'], ['opted-in', 'CRM_UI'], ['opted-out', 'CRM_UI']),
      'opted-out-by-contact',
    ],
    [
      'opted out by somebody, and in and out again by staff',
      past(['opted-out', '?'], ['opted-in', 'CRM_UI'], ['opted-out', 'CRM_UI']),
      'opted-out-by-someone-unknown',
    ],
    [
      'came back by a form, opted out by staff',
      past(['opted-out', 'EMAIL'], ['opted-in', 'FORM'], ['opted-out', 'CRM_UI']),
      'resubscription-wants-proof',
    ],
    [
      '"came back" by somebody unknown, opted out by staff',
      past(['opted-out', 'EMAIL'], ['opted-in', '?'], ['opted-out', 'CRM_UI']),
      'opted-out-by-contact',
    ],
    [
      'out of everything by link, lifted by staff',
      past(
        ['opted-out', 'EMAIL', everything],
        ['opted-in', 'CRM_UI', everything],
        ['opted-out', 'CRM_UI'],
      ),
      'opted-out-by-contact',
    ],
    [
      'out of everything by link, back on the preferences page',
      past(
        ['opted-out', 'EMAIL', everything],
        ['opted-in', 'EMAIL', everything],
        ['opted-out', 'CRM_UI'],
      ),
      'resubscription-wants-proof',
    ],
  ])('%s', async (_what, versions, rule) => {
    const hubspot = held({
      statuses: [status('opted-out', { at: versions.at(-1)!.at, sourceText: '' })],
      versions,
    });
    const optInNow = (await glance(hubspot)).rows[0]?.optIn;
    const deciding = optInNow?.kind === 'allow' ? optInNow.requiredBy : optInNow?.because;
    expect(deciding).toMatchObject([{ rule }]);
  });

  it('even where HubSpot’s status was cleared since', async () => {
    const versions = past(['opted-out', 'EMAIL'], ['cleared', 'API']);
    const hubspot = held({
      statuses: [status('opted-in', { about: everything }), status('not-specified')],
      versions,
    });
    expect((await glance(hubspot)).rows[0]?.optIn).toMatchObject({
      because: [{ rule: 'opted-out-by-contact', since: '2026-06-01T00:00:00.000Z' }],
    });
  });
});

describe('the state the person saw', () => {
  it('that no longer holds stops an opt-in, and what holds now is shown', async () => {
    const hubspot = held({ statuses: [status('not-specified')] });
    const reply = await ask(hubspot, { ...optIn, shown: 'opted-out' });
    expect(reply).toMatchObject({
      status: 'refused',
      decision: { because: [{ rule: 'changed-elsewhere' }], remedies: ['look-again'] },
      glance: { rows: [{ state: 'not-specified', optIn: { kind: 'allow' } }, {}] },
    });
    expect(hubspot.writes).toEqual([]);
  });

  it('that still holds stops nothing, and an opt-out is never stopped', async () => {
    expect(await ask(held(), { ...optIn, shown: 'not-specified' })).toMatchObject({
      status: 'changed',
    });
    const reply = await ask(held(), { ...optIn, act: 'opt-out' });
    expect(reply).toMatchObject({ status: 'changed' });
  });
});

describe('who the page says is asking', () => {
  const teams = { optIn: ['7'], marketing: ['8'] };
  const claim = (...teamIds: string[]) => ({ claim: { userId: '47', teamIds } });

  it.each([
    ['no claim', {}, { kind: 'unknown', missing: ['teamMayChange'] }],
    [
      'no team',
      claim(),
      { kind: 'deny', because: [{ rule: 'team-may-not-change', advisory: true }] },
    ],
    ['another team', claim('8'), { kind: 'deny', because: [{ advisory: true }] }],
    ['the right team among others', claim('8', '7'), { kind: 'allow' }],
  ])('%s', async (_what, parameters, optInDecision) => {
    const shown = await glance(held(), { teams }, parameters);
    expect(shown.rows[0]).toMatchObject({ optIn: optInDecision, optOut: { kind: 'allow' } });
    const reply = await ask(held(), { ...optIn, ...parameters }, { teams });
    expect(reply.status).toBe(optInDecision.kind === 'allow' ? 'changed' : 'refused');
  });

  it('unlocks nothing that a silent page could not do where no team is named', async () => {
    const silent = await glance(held(optedOutBy('EMAIL')));
    const loud = await glance(held(optedOutBy('EMAIL')), {}, claim('7'));
    expect(loud).toEqual(silent);
  });

  it.each([
    { userId: 47, teamIds: [] },
    { userId: '47' },
    { userId: '47', teamIds: ['admin'] },
    { userId: '47', teamIds: [], superAdmin: true },
    { userId: '47', teamIds: Array.from({ length: 201 }, () => '1') },
  ])('as %j is a bad request', async (forged) => {
    const hubspot = held();
    expect(await ask(hubspot, { ...optIn, claim: forged })).toMatchObject({
      status: 'bad-request',
      paths: ['parameters.claim'],
    });
    expect(hubspot.calls).toEqual([]);
  });
});

describe('what the organisation chose', () => {
  const newsletter = held().types[0]!;

  it('locks types and brands for opting in, never for opting out', async () => {
    const hubspot = held({ types: [{ ...newsletter, businessUnitId: '5' }] });
    const shown = await glance(hubspot, { lockedTypes: ['11'], businessUnits: ['0'] });
    expect(shown.rows[0]).toMatchObject({
      optIn: { because: [{ rule: 'locked-type' }, { rule: 'other-business-unit' }] },
      optOut: { kind: 'allow' },
    });
  });

  it('a brand that HubSpot does not tell is not known where brands are chosen', async () => {
    const shown = await glance(held({ types: [newsletter] }), { businessUnits: ['0'] });
    expect(shown.rows[0]?.optIn).toMatchObject({ kind: 'unknown', missing: ['brandIsCovered'] });
  });

  it('a brand’s opt-out of everything locks that brand’s types alone', async () => {
    const hubspot = held({
      types: [
        { ...newsletter, businessUnitId: '5' },
        { ...newsletter, id: '13', businessUnitId: '6' },
        { ...newsletter, id: '14' },
      ],
      everything: [status('opted-out', { about: { kind: 'everything', businessUnitId: '5' } })],
    });
    const brand = {
      kind: 'deny',
      because: [{ rule: 'opted-out-of-brand', since: '2026-07-03T03:00:00.000Z' }],
    };
    const shown = await glance(hubspot);
    expect(shown.rows.map(({ optIn }) => optIn)).toMatchObject([brand, { kind: 'allow' }, brand]);
    expect(shown.wholeContact['opt-out-of-everything'].kind).toBe('allow');
  });

  it('cooling-off runs from the contact’s last opt-out', async () => {
    const chosen = { selfOptOuts: 'with-proof', coolingOffDays: 30 } as const;
    const shown = await glance(held(optedOutBy('EMAIL')), chosen);
    expect(shown.rows[0]?.optIn).toMatchObject({
      kind: 'deny',
      because: [{ rule: 'cooling-off', since: '2026-07-03T03:00:00.000Z' }],
    });
  });

  it('consent past its lifetime turns the consent light off and blocks nothing', async () => {
    const versions = past(['opted-in', 'FORM']);
    const hubspot = held({ statuses: [status('opted-in', { at: versions[0]!.at })], versions });
    const shown = await glance(hubspot, { consentLifetimeDays: 10 });
    expect(shown.rows[0]?.verdict).toMatchObject({
      consent: { is: 'off', why: ['consent-outdated'] },
      mail: 'sent-too-late',
    });
    expect(shown.verdict).toEqual({ kind: 'will-send', typeIds: ['11'], outdated: ['11'] });
    expect(shown.wholeContact['to-marketing'].kind).toBe('done');
    expect((await glance(hubspot, { consentLifetimeDays: 100 })).rows[0]?.verdict.mail).toBe(
      'sent',
    );
  });

  it('a later opt-in by staff is no consent, unless consent is its legal basis', async () => {
    const versions = past(['opted-in', 'FORM'], ['opted-out', 'CRM_UI'], ['opted-in', 'CRM_UI']);
    const renewed = { at: '2026-07-03T02:00:00.000Z', sourceText: 'Bulk Subscription Update' };
    const of = async (legalBasis: string) =>
      (
        await glance(
          held({ statuses: [status('opted-in', { ...renewed, legalBasis })], versions }),
          {
            consentLifetimeDays: 10,
          },
        )
      ).rows[0]?.verdict.mail;
    expect(await of('LEGITIMATE_INTEREST_CLIENT')).toBe('sent-too-late');
    expect(await of('CONSENT_WITH_NOTICE')).toBe('sent');
  });

  it('a law that is switched on asks for a legal basis, and says whose rule that is', async () => {
    const hubspot = held();
    const lawPacks = ['eu-gdpr'] as const;
    expect(await ask(hubspot, optIn, { lawPacks })).toMatchObject({
      decision: { kind: 'lacking', requires: ['legal-basis', 'explanation'] },
    });
    expect((await glance(hubspot, { lawPacks })).rows[0]?.optIn).toMatchObject({
      requiredBy: [{ rule: 'eu-consent-must-be-shown', authority: 'law' }],
      notes: [{ rule: 'eu-consent-may-be-withdrawn', authority: 'law' }],
    });
    const again = { ...optIn, ...ground, requestId: 'request-2' };
    expect(await ask(hubspot, again, { lawPacks })).toMatchObject({
      status: 'changed',
    });
  });

  it('that can’t be read is trouble that names the field, and nothing is asked of HubSpot', async () => {
    const reply = await inHubSpot(
      { CONSENT_CARD_ORGANISATION: '{"coolingOffDays":"soon"}', PRIVATE_APP_ACCESS_TOKEN: 'x' },
      () => Promise.reject(new Error('never reached')),
    );
    expect(reply).toMatchObject({
      status: 'trouble',
      code: 'settings-refused',
      setting: 'coolingOffDays',
    });
  });
});

describe('a complaint of spam', () => {
  const complained = (at: string | undefined): Partial<Held> => ({
    contact: {
      ...held().contact,
      deliverability: { ...held().contact.deliverability, quarantine: { reason: 'complaint' } },
      complaint: at === undefined ? {} : { at },
    },
  });

  it('locks opting in, with its time, and says that nothing will be sent', async () => {
    const shown = await glance(held(complained('2026-05-05T00:00:00.000Z')));
    expect(shown.rows[0]?.optIn).toMatchObject({
      because: [{ rule: 'spam-complaint', since: '2026-05-05T00:00:00.000Z' }],
    });
    expect(shown.verdict).toMatchObject({ because: ['quarantined', 'spam-complaint'] });
  });

  it.each([
    ['before the contact came back is lifted', '2026-05-05T00:00:00.000Z', 'allow'],
    ['after the contact came back stands', '2026-06-05T00:00:00.000Z', 'deny'],
    ['without a time stands', undefined, 'deny'],
  ])('%s', async (_what, at, kind) => {
    const versions = past(['opted-in', 'FORM'], ['cleared', 'API']);
    const statuses = [
      status('not-specified'),
      status('opted-in', { about: { kind: 'subscription', typeId: '12' } }),
    ];
    const shown = await glance(held({ ...complained(at), versions, statuses }));
    expect(shown.rows[0]?.optIn.kind).toBe(kind);
  });

  it('that could not be read is not known', async () => {
    const { complaint: _complaint, ...contact } = held().contact;
    expect((await glance(held({ contact }))).rows[0]?.optIn).toMatchObject({
      kind: 'unknown',
      missing: ['spamComplaint'],
    });
  });
});

describe('changes of the whole contact', () => {
  it('are decided', async () => {
    const { wholeContact } = await glance(held({ statuses: [status('opted-in')] }));
    expect(wholeContact).toMatchObject({
      'opt-out-of-everything': { kind: 'allow' },
      'to-marketing': { kind: 'done', because: [{ rule: 'already-so' }] },
      'to-non-marketing': { kind: 'allow', notes: [{ rule: 'marketing-ends-later' }] },
    });
  });

  it('S11: an account without marketing contacts has its reason', async () => {
    const contact = { ...held().contact, marketing: { kind: 'unavailable' } as const };
    const { wholeContact } = await glance(held({ contact }));
    expect(wholeContact).toMatchObject({
      'to-marketing': { kind: 'deny', because: [{ rule: 'marketing-not-in-plan' }] },
      'to-non-marketing': { kind: 'deny', because: [{ rule: 'marketing-not-in-plan' }] },
    });
  });

  it('becoming marketing without consent to anything is locked', async () => {
    const contact = { ...held().contact, marketing: { kind: 'non-marketing' } as const };
    const { wholeContact } = await glance(held({ contact }), { privacySettings: 'on' });
    expect(wholeContact['to-marketing']).toMatchObject({
      kind: 'deny',
      because: [{ rule: 'marketing-without-consent' }],
    });
  });

  it('leaving already, and opted out of everything already, are done', async () => {
    const contact = {
      ...held().contact,
      marketing: { kind: 'marketing', untilNextUpdateDate: true } as const,
    };
    const everythingOut = [status('opted-out', { about: everything })];
    const { wholeContact, oneToOne } = await glance(held({ contact, everything: everythingOut }));
    expect(wholeContact).toMatchObject({
      'opt-out-of-everything': { kind: 'done' },
      'to-non-marketing': { kind: 'done', because: [{ rule: 'already-leaving' }, {}] },
    });
    expect(oneToOne.documentsDisagree).toEqual({ checkedOn: '2026-11-23', treatedAs: 'refused' });
  });
});
