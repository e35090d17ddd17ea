import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { Stage } from '../support/play.ts';
import { wordsOf } from '../support/words.ts';
import { SMALL_BOOK } from '../support/transcript.ts';
import { commandOf, wrongIn } from '../support/named-lines.ts';

// A person reads the answers: what is said on stderr is said to a terminal.
const stage = new Stage({ stderrIsTerminal: true });
afterAll(() => stage.strike());

const HEAD = 'Tiếp theo:\n';

/** What is said to come next, after each line that is run. */
async function after(line: string): Promise<string[]> {
  const { operations } = await stage.data<{ operations: { operation: number }[] }>('operation list');
  const last = Math.max(...operations.map(({ operation }) => operation));
  const backup = readdirSync(join(stage.folder, 'luu')).find((name) => name.endsWith('.backup.db')) ?? '';
  const told = line.replace('LAST', String(last)).replace('BACKUP', backup);
  const { exit, stderr } = await stage.run(wordsOf(told));
  if (exit > 1) throw new Error(`${line}: ${stderr}`);
  const at = stderr.indexOf(HEAD);
  return at < 0
    ? []
    : stderr
        .slice(at + HEAD.length)
        .trimEnd()
        .split('\n')
        .map((each) => each.trim());
}

/** A month in which every command that knows what comes next says so. */
const MONTH: readonly (readonly [line: string, ...next: string[]])[] = [
  ['unit import dv.csv', 'phucloi member import …'],
  [
    'member import dvien.csv',
    'phucloi contribution import … --fund …',
    'phucloi programme add … --kind gift --on …',
  ],
  [
    'appeal add baolu --fund XHTT --name "Ủng hộ vùng bão lũ" --goal 50.000.000 --from 02/01/2024',
    'phucloi contribution import … --fund … --appeal baolu',
  ],
  [
    'contribution import ung-ho.csv --fund XHTT --to bank --received-on 10/01/2024',
    'phucloi statement import … --account bank',
    'phucloi reconcile',
  ],
  ['statement import sao-ke.csv --account bank', 'phucloi statement match --account bank --auto'],
  ['statement match --account bank', 'phucloi statement queue --account bank'],
  ['statement match --account bank --auto', 'phucloi statement queue --account bank'],
  ['statement queue', 'phucloi statement post --line 1 --as …'],
  ['statement post --line 2 --as unidentified', 'phucloi statement queue --account bank'],
  [
    'statement queue',
    'phucloi statement post --line 1 --as …',
    'phucloi statement identify --entry 3 --fund … --on …',
  ],
  ['statement identify --line 2 --fund XHTT --on 20/01/2024', 'phucloi statement queue'],
  ['statement post --line 3 --as fee --fund MAIAM', 'phucloi statement queue --account bank'],
  [
    'gift import qua.csv --round tet --payer TET',
    'phucloi gift approve --round tet --decision … --on … --by …',
  ],
  [
    'gift approve --round tet --decision 12/QĐ-CĐYT --on 16/01/2024 --by "Nguyễn Văn An"',
    'phucloi gift sheet --round tet -o …',
    'phucloi gift pay --round tet --from … --on …',
  ],
  ['gift sheet --round tet -o ky-nhan.xlsx', 'phucloi gift pay --round … --from … --on …'],
  ['gift pay --round tet --from TET:cash --on 20/01/2024', 'phucloi gift sign --round tet --list …'],
  [
    'gift sign --round tet --all --except M1 --on 25/01/2024',
    'phucloi gift sign --round tet --list …',
    'phucloi programme progress tet',
  ],
  ['gift sign --round tet --all --on 26/01/2024', 'phucloi programme progress tet'],
  [
    'programme add tet-2025 --kind gift --name "Tết 2025" --on 29/01/2025 --level HCKK=500.000 --from-round tet',
    'phucloi gift import … --round tet-2025',
  ],
  [
    'programme add tham-2024 --kind visit --name "Thăm hỏi 2024" --on 02/01/2024 --level "ốm=300.000"',
    'phucloi visit add … --kind … --on … --from …',
  ],
  [
    'gift renew --round tet-2025 --from tet --payer TET',
    'phucloi gift approve --round tet-2025 --decision … --on … --by …',
  ],
  [
    'advance pay --fund TET --amount 100.000 --on 26/01/2024 --holder "Lê Văn Bình" --due 20/02/2024',
    'phucloi advance settle --advance PC-TET-2024-0002 --on … --spent … --returned …',
  ],
  [
    'loan give --from XHTT --to TCCD --amount 200.000 --on 26/01/2024 --due 30/06/2024 --document 06/NQ-BCH',
    'phucloi loan repay --loan PKT-XHTT-2024-0002 --amount 200000 --on …',
  ],
  [
    'visit add M2 --kind ốm --on 26/01/2024 --from TCCD:bank --amount 200.000 --decision 15/QĐ --unpaid',
    'phucloi visit pay --case visit-2024/0001 --from … --on …',
    'phucloi visit print visit-2024/0001 -o …',
  ],
  ['programme add ma --kind home --name "Mái ấm 2024" --on 02/01/2024', 'phucloi home import … --round ma'],
  [
    'home open --round ma --member M1 --amount 30.000.000 --payer MAIAM --on 05/01/2024',
    'phucloi home approve --case ma/0001 --decision … --on … --by …',
  ],
  ['home due --on 31/01/2024'],
  [
    'home approve --round ma --decision 21/QĐ-CĐYT --on 06/01/2024 --by "Nguyễn Văn An"',
    'phucloi home sheet --round ma -o …',
    'phucloi home pay --round ma --from … --on …',
  ],
  [
    'home milestone "khởi công" --case ma/0001 --on 08/01/2024 --minutes 01/BB-KC',
    'phucloi home show ma/0001',
  ],
  ['cash count --on 31/01/2024 --total 5.900.000', 'phucloi reconcile --period 2024-01'],
  ['operation undo LAST --reason "Đếm nhầm"', 'phucloi operation list'],
  ['cash count --on 31/01/2024 --total 5.900.000', 'phucloi reconcile --period 2024-01'],
  [
    'reconcile accept award.unpaid:ma --period 2024-01 --reason "thử" --by "Nguyễn Văn An"',
    'phucloi reconcile',
  ],
  ['reconcile --period 2024-01', 'phucloi close 2024-01'],
  ['reconcile --period 2024-01..2024-02'],
  ['close --check 2024-01', 'phucloi close 2024-01'],
  ['close 2024-01', 'phucloi report month-end --period 2024-01 -o …'],
  ['close --check 2024-02'],
  // Whoever left ten years ago is due to be erased.
  ['member leave M4 --on 30/11/2024'],
  ['report retention --as-of 01/12/2034', 'phucloi member erase M4'],
  ['private encrypt --passphrase-file mk.txt --recovery-file ma.txt'],
  ['private forget --yes', 'phucloi private encrypt'],
  ['backup --to luu'],
  ['restore luu/BACKUP --yes', 'phucloi verify', 'phucloi status'],
  ['opening import dau-ky.csv --book khac.db', 'phucloi balance'],
  [
    'book end --book khac.db --on 31/07/2024 --to "LĐLĐ tỉnh" --document 1/QĐ -o bb.pdf --out bg.json --yes',
    'phucloi verify',
    'phucloi backup',
  ],
  [
    'init --name "CĐCS Trường C" --from 2024-07 --book moi.db',
    'phucloi unit import …',
    'phucloi member import …',
    'phucloi contribution import … --fund …',
  ],
  ['collect moi.db --unit BVA', 'phucloi collection list', 'phucloi collection check --period …'],
  ['collection list --period 2024-07', 'phucloi collect …'],
  ['report consolidated --period 2024-07', 'phucloi collection check --period …'],
];

beforeAll(async () => {
  for (const line of SMALL_BOOK) await stage.data(line);
  await stage.data('init --name "CĐCS Trường B" --from 2024-07 --no-input --book khac.db');
  mkdirSync(join(stage.folder, 'luu'));
  stage.write('mk.txt', 'ao sen làng cũ mùa thu\n');
  stage.write('dv.csv', 'Mã,Tên đơn vị\nKN,CĐCS Trung tâm Kiểm nghiệm\n');
  stage.write('dvien.csv', 'Họ và tên,Đơn vị\nVũ Thị Mận,CĐCS Trung tâm Kiểm nghiệm\n');
  stage.write(
    'dau-ky.csv',
    'SỐ DƯ ĐẦU KỲ NGÀY 30/06/2024\nLoại,Quỹ,Nơi giữ,Số tiền\nTiền,TET,cash,5.000.000\nDư đầu năm,TET,,5.000.000\n',
  );
  stage.write('ung-ho.csv', 'Ngày,Họ tên,Số tiền\n09/01/2024,Đỗ Thị Mai,1.000.000\n');
  stage.write(
    'qua.csv',
    'Mã,Họ và tên,Đơn vị,Đối tượng\nM1,Nguyễn Thị Ánh,BVA,HCKK\nM3,Lê Thị Đào,TTB,HCKK\n',
  );
  stage.write(
    'sao-ke.csv',
    'Số tài khoản: 0711000123456 - Từ ngày 01/01/2024 đến ngày 31/01/2024\n' +
      'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Số dư;Nội dung\nSố dư đầu kỳ;;;;100.000.000;\n' +
      '10/01/2024;FT24010005;;1.000.000;101.000.000;Do Thi Mai ung ho\n' +
      '12/01/2024;FT24012006;;700.000;101.700.000;chuyen tien\n' +
      '15/01/2024;FT24015008;11.000;;101.689.000;Phi SMS Banking thang 01\nSố dư cuối kỳ;;;;101.689.000;\n',
  );
});

test('at a terminal a command says which commands come next, and these are there', async () => {
  for (const [line, ...next] of MONTH) {
    expect([line, ...(await after(line))]).toEqual([line, ...next]);
    for (const each of next) expect(await wrongIn(each.slice('phucloi '.length))).toEqual([]);
  }
});

test('the sample month leads to what is due in its book', async () => {
  const demo = await commandOf('demo');
  const folder = join(stage.folder, 'thu');
  const book = join(folder, 'phucloi.db');
  const lines = demo?.next?.({ folder, book, commands: 1, files: [] }) ?? [];
  expect(lines).toEqual([`phucloi status --book "${book}"`]);
  expect(await wrongIn(`status --book "${folder}"`)).toEqual([]);
});

/** Benefits have one command for all kinds of programme: one kind stands for the others. */
const oneOf = (name: string) =>
  name.replace(/^(gift|hardship|visit|home) (import|open|approve|sheet|due|pay|sign)$/, '… $2');

test('every command that knows what comes next was asked', async () => {
  const played = new Set([
    'demo',
    ...(await Promise.all(MONTH.map(async ([line]) => oneOf((await commandOf(line))?.name ?? '')))),
  ]);
  const left: string[] = [];
  for (const { name, load } of COMMANDS) {
    const { next } = (await load()).commandFor(name.split(' ')[0] ?? '');
    if (next !== undefined && !played.has(oneOf(name))) left.push(name);
  }
  expect(left).toEqual([]);
});

test.each(['--quiet', '--json', '--no-input', '--dry-run'])(
  'with %s nothing is said of it',
  async (option) => {
    const { stderr } = await stage.run([...wordsOf('statement queue --lang vi'), option]);
    expect(stderr).not.toContain(HEAD);
  },
);

test('nor where stderr is no terminal, nor on a guided path', async () => {
  for (const world of [{}, { stderrIsTerminal: true, guided: true }]) {
    const other = new Stage({ ...world, cwd: stage.folder });
    const { stderr } = await other.run(['statement', 'queue']);
    other.strike();
    expect(stderr).not.toContain(HEAD);
  }
});
