import { defineConfig } from 'vitest/config';
import { ON_THE_SERVER } from './test/support/on-server.ts';
import { noServer } from './test/support/server.ts';
import usual from './vitest.config.ts';

const why = noServer();
if (why !== undefined) process.stderr.write(`SKIPPED: ${why}\n`);

/** The same tests with every book on a PostgreSQL server, and those of the server itself: `npm run test:server`. */
export default defineConfig({
  test: {
    ...usual.test,
    include: why === undefined ? [...ON_THE_SERVER, 'test/server/*.test.ts'] : [],
    exclude: ['**/node_modules/**'],
    passWithNoTests: why !== undefined,
    globalSetup: ['test/support/leaks.ts', 'test/support/with-server.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
