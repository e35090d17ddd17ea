import { basename, isAbsolute, join } from 'node:path';
import type { OpenedList } from '../intake/open.ts';
import { openList } from '../intake/open.ts';
import type { Desk } from './command.ts';
import { text } from './options.ts';

/** Option of every command that reads a list. */
export const SHEET = { sheet: text('SHEET') };

/** Opens the list a command names and asks before anything of it is written. */
export async function openGiven(
  desk: Desk,
  path: string | undefined,
  sheet: string | undefined,
): Promise<OpenedList> {
  const list = await openList(resolved(desk, path ?? ''), sheet);
  await desk.confirm(desk.m.questions.confirm({ what: `${basename(list.file)} (${list.format})` }));
  return list;
}

export function resolved(desk: Desk, path: string): string {
  return isAbsolute(path) ? path : join(desk.io.cwd, path);
}
