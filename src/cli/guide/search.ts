import { fold } from '../../domain/name.ts';

/** Somebody or something that is looked for by typing: a member, a unit, a donor, a voucher. */
export interface Known {
  readonly code: string;
  readonly name: string;
  /** What else is known of it, and may be typed: the unit, the amount. */
  readonly detail?: string | undefined;
}

interface Indexed<K> {
  readonly known: K;
  /** As it is written, in small letters: whoever types marks means them. */
  readonly written: string;
  /** Without marks, with a blank before every word. */
  readonly folded: string;
}

/** How many are worth showing: nobody reads on, one more letter is typed instead. */
const SHOWN = 40;

/**
 * Finds by any part that is typed, in any order, with marks or without. Folded once: a roll of many thousand is looked
 * through between two keys.
 */
export class Finder<K extends Known> {
  readonly #all: readonly Indexed<K>[];

  constructor(known: readonly K[]) {
    this.#all = known.map((each) => {
      const text = `${each.name} ${each.code} ${each.detail ?? ''}`;
      return { known: each, written: text.normalize('NFC').toLowerCase(), folded: ` ${fold(text)}` };
    });
  }

  /** Those that hold every word typed: its code first, then as written, then where words begin so, then anywhere. */
  find(typed: string): readonly K[] {
    const written = typed.normalize('NFC').trim().toLowerCase();
    const words = fold(typed).split(' ');
    if (words[0] === '') return this.#all.slice(0, SHOWN).map(({ known }) => known);
    const found: K[][] = [[], [], [], []];
    for (const { known, written: text, folded } of this.#all) {
      if (!words.every((word) => folded.includes(word))) continue;
      const begins = words.every((word) => folded.includes(` ${word}`));
      const place = known.code.toLowerCase() === written ? 0 : begins ? (text.includes(written) ? 1 : 2) : 3;
      found[place]?.push(known);
    }
    return found.flat().slice(0, SHOWN);
  }
}
