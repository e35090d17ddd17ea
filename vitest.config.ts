import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a PostgreSQL server: `npm run test:server`.
    exclude: ['test/server/**', '**/node_modules/**'],
    // What the whole run prints and leaves is looked through for private values.
    globalSetup: ['test/support/leaks.ts'],
    setupFiles: ['test/support/watched.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What `doctor` says of the clock is the same on every machine.
    env: { TZ: 'UTC' },
    // Two cores: one file a core, and the slow ones do not wait for each other.
    maxWorkers: 2,
  },
});
