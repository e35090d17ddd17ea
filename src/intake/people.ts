import lists from '../../data/lists.json' with { type: 'json' };
import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';
import type { Field } from '../domain/form.ts';
import type { Sex } from '../domain/identity.ts';
import { fold, tidy } from '../domain/name.ts';
import { readDayCell } from './day-cell.ts';
import { isBlank, isDay, textOf, type Cell, type GridRow } from './cell.ts';
import { NormalForm } from './normal.ts';
import type { OpenedList } from './open.ts';
import { RowReader } from './reader.ts';
import type { TableLine } from './line-sorter.ts';
import type { FieldName } from './table.ts';

/** A row of a roll: only name and unit are needed. */
export interface MemberRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly born: string;
  readonly idNumber: string;
  /** An ID number of former times, and the spouse's. */
  readonly former: string;
  readonly spouse: string;
  readonly phone: string;
  readonly account: string;
  readonly bank: string;
  /** Only held against the ID number; never kept. */
  readonly sex: Sex | undefined;
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
  /** The member whose child or relative the person is: code or name; absent where nothing is said. */
  readonly relativeOf?: string;
  readonly category: string;
  /** What the list's payer column says; empty where it has none. */
  readonly payer: string;
  readonly amount: Dong | undefined;
  /** Amounts in columns that are headed by a fund's code. */
  readonly byFund: ReadonlyMap<string, Dong>;
  /** The value of goods, in đồng. */
  readonly goods: Dong | undefined;
  /** Why: private, whatever the list does with it. */
  readonly because: string;
  /** The relative who takes the money, and what they are to the person. */
  readonly payee: string;
  readonly relation: string;
}

/** A row of a list that says to which unit a person goes. */
export interface AssignedRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
}

export interface SignedRow {
  readonly source: GridRow;
  readonly code: string;
  readonly name: string;
  /** What the paper says was received; undefined where the list has no such column. */
  readonly amount: Dong | undefined;
  readonly signed: boolean;
  /** The day it was received, where the list has it. */
  readonly day: Day | undefined;
  readonly proxy:
    { readonly name: string; readonly relation: string; readonly paper?: string | undefined } | undefined;
}

export interface PeopleList<R> {
  readonly reader: RowReader;
  readonly rows: readonly R[];
  readonly normalDigest: Buffer;
}

/** A list of people is held: it is compared with itself and with the book's people. */
async function linesOf(reader: RowReader): Promise<TableLine[]> {
  const all: TableLine[] = [];
  for await (const lines of reader.lines()) all.push(...lines);
  return all;
}

/** A roll that is read through as often as it is asked for, none of it held. */
export interface Roll {
  readonly reader: RowReader;
  /** The rows in batches, from the beginning; faults begin anew. Each is added to the normal form, where one is given. */
  rows(normal?: NormalForm): AsyncIterable<readonly MemberRow[]>;
}

export async function readMembers(list: OpenedList): Promise<Roll> {
  const wanted: FieldName[] = [
    'code',
    'unit',
    'name',
    'family',
    'born',
    'idNumber',
    'former',
    'spouse',
    'phone',
    'account',
    'bank',
    'sex',
    'staffNo',
    'cardNo',
    'joined',
  ];
  const reader = await RowReader.over(list, { fields: wanted, anyOf: [['name'], ['unit']] }, []);
  const memberOf = (source: GridRow): MemberRow => {
    const name = tidy(reader.name(source));
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
      former: reader.text(source, 'former'),
      spouse: reader.text(source, 'spouse'),
      phone: reader.text(source, 'phone'),
      account: reader.text(source, 'account'),
      bank: reader.text(source, 'bank'),
      sex: SEXES.get(fold(reader.text(source, 'sex'))),
      staffNo: reader.text(source, 'staffNo'),
      cardNo: reader.text(source, 'cardNo'),
      joined: joinedOn(reader, source),
    };
  };
  return {
    reader,
    async *rows(normal) {
      for await (const lines of reader.lines()) {
        const rows: MemberRow[] = [];
        for (const { kind, row } of lines) if (kind === 'row') rows.push(memberOf(row));
        if (normal !== undefined) for (const row of rows) normal.add(normalFields(row));
        yield rows;
      }
    },
  };
}

/** As lists write it, folded. */
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ['nam', 'male'],
  ['male', 'male'],
  ['m', 'male'],
  ['nu', 'female'],
  ['female', 'female'],
  ['f', 'female'],
]);

/** A date of joining that cannot be read is left out: it decides nothing about money. */
function joinedOn(reader: RowReader, source: GridRow): Day | undefined {
  const read = readDayCell(reader.cell(source, 'joined'), { span: undefined, swapped: false, why: 'none' });
  return 'day' in read ? read.day : undefined;
}

export async function readUnits(list: OpenedList): Promise<PeopleList<UnitRow>> {
  const fields: FieldName[] = ['code', 'unitName', 'kind', 'parent'];
  const reader = await RowReader.over(list, { fields, anyOf: [['unitName']] }, []);
  const rows = (await dataOf(reader)).map((source): UnitRow => {
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
  return peopleList(reader, rows);
}

/** Who goes to which unit: a unit in every row, and a person by code or name. */
export async function readAssignments(list: OpenedList): Promise<PeopleList<AssignedRow>> {
  const fields: FieldName[] = ['code', 'unit', 'name', 'family'];
  const reader = await RowReader.over(list, { fields, anyOf: [['code', 'name'], ['unit']] }, []);
  const rows = (await dataOf(reader)).map((source): AssignedRow => {
    const unit = reader.text(source, 'unit');
    if (unit === '') reader.fault(source, 'unit', 'unit.missing');
    return { source, code: reader.text(source, 'code'), name: tidy(reader.name(source)), unit };
  });
  return peopleList(reader, rows);
}

function unitKind(text: string): string {
  const folded = fold(text);
  const known = Object.entries(lists.unitKinds).find(([, names]) =>
    names.some((name) => fold(name) === folded),
  );
  return known?.[0] ?? 'grassroots';
}

export async function readRecipients(
  list: OpenedList,
  amountHeadings: readonly string[],
  ofCases = false,
): Promise<PeopleList<RecipientRow>> {
  // Of single cases a column of circumstances tells a story; on a list of gifts it may be the kind of recipient.
  const told: FieldName[] = ofCases ? ['because', 'category'] : ['category', 'because'];
  const wanted: FieldName[] = [
    'code',
    'unit',
    'name',
    'family',
    'relativeOf',
    ...told,
    'payer',
    'goods',
    'amount',
    'proxy',
    'relation',
  ];
  const reader = await RowReader.over(
    list,
    { fields: wanted, anyOf: [['code', 'name']], amountHeadings },
    [],
  );
  const amountAt = reader.table.columns.get('amount');
  const goodsAt = reader.table.columns.get('goods');
  const fundsAt = [...reader.table.byHeading];
  const amountsAt = [...(amountAt === undefined ? [] : [amountAt]), ...fundsAt.map(([, at]) => at)];
  const read = (source: GridRow, at: number | undefined): Dong | undefined => {
    const amount = at === undefined ? undefined : reader.amount(source, at);
    if (at !== undefined && amount !== undefined) reader.count(at, amount);
    return amount;
  };
  const rows: RecipientRow[] = [];
  for (const line of await linesOf(reader)) {
    const source = line.row;
    if (line.kind !== 'row') {
      reader.prove(line, line.kind === 'words' ? amountsAt.slice(0, 1) : amountsAt);
      continue;
    }
    const byFund = new Map<string, Dong>();
    for (const [code, at] of fundsAt) {
      const amount = isNothing(source.cells[at]) ? undefined : read(source, at);
      if (amount !== undefined) byFund.set(code, amount);
    }
    const blank = goodsAt === undefined || isNothing(source.cells[goodsAt]);
    // With an amount column a blank is a bad row; without one the round's level stands (accounting.md, decided readings).
    const needed = amountAt !== undefined && (fundsAt.length === 0 || !isBlank(source.cells[amountAt]));
    const relativeOf = reader.text(source, 'relativeOf');
    rows.push({
      source,
      code: reader.text(source, 'code'),
      name: tidy(reader.name(source)),
      unit: reader.text(source, 'unit'),
      // Left out where empty: lists without it keep the digest they always had.
      ...(relativeOf === '' ? {} : { relativeOf }),
      category: reader.text(source, 'category'),
      payer: reader.text(source, 'payer'),
      amount: needed ? read(source, amountAt) : undefined,
      byFund,
      goods: blank ? undefined : reader.amount(source, goodsAt),
      because: reader.text(source, 'because'),
      payee: tidy(reader.text(source, 'proxy')),
      relation: tidy(reader.text(source, 'relation')),
    });
  }
  return peopleList(reader, rows);
}

export async function readSignatures(list: OpenedList): Promise<PeopleList<SignedRow>> {
  const fields: FieldName[] = [
    'code',
    'signed',
    'name',
    'family',
    'amount',
    'day',
    'proxy',
    'relation',
    'proxyPaper',
  ];
  const reader = await RowReader.over(list, { fields, anyOf: [['code'], ['signed']] }, ['day']);
  const amountAt = reader.table.columns.get('amount');
  const rows = (await dataOf(reader)).map((source): SignedRow => {
    const mark = reader.cell(source, 'signed');
    const signed = isDay(mark) || SIGNED.has(markOf(mark));
    // A mark that is neither yes nor no is not guessed at.
    if (!signed && !UNSIGNED.has(markOf(mark))) reader.fault(source, 'signed', 'signed.unclear');
    const blank = amountAt === undefined || isBlank(source.cells[amountAt]);
    return {
      source,
      code: reader.text(source, 'code'),
      name: reader.name(source),
      amount: blank ? undefined : reader.amount(source, amountAt),
      signed,
      day: signed && !isBlank(reader.cell(source, 'day')) ? reader.day(source, 'day') : undefined,
      proxy: proxyOf(reader, source, signed),
    };
  });
  return peopleList(reader, rows);
}

/** Who signed for another: a name needs its relation, a relation its name, and both a mark. */
function proxyOf(reader: RowReader, source: GridRow, signed: boolean): SignedRow['proxy'] {
  const name = tidy(reader.text(source, 'proxy'));
  const relation = tidy(reader.text(source, 'relation'));
  const paper = reader.text(source, 'proxyPaper');
  if (name === '' && relation === '' && paper === '') return undefined;
  if (!signed) reader.fault(source, 'signed', 'signed.unclear');
  if (name === '') reader.fault(source, 'proxy', 'proxy.name');
  if (relation === '') reader.fault(source, reader.has('relation') ? 'relation' : 'proxy', 'proxy.relation');
  return { name, relation, paper: paper || undefined };
}

/** Marks as they are typed: case and blanks fall away, signs such as ✓ stay. */
function markOf(cell: Cell | undefined): string {
  return textOf(cell).toLowerCase();
}

const SIGNED = new Set(lists.signed);
const UNSIGNED = new Set(['', ...lists.unsigned]);

/** What a row says, in whatever form its cells had; where it stands is not part of that. */
function normalFields(row: { readonly source: GridRow }): Field[] {
  const fields: Field[] = [];
  for (const [key, value] of Object.entries(row)) if (key !== 'source') addFields(fields, value);
  return fields;
}

function addFields(fields: Field[], value: unknown): void {
  if (value instanceof Map) {
    for (const [key, each] of value) {
      fields.push(String(key));
      addFields(fields, each);
    }
  } else if (typeof value === 'string') fields.push(fold(value));
  else fields.push(typeof value === 'number' ? value : value === true ? 1 : undefined);
}

/** Empty, or a zero as lists write it. */
function isNothing(cell: Cell | undefined): boolean {
  return isBlank(cell) || /^(0|-)$/.test(textOf(cell));
}

async function dataOf(reader: RowReader): Promise<GridRow[]> {
  return (await linesOf(reader)).flatMap(({ kind, row }) => (kind === 'row' ? [row] : []));
}

export function peopleList<R extends { readonly source: GridRow }>(
  reader: RowReader,
  rows: readonly R[],
): PeopleList<R> {
  const normal = new NormalForm();
  for (const row of rows) normal.add(normalFields(row));
  return { reader, rows, normalDigest: normal.digest() };
}
