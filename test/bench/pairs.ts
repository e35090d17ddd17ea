import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const KIB = 1024;
/** Pairs of a case, unless one run takes longer than this, in milliseconds: then few. */
export const PAIRS = 21;
const LONG = 10_000;
const FEW = 5;

/** Debian's own Python, which has its packages. */
export const PYTHON = '/usr/bin/python3';

/** A program with its words, where it runs and in what environment; `exits` are the codes that it may end with, 0 unless said. */
export interface Command {
  readonly words: readonly [program: string, ...words: string[]];
  readonly cwd?: string | undefined;
  /** Beside the bench's own. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly exits?: readonly number[] | undefined;
  /** Puts everything back as it was before a run: a book that is written to must be the same each time. */
  readonly before?: (() => void) | undefined;
}

/** One run: wall time, what of it the processors worked on all its threads, and the most memory it had. */
interface Run {
  readonly ms: number;
  readonly cpuMs: number;
  readonly mebibytes: number;
}

/** The lower quartile, the median and the upper quartile. */
export type Quartiles = readonly [low: number, median: number, high: number];

/** What is set beside what. */
export interface Case {
  readonly name: string;
  readonly beside: string;
  /** The most that the ratio of wall times, what a person waits for, may be; absent where nothing is promised. */
  readonly bound?: number | undefined;
  /** How many rows each side works on, where the ratio is that of the time a row. */
  readonly rows?: readonly [ours: number, theirs: number] | undefined;
  readonly ours: Command;
  readonly theirs: Command;
}

/** A case after its runs: quartiles of milliseconds and of the ratios of pairs, and the highest peak of memory. */
export interface Compared {
  readonly name: string;
  readonly beside: string;
  readonly bound?: number | undefined;
  readonly pairs: number;
  readonly cpu: { readonly ours: Quartiles; readonly theirs: Quartiles; readonly ratio: Quartiles };
  readonly wall: { readonly ours: Quartiles; readonly theirs: Quartiles; readonly ratio: Quartiles };
  readonly mebibytes: { readonly ours: number; readonly theirs: number };
}

function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
  return [at(0.25), at(0.5), at(0.75)];
}

/** Runs a command to its end; one that fails ends the bench. */
function run({ words, cwd, env, exits = [0], before }: Command): Run {
  before?.();
  const usage = join(import.meta.dirname, 'floor/usage.py');
  const played = spawnSync(PYTHON, [usage, ...words], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const said = played.stdout?.trim() ?? '';
  if (said === '')
    throw new Error(`npm run bench needs ${PYTHON}: ${played.error?.message ?? played.stderr}`);
  const { ms, cpuMs, kib, status } = JSON.parse(said) as Record<'ms' | 'cpuMs' | 'kib' | 'status', number>;
  if (!exits.includes(status)) throw new Error(`${words.join(' ')}: exit ${status}: ${played.stderr}`);
  return { ms, cpuMs, mebibytes: kib / KIB };
}

/** Runs both sides in interleaved pairs, at most so many, after one that warms the disk and says whether they are few. */
export function compare(
  { name, beside, bound, rows: [mine, other] = [1, 1], ours, theirs }: Case,
  most = PAIRS,
): Compared {
  const longest = Math.max(run(theirs).ms, run(ours).ms);
  const pairs = Array.from({ length: longest > LONG ? Math.min(FEW, most) : most }, () => ({
    theirs: run(theirs),
    ours: run(ours),
  }));
  const times = (of: 'ms' | 'cpuMs') => ({
    ours: quartiles(pairs.map((pair) => pair.ours[of])),
    theirs: quartiles(pairs.map((pair) => pair.theirs[of])),
    ratio: quartiles(pairs.map((pair) => pair.ours[of] / mine / (pair.theirs[of] / other))),
  });
  const peak = (side: 'ours' | 'theirs') => Math.max(...pairs.map((pair) => pair[side].mebibytes));
  return {
    name,
    beside,
    bound,
    pairs: pairs.length,
    cpu: times('cpuMs'),
    wall: times('ms'),
    mebibytes: { ours: peak('ours'), theirs: peak('theirs') },
  };
}

/** Whether a program is installed and starts. */
export function isInstalled(program: string, ...words: readonly string[]): boolean {
  return spawnSync(program, words).status === 0;
}
