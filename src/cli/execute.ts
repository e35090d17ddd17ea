import { EXIT, refuse, Refusal, type Failure } from '../domain/failure.ts';
import type { Mask } from '../domain/mask.ts';
import { failureJson, failureText } from '../render/failure.ts';
import type { Messages } from '../render/messages.ts';
import { jsonText, onScreen } from '../render/screen.ts';
import type { Book } from '../usecase/book.ts';
import { isRefusal, type Answer, type Command, type Desk, type Given, type Remembered } from './command.ts';
import { faultOf } from './config.ts';
import { bookPathOf, deskFor } from './desk.ts';
import type { Globals } from './globals.ts';
import { isInterrupt } from './interrupt.ts';
import type { Io } from './io.ts';
import { earlyGlobals, messagesFor, refusalsFor } from './language.ts';
import { parse } from './parse.ts';
import { outputOf, print, sayNext, styleFor } from './print.ts';
import { queryOf } from './query.ts';

/** Runs one command from its words to its exit code; prints its answer, or its failure, in the person's language. */
export async function execute(command: Command, words: readonly string[], io: Io): Promise<number> {
  let globals: Globals = earlyGlobals(words, io);
  let messages: Messages | undefined;
  let book: Book | undefined;
  try {
    messages = await messagesFor(globals.lang);
    if (globals.help) {
      const { commandHelp } = await import('./help.ts');
      io.stdout(await commandHelp(command, globals.lang, globals.json));
      return 0;
    }
    const parsed = await parse(command, words);
    globals = { ...globals, ...parsed.globals };
    mustBeConfigured(command, io);
    const style = await styleFor(io, globals);
    const query = queryOf(command, words);
    const output = outputOf(command, parsed.given.options, globals, io);
    const remembered: Remembered = {
      donors: new Map(),
      lists: new Map(),
      keys: new Map(),
      secrets: new Map(),
    };
    const unlocks =
      globals.reveal !== undefined ||
      (typeof command.private === 'function' ? command.private(parsed.given) : command.private === true);
    const [said, own] = [messages, templateOf(parsed.given.options)];
    const deskOf = async (rehearses: boolean, opened: (book: Book) => void, mask?: Mask): Promise<Desk> => {
      const run = { rehearses, unlocks, remembered, opened, mask };
      return { ...(await deskFor(io, globals, said, query, run)), ...own };
    };
    mustOnlyRead(command, parsed.given, globals, io);
    if (own.template !== undefined && (globals.reveal !== undefined || command.writes !== undefined))
      await (await import('./output.ts')).mustFill(await deskOf(true, () => undefined), output);
    // What leaves the book unmasked is in the book before it is shown.
    const mask =
      globals.reveal === undefined
        ? undefined
        : await (await import('./reveal.ts')).recorded(command, parsed.given, globals, deskOf);
    const desk = await deskOf(false, (opened) => (book = opened), mask);
    const open = openIn(command, parsed.given);
    const given =
      open.length === 0
        ? parsed.given
        : await (await import('./unseen.ts')).filledIn(command, parsed.given, open, words, desk);
    const unsaid = isAsked(command, given, globals, desk)
      ? await (await import('./confirm.ts')).shownFirst(command, given, desk, style, deskOf)
      : (answer: Answer) => answer;
    const answer = unsaid(
      output === undefined
        ? await command.run(await takingJson(command, desk), given)
        : await (await import('./output.ts')).listed(desk, command, given, output),
    );
    // What is written goes to standard output, and nothing else does.
    const printed = given.options['output'] === '-' ? { ...answer, silent: true } : answer;
    try {
      await print(command, printed, globals, messages, style, io);
      if (output === undefined) sayNext(command, printed, globals, messages, io);
    } catch (error) {
      return unprinted(error, answer.exit, messages, io);
    }
    return answer.exit ?? 0;
  } catch (error) {
    // A guided path ends with it, and says so itself.
    if (io.guided === true && isInterrupt(error)) throw error;
    const m = messages ?? (await messagesFor('vi'));
    if (error instanceof Error && error.message === UNPRINTED) return unprinted(error.cause, 0, m, io);
    const failure = failureOf(error, command) ?? (await faultIn(book));
    if (failure === undefined) {
      const { reportDefect } = await import('./defect.ts');
      return reportDefect(error, command, words, globals, m, io);
    }
    const said = await refusalsFor(globals.lang);
    if (globals.json) io.stdout(`${jsonText(failureJson(command.name, failure, said))}\n`);
    else io.stderr(`${onScreen(failureText(failure, m, said))}\n`);
    return EXIT[failure.code];
  } finally {
    book?.close();
  }
}

/** A desk that prints long lists as they are read, where JSON is asked for: text is laid out by all of its rows. */
async function takingJson(command: Command, desk: Desk): Promise<Desk> {
  const { json, dryRun } = desk.globals;
  if (command.lists !== true || !json || dryRun === true) return desk;
  const { printLong } = await import('./long-list.ts');
  return { ...desk, takes: (list) => printLong(desk, command.name, list) };
}

/** The options whose values are left open by `-`. */
function openIn(command: Command, { options }: Given): readonly string[] {
  return Object.keys(command.options).filter(
    (key) => command.options[key]?.unseen !== undefined && (options as Record<string, unknown>)[key] === '-',
  );
}

/**
 * Whether a person is shown what a command would do and asked before it does it. Without a terminal, with `--yes` and
 * with `--no-input` nobody is asked; a dry run is the showing itself.
 */
function isAsked({ writes, looks }: Command, given: Given, globals: Globals, desk: Desk): boolean {
  if (writes === undefined || globals.yes === true || globals.dryRun === true || !desk.asks()) return false;
  return (writes !== 'plain' || desk.io.guided === true) && looks?.(given) !== true;
}

/** An error that nobody foresaw may come of a book that is not what the program wrote: that is then what is said. */
async function faultIn(book: Book | undefined): Promise<Failure | undefined> {
  try {
    const proof = await book?.verify();
    return proof?.ok === false ? { code: 'book.altered', facts: proof.broken } : undefined;
  } catch (error) {
    return isRefusal(error) ? error.failure : undefined;
  }
}

/** `--read-only` refuses what would write before any work is done for it; the store would refuse it too. */
function mustOnlyRead({ writes, looks }: Command, given: Given, globals: Globals, io: Io): void {
  // What is shown unmasked is recorded first.
  const written = (writes !== undefined && looks?.(given) !== true) || globals.reveal !== undefined;
  if (globals.readOnly === true && written)
    refuse('book.read-only', { path: bookPathOf(globals.book, io), cause: 'asked' });
}

/** A configuration that cannot be followed stops every command, but those that show and mend it. */
function mustBeConfigured(command: Command, io: Io): void {
  const fault = command.unconfigured === true ? undefined : faultOf(io);
  if (fault !== undefined) throw new Refusal(fault);
}

/** The message of an error of printing a list; a chunk may have a class of its own. */
export const UNPRINTED = 'unprinted';

/** The work is done and stands; only its answer found no place. Whoever closed the pipe has read enough. */
function unprinted(error: unknown, exit: Answer['exit'], m: Messages, io: Io): number {
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return exit ?? 0;
  io.stderr(`${m.words.unprinted}\n`);
  return EXIT['file.unwritable'];
}

/** `--template` is of every command that writes a paper, and the same for all. */
function templateOf({ template }: Readonly<Record<string, unknown>>): Pick<Desk, 'template'> {
  return typeof template === 'string' ? { template: { kind: 'fill', path: template } } : {};
}

const cancelled: Failure = { code: 'cancelled', facts: {} };

function failureOf(error: unknown, command: Command): Failure | undefined {
  if (isRefusal(error)) {
    const { failure } = error;
    // Only a command that can keep a closed month's day is told how.
    return failure.code === 'period.closed'
      ? { ...failure, facts: { ...failure.facts, bookOn: 'bookOn' in command.options } }
      : failure;
  }
  if (isInterrupt(error)) return cancelled;
  // The gate of `Dong`: the sum of sound amounts may still pass what a number holds.
  const unsafe = error instanceof RangeError && error.message.startsWith('amount is not a safe');
  return unsafe ? { code: 'amount.unsafe', facts: {} } : undefined;
}
