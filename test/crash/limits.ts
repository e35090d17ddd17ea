import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from './judge.ts';
import type { Ended } from './kill.ts';
import { filesIn } from './state.ts';

/** How large a file may become, in kilobytes: in the papers, in the journal, in the book or just past its end. */
export function limitOf(folder: string, random: () => number): number {
  const sizes = filesIn(folder).map((name) => statSync(join(folder, name)).size >> 10);
  const book = Math.max(64, ...sizes);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return Math.floor(random() * 12);
  if (kind === 1) return Math.floor(random() * 120);
  if (kind === 2) return Math.floor(random() * book);
  return book + Math.floor(random() * 80);
}

/** What the failure of a disk is told as, with its exit code, and which of them say that it is full. */
const CODES: Readonly<Record<string, number>> = {
  'book.full': 7,
  'book.unwritten': 7,
  'file.unwritable': 3,
};
/** Exported after it was recorded: the record stands, the file does not. */
const RECORDED_FIRST = /"command":"export"/;

/** What is wrong with how a run on a disk that took no more went, and with what it said. */
export function saidOfDisk(
  { exit, stdout, stderr, signal }: Ended,
  verdict: Verdict,
  full?: 'full',
): string[] {
  if (signal !== null) return [`ended by ${signal}`];
  if (exit === 0) return verdict.state === 'after' ? [] : ['exit 0, and it is not done'];
  const faults: string[] = [];
  const answer = JSON.parse(stdout === '' ? '{}' : stdout) as {
    error?: { code: string; message: string; facts: { reason?: string } };
  };
  const { code = '', message = '', facts } = answer.error ?? {};
  if (CODES[code] !== exit) faults.push(`exit ${exit}: ${stdout}${stderr}`);
  if (verdict.state === 'after' && !RECORDED_FIRST.test(stdout))
    faults.push(`refused (${code}), and it is done`);
  if (full !== undefined && !/hết chỗ/.test(message))
    faults.push(`a full disk is told as ${code} ${facts?.reason ?? ''}: ${message}`);
  // What was refused, what must hold, what to do.
  if (message.split(/[.:] |\n/).length < 3) faults.push(`says too little: ${message}`);
  return faults;
}

/** Whether a small disk can be made here: only root may, and not in every container. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const at = mkdtempSync(join(tmpdir(), 'phucloi-mount-'));
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'phucloi-test', at]).status !== 0) return false;
    return spawnSync('umount', [at]).status === 0;
  } finally {
    rmdirSync(at);
  }
})();

/** A disk of its own that is filled up to a last few kilobytes. */
export class FullDisk {
  readonly folder: string;
  readonly #at: string;

  constructor(at: string) {
    this.#at = at;
    mkdirSync(at);
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'phucloi-test', at]);
    this.folder = join(at, 'so');
    mkdirSync(this.folder);
  }

  /** Leaves at most so many kilobytes; gives how many are left. */
  fill(kilobytes: number): number {
    const { bavail, bsize } = statfsSync(this.#at);
    const bytes = Math.max(0, bavail * bsize - kilobytes * 1024);
    writeFileSync(join(this.#at, 'day'), Buffer.alloc(bytes));
    const now = statfsSync(this.#at);
    return (now.bavail * now.bsize) >> 10;
  }

  empty(): void {
    rmSync(join(this.#at, 'day'), { force: true });
  }

  remove(): void {
    spawnSync('umount', ['-l', this.#at]);
    rmSync(this.#at, { recursive: true, force: true });
  }
}
