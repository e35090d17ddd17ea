import { cpSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { wordsOf } from '../support/words.ts';
import { Stage } from '../support/play.ts';
import type { Book } from '../../src/usecase/book.ts';
import { sqliteLibrary } from '../../src/store/library.ts';
import { runProgram, type Ended } from './kill.ts';
import { bookAt, cutOff, differing, filesIn, isDraft, plainName, type Model } from './state.ts';
import type { Step } from './story.ts';

/** A folder as it stood: what its books say, and which files it has. */
interface Recorded {
  readonly books: Readonly<Record<string, Model | undefined>>;
  readonly reports: string | undefined;
  readonly files: readonly string[];
}

/** A step's folder before it, and what stood before and after a run that nobody killed. */
export interface Clean {
  readonly from: string;
  readonly before: Recorded;
  readonly after: Recorded;
}

const BOOK = 'phucloi.db';
/** Books that the story writes; backups are looked at as files. */
const BOOKS = [BOOK, 'so-moi.db', 'cu.db'];
const REPORTS = ['balance', 'voucher list --period 2024', 'fund list'];

/** `deep`: with what the program reports of the book, which equal tables give alike and a long run looks at besides. */
export async function recordOf(folder: string, deep: boolean): Promise<Recorded> {
  const books = Object.fromEntries(BOOKS.map((name) => [name, bookAt(join(folder, name)).model]));
  return {
    books,
    reports: deep ? await reportsOf(folder) : undefined,
    files: filesIn(folder).map(plainName),
  };
}

/** What the program reports of a folder's book. */
async function reportsOf(folder: string): Promise<string> {
  if (!existsSync(join(folder, BOOK))) return '';
  const stage = new Stage();
  try {
    cpSync(join(folder, BOOK), join(stage.folder, BOOK));
    const said = [];
    for (const line of REPORTS) said.push((await stage.play([...wordsOf(line), '--json'])).stdout);
    return said.join('');
  } finally {
    stage.strike();
  }
}

export interface Verdict {
  readonly state: 'before' | 'after';
  readonly printed: boolean;
  readonly drafts: number;
  readonly faults: readonly string[];
}

/** Holds what a killed run left against the two states that are allowed, then runs the command again. */
export async function judge(
  folder: string,
  step: Step,
  { before, after }: Clean,
  ended: Ended,
  again: boolean,
): Promise<Verdict> {
  const faults: string[] = [];
  const printed = isAnswered(ended.stdout);
  const left = filesIn(folder);
  const drafts = left.filter(isDraft);
  // Looked at in a copy: the next run meets what the killed one left.
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  const state = await stateOf(copy, { before, after }, faults);
  rmSync(copy, { recursive: true, force: true });
  if (printed && state !== 'after') faults.push('said that it was done, and it is not');
  for (const name of left)
    if (!isDraft(name) && !before.files.includes(plainName(name)) && !after.files.includes(plainName(name)))
      faults.push(`leaves ${name}`);
  // A copy that a newer one replaces goes with the run that is done.
  const kept = before.files.filter((name) => state === 'before' || after.files.includes(name));
  for (const name of kept)
    if (!left.map(plainName).includes(name) && !drafts.some((draft) => draft.endsWith(basename(name))))
      faults.push(`took ${name} away`);
  if (again) await runAgain(folder, step, state, after, faults);
  return { state, printed, drafts: drafts.length, faults };
}

/** Whether the answer came out whole, and says that it went well. */
function isAnswered(stdout: string): boolean {
  return stdout.startsWith('{"ok":true') && stdout.endsWith('}\n');
}

async function stateOf(
  folder: string,
  { before, after }: Pick<Clean, 'before' | 'after'>,
  faults: string[],
): Promise<Verdict['state']> {
  const books = Object.fromEntries(
    BOOKS.map((name) => {
      const { faults: wrong, model } = bookAt(join(folder, name));
      faults.push(...wrong);
      return [name, model];
    }),
  );
  const differs = (other: Recorded) =>
    BOOKS.flatMap((name) => differing(books[name], other.books[name]).map((table) => `${name} ${table}`));
  const [fromBefore, fromAfter] = [differs(before), differs(after)];
  if (fromBefore.length > 0 && fromAfter.length > 0)
    faults.push(`half done: ${fromBefore.join(', ')} as after, ${fromAfter.join(', ')} as before`);
  // A command that writes files only leaves the book as it was.
  const writesBook = BOOKS.some((name) => differing(before.books[name], after.books[name]).length > 0);
  const files = filesIn(folder).filter((name) => !isDraft(name));
  const placed = after.files.every((name) => files.map(plainName).includes(name));
  const state = (writesBook ? fromAfter.length === 0 : placed) ? 'after' : 'before';
  const { reports } = fromAfter.length === 0 ? after : before;
  if (reports !== undefined && reports !== (await reportsOf(folder))) faults.push('reports differ');
  for (const name of files) {
    const why = name.endsWith('.db') ? await unproved(join(folder, name)) : cutOff(join(folder, name));
    if (why !== undefined) faults.push(`${name}: ${why}`);
  }
  return state;
}

/** Why a book's chain does not hold. */
async function unproved(path: string): Promise<string | undefined> {
  const { faults } = bookAt(path);
  if (faults.length > 0) return faults.join(', ');
  let book: Book;
  try {
    book = await sqliteLibrary.open(path);
  } catch (error) {
    // Whether it holds is asked where it is brought to this schema.
    if (error instanceof Error && error.message === 'book.older') return undefined;
    throw error;
  }
  try {
    const proof = await book.verify();
    return proof.ok ? undefined : `chain broken at ${proof.broken.kind} ${proof.broken.name}`;
  } finally {
    book.close();
  }
}

/** The same command, as a person runs it next: it does its work, or says that it is done; and nothing is left over. */
async function runAgain(
  folder: string,
  step: Step,
  state: Verdict['state'],
  after: Recorded,
  faults: string[],
): Promise<void> {
  if (state === 'before' && step.byHand !== undefined) rmSync(join(folder, step.byHand), { force: true });
  const again = await runProgram(folder, step.line);
  const code = /"error":\{"code":"([^"]+)"/.exec(again.stdout)?.[1] ?? '';
  const allowed = again.exit === 0 || (state === 'after' && step.done?.includes(code) === true);
  if (!allowed)
    return void faults.push(`the next run: exit ${again.exit} ${again.stdout.slice(0, 300)}${again.stderr}`);
  const files = filesIn(folder).map(plainName);
  const more = files.filter((name) => !after.files.includes(name) && step.mayLeave?.test(name) !== true);
  if (more.length > 0) faults.push(`the next run leaves ${more.join(', ')}`);
  const missing = after.files.filter(
    (name) => !files.includes(name) && step.mayLeave?.test(name) !== true && step.lacks !== name,
  );
  if (missing.length > 0) faults.push(`the next run does not make ${missing.join(', ')}`);
  if (state === 'after') return;
  for (const name of BOOKS) {
    const differs = differing(bookAt(join(folder, name)).model, after.books[name]);
    if (differs.length > 0) faults.push(`the next run: ${name} differs in ${differs.join(', ')}`);
  }
}
