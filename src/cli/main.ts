import type { Io } from './io.ts';
import { run } from './run.ts';
import { hearing } from './signals.ts';
import { output } from './streams.ts';

export { run };

/** Runs a command line in the process's own world. */
export async function main(argv: readonly string[]): Promise<number> {
  const [stdout, stderr] = [output(1), output(2)];
  const io: Io = {
    stdout: stdout.write,
    bytes: stdout.write,
    stderr: stderr.write,
    // Asked only where a question is due: opening the stream costs, and most commands never read it.
    stdinIsTerminal: () => process.stdin.isTTY,
    stdoutIsTerminal: stdout.isTerminal,
    stderrIsTerminal: stderr.isTerminal,
    columns: stdout.isTerminal ? process.stdout.columns : undefined,
    rows: stdout.isTerminal ? process.stdout.rows : undefined,
    page: async (text, program) => (await import('./pager.ts')).page(text, program, process.env),
    env: process.env,
    cwd: process.cwd(),
    user: userName,
    now: new Date(),
    turn: hearing(),
  };
  return run(argv, io);
}

function userName(): string {
  try {
    return process.getBuiltinModule('node:os').userInfo().username;
  } catch {
    return '';
  }
}
