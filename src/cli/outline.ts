import type { CommandEntry } from './commands.ts';
import type { Option } from './options.ts';

/** What may stand on a command's line, without the code that runs it. */
export interface Outline {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, Pick<Option<unknown>, 'value' | 'takes'>>>;
}

/**
 * A command's outline, by its own declaration. The built program has all of them written out in this file's place
 * (scripts/outlines.mjs): loading a command takes longer than all else that completion does.
 */
export async function outlineOf({ name, load }: CommandEntry): Promise<Outline> {
  const { args, options } = (await load()).commandFor(name.split(' ')[0] ?? '');
  const plain = Object.entries(options).map(([key, { value, takes }]) => [key, { value, takes }] as const);
  return { args, options: Object.fromEntries(plain) };
}
