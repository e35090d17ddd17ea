import { refuse } from '../domain/failure.ts';
import { counting, REVEALED, type Mask } from '../domain/mask.ts';
import { tidy } from '../domain/name.ts';
import type { Book } from '../usecase/book.ts';
import { recordReveal } from '../usecase/disclosures.ts';
import type { Command, Desk, Given } from './command.ts';
import type { Globals } from './globals.ts';

type DeskOf = (rehearses: boolean, opened: (book: Book) => void, mask?: Mask) => Promise<Desk>;

/**
 * Records that private values are about to be shown, and of which records: the answer is made once masked, which tells
 * what it hides, and only after that stands in the book it is made as it is shown. Nobody is asked besides: the purpose
 * was written on the command line.
 */
export async function recorded(
  command: Command,
  given: Given,
  globals: Globals,
  deskOf: DeskOf,
): Promise<Mask> {
  const { dryRun } = globals;
  const purpose = tidy(globals.reveal ?? '');
  if (command.reveals !== true) refuse('reveal.none', { command: command.name });
  if (dryRun === true) refuse('usage.conflict', { options: ['--reveal', '--dry-run'] });
  if (!isTold(purpose)) refuse('reveal.purpose', {});
  const { mask, hidden } = counting();
  await closing(async (opened) => command.run(await deskOf(true, opened, mask), given));
  const { of, values } = hidden();
  const records = [...new Set([...given.args, ...of])].join(' ');
  await closing(async (opened) =>
    recordReveal(await (await deskOf(false, opened)).session(), {
      scope: [command.name, records, `(${values})`].filter(Boolean).join(' '),
      purpose,
    }),
  );
  return REVEALED;
}

/** Two words at least: whoever reads the log learns what for. */
function isTold(purpose: string): boolean {
  return purpose.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length >= 2;
}

/** Closes the book that was opened meanwhile, whatever comes of it. */
async function closing(work: (opened: (book: Book) => void) => Promise<unknown>): Promise<void> {
  let book: Book | undefined;
  try {
    await work((opened) => (book = opened));
  } finally {
    book?.close();
  }
}
