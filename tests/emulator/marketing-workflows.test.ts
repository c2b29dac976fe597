import { beforeEach, describe, expect, it } from 'vitest';
import {
  MARKETING_FLOWS,
  REQUEST_PROPERTY,
} from '../../sandbox/emulator/hubspot/marketing-workflows.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { scenarioWith } from '../../sandbox/scenarios/index.ts';
import { ALL_SCOPES, askAs } from './ask.ts';

const TOKYO = 1001;
const BERLIN = 1002;
const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24);

let hubspot = createHubSpotOnDesk({ now: NOW });
beforeEach(() => {
  hubspot = createHubSpotOnDesk({ now: NOW });
  hubspot.grant(TOKYO, ALL_SCOPES);
  hubspot.grant(BERLIN, ALL_SCOPES);
});

function request(portalId: number, contactId: string, value: string): number {
  const properties = { [REQUEST_PROPERTY.name]: value };
  return askAs(hubspot, portalId)('PATCH', `/crm/v3/objects/contacts/${contactId}`, { properties })
    .status;
}

function status(portalId: number, contactId: string): string {
  const properties = hubspot.contact(portalId, contactId)?.properties;
  if (properties?.['hs_marketable_status'] !== 'true') return 'non-marketing';
  return properties['hs_marketable_until_renewal'] === 'true' ? 'leaving' : 'marketing';
}

describe('the workflows that docs/marketing-workflow.md describes', () => {
  it('apply each request once, later, and the next one too', () => {
    expect(request(TOKYO, '125', 'set_marketing:request-1')).toBe(200);
    expect(status(TOKYO, '125')).toBe('non-marketing');
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe('marketing');
    request(TOKYO, '125', 'set_non_marketing:request-2');
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe('leaving');
    request(TOKYO, '125', 'set_marketing:request-3');
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe('marketing');
  });

  it('take nobody in who is still in them', () => {
    request(TOKYO, '125', 'set_marketing:request-1');
    request(TOKYO, '125', 'set_non_marketing:request-2');
    request(TOKYO, '125', 'set_marketing:request-3');
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe('leaving');
  });

  it('stand in history as a workflow, by name', () => {
    request(TOKYO, '125', 'set_marketing:request-1');
    hubspot.clock.advance(MINUTE);
    const history = hubspot.contact(TOKYO, '125')?.history['hs_marketable_status'];
    expect(history?.at(-1)).toMatchObject({
      value: 'true',
      sourceType: 'AUTOMATION_PLATFORM',
      sourceLabel: 'Consent Card: set as marketing',
    });
  });

  it('let a contact leave on the update date, not before', () => {
    request(TOKYO, '104', 'set_non_marketing:request-1');
    hubspot.clock.set(hubspot.nextUpdateAt(TOKYO) - 1);
    expect(status(TOKYO, '104')).toBe('leaving');
    hubspot.clock.advance(1);
    expect(status(TOKYO, '104')).toBe('non-marketing');
  });

  it.each(['set_marketing', 'marketing:request-1', ''])('wait for no such value as %j', (value) => {
    expect(request(TOKYO, '125', value)).toBe(200);
    hubspot.clock.advance(60 * MINUTE);
    expect(status(TOKYO, '125')).toBe('non-marketing');
  });

  it('turned off in time do nothing, nor when they are on again', () => {
    request(TOKYO, '125', 'set_marketing:request-1');
    hubspot.act(TOKYO, { act: 'marketing-workflows', to: 'off' });
    hubspot.clock.advance(MINUTE);
    hubspot.act(TOKYO, { act: 'marketing-workflows', to: 'on' });
    hubspot.clock.advance(60 * MINUTE);
    expect(status(TOKYO, '125')).toBe('non-marketing');
    request(TOKYO, '125', 'set_marketing:request-2');
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe('marketing');
  });

  it('are made where there are none, and once only', () => {
    const names = () =>
      askAs(hubspot, BERLIN)('GET', '/automation/2026-09-beta/flows').body['results'];
    expect(names()).toEqual([]);
    hubspot.act(BERLIN, { act: 'marketing-workflows', to: 'off' });
    expect(names()).toEqual([]);
    hubspot.act(BERLIN, { act: 'marketing-workflows', to: 'on' });
    hubspot.act(BERLIN, { act: 'marketing-workflows', to: 'on' });
    expect(names()).toMatchObject(
      MARKETING_FLOWS.map(({ name }) => ({ name, isEnabled: true, revisionId: expect.anything() })),
    );
    request(BERLIN, '225', 'set_non_marketing:request-1');
    hubspot.clock.advance(MINUTE);
    expect(status(BERLIN, '225')).toBe('leaving');
  });
});

describe('the scenarios', () => {
  it('a request that no workflow took up stays so, however often it is told', () => {
    const scenario = scenarioWith('marketing-not-applied');
    expect(status(TOKYO, '126')).toBe('marketing');
    hubspot.retell(scenario, scenario.acts.length);
    hubspot.clock.advance(60 * MINUTE);
    expect(status(TOKYO, '126')).toBe('marketing');
    expect(hubspot.contact(TOKYO, '126')?.properties[REQUEST_PROPERTY.name]).toMatch(
      /^set_non_marketing:/,
    );
  });

  it('telling it anew does not turn the account’s workflows off', () => {
    hubspot.retell(scenarioWith('marketing-not-applied'), 2);
    request(TOKYO, '125', 'set_marketing:request-1');
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe('marketing');
  });
});

describe('what starts a workflow', () => {
  const filter = (property: string, operation: object) => ({ property, operation });
  const named = filter('hs_name', { operator: 'IS_EQUAL_TO', value: 'jobtitle' });
  const value = (operation: object) => filter('hs_value', operation);

  // prettier-ignore
  it.each<[string, readonly object[], boolean]>([
    ['starts with', [named, value({ operator: 'STARTS_WITH', value: 'bak' })], true],
    ['starts with any of', [named, value({ operator: 'STARTS_WITH', values: ['x', 'bak'] })], true],
    ['starts with none of', [named, value({ operator: 'STARTS_WITH', values: ['x', 'ker'] })], false],
    ['contains', [named, value({ operator: 'CONTAINS', value: 'ake' })], true],
    ['is known', [named, value({ operator: 'IS_KNOWN' })], true],
    ['is', [named, value({ operator: 'IS_EQUAL_TO', values: ['baker'] })], true],
    ['is not quite', [named, value({ operator: 'IS_EQUAL_TO', value: 'bake' })], false],
    ['any value', [named], true],
    ['another operator', [named, value({ operator: 'SOUNDS_LIKE', value: 'baker' })], false],
    ['no property named', [value({ operator: 'IS_KNOWN' })], false],
    ['a filter on more', [named, filter('hs_old_value', { operator: 'IS_KNOWN' })], false],
    ['no operation', [named, { property: 'hs_value' }], false],
  ])('%s', (_what, filters, expected) => {
    const [flow] = MARKETING_FLOWS;
    const eventFilterBranches = [{ eventTypeId: '4-655002', filters }];
    hubspot.act(TOKYO, {
      act: 'flow',
      definition: { ...flow, enrollmentCriteria: { ...flow.enrollmentCriteria, eventFilterBranches } },
    });
    const source = { sourceType: 'CRM_UI' };
    hubspot.act(TOKYO, { act: 'property', contactId: '125', name: 'jobtitle', value: 'baker', source });
    hubspot.clock.advance(MINUTE);
    expect(status(TOKYO, '125')).toBe(expected ? 'marketing' : 'non-marketing');
  });
});
