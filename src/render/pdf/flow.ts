import type { Canvas } from './canvas.ts';

/** Something on a page that is never split: how high it is and how it is drawn below a point. */
export interface Piece {
  readonly height: number;
  readonly draw: (canvas: Canvas, top: number) => void;
  /** Stands on one page with the piece after it. */
  readonly keep?: boolean | undefined;
  /** From here on a table is open: its heading stands again on every page until a piece ends it. */
  readonly opens?: OpenTable | undefined;
  readonly ends?: boolean | undefined;
  /** The page ends below it. */
  readonly pageEnd?: boolean | undefined;
  /** Called once it stands on its page. */
  readonly placed?: (() => void) | undefined;
}

export interface OpenTable {
  readonly heading: Piece;
  /** The sums so far at the foot of a page and again at the head of the next; where there are none, undefined. */
  readonly carried?:
    { readonly height: number; readonly forward: () => Piece; readonly brought: () => Piece } | undefined;
}

/** One sheet's pages: where the first piece stands, where the last must end, and how the next page is begun. */
export interface Pages {
  readonly canvas: Canvas;
  readonly top: number;
  readonly bottom: number;
  readonly turn: () => void;
}

export interface Flow {
  readonly put: (piece: Piece) => void;
  readonly finish: () => void;
}

/** Puts pieces on pages, those kept together on one; what is taller than a page begins on one and is broken where it must. */
export function flowOn(pages: Pages): Flow {
  const chain: Piece[] = [];
  const state: { top: number; fresh: boolean; table: OpenTable | undefined; turn: boolean } = {
    top: pages.top,
    fresh: true,
    table: undefined,
    turn: false,
  };

  const draw = (piece: Piece) => {
    piece.draw(pages.canvas, state.top);
    state.top += piece.height;
  };
  const turn = (carry: boolean) => {
    const carried = carry ? state.table?.carried : undefined;
    if (carried !== undefined) draw(carried.forward());
    pages.turn();
    state.top = pages.top;
    if (state.table !== undefined) draw(state.table.heading);
    if (carried !== undefined) draw(carried.brought());
    state.fresh = true;
    state.turn = false;
  };
  /** What the chain needs below the point, a page's carried sums with it unless the table ends in it. */
  const needs = (pieces: readonly Piece[]) => {
    const open = pieces.findLast(({ opens }) => opens !== undefined)?.opens ?? state.table;
    const carried = pieces.some(({ ends }) => ends === true) ? 0 : (open?.carried?.height ?? 0);
    return pieces.reduce((sum, { height }) => sum + height, carried);
  };
  const capacity = () => {
    const { table } = state;
    return pages.bottom - pages.top - (table?.heading.height ?? 0) - (table?.carried?.height ?? 0);
  };
  const place = (pieces: readonly Piece[]): void => {
    const [first, ...rest] = pieces;
    if (first === undefined) return;
    if (state.turn) turn(false);
    if (state.top + needs(pieces) > pages.bottom + 0.01) {
      if (rest.length > 0 && needs(pieces) > capacity()) {
        place([first]);
        place(rest);
        return;
      }
      if (!state.fresh) turn(true);
    }
    for (const piece of pieces) {
      draw(piece);
      piece.placed?.();
      state.fresh = false;
      if (piece.opens !== undefined) state.table = piece.opens;
      if (piece.ends === true) state.table = undefined;
      if (piece.pageEnd === true) state.turn = true;
    }
  };
  return {
    put: (piece) => {
      chain.push(piece);
      if (piece.keep !== true) place(chain.splice(0));
    },
    finish: () => {
      place(chain.splice(0));
    },
  };
}
