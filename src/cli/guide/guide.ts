import type { GuideTexts } from '../../render/guide/texts.ts';
import type { Messages } from '../../render/messages.ts';
import type { Io } from '../io.ts';
import { earlyGlobals, messagesFor } from '../language.ts';
import { run } from '../main.ts';
import { Prompt } from '../prompt.ts';

/**
 * A guided path at work. It asks, makes a command line of the answers, shows that line and runs it through the program's
 * front door: what the guide can do, a typed command can do, and a script with the same line does the same.
 */
export class Guide {
  readonly io: Io;
  readonly texts: GuideTexts;
  readonly ask: Prompt;
  /** Global options that were given to the guide and go on to every command: the book, the language, the day. */
  readonly #globals: readonly string[];

  constructor(io: Io, globals: readonly string[], m: Messages, texts: GuideTexts) {
    this.io = io;
    this.texts = texts;
    this.#globals = globals;
    this.ask = new Prompt(m);
  }

  /** Says something between questions. */
  say(text: string): void {
    this.io.stderr(`${text}\n`);
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

  /**
   * Shows the command that does the same, and runs it: a write is rehearsed, shown and asked about first. Gives its exit
   * code; what was refused stands on the screen, and the path goes on.
   */
  async perform(words: readonly string[]): Promise<number> {
    this.say(`\n${this.texts.sameAs}\n  phucloi ${words.map(quoted).join(' ')}\n`);
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

/** A word as a shell wants it. */
export function quoted(word: string): string {
  return /^[\p{L}\p{N}_.,:=@%+/-]+$/u.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}
