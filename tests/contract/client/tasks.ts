import type { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/tasks';
import type { Row } from './row.ts';

const TASKS = '/crm/v3/objects/tasks';

const TASK = {
  properties: {
    hs_timestamp: '2026-11-25T00:00:00.000Z',
    hs_task_subject: 'Approval asked',
    hs_task_status: 'NOT_STARTED',
    hubspot_owner_id: '9047',
  },
  associations: [
    {
      to: { id: '104' },
      types: [
        {
          associationCategory: AssociationSpecAssociationCategoryEnum.HubspotDefined,
          associationTypeId: 204,
        },
      ],
    },
  ],
};

const make = ({ crm }: Client) => crm.objects.tasks.basicApi.create(TASK);

/** Tasks. */
export const TASK_ROWS: readonly Row[] = [
  {
    covers: `POST ${TASKS}`,
    ask: make,
    gets: { archived: false, properties: { hs_task_subject: 'Approval asked' } },
  },
  {
    covers: `GET ${TASKS}/{taskId}`,
    ask: async (client) => {
      const { id } = await make(client);
      const none = undefined;
      return client.crm.objects.tasks.basicApi.getById(id, none, none, ['contacts']);
    },
    gets: { associations: { contacts: { results: [{ id: '104', type: 'task_to_contact' }] } } },
  },
  {
    covers: `PATCH ${TASKS}/{taskId}`,
    ask: async (client) => {
      const { id } = await make(client);
      const properties = { hs_task_status: 'COMPLETED' };
      return client.crm.objects.tasks.basicApi.update(id, { properties });
    },
    gets: { properties: { hs_task_status: 'COMPLETED' } },
  },
  {
    covers: `POST ${TASKS}/batch/read`,
    ask: async (client) => {
      const { id } = await make(client);
      return client.crm.objects.tasks.batchApi.read({
        inputs: [{ id }],
        properties: ['hs_task_status'],
        propertiesWithHistory: [],
      });
    },
    gets: { results: [{ properties: { hs_task_status: 'NOT_STARTED' } }] },
  },
];
