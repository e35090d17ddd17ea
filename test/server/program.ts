import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { wordsOf } from '../support/words.ts';

const program = join(import.meta.dirname, '../../bin/phucloi.js');

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The failure's code, where the answer is JSON. */
  readonly code: string;
  readonly ms: number;
}

export interface World {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is piped in. */
  readonly input?: string;
  /** Gets the way to end it as `kill -9` does. */
  readonly told?: (kill: () => void) => void;
}

/** Runs the built program as a process of its own, with nothing of this one's environment. */
export function phucloi(line: string, { folder, env, input = '', told }: World): Promise<Ended> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...wordsOf(line)], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: join(folder, '.cache'), ...env },
  });
  told?.(() => child.kill('SIGKILL'));
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  // Whoever was killed reads no more.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      const [stdout, stderr] = [Buffer.concat(out).toString(), Buffer.concat(err).toString()];
      const code = /"error":\{"code":"([^"]+)"/.exec(stdout)?.[1] ?? '';
      resolve({ exit, stdout, stderr, code, ms: performance.now() - begun });
    });
  });
}
