import { refuse } from '../../domain/failure.ts';
import { isLocked, type Book, type BookName, type BookSheet } from './book.ts';
import { cellKey } from './evaluate.ts';
import type { Fact, Field, Fields, Lines } from './fields.ts';
import type { Run } from './filling.ts';
import { bareName, rowsName } from './names.ts';
import { columnLetters, type Area } from './reference.ts';
import { gridOf, type Grid, type GridCell } from './grid.ts';
import { childOf } from './xml.ts';

/** What a cell is to be filled with: a fact of the paper, or a column of the line its row stands for. */
export type Source = { readonly fact: Fact } | { readonly column: string };

export type Content =
  | { readonly kind: 'source'; readonly source: Source }
  /** Text with places in it to be filled, run by run. */
  | {
      readonly kind: 'text';
      readonly pieces: readonly (Run | (Omit<Run, 'text'> & { readonly source: Source }))[];
    };

/** A row that is repeated for each line of a table. */
interface RowPlan {
  readonly row: number;
  readonly lines: Lines;
}

export interface SheetPlan {
  readonly sheet: BookSheet;
  readonly grid: Grid;
  /** By the cell's key. */
  readonly contents: ReadonlyMap<string, Content>;
  readonly rows: readonly RowPlan[];
}

export interface Plan {
  readonly sheets: readonly SheetPlan[];
  /** What the template names and the paper has not. */
  readonly unknown: readonly string[];
}

/** Something in double braces. */
const PLACE = /\{\{([^{}]{1,100})\}\}/gu;

/** What a template asks for, cell by cell. Refuses one that asks for nothing, or that cannot be filled as it stands. */
export function planOf(book: Book, fields: Fields): Plan {
  const unknown = new Set<string>();
  const facts = indexOf(fields.facts);
  const sheets = book.sheets.map((sheet) => {
    const grid = gridOf(sheet.part);
    const own = book.names.filter((each) => each.sheet?.toLowerCase() === sheet.name.toLowerCase());
    const rows = rowPlans(book, sheet, own, fields);
    const columns = new Map(rows.map(({ row, lines }) => [row, indexOf(lines.columns)]));
    const find = (name: string, row: number): Source | undefined => {
      const bare = bareName(name);
      const column = columns.get(row)?.get(bare);
      if (column !== undefined) return { column: column.name };
      const fact = facts.get(bare);
      return fact === undefined ? undefined : { fact };
    };
    const contents = new Map<string, Content>();
    namedCells(book, { sheet, grid, own, find, contents, unknown });
    writtenCells(book, { sheet, grid, find, contents, unknown });
    return { sheet, grid, contents, rows };
  });
  const planned = sheets.filter(({ contents, rows }) => contents.size > 0 || rows.length > 0);
  if (planned.length === 0)
    refuse('template.names', {
      file: book.file,
      unknown: [...unknown].slice(0, NAMED_MAX),
      known: fields.facts
        .map(({ name }) => name)
        .filter((name) => !/_(dd|mm|yyyy|words)$/.test(name))
        .slice(0, NAMED_MAX),
    });
  for (const { sheet } of planned)
    if (isLocked(childOf(sheet.part.root, 'sheetProtection'), 'sheet'))
      refuse('template.file', { file: book.file, found: 'protected' });
  return { sheets: planned, unknown: [...unknown] };
}

/** How many names a message tells. */
const NAMED_MAX = 12;

function indexOf<F extends Field>(fields: readonly F[]): ReadonlyMap<string, F> {
  const index = new Map(fields.map((field) => [field.name, field]));
  for (const field of fields) for (const name of field.aliases) if (!index.has(name)) index.set(name, field);
  return index;
}

function rowPlans(book: Book, sheet: BookSheet, names: readonly BookName[], fields: Fields): RowPlan[] {
  const rows: RowPlan[] = [];
  for (const { name, area } of names) {
    const wanted = rowsName(name);
    if (wanted === undefined || area === undefined) continue;
    const problem = (what: string): never =>
      refuse('template.cell', {
        file: book.file,
        name,
        sheet: sheet.name,
        cell: cellOf(area),
        problem: what,
      });
    const lines = fields.tables.find((table) => table.name === wanted) ?? problem('table');
    if (area.top !== area.bottom) problem('rows');
    if (rows.some(({ row }) => row === area.top)) problem('overlap');
    rows.push({ row: area.top, lines });
  }
  return rows;
}

interface Asked {
  readonly sheet: BookSheet;
  readonly grid: Grid;
  readonly find: (name: string, row: number) => Source | undefined;
  readonly contents: Map<string, Content>;
  readonly unknown: Set<string>;
}

/** Cells that a name of the workbook leads to. */
function namedCells(book: Book, asked: Asked & { readonly own: readonly BookName[] }): void {
  const { sheet, grid, find, contents, unknown } = asked;
  const taken = new Map<string, string>();
  for (const { name, area } of asked.own) {
    if (area === undefined || rowsName(name) !== undefined) continue;
    const source = find(name, area.top);
    const one = area.top === area.bottom && area.left === area.right;
    if (source === undefined) {
      if (one || /^(phucloi|pl)_/iu.test(name)) unknown.add(name);
      continue;
    }
    const problem = (what: string): never =>
      refuse('template.cell', {
        file: book.file,
        name,
        sheet: sheet.name,
        cell: cellOf(area),
        problem: what,
      });
    if (!one && !grid.merges.some((merge) => sameArea(merge, area))) problem('cells');
    const key = cellKey(area.top, area.left);
    if (taken.has(key)) problem('overlap');
    if (cellIn(grid, area.top, area.left)?.formula !== undefined) problem('formula');
    taken.set(key, name);
    contents.set(key, { kind: 'source', source });
  }
}

function sameArea(one: Area, other: Area): boolean {
  return (
    one.top === other.top &&
    one.left === other.left &&
    one.bottom === other.bottom &&
    one.right === other.right
  );
}

function cellIn(grid: Grid, row: number, column: number): GridCell | undefined {
  return grid.rows.find((each) => each.row === row)?.cells.find((each) => each.column === column);
}

function cellOf({ top, left, bottom, right }: Area): string {
  const first = `${columnLetters(left)}${top}`;
  const last = `${columnLetters(right)}${bottom}`;
  return first === last ? first : `${first}:${last}`;
}

/** Cells with names in double braces in their text. */
function writtenCells(book: Book, { grid, find, contents, unknown }: Asked): void {
  for (const { row, cells } of grid.rows) {
    for (const cell of cells) {
      const key = cellKey(row, cell.column);
      if (contents.has(key) || cell.formula !== undefined) continue;
      const runs = runsOf(book, cell);
      const whole = runs.map(({ text }) => text).join('');
      if (!whole.includes('{{')) continue;
      const pieces: (Run | (Omit<Run, 'text'> & { source: Source }))[] = [];
      let found = false;
      let only: Source | undefined;
      // A place may begin in one run and end in another: it has the looks of where it begins.
      const marks = [...whole.matchAll(PLACE)].map((match) => {
        const source = find(match[1] ?? '', row);
        if (source === undefined) unknown.add((match[1] ?? '').trim());
        else found = true;
        if (source !== undefined && match[0] === whole.trim()) only = source;
        return { from: match.index, to: match.index + match[0].length, source };
      });
      let at = 0;
      for (const { looks, text } of runs) {
        const end = at + text.length;
        let from = at;
        for (const mark of marks) {
          if (mark.source === undefined || mark.to <= at || mark.from >= end) continue;
          if (mark.from > from) pieces.push({ looks, text: whole.slice(from, mark.from) });
          if (mark.from >= at) pieces.push({ looks, source: mark.source });
          from = Math.min(mark.to, end);
        }
        pieces.push({ looks, text: whole.slice(from, end) });
        at = end;
      }
      if (only !== undefined) contents.set(key, { kind: 'source', source: only });
      else if (found) contents.set(key, { kind: 'text', pieces });
    }
  }
}

/** A cell's text with the looks of each run, from the shared texts or its own. */
function runsOf(book: Book, cell: GridCell): readonly Run[] {
  const { type, node } = cell;
  const value = childOf(node, 'v')?.text ?? '';
  if (type === 'str') return [{ looks: '', text: value }];
  const shared = type === 's' ? book.strings?.items[Number(value)] : undefined;
  const item = type === 'inlineStr' ? childOf(node, 'is') : shared;
  if (item === undefined) return [];
  const source = type === 'inlineStr' ? cell.source : (book.strings?.part.source ?? '');
  const runs: Run[] = [];
  for (const child of item.children) {
    if (child.name === 't') runs.push({ looks: '', text: child.text });
    if (child.name !== 'r') continue;
    const looks = childOf(child, 'rPr');
    // Looks written under another prefix would be no looks in this part.
    const plain = looks !== undefined && looks.tag === 'rPr' && node.tag === 'c';
    runs.push({
      looks: plain ? source.slice(looks.start, looks.end) : '',
      text: childOf(child, 't')?.text ?? '',
    });
  }
  return runs;
}
