import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Stage } from './play.ts';
import { wordsOf } from './words.ts';

/** The built program; `npm test` builds it first. */
const program = join(import.meta.dirname, '../../bin/phucloi.js');

/** What a process answered, and how long it took in milliseconds. */
export interface Left {
  readonly exit: number | null;
  readonly answer: {
    readonly ok: boolean;
    readonly data: unknown;
    readonly error?: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };
  };
  readonly took: number;
}

/** Runs a command line as a process of its own. */
export function phucloi(stage: Stage, line: string): Promise<Left> {
  const book = stage.book === undefined ? {} : { PHUCLOI_BOOK: stage.book };
  const env = { ...process.env, ...book, XDG_CACHE_HOME: join(stage.folder, 'cache') };
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...wordsOf(line), '--json'], { cwd: stage.folder, env });
  const said: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => said.push(piece));
  return new Promise((resolve) => {
    child.on('close', (exit) => {
      const answer = JSON.parse(Buffer.concat(said).toString('utf8')) as Left['answer'];
      resolve({ exit, answer, took: performance.now() - begun });
    });
  });
}
