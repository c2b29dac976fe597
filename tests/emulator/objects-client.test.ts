import { Client } from '@hubspot/api-client';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, ENTRY } from './desk.ts';

describe('HubSpot’s own client, with none of our gateway', () => {
  const { hubspot } = desk({ searchLagMs: 0 });
  let server: Awaited<ReturnType<typeof hubspot.listen>>;
  let client: Client;
  let type = '';

  beforeAll(async () => {
    server = await hubspot.listen();
    client = new Client({ accessToken: 'pat-sandbox-1001', basePath: server.origin });
    const made = await client.crm.schemas.coreApi.create(ENTRY as never);
    type = made.objectTypeId ?? '';
  });
  afterAll(() => server.close());

  it('reads, changes and lists schemas', async () => {
    const { coreApi } = client.crm.schemas;
    expect((await coreApi.getById(type)).fullyQualifiedName).toBe('p1001_consent_entry');
    const changed = await coreApi.update(type, { description: 'What was decided' });
    expect(changed.description).toBe('What was decided');
    expect((await coreApi.getAll()).results).toHaveLength(1);
  });

  it('makes, reads, changes, searches and archives records', async () => {
    const { basicApi, batchApi, searchApi } = client.crm.objects;
    const made = await basicApi.create(type, { properties: { position: '101:1' } });
    const read = await basicApi.getById(
      type,
      '101:1',
      undefined,
      ['position'],
      undefined,
      false,
      'position',
    );
    expect(read.id).toBe(made.id);
    expect(read.propertiesWithHistory?.['position']).toMatchObject([{ value: '101:1' }]);
    await expect(
      basicApi.create(type, { properties: { position: '101:1' } }),
    ).rejects.toMatchObject({
      code: 400,
      body: { errors: [{ code: 'CONFLICTING_UNIQUE_VALUE' }] },
    });
    const upserted = await batchApi.upsert(type, {
      inputs: [{ id: '101:2', idProperty: 'position', properties: { note: 'x' } }],
    });
    expect(upserted.results[0]?._new).toBe(true);
    const filter = { propertyName: 'position', operator: FilterOperatorEnum.Eq, value: '101:2' };
    const found = await searchApi.doSearch(type, { filterGroups: [{ filters: [filter] }] });
    expect(found.total).toBe(1);
    await basicApi.archive(type, made.id);
    await expect(basicApi.getById(type, made.id)).rejects.toMatchObject({ code: 404 });
  });

  it('associates through v4', async () => {
    const { id } = await client.crm.objects.basicApi.create(type, {
      properties: { position: '101:3' },
    });
    const { basicApi, batchApi } = client.crm.associations.v4;
    await basicApi.createDefault(type, id, 'contacts', '101');
    const page = await basicApi.getPage('contacts', '101', type);
    expect(page.results).toMatchObject([{ toObjectId: id }]);
    const read = await batchApi.getPage('contacts', type, { inputs: [{ id: '101' }] });
    expect(read.results[0]?.to).toMatchObject([{ toObjectId: id }]);
    await basicApi.archive(type, id, 'contacts', '101');
    expect((await basicApi.getPage('contacts', '101', type)).results).toEqual([]);
  });

  it('defines properties and groups of contacts', async () => {
    const { coreApi, groupsApi } = client.crm.properties;
    await groupsApi.create('contacts', { name: 'consent_card', label: 'Consent Card' });
    const property = { name: 'asked', label: 'Asked', type: 'string', fieldType: 'text' };
    await coreApi.create('contacts', { ...property, groupName: 'consent_card' } as never);
    expect((await coreApi.getByName('contacts', 'asked')).groupName).toBe('consent_card');
    await client.crm.contacts.basicApi.update('101', { properties: { asked: 'yes' } });
    await coreApi.archive('contacts', 'asked');
    await expect(coreApi.getByName('contacts', 'asked')).rejects.toMatchObject({ code: 404 });
  });

  it('reads users, teams and roles', async () => {
    const { usersApi, teamsApi, rolesApi } = client.settings.users;
    expect((await usersApi.getPage()).results).toHaveLength(2);
    expect((await usersApi.getById('user-47@example.com', 'EMAIL')).id).toBe('47');
    expect((await teamsApi.getAll()).results).toHaveLength(2);
    expect((await rolesApi.getAll()).results).toHaveLength(2);
  });
});
