import type { PublicUser } from '../../generated/names.ts';
import { fine, type Call, type Result, type Route } from '../call.ts';
import type { User } from '../entities.ts';
import { ROLES, TEAMS, USERS } from '../portals.ts';
import { refusals } from '../refusals.ts';

const READ = ['settings.users.read', 'crm.objects.users.read'];

/** Users, teams and roles (OpenAPI file user provisioning 2026-03, which 2026-09 does not replace). */
export const PEOPLE: readonly Route[] = [
  { method: 'GET', ...peoplePaths(''), scopes: READ, answer: list },
  { method: 'GET', ...peoplePaths('/roles'), scopes: READ, answer: () => fine({ results: ROLES }) },
  {
    method: 'GET',
    ...peoplePaths('/teams'),
    scopes: ['settings.users.teams.read'],
    answer: () => fine({ results: TEAMS.map(sentTeam) }),
  },
  { method: 'GET', ...peoplePaths('/{userId}'), scopes: READ, answer: read },
];

function peoplePaths(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/settings/users/2026-03${rest}`,
    also: [`/settings/v3/users${rest}`, `/settings/users/v3${rest}`],
  };
}

function list({ query }: Call): Result {
  const limit = Number(query.get('limit') ?? 100);
  const after = Number(query.get('after') ?? 0);
  if (!(limit >= 1) || Number.isNaN(after)) return refusals.unreadable();
  const left = present().filter(({ id }) => id > after);
  const page = left.slice(0, limit);
  const next = left.length > limit ? page.at(-1)?.id : undefined;
  return fine({
    results: page.map(sentUser),
    ...(next === undefined ? {} : { paging: { next: { after: String(next) } } }),
  });
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
