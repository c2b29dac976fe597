import { describe, expect, it } from 'vitest';
import { desk, deskWithEntries, ENTRY, OBJECTS, PORTAL, SCHEMAS, V3 } from './desk.ts';

describe('a custom object’s schema', () => {
  it('is made with an id, a full name, its properties and its associations', () => {
    const { ask } = desk();
    const made = ask('POST', SCHEMAS, ENTRY);
    expect(made).toMatchObject({
      status: 201,
      body: {
        objectTypeId: '2-1001001',
        fullyQualifiedName: 'p1001_consent_entry',
        requiredProperties: ['position'],
        associations: [{ fromObjectTypeId: '2-1001001', toObjectTypeId: '0-1' }],
        archived: false,
      },
    });
    const named = (name: string) =>
      (made.body['properties'] as { name: string }[]).find((one) => one.name === name);
    expect(named('position')).toMatchObject({
      hasUniqueValue: true,
      hubspotDefined: false,
      groupName: 'consent_entry_information',
      modificationMetadata: { archivable: true, readOnlyValue: false },
    });
    expect(named('hs_object_id')).toMatchObject({ modificationMetadata: { readOnlyValue: true } });
  });

  it('is found by type id, by full name and by p_ and its name, in the dated and the v3 paths', () => {
    const { ask, type } = deskWithEntries();
    for (const name of [type, 'p1001_consent_entry', 'p_consent_entry']) {
      for (const path of [SCHEMAS, '/crm-object-schemas/v3/schemas', '/crm/v3/schemas']) {
        expect(ask('GET', `${path}/${name}`).body['objectTypeId']).toBe(type);
      }
    }
    expect(ask('GET', SCHEMAS).body['results']).toHaveLength(1);
    expect(ask('POST', `${SCHEMAS}/batch/read`, { inputs: [type, '2-9'] }).body).toMatchObject({
      results: [{ objectTypeId: type }],
    });
  });

  it.each([
    ['a name that begins with a digit', { name: '1st' }, 400],
    ['a name with a hyphen', { name: 'consent-entry' }, 400],
    ['a name that is taken', { name: 'Consent_Entry' }, 409],
    ['no labels', { labels: undefined }, 400],
    ['a required property that it has not', { requiredProperties: ['shoe_size'] }, 400],
    [
      'three secondary properties',
      { secondaryDisplayProperties: ['position', 'note', 'weight'] },
      400,
    ],
    ['an object that is none', { associatedObjects: ['SHOE'] }, 400],
    [
      'eleven unique properties',
      {
        properties: Array.from({ length: 11 }, (_, at) => ({
          ...ENTRY.properties[0],
          name: at === 0 ? 'position' : at === 1 ? 'note' : `unique_${String(at)}`,
        })),
      },
      400,
    ],
    ['a property of no type', { properties: [{ ...ENTRY.properties[0], type: 'shoe' }] }, 400],
  ])('is refused with %s, and nothing is made', (_, wrong, status) => {
    const { ask } = deskWithEntries();
    const given: Record<string, unknown> = { ...ENTRY, name: 'another', ...wrong };
    expect(ask('POST', SCHEMAS, given)).toMatchObject({ status, body: { status: 'error' } });
    expect(ask('GET', SCHEMAS).body['results']).toHaveLength(1);
  });

  it('the dated version wants more fields than v3', () => {
    const { searchableProperties: _searchable, ...less } = ENTRY;
    expect(desk().ask('POST', SCHEMAS, less).status).toBe(400);
    expect(desk().ask('POST', '/crm-object-schemas/v3/schemas', less).status).toBe(201);
  });

  it('an eleventh object is one too many', () => {
    const { ask } = desk();
    const statuses = Array.from(
      { length: 11 },
      (_, at) => ask('POST', SCHEMAS, { ...ENTRY, name: `entry_${String(at)}` }).status,
    );
    expect(statuses.slice(9)).toEqual([201, 400]);
  });

  it('changes its description, labels and lists, never its name', () => {
    const { ask, type } = deskWithEntries();
    const changed = ask('PATCH', `${SCHEMAS}/${type}`, {
      name: 'other',
      description: 'What was decided',
      labels: { plural: 'Entries' },
      secondaryDisplayProperties: ['outcome'],
      clearDescription: false,
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: 'consent_entry',
        description: 'What was decided',
        labels: { singular: 'Consent entry', plural: 'Entries' },
        secondaryDisplayProperties: ['outcome'],
        portalId: PORTAL,
      },
    });
    expect(changed.body).not.toHaveProperty('properties');
    const cleared = ask('PATCH', `${SCHEMAS}/${type}`, { clearDescription: true });
    expect(cleared.body).not.toHaveProperty('description');
  });

  it('can’t be deleted while it has records; its name is free once it is deleted for good', () => {
    const { ask, type, put, archive } = deskWithEntries();
    const id = String(put('104:1').body['id']);
    expect(ask('DELETE', `${SCHEMAS}/${type}`).status).toBe(400);
    archive(id);
    expect(ask('DELETE', `${SCHEMAS}/${type}?archived=true`).status).toBe(404);
    expect(ask('DELETE', `${SCHEMAS}/${type}`).status).toBe(204);
    expect(ask('GET', `${SCHEMAS}/${type}`).status).toBe(404);
    expect(ask('GET', `${OBJECTS}/${type}`).status).toBe(400);
    expect(ask('GET', `${SCHEMAS}?archived=true`).body['results']).toHaveLength(1);
    expect(ask('POST', SCHEMAS, ENTRY).status).toBe(409);
    expect(ask('DELETE', `${SCHEMAS}/${type}?archived=true`).status).toBe(204);
    expect(ask('POST', SCHEMAS, ENTRY).body['objectTypeId']).toBe('2-1001002');
  });

  it('gets and loses ways to be associated', () => {
    const { ask, type } = deskWithEntries();
    const way = { fromObjectTypeId: type, toObjectTypeId: 'contact', name: 'witness' };
    const made = ask('POST', `${SCHEMAS}/${type}/associations`, way);
    expect(made).toMatchObject({ status: 201, body: { name: 'witness', toObjectTypeId: '0-1' } });
    expect(ask('POST', `${SCHEMAS}/${type}/associations`, way).status).toBe(409);
    const path = `${SCHEMAS}/${type}/associations/${String(made.body['id'])}`;
    expect(ask('DELETE', path).status).toBe(204);
    expect(ask('DELETE', path).status).toBe(404);
  });
});

describe('who may', () => {
  it.each([
    ['GET', SCHEMAS, 'crm.schemas.custom.read'],
    ['POST', SCHEMAS, 'crm.schemas.custom.write'],
    ['GET', `${OBJECTS}/2-1001001`, 'crm.objects.custom.read'],
    ['POST', `${OBJECTS}/2-1001001`, 'crm.objects.custom.write'],
    ['POST', `${OBJECTS}/2-1001001/search`, 'crm.objects.custom.read'],
    ['POST', '/crm/properties/2026-09/2-1001001', 'crm.schemas.custom.write'],
    ['GET', '/settings/users/2026-03/teams', 'settings.users.teams.read'],
  ])(
    '%s %s needs a scope for it: with contacts’ scopes alone it names what it lacks',
    (method, path, scope) => {
      const { hubspot, ask } = deskWithEntries();
      hubspot.grant(PORTAL, ['crm.objects.contacts.read', 'crm.objects.contacts.write']);
      const refused = ask(method, path, method === 'POST' ? {} : undefined);
      expect(refused).toMatchObject({ status: 403, body: { category: 'MISSING_SCOPES' } });
      expect(JSON.stringify(refused.body['errors'])).toContain(`"${scope}"`);
    },
  );

  it('an object that is none, and one of HubSpot’s that is not emulated, are told apart', () => {
    const { ask } = desk();
    expect(ask('GET', `${V3}/shoes/1`)).toMatchObject({
      status: 400,
      body: { message: 'Unable to infer object type from: shoes' },
    });
    expect(ask('GET', `${V3}/companies/1`).status).toBe(501);
    expect(ask('POST', `${V3}/contacts/batch/create`, { inputs: [] }).status).toBe(501);
  });
});

describe('a record', () => {
  it('is made, read with history, changed, listed and archived', () => {
    const { hubspot, ask, type, put, read, archive } = deskWithEntries();
    const made = put('104:1', { note: 'first' });
    expect(made).toMatchObject({
      status: 201,
      body: { archived: false, properties: { position: '104:1', note: 'first' } },
    });
    const id = String(made.body['id']);
    hubspot.clock.advance(1000);
    const changed = ask('PATCH', `${OBJECTS}/${type}/${id}`, { properties: { note: 'second' } });
    expect(changed).toMatchObject({ status: 200, body: { properties: { note: 'second' } } });
    expect(read(id, '?properties=weight,shoe_size&propertiesWithHistory=note').body).toMatchObject({
      properties: { note: 'second', weight: null, hs_object_id: id },
      propertiesWithHistory: {
        note: [
          { value: 'second', sourceType: 'INTEGRATION', sourceId: '7001' },
          { value: 'first', timestamp: '2026-11-24T00:00:00.000Z' },
        ],
      },
      createdAt: '2026-11-24T00:00:00.000Z',
      updatedAt: '2026-11-24T00:00:01.000Z',
    });
    expect(archive(id).status).toBe(204);
    expect(read(id).status).toBe(404);
    expect(read(id, '?archived=true').body).toMatchObject({ archived: true });
    expect(ask('PATCH', `${OBJECTS}/${type}/${id}`, { properties: {} }).status).toBe(404);
    expect(archive(id).status).toBe(204);
  });

  it('is found by full name, in v3 too, and by a unique property, not by another', () => {
    const { ask, byKey, put, type } = deskWithEntries();
    const id = put('104:1').body['id'];
    expect(ask('GET', `${V3}/p1001_consent_entry/${String(id)}`).body['id']).toBe(id);
    expect(byKey('104:1').body['id']).toBe(id);
    expect(byKey('104:2').status).toBe(404);
    expect(ask('GET', `${OBJECTS}/${type}/first?idProperty=note`).status).toBe(400);
    const changed = ask('PATCH', `${OBJECTS}/${type}/104%3A1?idProperty=position`, {
      properties: { note: 'by key' },
    });
    expect(changed.body).toMatchObject({ id, properties: { note: 'by key' } });
  });

  it.each([
    ['a property that is not there', { shoe_size: '42' }, 'PROPERTY_DOESNT_EXIST'],
    ['one that only HubSpot writes', { hs_createdate: '2026-01-01' }, 'READ_ONLY_VALUE'],
    ['a choice that is none', { outcome: 'perhaps' }, 'INVALID_OPTION'],
    ['a number that is none', { weight: 'heavy' }, 'INVALID_LONG'],
    ['a day that is none', { told_on: 'yesterday' }, 'INVALID_DATE'],
    ['a name that JavaScript knows', { constructor: 'x' }, 'PROPERTY_DOESNT_EXIST'],
  ])('is refused with %s', (_, wrong, code) => {
    const { put } = deskWithEntries();
    expect(put('104:1', wrong)).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ code }] },
    });
    expect(put('104:1').status).toBe(201);
  });

  it('keeps times and days in one form', () => {
    const { put } = deskWithEntries();
    const times = { told_on: '1795392000000', told_at: '2026-11-24T01:00:00+09:00' };
    expect(put('104:1', times).body['properties']).toMatchObject({
      told_on: '2026-11-23',
      told_at: '2026-11-23T16:00:00.000Z',
    });
  });

  it('needs its required properties, when it is made and ever after', () => {
    const { ask, type, put } = deskWithEntries();
    expect(ask('POST', `${OBJECTS}/${type}`, { properties: { note: 'x' } })).toMatchObject({
      status: 400,
      body: { context: { properties: ['position'] } },
    });
    const id = String(put('104:1').body['id']);
    const cleared = ask('PATCH', `${OBJECTS}/${type}/${id}`, { properties: { position: '' } });
    expect(cleared.status).toBe(400);
  });

  it('lists come in pages, in the order of ids; archived ones come alone', () => {
    const { ask, type, put, archive } = deskWithEntries();
    const ids = [1, 2, 3, 4, 5].map((n) => String(put(`104:${String(n)}`).body['id']));
    archive(ids[1] ?? '');
    const first = ask('GET', `${OBJECTS}/${type}?limit=3`);
    const idsOf = (body: Readonly<Record<string, unknown>>) =>
      (body['results'] as { id: string }[]).map(({ id }) => id);
    expect(idsOf(first.body)).toEqual([ids[0], ids[2], ids[3]]);
    const after = (first.body['paging'] as { next: { after: string } }).next.after;
    const second = ask('GET', `${OBJECTS}/${type}?limit=3&after=${after}`);
    expect(idsOf(second.body)).toEqual([ids[4]]);
    expect(second.body).not.toHaveProperty('paging');
    expect(idsOf(ask('GET', `${OBJECTS}/${type}?archived=true`).body)).toEqual([ids[1]]);
    expect(ask('GET', `${OBJECTS}/${type}?limit=101`).status).toBe(400);
  });

  it('survives a state file, its unique values and counted ids too', () => {
    const { hubspot, put, byKey } = deskWithEntries();
    const id = Number(put('104:1').body['id']);
    const state = hubspot.snapshot();
    hubspot.reset();
    hubspot.restore(state);
    expect(put('104:1').status).toBe(400);
    expect(byKey('104:1').body['id']).toBe(String(id));
    expect(put('104:2').body['id']).toBe(String(id + 1));
    expect(put('__proto__').status).toBe(201);
    expect(byKey('__proto__').status).toBe(200);
  });
});

describe('many records in one call', () => {
  const inputs = (...positions: string[]) => ({
    inputs: positions.map((position) => ({ properties: { position } })),
  });

  it('reads by id or by unique property; what is missing is one error beside the others', () => {
    const { ask, type, put } = deskWithEntries();
    const id = put('104:1').body['id'];
    const path = `${OBJECTS}/${type}/batch/read`;
    const read = { properties: ['note'], propertiesWithHistory: ['note'] };
    expect(ask('POST', path, { ...read, inputs: [{ id }] })).toMatchObject({
      status: 200,
      body: { status: 'COMPLETE', results: [{ id, propertiesWithHistory: { note: [] } }] },
    });
    const byKey = { ...read, idProperty: 'position', inputs: [{ id: '104:1' }, { id: '104:9' }] };
    expect(ask('POST', path, byKey)).toMatchObject({
      status: 207,
      body: {
        results: [{ id }],
        numErrors: 1,
        errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['104:9'] } }],
      },
    });
  });

  it('one that is refused refuses all; with trace ids the others are made', () => {
    const { ask, type, byKey } = deskWithEntries();
    const path = `${OBJECTS}/${type}/batch/create`;
    expect(ask('POST', path, inputs('104:1', '104:1')).status).toBe(400);
    expect(byKey('104:1').status).toBe(404);
    const traced = ['a', 'b', 'c'].map((objectWriteTraceId, at) => ({
      objectWriteTraceId,
      properties: { position: `104:${String(at % 2)}` },
    }));
    expect(ask('POST', path, { inputs: traced })).toMatchObject({
      status: 207,
      body: {
        results: [{}, {}],
        numErrors: 1,
        errors: [
          {
            context: { objectWriteTraceId: ['c'] },
            errors: [{ code: 'CONFLICTING_UNIQUE_VALUE' }],
          },
        ],
      },
    });
    expect(ask('POST', path, inputs('104:5', '104:6')).status).toBe(201);
    expect(ask('POST', path, { inputs: Array.from({ length: 101 }, () => ({})) }).status).toBe(400);
  });

  it('updates and archives; what is missing is an error beside the others, or nothing', () => {
    const { ask, type, put, read } = deskWithEntries();
    const id = String(put('104:1').body['id']);
    const properties = { note: 'new' };
    const updated = ask('POST', `${OBJECTS}/${type}/batch/update`, {
      inputs: [
        { id: '104:1', idProperty: 'position', properties },
        { id: '9', properties },
      ],
    });
    expect(updated).toMatchObject({
      status: 207,
      body: { results: [{ id, properties }], errors: [{ category: 'OBJECT_NOT_FOUND' }] },
    });
    const archived = ask('POST', `${OBJECTS}/${type}/batch/archive`, {
      inputs: [{ id }, { id: '9' }],
    });
    expect(archived.status).toBe(204);
    expect(read(id).status).toBe(404);
  });

  it('makes or changes by a unique property, and says which', () => {
    const { ask, type, put } = deskWithEntries();
    put('104:1');
    const upserted = ask('POST', `${OBJECTS}/${type}/batch/upsert`, {
      inputs: ['104:1', '104:2'].map((id) => ({
        id,
        idProperty: 'position',
        properties: { note: 'kept' },
      })),
    });
    expect(upserted).toMatchObject({
      status: 200,
      body: { results: [{ new: false }, { new: true, properties: { position: '104:2' } }] },
    });
    const without = { inputs: [{ id: '104:1', properties: {} }] };
    expect(ask('POST', `${OBJECTS}/${type}/batch/upsert`, without).status).toBe(400);
  });
});
