import type { TaskName } from '../../render/guide/task-texts.ts';
import { wordsIn } from '../../domain/command-line.ts';
import { isBlank } from './blanks.ts';
import { camel, type Prefilled } from './run-task.ts';
import type { Task } from './task.ts';
import { TASKS } from './tasks.ts';

/**
 * What settles something that is due, by the command that is told with it: the task of that command with its figures
 * filled in, or, where no task asks for it, the line whose blanks are asked for.
 */
export function dueTask(
  command: string,
): { readonly task: Task; readonly given: Prefilled } | { readonly words: readonly string[] } {
  const words = wordsIn(command).slice(1);
  if (words[0] === 'close') return { task: TASKS.monthEnd, given: new Map() };
  const known = (Object.keys(TASKS) as TaskName[]).find((each) => {
    const { command: own, with: fixed = [] } = TASKS[each];
    // What stands without an option, a paper's kind, is kept by the line alone.
    return words.join(' ').startsWith(`${own} --`) && fixed.every((word) => words.includes(word));
  });
  if (known === undefined) return { words };
  const given = new Map<string, string>();
  for (const [at, word] of words.entries()) {
    const value = words[at + 1];
    if (!word.startsWith('--') || value === undefined || value.startsWith('--')) continue;
    // Days are asked: what is settled today may have been done yesterday.
    if (!isBlank(value) && word !== '--on') given.set(camel(word), value);
  }
  return { task: TASKS[known], given };
}
