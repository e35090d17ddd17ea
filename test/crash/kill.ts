import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../support/words.ts';
import { ALWAYS } from './story.ts';

const program = join(import.meta.dirname, '../../bin/phucloi.js');
const hook = join(import.meta.dirname, 'hook.cjs');

/** When a run is killed; undefined: it is left alone. */
export type Blow =
  | { readonly kind: 'timer'; readonly ms: number }
  | { readonly kind: 'call'; readonly at: number; readonly when: 'before' | 'half' | 'after' }
  | { readonly kind: 'within'; readonly at: number; readonly micros: number }
  | { readonly kind: 'system'; readonly call: string; readonly nth: number };

/** What a run did that is counted: calls that change files, and the book's own. */
export type Calls = readonly { readonly name: string; readonly ms: number }[];

export interface Ended {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** System calls that change what lies on a disk. */
const SYSTEM_CALLS = 'pwrite64,write,fdatasync,fsync,unlink,rename,link,ftruncate,mkdir,rmdir';

/** Runs the built program in a folder, to its end or to a blow; `shell` stands before it on the command line. */
export function runProgram(
  folder: string,
  line: string,
  { blow, measure, shell = [] }: { blow?: Blow; measure?: string; shell?: readonly string[] } = {},
): Promise<Ended> {
  const order = orderOf(blow, measure);
  const hooked = order === undefined ? [] : ['--require', hook];
  const own = [process.execPath, ...hooked, program, ...wordsOf(line), ...ALWAYS];
  const traced =
    blow?.kind === 'system'
      ? `strace -f --seccomp-bpf -o /dev/null -e trace=${blow.call} -e inject=${blow.call}:signal=SIGKILL:when=${blow.nth}`.split(
          ' ',
        )
      : [];
  const [command = '', ...words] = [...shell, ...traced, ...own];
  const began = performance.now();
  const child = spawn(command, words, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, '.config'),
      XDG_CACHE_HOME: join(import.meta.dirname, '../../node_modules/.cache'),
      XDG_STATE_HOME: join(folder, '.state'),
      ...(order === undefined ? {} : { CRASH: JSON.stringify(order) }),
    },
  });
  const timer =
    blow?.kind === 'timer' ? setTimeout(() => child.kill('SIGKILL'), Math.max(0, blow.ms)) : undefined;
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      const [stdout, stderr] = [Buffer.concat(out).toString(), Buffer.concat(err).toString()];
      resolve({ exit, signal, stdout, stderr, ms: performance.now() - began });
    });
  });
}

function orderOf(blow: Blow | undefined, measure: string | undefined): object | undefined {
  if (measure !== undefined) return { measure };
  if (blow?.kind === 'call') return { at: blow.at, when: blow.when };
  if (blow?.kind === 'within') return { during: blow.at, micros: blow.micros };
  return undefined;
}

/** What a measured run wrote down. */
export function callsIn(path: string): Calls {
  return JSON.parse(readFileSync(path, 'utf8')) as Calls;
}

/** The system calls of a clean run's own thread, in their order, by `strace`. */
export async function systemCalls(folder: string, line: string, log: string): Promise<string[]> {
  const traced = ['strace', '-f', '--seccomp-bpf', '-o', log, '-e', `trace=${SYSTEM_CALLS}`];
  const { exit, stderr } = await runProgram(folder, line, { shell: traced });
  if (exit !== 0) throw new Error(`strace: ${stderr}`);
  const lines = readFileSync(log, 'utf8').split('\n');
  const own = lines[0]?.split(' ')[0] ?? '';
  return lines.flatMap((each) => {
    const [, process, call] = /^(\d+) +(\w+)\(/.exec(each) ?? [];
    return process === own && call !== undefined ? [call] : [];
  });
}
