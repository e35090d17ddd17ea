import { fold } from '../domain/name.ts';
import type { PersonReader, RolledPerson } from './port/persons.ts';

/** The form of codes that the program gives. */
const GIVEN = /^TV\d{4,}$/;

/**
 * The book's people as a roll is held against them: a few bytes for each, since there may be a million. By code or by
 * name, whichever the roll asks for: what it does not ask for is not held.
 */
export class KnownPeople {
  readonly #persons: PersonReader;
  #byCode: Map<string, string> | undefined;
  #left: Map<string, number> | undefined;
  /** How many records the book has, and its codes of the given form that count further than that. */
  #codes: { readonly count: number; readonly beyond: ReadonlySet<string> } | undefined;
  #added = 0;
  /** The number of the code that was given last. */
  #last = 0;

  constructor(persons: PersonReader) {
    this.#persons = persons;
  }

  /** The folded name of the person whom a code finds. */
  byCode(code: string): string | undefined {
    if (this.#byCode === undefined) {
      this.#byCode = new Map();
      // Many have the same name: it is kept once.
      const names = new Map<string, string>();
      for (const person of this.#persons.rolled()) {
        const name = names.get(person.counts) ?? person.counts;
        names.set(name, name);
        this.#byCode.set(person.code.toLowerCase(), name);
      }
    }
    return this.#byCode.get(code.toLowerCase());
  }

  /** Takes one of the people of this name, unit and birth date, whom no earlier row took; false where none is left. */
  take(name: string, unit: number, born: string): boolean {
    if (this.#left === undefined) {
      this.#left = new Map();
      for (const person of this.#persons.rolled()) {
        const key = keyOf(person);
        this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
      }
    }
    const key = keyOf({ folded: fold(name), unit, born });
    const left = this.#left.get(key) ?? 0;
    if (left > 0) this.#left.set(key, left - 1);
    // Somebody new, who will be given a code: by what the book has before anybody is entered.
    else this.#codes ??= this.#read();
    return left > 0;
  }

  /**
   * The code of a person more than the book has: the row's own, or the next that nobody has, in the book or the roll.
   * To be asked of each such row in its order, of one that is left out too.
   */
  codeFor(code: string, roll: ReadonlySet<string>): string {
    const given = code === '' ? this.#free(roll) : code;
    this.#added += 1;
    return given;
  }

  #free(roll: ReadonlySet<string>): string {
    if (this.#codes === undefined) throw new TypeError('nobody of this name was asked for');
    const { count, beyond } = this.#codes;
    for (let number = Math.max(count + this.#added, this.#last) + 1; ; number++) {
      const code = codeOf(number);
      if (beyond.has(code) || roll.has(code)) continue;
      this.#last = number;
      return code;
    }
  }

  #read() {
    let count = 0;
    const given: string[] = [];
    for (const { code } of this.#persons.rolled()) {
      count += 1;
      // Of a book that gave them all, none is kept: each was given when there were fewer.
      if (GIVEN.test(code) && isBeyond(code, codeOf(count))) given.push(code);
    }
    const last = codeOf(count);
    return { count, beyond: new Set(given.filter((code) => isBeyond(code, last))) };
  }
}

function codeOf(number: number): string {
  return `TV${String(number).padStart(4, '0')}`;
}

/** Of codes of the given form: whether one counts further than another. */
function isBeyond(code: string, other: string): boolean {
  return code.length === other.length ? code > other : code.length > other.length;
}

function keyOf({ folded, unit, born }: Pick<RolledPerson, 'folded' | 'unit' | 'born'>): string {
  return `${folded}@${unit}@${born}`;
}
