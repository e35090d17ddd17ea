import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findCommand } from '../../src/cli/run.ts';
import { wordsOf } from '../support/words.ts';

/** One command of the story, to be killed at any moment. */
export interface Step {
  readonly line: string;
  /** What it reads, put there before it runs. */
  readonly files?: Readonly<Record<string, string>>;
  /** A book of an earlier schema that it reads, by its name there and packed in test/migration. */
  readonly older?: Readonly<Record<string, string>>;
  /** A file that a killed run left and that the next one asks to be taken away. */
  readonly byHand?: string;
  /** Refusals that say it was done already, where a run was killed after it had written the book. */
  readonly done?: readonly string[];
  /** Files that stay beside those of a clean run: whole, and no lie. */
  readonly mayLeave?: RegExp;
  /** What a run that was killed right after it wrote the book lacks, and another command makes again. */
  readonly lacks?: string;
  /** Only looked at for its effect: what comes after needs it, and another step is the same command. */
  readonly quiet?: true;
}

const MEMBERS = [
  'Mã;Họ và tên;Đơn vị;Ngày sinh;Số CCCD',
  ...Array.from(
    { length: 60 },
    (_, at) =>
      `DV${String(at + 1).padStart(3, '0')};Lê Thị Hạnh ${['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà'][at % 6]} ${at + 1};${at % 2 === 0 ? 'BVA' : 'TTB'};0${(at % 9) + 1}/05/1985;0${String(38185000001 + at * 7)}`,
  ),
].join('\n');

const GIFTS = [
  'Ngày,Tên,Số tiền',
  ...Array.from(
    { length: 80 },
    (_, at) =>
      `${String((at % 20) + 1).padStart(2, '0')}/01/2024,Mạnh thường quân ${at + 1},${(at % 7) + 1}00.000`,
  ),
  '24/1/202024,Chị Lan,200.000',
].join('\n');

const RECIPIENTS =
  'Mã,Họ và tên,Đối tượng\nM1,Nguyễn Thị Ánh,HCKK\nM2,Trần Văn Bình,HCKK\nM3,Lê Thị Đào,ĐBKK\n';

const STATEMENT = [
  'Số tài khoản: 0711000123456 - Từ ngày 01/02/2024 đến ngày 29/02/2024',
  'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Số dư;Nội dung',
  'Số dư đầu kỳ;;;;61.000.000;',
  ...Array.from(
    { length: 25 },
    (_, at) =>
      `${String(at + 1).padStart(2, '0')}/02/2024;FT240${32 + at};;100.000;${61_000_000 + (at + 1) * 100_000};LE THI HANH ${at + 1} ung ho mai am`,
  ),
].join('\n');

/** A close that was killed leaves a true backup of the book as it was; the next close takes the next number. */
const KILLED_CLOSE = /^(phucloi-2024-01(-\d)?\.backup\.db(\.sha256)?|bien-ban-khoa-so-2024-01(-\d)?\.xlsx)$/;

/**
 * What a treasurer does from an empty folder on: every kind of command that writes the book or a file. Each step begins
 * where the one before it ended, so that each has a book to be killed at.
 */
const WHOLE_STORY: readonly Step[] = [
  {
    line:
      'init --name "Công đoàn ngành Y tế tỉnh Nam Sơn" --above "LĐLĐ tỉnh Nam Sơn" --town "Nam Sơn" --from 2024-01' +
      ' --officer "chair=Nguyễn Văn An" "accountant=Phạm Thị Cúc" "cashier=Trần Thị Hòa"' +
      ' --opening TET:cash=5.000.000 TET:bank=3.000.000 TCCD:cash=9.000.000 TINH:cash=2.000.000 MAIAM:bank=100.000.000',
    done: ['book.exists'],
  },
  {
    line: 'unit import don-vi.csv',
    files: { 'don-vi.csv': 'Mã,Tên\nBVA,CĐCS Bệnh viện A\nTTB,CĐCS Trung tâm B\n' },
  },
  ...['M1;Nguyễn Thị Ánh;BVA', 'M2;Trần Văn Bình;BVA', 'M3;Lê Thị Đào;TTB'].map((each): Step => {
    const [code, name, unit] = each.split(';');
    return { line: `member add --code ${code} --name "${name}" --unit ${unit}`, quiet: true };
  }),
  { line: 'member import doan-vien.csv', files: { 'doan-vien.csv': MEMBERS } },
  { line: 'member set M1 --account 0011002233445 --bank Vietcombank' },
  { line: 'member set M2 --account 8100205 --bank Agribank', quiet: true },
  { line: 'member set M3 --account 19033 --bank Techcombank', quiet: true },
  {
    line: 'contribution import ung-ho.csv --fund XHTT --accept-good --rejects can-sua.xlsx --save-as mau.json --received-on 20/01/2024 --from-person "Trần Thị Hòa"',
    files: { 'ung-ho.csv': GIFTS },
    done: ['input.rows', 'input.repeated', 'file.exists'],
  },
  {
    line: 'contribution add --fund TET --to cash --amount 300.000 --on 05/01/2024 --donor "Công ty Ánh Dương"',
  },
  { line: 'expense add --fund XHTT --from cash --amount 22.000 --on 22/01/2024 --note "Mua sổ ghi chép"' },
  {
    line: 'transfer --from TCCD --to TET --place cash --amount 1.000.000 --on 10/01/2024 --document 03/NQ-BCH',
  },
  {
    line: 'programme add tet --kind gift --name "Tết Giáp Thìn 2024" --on 10/02/2024 --level HCKK=500.000 ĐBKK=1.000.000',
    quiet: true,
  },
  { line: 'gift import tet.csv --round tet --payer TET', files: { 'tet.csv': RECIPIENTS } },
  {
    line: 'gift approve --round tet --decision 12/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An"',
    done: ['award.none'],
  },
  {
    line: 'gift pay --round tet --from TET:bank --on 18/01/2024 --export-bank ck.csv',
    done: ['award.none', 'file.exists'],
    lacks: 'ck.csv',
  },
  { line: 'gift sign --round tet --all', done: ['award.none'] },
  {
    line: 'hardship open --member M1 --category TNLĐ --amount 2.000.000 --payer TCCD --on 10/01/2024 --reason "Ngã giàn giáo"',
  },
  {
    line: 'hardship approve --round hardship-2024 --decision 13/QĐ-CĐYT --on 16/01/2024 --by "Nguyễn Văn An"',
    quiet: true,
  },
  { line: 'hardship pay --round hardship-2024 --from TCCD:cash --on 17/01/2024', done: ['award.none'] },
  { line: 'hardship sign --round hardship-2024 --all', quiet: true },
  { line: 'programme add ma-2024 --kind home --name "Mái ấm Công đoàn 2024" --on 12/01/2024', quiet: true },
  {
    line: 'home open --round ma-2024 --member M3 --amount 40.000.000 --payer MAIAM --on 12/01/2024',
    quiet: true,
  },
  { line: 'home paper đơn --round ma-2024 --on 10/01/2024 --no 01/ĐĐN', quiet: true },
  { line: 'home paper "xác nhận xã" --round ma-2024 --on 11/01/2024 --no 15/XN-UBND', quiet: true },
  {
    line: 'home approve --round ma-2024 --decision 14/QĐ-CĐYT --on 18/01/2024 --by "Nguyễn Văn An"',
    quiet: true,
  },
  { line: 'home pay --round ma-2024 --from MAIAM:bank --on 19/01/2024', done: ['award.none'] },
  { line: 'home sign --round ma-2024 --all', quiet: true },
  {
    line: 'home milestone "khởi công" --case ma-2024/0001 --on 20/01/2024 --minutes 01/BB-KC --photo truoc.jpg',
    files: { 'truoc.jpg': 'ảnh trước khi sửa' },
    done: ['milestone.twice'],
  },
  {
    line: 'attach quyet-dinh.pdf --decision 12/QĐ-CĐYT',
    files: { 'quyet-dinh.pdf': '%PDF-1.4 quyết định 12' },
  },
  { line: 'contribution add --fund TET --to cash --amount 500.000 --on 21/01/2024', quiet: true },
  { line: 'entry reverse 90 --reason "Ghi nhầm quỹ"', done: ['entry.reversed'] },
  {
    line: 'contribution import nham.csv --fund XHTT',
    files: { 'nham.csv': 'Ngày,Tên,Số tiền\n22/01/2024,Anh Sơn,700.000\n23/01/2024,Chị Thu,800.000\n' },
    quiet: true,
  },
  { line: 'operation undo 34 --reason "Nhập nhầm quỹ"', done: ['operation.undone'] },
  { line: 'config set actor "Trần Thị Hòa"' },
  { line: 'cash count --on 31/01/2024 --total 45.678.000 --by "Trần Thị Hòa"' },
  { line: 'report month-end --period 2024-01 --only xlsx -o thang-01' },
  { line: 'report disbursements --round tet -o tet.pdf' },
  { line: 'close 2024-01', done: ['period.closed', 'period.order'], mayLeave: KILLED_CLOSE },
  { line: 'report month-end --period 2024-01 --only xlsx -o thang-01' },
  {
    line: 'reopen 2024-01 --reason "Sót phí chuyển khoản" --by "Nguyễn Văn An"',
    done: ['period.last', 'period.open'],
  },
  { line: 'close 2024-01', done: ['period.closed', 'period.order'], mayLeave: KILLED_CLOSE },
  {
    line: 'handover --role cashier --to "Vũ Thị Mai" --on 01/02/2024 -o ban-giao.xlsx',
    done: ['officer.same', 'officer.day'],
  },
  { line: 'statement import sao-ke.csv --account bank', files: { 'sao-ke.csv': STATEMENT } },
  { line: 'statement match --auto', quiet: true },
  {
    line: 'unit merge TTB --into BVA --on 01/07/2024 --document 45/QĐ-LĐLĐ',
    done: ['register.ended'],
  },
  { line: 'member leave M2 --on 01/03/2024', quiet: true },
  { line: 'member erase M2 --yes', done: ['missing', 'member.state'] },
  {
    line: 'export --format json --private -o toan-bo.json --purpose "Bàn giao thủ quỹ"',
    done: ['file.exists'],
  },
  { line: 'import-book toan-bo.json --book so-moi.db', done: ['book.exists'] },
  { line: 'backup' },
  { line: 'init --code BVA --name "CĐCS Bệnh viện A" --from 2024-01 --book so-bva.db', quiet: true },
  { line: 'collect so-bva.db' },
  {
    line: 'contribution add --fund TCCD --amount 500.000 --on 05/01/2024 --book so-bva.db',
    quiet: true,
  },
  { line: 'collect so-bva.db' },
  {
    line: 'migrate --book cu.db --yes',
    older: { 'cu.db': 'schema-4.db.gz' },
    mayLeave: /^cu-.*\.backup\.db/,
  },
  {
    line: 'private encrypt --passphrase-file mat-khau.txt --recovery-file ma-khoi-phuc.txt --yes',
    files: { 'mat-khau.txt': 'hoa phượng nở đỏ sân trường tháng năm\n' },
    done: ['private.state', 'file.exists'],
    byHand: 'ma-khoi-phuc.txt',
  },
  { line: 'restore phucloi-2024-01.backup.db --yes', mayLeave: /^phucloi-.*\.db/ },
];

/** What this program knows of it. */
export const STORY = WHOLE_STORY.filter(({ line }) => findCommand(wordsOf(line)) !== undefined);

/** Said with every line: nobody is asked, the day stands, the actor is one. */
export const ALWAYS = ['--today', '30/11/2024', '--no-input', '--json'];

/** What a step reads is there. */
export function prepare(folder: string, step: Step): void {
  for (const [name, text] of Object.entries(step.files ?? {}))
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  for (const [name, packed] of Object.entries(step.older ?? {}))
    writeFileSync(
      join(folder, name),
      gunzipSync(readFileSync(join(import.meta.dirname, '../migration', packed))),
      { mode: 0o600 },
    );
}
