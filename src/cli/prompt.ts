import inquirer from 'inquirer';
import type { Messages } from '../render/messages.ts';

export interface Choice<T> {
  readonly name: string;
  readonly value: T;
  /** Said below the list while this one is pointed at. */
  readonly description?: string;
}

/** Questions at a terminal, in the person's language. Ctrl-C at any of them ends the command (130). */
export class Prompt {
  readonly #words: Messages['prompt'];

  constructor({ prompt }: Pick<Messages, 'prompt'>) {
    this.#words = prompt;
  }

  /** Asks yes or no; no unless yes is chosen. */
  async yes(message: string, fallback = false): Promise<boolean> {
    const { yes, no, yesOrNo } = this.#words;
    const theme = { keywords: { yes, no, error: () => yesOrNo } };
    return one<boolean>({ type: 'confirm', name: 'value', message, default: fallback, theme });
  }

  /** Asks for a line of text; `fault` says what is wrong with one, and it is asked again. */
  async text(
    message: string,
    fallback = '',
    fault: (line: string) => string | undefined = () => undefined,
  ): Promise<string> {
    const validate = (line: string) => fault(line.trim()) ?? true;
    const given = fallback === '' ? {} : { default: fallback };
    return (
      await one<string>({ type: 'input', name: 'value', message, validate, ...given, theme: this.#theme() })
    ).trim();
  }

  /** Asks for one of several answers. */
  async choice<T>(message: string, choices: readonly Choice<T>[]): Promise<T> {
    const shown = choices.map(({ value: _, ...rest }, value) => ({ ...rest, value }));
    const at = await one<number>({
      type: 'select',
      name: 'value',
      message,
      choices: shown,
      loop: false,
      pageSize: 12,
      theme: this.#theme(),
    });
    return chosen(choices, at);
  }

  /** Asks for one of many by typing part of it; `search` gives those that fit. */
  async find<T>(message: string, search: (typed: string) => readonly Choice<T>[]): Promise<T> {
    let shown: readonly Choice<T>[] = [];
    const source = (typed: string | undefined) => {
      shown = search((typed ?? '').normalize('NFC').trim());
      return shown.map(({ value: _, ...rest }, value) => ({ ...rest, value }));
    };
    const at = await one<number>({
      type: 'search',
      name: 'value',
      message,
      source,
      pageSize: 10,
      theme: this.#theme(),
    });
    return chosen(shown, at);
  }

  /** Which keys do what, said in the person's language. */
  #theme() {
    const { keys } = this.#words;
    const keysHelpTip = (tips: [key: string, action: string][]) =>
      tips.map(([key, action]) => `${key} ${keys[action] ?? action}`).join(' · ');
    return { style: { keysHelpTip } };
  }
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
