import type { Client } from '@hubspot/api-client';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties';
import type { Row } from './row.ts';

const PROPERTIES = '/crm/v3/properties/{objectType}';
const GROUP = { name: 'consent_card', label: 'Consent Card' };
const ASKED = {
  name: 'asked',
  label: 'Asked',
  type: PropertyCreateTypeEnum.String,
  fieldType: PropertyCreateFieldTypeEnum.Text,
  groupName: 'consent_card',
};

function makeGroup({ crm }: Client) {
  return crm.properties.groupsApi.create('contacts', GROUP);
}

async function makeProperty(client: Client) {
  await makeGroup(client);
  return client.crm.properties.coreApi.create('contacts', ASKED);
}

export const PROPERTY_ROWS: readonly Row[] = [
  {
    covers: `GET ${PROPERTIES}`,
    ask: ({ crm }) => crm.properties.coreApi.getAll('contacts'),
    gets: {},
  },
  {
    covers: `GET ${PROPERTIES}/{propertyName}`,
    ask: ({ crm }) => crm.properties.coreApi.getByName('contacts', 'hs_marketable_status'),
    gets: { modificationMetadata: { readOnlyValue: true } },
  },
  { covers: `POST ${PROPERTIES}`, ask: makeProperty, gets: { name: 'asked', label: 'Asked' } },
  {
    covers: `PATCH ${PROPERTIES}/{propertyName}`,
    ask: async (client) => {
      await makeProperty(client);
      return client.crm.properties.coreApi.update('contacts', 'asked', { label: 'Was asked' });
    },
    gets: { label: 'Was asked' },
  },
  {
    covers: `DELETE ${PROPERTIES}/{propertyName}`,
    ask: async (client) => {
      await makeProperty(client);
      return client.crm.properties.coreApi.archive('contacts', 'asked');
    },
    gets: undefined,
  },
  {
    covers: `POST ${PROPERTIES}/batch/read`,
    ask: ({ crm }) =>
      crm.properties.batchApi.read('contacts', {
        inputs: [{ name: 'email' }],
        archived: false,
      }),
    gets: { results: [{ name: 'email' }] },
  },
  {
    covers: `POST ${PROPERTIES}/batch/create`,
    ask: async (client) => {
      await makeGroup(client);
      return client.crm.properties.batchApi.create('contacts', { inputs: [ASKED] });
    },
    gets: { results: [{ name: 'asked' }] },
  },
  {
    covers: `POST ${PROPERTIES}/batch/archive`,
    ask: async (client) => {
      await makeProperty(client);
      const inputs = [{ name: 'asked' }];
      return client.crm.properties.batchApi.archive('contacts', { inputs });
    },
    gets: undefined,
  },
  {
    covers: `GET ${PROPERTIES}/groups`,
    ask: ({ crm }) => crm.properties.groupsApi.getAll('contacts'),
    gets: { results: [{ name: 'contactinformation' }] },
  },
  { covers: `POST ${PROPERTIES}/groups`, ask: makeGroup, gets: GROUP },
  {
    covers: `GET ${PROPERTIES}/groups/{groupName}`,
    ask: async (client) => {
      await makeGroup(client);
      return client.crm.properties.groupsApi.getByName('contacts', 'consent_card');
    },
    gets: GROUP,
  },
  {
    covers: `PATCH ${PROPERTIES}/groups/{groupName}`,
    ask: async (client) => {
      await makeGroup(client);
      const label = 'Consent';
      return client.crm.properties.groupsApi.update('contacts', 'consent_card', { label });
    },
    gets: { name: 'consent_card', label: 'Consent' },
  },
  {
    covers: `DELETE ${PROPERTIES}/groups/{groupName}`,
    ask: async (client) => {
      await makeGroup(client);
      return client.crm.properties.groupsApi.archive('contacts', 'consent_card');
    },
    gets: undefined,
  },
];
