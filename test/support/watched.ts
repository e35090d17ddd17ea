import childProcess from 'node:child_process';
import fs from 'node:fs';
import { appendFileSync, existsSync, renameSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { expect } from 'vitest';

/**
 * Set up before every test file: what the program prints in a process of its own goes to the run's record, and a test's
 * folder that is taken away is kept aside, for `leaks.ts` to look through when all is done. A test notices none of it.
 */
const ROOT = process.env['TEST_ROOT'] ?? '';

/** Words by which private values leave the book whole, as the person who wrote them wants it. */
const WHOLE: ReadonlySet<string> = new Set(['--reveal', '--private', '--export-bank']);

function isWhole(words: readonly string[]): boolean {
  const line = words.join(' ');
  return words.some((word) => WHOLE.has(word)) || /\b(member export|doanvien xuat)\b/.test(line);
}

/** Keeps what a command printed, unless private values were asked for by its words; then its files are left out too. */
export function said(words: readonly string[], cwd: string, printed: Readonly<Record<string, string>>): void {
  if (ROOT === '') return;
  if (isWhole(words)) {
    for (const word of words) allowed(isAbsolute(word) ? word : join(cwd, word));
    return;
  }
  const file = relative(process.cwd(), expect.getState().testPath ?? '');
  for (const [stream, text] of Object.entries(printed))
    if (text !== '')
      appendFileSync(
        join(ROOT, `said-${process.pid}`),
        `\x1e${file}\x1f${stream} of ${words
          .join(' ')
          .slice(0, 60)
          .replaceAll(/\s/g, ' ')
          .replaceAll(/\d{6,}/g, '…')}\x1f${text}`,
      );
}

/** A file that a test gave to the program, or that was asked for with private values: it is not looked at. */
export function allowed(path: string): void {
  if (ROOT !== '' && existsSync(path)) appendFileSync(join(ROOT, 'allowed'), `${relative(ROOT, path)}\n`);
}

const { spawn, spawnSync, execFileSync } = childProcess;
const { rmSync } = fs;

const text = (output: unknown): string =>
  typeof output === 'string' ? output : Buffer.isBuffer(output) ? output.toString('latin1') : '';

const cwdOf = (options: object | undefined): string =>
  options !== undefined && 'cwd' in options && typeof options.cwd === 'string' ? options.cwd : '';

Object.assign(childProcess, {
  spawnSync(program: string, words: readonly string[], options: object) {
    const played = spawnSync(program, words, options);
    said(words, cwdOf(options), { stdout: text(played.stdout), stderr: text(played.stderr) });
    return played;
  },
  execFileSync(program: string, words: readonly string[], options: object) {
    const printed = execFileSync(program, words, options);
    said(words, cwdOf(options), { stdout: text(printed) });
    return printed;
  },
  spawn(program: string, words: readonly string[], options: object) {
    const child = spawn(program, words, options);
    const heard = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      const stream = child[name];
      if (stream === null) continue;
      const emit = stream.emit.bind(stream);
      // Heard only when the test hears it: a stream that nobody reads stays one that nobody reads.
      stream.emit = (event: string | symbol, ...values: unknown[]) => {
        if (event === 'data') heard[name] += text(values[0]);
        return emit(event, ...values);
      };
    }
    child.once('close', () => {
      said(words, cwdOf(options), heard);
    });
    return child;
  },
});
Object.assign(fs, {
  rmSync(path: string, options?: fs.RmOptions) {
    if (ROOT !== '' && dirname(path) === ROOT && existsSync(path))
      renameSync(path, join(ROOT, 'kept', basename(path)));
    else rmSync(path, options);
  },
});
syncBuiltinESMExports();
