import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { judge } from './judge.ts';
import { runProgram, type Blow } from './kill.ts';
import { canMount, FullDisk, limitOf, saidOfDisk } from './limits.ts';
import { addTo, tableOf, type Tally } from './tally.ts';
import { targetsIn, type Target } from './targets.ts';

// The built program is disturbed at seeded random moments of every command that writes: KILLS times it is killed, at
// LIMITS points it may write no more. `npm run soak` does it a thousand and a hundred times. AT=N plays the N-th of a SEED
// again and alone, and leaves its folder.
const KILLS = Number(process.env['KILLS'] ?? 20);
const LIMITS = Number(process.env['LIMITS'] ?? 3);
const SEED = Number(process.env['SEED'] ?? 20_241_130);
const AT = process.env['AT'] === undefined ? undefined : Number(process.env['AT']);
/** Which commands. */
const ONLY = new RegExp(process.env['ONLY'] ?? '');
/** A long run looks at reports too, and at the next run of each command; a short one at every other. */
const DEEP = KILLS > 100 || LIMITS > 20 || AT !== undefined;
/** Exact system calls where strace is there, and more kills are asked for than a test run has. */
const TRACED = (KILLS > 100 || process.env['TRACED'] === '1') && spawnSync('strace', ['-V']).status === 0;

const root = mkdtempSync(join(tmpdir(), 'phucloi-crash-'));
let targets: readonly Target[] = [];

beforeAll(async () => {
  const all = await targetsIn(root, { deep: DEEP, traced: TRACED });
  targets = all.filter(({ step }) => ONLY.test(step.line));
}, 400_000);

afterAll(() => {
  if (AT === undefined) rmSync(root, { recursive: true, force: true });
  else process.stderr.write(`left: ${root}\n`);
});

/** Disturbs the targets in turn, two at a time, and gives what was wrong and what is to be counted. */
async function disturb(
  count: number,
  each: (turn: number, target: Target, random: () => number, faults: string[], tally: Tally) => Promise<void>,
): Promise<{ faults: string[]; table: string }> {
  const tallies = new Map<string, Tally>();
  const faults: string[] = [];
  const turns = Array.from({ length: count }, (_, turn) => turn);
  const waiting = turns.filter((turn) => AT === undefined || turn === AT).values();
  // Every target in turn; spread over the story where there are fewer turns.
  const step = Math.max(1, targets.length / count);
  const worker = async () => {
    for (const turn of waiting) {
      const target = targets[Math.floor(turn * step) % targets.length];
      if (target === undefined) throw new Error('no story');
      const tally = addTo(tallies, target.step.line);
      const wrong: string[] = [];
      await each(turn, target, chance(SEED + turn * 7919), wrong, tally);
      faults.push(...wrong.map((fault) => `SEED=${SEED} AT=${turn} ${target.step.line}: ${fault}`));
    }
  };
  await Promise.all([worker(), worker()]);
  return { faults, table: `SEED=${SEED} of ${count}\n${tableOf(tallies)}` };
}

test(
  `killed at any moment, a command is done or not begun (SEED=${SEED} KILLS=${KILLS})`,
  async () => {
    const { faults, table } = await disturb(KILLS, async (turn, target, random, wrong, tally) => {
      const blow = blowOf(target, random);
      const folder = join(root, `kill-${turn}`);
      cpSync(target.from, folder, { recursive: true });
      const ended = await runProgram(folder, target.step.line, { blow });
      const verdict = await judge(folder, target.step, target, ended, DEEP || turn % 2 === 0);
      if (AT === undefined) rmSync(folder, { recursive: true, force: true });
      tally.count(verdict, ended);
      wrong.push(...verdict.faults.map((fault) => `${JSON.stringify(blow)}: ${fault}`));
    });
    process.stderr.write(`${table}${TRACED ? '' : 'without exact system calls\n'}`);
    expect(faults).toEqual([]);
  },
  60_000 + KILLS * 5000,
);

/** A moment of a clean run: by the clock, at one of its calls, within one, or at a call of the system. */
function blowOf({ calls, system, ms }: Target, random: () => number): Blow {
  const kind = Math.floor(random() * (system.length > 0 ? 4 : 3));
  if (kind === 0 || calls.length === 0) return { kind: 'timer', ms: random() * ms * 1.05 };
  if (kind === 3) {
    const at = Math.floor(random() * system.length);
    const call = system[at] ?? '';
    return { kind: 'system', call, nth: system.slice(0, at + 1).filter((each) => each === call).length };
  }
  if (kind === 1) {
    const when = (['before', 'half', 'after'] as const)[Math.floor(random() * 3)] ?? 'before';
    return { kind: 'call', at: Math.floor(random() * calls.length), when };
  }
  // Where the book is written; else any call.
  const long = calls.flatMap(({ name }, at) => (name === 'commit' || name === 'vacuum' ? [at] : []));
  const among = long.length > 0 ? long : [...calls.keys()];
  const at = among[Math.floor(random() * among.length)] ?? 0;
  return { kind: 'within', at, micros: random() * (calls[at]?.ms ?? 1) * 1100 };
}

test(
  `where no file may grow further, nothing is half done (SEED=${SEED} LIMITS=${LIMITS})`,
  async () => {
    const { faults, table } = await disturb(LIMITS, async (turn, target, random, wrong, tally) => {
      const folder = join(root, `limit-${turn}`);
      cpSync(target.from, folder, { recursive: true });
      const kilobytes = limitOf(folder, random);
      const shell = ['bash', '-c', `ulimit -f ${kilobytes}; exec "$@"`, 'limited'];
      const ended = await runProgram(folder, target.step.line, { shell });
      const verdict = await judge(folder, target.step, target, ended, DEEP || turn % 2 === 0);
      if (AT === undefined) rmSync(folder, { recursive: true, force: true });
      tally.count(verdict, ended);
      wrong.push(
        ...[...saidOfDisk(ended, verdict), ...verdict.faults].map(
          (fault) => `ulimit -f ${kilobytes}: ${fault}`,
        ),
      );
    });
    process.stderr.write(`ulimit -f ${table}`);
    expect(faults).toEqual([]);
  },
  60_000 + LIMITS * 5000,
);

test.skipIf(!canMount)(
  `on a disk that is full, nothing is half done (SEED=${SEED} LIMITS=${LIMITS})`,
  async () => {
    const codes = new Set<string>();
    const { faults, table } = await disturb(LIMITS, async (turn, target, random, wrong, tally) => {
      const disk = new FullDisk(join(root, `disk-${turn}`));
      try {
        cpSync(target.from, disk.folder, { recursive: true });
        const left = disk.fill(Math.floor(random() ** 3 * 500));
        const ended = await runProgram(disk.folder, target.step.line);
        disk.empty();
        const verdict = await judge(disk.folder, target.step, target, ended, true);
        tally.count(verdict, ended);
        const code = /"code":"([^"]+)"/.exec(ended.stdout)?.[1];
        if (ended.exit !== 0) codes.add(`${code} ${ended.exit}`);
        const said = [...saidOfDisk(ended, verdict, 'full'), ...verdict.faults];
        wrong.push(...said.map((fault) => `${left} KB left: ${fault}`));
      } finally {
        disk.remove();
      }
    });
    process.stderr.write(`a full disk ${table}${[...codes].toSorted().join(', ')}\n`);
    expect(faults).toEqual([]);
  },
  60_000 + LIMITS * 5000,
);
