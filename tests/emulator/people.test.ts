import { describe, expect, it } from 'vitest';
import { desk } from './desk.ts';

const USERS = '/settings/users/2026-03';

describe('people', () => {
  const { ask } = desk();

  it('users come with their roles and teams, without those who were removed', () => {
    expect(ask('GET', USERS).body['results']).toMatchObject([
      { id: '47', primaryTeamId: '801', secondaryTeamIds: [], roleIds: ['901'], superAdmin: false },
      { id: '49', primaryTeamId: '802', secondaryTeamIds: ['801'] },
    ]);
    const first = ask('GET', `${USERS}?limit=1`);
    expect(first.body).toMatchObject({
      results: [{ id: '47' }],
      paging: { next: { after: '47' } },
    });
    expect(ask('GET', `${USERS}?limit=1&after=47`).body).toMatchObject({ results: [{ id: '49' }] });
  });

  it('one is found by id, or by address where that is said', () => {
    expect(ask('GET', `${USERS}/47`).body['email']).toBe('user-47@example.com');
    expect(ask('GET', `${USERS}/user-47%40example.com`).status).toBe(404);
    expect(ask('GET', `${USERS}/user-47%40example.com?idProperty=EMAIL`).body['id']).toBe('47');
    expect(ask('GET', `${USERS}/48?idProperty=USER_ID`).status).toBe(404);
  });

  it('teams tell first members from others; roles are named', () => {
    expect(ask('GET', `${USERS}/teams`).body['results']).toContainEqual({
      id: '801',
      name: 'Sales',
      userIds: ['47'],
      secondaryUserIds: ['49'],
    });
    expect(ask('GET', `${USERS}/roles`).body['results']).toHaveLength(2);
  });
});
