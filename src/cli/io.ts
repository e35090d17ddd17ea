import type { Library } from '../usecase/book.ts';
import type { Config } from './config.ts';

/** The world as a command sees it: streams, environment, folder and clock, so that a transcript runs in-process. */
export interface Io {
  readonly stdout: (text: string) => void;
  /** A file's bytes to the same place: a workbook into a pipe. */
  readonly bytes: (piece: Uint8Array) => void;
  readonly stderr: (text: string) => void;
  /** What comes through standard input, for a list that is named `-`. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Prompts and colours only where both are terminals. */
  readonly stdinIsTerminal: () => boolean;
  readonly stdoutIsTerminal: boolean;
  /** Progress is shown only where a person sees it. */
  readonly stderrIsTerminal: boolean;
  /** Width of the terminal in columns; undefined where the output is none. */
  readonly columns: number | undefined;
  /** Its height in lines; undefined where the output is none. */
  readonly rows: number | undefined;
  /** Shows a long text by a program that turns pages; false where it cannot be started, and nothing was shown. */
  readonly page: (text: string, program: string) => Promise<boolean>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Who is logged in; asked only where a command writes. */
  readonly user: () => string;
  readonly now: Date;
  /** Lets the event loop come round, and tells the signal that asks to stop; absent where nobody can send one. */
  readonly turn?: () => Promise<'SIGINT' | 'SIGTERM' | undefined>;
  /** Where books lie, in place of what their names say: whoever runs many commands may keep a book open between them. */
  readonly library?: Library;
  /** Commands come from a guided path: every write is rehearsed, shown and asked about first. */
  readonly guided?: boolean;
  /** What the configuration files say, once they are read; it stands in `env` already. */
  readonly config?: Config;
}
