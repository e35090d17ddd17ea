import type { TaskName } from '../../render/guide/task-texts.ts';
import { wordsIn } from '../../domain/command-line.ts';
import type { Prefilled } from './run-task.ts';
import { must, type Task } from './task.ts';
import { TASKS } from './tasks.ts';

/** Stands in a command for what only the person knows. */
const OPEN = '…';

/**
 * What settles something that is due, by the command that is told with it: the task of that command with its figures
 * filled in, or, where no task asks for it, the line as it is.
 */
export function dueTask(
  command: string,
): { readonly task: Task; readonly given: Prefilled } | { readonly words: readonly string[] } {
  const words = wordsIn(command).slice(1);
  if (words[0] === 'close') return { task: TASKS.monthEnd, given: new Map() };
  const known = (Object.keys(TASKS) as TaskName[]).find((each) => {
    const { command: own, with: fixed = [] } = TASKS[each];
    return words.join(' ').startsWith(`${own} `) && fixed.every((word) => words.includes(word));
  });
  const open = words.flatMap((word, at) => (word === OPEN ? [words[at - 1] ?? ''] : []));
  if (known === undefined && open.length === 0) return { words };
  if (known === undefined) {
    const rest = words.filter((word) => word !== OPEN && !open.includes(word));
    const asks = open.map((flag) => must(camel(flag), 'paperNo'));
    return { task: { command: rest.slice(0, 2).join(' '), with: rest.slice(2), asks }, given: new Map() };
  }
  const given = new Map<string, string>();
  for (const [at, word] of words.entries()) {
    const value = words[at + 1];
    if (!word.startsWith('--') || value === undefined || value.startsWith('--')) continue;
    // Days are asked: what is settled today may have been done yesterday.
    if (value !== OPEN && word !== '--on') given.set(camel(word), value);
  }
  return { task: TASKS[known], given };
}

/** `--handed-to` is declared as `handedTo`. */
function camel(flag: string): string {
  return flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
