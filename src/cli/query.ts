import type { Command } from './command.ts';
import { GLOBALS } from './globals.ts';
import { kebab, SHORT, type Option } from './options.ts';

/** Options that change where an answer goes or how it looks, and not what it says. */
const ASIDE: Readonly<Record<string, Pick<Option<unknown>, 'takes'>>> = {
  ...GLOBALS,
  output: { takes: 'one' },
  template: { takes: 'one' },
  // Which of a pack's files are written, not what they say.
  only: { takes: 'one' },
};

/** The command as it was typed, without the options that do not change what it answers. */
export function queryOf(command: Command, words: readonly string[]): string {
  const said = [command.name];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const [flag = ''] = word.split('=', 1);
    const aside = Object.entries(ASIDE).find(([key]) => flag === `--${kebab(key)}` || flag === SHORT[key]);
    if (aside === undefined) said.push(/\s/.test(word) ? `"${word}"` : word);
    else if (aside[1].takes === 'one' && !word.includes('=')) at += 1;
  }
  return said.join(' ');
}
