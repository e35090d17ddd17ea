// node test/fuzz/run.ts: plays every reader for SECONDS (1800) or CASES (1,000,000) each, whichever ends first, in a process of its
// own that is ended and named where a chunk does not end. READER=csv,xlsx: only these; SEED=…; LISTS=DIR: real lists join the corpus;
// REPLAY=FILE: reads one case that failed once more; TO=DIR: where failing cases are put (the system's temporary folder).
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  attempt,
  caseFile,
  caseIn,
  chunkOf,
  PEAK_MAX,
  play,
  seedOf,
  type Failed,
  type Fuzzed,
  type Run,
} from './harness.ts';
import { READERS, strike } from './readers.ts';

const CASES = Number(process.env['CASES'] ?? 1_000_000);
const SECONDS = Number(process.env['SECONDS'] ?? 1800);
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
/** A chunk takes some seconds; one that takes this long stands still. */
const HANG_SECONDS = 180;
const TO = process.env['TO'] ?? tmpdir();

type Told = { readonly chunk: number } | { readonly run: Run } | { readonly failed: Failed | undefined };

function named(name: string): Fuzzed {
  const found = READERS.find((each) => each.name === name);
  if (found === undefined)
    throw new Error(`no such reader: ${name}; there are ${READERS.map((each) => each.name).join(' ')}`);
  return found;
}

/** The child: plays a reader from a chunk on, or one chunk with each case put on disk before it is read. */
async function asChild(reader: Fuzzed): Promise<void> {
  const tell = (told: Told) => process.send?.(told);
  const {
    FUZZ_FROM: from = '0',
    FUZZ_CASES: cases = '0',
    FUZZ_SECONDS: seconds = '0',
    FUZZ_TRACE: trace,
  } = process.env;
  if (trace !== undefined) {
    const seed = seedOf(SEED, Number(from));
    const failed = await chunkOf(reader, seed, reader.chunk, (given) => {
      writeFileSync(trace, caseFile(reader.name, { seed, given, error: 'the last case that was begun' }));
    });
    tell({ failed });
  } else {
    const run = await play(
      reader,
      { seed: SEED, cases: Number(cases), seconds: Number(seconds), from: Number(from) },
      (chunk) => tell({ chunk }),
    );
    tell({ run });
  }
  strike();
  process.disconnect();
}

/** Runs a child to its end; undefined where it stood still or died, `onChunk` being told how far it came. */
function childFor(
  env: Readonly<Record<string, string>>,
  onChunk: (chunk: number) => void,
): Promise<Told | undefined> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(import.meta.filename, {
      env: { ...process.env, ...env },
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=1024', '--no-warnings'],
    });
    let last: Told | undefined;
    let timer: NodeJS.Timeout | undefined;
    const awake = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), HANG_SECONDS * 1000);
    };
    awake();
    child.on('message', (told: Told) => {
      awake();
      if ('chunk' in told) onChunk(told.chunk);
      else last = told;
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(last);
    });
  });
}

interface Line {
  readonly reader: string;
  readonly cases: number;
  readonly seconds: number;
  readonly crashes: number;
  readonly hangs: number;
  readonly heap: string;
  readonly peak: number;
}

async function soak(reader: Fuzzed): Promise<Line> {
  let from = 0;
  const env = {
    FUZZ_CHILD: reader.name,
    SEED: String(SEED),
    FUZZ_CASES: String(CASES),
    FUZZ_SECONDS: String(SECONDS),
  };
  const start = Date.now();
  const told = await childFor(env, (chunk) => {
    from = chunk;
  });
  const seconds = (Date.now() - start) / 1000;
  if (told !== undefined && 'run' in told) {
    const { run } = told;
    if (run.failure !== undefined) save(reader.name, run.failure);
    const over = run.peak > PEAK_MAX ? 1 : 0;
    return {
      reader: reader.name,
      cases: run.cases,
      seconds: run.seconds,
      crashes: (run.failure === undefined ? 0 : 1) + over,
      hangs: 0,
      heap: run.heap.map((each) => each.toFixed(0)).join(' → '),
      peak: run.peak,
    };
  }
  // It stood still, or the process itself died: the same chunk again, each case on disk before it is read.
  const folder = mkdtempSync(join(tmpdir(), 'phucloi-fuzz-'));
  const trace = join(folder, 'last.json');
  const again = await childFor({ ...env, FUZZ_FROM: String(from), FUZZ_TRACE: trace }, () => undefined);
  if (again === undefined) {
    const { given } = caseIn(readFileSync(trace, 'utf8'));
    save(reader.name, { seed: seedOf(SEED, from), given, error: 'stood still, or ended the process' });
  }
  rmSync(folder, { recursive: true, force: true });
  return {
    reader: reader.name,
    cases: from * reader.chunk,
    seconds,
    crashes: 0,
    hangs: 1,
    heap: '',
    peak: 0,
  };
}

function save(reader: string, failed: Failed): void {
  const path = join(TO, `fuzz-${reader}-${failed.seed}.json`);
  writeFileSync(path, caseFile(reader, failed));
  console.log(`${reader}: ${failed.error.split('\n').slice(0, 12).join('\n')}\n  REPLAY=${path}`);
}

async function main(): Promise<void> {
  const { FUZZ_CHILD: child, REPLAY: replay, READER: wanted } = process.env;
  if (child !== undefined) return asChild(named(child));
  if (replay !== undefined) {
    const { reader, given } = caseIn(readFileSync(replay, 'utf8'));
    console.log(JSON.stringify(given.bytes.toString('utf8').slice(0, 2000)), given.how);
    await attempt(named(reader), { ...given, how: given.how - (given.how % 8) });
    await attempt(named(reader), given);
    console.log('holds');
    return undefined;
  }
  console.log(`SEED=${SEED} CASES=${CASES} SECONDS=${SECONDS}`);
  const lines: Line[] = [];
  for (const reader of wanted === undefined ? READERS : wanted.split(',').map(named)) {
    const line = await soak(reader);
    lines.push(line);
    console.log(
      `${line.reader}: ${line.cases} cases, ${line.seconds.toFixed(0)} s, ${(line.cases / line.seconds).toFixed(0)}/s, ${line.crashes} crashes, ${line.hangs} hangs, heap ${line.heap} MiB, peak ${line.peak.toFixed(0)} MiB`,
    );
  }
  if (lines.some(({ crashes, hangs }) => crashes + hangs > 0)) process.exitCode = 1;
  return undefined;
}

await main();
