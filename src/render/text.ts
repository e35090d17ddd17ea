import { widthOf } from './width.ts';
import type { Column, Row, Table, Value } from '../report/table.ts';
import { formatDay, formatDong } from './figures.ts';
import { onScreen } from './screen.ts';
import type { Messages } from './messages.ts';

export interface TextStyle {
  /** Columns of the terminal; text columns are cut to fit. Infinity cuts nothing. */
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export const PLAIN: TextStyle = { width: Infinity, bold: (text) => text, dim: (text) => text };

const RIGHT = new Set(['dong', 'count']);
const GAP = '  ';
const NARROWEST = 8;

/** A table in columns: figures right, words left, wide or combining letters by their width on the screen. */
export function renderTable(whole: Table, m: Messages, style: TextStyle): string {
  const roomy = whole.columns.filter(({ room }) => room !== 'narrow' && room !== 'screen');
  const wide = layout({ ...whole, columns: roomy }, m, style);
  const narrower = whole.columns.some(({ room }) => room !== undefined) && wide.total > style.width;
  const { text } = narrower
    ? layout({ ...whole, columns: whole.columns.filter(({ room }) => room !== 'wide') }, m, style)
    : wide;
  return text;
}

/** A table's text, and how many columns of the screen it takes. */
function layout(table: Table, m: Messages, style: TextStyle): { text: string; total: number } {
  const head = table.columns.map((column) => column.title ?? m.columns[column.key] ?? column.key);
  const body = table.rows.map((row) => table.columns.map((column) => cellText(column, row, table, m)));
  // Not all of a column at once: a call takes only so many values.
  const widths = table.columns.map((_, at) =>
    body.reduce((most, cells) => Math.max(most, widthOf(cells[at] ?? '')), widthOf(head[at] ?? '')),
  );
  shrink(widths, table.columns, style.width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => pad(cell, widths[at] ?? 0, RIGHT.has(table.columns[at]?.type ?? '')))
      .join(GAP)
      .trimEnd();
  const rule = style.dim(widths.map((width) => '─'.repeat(width)).join(GAP));
  const lines = body.map((cells, at) => {
    const text = line(cells);
    return table.rows[at]?.kind === 'line' ? text : style.bold(text);
  });
  const text = [m.title(table.name, table.facts), '', style.bold(line(head)), rule, ...lines, ''].join('\n');
  return { text, total: widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) };
}

/** Takes width from the widest column of words until the table fits, or none can give more. */
function shrink(widths: number[], columns: readonly Column[], limit: number): void {
  const total = () => widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  while (total() > limit) {
    let widest = -1;
    for (const [at, column] of columns.entries()) {
      const gives = (column.type === 'text' || column.type === 'person') && (widths[at] ?? 0) > NARROWEST;
      if (gives && (widest < 0 || (widths[at] ?? 0) > (widths[widest] ?? 0))) widest = at;
    }
    if (widest < 0) return;
    widths[widest] = Math.max(NARROWEST, (widths[widest] ?? 0) - Math.max(1, Math.min(total() - limit, 4)));
  }
}

function cellText(column: Column, row: Row, table: Table, m: Messages): string {
  const value = row.cells[column.key];
  const labelled = row.label !== undefined && column === labelColumn(table);
  return labelled ? m.labels[row.label] : formatValue(column, value, m);
}

/** The first column of words, or the first of all: where a total says what it is. */
function labelColumn(table: Table): Column | undefined {
  return (
    table.columns.find((column) => column.type === 'text' || column.type === 'person') ?? table.columns[0]
  );
}

function formatValue(column: Column, value: Value, m: Messages): string {
  if (value === undefined) return '';
  if (typeof value === 'number')
    return column.type === 'dong' ? formatDong(value, m.language) : String(value);
  if (column.type === 'day') return formatDay(value);
  const word = column.key === 'category' ? m.categories[value] : undefined;
  return word ?? onScreen(value.replace(/\s+/g, ' '));
}

function pad(text: string, width: number, right: boolean): string {
  const cut = widthOf(text) > width ? `${cutTo(text, width - 1)}…` : text;
  const blanks = ' '.repeat(Math.max(0, width - widthOf(cut)));
  return right ? blanks + cut : cut + blanks;
}

function cutTo(text: string, width: number): string {
  let cut = '';
  for (const letter of text) {
    if (widthOf(cut + letter) > width) break;
    cut += letter;
  }
  return cut;
}
