import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { supportedMarkdown } from './supported.ts';

it('sandbox/SUPPORTED.md says what is supported today; "npm run generate" writes it', () => {
  const file = path.join(import.meta.dirname, '../../sandbox/SUPPORTED.md');
  expect(readFileSync(file, 'utf8')).toBe(supportedMarkdown());
});
