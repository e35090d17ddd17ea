import { createHash } from 'node:crypto';
import lists from '../../data/lists.json' with { type: 'json' };
import { readDay, type Day } from '../domain/day.ts';
import { ZERO, type Dong } from '../domain/dong.ts';
import { canonical } from '../domain/form.ts';
import { fold, tidy } from '../domain/name.ts';
import { isBlank, isDay, textOf, type Cell, type Grid, type GridRow } from './cell.ts';
import { findTable, RowReader, type FieldName } from './table.ts';

/** A row of a roll: only name and unit are needed. */
export interface MemberRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly born: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly staffNo: string;
  readonly cardNo: string;
  readonly joined: Day | undefined;
}

export interface UnitRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string;
}

/** A row of proposed recipients: a person, and what each payer gives. */
export interface RecipientRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  /** What the list's payer column says; empty where it has none. */
  readonly payer: string;
  readonly amount: Dong | undefined;
  /** Amounts in columns that are headed by a fund's code. */
  readonly byFund: ReadonlyMap<string, Dong>;
  /** The value of goods, in đồng. */
  readonly goods: Dong | undefined;
}

export interface SignedRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  /** What the paper says was received; undefined where the list has no such column. */
  readonly amount: Dong | undefined;
  readonly signed: boolean;
}

export interface PeopleList<R> {
  readonly reader: RowReader;
  readonly rows: readonly R[];
  readonly normalDigest: Buffer;
}

export function readMembers(grid: Grid): PeopleList<MemberRow> {
  const wanted: FieldName[] = [
    'code',
    'unit',
    'name',
    'born',
    'idNumber',
    'phone',
    'staffNo',
    'cardNo',
    'joined',
  ];
  const reader = new RowReader(findTable(grid, wanted, [['name'], ['unit']]));
  const rows = reader.table.rows.map((source): MemberRow => {
    const name = tidy(reader.text(source, 'name'));
    const unit = reader.text(source, 'unit');
    if (name === '') reader.fault(source, 'name', 'name.missing');
    if (unit === '') reader.fault(source, 'unit', 'unit.missing');
    return {
      source,
      code: reader.text(source, 'code'),
      name,
      unit,
      born: reader.text(source, 'born'),
      idNumber: reader.text(source, 'idNumber'),
      phone: reader.text(source, 'phone'),
      staffNo: reader.text(source, 'staffNo'),
      cardNo: reader.text(source, 'cardNo'),
      joined: joinedOn(reader, source),
    };
  });
  return list(reader, rows);
}

/** A date of joining that cannot be read is left out: it decides nothing about money. */
function joinedOn(reader: RowReader, source: GridRow): Day | undefined {
  const cell = reader.cell(source, 'joined');
  return isDay(cell) ? cell.day : readDay(textOf(cell));
}

export function readUnits(grid: Grid): PeopleList<UnitRow> {
  const reader = new RowReader(findTable(grid, ['code', 'unitName', 'kind', 'parent'], [['unitName']]));
  const rows = reader.table.rows.map((source): UnitRow => {
    const name = tidy(reader.text(source, 'unitName'));
    if (name === '') reader.fault(source, 'unitName', 'name.missing');
    const code = reader.text(source, 'code');
    return {
      source,
      code,
      name,
      kind: unitKind(reader.text(source, 'kind')),
      parent: reader.text(source, 'parent'),
    };
  });
  return list(reader, rows);
}

function unitKind(text: string): string {
  const folded = fold(text);
  const known = Object.entries(lists.unitKinds).find(([, names]) =>
    names.some((name) => fold(name) === folded),
  );
  return known?.[0] ?? 'grassroots';
}

export function readRecipients(grid: Grid, fundCodes: readonly string[]): PeopleList<RecipientRow> {
  const wanted: FieldName[] = ['code', 'unit', 'name', 'category', 'payer', 'goods', 'amount'];
  const reader = new RowReader(findTable(grid, wanted, [['code', 'name']], fundCodes));
  const amountAt = reader.table.columns.get('amount');
  const goodsAt = reader.table.columns.get('goods');
  const fundsAt = [...reader.table.byHeading];
  const rows = reader.table.rows.map((source): RecipientRow => {
    const byFund = new Map<string, Dong>();
    for (const [code, at] of fundsAt) {
      const amount =
        isBlank(source.cells[at]) || isZero(source.cells[at]) ? undefined : reader.amount(source, at);
      if (amount !== undefined) byFund.set(code, amount);
    }
    const blank = goodsAt === undefined || isBlank(source.cells[goodsAt]) || isZero(source.cells[goodsAt]);
    // With an amount column a blank is a bad row; without one the round's level stands (accounting.md, decided readings).
    const needed = amountAt !== undefined && (fundsAt.length === 0 || !isBlank(source.cells[amountAt]));
    return {
      source,
      code: reader.text(source, 'code'),
      name: tidy(reader.text(source, 'name')),
      unit: reader.text(source, 'unit'),
      category: reader.text(source, 'category'),
      payer: reader.text(source, 'payer'),
      amount: needed ? reader.amount(source, amountAt) : undefined,
      byFund,
      goods: blank ? undefined : reader.amount(source, goodsAt),
    };
  });
  const column = (amountOf: (row: RecipientRow) => Dong | undefined) =>
    new Map(rows.map((row) => [row.source.row, amountOf(row) ?? ZERO]));
  reader.checkTotals(
    amountAt,
    column((row) => row.amount),
  );
  for (const [code, at] of fundsAt) {
    reader.checkTotals(
      at,
      column((row) => row.byFund.get(code)),
    );
  }
  return list(reader, rows);
}

export function readSignatures(grid: Grid): PeopleList<SignedRow> {
  const reader = new RowReader(findTable(grid, ['code', 'signed', 'name', 'amount'], [['code'], ['signed']]));
  const amountAt = reader.table.columns.get('amount');
  const rows = reader.table.rows.map((source): SignedRow => {
    const mark = reader.cell(source, 'signed');
    const signed = isDay(mark) || SIGNED.has(markOf(mark));
    // A mark that is neither yes nor no is not guessed at.
    if (!signed && !UNSIGNED.has(markOf(mark))) reader.fault(source, 'signed', 'signed.unclear');
    const blank = amountAt === undefined || isBlank(source.cells[amountAt]);
    return {
      source,
      code: reader.text(source, 'code'),
      name: reader.text(source, 'name'),
      amount: blank ? undefined : reader.amount(source, amountAt),
      signed,
    };
  });
  return list(reader, rows);
}

/** Marks as they are typed: case and blanks fall away, signs such as ✓ stay. */
function markOf(cell: Cell | undefined): string {
  return textOf(cell).toLowerCase();
}

const SIGNED = new Set(lists.signed);
const UNSIGNED = new Set(['', ...lists.unsigned]);

function isZero(cell: unknown): boolean {
  return cell === 0 || cell === '0' || cell === '-';
}

function list<R extends { readonly source: GridRow }>(reader: RowReader, rows: readonly R[]): PeopleList<R> {
  const normal = createHash('sha256');
  for (const { source } of rows)
    normal.update(
      canonical(
        'row',
        source.cells.map((cell) => fold(textOf(cell))),
      ),
    );
  return { reader, rows, normalDigest: normal.digest() };
}
