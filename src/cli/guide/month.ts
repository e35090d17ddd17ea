import { quoted } from '../../domain/command-line.ts';
import type { Day, Month } from '../../domain/day.ts';
import { MONTH_STEPS, type MonthTexts } from '../../render/guide/month-texts.ts';
import { isBlank, runLine } from './blanks.ts';
import type { Guide } from './guide.ts';
import { taskTextsFor, type Now } from './run-task.ts';
import { MonthSteps, type Action, type Ask, type Step } from './month-steps.ts';

/** The texts of this path in the guide's language. */
export async function monthTexts(language: 'vi' | 'en'): Promise<MonthTexts> {
  return language === 'en'
    ? (await import('../../render/guide/en-month.ts')).enMonth
    : (await import('../../render/guide/vi-month.ts')).viMonth;
}

/** Steps that a guide's commands look up. */
export function stepsOf(guide: Guide, month: Month, today: Day, texts: MonthTexts): MonthSteps {
  return new MonthSteps(month, today, texts, askOf(guide));
}

function askOf(guide: Guide): Ask {
  return <T>(words: readonly string[]) =>
    guide.remember(`month ${words.join(' ')}`, async () => {
      const answer = await guide.read<T>(words);
      return 'data' in answer ? answer.data : undefined;
    });
}

/** A command line as it is typed, with what is still to be filled in. */
export function lineOf(words: readonly string[]): string {
  return `phucloi ${words.map((word) => (isBlank(word) ? word : quoted(word))).join(' ')}`;
}

/** The steps of a month's end in a few lines: each with how it stands. */
function overview(month: Month, steps: readonly Step[], texts: MonthTexts): string[] {
  const width = Math.max(...MONTH_STEPS.map((key) => texts.names[key].length));
  return [
    texts.title({ month }),
    ...steps.map(({ key, state }, at) => {
      const mark = state === 'done' ? '✓' : ' ';
      return ` ${mark} ${at + 1}. ${texts.names[key].padEnd(width)}  ${texts.states[state]}`;
    }),
  ];
}

/** What is chosen at a step: something to do, the next step, or to stop here. */
type Chosen = Action | 'next' | 'leave';

/**
 * Walks a month's steps with the treasurer. A step that is done by the book is passed; any other is shown with how it
 * stands and what can be done, again and again until it is done or gone past.
 */
export class MonthWalk {
  readonly #guide: Guide;
  readonly #texts: MonthTexts;
  readonly #steps: MonthSteps;
  readonly #now: Now;

  constructor(guide: Guide, month: Month, today: Day, texts: MonthTexts) {
    this.#guide = guide;
    this.#texts = texts;
    this.#steps = stepsOf(guide, month, today, texts);
    this.#now = { today, month };
  }

  /** Goes from the first step to the pack of the closed month, or to where it is left. */
  async walk(): Promise<void> {
    const { month } = this.#steps;
    const all = await this.#steps.all();
    this.#guide.say(['', ...overview(month, all, this.#texts)].join('\n'));
    for (const key of MONTH_STEPS) {
      for (;;) {
        const step = await this.#steps.of(key);
        if (step.state === 'done') {
          this.#passed(step);
          break;
        }
        const chosen = await this.#choose(step);
        if (chosen === 'leave') return this.#guide.say(this.#texts.left);
        if (chosen === 'next') break;
        const exit = await this.#do(chosen);
        if (key === 'close' && exit === 0) return this.closed();
      }
    }
    this.#guide.say(this.#texts.left);
  }

  /** Writes the papers of a month that is closed, if they are wanted. */
  async closed(): Promise<void> {
    const { closed, finished, leave, what } = this.#texts;
    const { month } = this.#steps;
    this.#guide.say(`\n${closed({ month })}`);
    const pack = this.#steps.pack();
    const chosen = await this.#guide.ask.choice<Chosen>(what, [
      this.#choice(pack),
      { name: leave, value: 'leave' },
    ]);
    if (typeof chosen === 'object' && (await this.#do(chosen)) === 0) this.#guide.say(finished({ month }));
  }

  #passed({ key }: Step): void {
    this.#guide.say(this.#texts.passed({ at: MONTH_STEPS.indexOf(key) + 1, name: this.#texts.names[key] }));
  }

  #choose({ key, lines, actions, state }: Step): Promise<Chosen> {
    const { step, names, purposes, what, next, leave } = this.#texts;
    const at = MONTH_STEPS.indexOf(key) + 1;
    const heading = step({ at, of: MONTH_STEPS.length, name: names[key] });
    this.#guide.say(
      ['', `── ${heading} ──`, purposes[key], ...lines.map((line) => `  ${line}`), ''].join('\n'),
    );
    const onward = { name: next, value: 'next' as const };
    const does = actions.map((action) => this.#choice(action));
    const last = at === MONTH_STEPS.length;
    // What only the treasurer knows may well be all there already.
    const ahead = state === 'look' ? [onward, ...does] : [...does, ...(last ? [] : [onward])];
    return this.#guide.ask.choice<Chosen>(what, [...ahead, { name: leave, value: 'leave' }]);
  }

  #choice(action: Action) {
    return { name: action.label, value: action, description: lineOf(action.words) };
  }

  /** Asks for what the line lacks, and runs it; gives its exit code, or that of having gone back. */
  async #do(action: Action): Promise<number> {
    const words =
      action.accept === undefined ? action.words : await this.#mendOrAccept(action, action.accept);
    if (words === undefined) return 130;
    const texts = await taskTextsFor(this.#guide.messages.language);
    return (await runLine(this.#guide, texts, words, this.#now, this.#steps.asOf)) ?? 130;
  }

  #mendOrAccept({ words }: Action, accept: readonly string[]): Promise<readonly string[] | undefined> {
    const { does, back, what } = this.#texts;
    return this.#guide.ask.choice<readonly string[] | undefined>(what, [
      { name: does.mend, value: words, description: lineOf(words) },
      { name: does.accept, value: accept, description: lineOf(accept) },
      { name: back, value: undefined },
    ]);
  }
}
