import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BusyProofs } from '../support/busy.ts';
import { replay, testTranscripts } from '../support/transcript.ts';

const busy = new BusyProofs();

testTranscripts(import.meta.dirname, busy);

test('every command that writes leaves nothing where the book is busy (6), and can be run again', async () => {
  // What no transcript of this folder writes.
  for (const name of ['failure/period.locked.txt', 'check/r05.txt']) {
    const text = readFileSync(join(import.meta.dirname, '..', name), 'utf8');
    expect(await replay(text, busy)).toBe(text);
  }
  expect(await busy.missing()).toEqual([]);
}, 60_000);
