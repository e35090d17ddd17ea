import type { PaperTexts } from '../papers/texts.ts';
import type { Face, Weight } from './face.ts';
import type { Piece } from './flow.ts';

/** Where a sheet's blocks stand: its left edge and width in points, the font and the words. */
export interface Frame {
  readonly left: number;
  readonly width: number;
  readonly face: (weight: Weight) => Face;
  readonly texts: PaperTexts;
}

/** Letters of text outside tables, in points. */
export const BODY = 12;

/** Room between two blocks, on the page of the second. */
export function gap(height: number): Piece {
  return { height, draw: () => undefined, keep: true };
}
