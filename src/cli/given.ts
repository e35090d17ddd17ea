import { isAbsolute, join } from 'node:path';
import type { OpenedList } from '../intake/open.ts';
import { openList } from '../intake/open.ts';
import { warningLine } from '../render/failure.ts';
import { PLAIN } from '../render/text.ts';
import type { Session } from '../usecase/session.ts';
import type { Answer, Desk } from './command.ts';
import { text } from './options.ts';

/** What every command that reads a list answers. */
export const IMPORTED = {
  rows: 'integer',
  accepted: 'integer',
  rejected: 'integer',
  duplicates: 'integer',
  document: 'text',
} as const;

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
export async function previewed(desk: Desk, write: (session: Session) => Promise<Answer>): Promise<Answer> {
  const session = await desk.session();
  if (desk.asks() && !desk.yes && !session.dryRun) {
    const { warnings = [], text: said } = await write({ ...session, dryRun: true });
    const warned = warnings.map((warning) => warningLine(warning, desk.m));
    desk.say([desk.m.words.preview, ...warned, said(desk.m, PLAIN)].join('\n'));
    await desk.confirm(desk.m.questions.confirm());
    // The warnings stand above the question already.
    return { ...(await write(session)), warnings: [] };
  }
  return write(session);
}

export function resolved(desk: Desk, path: string): string {
  return isAbsolute(path) ? path : join(desk.io.cwd, path);
}
