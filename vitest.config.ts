import { defineConfig } from 'vitest/config';

const NOT_OURS = ['**/node_modules/**', '**/dist/**', '**/.cascade/**'];
/** How long `expect.poll` asks; its own second is short on a machine that does other work besides. */
const patience = { poll: { timeout: 45_000, interval: 100 } };
/** What every project with servers shares: one stack, files one after the other, patience. */
const withServers = {
  globalSetup: ['test/harness/global-setup.ts'],
  fileParallelism: false,
  expect: patience,
  testTimeout: 240_000,
  hookTimeout: 180_000,
  teardownTimeout: 90_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NOT_OURS, 'test/{integration,faults,replay,e2e}/**'],
          // a machine that does other work besides must not fail a test that only computes
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          // each file has an installation of its own to kill, and mostly waits: side by side
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: NOT_OURS,
          // the first start of all may have to build Temporal
          hookTimeout: 900_000,
          maxWorkers: 2,
          expect: patience,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{integration,replay}/**/*.test.ts'],
          exclude: NOT_OURS,
          ...withServers,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: NOT_OURS,
          ...withServers,
        },
      },
    ],
  },
});
