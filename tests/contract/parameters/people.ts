import { count, effects, ids, status, type Effect } from './effect.ts';

const OWNERS = '/crm/owners/2026-09';
const USERS = '/settings/users/2026-03';
const FLOWS = '/automation/2026-09-beta';

/** Owners, users and workflows. */
export const PEOPLE_EFFECTS: readonly Effect[] = [
  ...effects(`GET ${OWNERS}`, { path: OWNERS }, [
    ['archived=true', ids, ['9047'], ['9048']],
    ['email=user-48%40example.com', ids, ['9047'], []],
    ['limit=0', status, 200, 400],
  ]),
  ...effects(`GET ${OWNERS}/{ownerId}`, { path: `${OWNERS}/9048` }, [
    ['archived=true', status, 404, 200],
    ['idProperty=userId', status, 200, 404, { path: '?archived=true' }],
  ]),
  ...effects(`GET ${USERS}`, { path: USERS }, [['limit=1', ids, ['47', '49'], ['47']]]),
  ...effects(`GET ${USERS}/{userId}`, { path: `${USERS}/user-47%40example.com` }, [
    ['idProperty=EMAIL', status, 404, 200],
  ]),
  ...effects(`GET ${FLOWS}/flows`, { path: `${FLOWS}/flows` }, [
    ['limit=1', ids, ['1700000001', '1700000002'], ['1700000001']],
  ]),
  ...effects(`GET ${FLOWS}/action-types`, { path: `${FLOWS}/action-types` }, [
    ['objectTypeId=0-2', count('results'), 3, 0],
  ]),
];
