import { calls } from './call.ts';

const USERS = '/settings/users/2026-03';

export const PEOPLE_CALLS = [
  ...calls('GET', USERS, [
    ['lists users page by page', 200, { path: '?limit=1' }],
    ['refuses a page of nothing', 400, { path: '?limit=0' }],
  ]),
  ...calls('GET', `${USERS}/`, [
    ['reads a user', 200, { path: '49' }],
    ['reads a user by address', 200, { path: 'user-47%40example.com?idProperty=EMAIL' }],
    ['does not find a user', 404, { path: '999' }],
  ]),
  ...calls('GET', `${USERS}/roles`, [['lists roles', 200]]),
  ...calls('GET', `${USERS}/teams`, [['lists teams', 200]]),
];
