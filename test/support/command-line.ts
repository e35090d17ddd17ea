import fc, { type GeneratorValue } from 'fast-check';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { GLOBALS } from '../../src/cli/globals.ts';
import { kebab, SHORT, type Option } from '../../src/cli/options.ts';

/** A command with the names it answers to. */
interface Named {
  readonly command: Command;
  readonly names: readonly string[];
}

export async function everyCommand(): Promise<readonly Named[]> {
  return Promise.all(
    COMMANDS.map(async ({ name, alias, load }) => ({
      command: (await load()).commandFor(name.split(' ')[0] ?? ''),
      names: [name, alias],
    })),
  );
}

const DAYS =
  '2024-02-10 05/02/2024 20/03/2024 30/11/2024 | 20/01/2024 01/12/2024 31/12/2023 29/02/2024 31/02/2024 2024-13-01 1/3/24 01/01/1899 99/99/9999 0 hôm-nay';
const MONTHS =
  '2024-01 02/2024 2024-02 2024-03 | 2024-11 2024-12 2023-12 2024-13 2024-00 2024 2024-Q1 2024-H1 2024-01..2024-03 2024-03..2024-01';
const AMOUNTS =
  '500.000 1000000 300.000 20000 1 | 0 -5 1.5 1,500 500,000.00 9007199254740991 9007199254740993 99999999999999999999 1e9 ٣٤ １２３ 1tr abc 500.000đ';
const NUMBERS = '1 2 3 5 8 13 | 0 29 31 99 -1 007 1.5 999999999 9999999999 1,2 x';
const FILES =
  'ung-ho.csv sai.csv doan-vien.csv don-vi.csv qua.csv sao-ke.csv dau-ky.csv | rong.csv cat.xlsx hong.json anh.png khong-co.csv thu-muc thu-muc/ben-trong.txt phucloi.db . - /dev/null';
const OUTPUTS =
  'ra.xlsx ra.pdf ra.html ra.csv ra.json | ra.txt ra RA.XLSX thu-muc thu-muc/ra.xlsx moi/ra.xlsx ung-ho.csv/ra.xlsx phucloi.db phucloi.db-journal /dev/null /dev/full . .xlsx -';
const FUNDS = 'TET XHTT MAIAM TCCD | TINH CHO tet QUY9';
const PLACES = 'cash bank quay | két';
const ENTRIES = '2 3 4 5 7 9 12 14 | 1 99 0 -1';
const VOUCHERS =
  'PC-TET-2024-0001 BC-XHTT-2024-0001 BN-TCCD-2024-0001 BN-TCCD-2024-0002 NK-TCCD-2024-0001 | PC-TET-2024-9999';
const NAMES = 'Nguyễn-Thị-Ánh Trần D1 M1 | cá-nhân';

/** Values by the word that stands for them in help: those that fit, and behind the bar those that do so nearly or not. */
const POOLS: Readonly<Record<string, string>> = {
  DAY: DAYS,
  MONTH: MONTHS,
  PERIOD: MONTHS,
  'YYYY-MM': MONTHS,
  YEAR: '2024 | 2023 2025 24 0 x',
  YYYY: '2024 | 2023 2025 24 0 x',
  AMOUNT: AMOUNTS,
  VALUE: `HCKK M1 ${AMOUNTS}`,
  QUANTITY: NUMBERS,
  N: NUMBERS,
  NUMBER: NUMBERS,
  DAYS: NUMBERS,
  ROW: NUMBERS,
  PERCENT: '10 100 61.2 | 0 -3 101 x',
  FILE: FILES,
  FOLDER: 'ho-so moi/ho-so | thu-muc ung-ho.csv /dev/null . phucloi.db',
  THEIR: 'khong-co.xlsx cat.xlsx ung-ho.csv thu-muc phucloi.db',
  PATH: 'phucloi.db | khac.db thu-muc ung-ho.csv rong.csv khong-co/x.db /dev/null .',
  FUND: FUNDS,
  PLACE: PLACES,
  ROUND: 'tet kho-khan mai-am visit-2024 | tet-2099',
  UNIT: 'BVA TTB none | BVZ',
  CODE: 'M1 M2 M3 M4 D1 BVA TTB gao TET tet HCKK cash | M9 DM-1',
  CASE: 'tet/0001 tet/0002 tet/0003 kho-khan/0001 mai-am/0001 visit-2024/0001 | tet/9999 tet/ /',
  AWARD: 'tet/0001 tet/0003 kho-khan/0001 mai-am/0001 | tet/9999',
  CATEGORY: 'HCKK ĐBKK | bệnh ốm X',
  ENTRY: ENTRIES,
  OPERATION: '5 12 20 33 34 35 36 | 1 99 0 x',
  VOUCHER: VOUCHERS,
  LINE: '1 | 2 9',
  MATCH: '1 | 2 9',
  LOAN: VOUCHERS,
  LIST: 'D1 | D2 D9',
  DOCUMENT: 'D1 | D2 D9',
  APPEAL: 'bao-yagi | khong-co',
  DONOR: NAMES,
  NAME: NAMES,
  ITEM: 'gao | xe M1',
  ROLE: 'chair cashier accountant inspection preparer | vua',
  KIND: 'ốm hiếu ma-chay application commune letter khởi-công roof | cash bank gift fund appeal',
  RULE: 'R12 R09 | DM-1 DM-2 x',
  CLAUSE: 'DM-1 none x',
  BODY: 'BVA LĐLĐ-tỉnh x',
  FINDING: 'award.late:tet bank.unproved:bank advance.overdue:BN-TCCD-2024-0005 place.uncounted:cash | x:y',
  HEAD: '0000-0000-0000-0000 | deadbeef x',
  MEASURE: 'bao kg',
  ID: '079123456789 | 123',
  NO: '12/QĐ-CĐYT 079123456789 0901234567 | x',
  PURPOSE: 'gift hardship home | chi-phí',
  SHEET: 'Sheet1 Trang-tính-1',
  PAPER: 'month-end disbursements s82 x',
  ACCOUNT: '111 112 | 3382 999',
};

/** What fits nowhere, in lengths and letters that nobody expects; no system passes a NUL in an argument. */
const FOES: readonly string[] = [
  '',
  ' ',
  'x',
  '"',
  "'; drop table entry; --",
  '-',
  '--',
  '---',
  '--=',
  '-=x',
  '=',
  ':',
  '@',
  ';',
  '%s%n',
  '$(id)',
  '`id`',
  '\\',
  '..',
  'constructor',
  '__proto__',
  'toString',
  'Infinity',
  '\u001b[2J\u001b]0;t\u0007',
  '\u009b31m',
  '\u202eNguyễn\u2066 An',
  'Ngu\u200byễn\ufeff',
  '\ud800',
  '😀👩‍👩‍👧',
  'a\nb\r\nc\td',
  'e\u0301'.repeat(40),
  'Nguyễn Thị Ánh',
  'W'.repeat(5000),
  '9'.repeat(400),
  'ộ'.repeat(70_000),
];

const STRAY: readonly string[] = [
  ...FOES,
  '--khong-co',
  '--jsom',
  '-z',
  '-nqz',
  '--no-book',
  '--json=1',
  '--book',
  '--dry-run=false',
  '--today',
  '-o',
  'help',
  '--version',
  '--format=xml',
  '--lang=fr',
  'them',
];

/** Draws the words of one line: of a tame one nearly everything fits, so that its command gets far. */
class Line {
  readonly #g: GeneratorValue;
  readonly #tame: boolean;

  constructor(g: GeneratorValue) {
    this.#g = g;
    this.#tame = !this.seldom(3);
  }

  /** One in so many. */
  seldom(n: number): boolean {
    return this.#g(fc.nat, { max: n - 1 }) === n - 1;
  }

  from<T>(all: readonly T[]): T {
    return this.#g(fc.constantFrom<T[]>, ...all);
  }

  #pooled(pool: string): string {
    const [fits = '', others = ''] = pool.split(' | ');
    const wild = this.seldom(this.#tame ? 25 : 3);
    return this.from((wild && others !== '' ? others : fits).split(' '));
  }

  /** A value for what help calls by that name. */
  value(label: string): string {
    if (this.seldom(this.#tame ? 60 : 6)) return this.from(FOES);
    if (this.seldom(this.#tame ? 60 : 8)) return this.#pooled(this.from(Object.values(POOLS)));
    if (/^[a-z0-9-]+(\|[a-zA-Z0-9-]+)+$/.test(label)) return this.from(label.split('|'));
    const [wanted = ''] = label.split('|');
    if (/^FILE\.\w+$/.test(wanted)) return this.#pooled(OUTPUTS);
    return wanted.replace(/\[[^\]]*\]/, '').replaceAll(/YYYY-MM|[A-Z]+/g, (word) => {
      const pool = POOLS[word];
      return pool === undefined ? this.from(['x', 'Nguyễn Văn An', '12/QĐ']) : this.#pooled(pool);
    });
  }

  option(key: string, { takes, value = '' }: Option<unknown>): string[] {
    const short = SHORT[key];
    const flag = short !== undefined && this.seldom(3) ? short : `--${kebab(key)}`;
    if (takes === 'nothing' || (takes === 'optional' && this.seldom(2))) return [flag];
    const typed = Array.from({ length: takes === 'many' ? this.#g(fc.integer, { min: 1, max: 3 }) : 1 }, () =>
      this.value(value),
    );
    const joined = flag.startsWith('--') && typed.length === 1 && this.seldom(3);
    return joined ? [`${flag}=${typed[0]}`] : [flag, ...typed];
  }

  /** A command's own words for the most part, out of order, with others among them. */
  words(commands: readonly Named[]): string[] {
    const { command, names } = this.from(commands);
    const given = command.args.filter((name) => !this.seldom(name.endsWith('?') ? 2 : 40));
    const groups = given.map((name) => [this.value(name.replace('?', '').toUpperCase())]);
    for (const [key, option] of Object.entries(command.options)) {
      if (option.required ? this.seldom(40) : !this.seldom(this.#tame ? 6 : 4)) continue;
      groups.push(this.option(key, option));
      if (this.seldom(40)) groups.push(this.option(key, option));
    }
    if (this.seldom(2)) groups.push(['--json']);
    if (this.seldom(4)) groups.push([this.from(['-n', '--dry-run'])]);
    for (const [key, option] of Object.entries(GLOBALS)) {
      if (this.seldom(key === 'book' || key === 'help' ? 60 : 20)) groups.push(this.option(key, option));
    }
    const shuffled = this.#g(fc.shuffledSubarray<string[]>, groups, { minLength: groups.length });
    const words = [...this.from(names).split(' '), ...shuffled.flat()];
    if (this.seldom(this.#tame ? 15 : 3)) {
      const at = this.#g(fc.nat, { max: words.length });
      words.splice(at, this.seldom(2) ? 1 : 0, this.from(STRAY));
    }
    // The sample book takes ten seconds to play.
    return words.some((word) => /^(demo|chaythu)$/.test(word)) ? ['--dry-run', ...words] : words;
  }
}

export const commandLine = (commands: readonly Named[]): fc.Arbitrary<string[]> =>
  fc.gen().map((g) => new Line(g).words(commands));
