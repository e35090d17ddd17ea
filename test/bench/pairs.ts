import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const KIB = 1024;
/** A run longer than this, in milliseconds, is compared in few pairs. */
const LONG = 10_000;
const FEW = 5;

/** One run of a program: its time, what of it the processors worked, and the most memory it had. */
interface Run {
  readonly ms: number;
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  readonly mebibytes: number;
}

type Quartiles = readonly [low: number, median: number, high: number];

/** Something beside another that does the same, in interleaved pairs. */
export interface Compared {
  readonly name: string;
  readonly beside: string;
  /** The most that the ratio of processor times may be. */
  readonly bound: number;
  readonly ours: readonly Run[];
  readonly theirs: readonly Run[];
  readonly ratios: { readonly wall: Quartiles; readonly cpu: Quartiles };
}

export function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
  return [at(0.25), at(0.5), at(0.75)];
}

export function show(values: readonly number[], digits: number): string {
  return values.map((value) => value.toFixed(digits)).join(' / ');
}

/** Runs a program whose last line of output says `{"cpuMs", "kib"}` of itself; one that fails ends the bench. */
export function run(program: string, words: readonly string[]): Run {
  const start = performance.now();
  const played = spawnSync(program, words, { encoding: 'utf8' });
  const ms = performance.now() - start;
  if (played.status !== 0) throw new Error(`${words.join(' ')}: ${played.stderr}`);
  const { cpuMs, kib } = JSON.parse(played.stdout.trim().split('\n').at(-1) ?? '') as {
    cpuMs: number;
    kib: number;
  };
  return { ms, cpuMs, mebibytes: kib / KIB };
}

/** Interleaved pairs, after one that warms the disk and says how many there are to be. */
export function compare(
  what: Pick<Compared, 'name' | 'beside' | 'bound'> & { readonly pairs: number },
  ours: () => Run,
  theirs: () => Run,
): Compared {
  const { name, beside, bound } = what;
  const longest = Math.max(theirs().ms, ours().ms);
  const pairs = Array.from({ length: longest > LONG ? FEW : what.pairs }, () => ({
    theirs: theirs(),
    ours: ours(),
  }));
  const ratio = (of: 'ms' | 'cpuMs') => quartiles(pairs.map((pair) => pair.ours[of] / pair.theirs[of]));
  return {
    name,
    beside,
    bound,
    ours: pairs.map((pair) => pair.ours),
    theirs: pairs.map((pair) => pair.theirs),
    ratios: { wall: ratio('ms'), cpu: ratio('cpuMs') },
  };
}

export function lineOf({ name, beside, bound, ours, theirs, ratios }: Compared): string {
  const seconds = (runs: readonly Run[], of: 'ms' | 'cpuMs') =>
    show(quartiles(runs.map((each) => each[of] / 1000)), 2);
  const peak = (runs: readonly Run[]) => Math.max(...runs.map(({ mebibytes }) => mebibytes)).toFixed(0);
  const times = (of: 'ms' | 'cpuMs') => `${seconds(ours, of)} s against ${seconds(theirs, of)} s`;
  return (
    `${name} beside ${beside}: processor ${show(ratios.cpu, 2)} (bound ${bound}), ${times('cpuMs')}; ` +
    `wall ${show(ratios.wall, 2)}, ${times('ms')}; at most ${peak(ours)} MiB against ${peak(theirs)} MiB; ${ours.length} pairs\n`
  );
}
