import { scenarios } from '../../sandbox/scenarios/index.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { ALL_SCOPES, askAs } from './ask.ts';

const TOKYO = 1001;
const SECOND = 1_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);

let hubspot = createHubSpotOnDesk({ now: NOW });
let ask = askAs(hubspot, TOKYO);
beforeEach(() => {
  hubspot = createHubSpotOnDesk({ now: NOW });
  hubspot.grant(TOKYO, ALL_SCOPES);
  ask = askAs(hubspot, TOKYO);
});

const property = (contactId: string, name: string) =>
  hubspot.contact(TOKYO, contactId)?.properties[name];

/** A workflow as HubSpot's API takes it: when the property says so, set marketing status and clear the property. */
function workflow(value: string, marketableType: string, isEnabled = true) {
  return {
    name: 'Apply marketing status',
    type: 'CONTACT_FLOW',
    flowType: 'WORKFLOW',
    objectTypeId: '0-1',
    isEnabled,
    startActionId: '1',
    nextAvailableActionId: '3',
    actions: [
      {
        actionId: '1',
        type: 'SINGLE_CONNECTION',
        actionTypeId: '0-31',
        actionTypeVersion: 13,
        fields: { targetContact: '{{ enrolled_object }}', marketableType },
        connection: { edgeType: 'STANDARD', nextActionId: '2' },
      },
      {
        actionId: '2',
        type: 'SINGLE_CONNECTION',
        actionTypeId: '0-5',
        actionTypeVersion: 0,
        fields: { property_name: 'jobtitle', value: { type: 'STATIC_VALUE', staticValue: '' } },
      },
    ],
    enrollmentCriteria: {
      type: 'EVENT_BASED',
      shouldReEnroll: true,
      listMembershipFilterBranches: [],
      eventFilterBranches: [
        {
          eventTypeId: '4-655002',
          operator: 'HAS_COMPLETED',
          filterBranchType: 'UNIFIED_EVENTS',
          filterBranchOperator: 'AND',
          filterBranches: [],
          filters: [filter('hs_name', 'jobtitle'), filter('hs_value', value)],
        },
      ],
    },
    blockedDates: [],
    timeWindows: [],
    customProperties: {},
    dataSources: [],
    suppressionListIds: [],
    canEnrollFromSalesforce: false,
  };
}

function filter(name: string, value: string) {
  return {
    filterType: 'PROPERTY',
    property: name,
    operation: { operationType: 'STRING', operator: 'IS_EQUAL_TO', value },
  };
}

const request = (value: string) =>
  ask('PATCH', '/crm/objects/2026-09/contacts/104', { properties: { jobtitle: value } });

describe('a workflow', () => {
  it('acts later, never at once, and stands in history by its name', () => {
    ask('POST', '/automation/2026-09-beta/flows', workflow('out', 'NON_MARKETABLE'));
    expect(request('out').status).toBe(200);
    expect(property('104', 'hs_marketable_until_renewal')).toBeUndefined();
    hubspot.clock.advance(19 * SECOND);
    expect(property('104', 'jobtitle')).toBe('out');
    hubspot.clock.advance(2 * SECOND);
    expect(property('104', 'jobtitle')).toBe('');
    const history = hubspot.contact(TOKYO, '104')?.history['hs_marketable_until_renewal'];
    expect(history?.at(-1)).toMatchObject({
      value: 'true',
      at: NOW + 20 * SECOND,
      sourceType: 'AUTOMATION_PLATFORM',
      sourceLabel: 'Apply marketing status',
    });
  });

  it('that is switched off, that waits for another value or that is deleted meanwhile does nothing', () => {
    ask('POST', '/automation/2026-09-beta/flows', workflow('out', 'NON_MARKETABLE', false));
    ask('POST', '/automation/2026-09-beta/flows', workflow('other', 'NON_MARKETABLE'));
    const made = ask('POST', '/automation/2026-09-beta/flows', workflow('out', 'NON_MARKETABLE'));
    request('out');
    ask('DELETE', `/automation/2026-09-beta/flows/${String(made.body['id'])}`);
    hubspot.clock.advance(DAY);
    expect(property('104', 'jobtitle')).toBe('out');
  });

  it('that manages subscriptions opts the address out under the workflow’s name', () => {
    const definition = workflow('out', '');
    hubspot.act(TOKYO, {
      act: 'flow',
      definition: {
        ...definition,
        actions: [
          {
            actionId: '1',
            actionTypeId: '0-43347357',
            fields: { optState: 'OPT_OUT', subscriptionId: SEMINARS, channel: 'EMAIL' },
          },
        ],
      },
    });
    request('out');
    hubspot.clock.advance(DAY);
    expect(hubspot.contact(TOKYO, '104')?.address?.byType[SEMINARS]?.state).toBe('UNSUBSCRIBED');
  });

  it('is read, replaced by its newest revision only, and listed', () => {
    const made = ask('POST', '/automation/2026-09-beta/flows', workflow('out', 'MARKETABLE'));
    const path = `/automation/2026-09-beta/flows/${String(made.body['id'])}`;
    expect(made.status).toBe(201);
    expect(ask('PUT', path, { ...workflow('x', 'MARKETABLE'), revisionId: '7' }).status).toBe(400);
    expect(ask('PUT', path, { isEnabled: false, revisionId: '1' })).toMatchObject({
      status: 200,
      body: { isEnabled: false, revisionId: '2' },
    });
    expect(ask('GET', '/automation/2026-09-beta/flows').body['results']).toMatchObject([
      { name: 'Consent Card: set as marketing', isEnabled: true },
      { name: 'Consent Card: set as non-marketing', isEnabled: true },
      { name: 'Apply marketing status', isEnabled: false },
    ]);
  });
});

describe('marketing status', () => {
  const set = (to: 'marketing' | 'non-marketing') => {
    hubspot.act(TOKYO, {
      act: 'marketing-status',
      contactId: '104',
      to,
      by: 'USER_SET',
      name: 'Somebody',
    });
  };

  it('can’t be written through the API', () => {
    const answer = ask('PATCH', '/crm/objects/2026-09/contacts/104', {
      properties: { hs_marketable_status: 'false' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        category: 'VALIDATION_ERROR',
        errors: [{ code: 'READ_ONLY_VALUE', context: { propertyName: ['hs_marketable_status'] } }],
      },
    });
  });

  it('goes on at once, and off only at the next update date: the first of the month with annual billing', () => {
    set('non-marketing');
    expect(property('104', 'hs_marketable_status')).toBe('true');
    hubspot.clock.set(Date.UTC(2026, 10, 30, 14, 59));
    expect(property('104', 'hs_marketable_status')).toBe('true');
    hubspot.clock.set(Date.UTC(2026, 10, 30, 15, 0));
    expect(property('104', 'hs_marketable_status')).toBe('false');
    set('marketing');
    expect(property('104', 'hs_marketable_status')).toBe('true');
  });

  it('with monthly billing it leaves on the renewal day, or on the last day of a shorter month', () => {
    hubspot.act(TOKYO, { act: 'billing', to: { term: 'monthly', renewalDay: 31 } });
    hubspot.clock.set(Date.UTC(2026, 11, 2));
    set('non-marketing');
    hubspot.clock.set(Date.UTC(2026, 11, 30, 14));
    expect(property('104', 'hs_marketable_status')).toBe('true');
    hubspot.clock.set(Date.UTC(2026, 11, 30, 15));
    expect(property('104', 'hs_marketable_status')).toBe('false');
  });

  it('has another date at once where billing changes, and the old one when the scenario is told anew', () => {
    const first = hubspot.nextUpdateAt(TOKYO);
    expect(first).toBe(Date.UTC(2026, 10, 30, 15));
    hubspot.act(TOKYO, { act: 'billing', to: { term: 'monthly', renewalDay: 27 } });
    expect(hubspot.nextUpdateAt(TOKYO)).toBe(Date.UTC(2026, 10, 26, 15));
    const told = scenarios.find(({ portalId }) => portalId === TOKYO);
    if (told !== undefined) hubspot.retell(told, 1);
    expect(hubspot.nextUpdateAt(TOKYO)).toBe(first);
  });

  it('set again before the update date stays', () => {
    set('non-marketing');
    set('marketing');
    hubspot.clock.set(Date.UTC(2026, 11, 5));
    expect(property('104', 'hs_marketable_status')).toBe('true');
  });

  it('is not there where the plan has no marketing contacts', () => {
    hubspot.act(TOKYO, { act: 'edition', to: 'sales-enterprise' });
    const path = '/crm/objects/2026-09/contacts/104?properties=hs_marketable_status,email';
    expect(ask('GET', path).body['properties']).not.toHaveProperty('hs_marketable_status');
    expect(property('104', 'hs_marketable_status')).toBeUndefined();
  });
});

describe('a portal on the free tools', () => {
  it('has no app installed: its token is nobody’s', () => {
    hubspot.act(TOKYO, { act: 'edition', to: 'free' });
    expect(ask('GET', '/crm/objects/2026-09/contacts/104').status).toBe(401);
  });
});

describe('an act that was put off', () => {
  it('happens at its own instant, whoever looks first', () => {
    hubspot.act(TOKYO, { act: 'contact-link', contactId: '109', typeId: NEWSLETTER }, 5 * SECOND);
    expect(hubspot.nextDue(TOKYO)).toBe(NOW + 5 * SECOND);
    hubspot.clock.advance(DAY);
    expect(hubspot.contact(TOKYO, '109')?.address?.byType[NEWSLETTER]?.at).toBe(NOW + 5 * SECOND);
    expect(hubspot.nextDue(TOKYO)).toBeUndefined();
  });

  it('is in the state file, and happens after the file was read', () => {
    hubspot.act(TOKYO, { act: 'contact-link', contactId: '109', typeId: NEWSLETTER }, 5 * SECOND);
    const again = createHubSpotOnDesk({ now: NOW + DAY });
    again.restore(hubspot.snapshot());
    expect(again.contact(TOKYO, '109')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
  });
});
