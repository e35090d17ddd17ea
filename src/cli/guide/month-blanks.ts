import { optionWords } from '../../domain/command-line.ts';
import { readDay, type Day } from '../../domain/day.ts';
import { readTyped } from '../../intake/amount.ts';
import { formatDay } from '../../render/figures.ts';
import type { MonthTexts } from '../../render/guide/month-texts.ts';
import type { Prompt } from '../prompt.ts';
import type { Ask } from './month-steps.ts';

const BLANK = '…';

/** Whether a word is still to be asked for. */
export function isBlank(word: string): boolean {
  return word.includes(BLANK);
}

/** What kind of answer an option takes. */
type Kind = 'day' | 'amount' | 'fund' | 'place' | 'account' | 'payment' | 'post' | 'words' | 'text';

const KINDS: Readonly<Record<string, Kind>> = {
  on: 'day',
  due: 'day',
  until: 'day',
  amount: 'amount',
  total: 'amount',
  returned: 'amount',
  balance: 'amount',
  fund: 'fund',
  payer: 'fund',
  place: 'place',
  account: 'account',
  into: 'place',
  outOf: 'place',
  payment: 'payment',
  as: 'post',
  except: 'words',
};

/** The last words of commands that pay benefits: they name a fund and a place at once. */
const PAYS = 'pay';

/** Asks for what a command line still lacks, each by a question of its own. */
export class Blanks {
  readonly #prompt: Prompt;
  readonly #texts: MonthTexts;
  readonly #ask: Ask;
  readonly #day: Day;

  /** `day` is offered where a day is asked for. */
  constructor(prompt: Prompt, texts: MonthTexts, ask: Ask, day: Day) {
    this.#prompt = prompt;
    this.#texts = texts;
    this.#ask = ask;
    this.#day = day;
  }

  async filled(words: readonly string[]): Promise<string[]> {
    const full: string[] = [];
    for (const [at, word] of words.entries()) {
      if (!isBlank(word)) {
        full.push(word);
        continue;
      }
      const answer = await this.#answer(nameOf(words, at));
      const flag = full.at(-1) ?? '';
      if (flag.startsWith('--')) full.splice(-1, 1, ...optionWords(flag, answer));
      else full.push(...answer);
    }
    return full;
  }

  async #answer(name: string): Promise<string[]> {
    const { asks, asksFor, posts } = this.#texts;
    const message = asks[name] ?? asksFor({ option: `--${name}` });
    switch (KINDS[name] ?? 'text') {
      case 'day':
        return [await this.#dayFor(message)];
      case 'amount':
        return [await this.#line(message, (typed) => readTyped(typed) !== undefined, 'amount')];
      case 'fund':
        return [await this.#fund(message)];
      case 'place':
        return [await this.#place(message, ['cash', 'bank'])];
      case 'account':
        return [await this.#place(message, ['bank'])];
      case 'payment': {
        const fund = await this.#fund(asks['payer'] ?? message);
        return [`${fund}:${await this.#place(asks['outOf'] ?? message, ['cash', 'bank'])}`];
      }
      case 'post': {
        const choices = Object.entries(posts).map(([value, label]) => ({ name: label, value }));
        return [await this.#prompt.choice(message, choices)];
      }
      case 'words':
        return (await this.#line(message)).split(/[\s,;]+/).filter((word) => word !== '');
      case 'text':
      default:
        return [await this.#line(message)];
    }
  }

  #line(
    message: string,
    fits: (typed: string) => boolean = () => true,
    fault: 'day' | 'amount' | 'needed' = 'needed',
    fallback = '',
  ): Promise<string> {
    const { faults } = this.#texts;
    return this.#prompt.text(message, fallback, (typed) => {
      if (typed === '') return faults.needed;
      return fits(typed) ? undefined : faults[fault];
    });
  }

  async #dayFor(message: string): Promise<string> {
    const typed = await this.#line(
      message,
      (text) => readDay(text) !== undefined,
      'day',
      formatDay(this.#day),
    );
    return readDay(typed) ?? typed;
  }

  async #fund(message: string): Promise<string> {
    type Listed = { funds: readonly { code: string; name: string }[] };
    return this.#oneOf(message, (await this.#ask<Listed>(['fund', 'list']))?.funds ?? []);
  }

  async #place(message: string, kinds: readonly string[]): Promise<string> {
    type Listed = { places: readonly { code: string; name: string; kind: string }[] };
    const places = (await this.#ask<Listed>(['place', 'list']))?.places ?? [];
    return this.#oneOf(
      message,
      places.filter(({ kind }) => kinds.includes(kind)),
    );
  }

  async #oneOf(message: string, all: readonly { code: string; name: string }[]): Promise<string> {
    const [only] = all;
    if (only !== undefined && all.length === 1) return only.code;
    return this.#prompt.choice(
      message,
      all.map(({ code, name }) => ({ name: `${code} · ${name}`, value: code })),
    );
  }
}

/** By what name a blank is asked for: its option's, or what it is where that says too little. */
function nameOf(words: readonly string[], at: number): string {
  const [noun = '', verb = ''] = words;
  const before = words[at - 1] ?? '';
  if (!before.startsWith('--')) {
    if (verb === 'import') return 'file';
    return noun === 'programme' ? 'code' : 'value';
  }
  const option = before.slice(2);
  if (option === 'to') return noun === 'remit' ? 'body' : 'into';
  if (option === 'from') {
    if (noun === 'allocation') return 'body';
    if (noun === 'officer') return 'on';
    return verb === PAYS ? 'payment' : 'outOf';
  }
  return option;
}
