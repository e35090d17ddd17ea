import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileBook } from '../support/hostile.ts';
import { Stage, wordsOf } from '../support/play.ts';
import { printing } from '../support/printing.ts';

// A person's numbers in every text of a book: no command says them, whichever way they were written, unless it is asked
// to by --reveal. A command that is new is asked too.
const NUMBERS = [
  'LH 0912 34 56 78',
  '+84 912 345 678',
  'CCCD 079 123 456789',
  'gọi 0912.345.678 nhé',
  'STK 1012 3456 789',
];
/** What people write of money and of others; a name in a register, a paper's number and a setting are shown as they are. */
const WORDS = new Set([
  '--note',
  '--donor',
  '--party',
  '--reason',
  '--payee',
  '--payee-bank',
  '--payee-account',
  '--relation',
  '--comment',
  '--phone',
  '--bank',
  '--account',
]);
const SHOWN = /912\D{0,3}34\D{0,3}5|123\D{0,3}456789|1012\D{0,3}3456/;

const stage = new Stage();
const [refused, answered]: [string[], string[]] = [[], []];

beforeAll(async () => {
  await hostileBook(
    stage,
    (line, said) => refused.push(`${line}: ${said}`),
    (option) => (WORDS.has(option) ? NUMBERS : ['Lan']),
    (line, said) => {
      if (SHOWN.test(said)) answered.push(`${line}: ${said}`);
    },
  );
}, 120_000);
afterAll(() => {
  stage.strike();
});

test('the answer to what was typed says no number whole', () => {
  expect(refused).toEqual([]);
  expect(answered).toEqual([]);
});

test('no list, paper or answer says a number whole', async () => {
  const faults: string[] = [];
  for (const { line, lists } of await printing()) {
    const words = wordsOf(line);
    for (const also of lists ? [[], ['--json']] : [['-o', 'ra.html']]) {
      const { stdout, stderr } = await stage.run([...words, ...also]);
      const said =
        stdout + stderr + (lists || line.includes('--dry-run') ? '' : stage.read('ra.html').toString());
      const at = SHOWN.exec(said)?.index;
      if (at !== undefined)
        faults.push(`${line} ${also.join(' ')}: ${said.slice(Math.max(0, at - 60), at + 30)}`);
    }
  }
  expect(faults).toEqual([]);
}, 300_000);
