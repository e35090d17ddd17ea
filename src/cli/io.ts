/** The world as a command sees it: streams, environment, folder and clock, so that a transcript runs in-process. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Prompts and colours only where both are terminals. */
  readonly stdinIsTerminal: () => boolean;
  readonly stdoutIsTerminal: boolean;
  /** Progress is shown only where a person sees it. */
  readonly stderrIsTerminal: boolean;
  /** Width of the terminal in columns; undefined where the output is none. */
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Who is logged in; asked only where a command writes. */
  readonly user: () => string;
  readonly now: Date;
}
