import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Played } from './play.ts';

/** One turn at a terminal: when the text stands there, `before` happens, and then this is typed. */
export interface Turn {
  readonly at: string;
  readonly type: string;
  readonly before?: () => void;
}

/** Runs a command line at a terminal; each answer is typed when its question stands there, as a person does it. */
export function dialogue(
  cwd: string,
  words: readonly string[],
  turns: readonly Turn[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Played> {
  const script = join(import.meta.dirname, 'as-terminal.ts');
  const child = spawn(process.execPath, [script, ...words], { cwd, env: { ...process.env, ...env } });
  const said = { stdout: '', stderr: '' };
  const waiting = [...turns];
  const from = { at: 0 };
  const hear = (name: keyof typeof said) => (text: string) => {
    said[name] += text;
    const [turn] = waiting;
    if (turn === undefined || !said.stdout.includes(turn.at, from.at)) return;
    waiting.shift();
    from.at = said.stdout.length;
    turn.before?.();
    child.stdin.write(`${turn.type}\n`);
    if (waiting.length === 0) child.stdin.end();
  };
  child.stdout.setEncoding('utf8').on('data', hear('stdout'));
  child.stderr.setEncoding('utf8').on('data', hear('stderr'));
  if (turns.length === 0) child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exit: code ?? -1, ...said });
    });
  });
}
