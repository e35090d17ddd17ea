import { fold, tidy } from './name.ts';

/** Whether a text names somebody: for sure, or with a name that is alike but for marks or that goes on; or not at all. */
export type Named = 'sure' | 'like' | 'no';

/**
 * Tells of texts whether they name a person of these names and numbers. For sure: a number of theirs, or the whole name
 * with its marks, after which no further word of a name stands. Alike: the name as it is without marks (banks write
 * none), or at the head of a longer one: it may be theirs or another's, and decides nothing.
 */
export function namedBy(marks: {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
}): (text: string) => Named {
  const names = marks.names.filter((name) => fold(name).includes(' '));
  const folds = names.map((name) => ` ${fold(name)} `);
  const whole = names.map((name) => wordsOf(name).map(marked));
  const digits = marks.numbers
    .map((number) => number.replaceAll(/\D/g, ''))
    .filter(({ length }) => length > 8);
  return (text) => {
    if (text === '') return 'no';
    const bare = digits.length > 0 && /\d/.test(text) ? text.replaceAll(/(?<=\d)[ .-](?=\d)/g, '') : '';
    if (digits.some((number) => bare.includes(number))) return 'sure';
    const folded = ` ${fold(text)} `;
    if (!folds.some((name) => folded.includes(name))) return 'no';
    return whole.some((name) => isIn(name, text)) ? 'sure' : 'like';
  };
}

/** Whether the words of a name stand in a text one after the other, and the name does not go on. */
function isIn(name: readonly string[], text: string): boolean {
  // A comma or a bracket ends a name.
  return tidy(text)
    .split(/[^\p{L}\p{M}\p{N}\s'\u2019.]+|\.(?=\s|$)/u)
    .some((clause) => {
      const words = wordsOf(clause);
      const compared = words.map(marked);
      return compared.some(
        (_, at) =>
          name.every((word, index) => compared[at + index] === word) &&
          !/^\p{Lu}/u.test(words[at + name.length] ?? ''),
      );
    });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The marks of tones, which old and new spelling put on different letters: hòa, hoà. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A word in small letters, its tone behind it. */
function marked(word: string): string {
  const apart = word.toLowerCase().normalize('NFD');
  return `${apart.replaceAll(TONES, '')}${(apart.match(TONES) ?? []).join('')}`;
}
