import { userInfo } from 'node:os';
import type { Io } from './io.ts';
import { run } from './run.ts';

export { run };

/** Runs a command line in the process's own world. */
export async function main(argv: readonly string[]): Promise<number> {
  const io: Io = {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    stdinIsTerminal: process.stdin.isTTY,
    stdoutIsTerminal: process.stdout.isTTY,
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    env: process.env,
    cwd: process.cwd(),
    user: userName(),
    now: new Date(),
  };
  return run(argv, io);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
