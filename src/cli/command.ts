import type { Day } from '../domain/day.ts';
import type { Refusal } from '../domain/failure.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { Table } from '../report/table.ts';
import type { Messages } from '../render/messages.ts';
import type { Questions } from '../render/messages/questions.ts';
import type { WarningCode, WarningFacts } from '../render/messages/warnings.ts';
import type { TextStyle } from '../render/text.ts';
import type { Access, BookKey, Library, OperationHeader } from '../usecase/book.ts';
import type { Reader } from '../usecase/port/ports.ts';
import type { Session } from '../usecase/session.ts';
import type { Globals } from './globals.ts';
import type { LongList } from './long-list.ts';
import type { Io } from './io.ts';
import type { Progress } from './progress.ts';
import { text, type Option, type Options, type Values } from './options.ts';

export type Warning = {
  [W in WarningCode]: { readonly code: W; readonly facts: WarningFacts[W] };
}[WarningCode];

/** What a command gives back: data for programs, and the same said to a person. */
export interface Answer {
  readonly data: object;
  readonly text: (m: Messages, style: TextStyle) => string;
  /** Said before the rehearsal's answer: how a list was read. */
  readonly preview?: (m: Messages) => string;
  /** Whether there was nothing to write, and so nothing to ask. */
  readonly nothing?: boolean;
  /** A list, as a command that `lists` writes it to a file. */
  readonly table?: Table | undefined;
  /** The list as a paper to sign, where that is more than the table: a book with its head and signatures. */
  readonly paper?: {
    readonly of: (reader: Reader) => Promise<Paper>;
    readonly from?: Day | undefined;
    readonly to?: Day | undefined;
  };
  readonly warnings?: readonly Warning[];
  /** 1 where a check has findings, the code of the last command where a guided path ran some; 0 otherwise. */
  readonly exit?: number;
  /** Said already: nothing more is printed. */
  readonly silent?: boolean;
}

/** What a running command may use. The session opens the book when first asked for. */
export interface Desk {
  readonly io: Io;
  readonly m: Messages;
  readonly bookPath: string;
  /** The path beside which the book's files lie: its own, where it is a file. */
  readonly beside: string;
  readonly library: Library;
  /** How the book is opened: by whom it is watched, how long it is waited for. */
  readonly access: Access;
  /** The command as it was typed, without the book and the file it writes to: a paper says what it answers. */
  readonly query: string;
  /** The answer goes to a file as a paper: a table of it is not needed. */
  readonly asPaper?: boolean;
  /** Takes a long list row by row, in place of an answer that holds it; absent where the answer must hold it. */
  readonly takes?: <R extends object>(list: LongList<R>) => Promise<Answer>;
  /** What was said by the options that every command has. */
  readonly globals: Globals;
  readonly header: (command: string) => OperationHeader;
  readonly today: Session['today'];
  readonly session: () => Promise<Session>;
  readonly say: (text: string) => void;
  /** Long work: shown where a person watches, and stopped where somebody asks. */
  readonly work: Progress;
  /** Whether questions may be asked at all. */
  readonly asks: () => boolean;
  /** What this run does is shown first, and done by another one after a yes: it writes neither the book nor a file. */
  readonly rehearses: boolean;
  readonly remembered: Remembered;
  readonly phrases: Session['phrases'];
  /** What a paper goes into instead of a workbook of the program's own. */
  readonly template?: TemplateUse | undefined;
}

/** What a rehearsal was told and saw, and the run after it goes by. */
export interface Remembered {
  /** Who each name is that a person was asked about. */
  readonly donors: Map<string, string>;
  /** The digest of each list that was read, by its path. */
  readonly lists: Map<string, string>;
  /** What opens the book's private fields, once somebody was asked. */
  readonly keys: Map<string, BookKey>;
  /** What opens each encrypted backup, by its path. */
  readonly secrets: Map<string, string>;
}

/** A workbook to be filled with the paper; or somebody who only wants to know the paper. */
type TemplateUse =
  | { readonly kind: 'fill'; readonly path: string }
  | { readonly kind: 'learn'; readonly take: (paper: Paper) => void };

/** The shape of a command's data: JSON Schema is made from it, and every transcript's JSON is held against it. */
export type Shape =
  'text' | 'integer' | 'boolean' | 'day' | 'any' | readonly [Shape] | { readonly [key: string]: Shape };

/** The data that a shape describes. */
type DataOf<S> = S extends 'text' | 'day'
  ? string
  : S extends 'integer'
    ? number
    : S extends 'boolean'
      ? boolean
      : S extends 'any'
        ? unknown
        : S extends readonly [infer One]
          ? readonly DataOf<One>[]
          : { readonly [K in keyof S as K extends `${string}?` ? never : K]: DataOf<S[K]> } & {
              readonly [K in keyof S as K extends `${infer Name}?` ? Name : never]?: DataOf<S[K]>;
            };

type Answers = { readonly [key: string]: Shape };

export interface Command<O extends Options = Options, A extends Answers = Answers> {
  /** Noun and verb, as in `contribution import`. */
  readonly name: string;
  /** Names of the arguments that are no options, in order; one that ends in `?` may be left out, the last in `...` repeated. */
  readonly args: readonly string[];
  readonly options: O;
  readonly examples: readonly string[];
  /** Keys of data; one that ends in `?` may be absent. */
  readonly answer: A;
  /** How a command that writes the book asks before it does; absent where it only reads. */
  readonly writes?: Writes<Given<O>>;
  /** Whether these words only look, with a command that otherwise writes: nothing is shown first, nothing asked. */
  readonly looks?: (given: Given<O>) => boolean;
  /** Answers with a list: `-o` and `--format` write it to a file, or print it as one. */
  readonly lists?: boolean;
  /**
   * Reads or writes private fields, perhaps only with some words: where a book encrypts them, it is unlocked before
   * anything begins.
   */
  readonly private?: true | ((given: Given<O>) => boolean);
  /** Has private values to show, which `--reveal PURPOSE` shows whole. */
  readonly reveals?: boolean;
  /** Runs though a configuration file is unfit: this is how one is mended. */
  readonly unconfigured?: boolean;
  /** Which keys of the answer hold the rows that `--ndjson` gives a line each; the first that is there. */
  readonly rows?: readonly string[];
  readonly run: (desk: Desk, given: Given<O>) => Promise<Answer>;
  /**
   * Command lines that come next, after an answer with this data; … where only a person knows. Said at a terminal, and
   * left out where the answer's own words name them.
   */
  readonly next?: (data: DataOf<A>) => readonly string[];
}

export interface Given<O extends Options = Options> {
  readonly args: readonly string[];
  readonly options: Values<O>;
}

/**
 * What stands before a write at a terminal. `plain`: it adds one small thing, or sets what the same command sets back;
 * it runs at once, and is asked about only in a guided path. `asked`: it is shown first and asked about. `typed`: besides,
 * a word is typed again, for what is hard or impossible to take back.
 */
type Writes<G> = 'plain' | 'asked' | TypedWrites<G>;

interface TypedWrites<G> {
  readonly typed: (given: G, q: Questions) => string;
  /** Asks for the word, and says what cannot be taken back, of a book that is there or is not. */
  readonly question: (q: Questions, word: string, isThere: boolean) => string;
}

/** Where a list is written to instead of being printed. */
const LIST_OUTPUT: { readonly [K in 'output' | 'template']: Option<string | undefined> } = {
  output: text('FILE.xlsx|.pdf|.html|.csv|.json'),
  template: text('THEIR.xlsx'),
};

/** Gives the options' types to `run`, and a list the options that every list has. */
export function command<const O extends Options, const A extends Answers>(spec: Command<O, A>): Command {
  const made = spec as unknown as Command;
  if (spec.lists !== true) return made;
  const options: Options = { ...LIST_OUTPUT, ...made.options };
  return { ...made, options, answer: { ...made.answer, 'path?': 'text', 'files?': ['text'] } };
}

/** A refusal is known by what it carries: a chunk may have a class of its own. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'failure' in error;
}
