import os from 'node:os';
import { defineConfig } from 'vitest/config';

/** Vitest leaves a core to itself, which on two cores leaves one worker; its own part is small once tests run. */
const workers = Math.max(2, os.availableParallelism() - 1);

/**
 * A worker keeps the modules that it has loaded: to load them anew for each file took longer than most tests. So a test
 * that changes something global must put it back.
 */
const KEEP_MODULES = { isolate: false };

export default defineConfig({
  test: {
    maxWorkers: workers,
    // All projects are one queue, so that no worker waits for the end of another project. Vitest takes them by name: the
    // long browser files first, the short unit files last.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          // A new folder of tests runs by itself; only the slow ones and the contract have projects of their own.
          exclude: ['tests/platform/**', 'tests/browser/**', 'tests/contract/**'],
          ...KEEP_MODULES,
          // A test may share its core with a browser.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          ...KEEP_MODULES,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'platform',
          include: ['tests/platform/**/*.test.ts'],
          ...KEEP_MODULES,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...KEEP_MODULES,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page has its own pace: it is asked again until it says so, and fails only then.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
