import { mark, type Markup, type Piece } from './markup.ts';

/** A column of a table of the month's page: what stands over it, and how its cells are ordered and aligned. */
export interface GridColumn {
  readonly title: string;
  readonly type: 'text' | 'code' | 'number' | 'day';
}

export interface GridRow {
  readonly kind: 'line' | 'group' | 'total';
  /** Other parts of the page lead here. */
  readonly id?: string | undefined;
  readonly cells: readonly Piece[];
}

export interface Grid {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** A sortable table: groups are bodies of their own, sums stay below what they sum up. */
export function grid({ id, caption, columns, rows }: Grid): Markup {
  const heads = columns.map(
    ({ title, type }) => mark`<th scope="col" data-type="${type === 'code' ? 'text' : type}">${title}</th>`,
  );
  const bodies: Piece[][] = [];
  for (const row of rows) {
    if (bodies.length === 0 || row.kind === 'group') bodies.push([]);
    bodies.at(-1)?.push(gridRow(row, columns));
  }
  return mark`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">\n<table id="${id}" data-sort>\n<caption class="vh">${caption}</caption>\n<thead>\n<tr>${heads}</tr>\n</thead>\n${bodies.map((body) => mark`<tbody>\n${body}</tbody>\n`)}</table></div>\n`;
}

/** Figures stand at the right, days in the middle, codes are never broken. */
const SIDES: { readonly [T in GridColumn['type']]: Markup | undefined } = {
  text: undefined,
  code: mark` class="k"`,
  number: mark` class="n"`,
  day: mark` class="c"`,
};

function gridRow({ kind, id, cells }: GridRow, columns: readonly GridColumn[]): Markup {
  const named = id === undefined ? undefined : mark` id="${id}"`;
  if (kind === 'group') {
    return mark`<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${cells}</th></tr>\n`;
  }
  // A sum's name stands over the columns that it leaves empty.
  const empty = kind === 'total' ? cells.slice(1).findIndex((cell) => cell !== '') : 0;
  const span = empty === -1 ? columns.length : empty + 1;
  const drawn = columns.map(({ type }, at) => {
    const side = SIDES[type];
    if (at === 0) {
      return mark`<th scope="row"${span > 1 ? mark` colspan="${span}"` : side}>${cells[0]}</th>`;
    }
    return at < span ? undefined : mark`<td${side}>${cells[at]}</td>`;
  });
  return mark`<tr class="${kind}"${named}>${drawn}</tr>\n`;
}
