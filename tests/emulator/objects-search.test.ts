import { beforeEach, describe, expect, it } from 'vitest';
import { deskWithEntries, OBJECTS, V3 } from './desk.ts';

const at = deskWithEntries({ searchLagMs: 0 });
const ROWS = [
  {
    note: 'Spoke to Sales at user-47@example.com',
    weight: '9',
    outcome: 'done',
    told_on: '2026-11-01',
  },
  { note: 'refused by Policy', weight: '10', outcome: 'refused', told_at: '2026-11-24T10:00:00Z' },
  { weight: '-1' },
];
at.put('104:1', ROWS[0]);
at.put('104:2', ROWS[1]);
at.put('105:1', ROWS[2]);

/** The positions that a search finds. */
function found(body: object): string[] {
  const answer = at.search({ properties: ['position'], ...body });
  if (answer.status !== 200) return [`refused: ${String(answer.body['message'])}`];
  const results = answer.body['results'] as { properties: { position: string } }[];
  return results.map(({ properties }) => properties.position);
}

const where = (propertyName: string, operator: string, more: object = {}) =>
  found({ filterGroups: [{ filters: [{ propertyName, operator, ...more }] }] });

describe('search of custom records', () => {
  beforeEach(() => {
    at.hubspot.clearCalls();
  });

  it.each([
    ['EQ', 'position', { value: '104:1' }, ['104:1']],
    ['EQ', 'note', { value: 'REFUSED BY POLICY' }, ['104:2']],
    ['EQ', 'outcome', { value: 'DONE' }, []],
    ['EQ', 'weight', { value: '10.0' }, ['104:2']],
    ['NEQ', 'outcome', { value: 'done' }, ['104:2']],
    ['LT', 'weight', { value: '10' }, ['104:1', '105:1']],
    ['LTE', 'weight', { value: '9' }, ['104:1', '105:1']],
    ['GT', 'weight', { value: '9' }, ['104:2']],
    ['GTE', 'told_on', { value: '1793491200000' }, ['104:1']],
    ['BETWEEN', 'weight', { value: '9', highValue: '10' }, ['104:1', '104:2']],
    ['BETWEEN', 'told_at', { value: '2026-11-24', highValue: '2026-11-25' }, ['104:2']],
    ['IN', 'position', { values: ['104:1', '105:1'] }, ['104:1', '105:1']],
    ['IN', 'note', { values: ['refused by policy'] }, ['104:2']],
    ['IN', 'note', { values: ['refused by Policy'] }, []],
    ['NOT_IN', 'outcome', { values: ['done'] }, ['104:2']],
    ['HAS_PROPERTY', 'outcome', {}, ['104:1', '104:2']],
    ['NOT_HAS_PROPERTY', 'outcome', {}, ['105:1']],
    ['CONTAINS_TOKEN', 'note', { value: 'sales' }, ['104:1']],
    ['CONTAINS_TOKEN', 'note', { value: 'sal' }, []],
    ['CONTAINS_TOKEN', 'note', { value: 'sal*' }, ['104:1']],
    ['CONTAINS_TOKEN', 'note', { value: '*@example.com' }, ['104:1']],
    ['NOT_CONTAINS_TOKEN', 'note', { value: 'sales' }, ['104:2']],
  ])('%s of %s with %o', (operator, property, more, expected) => {
    expect(where(property, operator, more)).toEqual(expected);
  });

  it('groups are "or", filters in a group "and", filters beside the groups a group', () => {
    const light = { propertyName: 'weight', operator: 'LT', value: '10' };
    const done = { propertyName: 'outcome', operator: 'EQ', value: 'done' };
    const refused = { propertyName: 'outcome', operator: 'EQ', value: 'refused' };
    expect(found({ filterGroups: [{ filters: [light, done] }, { filters: [refused] }] })).toEqual([
      '104:1',
      '104:2',
    ]);
    expect(found({ filters: [done] })).toEqual(['104:1']);
    expect(found({})).toHaveLength(3);
  });

  it('words are looked for in the searchable properties', () => {
    expect(found({ query: 'Policy' })).toEqual(['104:2']);
    expect(found({ query: '104' })).toEqual(['104:1', '104:2']);
    expect(found({ query: 'done' })).toEqual([]);
  });

  it('sorts by numbers as numbers, by name or in HubSpot’s long form', () => {
    expect(found({ sorts: ['-weight'] })).toEqual(['104:2', '104:1', '105:1']);
    expect(found({ sorts: [{ propertyName: 'weight', direction: 'ASCENDING' }] })).toEqual([
      '105:1',
      '104:1',
      '104:2',
    ]);
  });

  it('comes in pages, with the number of all', () => {
    const first = at.search({ limit: 2 });
    expect(first.body).toMatchObject({ total: 3, paging: { next: { after: '2' } } });
    expect(found({ limit: 2, after: '2' })).toEqual(['105:1']);
  });

  it.each([
    ['201 results a page', { limit: 201 }],
    ['a page past 10,000', { limit: 100, after: '9901' }],
    ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    ['3,001 characters', { query: 'x'.repeat(3001) }],
    ['two sorts', { sorts: ['weight', 'note'] }],
    ['a property that is not there', { sorts: ['shoe_size'] }],
    ['an operator that is none', { filters: [{ propertyName: 'note', operator: 'IS' }] }],
    ['IN without its list', { filters: [{ propertyName: 'note', operator: 'IN', value: 'x' }] }],
  ])('is refused with %s', (_, body) => {
    expect(at.search(body)).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  it('answers under every name and version, and never finds what is archived', () => {
    expect(at.ask('POST', `${V3}/p1001_consent_entry/search`, {}).body['total']).toBe(3);
    const id = String(at.put('106:1').body['id']);
    at.archive(id);
    expect(found({})).not.toContain('106:1');
  });

  it('contacts are searched by the same rules', () => {
    const body = { query: 'contact 102', properties: ['email'] };
    expect(at.ask('POST', `${OBJECTS}/contacts/search`, body).body).toMatchObject({
      total: 1,
      results: [{ id: '102', properties: { email: 'contact-102@example.com' } }],
    });
    const newest = { sorts: ['-hs_object_id'], limit: 1 };
    expect(at.ask('POST', `${V3}/0-1/search`, newest).body).toMatchObject({
      results: [{ id: '102' }],
    });
  });
});
