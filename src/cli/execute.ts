import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { isAbsolute, join } from 'node:path';
import { dayOf, readDay, type Day } from '../domain/day.ts';
import { EXIT, refuse, type Failure } from '../domain/failure.ts';
import { failureJson, failureText, warningLine, warningText } from '../render/failure.ts';
import type { Messages, Refusals } from '../render/messages.ts';
import { jsonText, onScreen, onStyledScreen } from '../render/screen.ts';
import { PLAIN, type TextStyle } from '../render/text.ts';
import type { Book, OperationHeader } from '../usecase/book.ts';
import type { Session } from '../usecase/session.ts';
import { isRefusal, type Answer, type Command, type Desk } from './command.ts';
import { GLOBALS, type Globals } from './globals.ts';
import { distance, formOf } from './near.ts';
import type { Io } from './io.ts';
import type { ListOutput } from './output.ts';
import { kebab, SHORT, type Options } from './options.ts';
import { queryOf } from './query.ts';
import { libraryFor } from './wire.ts';

const DEFECT = 70;

/** Runs one command from its words to its exit code; prints its answer, or its failure, in the person's language. */
export async function execute(command: Command, words: readonly string[], io: Io): Promise<number> {
  let globals: Globals = earlyGlobals(words, io);
  let messages: Messages | undefined;
  let book: Book | undefined;
  try {
    messages = await messagesFor(globals.lang);
    if (globals.help) {
      const { helpText } = await import('./help.ts');
      io.stdout(await helpText(command, globals.lang));
      return 0;
    }
    const parsed = parse(command, words);
    globals = { ...globals, ...parsed.globals };
    const style = await styleFor(io, globals);
    const query = queryOf(command, words);
    const desk = await deskFor(io, globals, messages, query, (opened) => (book = opened));
    const inTemplate = { ...desk, ...templateOf(parsed.given.options) };
    const output = outputOf(command, parsed.given.options, globals, io);
    const answer =
      output === undefined
        ? await command.run(inTemplate, parsed.given)
        : await (await import('./output.ts')).listed(inTemplate, command, parsed.given, output);
    try {
      await print(command, answer, globals, messages, style, io);
    } catch (error) {
      return unprinted(error, messages, io);
    }
    return answer.exit ?? 0;
  } catch (error) {
    const m = messages ?? (await messagesFor('vi'));
    const failure = failureOf(error, command);
    if (error instanceof Error && error.message === UNPRINTED) return unprinted(error.cause, m, io);
    if (failure === undefined) return defect(error, command, globals, m, io);
    const said = await refusalsFor(globals.lang);
    if (globals.json) io.stdout(`${jsonText(failureJson(command.name, failure, said))}\n`);
    else io.stderr(`${onScreen(failureText(failure, m, said))}\n`);
    return EXIT[failure.code];
  } finally {
    book?.close();
  }
}

/** The message of an error of printing a list; a chunk may have a class of its own. */
export const UNPRINTED = 'unprinted';

/** The work is done and stands; only its answer found no place. Whoever closed the pipe has read enough. */
function unprinted(error: unknown, m: Messages, io: Io): number {
  const closed = error instanceof Error && 'code' in error && error.code === 'EPIPE';
  if (!closed) io.stderr(`${m.words.unprinted}\n`);
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

/** Inquirer throws this when somebody presses Ctrl-C at a question. */
function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === 'ExitPromptError';
}

function defect(error: unknown, command: Command, globals: Globals, m: Messages, io: Io): number {
  // Class and place of the error only: its message may hold a row's text.
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = /\(?([\w.-]+\.(?:ts|cjs|js):\d+:\d+)\)?/.exec(stack)?.[1] ?? '';
  const kind = error instanceof Error ? error.name : typeof error;
  const report = `phucloi ${command.name}: ${kind} ${place}`;
  if (globals.json) {
    const failure = { code: 'defect', message: m.defect(report), facts: { report } };
    io.stdout(`${JSON.stringify({ ok: false, command: command.name, error: failure })}\n`);
  } else io.stderr(`${m.defect(report)}\n`);
  if (globals.verbose) io.stderr(`${stack}\n`);
  return DEFECT;
}

export async function messagesFor(language: 'vi' | 'en'): Promise<Messages> {
  return language === 'en'
    ? (await import('../render/messages/en.ts')).en
    : (await import('../render/messages/vi.ts')).vi;
}

/** The sentences of refusals: half of a catalogue, and most commands refuse nothing. */
export async function refusalsFor(language: 'vi' | 'en'): Promise<Refusals> {
  return language === 'en'
    ? (await import('../render/messages/en-failures.ts')).en
    : (await import('../render/messages/vi-failures.ts')).vi;
}

/** What must be known before the command line is understood: its errors need a language and a form. */
export function earlyGlobals(words: readonly string[], io: Io): Globals {
  const after = (flag: string) =>
    words.find((word) => word.startsWith(`${flag}=`))?.slice(flag.length + 1) ??
    (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
  const lang = after('--lang') ?? io.env['PHUCLOI_LANG'] ?? locale(io);
  return {
    lang: lang === 'en' ? 'en' : 'vi',
    json: words.includes('--json'),
    help: words.includes('--help') || words.includes('-h'),
    verbose: words.includes('-v') || words.includes('--verbose'),
  };
}

function locale(io: Io): string {
  const name = io.env['LC_ALL'] ?? io.env['LC_MESSAGES'] ?? io.env['LANG'] ?? '';
  return name.startsWith('en') ? 'en' : 'vi';
}

/** Reads a command's words by its own declaration; refuses what it does not know or cannot read. */
export function parse(command: Command, words: readonly string[]) {
  const commander = new Commander(command.name)
    .exitOverride()
    .helpOption(false)
    .configureOutput({ writeErr: () => {} })
    .allowExcessArguments(false);
  for (const name of command.args)
    commander.argument(name.endsWith('?') ? `[${name.slice(0, -1)}]` : `<${name}>`);
  addOptions(commander, { ...GLOBALS, ...command.options }, words);
  try {
    commander.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError)
      refuseUsage(error, command, commander.args.slice(command.args.length).join(' '));
    throw error;
  }
  const typed = commander.opts<Record<string, unknown>>();
  return {
    given: { args: commander.args, options: readAll(command.options, typed) },
    // A command may have an option of its own by a name that all have: `export --format`.
    globals: readAll(
      Object.fromEntries(Object.entries(GLOBALS).filter(([key]) => !(key in command.options))),
      typed,
    ) as unknown as Globals,
  };
}

/** Declares the options that stand on the command line; making all of them takes longer than parsing. */
function addOptions(commander: Commander, options: Options, words: readonly string[]): void {
  for (const [key, option] of Object.entries(options)) {
    const long = `--${kebab(key)}`;
    const letter = SHORT[key]?.[1];
    const named = (word: string) =>
      word === long ||
      word.startsWith(`${long}=`) ||
      (letter !== undefined && /^-[a-z]/i.test(word) && word.includes(letter));
    if (!words.some(named)) continue;
    const short = SHORT[key] === undefined ? '' : `${SHORT[key]}, `;
    const value = { nothing: '', one: ' <v>', optional: ' [v]', many: ' <v...>' }[option.takes];
    commander.addOption(new CommanderOption(`${short}--${kebab(key)}${value}`));
  }
}

function readAll(options: Options, typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = Object.entries(options).map(([key, option]) => {
    // Commander stores `--no-input` as input: false.
    const negated = /^no[A-Z]/.test(key) ? `${key.slice(2, 3).toLowerCase()}${key.slice(3)}` : undefined;
    const value = negated === undefined ? typed[key] : typed[negated] === false;
    return [key, option.read(value, `--${kebab(key)}`)] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function refuseUsage(error: CommanderError, command: Command, excess: string): never {
  const subject = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const facts = { form: formOf(command), command: command.name, near: [] };
  switch (error.code) {
    case 'commander.unknownOption': {
      const options = Object.keys({ ...GLOBALS, ...command.options }).map((key) => `--${kebab(key)}`);
      const near = options.filter((each) => distance(each, subject) <= Math.floor(subject.length / 4));
      return refuse('usage.option', { ...facts, problem: 'unknown', subject, near });
    }
    case 'commander.optionMissingArgument':
      return refuse('usage.option', { ...facts, problem: 'value', subject: subject.replace(/ [<[].*$/, '') });
    case 'commander.missingArgument':
      return refuse('usage.option', { ...facts, problem: 'argument', subject: subject.toUpperCase() });
    default:
      return refuse('usage.option', { ...facts, problem: 'excess', subject: excess });
  }
}

/** A terminal that does not know its size says 0. */
function told(size: number | undefined): number | undefined {
  return size === 0 ? undefined : size;
}

async function styleFor(io: Io, globals: Globals): Promise<TextStyle> {
  if (!io.stdoutIsTerminal) return PLAIN;
  const width = told(io.columns) ?? 80;
  const plain = globals.noColor === true || (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb';
  if (plain) return { ...PLAIN, width };
  const { default: chalk } = await import('chalk');
  return { width, bold: (text) => chalk.bold(text), dim: (text) => chalk.dim(text) };
}

/** The calendar day in Vietnam, which keeps UTC+7 all year. */
function todayIn(now: Date): Day {
  const local = new Date(now.getTime() + 7 * 3600 * 1000);
  const today = dayOf(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  return today ?? (readDay('1900-01-01') as Day);
}

async function deskFor(
  io: Io,
  globals: Globals,
  m: Messages,
  query: string,
  opened: (book: Book) => void,
): Promise<Desk> {
  const path = globals.book ?? io.env['PHUCLOI_BOOK'] ?? 'phucloi.db';
  const bookPath = isAbsolute(path) ? path : join(io.cwd, path);
  const library = libraryFor(bookPath);
  const today = globals.today ?? todayIn(io.now);
  const actor = () => globals.actor ?? io.env['PHUCLOI_ACTOR'] ?? io.user();
  const recordedAt = `${new Date(io.now.getTime() + 7 * 3600 * 1000).toISOString().slice(0, 19)}+07:00`;
  const dryRun = globals.dryRun === true;
  const asks = () => globals.noInput !== true && !globals.json && io.stdoutIsTerminal && io.stdinIsTerminal();
  const [vi, en] = [(await messagesFor('vi')).phrases, m.language === 'en' ? m.phrases : undefined];
  const english = en ?? vi;
  const phrases: Session['phrases'] = (language) => (language === 'en' ? english : vi);
  let session: Session | undefined;
  return {
    io,
    m,
    format: globals.format,
    bookPath,
    library,
    query,
    today,
    asks,
    yes: globals.yes === true,
    phrases,
    header: (name): OperationHeader => ({ command: name, actor: actor(), recordedAt, dryRun }),
    session: async () => {
      if (session === undefined) {
        const book = await library.open(bookPath);
        opened(book);
        session = { book, today, actor, recordedAt, dryRun, phrases };
      }
      return session;
    },
    say: (text) => {
      if (globals.quiet !== true && !globals.json) io.stderr(`${onScreen(text)}\n`);
    },
    confirm: async (question) => {
      if (globals.yes === true || dryRun || !asks()) return;
      const { askYes } = await import('./prompt.ts');
      if (!(await askYes(onScreen(question)))) refuse('cancelled', {});
    },
  };
}

/**
 * Where a list goes and as what, where it is not simply printed. A format that a command's answer has no form of, and a
 * workbook on a screen, are refused before anything is done.
 */
function outputOf(
  command: Command,
  options: Readonly<Record<string, unknown>>,
  { format = 'text', json }: Globals,
  io: Io,
): ListOutput | undefined {
  const binary = format !== 'text' && format !== 'csv' && format !== 'json';
  if (command.lists !== true) {
    const prints = 'template' in command.options;
    if (format !== 'text' && !(prints && binary))
      refuse('usage.value', {
        option: '--format',
        given: format,
        expected: prints ? 'xlsx · pdf · html' : 'text',
      });
    return undefined;
  }
  const path = options['output'] as string | undefined;
  if (path !== undefined) return { path, format: format === 'text' ? undefined : format };
  if (format === 'text' || json) return undefined;
  if (binary && io.stdoutIsTerminal) refuse('usage.missing', { option: '--output' });
  return { path, format };
}

async function print(
  command: Command,
  answer: Answer,
  globals: Globals,
  m: Messages,
  style: TextStyle,
  io: Io,
): Promise<void> {
  if (answer.silent === true) return;
  const warnings = answer.warnings ?? [];
  if (globals.json) {
    const said = warnings.map((warning) => ({ ...warning, message: warningText(warning, m) }));
    const data = globals.dryRun === true ? { ...answer.data, dryRun: true } : answer.data;
    io.stdout(`${jsonText({ ok: true, command: command.name, data, warnings: said })}\n`);
    return;
  }
  for (const warning of warnings) io.stderr(`${onScreen(warningLine(warning, m))}\n`);
  if (globals.dryRun === true && answer.preview !== undefined) io.stderr(`${onScreen(answer.preview(m))}\n`);
  if (globals.quiet !== true || answer.table !== undefined)
    await show(`${onStyledScreen(answer.text(m, style))}\n`, globals, io);
  if (globals.dryRun === true) io.stderr(`${m.done.dryRun()}\n`);
}

/** Prints a text; on a terminal, one that is longer than the screen is shown page by page. */
async function show(text: string, globals: Globals, io: Io): Promise<void> {
  const { stdoutIsTerminal } = io;
  const rows = told(io.rows);
  const long = stdoutIsTerminal && rows !== undefined && text.split('\n').length > rows;
  if (long && globals.noPager !== true && globals.noInput !== true) {
    const { pagerOf } = await import('./pager.ts');
    const program = pagerOf(io.env);
    if (program !== undefined && (await io.page(text, program))) return;
  }
  io.stdout(text);
}
