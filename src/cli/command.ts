import type { Day } from '../domain/day.ts';
import type { Refusal } from '../domain/failure.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { Table } from '../report/table.ts';
import type { Messages } from '../render/messages.ts';
import type { WarningCode, WarningFacts } from '../render/messages/warnings.ts';
import type { TextStyle } from '../render/text.ts';
import type { Library, OperationHeader } from '../usecase/book.ts';
import type { Reader } from '../usecase/port/ports.ts';
import type { Session } from '../usecase/session.ts';
import type { Format } from './globals.ts';
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
  /** 1 where a check has findings; 0 otherwise. */
  readonly exit?: 0 | 1;
  /** Said already: nothing more is printed. */
  readonly silent?: boolean;
}

/** What a running command may use. The session opens the book when first asked for. */
export interface Desk {
  readonly io: Io;
  readonly m: Messages;
  readonly bookPath: string;
  readonly library: Library;
  /** The command as it was typed, without the book and the file it writes to: a paper says what it answers. */
  readonly query: string;
  /** The answer goes to a file as a paper: a table of it is not needed. */
  readonly asPaper?: boolean;
  /** What `--format` asks for. */
  readonly format: Format | undefined;
  readonly header: (command: string) => OperationHeader;
  readonly today: Session['today'];
  readonly session: () => Promise<Session>;
  readonly say: (text: string) => void;
  /** Long work: shown where a person watches, and stopped where somebody asks. */
  readonly work: Progress;
  /** Asks nothing without a terminal, with `--yes` or with `--no-input`; a person's no ends the command. */
  readonly confirm: (question: string) => Promise<void>;
  /** Whether questions may be asked at all. */
  readonly asks: () => boolean;
  /** Whether `--yes` answers confirmations. */
  readonly yes: boolean;
  readonly phrases: Session['phrases'];
  /** What a paper goes into instead of a workbook of the program's own. */
  readonly template?: TemplateUse | undefined;
}

/** A workbook to be filled with the paper; or somebody who only wants to know the paper. */
type TemplateUse =
  | { readonly kind: 'fill'; readonly path: string }
  | { readonly kind: 'learn'; readonly take: (paper: Paper) => void };

/** The shape of a command's data: JSON Schema is made from it, and every transcript's JSON is held against it. */
export type Shape =
  'text' | 'integer' | 'boolean' | 'day' | 'any' | readonly [Shape] | { readonly [key: string]: Shape };

export interface Command<O extends Options = Options> {
  /** Noun and verb, as in `contribution import`. */
  readonly name: string;
  /** Names of the arguments that are no options, in order. */
  readonly args: readonly string[];
  readonly options: O;
  readonly examples: readonly string[];
  /** Keys of data; one that ends in `?` may be absent. */
  readonly answer: { readonly [key: string]: Shape };
  /** Answers with a list: `-o` and `--format` write it to a file, or print it as one. */
  readonly lists?: boolean;
  readonly run: (desk: Desk, given: { args: readonly string[]; options: Values<O> }) => Promise<Answer>;
}

/** Where a list is written to instead of being printed. */
const LIST_OUTPUT: { readonly [K in 'output' | 'template']: Option<string | undefined> } = {
  output: text('FILE.xlsx|.pdf|.html|.csv|.json'),
  template: text('THEIR.xlsx'),
};

/** Gives the options' types to `run`, and a list the options that every list has. */
export function command<const O extends Options>(spec: Command<O>): Command {
  const made = spec as unknown as Command;
  if (spec.lists !== true) return made;
  const options: Options = { ...LIST_OUTPUT, ...made.options };
  return { ...made, options, answer: { ...made.answer, 'path?': 'text', 'files?': ['text'] } };
}

/** A refusal is known by what it carries: a chunk may have a class of its own. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'failure' in error;
}
