import { fine, type Call, type Result, type Route } from '../call.ts';
import { sentAccount, sentOwner } from '../formatters.ts';
import { ownerIdOf } from '../objects/tasks.ts';
import { USERS } from '../portals.ts';
import { pageById, pageIn, sentPaging } from '../paging.ts';
import { refusals } from '../refusals.ts';
import { PAGED } from './record-parameters.ts';

const OWNERS = ['crm.objects.owners.read'];

/** The account, the token and the people (OpenAPI files account info 2026-09 and owners 2026-09; HubSpot's page on private apps). */
export const ACCOUNT: readonly Route[] = [
  {
    method: 'GET',
    path: '/account-info/2026-09/details',
    scopes: ['oauth'],
    answer: ({ portal, now }) => fine(sentAccount(portal, now)),
  },
  {
    method: 'POST',
    path: '/oauth/v2/private-apps/get/access-token-info',
    scopes: [],
    answer: tokenInfo,
  },
  {
    method: 'GET',
    path: '/crm/owners/2026-09',
    also: ['/crm/v3/owners'],
    scopes: OWNERS,
    query: { ...PAGED, archived: 'flag', email: 'text' },
    answer: owners,
  },
  {
    method: 'GET',
    path: '/crm/owners/2026-09/{ownerId}',
    also: ['/crm/v3/owners/{ownerId}'],
    scopes: OWNERS,
    query: { archived: 'flag', idProperty: ['id', 'userId'] },
    answer: owner,
  },
];

/** HubSpot's page on private apps. [guess: tokenUser] */
function tokenInfo({ portal, data, body }: Call): Result {
  if (!data.assumptions.tokenTellsApp) return refusals.notFound();
  if (body['tokenKey'] !== portal.token) return refusals.invalid('tokenKey is not valid');
  return fine({ userId: 1, hubId: portal.id, appId: portal.appId, scopes: data.scopes });
}

function owners({ query }: Call): Result {
  const asked = pageIn(query, { usual: 100 });
  if ('status' in asked) return asked;
  const wanted = query.get('archived') === 'true' ? 'archived' : 'active';
  const email = query.get('email')?.toLowerCase();
  const found = USERS.filter(
    (user) => user.owner === wanted && (email === undefined || user.email === email),
  );
  const page = pageById(found, ({ id }) => ownerIdOf(id), asked);
  if ('status' in page) return page;
  return fine({ results: page.items.map(sentOwner), ...sentPaging(page) });
}

/** Whether users who are not owners answer 404 is open (see `usersWithoutSeatAreOwners`). */
function owner({ data, query }: Call, [id]: readonly string[]): Result {
  const { usersWithoutSeatAreOwners } = data.assumptions;
  const byUser = query.get('idProperty') === 'userId';
  const wanted = query.get('archived') === 'true' ? 'archived' : 'active';
  const found = USERS.find(
    (user) =>
      (user.owner === wanted || (usersWithoutSeatAreOwners && user.owner === 'none')) &&
      (byUser ? String(user.id) : ownerIdOf(user.id)) === id,
  );
  return found === undefined ? refusals.notFound() : fine(sentOwner(found));
}
