import inquirer from 'inquirer';
import { fold } from '../domain/name.ts';
import type { Messages } from '../render/messages.ts';
import { widthOf } from '../render/width.ts';

export interface Choice<T> {
  readonly name: string;
  readonly value: T;
  /** Said below the list while this one is pointed at. */
  readonly description?: string;
}

/** How questions look where they are asked. */
export interface Look {
  /** Without colours. */
  readonly plain: boolean;
  /** Columns and lines of the terminal. */
  readonly width: number;
  readonly height: number;
}

/** A cursor and a blank stand before every choice; the last column stays free, or the terminal breaks the line itself. */
const BESIDE_CHOICE = 3;
/** The question and the keys take some lines of a screen; a list has fewer than the rest, and never none. */
const BESIDE_LIST = 6;
const SHORTEST_LIST = 3;
/** An answer is told by at least so much of it. */
const SHORTEST = 20;

/** Questions at a terminal, in the person's language. Ctrl-C at any of them ends the command (130). */
export class Prompt {
  readonly #words: Messages['prompt'];
  readonly #width: number;
  readonly #plain: boolean;
  readonly #lines: number;

  constructor({ prompt }: Pick<Messages, 'prompt'>, { plain, width, height }: Look) {
    this.#words = prompt;
    this.#width = width;
    this.#plain = plain;
    this.#lines = Math.max(height - BESIDE_LIST, SHORTEST_LIST);
  }

  /** Asks yes or no; no unless yes is typed. Marks may be left out, and English letters always do. */
  async yes(message: string, fallback = false): Promise<boolean> {
    const { yes, no, yesOrNo } = this.#words;
    const read = (line: string) => {
      const typed = fold(line);
      if (typed === '') return fallback;
      if ([fold(yes), 'yes'].some((word) => word.startsWith(typed))) return true;
      return [fold(no), 'no'].some((word) => word.startsWith(typed)) ? false : undefined;
    };
    const [y, n] = [fold(yes).slice(0, 1), fold(no).slice(0, 1)];
    const hint = fallback ? `${y.toUpperCase()}/${n}` : `${y}/${n.toUpperCase()}`;
    const line = await this.text(
      `${message} (${hint})`,
      '',
      (typed) => (read(typed) === undefined ? yesOrNo : undefined),
      (typed) => (read(typed) === true ? yes : no),
    );
    return read(line) === true;
  }

  /**
   * Asks for a line of text; `fault` says what is wrong with one, and it is asked again. `shown` is what stands there
   * once it is answered: an amount as it was understood.
   */
  async text(
    message: string,
    fallback = '',
    fault: (line: string) => string | undefined = () => undefined,
    shown: (line: string) => string = (line) => line,
  ): Promise<string> {
    const composed = (line: string) => line.normalize('NFC').trim();
    const validate = (line: string) => fault(composed(line)) ?? true;
    const transformer = (line: string, { isFinal }: { isFinal: boolean }) =>
      isFinal ? shown(composed(line)) : line;
    const given = fallback === '' ? {} : { default: fallback };
    const question = { type: 'input', name: 'value', message, validate, transformer, ...given };
    return composed(await one<string>({ ...question, theme: this.#theme() }));
  }

  /** Asks for words that nobody beside the keyboard is to read; `fault` as with `text`. */
  async secret(
    message: string,
    fault: (line: string) => string | undefined = () => undefined,
  ): Promise<string> {
    const validate = (line: string) => fault(line) ?? true;
    return one<string>({
      type: 'password',
      name: 'value',
      message,
      mask: '*',
      validate,
      theme: this.#theme(),
    });
  }

  /** Asks for one of several answers; `lines` of them are on the screen at a time. */
  async choice<T>(message: string, choices: readonly Choice<T>[], lines = 12): Promise<T> {
    const at = await one<number>({
      type: 'select',
      name: 'value',
      message,
      choices: this.#numbered(message, choices),
      loop: false,
      pageSize: Math.min(lines, this.#lines),
      theme: this.#theme(),
    });
    return chosen(choices, at);
  }

  /** Asks for one of many by typing part of it; `search` gives those that fit. */
  async find<T>(message: string, search: (typed: string) => readonly Choice<T>[]): Promise<T> {
    let shown: readonly Choice<T>[] = [];
    const source = (typed: string | undefined) => {
      shown = search((typed ?? '').normalize('NFC').trim());
      return this.#numbered(message, shown);
    };
    const theme = this.#theme();
    // The only fault that this question has is that nothing fits.
    const style = { ...theme.style, error: () => this.#words.nothingFits };
    const at = await one<number>({
      type: 'search',
      name: 'value',
      message,
      source,
      pageSize: Math.min(10, this.#lines),
      theme: { ...theme, style },
    });
    return chosen(shown, at);
  }

  /** Choices by their number, none of them longer than a line, nor than what the question leaves of it. */
  #numbered<T>(message: string, choices: readonly Choice<T>[]) {
    const beside = Math.max(this.#width - widthOf(message) - 2 * BESIDE_CHOICE, SHORTEST);
    return choices.map(({ value: _, name, ...rest }, value) => ({
      ...rest,
      name: clipped(name, this.#width - BESIDE_CHOICE),
      short: clipped(name, beside),
      value,
    }));
  }

  /** Which keys do what, said in the person's language; and no colours where none are wanted. */
  #theme(): { prefix?: object; style: Record<string, unknown> } {
    const { keys } = this.#words;
    const keysHelpTip = (tips: [key: string, action: string][]) =>
      tips.map(([key, action]) => `${key} ${keys[action] ?? action}`).join(' · ');
    if (!this.#plain) return { style: { keysHelpTip } };
    const same = (text: string) => text;
    const bare = Object.fromEntries(STYLES.map((name) => [name, same]));
    const style = {
      ...bare,
      error: (text: string) => `> ${text}`,
      defaultAnswer: (text: string) => `(${text})`,
      keysHelpTip,
    };
    return { prefix: { idle: '?', done: '✓' }, style };
  }
}

/** What inquirer colours, by its own names. */
const STYLES = ['answer', 'message', 'help', 'highlight', 'key', 'description', 'disabled', 'searchTerm'];

/** A text of at most so many columns. */
function clipped(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let short = text;
  while (widthOf(short) > width - 1) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

function chosen<T>(choices: readonly Choice<T>[], at: number): T {
  const found = choices[at];
  if (found === undefined) throw new TypeError('no such choice');
  return found.value;
}

async function one<T>(question: object): Promise<T> {
  const { value } = (await inquirer.prompt([question as never])) as { value: T };
  return value;
}
