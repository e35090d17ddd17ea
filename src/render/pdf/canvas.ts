import type { Face, Weight } from './face.ts';
import { hexOf, widthOfText } from './face.ts';

/** Points of the page that is being written; lengths from its upper left corner, as layouts are thought. */
export interface Canvas {
  readonly face: (weight: Weight) => Face;
  /** Operators of the page's content. */
  parts: string[];
  /** The faces that stand on the page. */
  used: Set<Face>;
  height: number;
}

export interface Ink {
  readonly weight: Weight;
  readonly size: number;
  /** Red, green, blue from 0 to 1. */
  readonly colour?: readonly [number, number, number] | undefined;
}

export const BLACK = '0 g 0 G';
/** Between the lines of one text, as a part of its size. */
export const LEADING = 1.2;
/** How far below the top of a line its letters stand, as a part of their size. */
const ASCENT = 0.93;

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** One line of text in one piece, its top left corner at a point. */
export function putLine(canvas: Canvas, ink: Ink, x: number, top: number, text: string, gap = 0): void {
  if (text === '') return;
  const face = canvas.face(ink.weight);
  canvas.used.add(face);
  const y = canvas.height - top - ink.size * ASCENT;
  const shown = gap === 0 ? `<${hexOf(face, text)}> Tj` : spaced(face, ink.size, text, gap);
  const drawn = `BT /${face.font.id} ${n(ink.size)} Tf ${n(x)} ${n(y)} Td ${shown} ET`;
  canvas.parts.push(ink.colour === undefined ? drawn : `${ink.colour.join(' ')} rg ${drawn} 0 g`);
}

/** Text whose spaces are wider by `gap` points. */
function spaced(face: Face, size: number, text: string, gap: number): string {
  const wider = n((-gap * 1000) / size);
  const words = text.split(' ').map((word, at, all) => hexOf(face, at < all.length - 1 ? `${word} ` : word));
  return `[${words.map((hex) => `<${hex}>`).join(` ${wider} `)}] TJ`;
}

export type Align = 'left' | 'center' | 'right';

/** Lines one under another between two edges; returns the height they take. */
export function putLines(
  canvas: Canvas,
  ink: Ink,
  lines: readonly string[],
  { x, width, top, align }: { x: number; width: number; top: number; align: Align },
): number {
  lines.forEach((line, at) => {
    const free = align === 'left' ? 0 : width - widthOfText(canvas.face(ink.weight), ink.size, line);
    putLine(canvas, ink, x + (align === 'center' ? free / 2 : free), top + at * ink.size * LEADING, line);
  });
  return lines.length * ink.size * LEADING;
}

export interface Stroke {
  readonly width: number;
  readonly dotted?: boolean;
}

/** Straight lines, each from point to point. */
export function putStrokes(
  canvas: Canvas,
  { width, dotted = false }: Stroke,
  strokes: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[],
): void {
  const path = strokes.map(
    ([x1, y1, x2, y2]) => `${n(x1)} ${n(canvas.height - y1)} m ${n(x2)} ${n(canvas.height - y2)} l`,
  );
  canvas.parts.push(
    `${n(width)} w ${dotted ? '1 J [0 2] 0 d ' : ''}${path.join(' ')} S${dotted ? ' 0 J [] 0 d' : ''}`,
  );
}

/** A filled rectangle, grey from 0 (black) to 1. */
export function putShade(
  canvas: Canvas,
  grey: number,
  x: number,
  top: number,
  width: number,
  height: number,
): void {
  canvas.parts.push(`${grey} g ${n(x)} ${n(canvas.height - top - height)} ${n(width)} ${n(height)} re f 0 g`);
}
