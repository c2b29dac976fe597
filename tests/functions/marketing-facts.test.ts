import { describe, expect, it } from 'vitest';
import {
  marketingFacts,
  readMarketing,
  type MarketingReadings,
} from '../../src/app/app.functions/marketing-facts.ts';
import { partReader } from '../../src/app/app.functions/reading-part.ts';
import type { MarketingStatus } from '../../src/app/contract/snapshot.ts';
import type { MarketingTarget } from '../../src/app/gateway/ports.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { CAREFUL_ORGANISATION, type Organisation } from '../../src/app/policy/organisation.ts';

const OFF: MarketingStatus = { kind: 'non-marketing' };
const ON: MarketingStatus = { kind: 'marketing', untilNextUpdateDate: false };
const LEAVING: MarketingStatus = { kind: 'marketing', untilNextUpdateDate: true };
const NONE: MarketingStatus = { kind: 'unavailable' };

const both = { toMarketing: 'active', toNonMarketing: 'active' } as const;
const onlyOn = { ...both, toNonMarketing: 'not-set' } as const;

type Choices = Partial<Organisation>;
type Row = readonly [
  string,
  MarketingTarget,
  MarketingStatus,
  MarketingReadings,
  Choices,
  { readonly marketingWorkflow?: string; readonly tier?: string },
];

const QUIET = { correlationId: 'correlation-1', log: () => undefined };

const found = { workflows: { marketing: true, 'non-marketing': true } } as const;
const tierLimit = 1_000;

// prettier-ignore
const rows: readonly Row[] = [
  ['the app may not read workflows, and nobody says there is one', 'marketing', OFF, { workflows: undefined }, {}, { marketingWorkflow: 'none' }],
  ['the app may not read workflows, the admin says there is one', 'marketing', OFF, { workflows: undefined }, { marketingWorkflows: both }, { marketingWorkflow: 'found' }],
  ['the admin says so of the one direction only', 'non-marketing', ON, { workflows: undefined }, { marketingWorkflows: onlyOn }, { marketingWorkflow: 'none' }],
  ['… and of the other', 'marketing', OFF, { workflows: undefined }, { marketingWorkflows: onlyOn }, { marketingWorkflow: 'found' }],
  ['HubSpot shows both', 'non-marketing', ON, found, {}, { marketingWorkflow: 'found' }],
  ['HubSpot shows only the other', 'marketing', OFF, { workflows: { marketing: false, 'non-marketing': true } }, {}, { marketingWorkflow: 'none' }],
  ['HubSpot shows none that is known to work, the admin says there is one', 'marketing', OFF, { workflows: { marketing: false, 'non-marketing': false } }, { marketingWorkflows: both }, { marketingWorkflow: 'found' }],
  ['too many to look through', 'marketing', OFF, { workflows: { 'non-marketing': true } }, {}, {}],
  ['HubSpot failed to tell just now', 'marketing', OFF, { workflows: 'not-read' }, {}, {}],
  ['HubSpot failed to tell, the admin says there is one', 'marketing', OFF, { workflows: 'not-read' }, { marketingWorkflows: both }, { marketingWorkflow: 'found' }],
  ['the account lacks the property that it would wait for, whatever anybody says', 'marketing', OFF, { ...found, isWithoutProperty: true }, { marketingWorkflows: both }, { marketingWorkflow: 'none' }],
  ['one below the limit', 'marketing', OFF, { ...found, marketingContacts: 999 }, { tierLimit }, { marketingWorkflow: 'found', tier: 'within' }],
  ['at the limit', 'marketing', OFF, { ...found, marketingContacts: 1_000 }, { tierLimit }, { marketingWorkflow: 'found', tier: 'would-be-exceeded' }],
  ['over the limit, but a leaving contact is counted already', 'marketing', LEAVING, { ...found, marketingContacts: 5_000 }, { tierLimit }, { marketingWorkflow: 'found', tier: 'within' }],
  ['no limit is said: never within', 'marketing', OFF, { ...found, marketingContacts: 1 }, {}, { marketingWorkflow: 'found' }],
  ['no limit is said, and leaving: not within either', 'marketing', LEAVING, found, {}, { marketingWorkflow: 'found' }],
  ['the count could not be read', 'marketing', OFF, found, { tierLimit }, { marketingWorkflow: 'found' }],
  ['going non-marketing needs no tier', 'non-marketing', ON, { ...found, marketingContacts: 1_000 }, { tierLimit }, { marketingWorkflow: 'found' }],
];

describe('the facts of changing marketing status', () => {
  it.each(rows)('%s', (_situation, to, status, readings, choices, expected) => {
    const organisation = { ...CAREFUL_ORGANISATION, ...choices };
    expect(marketingFacts(to, status, readings, organisation)).toEqual(expected);
  });
});

describe('reading for them', () => {
  const trouble = () =>
    Promise.reject(new HubSpotTrouble({ code: 'hubspot-failing', mayHaveTakenEffect: false }));

  function account(failing = false) {
    const asked: string[] = [];
    const answer =
      <T>(name: string, value: T) =>
      () => {
        asked.push(name);
        return failing ? trouble() : Promise.resolve(value);
      };
    const hubspot = {
      marketing: {
        request: () => Promise.reject(new Error('asks for nothing')),
        workflows: answer('workflows', found.workflows),
        marketingContacts: answer('contacts', 7),
      },
      installation: {
        appId: () => Promise.resolve(undefined),
        scopes: () => Promise.resolve(undefined),
        portalId: () => Promise.resolve('1'),
        timeZone: () => {
          asked.push('zone');
          return Promise.resolve('Asia/Tokyo');
        },
      },
    };
    return { asked, hubspot };
  }

  const billing = { term: 'annual', renewalDay: 'not-set' } as const;
  const read = (
    marketing: MarketingStatus,
    hubspot: Parameters<typeof readMarketing>[1],
    choices: Partial<Organisation>,
  ) =>
    readMarketing(
      { marketing },
      hubspot,
      { ...CAREFUL_ORGANISATION, ...choices },
      partReader(QUIET),
    );

  it.each([
    ['nothing in an account without marketing contacts', NONE, { tierLimit, billing }, []],
    ['workflows alone where no more is said', OFF, {}, ['workflows']],
    [
      'how many there are, where there is a limit to hold it against',
      OFF,
      { tierLimit },
      ['workflows', 'contacts'],
    ],
    ['… and the contact is not among them', ON, { tierLimit }, ['workflows']],
    ['the time zone, where a date can be said', ON, { billing }, ['workflows', 'zone']],
  ] as const)('asks for %s', async (_what, status, choices, expected) => {
    const { asked, hubspot } = account();
    await read(status, hubspot, choices);
    expect(asked).toEqual(expected);
  });

  it('hands over what it was told', async () => {
    const choices = { tierLimit, billing };
    expect(await read(OFF, account().hubspot, choices)).toEqual({
      workflows: found.workflows,
      marketingContacts: 7,
      timeZone: 'Asia/Tokyo',
    });
  });

  it('goes without what HubSpot fails to tell, but not over a mistake of our own', async () => {
    const { hubspot } = account(true);
    expect(await read(OFF, hubspot, { tierLimit })).toEqual({ workflows: 'not-read' });
    const broken = {
      ...hubspot,
      marketing: { ...hubspot.marketing, workflows: () => Promise.reject(new TypeError('ours')) },
    };
    await expect(read(OFF, broken, {})).rejects.toThrow('ours');
  });
});
