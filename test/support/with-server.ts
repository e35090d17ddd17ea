import { noServer, Server } from './server.ts';

/** Before all tests: a server on which each stage has a namespace of its own. PHUCLOI_TEST_SERVER may name one that runs. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['PHUCLOI_TEST_SERVER'] !== undefined || noServer() !== undefined) return undefined;
  const server = await Server.start();
  process.env['PHUCLOI_TEST_SERVER'] = server.everywhere;
  return () => server.stop();
}
