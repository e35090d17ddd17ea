import type { FailureFacts } from '../domain/failure-facts.ts';
import { fold } from '../domain/name.ts';
import { TOPICS } from '../render/help.ts';
import { COMMANDS } from './commands.ts';
import { nounOf } from './groups.ts';
import { closest } from '../domain/near.ts';

/** A noun as it was typed, by its name or its alias, with its verbs in the same language. */
export interface KnownNoun {
  readonly noun: string;
  readonly name: string;
  readonly verbs: readonly string[];
  /** How many words it was typed in. */
  readonly length: number;
}

/** The noun that the words begin with, in one word or several: `quà`, `đoàn viên`. */
export function nounIn(words: readonly string[]): KnownNoun | undefined {
  for (let length = Math.min(3, words.length); length > 0; length--) {
    const typed = squeezed(words.slice(0, length));
    for (const by of ['name', 'alias'] as const) {
      const own = COMMANDS.filter((each) => nounOf(each[by]).replaceAll('-', '') === typed);
      const [first] = own;
      if (first === undefined) continue;
      const noun = nounOf(first[by]);
      const verbs = own.map((each) => each[by].slice(noun.length + 1)).filter((verb) => verb !== '');
      return { noun, name: nounOf(first.name), verbs, length };
    }
  }
  return undefined;
}

/** Words as one, without marks and blanks. */
export function squeezed(words: readonly string[]): string {
  return words.map(fold).join('').replaceAll(' ', '');
}

/**
 * What to say about words that are no command: the noun's verbs where the noun is known, and what may have been meant.
 * Noun and verb only are said again: what comes after them may be somebody's name.
 */
export function unknownCommand(words: readonly string[]): FailureFacts['usage.command'] {
  const known = nounIn(words);
  if (known !== undefined && known.verbs.length > 0) {
    const { noun, verbs, length } = known;
    const verb = words[length] ?? '';
    const near = closest(verb, verbs).map((each) => `${noun} ${each}`);
    const given = words.length === length ? noun : words.slice(0, length + 1).join(' ');
    return { given, near, noun, verbs };
  }
  const given = words.slice(0, 2).join(' ');
  const nouns = COMMANDS.flatMap(({ name, alias }) => [nounOf(name), nounOf(alias)]);
  const pairs = COMMANDS.flatMap(({ name, alias }) => [name, alias]);
  const whole = closest(given, [...new Set(pairs)]);
  const near = whole.length > 0 ? whole : closest(words[0] ?? '', [...new Set(nouns)]);
  return { given, near };
}

/** The same for `help` of a word that is neither topic nor command. */
export function unknownTopic(words: readonly string[]): FailureFacts['usage.command'] {
  const facts = unknownCommand(words);
  const topics = closest(words[0] ?? '', Object.entries(TOPICS).flat());
  return {
    ...facts,
    given: `help ${facts.given}`,
    near: [...topics.map((each) => `help ${each}`), ...facts.near],
  };
}
