import { quoted } from '../../domain/command-line.ts';
import type { GuideTexts } from '../../render/guide/texts.ts';
import type { Messages } from '../../render/messages.ts';
import { foldLines } from '../../render/fold.ts';
import { onScreen } from '../../render/screen.ts';
import { widthOf } from '../../render/width.ts';
import type { Io } from '../io.ts';
import { earlyGlobals, messagesFor } from '../language.ts';
import { run } from '../main.ts';
import { lookFor } from '../print.ts';
import { Prompt } from '../prompt.ts';

/** What nobody answered: the person goes back to where the path began. */
export class Left extends Error {}

/** At any question of a guided path one of these goes back. */
const LEAVES = new Set(['<', '<-', '←']);

/**
 * A guided path at work. It asks, makes a command line of the answers, shows that line and runs it through the program's
 * front door: what the guide can do, a typed command can do, and a script with the same line does the same.
 */
export class Guide {
  readonly io: Io;
  readonly messages: Messages;
  readonly texts: GuideTexts;
  readonly ask: Prompt;
  /** Global options that were given to the guide and go on to every command: the book, the language, the day. */
  readonly #globals: readonly string[];
  readonly #width: number;
  /** What was read of the book; forgotten when something may have been written. */
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(io: Io, globals: readonly string[], m: Messages, texts: GuideTexts) {
    this.io = io;
    this.messages = m;
    this.texts = texts;
    this.#globals = globals;
    const look = lookFor(io, earlyGlobals(globals, io));
    this.ask = new Prompt(m, look);
    this.#width = look.width;
  }

  /** Says something between questions. */
  say(text: string): void {
    this.io.stderr(`${foldLines(onScreen(text), this.#width)}\n`);
  }

  /** The same guide with other global options: another book. */
  with(globals: readonly string[]): Guide {
    return new Guide(this.io, globals, this.messages, this.texts);
  }

  get globals(): readonly string[] {
    return this.#globals;
  }

  /** What a command that only reads answers; its error's code where it refuses. Nothing is shown. */
  async read<T>(words: readonly string[]): Promise<{ data: T; exit: number } | { error: string }> {
    let printed = '';
    const stdout = (text: string) => (printed += text);
    const quiet = { ...this.io, stdout, stderr: () => {}, stdinIsTerminal: () => false };
    const exit = await run([...words, ...this.#globals, '--json'], { ...quiet, stdoutIsTerminal: false });
    const answer = JSON.parse(printed) as { data: T; error?: { code: string } };
    return answer.error === undefined ? { data: answer.data, exit } : { error: answer.error.code };
  }

  /** Keeps what `read` gives under a name until the guide runs a command of the person's. */
  async remember<T>(name: string, read: () => Promise<T>): Promise<T> {
    const known = this.#known.get(name) ?? read();
    this.#known.set(name, known);
    return known as Promise<T>;
  }

  /** Asks for a line of text; `<` goes back. */
  async line(
    message: string,
    fallback?: string,
    fault: (line: string) => string | undefined = () => undefined,
    shown?: (line: string) => string,
  ): Promise<string> {
    const line = await this.ask.text(
      message,
      fallback,
      (typed) => (LEAVES.has(typed) ? undefined : fault(typed)),
      (typed) => (LEAVES.has(typed) ? '←' : this.#fitting(message, shown?.(typed) ?? typed)),
    );
    if (LEAVES.has(line)) throw new Left();
    return line;
  }

  /** An answer with a remark in brackets: the remark goes on a line of its own where both do not fit beside the question. */
  #fitting(message: string, answer: string): string {
    const fits = widthOf(`? ${message} ${answer}`) < this.#width;
    return fits ? answer : answer.replace(' (', '\n    (');
  }

  /**
   * Shows the command that does the same, and runs it: a write is rehearsed, shown and asked about first. Gives its exit
   * code; what was refused stands on the screen, and the path goes on.
   */
  async perform(words: readonly string[]): Promise<number> {
    this.#known.clear();
    // The terminal itself breaks the line: it can be copied whole.
    const line = onScreen(words.map(quoted).join(' '));
    this.io.stderr(`\n${this.texts.sameAs}\n  phucloi ${line}\n\n`);
    return run([...words, ...this.#globals], { ...this.io, guided: true });
  }
}

/** A guide in the person's language; `globals` are the options it was called with. */
export async function guideFor(globals: readonly string[], io: Io): Promise<Guide> {
  const { lang } = earlyGlobals(globals, io);
  const texts =
    lang === 'en'
      ? (await import('../../render/guide/en.ts')).en
      : (await import('../../render/guide/vi.ts')).vi;
  return new Guide(io, globals, await messagesFor(lang), texts);
}
