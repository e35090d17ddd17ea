import { existsSync, statSync } from 'node:fs';
import { readMonth } from '../domain/day.ts';
import { refuse } from '../domain/failure.ts';
import { warningLine } from '../render/failure.ts';
import type { Messages } from '../render/messages.ts';
import { onScreen, onStyledScreen } from '../render/screen.ts';
import { PLAIN, type TextStyle } from '../render/text.ts';
import type { Book } from '../usecase/book.ts';
import type { Answer, Command, Desk, Given } from './command.ts';
import type { Io } from './io.ts';
import { lookFor } from './print.ts';
import { Prompt } from './prompt.ts';

/** An answer without what was said of it before. */
type Unsaid = (answer: Answer) => Answer;

const whole: Unsaid = (answer) => answer;

type DeskOf = (rehearses: boolean, opened: (book: Book) => void) => Promise<Desk>;

/**
 * Shows what a command would do and asks for a yes, or for a word typed again; a no ends the command. What is shown is
 * the run itself, rolled back: what was shown is what is written. Where nothing would be written no yes is needed. Gives
 * what is left to say of the run's answer.
 */
export async function shownFirst(
  command: Command,
  given: Given,
  desk: Desk,
  style: TextStyle,
  deskOf: DeskOf,
): Promise<Unsaid> {
  const { m, io } = desk;
  for (;;) {
    const shown = await rehearsed(command, given, deskOf);
    if (shown.nothing === true) return whole;
    const seen = stampOf(desk.beside);
    say(shown, io, m, style);
    if (!(await isMeant(command, given, desk))) refuse('cancelled', {});
    // A yes is to what was shown: where another program wrote meanwhile, that may be something else by now.
    if (stampOf(desk.beside) === seen) return (answer) => unsaid(answer, shown, desk);
    io.stderr(`${onScreen(m.words.shownAgain)}\n`);
  }
}

/** Tells a book that was written from the same book; nothing where there is none yet. */
function stampOf(path: string): string {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  return status === undefined ? '' : [status.ino, status.size, status.mtimeNs].join(' ');
}

/** Shows what a run would come to. */
function say({ warnings = [], text, preview }: Answer, io: Io, m: Messages, style: TextStyle): void {
  const read = preview === undefined ? [] : [preview(m)];
  const warned = warnings.map((warning) => warningLine(warning, m));
  // Shown even where `--quiet` leaves out answers: nobody can say yes to what was not shown.
  io.stderr(`${onScreen([...read, m.words.preview, ...warned].join('\n'))}\n`);
  io.stderr(`${onStyledScreen(text(m, io.stderrIsTerminal ? style : PLAIN))}\n`);
}

/**
 * An answer without what was shown with the question: its warnings, and its text where the run came to the same, so that
 * what differs, a number another program took meanwhile, stands out by being said.
 */
function unsaid(answer: Answer, shown: Answer, { m, io }: Desk): Answer {
  const said = new Set(shown.warnings?.map((warning) => JSON.stringify(warning)));
  const warnings = answer.warnings?.filter((warning) => !said.has(JSON.stringify(warning))) ?? [];
  const same = io.stderrIsTerminal && answer.text(m, PLAIN) === shown.text(m, PLAIN);
  return { ...answer, warnings, ...(same ? { text: () => m.words.asShown } : {}) };
}

/** Runs a command on a desk that writes nothing; its book is closed before anybody is asked, who may take his time. */
async function rehearsed(command: Command, given: Given, deskOf: DeskOf): Promise<Answer> {
  let book: Book | undefined;
  try {
    return await command.run(await deskOf(true, (opened) => (book = opened)), given);
  } finally {
    book?.close();
  }
}

async function isMeant({ writes }: Command, given: Given, desk: Desk): Promise<boolean> {
  const { m, io, globals } = desk;
  const ask = new Prompt(m, lookFor(io, globals));
  if (typeof writes !== 'object') return ask.yes(onScreen(m.questions.confirm()));
  const word = writes.typed(given, m.questions);
  // A slip of the fingers is no answer; nothing typed is a no.
  const fault = (again: string) =>
    again === '' || isSame(again, word) ? undefined : onScreen(m.prompt.notTheWord);
  return (
    (await ask.text(onScreen(writes.question(m.questions, word, existsSync(desk.beside))), '', fault)) !== ''
  );
}

/** Whether a word was typed again: a month in any of its spellings, a code in either case. */
function isSame(again: string, word: string): boolean {
  const month = readMonth(word);
  const typed = again.normalize('NFC').toLowerCase();
  return typed === word.normalize('NFC').toLowerCase() || (month !== undefined && readMonth(again) === month);
}
