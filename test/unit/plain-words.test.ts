import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedBy } from '../../src/cli/commander.ts';
import { findCommand } from '../../src/cli/run.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { plainly } from '../../src/cli/plain-words.ts';
import { commandLine, everyCommand } from '../support/command-line.ts';

const LINES = 1000;

test('words that are read plainly are what commander makes of them', async () => {
  const commands = await everyCommand();
  const read = { plainly: 0, not: 0 };
  await fc.assert(
    fc.asyncProperty(commandLine(commands), async (line) => {
      const found = findCommand(line);
      if (found === undefined) return;
      const command = (await found.entry.load()).commandFor(found.entry.name.split(' ')[0] ?? '');
      const options = { ...GLOBALS, ...command.options };
      const plain = plainly(command, options, found.rest);
      read[plain === undefined ? 'not' : 'plainly'] += 1;
      if (plain === undefined) return;
      const { args, typed } = typedBy(command, options, found.rest);
      expect(plain).toEqual({ args, typed });
    }),
    { numRuns: LINES },
  );
  // Both had their turn.
  expect(Math.min(read.plainly, read.not)).toBeGreaterThan(LINES / 20);
});
