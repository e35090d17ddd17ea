import { totalOf, type PartState, type Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import type { PrintedAward } from './given.ts';
import { say, type Line } from './line.ts';
import { listedSum, type Listed, type ListedSheet, type ListedUnit } from './listed.ts';
import { mottoHead, signersOf } from './officers.ts';
import type {
  ColumnKey,
  FundKey,
  Letterhead,
  OfficeHolder,
  Paper,
  PaperColumn,
  PaperKey,
  PaperRow,
  PaperSheet,
} from './paper.ts';

export interface SigningFacts {
  readonly letterhead: Letterhead;
  readonly round: Round;
  readonly sheets: readonly ListedSheet[];
  /** The code of the list as a whole. */
  readonly control: string;
  readonly units: readonly ListedUnit[];
  readonly funds: readonly Fund[];
  readonly officers: readonly OfficeHolder[];
  /** Who carries the money, where the list is of one distributor. */
  readonly carrier?: { readonly name: string; readonly voucher: string; readonly day: Day } | undefined;
}

/** Rows on the first page, under head and title, and on each page after it. */
const FIRST_PAGE = 10;
const NEXT_PAGE = 14;

/** The day a signing list speaks for: of the last payment, else of the last decision, else of the round. */
export function signingDay(round: Round, awards: readonly PrintedAward[]): Day {
  return (
    paidDay(awards) ??
    awards
      .flatMap((award) => award.decidedOn ?? [])
      .toSorted()
      .at(-1) ??
    round.day
  );
}

function paidDay(awards: readonly PrintedAward[]): Day | undefined {
  return awards
    .flatMap((award) => award.parts.map((part) => part.paid?.day ?? part.handed?.day))
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/** The lists on which people sign for what our hands give them: rows by pages, columns by payers, and a control code. */
export function signingList(facts: SigningFacts): Paper {
  const { letterhead, round, sheets, carrier } = facts;
  const awards = sheets.flatMap(({ rows }) => rows.map(({ award }) => award));
  return {
    name: 'signing',
    language: letterhead.language,
    date: carrier?.day ?? signingDay(round, awards),
    sheets: sheets.map((sheet) => unitSheet(facts, sheet)),
  };
}

function unitSheet(facts: SigningFacts, { unit, rows, control }: ListedSheet): PaperSheet {
  const { letterhead, round, carrier } = facts;
  const amount = listedSum(rows);
  const people = new Set(rows.map(({ award }) => award.beneficiary.id)).size;
  const columns = columnsOf(facts, unit, rows);
  const sums = columns.flatMap(({ key, type }) => (type === 'dong' ? [key] : []));
  const units = new Map(facts.units.map((each) => [each.id, each.name]));
  const lines = rows.map((each, at) => line(each, at + 1, units.get(each.award.unit.id)));
  const paidOn = carrier?.day ?? paidDay(rows.map(({ award }) => award));
  return {
    // The code first: the beginnings of names are alike, and a sheet shows no more.
    name: `${unit.code} ${unit.name}`,
    wide: true,
    onePage: false,
    apart: true,
    footer: say('control', { code: control }),
    blocks: [
      mottoHead(letterhead),
      {
        kind: 'title',
        lines: [
          say('signing', { kind: round.kind }),
          say('round', { name: round.name, code: round.code }),
          say('unit', { code: unit.code, name: unit.name }),
          ...(carrier === undefined ? [] : [say('carrier', carrier)]),
        ],
      },
      { kind: 'note', line: say('controls', { code: control, list: facts.control }), at: 'left' },
      { kind: 'note', line: say('currency', {}), at: 'right' },
      {
        kind: 'table',
        columns,
        sums,
        tall: true,
        rows: [
          ...paged(lines, sums),
          { kind: 'total', label: say('total', { people }), cells: sumOf(lines, sums) },
        ],
      },
      { kind: 'note', line: say('sumInWords', { amount }), at: 'left' },
      { kind: 'note', line: say('recipients', { people }), at: 'left' },
      {
        kind: 'signatures',
        dateline: say('dateline', { town: letterhead.town, day: paidOn }),
        signers:
          carrier === undefined
            ? signersOf(['preparer', 'cashier', 'accountant', 'committee'], facts.officers)
            : [
                { role: 'distributor', name: carrier.name },
                ...signersOf(['cashier', 'accountant', 'committee'], facts.officers),
              ],
      },
    ],
  };
}

/** Payers stand apart where there is more than one; the sections of a unit where some row is of one. */
function columnsOf({ funds }: SigningFacts, unit: ListedUnit, rows: readonly Listed[]): PaperColumn[] {
  const parts = rows.flatMap((row) => row.parts);
  const payers = new Set(parts.filter(({ form }) => form === 'cash').map(({ payer }) => payer));
  const goods = parts.some(({ form }) => form === 'goods');
  const apart = payers.size > 1 || goods;
  const named = funds.filter(({ id }) => payers.has(id));
  return [
    { key: 'number', type: 'count' },
    { key: 'code', type: 'code' },
    { key: 'person', type: 'person' },
    ...(rows.some(({ award }) => award.unit.id !== unit.id) ? [{ key: 'unit', type: 'text' } as const] : []),
    { key: 'category', type: 'text' },
    ...(apart ? named.map(({ id, code }) => ({ key: fundKey(id), type: 'dong', title: code }) as const) : []),
    ...(apart && payers.has(undefined) ? [{ key: 'cash', type: 'dong' } as const] : []),
    ...(goods ? [{ key: 'goods', type: 'dong' } as const] : []),
    { key: apart ? 'total' : 'amount', type: 'dong' },
    { key: 'signature', type: 'text' },
    { key: 'receivedOn', type: 'day' },
    { key: 'proxy', type: 'text' },
    { key: 'relation', type: 'text' },
    { key: 'proxyPaper', type: 'text' },
    ...(rows.some(({ award }) => besides(award) !== undefined)
      ? [{ key: 'note', type: 'text' } as const]
      : []),
  ];
}

function fundKey(fund: number): FundKey {
  return `fund:${fund}`;
}

function columnOf({ form, payer }: PartState): ColumnKey | FundKey {
  return form === 'goods' ? 'goods' : payer === undefined ? 'cash' : fundKey(payer);
}

function line({ award, parts }: Listed, number: number, unit: string | undefined): PaperRow {
  const byPayer = new Map<ColumnKey | FundKey, PartState[]>();
  for (const part of parts) byPayer.set(columnOf(part), [...(byPayer.get(columnOf(part)) ?? []), part]);
  const total = totalOf(parts);
  return {
    kind: 'line',
    cells: {
      number,
      code: award.code,
      person: award.beneficiaryName,
      unit,
      category: award.category,
      ...Object.fromEntries([...byPayer].map(([key, some]) => [key, totalOf(some)])),
      amount: total,
      total,
      note: besides(award),
    },
  };
}

/** The rows, a subtotal at the end of each page where there is more than one. */
function paged(lines: readonly PaperRow[], sums: readonly PaperKey[]): PaperRow[] {
  if (lines.length <= FIRST_PAGE) return [...lines];
  const rows: PaperRow[] = [];
  for (let [from, page] = [0, 1]; from < lines.length; page++) {
    const to = from + (page === 1 ? FIRST_PAGE : NEXT_PAGE);
    const some = lines.slice(from, to);
    const cells = sumOf(some, sums);
    rows.push(...some, {
      kind: 'subtotal',
      label: say('pageSum', { page }),
      cells,
      pageEnd: to < lines.length,
    });
    from = to;
  }
  return rows;
}

function sumOf(lines: readonly PaperRow[], keys: readonly PaperKey[]): PaperRow['cells'] {
  const of = (key: PaperKey) => sum(lines.flatMap(({ cells }) => (cells[key] as Dong | undefined) ?? []));
  return Object.fromEntries(keys.map((key) => [key, of(key)]));
}

/** What others give the same person at the same time, so that nobody looks for it in the sum. */
function besides(award: PrintedAward): Line | undefined {
  const others = award.parts.filter((part) => part.outside !== undefined);
  const amount: Dong = totalOf(others);
  return amount === 0
    ? undefined
    : say('besides', { amount, goods: others.every((part) => part.form === 'goods') });
}
