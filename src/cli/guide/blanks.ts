import type { Day } from '../../domain/day.ts';
import { formatDay } from '../../render/figures.ts';
import type { TaskTexts } from '../../render/guide/task-texts.ts';
import { findCommand } from '../run.ts';
import { wayOf, WAYS } from './asking.ts';
import { Left, type Guide } from './guide.ts';
import { answered, camel, spellerFor, type Now } from './run-task.ts';
import { must, type Ask } from './task.ts';
import { TASKS } from './tasks.ts';

/** Stands in a command for what only the person knows. */
const BLANK = '…';

/** Whether a word is still to be asked for. */
export function isBlank(word: string): boolean {
  return word.includes(BLANK);
}

const PERSON = { way: 'officer' } as const;

/** How a blank is asked for that no task of the menu asks for with its command, by its option. */
export const BLANK_ASKS: readonly Ask[] = [
  must('on', 'happenedOn'),
  must('due', 'dueBy', { ahead: true }),
  must('until', 'until', { ahead: true }),
  must('by', 'by', PERSON),
  must('reason', 'reason'),
  must('no', 'paperNo'),
  must('minutes', 'minutes'),
  must('except', 'except'),
  must('as', 'postAs', {
    way: 'choice',
    only: ['contribution', 'interest', 'fee', 'refund', 'unidentified'],
  }),
];

/** What is asked where nobody knows the option. */
export const MISSING = 'missing';

/** The question for an option of a command: that of its task, as the menu asks it, but one that cannot be skipped. */
export function askFor(name: string, option: string): Ask {
  const own = Object.values(TASKS)
    .filter(({ command }) => command === name)
    .flatMap(({ asks }) => asks);
  const found = [...own, ...BLANK_ASKS].find((ask) => ask.option === option);
  return found === undefined ? must(option, MISSING) : { ...found, optional: false };
}

/**
 * Asks for what a command line leaves open, runs the line, and gives its exit code; undefined where the person went
 * back. `day` is offered where a day is asked for.
 */
export async function runLine(
  guide: Guide,
  texts: TaskTexts,
  line: readonly string[],
  now: Now,
  day: Day = now.today,
): Promise<number | undefined> {
  const found = findCommand(line);
  if (found === undefined) throw new TypeError('no such command');
  const { name } = found.entry;
  const [noun = ''] = name.split(' ');
  const command = (await found.entry.load()).commandFor(noun);
  const first = line.length - found.rest.length;
  const inWords = await spellerFor(guide.messages.language);
  const words: string[] = [];
  try {
    for (const [at, word] of line.entries()) {
      if (!isBlank(word)) {
        words.push(word);
        continue;
      }
      const flag = line[at - 1]?.startsWith('--') === true ? words.pop() : undefined;
      const key = flag === undefined ? (command.args[at - first] ?? '').replace('?', '') : camel(flag);
      const [ask, option] = [askFor(name, key), command.options[key]];
      const way = wayOf(ask, option);
      const fallback = way === 'day' && ask.ahead !== true ? formatDay(day) : (ask.fallback ?? '');
      const asking = { guide, texts, ask, option, noun, ...now, inWords, fallback };
      words.push(...answered(ask, option, way, await WAYS[way](asking)));
    }
  } catch (error) {
    if (error instanceof Left) return undefined;
    throw error;
  }
  return guide.perform(words);
}
