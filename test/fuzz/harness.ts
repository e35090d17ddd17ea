import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Random } from './random.ts';

/** One input of a reader: its bytes, and a number from which the reader takes what the command line would have said. */
export interface Case {
  readonly how: number;
  readonly bytes: Buffer;
}

/** A reader under attack. */
export interface Fuzzed {
  readonly name: string;
  /** How many cases `npm test` plays. */
  readonly quick: number;
  /** The longest that one case may keep the processor, in milliseconds. */
  readonly bound: number;
  /** Cases read at a stretch, between two looks at the memory; some seconds' worth at most. */
  readonly chunk: number;
  /** Begins a chunk: gives what makes its inputs. */
  readonly begin: (seed: number) => Maker;
  /** Reads one case; throws where an invariant does not hold. What it gives is the same each time. */
  read(given: Case): unknown;
}

/** Makes one input after the other. */
export type Maker = (random: Random) => Buffer;

/** What a run over a reader came to. */
export interface Run {
  readonly reader: string;
  readonly seed: number;
  readonly cases: number;
  readonly seconds: number;
  /** Heap after a collection, at the first chunk's end and at the last's, in MiB; the most the process ever held. */
  readonly heap: readonly [first: number, last: number];
  readonly peak: number;
  readonly failure?: Failed | undefined;
}

export interface Failed {
  readonly seed: number;
  readonly given: Case;
  readonly error: string;
}

/** Heap that a run may end with beyond what it had after its first cases, in MiB. */
const GROWTH_MAX = 24;
/** What a process that reads small files may ever hold, in MiB. */
export const PEAK_MAX = 1024;

const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MIB;
}

/** The seed of a run's chunk: each chunk can be played by itself. */
export function seedOf(seed: number, chunk: number): number {
  return (seed + chunk * 7919) | 0;
}

/** Plays one chunk; gives the first case that fails, as small as it could be made. */
export async function chunkOf(
  reader: Fuzzed,
  seed: number,
  cases: number,
  before?: (given: Case) => void,
): Promise<Failed | undefined> {
  const random = new Random(seed);
  const make = reader.begin(seed);
  for (let left = cases; left > 0; left--) {
    const given = { how: random.below(0x1_0000_0000), bytes: make(random) };
    before?.(given);
    const error = await errorOf(reader, given);
    if (error !== undefined) return { seed, ...(await smaller(reader, given, error)) };
  }
  return undefined;
}

async function errorOf(reader: Fuzzed, given: Case): Promise<Error | undefined> {
  try {
    await attempt(reader, given);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** How long a case that fails is made smaller, in milliseconds. */
const SMALLER_MS = 5000;

/** Takes pieces out of a case, large ones first, as long as it fails in the same way. */
async function smaller(reader: Fuzzed, given: Case, error: Error): Promise<{ given: Case; error: string }> {
  const end = performance.now() + SMALLER_MS;
  const kind = (each: Error) => each.message.replaceAll(/\d+/g, '').slice(0, 24);
  let [least, why] = [given, error];
  for (let size = given.bytes.length >> 1; size > 0; size >>= 1)
    for (let at = 0; at < least.bytes.length && performance.now() < end;) {
      const bytes = Buffer.concat([least.bytes.subarray(0, at), least.bytes.subarray(at + size)]);
      const tried = await errorOf(reader, { ...least, bytes });
      if (tried !== undefined && kind(tried) === kind(error)) [least, why] = [{ ...least, bytes }, tried];
      else at += size;
    }
  return { given: least, error: why.stack ?? why.message };
}

/** Reads one case within its time; every eighth twice, and the same came of it. */
export async function attempt(reader: Fuzzed, given: Case): Promise<void> {
  const start = process.cpuUsage();
  const first = await reader.read(given);
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  if (took > reader.bound) throw new Error(`took ${took.toFixed(0)} ms of ${reader.bound}`);
  if (given.how % 8 !== 0) return;
  const [one, two] = [first, await reader.read(given)].map((each) => JSON.stringify(each));
  if (one !== two) throw new Error(`read twice, and two things came of it:\n${one}\n${two}`);
}

/** Plays chunk after chunk until there were enough cases, or time is over; `begun` is told each chunk's number. */
export async function play(
  reader: Fuzzed,
  {
    seed,
    cases,
    seconds = Infinity,
    from = 0,
  }: { seed: number; cases: number; seconds?: number; from?: number },
  begun: (chunk: number) => void = () => undefined,
): Promise<Run> {
  const start = performance.now();
  const spent = () => (performance.now() - start) / 1000;
  let played = 0;
  let failure: Failed | undefined;
  let [first, last] = [0, 0];
  for (let chunk = from; played < cases && spent() < seconds && failure === undefined; chunk++) {
    begun(chunk);
    const size = Math.min(reader.chunk, cases - played);
    failure = await chunkOf(reader, seedOf(seed, chunk), size);
    played += size;
    last = heap();
    if (chunk === from) first = last;
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  const grown = last - first > GROWTH_MAX ? `heap ${first.toFixed(0)} → ${last.toFixed(0)} MiB` : undefined;
  if (grown !== undefined && failure === undefined)
    failure = { seed, given: { how: 0, bytes: Buffer.alloc(0) }, error: grown };
  return { reader: reader.name, seed, cases: played, seconds: spent(), heap: [first, last], peak, failure };
}

/** A failing case as a file that is played again with REPLAY=FILE. */
export function caseFile(reader: string, { seed, given, error }: Failed): string {
  const { how, bytes } = given;
  return `${JSON.stringify({ reader, seed, how, bytes: bytes.toString('base64'), error }, undefined, 2)}\n`;
}

export function caseIn(text: string): { reader: string; given: Case } {
  const { reader, how, bytes } = JSON.parse(text) as { reader: string; how: number; bytes: string };
  return { reader, given: { how, bytes: Buffer.from(bytes, 'base64') } };
}
