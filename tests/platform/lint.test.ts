import { ESLint } from 'eslint';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../project/docks.ts';

const eslint = new ESLint({ cwd: ROOT });

/** The rules that a text breaks when it stands in an existing file's place. */
async function broken(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(ROOT, file) });
  return (result?.messages ?? [])
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId, message }) => ruleId ?? message);
}

const CARD = 'src/app/extensions/consent/GlanceView.tsx';

describe('HubSpot’s rules for UI extensions, as errors in the card’s source', () => {
  // First: the type-aware rules remember a planted text for the files that import it.
  it('what stands there now passes', async () => {
    const results = await eslint.lintFiles(['src/app/extensions/**/*.{ts,tsx}']);
    expect(results.length).toBeGreaterThan(10);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    // The first reading of all types: half a minute on a busy machine.
  }, 180_000);

  it.each([
    ['a fetch', `export const x = () => void fetch('https://example.com');`, 'no-native-http'],
    [
      'an HTML element',
      `import * as React from 'react';\nexport const X = () => <div />;`,
      'no-html-elements',
    ],
    ['storage', `export const x = () => localStorage.getItem('x');`, 'no-browser-storage'],
    ['the DOM', `export const x = () => document.title;`, 'no-dom-access'],
    ['the window', `export const x = () => window.document.body;`, 'no-dom-access'],
    ['a dialog', `export const x = () => { alert('x'); };`, 'no-browser-dialogs'],
    ['the console', `console.log('x');`, 'no-console'],
    [
      'an experimental component',
      `export { Grid } from '@hubspot/ui-extensions/experimental';\nimport { Grid as G } from '@hubspot/ui-extensions/experimental';\nexport const x = G;`,
      'no-experimental-imports',
    ],
    [
      'a parent import',
      `import { call } from '../../gateway/hubspot/call.ts';\nexport const x = call;`,
      'no-parent-imports',
    ],
  ])('%s fails', async (_what, text, rule) => {
    expect(await broken(CARD, text)).toContain(`@hubspot/ui-extensions/${rule}`);
  });
});

describe('the walls of the house', () => {
  it.each([
    ['text', 'visible-text.ts', '../contract/reply.ts'],
    ['policy', 'decide.ts', '../gateway/ports.ts'],
    ['evidence', 'timeline.ts', '../contract/reply.ts'],
    ['contract', 'reply.ts', '../gateway/trouble.ts'],
    ['ledger', 'verify.ts', '../gateway/ports.ts'],
    ['policy', 'decide.ts', '../ledger/verify.ts'],
    ['gateway', 'trouble.ts', '../app.functions/world.ts'],
    ['app.functions', 'glance.ts', '../extensions/consent/lock.ts'],
    ['extensions', 'consent/lock.ts', '../../app.functions/world.ts'],
  ])('%s may not reach where its arrow does not point', async (room, file, target) => {
    const text = `import type * as Other from '${target}';\nexport type X = typeof Other;`;
    expect(await broken(`src/app/${room}/${file}`, text)).toContain(
      '@typescript-eslint/no-restricted-imports',
    );
  });

  it.each([
    ['policy', 'decide.ts', '../evidence/timeline.ts'],
    ['contract', 'reply.ts', '../policy/decide.ts'],
    ['contract', 'reply.ts', '../ledger/unsaved.ts'],
    ['evidence', 'timeline.ts', '../ledger/entry.ts'],
    ['ledger', 'verify.ts', '../policy/decide.ts'],
    ['gateway', 'trouble.ts', '../policy/decide.ts'],
    ['extensions', 'consent/lock.ts', '#policy/decide.ts'],
  ])(
    '%s may know the types of its neighbour, and run nothing of it',
    async (room, file, target) => {
      const at = `src/app/${room}/${file}`;
      const typed = `import type * as Other from '${target}';\nexport type X = typeof Other;`;
      const run = `import * as Other from '${target}';\nexport const x = Object.keys(Other);`;
      expect(await broken(at, typed)).toEqual([]);
      expect(await broken(at, run)).toContain('@typescript-eslint/no-restricted-imports');
    },
  );

  it.each([
    ['policy', 'decide.ts', '@hubspot/api-client'],
    ['app.functions', 'glance.ts', '@hubspot/api-client'],
    ['extensions', 'consent/lock.ts', '@hubspot/api-client'],
    ['gateway', 'trouble.ts', '../../../sandbox/server.ts'],
    ['ledger', 'verify.ts', '@hubspot/api-client'],
    ['contract', 'reply.ts', '../../../tests/functions/hubspot-in-memory.ts'],
  ])('%s (%s) has no use for %s', async (room, file, target) => {
    const text = `import * as Other from '${target}';\nexport const x = Object.keys(Other);`;
    expect(await broken(`src/app/${room}/${file}`, text)).toContain(
      '@typescript-eslint/no-restricted-imports',
    );
  });

  it('a wall has no door for an import at run time', async () => {
    const text = `export const x = () => import('../gateway/ports.ts');`;
    expect(await broken('src/app/policy/decide.ts', text)).toContain('no-restricted-syntax');
  });

  it('HubSpot’s property names are spoken in the gateway only', async () => {
    const text = `export const x = 'hs_email_optout';`;
    expect(await broken('src/app/policy/decide.ts', text)).toContain('no-restricted-syntax');
    expect(await broken('src/app/contract/reply.ts', text)).toContain('no-restricted-syntax');
    expect(await broken('src/app/extensions/consent/lock.ts', text)).toContain(
      'no-restricted-syntax',
    );
    const made = 'export const x = (name: string) => `hs_${name}`;';
    expect(await broken('src/app/policy/decide.ts', made)).toContain('no-restricted-syntax');
    expect(await broken('src/app/gateway/trouble.ts', text)).toEqual([]);
  });

  it('a promise nobody waits for and a switch that forgets a case are errors', async () => {
    const file = 'src/app/policy/decide.ts';
    expect(await broken(file, `export const x = () => { Promise.resolve(1); };`)).toContain(
      '@typescript-eslint/no-floating-promises',
    );
    expect(
      await broken(
        file,
        `export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }`,
      ),
    ).toContain('@typescript-eslint/switch-exhaustiveness-check');
  });
});
