import type { Row } from './row.ts';

const USERS = '/settings/v3/users';

/** Owners, users, teams and roles. */
export const PEOPLE_ROWS: readonly Row[] = [
  {
    covers: 'GET /crm/v3/owners/',
    ask: ({ crm }) => crm.owners.ownersApi.getPage(),
    gets: { results: [{ email: 'user-47@example.com' }] },
  },
  {
    covers: 'GET /crm/v3/owners/{ownerId}',
    ask: ({ crm }) => crm.owners.ownersApi.getById(47, 'userId'),
    gets: { id: '9047', userId: 47 },
  },
  {
    covers: `GET ${USERS}/`,
    ask: ({ settings }) => settings.users.usersApi.getPage(1),
    gets: { results: [{ id: '47' }] },
  },
  {
    covers: `GET ${USERS}/{userId}`,
    ask: ({ settings }) => settings.users.usersApi.getById('user-47@example.com', 'EMAIL'),
    gets: { id: '47' },
  },
  {
    covers: `GET ${USERS}/teams`,
    ask: ({ settings }) => settings.users.teamsApi.getAll(),
    gets: { results: [{}, {}] },
  },
  {
    covers: `GET ${USERS}/roles`,
    ask: ({ settings }) => settings.users.rolesApi.getAll(),
    gets: { results: [{}, {}] },
  },
];
