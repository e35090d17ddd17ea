import { optionWords } from '../../domain/command-line.ts';
import { asDong } from '../../domain/dong.ts';
import type { Day } from '../../domain/day.ts';
import type { TaskTexts } from '../../render/guide/task-texts.ts';
import { kebab, type Option } from '../options.ts';
import { findCommand } from '../run.ts';
import { wayOf, WAYS } from './asking.ts';
import { Left, type Guide } from './guide.ts';
import type { Ask, Task, Way } from './task.ts';

/** The day and the open month that questions offer. */
export interface Now {
  readonly today: Day;
  readonly month: string;
}

/** Answers that stand already, by option: of something that is due. */
export type Prefilled = ReadonlyMap<string, string>;

/** What one of these answers is taken as it is; others are offered, and Enter takes them. */
const SETTLED = new Set(['round', 'case', 'fund', 'appeal', 'advance', 'account', 'place', 'loan']);

/** Ways that say which options they answer; what another way gives is never an option, whatever was typed. */
const GIVES_OPTIONS: ReadonlySet<Way> = new Set(['awards', 'signers', 'notes']);

/**
 * Asks what a task needs, runs the command that the answers make, and gives its exit code; undefined where the person
 * went back. Ways give whole words where one question may be answered by several options.
 */
export async function runTask(
  guide: Guide,
  texts: TaskTexts,
  task: Task,
  now: Now,
  given: Prefilled = new Map(),
): Promise<number | undefined> {
  const found = findCommand(task.command.split(' '));
  // Help is no command of its own, and asks nothing.
  if (found === undefined) return guide.perform(task.command.split(' '));
  const [noun = ''] = found.entry.name.split(' ');
  const command = (await found.entry.load()).commandFor(noun);
  const inWords = await spellerFor(guide.messages.language);
  const words = task.command.split(' ');
  const answers = new Map<string, string>();
  if (task.asks.length > 0) guide.say(`\n${texts.howToLeave}`);
  try {
    for (const ask of task.asks) {
      const { where } = ask;
      if (where !== undefined && answers.get(where.option) !== where.is) continue;
      const option = command.options[ask.option];
      if (ask.way === 'signers' && words.includes('--case')) {
        words.push('--all');
        continue;
      }
      const flag = `--${kebab(ask.option)}`;
      const offered = given.get(ask.option) ?? '';
      if (offered !== '' && SETTLED.has(ask.option)) {
        words.push(flag, offered);
        continue;
      }
      const way = wayOf(ask, option);
      const fallback = offered === '' ? (ask.fallback ?? '') : offered;
      const answer = await WAYS[way]({ guide, texts, ask, option, noun, ...now, inWords, fallback });
      const [first] = answer;
      if (first === undefined) continue;
      answers.set(ask.option, first);
      words.push(...answered(ask, option, way, answer));
    }
  } catch (error) {
    if (error instanceof Left) return undefined;
    throw error;
  }
  return guide.perform([...words, ...(task.with ?? [])]);
}

/** An answer as it stands in a command line. */
export function answered(
  { option: key }: Ask,
  option: Option<unknown> | undefined,
  way: Way,
  answer: readonly string[],
): readonly string[] {
  // An argument has no flag; a way that knows which options it answers gives them itself.
  if (answer.length === 0 || option === undefined || GIVES_OPTIONS.has(way)) return answer;
  const flag = `--${kebab(key)}`;
  return option.takes === 'nothing' ? [flag] : optionWords(flag, answer);
}

/** `--handed-to` is declared as `handedTo`. */
export function camel(flag: string): string {
  return flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Amounts in words, in the language that has a speller. */
export async function spellerFor(language: 'vi' | 'en'): Promise<(amount: number) => string> {
  if (language === 'en') return () => '';
  const { dongInWords } = await import('../../render/papers/words.ts');
  return (amount) => dongInWords(asDong(amount)).replace('./.', '').toLowerCase();
}

/** What tasks and menus say, in one language. */
export async function taskTextsFor(language: 'vi' | 'en'): Promise<TaskTexts> {
  return language === 'en'
    ? (await import('../../render/guide/en-tasks.ts')).en
    : (await import('../../render/guide/vi-tasks.ts')).vi;
}
