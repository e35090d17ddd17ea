import { readDay, readMonth, type Day, type Month } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { closest } from '../domain/near.ts';
import type { Unseen } from '../render/messages/questions.ts';

/** One option of a command: how its value is written in help, and how it is read. */
export interface Option<T> {
  /** What stands after the flag in help; a flag without value has none. */
  readonly value?: string | undefined;
  /** `optional`: the flag may stand without its value. `many`: it may stand several times. */
  readonly takes: 'nothing' | 'one' | 'optional' | 'many';
  readonly required: boolean;
  /** A value that is no one else's business: `-` stands for it on the command line (unseen.ts). */
  readonly unseen?: Unseen;
  /** Turns what was typed (undefined where the flag is absent) into the command's value. */
  readonly read: (typed: unknown, flag: string) => T;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
export type Values<O extends Options> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** Reads text by `parse`; what that cannot read is refused with `expected`. */
export function reader<T>(parse: (text: string) => T | undefined, expected: string) {
  return (typed: unknown, flag: string): T | undefined => {
    if (typed === undefined) return undefined;
    const given = typeof typed === 'string' ? typed : '';
    return parse(given) ?? refuse('usage.value', { option: flag, given, expected });
  };
}

export function one<T>(
  value: string,
  read: (typed: unknown, flag: string) => T | undefined,
): Option<T | undefined> {
  return { value, takes: 'one', required: false, read };
}

/** An option that must be given. */
export function needed<T>(option: Option<T | undefined>): Option<T> {
  return {
    ...option,
    required: true,
    read: (typed, name) => {
      const value = option.read(typed, name);
      return value === undefined || value === '' ? refuse('usage.missing', { option: name }) : value;
    },
  };
}

/** An option with a value of its own where it is left out. */
export function otherwise<T>(option: Option<T | undefined>, fallback: T): Option<T> {
  return { ...option, read: (typed, flag) => option.read(typed, flag) ?? fallback };
}

export const text = (value = 'TEXT') =>
  one(
    value,
    reader((typed) => typed.normalize('NFC').trim(), value),
  );
/** A text that need not stand on the command line, where histories and process lists keep it. */
export const secret = (unseen: Unseen, value = 'TEXT'): Option<string | undefined> => ({
  ...text(value),
  unseen,
});
export const code = (value: string) =>
  one(
    value,
    reader((typed) => typed.trim() || undefined, value),
  );
export const day = (value = 'DAY') => one<Day>(value, reader(readDay, '24/09/2024 · 2024-09-24'));
export const month = (value = 'YYYY-MM') => one<Month>(value, reader(readMonth, '2024-09 · 09/2024'));
export const count = (value = 'N') =>
  one<number>(
    value,
    reader((typed) => (/^\d{1,9}$/.test(typed) ? Number(typed) : undefined), '1, 2, 3 …'),
  );

export function choice<const C extends string>(...choices: readonly C[]): Option<C | undefined> {
  const value = choices.join('|');
  return one(value, (typed, flag) => {
    if (typed === undefined) return undefined;
    const given = typeof typed === 'string' ? typed : '';
    const found = choices.find((each) => each === given);
    if (found !== undefined) return found;
    const near = closest(given, choices);
    const meant = near.length > 0 ? { near } : {};
    return refuse('usage.value', { option: flag, given, expected: value, ...meant });
  });
}

export function flag(): Option<boolean> {
  return { takes: 'nothing', required: false, read: (typed) => typed === true };
}

/** A flag that may carry a value: undefined where absent, '' where it stands alone. */
export function maybe(value: string): Option<string | undefined> {
  return {
    value,
    takes: 'optional',
    required: false,
    read: (typed) => (typed === undefined || typeof typed === 'string' ? typed : ''),
  };
}

/** An option that may stand several times, or with several values after it; each read by `parse`. */
export function many<T>(value: string, parse: (text: string) => T | undefined): Option<readonly T[]> {
  return {
    value,
    takes: 'many',
    required: false,
    read: (typed, name) => {
      const given = typed === undefined ? [] : (typed as string[]);
      return given.map(
        (each) => parse(each) ?? refuse('usage.value', { option: name, given: each, expected: value }),
      );
    },
  };
}

/** Codes, names or files as they are typed. */
export const words = (value: string) => many(value, (typed) => typed);

export function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Options that also have a letter. */
export const SHORT: Readonly<Record<string, string>> = {
  yes: '-y',
  dryRun: '-n',
  quiet: '-q',
  verbose: '-v',
  output: '-o',
  help: '-h',
};
