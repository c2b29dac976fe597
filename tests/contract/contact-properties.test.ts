import { describe, expect, it } from 'vitest';
import { CONTACT_PROPERTIES } from './contact-properties.ts';
import { ask, eachIn, fieldIn, observed, prepared } from './emulator.ts';
import { tally } from './tally.ts';

const seen = tally();
const hubspot = observed(seen, false);
const CONTACTS = '/crm/objects/2026-09/contacts';
const asked = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
  ask(hubspot, 1001, prepared(hubspot, { method, path, body }));

const WRITABLE = CONTACT_PROPERTIES.filter(({ isWritable }) => isWritable === true).flatMap(
  ({ name, values = [] }) => values.map((value) => ({ name, value, all: values })),
);

describe('a property of contacts that consent needs', () => {
  it.each(CONTACT_PROPERTIES)('$name is defined as in HubSpot', (known) => {
    const { status, body } = asked('GET', `/crm/properties/2026-09/contacts/${known.name}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...(known.type === undefined ? {} : { type: known.type }),
      ...(known.fieldType === undefined ? {} : { fieldType: known.fieldType }),
      modificationMetadata: { readOnlyValue: known.isWritable !== true },
    });
    if (known.type === undefined) return;
    expect(eachIn(body, 'options', 'value').sort()).toEqual([...(known.values ?? [])].sort());
  });

  it.each(CONTACT_PROPERTIES)('$name can be read, and is null before it was set', ({ name }) => {
    const { body } = asked('GET', `${CONTACTS}/126?properties=${name}`);
    expect(Object.keys(fieldIn(body, 'properties') as object)).toContain(name);
  });

  it.each(WRITABLE)('$name takes “$value”, alone and beside others', ({ name, value, all }) => {
    const written = (text: string) =>
      fieldIn(
        asked('PATCH', `${CONTACTS}/104`, { properties: { [name]: text } }).body,
        'properties',
        name,
      );
    expect(written(value)).toBe(value);
    const others = all.filter((one) => one !== value);
    expect(written([value, ...others].join(';'))).toBe([value, ...others].join(';'));
    expect(written([value, 'shoes'].join(';'))).toBeUndefined();
    const made = asked('POST', CONTACTS, {
      properties: { email: 'new@example.com', [name]: `${value};${others[0] ?? ''}` },
      associations: [],
    });
    expect(made.status).toBe(201);
  });

  it.each(WRITABLE)('$name: “$value” after a semicolon is added', ({ name, value, all }) => {
    const [first = ''] = all.filter((one) => one !== value);
    const before = [
      {
        method: 'PATCH',
        path: `${CONTACTS}/104`,
        body: { properties: { [name]: first } },
      } as const,
    ];
    const row = {
      method: 'PATCH',
      path: `${CONTACTS}/104`,
      body: { properties: { [name]: `;${value}` } },
      before,
    } as const;
    const { body } = ask(hubspot, 1001, prepared(hubspot, row));
    expect(fieldIn(body, 'properties', name)).toBe(`${first};${value}`);
  });

  it('is refused with a value that HubSpot does not list, whether written or made', () => {
    const properties = { hs_legal_basis: 'Because' };
    expect(asked('PATCH', `${CONTACTS}/104`, { properties }).status).toBe(400);
    expect(asked('POST', CONTACTS, { properties, associations: [] }).status).toBe(400);
  });

  it('asks and is answered as HubSpot’s files say', () => {
    expect(seen.surprises()).toEqual([]);
  });
});
