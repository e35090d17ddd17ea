import type { Day } from '../../src/domain/day.ts';
import { readContributions, type ContributionRow } from '../../src/intake/contribution.ts';
import { isNumber, textOf, type Cell, type GridRow } from '../../src/intake/cell.ts';
import { readFailed } from '../../src/intake/failed-transfer.ts';
import { DELIMITERS, ENCODINGS, type Delimiter } from '../../src/intake/names.ts';
import { openSheets, type OpenedList, type Opening } from '../../src/intake/open.ts';
import { NormalForm } from '../../src/intake/normal.ts';
import { readHistory, readOpening } from '../../src/intake/opening.ts';
import {
  readMembers,
  type MemberRow,
  readRecipients,
  readSignatures,
  readUnits,
} from '../../src/intake/people.ts';
import { readQuotas } from '../../src/intake/quota.ts';
import type { RowReader } from '../../src/intake/reader.ts';
import { readReported } from '../../src/intake/reported.ts';
import { readRules } from '../../src/intake/rules.ts';
import { StatementReader, type StatementLine } from '../../src/intake/statement.ts';
import { readTargets } from '../../src/intake/target.ts';
import { readSpan } from '../../src/intake/period.ts';
import type { Profile } from '../../src/intake/profile.ts';
import type { ListReading } from '../../src/intake/reader.ts';
import { LIST_KINDS, type ListKind } from './grids.ts';
import type { Case } from './harness.ts';
import { ended } from './told.ts';

const LIMITS = { first: '2024-01-01' as Day, today: '2024-11-30' as Day };

/** What reading a list came to, for comparison with reading it again. */
type Came = readonly unknown[];

/** Reads a list as one kind of import does, and holds what was read against its cells, read as a child would. */
const READ: Readonly<Record<ListKind, (list: OpenedList) => Promise<Came>>> = {
  gifts: (list) => gifts(list, undefined),
  giftsOfADay: (list) => gifts(list, '2024-03-05' as Day),
  statement,
  signedStatement: statement,
  members,
  units: async (list) => people(await readUnits(list)),
  recipients: async (list) => people(await readRecipients(list, ['XHTT', 'TET'])),
  signatures: async (list) => people(await readSignatures(list)),
  opening: async (list) => people(await readOpening(list)),
  history: async (list) => people(await readHistory(list)),
  rules: async (list) => people(await readRules(list)),
  quotas: async (list) => people(await readQuotas(list)),
  targets: async (list) => people(await readTargets(list)),
  reported: async (list) => people(await readReported(list)),
  failed: async (list) => people(await readFailed(list)),
};

/** Opens the bytes as a list, by any of the ways a command line may say it is to be read, and reads every sheet. */
export function readList({ how, bytes }: Case, usual?: ListKind, profile?: Profile): Promise<Came | string> {
  return ended(async () => {
    const [kind, opening] = [
      usual ?? LIST_KINDS[how % LIST_KINDS.length] ?? 'gifts',
      openingOf(how, profile),
    ];
    const came: unknown[] = [];
    for (const list of (await openSheets({ name: 'danh-sach', bytes }, opening)).slice(0, 4))
      came.push(await ended(() => READ[kind](list)));
    return came;
  });
}

/** Mostly nothing is said; now and then something, right or wrong. */
function openingOf(how: number, profile: Profile | undefined): Opening {
  const bits = how >>> 8;
  const says = (share: number) => (bits >>> share) % 8 === 0;
  const delimiters = Object.keys(DELIMITERS) as Delimiter[];
  return {
    encoding: says(0) ? ENCODINGS[bits % ENCODINGS.length] : undefined,
    delimiter: says(3) ? delimiters[bits % delimiters.length] : undefined,
    reading: {
      thousands: says(6) ? (bits % 2 === 0 ? 'dot' : 'comma') : undefined,
      period: says(9) ? readSpan('2024-03') : undefined,
      acceptGood: says(12),
      profile,
      returned: { faults: [], headingRow: 0, headings: [], swapped: [] },
    },
  };
}

async function gifts(list: OpenedList, oneDay: Day | undefined): Promise<Came> {
  const read = await readContributions(list, LIMITS, oneDay);
  const rows: ContributionRow[] = [];
  for await (const batch of read.rows()) rows.push(...batch);
  must(rows.length === read.amounts.length, 'the second reading has other rows than the first');
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  must(total === read.total, `the rows add up to ${total}, the list to ${read.total}`);
  const { reader } = read;
  const at = reader.table.columns.get('amount') ?? reader.table.columns.get('credit') ?? -1;
  await mustBeWritten(reader, at, rows, !reader.has('credit') && list.how.acceptGood !== true);
  return [total, rows.map(({ day, donor, amount, row }) => [row, day, donor, amount]), reader.reading()];
}

/** A roll is read twice: both readings must be of one list. */
async function members(list: OpenedList): Promise<Came> {
  const roll = await readMembers(list);
  const read = async () => {
    const rows: MemberRow[] = [];
    const normal = new NormalForm();
    for await (const batch of roll.rows(normal)) rows.push(...batch);
    return { reader: roll.reader, rows, normalDigest: normal.digest() };
  };
  const first = await read();
  const second = await read();
  must(
    first.normalDigest.equals(second.normalDigest),
    'the second reading is of another list than the first',
  );
  return people(second);
}

async function statement(list: OpenedList): Promise<Came> {
  const read = await StatementReader.over(list);
  const facts = await read.prove(LIMITS, new Set());
  const lines: StatementLine[] = [];
  for await (const batch of read.lines()) lines.push(...batch);
  const sum = (sign: 1 | -1) => lines.reduce((all, { amount }) => all + Math.max(0, sign * amount), 0);
  must(sum(1) === facts.credits && sum(-1) === facts.debits, 'the lines do not add up to the statement');
  const { opening, closing } = facts;
  if (opening !== undefined && closing !== undefined)
    must(opening + sum(1) - sum(-1) === closing, `${opening} and the lines do not give ${closing}`);
  const { columns } = read.reader.table;
  for (const [field, sign] of [
    ['credit', 1],
    ['debit', -1],
  ] as const) {
    const moved = lines.filter(({ amount }) => sign * amount > 0);
    const at = columns.get(field);
    if (at !== undefined)
      await mustBeWritten(
        read.reader,
        at,
        moved.map(({ row, amount }) => ({ row, amount: Math.abs(amount) })),
        false,
      );
  }
  return [
    facts.credits,
    facts.debits,
    opening,
    closing,
    lines.map(({ row, amount }) => [row, amount]),
    read.reader.reading(),
  ];
}

interface People {
  readonly reader: RowReader;
  readonly rows: readonly { readonly source: GridRow }[];
}

function people({ reader, rows }: People): Came {
  reader.finish();
  return [rows.map(({ source: { row }, ...rest }) => [row, Object.values(rest)]), reader.reading()];
}

/**
 * Every amount is what stands in its cell, where that is figures and nothing else; a printed total is the sum of rows
 * above it; and where `all`, no row of a day, a giver and an amount was left out.
 */
async function mustBeWritten(
  reader: RowReader,
  at: number,
  rows: readonly { readonly row: number; readonly amount: number }[],
  all: boolean,
): Promise<void> {
  const read = new Map(rows.map(({ row, amount }) => [row, amount]));
  const { list, headingRow, columns } = reader.table;
  if (scaleOf(reader.reading(), reader.table.headings[at] ?? '') !== 1) return;
  const above = [0];
  for await (const batch of list.rows())
    for (const { row, cells } of batch) {
      const plain = plainIn(cells[at]);
      const amount = read.get(row);
      if (amount !== undefined) {
        must(plain === undefined || plain === amount, `row ${row} says ${plain} and was read as ${amount}`);
        above.push((above.at(-1) ?? 0) + amount);
      } else if (row > headingRow && plain !== undefined && plain > 0) {
        const isTotal = cells.some((cell) => textOf(cell).toLowerCase() === 'tổng cộng');
        const end = above.at(-1) ?? 0;
        if (isTotal && all)
          must(
            above.some((sum) => end - sum === plain),
            `row ${row}: a total of ${plain} that no rows give`,
          );
        const dated = /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(textOf(cells[columns.get('day') ?? -1]));
        if (dated && all) throw new Error(`row ${row} of ${plain} was left out without a word`);
      }
    }
}

function scaleOf(reading: ListReading, heading: string): number {
  return reading.amounts.find(({ column }) => column === heading)?.scale ?? 1;
}

/** Figures with one mark between thousands, or none: what anybody reads alike. */
function plainIn(cell: Cell | undefined): number | undefined {
  const text = isNumber(cell) ? cell.number : textOf(cell);
  if (!/^(\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+|[1-9]\d*)$/.test(text)) return undefined;
  return Number(text.replaceAll(/[.,]/g, ''));
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
