import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { POLICY_PAGE, policyPage } from '../../project/policy-page.ts';
import { RULE_IDS } from '../../src/app/policy/rule-ids.ts';

it('POLICY.md tells today’s rules; "npm run policy" makes it anew', async () => {
  expect(readFileSync(POLICY_PAGE, 'utf8')).toBe(await policyPage());
});

it('and every rule that has words', async () => {
  const page = await policyPage();
  for (const id of RULE_IDS) expect(page).toContain(`\`${id}\``);
});
