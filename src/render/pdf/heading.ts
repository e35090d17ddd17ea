import { sentence } from '../papers/layout.ts';
import type { Frame } from './frame.ts';
import { LEADING, putLines, putShade, putStrokes, type Ink } from './canvas.ts';
import { PAD, type Columns } from './columns.ts';
import { printable, wrap } from './face.ts';
import type { Piece } from './flow.ts';

const GREY = 0.93;
const LINE = { width: 0.5 } as const;
const LEAST = 24;

interface Box {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly ink: Ink;
  readonly lines: readonly string[];
}

/** A table's headings: those over several columns above their own, and the marks that a form gives its columns below. */
export function headingPiece({ columns, size, scale }: Columns, { face, texts }: Frame): Piece {
  const bold: Ink = { weight: 'bold', size };
  const pad = PAD * scale;
  const step = size * LEADING;
  const lined = (text: string, width: number) => wrap(face('bold'), size, text, width - 2 * pad);
  const tall = (lines: readonly string[]) => lines.length * step + 6 * scale;

  const groups = groupsOf(columns, texts);
  const overs = groups.map((group) => ({
    ...group,
    lines: group.text === undefined ? [] : lined(group.text, group.width),
  }));
  const owns = columns.map((each) => lined(each.heading, each.width));
  const grouped = (at: number) => overs.find(({ from, to }) => at >= from && at < to)?.text !== undefined;
  const upper = Math.max(
    0,
    ...overs.filter(({ text }) => text !== undefined).map(({ lines }) => tall(lines)),
  );
  const under = Math.max(0, ...owns.filter((_, at) => grouped(at)).map(tall));
  const alone = Math.max(LEAST * scale, ...owns.filter((_, at) => !grouped(at)).map(tall));
  const height = Math.max(alone, upper + under);
  const lower = height - upper;
  const marked = columns.some(({ column }) => column.mark !== undefined);
  const marks = marked ? size * LEADING * 0.9 + 3 * scale : 0;

  const boxes: Box[] = [
    ...overs
      .filter(({ text }) => text !== undefined)
      .map(({ x, width, lines }) => ({ x, width, top: 0, height: upper, ink: bold, lines })),
    ...columns.map(({ x, width }, at) => {
      const below = grouped(at);
      return {
        x,
        width,
        top: below ? upper : 0,
        height: below ? lower : height,
        ink: bold,
        lines: owns[at] ?? [],
      };
    }),
    ...(marked
      ? columns.map(({ x, width, column }) => ({
          x,
          width,
          top: height,
          height: marks,
          ink: { weight: 'italic', size: size * 0.85 } as const,
          lines: column.mark === undefined ? [] : [printable(column.mark)],
        }))
      : []),
  ];
  const [first, last] = [columns[0], columns.at(-1)];
  const [left, right] = [first?.x ?? 0, (last?.x ?? 0) + (last?.width ?? 0)];
  return {
    height: height + marks,
    draw: (canvas, top) => {
      putShade(canvas, GREY, left, top, right - left, height);
      for (const box of boxes) {
        const free = (box.height - box.lines.length * box.ink.size * LEADING) / 2;
        putLines(canvas, box.ink, box.lines, {
          x: box.x + pad,
          width: box.width - 2 * pad,
          top: top + box.top + free,
          align: 'center',
        });
      }
      putStrokes(canvas, LINE, [
        [left, top, right, top],
        ...boxes.flatMap(({ x, width, top: from, height: each }) => [
          [x, top + from, x, top + from + each] as const,
          [x, top + from + each, x + width, top + from + each] as const,
        ]),
        [right, top, right, top + height + marks],
      ]);
    },
  };
}

/** Columns side by side under one heading; a column without one stands alone. */
function groupsOf(columns: Columns['columns'], texts: Frame['texts']) {
  const groups: { text: string | undefined; x: number; width: number; from: number; to: number }[] = [];
  columns.forEach(({ column, x, width }, at) => {
    const text = column.over === undefined ? undefined : sentence(column.over, texts);
    const last = groups.at(-1);
    if (text !== undefined && last?.text === text) {
      last.width += width;
      last.to = at + 1;
    } else groups.push({ text, x, width, from: at, to: at + 1 });
  });
  return groups;
}
