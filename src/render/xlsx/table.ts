import type { Day } from '../../domain/day.ts';
import type { PaperColumn, PaperRow, PaperTable, PaperValue } from '../../report/papers/paper.ts';
import { lineCount, sentence, shown, worded } from '../papers/layout.ts';
import type { StyleName } from '../papers/workbook.ts';
import { putHeading } from './heading.ts';
import { FORMATS, inline, type Pen, type Ref, type Span } from './pen.ts';
import { FACE_SIZE, type Look } from './styles.ts';
import { Ranges, sumOf } from './ranges.ts';
import { letters, serial } from './xml.ts';

/** Room for a signature, in points. */
const TALL = 30;
const PLAIN = 18;

/** A table being written: its columns' cells, and the rows that its sums are over. */
interface State {
  readonly pen: Pen;
  readonly table: PaperTable;
  readonly cells: readonly ColumnCells[];
  /** The lines since the last subtotal or heading of a group, and all. */
  readonly group: Ranges;
  readonly all: Ranges;
  /** Whether the rows at hand stand below the heading of a group. */
  inside: boolean;
  ended: boolean;
}

/** What of a column's cells is the same in every row. */
interface ColumnCells {
  readonly column: PaperColumn;
  readonly letter: string;
  readonly width: number;
  readonly style: number;
  /** Columns, counted from 1, that a product is made of. */
  readonly factors: readonly string[] | undefined;
  /** The letters of the columns that a balance adds and takes off, and the last cell that has a balance. */
  readonly running: { readonly plus: string; readonly minus: string } | undefined;
  above: { readonly ref: Ref; readonly value: number } | undefined;
  /** The last text or day and its cell: rows side by side often have the same. */
  met: Written | undefined;
  /** What the lines come to: since the last subtotal, and all of them. */
  readonly lines: { group: number; all: number };
}

interface Written {
  readonly value: PaperValue;
  readonly content: string;
  readonly lines: number;
}

export async function putTable(pen: Pen, table: PaperTable): Promise<void> {
  await pen.room(HEADING_ROWS);
  putHeading(pen, table);
  const state: State = {
    pen,
    table,
    cells: columnCells(pen, table),
    group: new Ranges(),
    all: new Ranges(),
    inside: false,
    ended: false,
  };
  await pen.sheet.drain();
  for await (const row of table.rows) {
    await roomFor(state);
    putRow(state, row);
    await pen.sheet.drain();
  }
  if (!state.ended) filterTo(state, pen.row - 1);
  await pen.room(1);
  pen.skip(6);
}

/** A heading, its marks, and a row below them. */
const HEADING_ROWS = 4;

/** Goes on on a further sheet, below the heading once more, where this one is full. */
async function roomFor(state: State): Promise<void> {
  const { pen, table, ended } = state;
  if (!pen.full(1)) return;
  if (!ended) filterTo(state, pen.row - 1);
  await pen.room(1);
  for (const ranges of [state.group, state.all]) ranges.turn();
  putHeading(pen, table);
}

function putRow(state: State, row: PaperRow): void {
  const { pen } = state;
  const at = pen.row;
  if (row.kind === 'group') clearGroup(state);
  if (row.kind === 'total' && !state.ended) {
    pen.total = at;
    filterTo(state, at - 1);
    state.ended = true;
  }
  if (row.kind === 'line') putLine(state, row);
  else putSum(state, row);
  if (row.kind === 'group') state.inside = true;
  if (row.kind === 'subtotal') {
    clearGroup(state);
    state.inside = false;
  }
  if (row.pageEnd === true) {
    pen.sheet.breakAfter(at);
    pen.broken = at;
  }
}

function filterTo({ pen, table }: State, last: number): void {
  if (table.filter === true && pen.heading !== undefined)
    pen.sheet.filtered = [pen.heading[1], Math.max(pen.heading[1], last)];
}

function columnCells(pen: Pen, { columns }: PaperTable): ColumnCells[] {
  const letterOf = (key: PaperColumn['key']) => letters(columns.findIndex((each) => each.key === key) + 1);
  return columns.map((column, at) => ({
    column,
    letter: letters(at + 1),
    width: pen.widths[at] ?? 0,
    style: pen.styles.id(lookOf(column)),
    factors: column.product?.map(letterOf),
    running: column.running && {
      plus: letterOf(column.running[0]),
      minus: letterOf(column.running[1]),
    },
    above: undefined,
    met: undefined,
    lines: { group: 0, all: 0 },
  }));
}

function putLine({ pen, table, cells: columns, group, all, inside }: State, row: PaperRow): void {
  const at = pen.row;
  let lines = 1;
  let cells = '';
  for (const cell of columns) {
    const value = row.cells[cell.column.key];
    cells += `<c r="${cell.letter}${at}" s="${cell.style}"`;
    if (value === undefined) cells += '/>';
    else if (typeof value === 'number') {
      cells += figure(pen, cell, value, row, at);
      cell.lines.group += value;
      cell.lines.all += value;
    } else {
      if (cell.met?.value !== value) cell.met = written(pen, cell, value);
      cells += cell.met.content;
      lines = Math.max(lines, cell.met.lines);
    }
  }
  const least = table.tall ? TALL : PLAIN;
  const height = Math.round(Math.max(least, lines * FACE_SIZE * 1.26 + 3) * 4) / 4;
  pen.put(cells, height, inside ? 1 : 0);
  group.add(pen.sheet.name, at);
  all.add(pen.sheet.name, at);
}

function written(
  pen: Pen,
  { column, width }: ColumnCells,
  value: Exclude<PaperValue, number | undefined>,
): Written {
  const day = column.type === 'day' && typeof value === 'string' ? serial(value as Day) : undefined;
  if (day !== undefined) return { value, content: `><v>${day}</v></c>`, lines: 1 };
  const text = textOf(value, column, pen);
  return { value, content: inline(text), lines: lineCount(text, width) };
}

/** A text stays a text whatever it begins with. */
function textOf(value: Exclude<PaperValue, number | undefined>, column: PaperColumn, pen: Pen): string {
  if (typeof value === 'object') return sentence(value, pen.texts);
  return column.type === 'day' ? shown(value, column, pen.texts) : worded(value, column, pen.texts);
}

/** A figure with the formula that makes it, where it is a product or a balance and the formula gives it. */
function figure(pen: Pen, cell: ColumnCells, value: number, { cells }: PaperRow, at: number): string {
  if (cell.factors !== undefined && cell.column.product !== undefined) {
    const [one, two] = cell.column.product.map((key) => numberIn(cells[key]));
    if ((one ?? 0) * (two ?? 0) === value)
      return `><f>${cell.factors.map((letter) => `${letter}${at}`).join('*')}</f><v>${value}</v></c>`;
  }
  if (cell.running === undefined || cell.column.running === undefined) return `><v>${value}</v></c>`;
  const [plus, minus] = cell.column.running.map((key) => numberIn(cells[key]));
  const { above } = cell;
  cell.above = { ref: { sheet: pen.sheet.name, cell: `${cell.letter}${at}` }, value };
  if ((above?.value ?? 0) + (plus ?? 0) - (minus ?? 0) !== value) return `><v>${value}</v></c>`;
  const before = above === undefined ? '' : `${pen.at(above.ref)}+`;
  const formula = `${before}${cell.running.plus}${at}-${cell.running.minus}${at}`;
  return `><f>${formula}</f><v>${value}</v></c>`;
}

function numberIn(value: PaperValue): number {
  return typeof value === 'number' ? value : 0;
}

const SUM_STYLES = { group: 'group', stated: 'stated', subtotal: 'subtotal', total: 'total' } as const;

/** A heading, subtotal or total: its label over the columns before the sums, each sum a formula with its value. */
function putSum(state: State, row: PaperRow): void {
  const { pen, table, cells: columns } = state;
  if (row.kind === 'line') return;
  const style = SUM_STYLES[row.kind];
  const span: Span = row.kind === 'group' ? pen.whole : [1, labelEnd(row, table)];
  const label = row.label === undefined ? '' : sentence(row.label, pen.texts);
  const look = { style, size: 11, bold: true, horizontal: 'left', wrap: true, format: FORMATS.text } as const;
  const lines = pen.text(span, label, look);
  pen.heighten(lines, 11, 20);
  let stated = false;
  for (const [at, cell] of columns.entries()) {
    if (at < span[1]) continue;
    const here: Span = [at + 1, at + 1];
    const value = row.cells[cell.column.key];
    const dress: Look = { ...sumLook(cell.column, style) };
    const summed = table.sums.includes(cell.column.key);
    if (row.kind === 'stated') {
      if (typeof value === 'number') {
        stated ||= summed;
        pen.number(here, value, dress, statedFormula(pen, cell, value));
        if (cell.running !== undefined) cell.above = { ref: pen.ref(pen.row, at + 1), value };
      } else if (value !== undefined) putText(pen, here, value, cell.column, dress);
      else pen.blank(here, dress);
    } else if (summed && typeof value === 'number') {
      const [ranges, lines] =
        row.kind === 'total' ? [state.all, cell.lines.all] : [state.group, cell.lines.group];
      const formula = sumOf(ranges.upTo(pen.sheet.name, pen.row - 1), cell.letter, pen);
      // A figure that is no sum of the lines above it (people counted once, a balance) stays as it is.
      stated ||= lines !== value;
      pen.number(here, value, dress, lines === value ? formula : undefined);
      if (row.kind === 'total') pen.cells.set('table', pen.ref(pen.row, at + 1));
    } else if (typeof value === 'number') pen.number(here, value, dress);
    else if (value !== undefined) putText(pen, here, value, cell.column, dress);
    else pen.blank(here, dress);
  }
  // What is stated among lines is over none of them: the sums below leave it out.
  if (stated) for (const ranges of [state.group, state.all]) ranges.turn();
  pen.next();
}

function clearGroup({ group, cells }: State): void {
  group.clear();
  for (const { lines } of cells) lines.group = 0;
}

/** A label stands over the columns before the first sum; of a stated row before its first cell. */
function labelEnd(row: PaperRow, { columns, sums }: PaperTable): number {
  const first = columns.findIndex(
    ({ key }) => sums.includes(key) || (row.kind === 'stated' && row.cells[key] !== undefined),
  );
  return first < 0 && row.kind !== 'stated' ? 1 : Math.max(1, first < 0 ? columns.length : first);
}

/** What is left at the end is the last balance above it. */
function statedFormula(pen: Pen, { above, running }: ColumnCells, value: number): string | undefined {
  return running !== undefined && above !== undefined && above.value === value
    ? pen.at(above.ref)
    : undefined;
}

function putText(pen: Pen, span: Span, value: PaperValue, column: PaperColumn, look: Look): void {
  if (value === undefined || typeof value === 'number') return;
  const day = column.type === 'day' && typeof value === 'string' ? serial(value as Day) : undefined;
  if (day !== undefined) pen.number(span, day, look);
  else pen.text(span, textOf(value, column, pen), look);
}

/** Numbers, codes and decisions stand in the middle; figures at the right. */
function lookOf(column: PaperColumn): Look {
  const { type, key } = column;
  if (type === 'dong') return { style: 'amount' };
  if (type === 'day') return { style: 'day' };
  const centred = key === 'number' || key === 'decision' || type === 'code';
  if (type === 'count') return { style: 'count', ...(centred ? { horizontal: 'center', wrap: true } : {}) };
  if (type === 'code') return { style: 'code' };
  return { style: 'text', ...(centred ? { horizontal: 'center' } : {}) };
}

/** The same in the bold of a sum. */
function sumLook(column: PaperColumn, style: StyleName): Look {
  const figures = column.type === 'dong' || (column.type === 'count' && column.key !== 'number');
  const centred = ['day', 'code'].includes(column.type) || ['number', 'decision'].includes(column.key);
  return {
    style,
    horizontal: figures ? 'right' : centred ? 'center' : 'left',
    format: FORMATS[column.type],
    wrap: !figures && column.type !== 'day',
  };
}
