import { noServer, Server } from './server.ts';

/** Before all tests: a server on which each stage has a namespace of its own. PHUCLOI_TEST_SERVER may name one that runs. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env['PHUCLOI_TEST_SERVER'] !== undefined) return () => Promise.resolve();
  const why = noServer();
  if (why !== undefined) {
    process.stderr.write(`${why}: nothing was tested on a server\n`);
    process.env['PHUCLOI_NO_SERVER'] = '1';
    return () => Promise.resolve();
  }
  const server = await Server.start();
  process.env['PHUCLOI_TEST_SERVER'] = server.everywhere;
  return () => server.stop();
}
