import type { Client } from '@hubspot/api-client';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects';
import { SCHEMA, TYPE } from '../calls/custom-objects.ts';
import type { Row } from './row.ts';

const OBJECTS = '/crm/v3/objects/{objectType}';
const SCHEMAS = '/crm-object-schemas/v3/schemas';
const WAY = { fromObjectTypeId: TYPE, toObjectTypeId: '0-1', name: 'witness' };
const ENTRY = { properties: { position: '104:1' }, associations: [] };
const SEARCH = {
  filterGroups: [
    { filters: [{ propertyName: 'position', operator: FilterOperatorEnum.Eq, value: '104:1' }] },
  ],
  properties: ['position'],
  sorts: [],
  limit: 1,
  after: '0',
};

function makeSchema({ crm }: Client) {
  return crm.schemas.coreApi.create(SCHEMA.body as never);
}

/** A custom object with one record; answers the record's id. */
export async function makeRecord(client: Client): Promise<string> {
  await makeSchema(client);
  return (await client.crm.objects.basicApi.create(TYPE, ENTRY)).id;
}

export const CUSTOM_OBJECT_ROWS: readonly Row[] = [
  {
    covers: `POST ${SCHEMAS}`,
    ask: makeSchema,
    gets: { objectTypeId: TYPE, name: 'consent_entry' },
  },
  {
    covers: `GET ${SCHEMAS}`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.schemas.coreApi.getAll();
    },
    gets: { results: [{ objectTypeId: TYPE }] },
  },
  {
    covers: `GET ${SCHEMAS}/{objectType}`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.schemas.coreApi.getById(TYPE);
    },
    gets: { objectTypeId: TYPE },
  },
  {
    covers: `PATCH ${SCHEMAS}/{objectType}`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.schemas.coreApi.update(TYPE, { description: 'Told anew' });
    },
    gets: { description: 'Told anew' },
  },
  {
    covers: `DELETE ${SCHEMAS}/{objectType}`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.schemas.coreApi.archive(TYPE);
    },
    gets: undefined,
  },
  {
    covers: `POST ${SCHEMAS}/{objectType}/associations`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.schemas.coreApi.createAssociation(TYPE, WAY);
    },
    gets: WAY,
  },
  {
    covers: `DELETE ${SCHEMAS}/{objectType}/associations/{associationIdentifier}`,
    ask: async (client) => {
      await makeSchema(client);
      const { coreApi } = client.crm.schemas;
      const { id } = await coreApi.createAssociation(TYPE, WAY);
      return coreApi.archiveAssociation(TYPE, id);
    },
    gets: undefined,
  },
  {
    covers: `POST ${OBJECTS}`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.objects.basicApi.create(TYPE, ENTRY);
    },
    gets: { properties: ENTRY.properties },
  },
  {
    covers: `GET ${OBJECTS}`,
    ask: async (client) => {
      await makeRecord(client);
      return client.crm.objects.basicApi.getPage(TYPE, 1);
    },
    gets: { results: [{ archived: false }] },
  },
  {
    covers: `GET ${OBJECTS}/{objectId}`,
    ask: async (client) =>
      client.crm.objects.basicApi.getById(TYPE, await makeRecord(client), ['position', 'note']),
    gets: { properties: { position: '104:1', note: null } },
  },
  {
    covers: `PATCH ${OBJECTS}/{objectId}`,
    ask: async (client) =>
      client.crm.objects.basicApi.update(TYPE, await makeRecord(client), {
        properties: { note: 'By phone' },
      }),
    gets: { properties: { note: 'By phone' } },
  },
  {
    covers: `DELETE ${OBJECTS}/{objectId}`,
    ask: async (client) => client.crm.objects.basicApi.archive(TYPE, await makeRecord(client)),
    gets: undefined,
  },
  {
    covers: `POST ${OBJECTS}/batch/create`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.objects.batchApi.create(TYPE, { inputs: [ENTRY] });
    },
    gets: { status: 'COMPLETE', results: [{ properties: ENTRY.properties }] },
  },
  {
    covers: `POST ${OBJECTS}/batch/read`,
    ask: async (client) =>
      client.crm.objects.batchApi.read(TYPE, {
        inputs: [{ id: await makeRecord(client) }],
        properties: ['position'],
        propertiesWithHistory: [],
      }),
    gets: { results: [{ properties: { position: '104:1' } }] },
  },
  {
    covers: `POST ${OBJECTS}/batch/update`,
    ask: async (client) =>
      client.crm.objects.batchApi.update(TYPE, {
        inputs: [{ id: await makeRecord(client), properties: { note: 'By phone' } }],
      }),
    gets: { results: [{ properties: { note: 'By phone' } }] },
  },
  {
    covers: `POST ${OBJECTS}/batch/upsert`,
    ask: async (client) => {
      await makeSchema(client);
      return client.crm.objects.batchApi.upsert(TYPE, {
        inputs: [{ id: '104:1', idProperty: 'position', properties: {} }],
      });
    },
    gets: { results: [{ _new: true }] },
  },
  {
    covers: `POST ${OBJECTS}/batch/archive`,
    ask: async (client) =>
      client.crm.objects.batchApi.archive(TYPE, { inputs: [{ id: await makeRecord(client) }] }),
    gets: undefined,
  },
  {
    covers: `POST ${OBJECTS}/search`,
    ask: async (client) => {
      await makeRecord(client);
      return client.crm.objects.searchApi.doSearch(TYPE, SEARCH);
    },
    gets: { total: 1, results: [{ properties: { position: '104:1' } }] },
  },
];
