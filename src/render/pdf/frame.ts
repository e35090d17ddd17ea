import type { PaperTexts } from '../papers/texts.ts';
import type { Face, Weight } from './face.ts';
import type { Piece } from './flow.ts';

/** Where a sheet's blocks stand: its left edge and width in points, the font and the words. */
export interface Frame {
  readonly left: number;
  readonly width: number;
  /** Whether its page lies on its side. */
  readonly wide: boolean;
  readonly face: (weight: Weight) => Face;
  readonly texts: PaperTexts;
  /** Room for a hand's signature, in points. */
  readonly room: number;
}

/** Room for a signature where there is enough of it; on a page that would else be too short; on a small sheet. */
export const ROOM = { full: 58, short: 44, small: 36 } as const;

/** Letters of text outside tables, in points. */
export const BODY = 12;

/** Room between two blocks, on the page of the second. */
export function gap(height: number): Piece {
  return { height, draw: () => undefined, keep: true };
}
