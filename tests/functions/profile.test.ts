import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { profileVariables } from '../../project/profile.ts';

const root = mkdtempSync(path.join(tmpdir(), 'profile-'));
mkdirSync(path.join(root, 'src'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

it('a build takes the variables of the profile it is asked for, and of no other', () => {
  const variables = { CONSENT_CARD_PRIVACY_SETTINGS: 'off' };
  const profile = { accountId: 123, variables };
  writeFileSync(path.join(root, 'src/hsprofile.staging.json'), JSON.stringify(profile));
  expect(profileVariables(root, ['node', 'build.ts', '--profile', 'staging'])).toEqual(variables);
  expect(profileVariables(root, ['node', 'build.ts'])).toEqual({});
  writeFileSync(path.join(root, 'src/hsprofile.bare.json'), '{"accountId":1}');
  expect(profileVariables(root, ['--profile', 'bare'])).toEqual({});
});

it.each([['--profile'], ['--profile', '../other'], ['--profile', 'missing']])(
  '%s %s is refused',
  (...args) => {
    expect(() => profileVariables(root, args)).toThrow();
  },
);
