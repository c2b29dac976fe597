import type { PublicUser } from '../../generated/names.ts';
import { fine, type Call, type Result, type Route } from '../call.ts';
import type { User } from '../entities.ts';
import { ROLES, TEAMS, USERS } from '../portals.ts';
import { pageById, pageIn, sentPaging } from '../paging.ts';
import { refusals } from '../refusals.ts';
import { PAGED } from './record-parameters.ts';

const READ = ['settings.users.read', 'crm.objects.users.read'];

/** Users, teams and roles (OpenAPI file user provisioning 2026-03, which 2026-09 does not replace). */
export const PEOPLE: readonly Route[] = [
  { method: 'GET', ...peoplePaths(''), scopes: READ, query: PAGED, answer: list },
  { method: 'GET', ...peoplePaths('/roles'), scopes: READ, answer: () => fine({ results: ROLES }) },
  {
    method: 'GET',
    ...peoplePaths('/teams'),
    scopes: ['settings.users.teams.read'],
    answer: () => fine({ results: TEAMS.map(sentTeam) }),
  },
  {
    method: 'GET',
    ...peoplePaths('/{userId}'),
    scopes: READ,
    query: { idProperty: ['EMAIL', 'USER_ID'] },
    answer: read,
  },
];

function peoplePaths(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/settings/users/2026-03${rest}`,
    also: [`/settings/v3/users${rest}`, `/settings/users/v3${rest}`],
  };
}

function list({ query }: Call): Result {
  const asked = pageIn(query, { usual: 100 });
  if ('status' in asked) return asked;
  const page = pageById(present(), ({ id }) => String(id), asked);
  if ('status' in page) return page;
  return fine({ results: page.items.map(sentUser), ...sentPaging(page) });
}

function read({ query }: Call, [userId = '']: readonly string[]): Result {
  const byMail = query.get('idProperty') === 'EMAIL';
  const found = present().find(({ id, email }) =>
    byMail ? email === userId.toLowerCase() : String(id) === userId,
  );
  return found === undefined ? refusals.notFound() : fine(sentUser(found));
}

/** A user who was removed is not found any more. [guess: removedUsers] */
function present(): readonly User[] {
  return USERS.filter(({ owner }) => owner !== 'archived');
}

/** `PublicUser`, with the fields that all versions have. */
function sentUser({ id, email, firstName, lastName }: User): PublicUser {
  const primary = TEAMS.find(({ userIds }) => userIds.includes(id));
  const secondary = TEAMS.filter(({ secondaryUserIds }) => secondaryUserIds.includes(id));
  const roles = ROLES.filter((role) => ROLE_OF[id] === role.id);
  return {
    id: String(id),
    email,
    firstName,
    lastName,
    roleIds: roles.map((role) => role.id),
    ...(roles[0] === undefined ? {} : { roleId: roles[0].id }),
    ...(primary === undefined ? {} : { primaryTeamId: primary.id }),
    secondaryTeamIds: secondary.map((team) => team.id),
    superAdmin: false,
  };
}

const ROLE_OF: Readonly<Record<number, string>> = { 47: '901', 49: '902' };

function sentTeam({ id, name, userIds, secondaryUserIds }: (typeof TEAMS)[number]): object {
  return {
    id,
    name,
    userIds: userIds.map(String),
    secondaryUserIds: secondaryUserIds.map(String),
  };
}
