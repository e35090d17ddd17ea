import { optionWords } from '../../domain/command-line.ts';
import { dayBefore, firstDay, monthOf, type Month } from '../../domain/day.ts';
import { add, ZERO, type Dong } from '../../domain/dong.ts';
import { formatDay, formatDong } from '../../render/figures.ts';
import type { InitTexts, Question } from '../../render/guide/init-texts.ts';
import { readTyped } from '../../intake/amount.ts';
import { defaultFunds } from '../../usecase/default-funds.ts';
import type { Desk } from '../command.ts';
import { kebab } from '../options.ts';
import { amountOf } from './asking.ts';
import { readSaidMonth } from './days.ts';
import { guideFor, Left, type Guide } from './guide.ts';
import { runTask, spellerFor, taskTextsFor } from './run-task.ts';
import { TASKS } from './tasks.ts';

/** Words for what was given already, by option; the others are asked. */
export type GivenWords = ReadonlyMap<string, readonly string[]>;

/**
 * Asks what a new book needs, each question with why and an example, and makes the book by the same command with every
 * answer in its flag. Gives that command's exit code.
 */
export async function askInit(desk: Desk, given: GivenWords): Promise<number> {
  const globals = ['--book', desk.bookPath, '--today', desk.today, '--lang', desk.m.language];
  const dry = desk.header('init').dryRun ? ['--dry-run'] : [];
  const guide = await guideFor([...globals, '--actor', desk.header('init').actor, ...dry], desk.io);
  const texts =
    desk.m.language === 'en'
      ? (await import('../../render/guide/en-init.ts')).en
      : (await import('../../render/guide/vi-init.ts')).vi;
  const taskTexts = await taskTextsFor(desk.m.language);
  const words = ['init'];
  for (const [option, values] of given) words.push(...optionWords(`--${kebab(option)}`, values));
  guide.say(texts.intro);
  try {
    const text = async (option: 'name' | 'above' | 'town', needed: boolean) => {
      if (given.has(option)) return;
      const fault = (line: string) => (needed && line === '' ? taskTexts.faults.needed : undefined);
      const line = await explained(guide, texts[option], '', fault);
      if (line !== '') words.push(...optionWords(`--${option}`, [line]));
    };
    await text('name', true);
    await text('above', false);
    await text('town', false);
    const from = await firstMonth(guide, texts, desk, given, taskTexts.faults.month);
    if (!given.has('from')) words.push('--from', from);
    if (!given.has('officer')) words.push(...(await officers(guide, texts)));
    if (!given.has('opening')) words.push(...(await opening(guide, texts, desk, from, taskTexts)));
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    guide.say(`\n${taskTexts.interrupted}`);
    return 130;
  }
  const exit = await guide.perform(words);
  if (exit !== 0 || dry.length > 0) return exit;
  while (await guide.ask.yes(texts.another))
    await runTask(guide, taskTexts, TASKS.fund, { today: desk.today, month: monthOf(desk.today) });
  guide.say(`\n${texts.next.join('\n')}`);
  return exit;
}

/** A question under the line that says what it is for. */
function explained(
  guide: Guide,
  { why, ask }: Question,
  fallback: string,
  fault: (line: string) => string | undefined,
  shown?: (line: string) => string,
): Promise<string> {
  guide.say(`\n${why}`);
  return guide.line(ask, fallback, fault, shown);
}

async function firstMonth(
  guide: Guide,
  texts: InitTexts,
  desk: Desk,
  given: GivenWords,
  said: string,
): Promise<Month> {
  const read = (line: string) => readSaidMonth(line, desk.today);
  const typed =
    given.get('from')?.[0] ??
    (await explained(
      guide,
      texts.from,
      formatDay(monthOf(desk.today)),
      (line) => (read(line) === undefined ? said : undefined),
      (line) => formatDay(read(line) ?? line),
    ));
  return read(typed) ?? monthOf(desk.today);
}

async function officers(guide: Guide, texts: InitTexts): Promise<string[]> {
  guide.say(`\n${texts.officers}`);
  const found: string[] = [];
  for (const role of ['chair', 'accountant', 'cashier'] as const) {
    const name = await guide.line(texts[role]);
    if (name !== '') found.push(`${role}=${name}`);
  }
  return found.length === 0 ? [] : ['--officer', ...found];
}

/** What each default fund has in cash and at the bank on the day before the book begins. */
async function opening(
  guide: Guide,
  texts: InitTexts,
  desk: Desk,
  from: Month,
  taskTexts: Parameters<typeof amountOf>[0]['texts'],
): Promise<string[]> {
  const { language } = desk.m;
  const inWords = await spellerFor(language);
  guide.say(`\n${texts.opening(formatDay(dayBefore(firstDay(from))))}`);
  const found: string[] = [];
  let sum: Dong = ZERO;
  for (const { code, name, owner, purposes } of defaultFunds(language)) {
    if (purposes.length === 0) continue;
    const pays = purposes.map((each) => desk.m.values[each] ?? each).join(', ');
    guide.say(texts.fund({ name, purposes: pays, owner }));
    for (const place of ['cash', 'bank'] as const) {
      const amount = await amountOf({ guide, texts: taskTexts, inWords }, texts[place], true, '0');
      const read = readTyped(amount);
      if (read === undefined) continue;
      found.push(`${code}:${place}=${amount}`);
      sum = add(sum, read);
    }
  }
  guide.say(`\n${texts.sum(formatDong(sum, language))}`);
  return found.length === 0 ? [] : ['--opening', ...found];
}
