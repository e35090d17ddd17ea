import type { PaperColumn, PaperRow, PaperTable } from '../../report/papers/paper.ts';
import { sentence, shown } from '../papers/layout.ts';
import { headingOf, type PaperTexts } from '../papers/texts.ts';
import { mark, type Markup } from './markup.ts';

/** A table row by row: a long one is never held. Each group of rows is a body of its own, so that its heading heads it alone. */
export async function* tableMarkup(
  table: PaperTable,
  caption: string,
  texts: PaperTexts,
): AsyncGenerator<Markup> {
  const sortable = isSortable(table) ? mark` data-sort` : undefined;
  yield mark`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">`;
  yield mark`<table class="${table.tall ? 'tall' : 'plain'}"${sortable}>\n<caption class="vh">${caption}</caption>\n`;
  yield mark`<thead>\n${headings(table, texts)}</thead>\n<tbody>\n`;
  let empty = true;
  for await (const row of table.rows) {
    if (row.kind === 'group' && !empty) yield mark`</tbody>\n<tbody>\n`;
    empty = false;
    yield rowMarkup(table, row, texts);
  }
  yield mark`</tbody>\n</table></div>\n`;
}

/** A list to work on; one with a balance in each line has no other order than its own. */
export function isSortable({ filter, columns }: PaperTable): boolean {
  return filter === true && columns.every(({ running, over }) => running === undefined && over === undefined);
}

function headings({ columns }: PaperTable, texts: PaperTexts): Markup {
  const over = columns.map((column) =>
    column.over === undefined ? undefined : sentence(column.over, texts),
  );
  const layered = over.some((text) => text !== undefined);
  const cell = (column: PaperColumn, at: number) => {
    const deep = layered && over[at] === undefined ? mark` rowspan="2"` : undefined;
    return mark`<th scope="col" data-type="${sortType(column)}"${deep}>${headingOf(column, texts)}</th>`;
  };
  const upper = columns.map((column, at) => {
    const text = over[at];
    if (text === undefined) return cell(column, at);
    if (over[at - 1] === text) return undefined;
    const after = over.slice(at).findIndex((each) => each !== text);
    return mark`<th scope="colgroup" colspan="${after === -1 ? columns.length - at : after}">${text}</th>`;
  });
  const lower = columns.map((column, at) => (over[at] === undefined ? undefined : cell(column, at)));
  const letters = columns.map((column) => mark`<td class="c">${column.mark}</td>`);
  return mark`<tr>${upper}</tr>\n${layered ? mark`<tr>${lower}</tr>\n` : undefined}${
    columns.some((column) => column.mark !== undefined) ? mark`<tr>${letters}</tr>\n` : undefined
  }`;
}

function sortType({ type }: PaperColumn): string {
  if (type === 'dong' || type === 'count') return 'number';
  return type === 'day' ? 'day' : 'text';
}

function rowMarkup(table: PaperTable, row: PaperRow, texts: PaperTexts): Markup {
  const { columns } = table;
  const names = row.pageEnd === true ? `${row.kind} end` : row.kind;
  if (row.kind === 'line') {
    const head = headColumn(columns);
    const cells = columns.map((column, at) => {
      const text = shown(row.cells[column.key], column, texts);
      return at === head && text !== ''
        ? mark`<th scope="row"${sided(column)}>${text}</th>`
        : mark`<td${sided(column)}>${text}</td>`;
    });
    return mark`<tr class="${names}">${cells}</tr>\n`;
  }
  const label = row.label === undefined ? '' : sentence(row.label, texts);
  if (row.kind === 'group') {
    return mark`<tr class="${names}"><th scope="rowgroup" colspan="${columns.length}">${label}</th></tr>\n`;
  }
  const first = columns.findIndex(({ key }) => row.cells[key] !== undefined);
  const span = first === -1 ? columns.length : Math.max(1, first);
  const cells = columns
    .slice(span)
    .map((column) => mark`<td${sided(column)}>${shown(row.cells[column.key], column, texts)}</td>`);
  return mark`<tr class="${names}"><th scope="row" colspan="${span}">${label}</th>${cells}</tr>\n`;
}

/** The column that says what a line is about. */
function headColumn(columns: readonly PaperColumn[]): number {
  for (const type of ['person', 'text', 'code'] as const) {
    const at = columns.findIndex((column) => column.type === type);
    if (at !== -1) return at;
  }
  return 0;
}

function sided({ key, type }: PaperColumn): Markup | undefined {
  if (type === 'dong' || (type === 'count' && key !== 'number')) return mark` class="n"`;
  return type === 'day' || type === 'code' || key === 'number' ? mark` class="c"` : undefined;
}
