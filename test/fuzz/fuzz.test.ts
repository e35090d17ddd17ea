import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { caseFile, play } from './harness.ts';
import { READERS, strike } from './readers.ts';

// A few hundred cases a reader; `npm run soak` plays a million, or half an hour (run.ts). CASES, READER and SEED as there.
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const { CASES, READER } = process.env;

afterAll(strike);

test.each(READERS.filter(({ name }) => READER === undefined || READER.split(',').includes(name)))(
  `whatever is read ends with a result or a refusal that is told (SEED=${SEED}): $name`,
  async (reader) => {
    const cases = Number(CASES ?? reader.quick);
    const { failure } = await play(reader, { seed: SEED, cases });
    if (failure === undefined) return;
    const path = join(tmpdir(), `fuzz-${reader.name}-${failure.seed}.json`);
    writeFileSync(path, caseFile(reader.name, failure));
    expect.fail(`${failure.error}\nREPLAY=${path} node test/fuzz/run.ts`);
  },
  300_000,
);
