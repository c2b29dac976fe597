import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/associations/v4';
import type { Client } from '@hubspot/api-client';
import { TYPE } from '../calls/custom-objects.ts';
import { makeRecord } from './custom-objects.ts';
import type { Row } from './row.ts';

const RECORD = '/crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}';
const DEFAULT =
  '/crm/v4/objects/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}';
const BATCH = '/crm/v4/associations/{fromObjectType}/{toObjectType}/batch';
const PLAIN = {
  associationCategory: AssociationSpecAssociationCategoryEnum.UserDefined,
  associationTypeId: 1,
};

/** A record associated with contact 104; answers the record's id. */
async function associated(client: Client): Promise<string> {
  const id = await makeRecord(client);
  await client.crm.associations.v4.basicApi.createDefault(TYPE, id, 'contacts', '104');
  return id;
}

export const ASSOCIATION_ROWS: readonly Row[] = [
  {
    covers: `PUT ${DEFAULT}`,
    ask: async (client) => {
      const { basicApi } = client.crm.associations.v4;
      return basicApi.createDefault(TYPE, await makeRecord(client), 'contacts', '104');
    },
    gets: { status: 'COMPLETE', results: [{ to: { id: '104' } }, { _from: { id: '104' } }] },
  },
  {
    covers: `PUT ${RECORD}/{toObjectId}`,
    ask: async (client) => {
      const { basicApi } = client.crm.associations.v4;
      return basicApi.create(TYPE, await makeRecord(client), 'contacts', '104', [PLAIN]);
    },
    gets: { toObjectId: '104' },
  },
  {
    covers: `DELETE ${RECORD}/{toObjectId}`,
    ask: async (client) => {
      const { basicApi } = client.crm.associations.v4;
      return basicApi.archive(TYPE, await associated(client), 'contacts', '104');
    },
    gets: undefined,
  },
  {
    covers: `GET ${RECORD}`,
    ask: async (client) => {
      await associated(client);
      return client.crm.associations.v4.basicApi.getPage('contacts', '104', TYPE);
    },
    gets: { results: [{ associationTypes: [{ category: 'USER_DEFINED' }] }] },
  },
  {
    covers: `POST ${BATCH}/read`,
    ask: async (client) => {
      const inputs = [{ id: await associated(client) }];
      return client.crm.associations.v4.batchApi.getPage(TYPE, 'contacts', { inputs });
    },
    gets: { results: [{ to: [{ toObjectId: '104' }] }] },
  },
  {
    covers: `POST ${BATCH}/create`,
    ask: async (client) => {
      const _from = { id: await makeRecord(client) };
      const inputs = [{ _from, to: { id: '104' }, types: [PLAIN] }];
      return client.crm.associations.v4.batchApi.create(TYPE, 'contacts', { inputs });
    },
    gets: { results: [{ toObjectId: '104' }] },
  },
  {
    covers: `POST ${BATCH}/associate/default`,
    ask: async (client) => {
      const inputs = [{ _from: { id: await makeRecord(client) }, to: { id: '104' } }];
      return client.crm.associations.v4.batchApi.createDefault(TYPE, 'contacts', { inputs });
    },
    gets: { results: [{ to: { id: '104' } }, { _from: { id: '104' } }] },
  },
  {
    covers: `POST ${BATCH}/archive`,
    ask: async (client) => {
      const inputs = [{ _from: { id: await associated(client) }, to: [{ id: '104' }] }];
      return client.crm.associations.v4.batchApi.archive(TYPE, 'contacts', { inputs });
    },
    gets: undefined,
  },
  {
    covers: `POST ${BATCH}/labels/archive`,
    ask: async (client) => {
      const _from = { id: await associated(client) };
      const inputs = [{ _from, to: { id: '104' }, types: [PLAIN] }];
      return client.crm.associations.v4.batchApi.archiveLabels(TYPE, 'contacts', { inputs });
    },
    gets: undefined,
  },
];
