import { describe, expect, it } from 'vitest';
import { organisationHere } from '../../src/app/app.functions/organisation-here.ts';
import {
  CAREFUL_ORGANISATION,
  OrganisationRefused,
  readOrganisation,
} from '../../src/app/policy/organisation.ts';

const TEXTS = 'write a list of at most 20 texts, each of at most 500 characters';

describe('the organisation’s choices', () => {
  it('are the careful ones unless somebody says otherwise', () => {
    expect(readOrganisation({})).toEqual({
      privacySettings: 'on',
      selfOptOuts: 'never',
      teams: { optIn: 'anyone', marketing: 'anyone' },
      lockedTypes: [],
      businessUnits: 'all',
      consentLifetimeDays: 'unlimited',
      coolingOffDays: 0,
      tierLimit: 'not-set',
      billing: { term: 'not-set', renewalDay: 'not-set' },
      marketingWorkflows: { toMarketing: 'not-set', toNonMarketing: 'not-set' },
      approver: { ownerId: 'not-set' },
      marketingWaitMinutes: 15,
      oneToOneAfterGlobalOptOut: 'refused',
      notSpecified: 'not-known',
      ownMessengers: { appIds: [], imports: [] },
      wordings: [],
      lawPacks: [],
    });
  });

  it('are read whole', () => {
    const choices = {
      privacySettings: 'off',
      selfOptOuts: 'with-proof',
      teams: { optIn: ['1', '2'], marketing: ['3'] },
      lockedTypes: ['11'],
      businessUnits: ['0', '77'],
      consentLifetimeDays: 730,
      coolingOffDays: 30,
      tierLimit: 2000,
      billing: { term: 'monthly', renewalDay: 31 },
      marketingWorkflows: { toMarketing: 'active', toNonMarketing: 'active' },
      approver: { ownerId: '64492917' },
      marketingWaitMinutes: 1440,
      oneToOneAfterGlobalOptOut: 'sent',
      notSpecified: 'accepted',
      ownMessengers: { appIds: ['9901'], imports: ['Opt-outs of our own list'] },
      wordings: ['Box ticked on the paper form at our stand, for {type}.'],
      lawPacks: ['eu-gdpr', 'japan-anti-spam', 'canada-casl', 'us-can-spam'],
    };
    expect(readOrganisation(choices)).toEqual(choices);
  });

  it('may go back to what another layer changed', () => {
    const changed = readOrganisation({
      consentLifetimeDays: 1,
      businessUnits: ['7'],
      tierLimit: 1,
      teams: { optIn: ['1'], marketing: ['2'] },
    });
    const back = { consentLifetimeDays: 'unlimited', businessUnits: 'all', tierLimit: 'not-set' };
    expect(readOrganisation({ ...back, teams: { optIn: 'anyone' } }, changed)).toEqual({
      ...CAREFUL_ORGANISATION,
      teams: { optIn: 'anyone', marketing: ['2'] },
    });
  });

  it('are said in part where they belong together: the rest stays as in the layer before', () => {
    const base = readOrganisation({ billing: { renewalDay: 15 } });
    expect(readOrganisation({ billing: { term: 'monthly' } }, base)).toEqual({
      ...CAREFUL_ORGANISATION,
      billing: { term: 'monthly', renewalDay: 15 },
    });
    expect(readOrganisation({ marketingWorkflows: { toNonMarketing: 'active' } })).toEqual({
      ...CAREFUL_ORGANISATION,
      marketingWorkflows: { toMarketing: 'not-set', toNonMarketing: 'active' },
    });
  });

  it.each<[unknown, string]>([
    [{ consentLifetimeDays: 36_500, coolingOffDays: 36_500, tierLimit: 100_000_000 }, 'the most'],
    [{ consentLifetimeDays: 1, coolingOffDays: 0, tierLimit: 1 }, 'the least'],
    [{ marketingWaitMinutes: 1, billing: { renewalDay: 1 } }, 'the least'],
    [{ marketingWaitMinutes: 1_440, billing: { renewalDay: 31 } }, 'the most'],
    [{ wordings: Array.from({ length: 20 }, () => 'x'.repeat(500)) }, 'the most'],
  ])('%j: %s', (choices) => {
    expect(readOrganisation(choices)).toMatchObject(choices as object);
  });

  const MANY = 'write "unlimited" or a whole number from 1 to 36500';
  const IDS = "a list of HubSpot's ids, each in quotes";
  // prettier-ignore
  it.each<[unknown, string, string]>([
    [[], 'organisation', 'write an object, as in src/app/organisation.json'],
    [null, 'organisation', 'write an object, as in src/app/organisation.json'],
    ['on', 'organisation', 'write an object, as in src/app/organisation.json'],
    [{ privacySettings: 'maybe' }, 'privacySettings', 'say "on" or "on-not-enforced" or "off"'],
    [{ privacySettings: undefined }, 'privacySettings', 'say "on" or "on-not-enforced" or "off"'],
    [{ selfOptOuts: 'always' }, 'selfOptOuts', 'say "never" or "with-proof"'],
    [{ oneToOneAfterGlobalOptOut: true }, 'oneToOneAfterGlobalOptOut', 'say "refused" or "sent"'],
    [{ notSpecified: 'refused' }, 'notSpecified', 'say "not-known" or "accepted"'],
    [{ notSpecified: true }, 'notSpecified', 'say "not-known" or "accepted"'],
    [{ wordings: ['a', 1] }, 'wordings', TEXTS],
    [{ wordings: [''] }, 'wordings', TEXTS],
    [{ wordings: ['  '] }, 'wordings', TEXTS],
    [{ wordings: ['x'.repeat(501)] }, 'wordings', TEXTS],
    [{ wordings: Array.from({ length: 21 }, () => 'a') }, 'wordings', TEXTS],
    [{ wordings: 'a' }, 'wordings', TEXTS],
    [{ lockedTypes: 'all' }, 'lockedTypes', `write ${IDS}`],
    [{ lockedTypes: [11] }, 'lockedTypes', `write ${IDS}`],
    [{ lockedTypes: ['11', '../12'] }, 'lockedTypes', `write ${IDS}`],
    [{ lockedTypes: ['1234567890123456789'] }, 'lockedTypes', `write ${IDS}`],
    [{ lockedTypes: ['x1'] }, 'lockedTypes', `write ${IDS}`],
    [{ lockedTypes: undefined }, 'lockedTypes', `write ${IDS}`],
    [{ coolingOffDays: undefined }, 'coolingOffDays', 'write a whole number from 0 to 36500'],
    [{ businessUnits: 'anyone' }, 'businessUnits', `write "all" or ${IDS}`],
    [{ teams: 'anyone' }, 'teams', 'write an object, as in src/app/organisation.json'],
    [{ teams: { optIn: 'all' } }, 'teams.optIn', `write "anyone" or ${IDS}`],
    [{ teams: { marketing: [null] } }, 'teams.marketing', `write "anyone" or ${IDS}`],
    [{ teams: { optOut: ['1'] } }, 'teams.optOut', 'take it out; known are teams.optIn, teams.marketing'],
    [{ consentLifetimeDays: 0 }, 'consentLifetimeDays', MANY],
    [{ consentLifetimeDays: 36_501 }, 'consentLifetimeDays', MANY],
    [{ consentLifetimeDays: 1.5 }, 'consentLifetimeDays', MANY],
    [{ consentLifetimeDays: '365' }, 'consentLifetimeDays', MANY],
    [{ coolingOffDays: -1 }, 'coolingOffDays', 'write a whole number from 0 to 36500'],
    [{ coolingOffDays: 'unlimited' }, 'coolingOffDays', 'write a whole number from 0 to 36500'],
    [{ tierLimit: 0 }, 'tierLimit', 'write "not-set" or a whole number from 1 to 100000000'],
    [{ billing: 'annual' }, 'billing', 'write an object, as in src/app/organisation.json'],
    [{ billing: { term: 'weekly' } }, 'billing.term', 'say "monthly" or "annual" or "not-set"'],
    [{ billing: { renewalDay: 0 } }, 'billing.renewalDay', 'write "not-set" or a whole number from 1 to 31'],
    [{ billing: { renewalDay: 32 } }, 'billing.renewalDay', 'write "not-set" or a whole number from 1 to 31'],
    [{ billing: { day: 1 } }, 'billing.day', 'take it out; known are billing.term, billing.renewalDay'],
    [{ marketingWorkflows: { toMarketing: true } }, 'marketingWorkflows.toMarketing', 'say "active" or "not-set"'],
    [{ marketingWorkflows: { on: 'active' } }, 'marketingWorkflows.on', 'take it out; known are marketingWorkflows.toMarketing, marketingWorkflows.toNonMarketing'],
    [{ approver: '47' }, 'approver', 'write an object, as in src/app/organisation.json'],
    [{ approver: { userId: '47' } }, 'approver.userId', 'take it out; known are approver.ownerId'],
    [{ marketingWaitMinutes: 0 }, 'marketingWaitMinutes', 'write a whole number from 1 to 1440'],
    [{ marketingWaitMinutes: 1_441 }, 'marketingWaitMinutes', 'write a whole number from 1 to 1440'],
    [{ lawPacks: 'eu-gdpr' }, 'lawPacks', 'write a list of "eu-gdpr" or "japan-anti-spam" or "canada-casl" or "us-can-spam"'],
    [{ lawPacks: ['eu-gdpr', 'mars'] }, 'lawPacks', 'write a list of "eu-gdpr" or "japan-anti-spam" or "canada-casl" or "us-can-spam"'],
    [JSON.parse('{"__proto__":{"privacySettings":"off"}}'), '__proto__', 'take it out; known are privacySettings, selfOptOuts, lockedTypes, businessUnits, consentLifetimeDays, coolingOffDays, tierLimit, marketingWaitMinutes, oneToOneAfterGlobalOptOut, notSpecified, wordings, lawPacks'],
  ])('%j is refused: %s, %s', (choices, field, mend) => {
    const reading = () => readOrganisation(choices);
    expect(reading).toThrow(OrganisationRefused);
    expect(reading).toThrow(`${field}: ${mend}`);
    try {
      reading();
    } catch (error) {
      expect(error).toMatchObject({ name: 'OrganisationRefused', field, mend });
    }
  });
});

it.each(['0', '01', '-1', '4.7', '47 ', 'x', '', '1234567890123456789', 47, null, ['47']])(
  'nobody is asked whose id is %j',
  (ownerId) => {
    expect(() => readOrganisation({ approver: { ownerId } })).toThrow(
      `approver.ownerId: write "not-set" or HubSpot's id of an owner, digits in quotes`,
    );
  },
);

describe('one door to them', () => {
  it('src/app/organisation.json says the careful choices until an admin changes it', () => {
    expect(organisationHere({}, {})).toEqual(CAREFUL_ORGANISATION);
  });

  it('the profile that was built for goes over the file, the environment over both', () => {
    const profile = {
      CONSENT_CARD_PRIVACY_SETTINGS: 'off',
      CONSENT_CARD_SELF_OPT_OUTS: 'with-proof',
      CONSENT_CARD_TEAMS_OPT_IN: '7, 8',
      CONSENT_CARD_TEAMS_MARKETING: 'anyone',
      CONSENT_CARD_LOCKED_TYPES: '11',
      CONSENT_CARD_BUSINESS_UNITS: 'all',
      CONSENT_CARD_CONSENT_LIFETIME_DAYS: 730,
      CONSENT_CARD_COOLING_OFF_DAYS: 14,
      CONSENT_CARD_TIER_LIMIT: 2000,
      CONSENT_CARD_BILLING_TERM: 'monthly',
      CONSENT_CARD_BILLING_RENEWAL_DAY: 15,
      CONSENT_CARD_WORKFLOW_TO_MARKETING: 'active',
      CONSENT_CARD_WORKFLOW_TO_NON_MARKETING: 'active',
      CONSENT_CARD_APPROVER_OWNER_ID: 64492917,
      CONSENT_CARD_MARKETING_WAIT_MINUTES: 30,
      CONSENT_CARD_ONE_TO_ONE_AFTER_GLOBAL_OPT_OUT: 'sent',
      CONSENT_CARD_NOT_SPECIFIED: 'accepted',
      CONSENT_CARD_LAW_PACKS: 'eu-gdpr,us-can-spam',
      SOMEBODY_ELSES: true,
    };
    const json = '{"privacySettings":"on","tierLimit":5}';
    expect(organisationHere({ CONSENT_CARD_ORGANISATION: json }, profile)).toEqual({
      privacySettings: 'on',
      selfOptOuts: 'with-proof',
      teams: { optIn: ['7', '8'], marketing: 'anyone' },
      lockedTypes: ['11'],
      businessUnits: 'all',
      consentLifetimeDays: 730,
      coolingOffDays: 14,
      tierLimit: 5,
      billing: { term: 'monthly', renewalDay: 15 },
      marketingWorkflows: { toMarketing: 'active', toNonMarketing: 'active' },
      approver: { ownerId: '64492917' },
      marketingWaitMinutes: 30,
      oneToOneAfterGlobalOptOut: 'sent',
      notSpecified: 'accepted',
      ownMessengers: { appIds: [], imports: [] },
      wordings: [],
      lawPacks: ['eu-gdpr', 'us-can-spam'],
    });
    expect(organisationHere({ CONSENT_CARD_ORGANISATION: '' }, profile)).toMatchObject({
      privacySettings: 'off',
    });
    expect(organisationHere({}, { CONSENT_CARD_LOCKED_TYPES: '' }).lockedTypes).toEqual([]);
  });

  it.each([
    [{ CONSENT_CARD_ORGANISATION: '{' }, {}, 'CONSENT_CARD_ORGANISATION: write JSON'],
    [{ CONSENT_CARD_ORGANISATION: '[]' }, {}, 'organisation: write an object'],
    [{ CONSENT_CARD_ORGANISATION: '{"more":1}' }, {}, 'more: take it out'],
    [{}, { CONSENT_CARD_PRIVACY: 'off' }, 'CONSENT_CARD_PRIVACY: take it out of the profile'],
    [
      {},
      { CONSENT_CARD_PRIVACY_SETTINGS: true },
      'privacySettings: say "on" or "on-not-enforced" or "off"',
    ],
    [{}, { CONSENT_CARD_LOCKED_TYPES: '11,,12' }, 'lockedTypes: write a list'],
  ])('%j with %j is refused, not replaced', (environment, profile, message) => {
    expect(() => organisationHere(environment, profile as never)).toThrow(message);
  });
});
