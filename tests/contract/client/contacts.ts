import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts';
import type { Row } from './row.ts';

const CONTACTS = '/crm/v3/objects/contacts';
const ADDRESS = 'contact-104@example.com';
const NEW = { properties: { email: 'new@example.com' }, associations: [] };
const BATCH = { inputs: [{ id: '104' }], properties: ['email'], propertiesWithHistory: [] };
const SEARCH = {
  filterGroups: [
    { filters: [{ propertyName: 'email', operator: FilterOperatorEnum.Eq, value: ADDRESS }] },
  ],
  properties: ['email'],
  sorts: [],
  limit: 1,
  after: '0',
};

export const CONTACT_ROWS: readonly Row[] = [
  {
    covers: `GET ${CONTACTS}/{contactId}`,
    ask: ({ crm }) => crm.contacts.basicApi.getById('104', ['email'], ['hs_email_optout_501']),
    gets: {
      properties: { email: ADDRESS },
      propertiesWithHistory: { hs_email_optout_501: [{ value: 'true', sourceType: 'EMAIL' }] },
    },
  },
  {
    covers: `GET ${CONTACTS}`,
    ask: ({ crm }) => crm.contacts.basicApi.getPage(1),
    gets: { results: [{ archived: false }] },
  },
  {
    covers: `POST ${CONTACTS}`,
    ask: ({ crm }) => crm.contacts.basicApi.create(NEW),
    gets: { properties: { email: 'new@example.com' } },
  },
  {
    covers: `PATCH ${CONTACTS}/{contactId}`,
    ask: ({ crm }) => crm.contacts.basicApi.update('104', { properties: { jobtitle: 'Baker' } }),
    gets: { properties: { jobtitle: 'Baker' } },
  },
  {
    covers: `DELETE ${CONTACTS}/{contactId}`,
    ask: ({ crm }) => crm.contacts.basicApi.archive('104'),
    gets: undefined,
  },
  {
    covers: `POST ${CONTACTS}/batch/read`,
    ask: ({ crm }) => crm.contacts.batchApi.read(BATCH),
    gets: { status: 'COMPLETE', results: [{ id: '104' }] },
  },
  {
    covers: `POST ${CONTACTS}/search`,
    ask: ({ crm }) => crm.contacts.searchApi.doSearch(SEARCH),
    gets: { total: 1, results: [{ id: '104' }] },
  },
  {
    covers: `POST ${CONTACTS}/merge`,
    ask: ({ crm }) =>
      crm.contacts.basicApi.merge({ primaryObjectId: '104', objectIdToMerge: '106' }),
    gets: { id: '104' },
  },
  {
    covers: `POST ${CONTACTS}/gdpr-delete`,
    ask: ({ crm }) => crm.contacts.basicApi.purge({ objectId: '104' }),
    gets: undefined,
  },
];
