import { describe, expect, it } from 'vitest';
import { desk, deskWithEntries, OBJECTS, PORTAL } from './desk.ts';

const PROPERTIES = '/crm/properties/2026-09/contacts';
const REQUEST = {
  name: 'consent_card_marketing_request',
  label: 'Marketing request',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'contactinformation',
  options: ['set_marketing', 'set_non_marketing'].map((value, displayOrder) => ({
    label: value,
    value,
    displayOrder,
    hidden: false,
  })),
};

describe('a contact’s property that the portal defines', () => {
  it('is made, read, listed beside HubSpot’s own, changed and archived', () => {
    const { ask } = desk();
    const one = `${PROPERTIES}/${REQUEST.name}`;
    expect(ask('POST', PROPERTIES, REQUEST)).toMatchObject({
      status: 201,
      body: {
        ...REQUEST,
        hubspotDefined: false,
        hasUniqueValue: false,
        archived: false,
        createdAt: '2026-11-24T00:00:00.000Z',
        modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
      },
    });
    const names = (query = '') =>
      (ask('GET', `${PROPERTIES}${query}`).body['results'] as { name: string }[]).map(
        ({ name }) => name,
      );
    expect(names()).toEqual(expect.arrayContaining(['email', REQUEST.name]));
    expect(ask('PATCH', one, { label: 'Asked', hasUniqueValue: true })).toMatchObject({
      status: 200,
      body: { label: 'Asked', hasUniqueValue: false, options: REQUEST.options },
    });
    expect(ask('PATCH', one, { options: REQUEST.options.slice(1) }).body['options']).toHaveLength(
      1,
    );
    expect(ask('DELETE', one).status).toBe(204);
    expect([ask('GET', one).status, ask('GET', `${one}?archived=true`).status]).toEqual([404, 200]);
    expect(ask('DELETE', one).status).toBe(404);
    expect(names()).not.toContain(REQUEST.name);
    expect(names('?archived=true')).toEqual([REQUEST.name]);
  });

  it('is refused a second time with 409; an archived one comes back with its values', () => {
    const { ask } = desk();
    ask('POST', PROPERTIES, REQUEST);
    expect(ask('POST', PROPERTIES, REQUEST)).toMatchObject({
      status: 409,
      body: {
        category: 'OBJECT_ALREADY_EXISTS',
        subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
      },
    });
    const properties = { [REQUEST.name]: 'set_marketing' };
    ask('PATCH', `${OBJECTS}/contacts/101`, { properties });
    ask('DELETE', `${PROPERTIES}/${REQUEST.name}`);
    const read = () =>
      ask('GET', `${OBJECTS}/contacts/101?properties=${REQUEST.name}`).body['properties'];
    expect(read()).not.toHaveProperty(REQUEST.name);
    expect(ask('POST', PROPERTIES, REQUEST).status).toBe(201);
    expect(read()).toMatchObject(properties);
  });

  it('is written through contacts, with history, and refuses what is no choice', () => {
    const { hubspot, ask } = desk();
    const write = (value: string) =>
      ask('PATCH', `${OBJECTS}/contacts/101`, { properties: { [REQUEST.name]: value } });
    expect(write('set_marketing')).toMatchObject({
      body: { errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] },
    });
    ask('POST', PROPERTIES, REQUEST);
    expect(write('set_marketing').status).toBe(200);
    expect(write('perhaps')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'INVALID_OPTION' }] },
    });
    expect(hubspot.contact(PORTAL, '101')?.history[REQUEST.name]).toMatchObject([
      { value: 'set_marketing', sourceType: 'INTEGRATION' },
    ]);
  });

  it.each([
    ['a capital in its name', { name: 'Shoe' }],
    ['HubSpot’s prefix', { name: 'hs_shoe' }],
    ['no label', { label: undefined }],
    ['a field that does not go with its type', { fieldType: 'number' }],
    ['no options for a choice', { options: [] }],
    ['an option twice', { options: [REQUEST.options[0], REQUEST.options[0]] }],
    ['a group that is not there', { groupName: 'shoes' }],
    ['yes or no without its two options', { type: 'bool', fieldType: 'booleancheckbox' }],
  ])('is refused with %s', (_, wrong) => {
    expect(desk().ask('POST', PROPERTIES, { ...REQUEST, ...wrong }).status).toBe(400);
  });

  it('HubSpot’s own can neither be changed nor archived', () => {
    const { ask } = desk();
    expect(ask('GET', `${PROPERTIES}/hs_email_optout`).body).toMatchObject({
      hubspotDefined: true,
      modificationMetadata: { archivable: false, readOnlyValue: true },
    });
    expect(ask('DELETE', `${PROPERTIES}/email`).status).toBe(400);
    expect(ask('PATCH', `${PROPERTIES}/email`, { label: 'x' }).status).toBe(400);
  });
});

describe('a custom object’s properties', () => {
  it('come with more later, unique ones too, up to ten', () => {
    const { ask, type, put } = deskWithEntries();
    const path = `/crm/v3/properties/${type}`;
    const one = { label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true };
    const add = (name: string) =>
      ask('POST', path, { ...one, name, groupName: 'consent_entry_information' }).status;
    const statuses = Array.from({ length: 10 }, (_, at) => add(`key_${String(at)}`));
    expect(statuses).toEqual([...Array.from({ length: 9 }, () => 201), 400]);
    expect([put('1', { key_0: 'a' }).status, put('2', { key_0: 'a' }).status]).toEqual([201, 400]);
  });

  it('what the schema needs can’t be archived', () => {
    const { ask, type } = deskWithEntries();
    const path = `/crm/properties/2026-09/${type}`;
    expect(ask('DELETE', `${path}/position`)).toMatchObject({
      status: 400,
      body: { subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE' },
    });
    expect(ask('DELETE', `${path}/weight`).status).toBe(204);
  });

  it('many are made, read and archived at once', () => {
    const { ask, type } = deskWithEntries();
    const path = `/crm/properties/2026-09/${type}/batch`;
    const one = { ...REQUEST, groupName: 'consent_entry_information' };
    expect(ask('POST', `${path}/create`, { inputs: [one, one] })).toMatchObject({
      status: 207,
      body: { results: [{ name: one.name }], errors: [{ category: 'OBJECT_ALREADY_EXISTS' }] },
    });
    const others = [`/crm/v3/properties/${type}/batch/create`, `${path}/create`].map(
      (from, at) => ask('POST', from, { inputs: [{ ...one, name: `other_${String(at)}` }] }).status,
    );
    expect(others).toEqual([201, 200]);
    const named = { inputs: [{ name: one.name }], archived: false };
    expect(ask('POST', `${path}/read`, named).body['results']).toHaveLength(1);
    expect(ask('POST', `${path}/archive`, named).status).toBe(204);
    expect(ask('POST', `${path}/read`, named)).toMatchObject({
      status: 207,
      body: { results: [] },
    });
    expect(ask('POST', `${path}/read`, { ...named, archived: true }).status).toBe(200);
  });
});

describe('groups of properties', () => {
  it('are made, renamed and archived, but not while they hold a property', () => {
    const { ask } = desk();
    const path = `${PROPERTIES}/groups`;
    const group = { name: 'consent_card', label: 'Consent Card' };
    expect(ask('POST', path, group)).toMatchObject({
      status: 201,
      body: { ...group, displayOrder: -1, archived: false },
    });
    expect(ask('POST', path, group).status).toBe(409);
    expect(ask('PATCH', `${path}/consent_card`, { label: 'Consent' }).body['label']).toBe(
      'Consent',
    );
    expect(ask('GET', path).body['results']).toHaveLength(2);
    ask('POST', PROPERTIES, { ...REQUEST, groupName: 'consent_card' });
    expect(ask('DELETE', `${path}/consent_card`)).toMatchObject({
      status: 400,
      body: { subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES' },
    });
    ask('DELETE', `${PROPERTIES}/${REQUEST.name}`);
    expect(ask('DELETE', `${path}/consent_card`).status).toBe(204);
    expect(ask('GET', `${path}/consent_card`).status).toBe(404);
    expect(ask('POST', path, group).body['label']).toBe('Consent Card');
  });
});
