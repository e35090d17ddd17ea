import { writeSync } from 'node:fs';
import type { Io } from './io.ts';
import { run } from './run.ts';
import { hearing } from './signals.ts';
import { output, type Output } from './streams.ts';

export { run };

const DEFECT = 70;

/** Runs a command line in the process's own world. */
export async function main(argv: readonly string[]): Promise<number> {
  process.on('uncaughtException', (error) => {
    process.exit(lost(error, argv));
  });
  const [stdout, stderr] = [output(1), output(2)];
  const read = !argv.some((word) => DATA.test(word));
  const io: Io = {
    stdout: read ? await forReader(stdout, 1) : stdout.write,
    bytes: stdout.write,
    stderr: await forReader(stderr, 2),
    stdin: () => process.stdin,
    // Asked only where a question is due: opening the stream costs, and most commands never read it.
    stdinIsTerminal: () => process.stdin.isTTY,
    stdoutIsTerminal: stdout.isTerminal,
    stderrIsTerminal: stderr.isTerminal,
    columns: stdout.isTerminal ? process.stdout.columns : undefined,
    rows: stdout.isTerminal ? process.stdout.rows : undefined,
    page: async (text, program) => (await import('./pager.ts')).page(text, program, process.env),
    env: process.env,
    cwd: workingFolder(),
    user: userName,
    now: new Date(),
    turn: hearing(),
  };
  try {
    return await run(argv, io);
  } catch (error) {
    return lost(error, argv);
  }
}

/** What nobody caught: a line without anybody's data. Whoever closed the pipe has read enough. */
function lost(error: unknown, argv: readonly string[]): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EPIPE') return 0;
  const verbose = argv.includes('--verbose') || argv.includes('-v');
  const said = error instanceof Error ? (verbose ? error.stack : error.name) : typeof error;
  try {
    writeSync(2, `phucloi: ${said}\n`);
  } catch {
    // Nobody is there to be told.
  }
  return DEFECT;
}

/** Options that ask for data: it is printed as it is. */
const DATA = /^--(json|ndjson|format)(=|$)/;

/** A terminal breaks lines wherever they end; a reader's are broken between words. What moves the cursor is left alone. */
async function forReader({ write, isTerminal }: Output, descriptor: 1 | 2): Promise<(text: string) => void> {
  if (!isTerminal) return write;
  const { foldLines } = await import('../render/fold.ts');
  return (text) => {
    const { columns } = descriptor === 1 ? process.stdout : process.stderr;
    write(columns > 0 && !text.includes('\r') ? foldLines(text, columns) : text);
  };
}

/** A folder that was taken away meanwhile has no name to the system any more; what is missing in it is then said by its path. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env['PWD'] ?? '/';
  }
}

function userName(): string {
  try {
    return process.getBuiltinModule('node:os').userInfo().username;
  } catch {
    return '';
  }
}
