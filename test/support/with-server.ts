import { join } from 'node:path';
import { noServer, Server } from './server.ts';

/** Before all tests: a server on which each stage has a namespace of its own. PHUCLOI_TEST_SERVER may name one that runs. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Each command begins a thread for its connection: what that loads is compiled once.
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../node_modules/.cache/compiled');
  if (process.env['PHUCLOI_TEST_SERVER'] !== undefined || noServer() !== undefined) return undefined;
  const server = await Server.start();
  process.env['PHUCLOI_TEST_SERVER'] = server.everywhere;
  return () => server.stop();
}
