import { afterAll, beforeAll, expect, test } from 'vitest';
import { Sequences } from '../support/model/sequence.ts';

/** `SEQUENCES=10000 LENGTH=50 SEED=1` plays those of the seeds 1 to 10.000; each seed by itself is one sequence. `SECONDS` ends it sooner. */
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 40);
const LENGTH = Number(process.env['LENGTH'] ?? 25);
/** How many disagreements end a run. */
const MOST = Number(process.env['MOST'] ?? 1);
const SECONDS = Number(process.env['SECONDS'] ?? 100_000);
const SEED = Number(process.env['SEED'] ?? 1);

const sequences = new Sequences();
beforeAll(() => sequences.begin());
afterAll(() => sequences.end());

test(
  `${SEQUENCES} sequences of ${LENGTH} commands answer as a plain ledger says (SEED=${SEED})`,
  async () => {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const found: string[] = [];
    let played = 0;
    for (let seed = SEED; seed < SEED + SEQUENCES && found.length < MOST; seed++) {
      if (performance.now() - began > SECONDS * 1000) break;
      played += 1;
      const wrong = await sequences.play(seed, LENGTH);
      if (wrong === undefined) continue;
      found.push(`SEED=${wrong.seed} SEQUENCES=1 LENGTH=${LENGTH}\n${wrong.story}`);
      // A long run tells at once.
      process.stderr.write(`${found.at(-1)}\n`);
    }
    const { commands, refused, codes, verbs } = sequences.tally;
    const used = process.cpuUsage(cpu);
    const each = [performance.now() - began, (used.user + used.system) / 1000].map((ms) =>
      (ms / commands).toFixed(1),
    );
    process.stderr.write(
      `seed ${SEED}: ${played} sequences, ${commands} commands, ${refused} refused by ${codes.size} rules, ${each[0]} ms each, ${each[1]} of them CPU\n`,
    );
    if (process.env['TALLY'] !== undefined) console.info(verbs, codes);
    expect(found.join('\n\n')).toBe('');
    expect(codes.size).toBeGreaterThan(Math.min(12, SEQUENCES));
  },
  120_000 + SEQUENCES * LENGTH * 40,
);
