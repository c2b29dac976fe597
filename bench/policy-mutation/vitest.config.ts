import { defineConfig } from 'vitest/config';

/** The tests that mutants of `src/app/policy` must not survive: the table and the laws, with fewer draws each. */
export default defineConfig({
  test: {
    include: ['tests/policy/**/*.test.ts'],
    env: { LAW_TIMES: '0.025' },
  },
});
