import { fold } from './name.ts';

/** The words with which lists begin a unit's name. */
export interface UnitWords {
  /** Spellings of each kind of unit. */
  readonly levels: readonly (readonly string[])[];
  /** Spellings that leave the kind open. */
  readonly any: readonly string[];
  /** Those who belong to the unit that is named next. */
  readonly people: readonly string[];
}

/** Other folded spellings of a unit's name: `same` says just as much, `near` leaves the kind of unit open or fills it in. */
export interface UnitSpellings {
  readonly same: readonly string[];
  readonly near: readonly string[];
}

interface Begin {
  readonly words: string;
  readonly same: readonly string[];
  readonly near: readonly string[];
}

/** Tells how else a unit's name may be written: CĐCS Bệnh viện A, Công đoàn Bệnh viện A, Đoàn viên CĐCS Bệnh viện A. */
export class UnitSpeller {
  readonly #begins: readonly Begin[];
  readonly #people: readonly string[];

  constructor({ levels, any, people }: UnitWords) {
    const kinds = levels.map((level) => level.map(fold));
    const open = any.map(fold);
    // The kind of unit may also be left out of the roll's name.
    const bare = '';
    this.#begins = longestFirst([
      ...kinds.flatMap((level) => level.map((words) => ({ words, same: level, near: [...open, bare] }))),
      ...open.map((words) => ({ words, same: open, near: [...kinds.flat(), bare] })),
    ]);
    this.#people = longestFirst(people.map((words) => ({ words: fold(words) }))).map(({ words }) => words);
  }

  /** Nothing where the name does not say that a union unit is meant: a hospital is not its union. */
  spellings(name: string): UnitSpellings | undefined {
    const folded = fold(name);
    const people = this.#people.find((words) => folded.startsWith(`${words} `));
    const unit = people === undefined ? folded : folded.slice(people.length + 1);
    const begin = this.#begins.find(({ words }) => unit.startsWith(`${words} `));
    if (begin === undefined) return undefined;
    const own = unit.slice(begin.words.length + 1);
    const named = (words: string) => (words === '' ? own : `${words} ${own}`);
    return { same: begin.same.map(named), near: begin.near.map(named) };
  }
}

function longestFirst<T extends { readonly words: string }>(begins: readonly T[]): T[] {
  return begins.toSorted((a, b) => b.words.length - a.words.length);
}
