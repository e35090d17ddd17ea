import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

// The built program as a process of its own, between pipes.
const program = join(import.meta.dirname, '../../bin/phucloi.js');
const stage = new Stage();
const ROWS = [
  ['Ngày', 'Tên', 'Số tiền'],
  ['05/01/2024', 'Mạnh thường quân', '2.000.000'],
  ['06/01/2024', 'Công ty Ánh Dương', '3.500.000'],
];

beforeAll(async () => {
  await stage.data('init --name CĐCS --from 2024-01 --no-input --opening TET:cash=1000000');
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('ung ho').addRows(ROWS);
  stage.write('ung-ho.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
});

afterAll(() => {
  stage.strike();
});

/** What a shell says of a line in which `$p` is the program. */
function shell(line: string, env: Readonly<Record<string, string>> = {}) {
  const p = `"${process.execPath}" "${program}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', line.replaceAll('$p', p)], {
    cwd: stage.folder,
    env: { ...process.env, HOME: stage.folder, XDG_CONFIG_HOME: '', ...env },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

/** A command line at a terminal of `stdin` and `stdout`. */
function atTerminal(...line: string[]) {
  const script = join(import.meta.dirname, '../support/as-terminal.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, ...line], {
    cwd: stage.folder,
    encoding: 'utf8',
  });
  return { status, stderr };
}

test('a workbook through a pipe is told by its bytes, and is the list that the file is', () => {
  const line = '$p contribution import - --fund XHTT --ndjson';
  const taken = shell(`cat ung-ho.xlsx | ${line}`);
  expect(JSON.parse(taken.stdout)).toMatchObject({ ok: true, data: { accepted: 2, total: 5_500_000 } });
  const again = shell('$p contribution import ung-ho.xlsx --fund XHTT --json');
  expect(JSON.parse(again.stdout)).toMatchObject({ data: { accepted: 0, duplicates: 2 } });
});

test('an encoding is told in a stream as in a file, or said', async () => {
  const rows = ROWS.map((row) => row.join(',')).join('\n');
  const utf16 = Buffer.from(`\ufeff${rows}`, 'utf16le');
  const played = await stage.run(['contribution', 'import', '-', '--fund', 'TCCD', '-n', '--json'], utf16);
  expect(JSON.parse(played.stdout)).toMatchObject({
    data: { accepted: 2, reading: { source: { text: { encoding: 'utf-16le' } } } },
  });
});

test('a whole book goes from one command to the next', () => {
  const made = shell(
    '$p export --format json -o - | $p import-book - --book chep.db && $p verify --book chep.db',
  );
  expect([made.status, made.stderr]).toEqual([0, '']);
});

test('a folder or nothing in place of standard input is an empty list', () => {
  for (const line of ['$p unit import - < .', '$p unit import - <&-'])
    expect([line, shell(line)]).toEqual([line, expect.objectContaining({ status: 4, stdout: '' })]);
});

test('a list that never ends is refused before it fills the memory', async () => {
  const piece = Buffer.alloc(64 * 1024 * 1024, 'a');
  let pieces = 0;
  const endless = function* () {
    for (;;) {
      pieces += 1;
      yield piece;
    }
  };
  const flooded = new Stage({ stdin: () => Readable.from(endless()) });
  const { exit, stdout } = await flooded.run(['unit', 'import', '-', '--json']);
  flooded.strike();
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'input.size' } });
  expect([exit, pieces < 20]).toEqual([4, true]);
});

test('a list from a terminal, and a file onto one, are refused (usage.terminal)', () => {
  const asked = atTerminal('unit', 'import', '-');
  expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining('< hoặc |')]);
  const shown = atTerminal('fund', 'list', '-o', '-', '--format', 'xlsx', '--lang', 'en');
  expect([shown.status, shown.stderr]).toEqual([2, expect.stringContaining('not printed on a terminal')]);
});

test('what goes to standard output is the file, byte for byte, and nothing is said beside it', () => {
  for (const line of ['ledger journal --period 2024-01', 'report contributions --period 2024-01'])
    for (const form of ['xlsx', 'pdf', 'html']) {
      const { stdout, stderr } = shell(
        `$p ${line} -o a.${form} >&2 && $p ${line} -o - --format ${form} | cmp - a.${form} && echo same`,
      );
      expect([line, form, stdout]).toEqual([line, form, 'same\n']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
});

test('CSV has line ends for spreadsheets in a file, for pipes in a pipe', () => {
  shell('$p fund list -o quy.csv');
  const file = stage.read('quy.csv').toString();
  const piped = shell('$p fund list -o - --format csv').stdout;
  expect([file.startsWith('\ufeff'), file.includes('\r\n'), piped.includes('\r')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(file.slice(1).replaceAll('\r\n', '\n')).toBe(piped);
});

test('whoever closes the pipe early has read enough, and a pipeline did not fail', () => {
  const lines = [
    '$p setting list --ndjson | true',
    '$p ledger journal --format csv | head -c 1 > /dev/null',
    '$p report contributions --period 2024-01 -o - --format pdf | head -c 1 > /dev/null',
  ];
  for (const line of lines)
    expect([line, shell(`set -o pipefail; ${line}`)]).toEqual([line, { stdout: '', stderr: '', status: 0 }]);
});

test('styles follow the flag, the setting, the customs of the environment, in this order', () => {
  const bold = (line: string, env: Readonly<Record<string, string>>) => {
    const { stdout } = shell(line, { NO_COLOR: '', TERM: 'xterm', ...env });
    // What is bold says nothing that the words do not.
    expect(stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain);
    return stdout !== plain;
  };
  const plain = shell('$p fund list').stdout;
  const cases: readonly [line: string, env: Readonly<Record<string, string>>, styled: boolean][] = [
    ['$p fund list', {}, false],
    ['$p fund list --color always', { NO_COLOR: '1', TERM: 'dumb' }, true],
    ['$p fund list', { PHUCLOI_COLOR: 'always', NO_COLOR: '1' }, true],
    ['$p fund list', { FORCE_COLOR: '1' }, true],
    ['$p fund list', { FORCE_COLOR: '0', PHUCLOI_COLOR: 'auto' }, false],
    ['$p fund list --color never', { FORCE_COLOR: '1' }, false],
    ['$p fund list --no-color', { PHUCLOI_COLOR: 'always' }, false],
    ['$p fund list --color auto', { PHUCLOI_COLOR: 'always' }, false],
  ];
  for (const [line, env, styled] of cases) expect([line, env, bold(line, env)]).toEqual([line, env, styled]);
});
