import { defineConfig, mergeConfig } from 'vitest/config';
import { ON_THE_SERVER } from './test/support/on-server.ts';
import usual from './vitest.config.ts';

const { test } = usual;

/** The same tests with every book on a PostgreSQL server, and those of the server itself: `npm run test:server`. */
export default mergeConfig(
  defineConfig({ ...usual, test: { ...test, include: [] } }),
  defineConfig({
    test: {
      include: [...ON_THE_SERVER, 'test/server/*.test.ts'],
      globalSetup: ['test/support/with-server.ts'],
      testTimeout: 240_000,
      hookTimeout: 240_000,
    },
  }),
);
