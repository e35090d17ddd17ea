// Runs a command line whose standard input is piped in, as if it were typed on a terminal.
import { page } from '../../src/cli/pager.ts';
import { run } from '../../src/cli/run.ts';

process.exitCode = await run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  bytes: (piece) => process.stdout.write(piece),
  stderr: (text) => process.stderr.write(text),
  stdin: () => process.stdin,
  stdinIsTerminal: () => true,
  stdoutIsTerminal: true,
  stderrIsTerminal: false,
  columns: Number(process.env['COLUMNS'] ?? 100),
  rows: Number(process.env['ROWS'] ?? 1000),
  page: (text, program) => page(text, program, process.env),
  env: { NO_COLOR: '1', PAGER: process.env['PAGER'] },
  cwd: process.cwd(),
  user: () => 'thu-quy',
  now: new Date('2024-11-30T05:00:00Z'),
  // As a guided path runs a line that it made.
  guided: process.env['GUIDED'] === '1',
});
