import { isAbsolute, join } from 'node:path';
import type { OpenedList } from '../intake/open.ts';
import { openList } from '../intake/open.ts';
import type { Session } from '../usecase/session.ts';
import type { Desk } from './command.ts';
import { text } from './options.ts';

/** Option of every command that reads a list. */
export const SHEET = { sheet: text('SHEET') };

/** Opens the list that a command names. */
export function openGiven(
  desk: Desk,
  path: string | undefined,
  sheet: string | undefined,
): Promise<OpenedList> {
  return openList(resolved(desk, path ?? ''), sheet);
}

/**
 * Runs a write; at a terminal it is rehearsed first and shown, and asked about before it is run. The rehearsal is the run
 * itself, rolled back, so that what was shown is what is written.
 */
export async function previewed<T>(
  desk: Desk,
  write: (session: Session) => Promise<T>,
  text: (answer: T) => string,
): Promise<T> {
  const session = await desk.session();
  if (desk.asks() && !desk.yes && !session.dryRun) {
    desk.say(`${desk.m.words.preview}\n${text(await write({ ...session, dryRun: true }))}`);
    await desk.confirm(desk.m.questions.confirm());
  }
  return write(session);
}

export function resolved(desk: Desk, path: string): string {
  return isAbsolute(path) ? path : join(desk.io.cwd, path);
}
