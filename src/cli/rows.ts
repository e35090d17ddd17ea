import type { Command, Shape } from './command.ts';

/** A list's key in the answer; only lists of more than names are rows. */
function isRows(shape: Shape | undefined): shape is readonly [Shape] {
  return Array.isArray(shape) && shape[0] !== 'text' && shape[0] !== 'integer';
}

/**
 * The keys of an answer, one of which `--ndjson` gives line by line: what the command says, else the first list of a
 * command that lists. A command without rows answers in one line.
 */
export function rowKeys({ answer, lists, rows }: Pick<Command, 'answer' | 'lists' | 'rows'>): string[] {
  if (rows !== undefined) return [...rows];
  if (lists !== true) return [];
  return Object.entries(answer)
    .filter(([, shape]) => isRows(shape))
    .map(([key]) => key.replace(/\?$/, ''));
}

/** An answer's rows, and all else it says. */
export function rowsOf(
  command: Command,
  data: Readonly<Record<string, unknown>>,
): { readonly rows: readonly unknown[]; readonly rest: Readonly<Record<string, unknown>> } {
  const key = rowKeys(command).find((each) => Array.isArray(data[each]));
  if (key === undefined) return { rows: [], rest: data };
  const { [key]: rows, ...rest } = data;
  return { rows: rows as readonly unknown[], rest };
}
