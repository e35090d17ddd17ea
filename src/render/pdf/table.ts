import type { Dong } from '../../domain/dong.ts';
import { say } from '../../report/papers/line.ts';
import type { PaperKey, PaperRow, PaperTable, PaperValue } from '../../report/papers/paper.ts';
import { sentence, shown } from '../papers/layout.ts';
import { LEADING, putLines, putStrokes, type Align, type Ink } from './canvas.ts';
import type { Frame } from './frame.ts';
import { addUp, PAD, placeColumns, type Columns } from './columns.ts';
import { wrap } from './face.ts';
import type { OpenTable, Piece } from './flow.ts';
import { headingPiece } from './heading.ts';

/** Room for a signature, and the least that a row has, in points. */
const TALL = 30;
const PLAIN = 18;
const BORDER = { width: 0.5 } as const;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly lines: readonly string[];
}

export interface TableFrame extends Frame {
  /** From a page's first row to its last, in points. */
  readonly depth: number;
  /** Whether pages may end within the table at all. */
  readonly pages: boolean;
}

/** A table as its heading and rows, one after the other: a long one is never held. The last piece ends it. */
export async function* tablePieces(table: PaperTable, frame: TableFrame): AsyncGenerator<Piece> {
  const placed = await placeColumns(table, frame.texts, frame.face, frame);
  const sums = new Map<PaperKey, Dong>(table.sums.map((key) => [key, 0 as Dong]));
  const running = new Map<PaperKey, PaperValue>();
  const heading = headingPiece(placed, frame);
  const carries = frame.pages && !placed.paged && (table.carried ?? table.sums.length > 0);
  const carry = (line: 'carriedForward' | 'broughtForward') =>
    sumPiece(
      table,
      {
        kind: 'stated',
        label: say(line, {}),
        cells: { ...Object.fromEntries(sums), ...Object.fromEntries(running) },
      },
      placed,
      frame,
    );
  const height = carries ? Math.max(carry('carriedForward').height, carry('broughtForward').height) : 0;
  const opens: OpenTable = {
    heading,
    carried: carries
      ? { height, forward: () => carry('carriedForward'), brought: () => carry('broughtForward') }
      : undefined,
  };
  yield { ...heading, keep: true, opens };
  const count = (row: PaperRow) => () => {
    if (row.kind !== 'line') return;
    for (const { key, running: made } of table.columns) {
      addUp(sums, key, row.cells[key]);
      if (made !== undefined) running.set(key, row.cells[key]);
    }
  };
  const most = frame.depth - heading.height - 2 * height;
  // A row is given away once the next is known: the last one ends the table.
  let waiting: Piece | undefined;
  let before: PaperRow['kind'] | undefined;
  for await (const row of table.rows) {
    const pieces =
      row.kind === 'line'
        ? linePieces(table, row, placed, frame, most)
        : [sumPiece(table, row, placed, frame)];
    for (const [at, piece] of pieces.entries()) {
      if (waiting !== undefined)
        yield waiting.pageEnd !== true && closesWith(before, row.kind) ? { ...waiting, keep: true } : waiting;
      before = row.kind;
      const last = at === pieces.length - 1;
      waiting = {
        ...piece,
        keep: row.kind === 'group',
        pageEnd: last ? row.pageEnd : undefined,
        placed: last ? count(row) : undefined,
      };
    }
  }
  yield { ...(waiting ?? { height: 0, draw: () => undefined }), ends: true };
  yield { height: 6, draw: () => undefined, keep: true };
}

/** Whether two rows close a table together: a unit's sum and the whole's, the turnover and what is left. */
function closesWith(before: PaperRow['kind'] | undefined, after: PaperRow['kind']): boolean {
  return before === 'total'
    ? after === 'total' || after === 'stated'
    : before === 'subtotal' && after === 'total';
}

/** A line, in one piece; one that is taller than a page in as many as it takes. */
function linePieces(table: PaperTable, row: PaperRow, placed: Columns, frame: Frame, most: number): Piece[] {
  const ink: Ink = { weight: 'regular', size: placed.size };
  const own = frame.face('regular');
  const cells = placed.columns.map(({ column, x, width, align }): Cell => {
    const value = row.cells[column.key];
    const lines =
      value === undefined
        ? []
        : wrap(own, ink.size, shown(value, column, frame.texts), width - 2 * PAD * placed.scale);
    return { x, width, align, lines };
  });
  const least = (table.tall ? TALL : PLAIN) * placed.scale;
  const step = ink.size * LEADING;
  const rows = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const fitting = Math.max(1, Math.floor((most - 4) / step));
  if (rows <= fitting) return [rowPiece(cells, ink, placed, least)];
  const parts: Piece[] = [];
  for (let from = 0; from < rows; from += fitting)
    parts.push(
      rowPiece(
        cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + fitting) })),
        ink,
        placed,
        0,
      ),
    );
  return parts;
}

/** A heading, subtotal, total or stated row: its label over the columns before the first sum, its figures in bold. */
function sumPiece(table: PaperTable, row: PaperRow, placed: Columns, frame: Frame): Piece {
  const ink: Ink = { weight: 'bold', size: placed.size };
  const own = frame.face('bold');
  const pad = 2 * PAD * placed.scale;
  const first = table.columns.findIndex(({ key }) => table.sums.includes(key));
  const label = row.label === undefined ? '' : sentence(row.label, frame.texts);
  const all = placed.columns.length;
  const span =
    row.kind === 'group' || first < 0
      ? row.kind === 'group'
        ? all
        : firstFilled(row, placed)
      : Math.max(1, first);
  const over = placed.columns.slice(0, span);
  const width = over.reduce((sum, each) => sum + each.width, 0);
  const cells: Cell[] = [
    { x: over[0]?.x ?? 0, width, align: 'left', lines: wrap(own, ink.size, label, width - pad) },
    ...placed.columns.slice(span).map(({ column, x, width: each, align }): Cell => {
      const value = row.cells[column.key];
      const lines =
        value === undefined ? [] : wrap(own, ink.size, shown(value, column, frame.texts), each - pad);
      return { x, width: each, align, lines };
    }),
  ];
  return rowPiece(cells, ink, placed, 20 * placed.scale);
}

/** In a table without sums a label stands over the columns that the row leaves empty. */
function firstFilled(row: PaperRow, { columns }: Columns): number {
  const at = columns.findIndex(({ column }) => row.cells[column.key] !== undefined);
  return at < 0 ? columns.length : Math.max(1, at);
}

function rowPiece(cells: readonly Cell[], ink: Ink, { scale }: Columns, least: number): Piece {
  const step = ink.size * LEADING;
  const rows = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const height = Math.max(least, rows * step + 4 * scale);
  const pad = PAD * scale;
  return {
    height,
    draw: (canvas, top) => {
      const [first, last] = [cells[0], cells.at(-1)];
      if (first === undefined || last === undefined) return;
      const [left, right] = [first.x, last.x + last.width];
      for (const { x, width, align, lines } of cells) {
        if (lines.length === 0) continue;
        const free = (height - lines.length * step) / 2;
        putLines(canvas, ink, lines, { x: x + pad, width: width - 2 * pad, top: top + free, align });
      }
      putStrokes(canvas, BORDER, [
        ...cells.map(({ x }) => [x, top, x, top + height] as const),
        [right, top, right, top + height],
        [left, top + height, right, top + height],
      ]);
    },
  };
}
