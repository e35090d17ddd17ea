import type { Day } from '../../domain/day.ts';
import { formatDay } from '../../render/figures.ts';
import type { MenuName, TaskTexts } from '../../render/guide/task-texts.ts';
import { isInterrupt } from '../interrupt.ts';
import type { Io } from '../io.ts';
import type { Choice } from '../prompt.ts';
import { runLine } from './blanks.ts';
import { dueTask } from './due.ts';
import { Guide, guideFor, Left } from './guide.ts';
import { MENUS, type Item } from './menus.ts';
import { runTask, taskTextsFor, type Now, type Prefilled } from './run-task.ts';
import type { Task } from './task.ts';
import { TASKS } from './tasks.ts';

/** What `status` says waits. */
interface Waiting {
  readonly message: string;
  readonly command: string;
}

interface Status {
  readonly today: Day;
  readonly entity?: string;
  readonly month: { readonly open: string };
  readonly due: readonly Waiting[];
}

/** How many things that are due stand on the first screen; the others behind one line. */
const DUE_SHOWN = 3;

/** Ctrl-C. */
const STOPPED = 130;

/** Lines of a menu on the screen at a time. */
const LINES = 17;

/** What `phucloi` alone opens on a terminal: what is due, and everyday work; gives the exit code. */
export async function menu(globals: readonly string[], io: Io): Promise<number> {
  const guide = await guideFor(globals, io);
  const texts = await taskTextsFor(guide.messages.language);
  try {
    let at: Guide | number = guide;
    while (at instanceof Guide) at = await mainMenu(at, texts);
    if (at === 0) guide.say(texts.farewell);
    return at;
  } catch (error) {
    if (!isInterrupt(error)) throw error;
    guide.say(`\n${texts.interrupted}`);
    return STOPPED;
  }
}

/** One line of a menu: something that is due, a task, another menu, or out of here. */
type Line =
  | { readonly due: Waiting }
  | { readonly moreDue: readonly Waiting[] }
  | { readonly item: Item }
  | { readonly quit: true };

/** Shows the first menu once and does what is chosen; gives the guide to go on with, or the exit code to end with. */
async function mainMenu(guide: Guide, texts: TaskTexts): Promise<Guide | number> {
  const answer = await guide.read<Status>(['status']);
  if ('error' in answer) return withoutBook(guide, texts, answer.error);
  const { today, entity = '', month, due } = answer.data;
  const now = { today, month: month.open };
  guide.say(`\n${texts.head({ name: entity, today: formatDay(today), month: formatDay(month.open) })}`);
  guide.say(due.length === 0 ? texts.nothingDue : texts.due(due.length));
  const waiting: readonly Choice<Line>[] = due
    .slice(0, DUE_SHOWN)
    .map((each) => ({ name: `• ${each.message}`, value: { due: each } }));
  const more: readonly Choice<Line>[] =
    due.length > DUE_SHOWN
      ? [{ name: texts.moreDue(due.length - DUE_SHOWN), value: { moreDue: due.slice(DUE_SHOWN) } }]
      : [];
  const items: readonly Choice<Line>[] = MENUS.main.map((item) => ({
    name: named(item, texts),
    value: { item },
  }));
  const quit: Choice<Line> = { name: texts.quit, value: { quit: true } };
  const line = await guide.ask.choice(texts.whatToDo, [...waiting, ...more, ...items, quit], LINES);
  if ('quit' in line) return 0;
  if ('due' in line) await settle(guide, texts, line.due, now);
  else if ('moreDue' in line) await settleOne(guide, texts, line.moreDue, now);
  else if ('task' in line.item) {
    const exit = await seen(guide, texts, await runTask(guide, texts, TASKS[line.item.task], now));
    // The month's end says itself that it was stopped.
    if (line.item.task === 'monthEnd' && exit === STOPPED) return STOPPED;
  } else await subMenu(guide, texts, line.item.menu, now);
  return guide;
}

function named(item: Item, texts: TaskTexts): string {
  return 'task' in item ? texts.tasks[item.task] : texts.menus[item.menu];
}

/** Waits until an answer was read: the menu takes most of the screen. Who said no has nothing to read. */
async function seen(guide: Guide, texts: TaskTexts, exit: number | undefined): Promise<number | undefined> {
  if (exit === undefined || exit === STOPPED) return exit;
  guide.say('');
  await guide.ask.text(texts.goOn);
  return exit;
}

/** A menu below the first: what is done there, again until the way back. */
async function subMenu(
  guide: Guide,
  texts: TaskTexts,
  name: Exclude<MenuName, 'main' | 'noBook'>,
  now: Now,
): Promise<void> {
  for (;;) {
    const choices: readonly Choice<Item | undefined>[] = [
      ...MENUS[name].map((item) => ({ name: named(item, texts), value: item })),
      { name: texts.back, value: undefined },
    ];
    const item = await guide.ask.choice(`${texts.menus[name]}:`, choices);
    if (item === undefined) return;
    if ('menu' in item) await subMenu(guide, texts, item.menu, now);
    // What was asked for is done: back to what is due. A person who went back or said no stays here.
    else if ((await seen(guide, texts, await runTask(guide, texts, TASKS[item.task], now))) === 0) return;
  }
}

/** The path that settles something that is due: its task, with what is known of it answered, or its command as it is. */
async function settle(guide: Guide, texts: TaskTexts, due: Waiting, now: Now): Promise<void> {
  const found: { task: Task; given: Prefilled } | { words: readonly string[] } = dueTask(due.command);
  const exit =
    'words' in found
      ? await runLine(guide, texts, found.words, now)
      : await runTask(guide, texts, found.task, now, found.given);
  await seen(guide, texts, exit);
}

async function settleOne(guide: Guide, texts: TaskTexts, due: readonly Waiting[], now: Now): Promise<void> {
  const choices: readonly Choice<Waiting | undefined>[] = [
    ...due.map((each) => ({ name: each.message, value: each })),
    { name: texts.back, value: undefined },
  ];
  const taken = await guide.ask.choice(texts.whatToDo, choices);
  if (taken !== undefined) await settle(guide, texts, taken, now);
}

type Start = 'make' | 'sample' | 'open' | 'quit';

/** Where no book is found: one is made, tried or opened. Another failure of the book stands on the screen. */
async function withoutBook(guide: Guide, texts: TaskTexts, error: string): Promise<Guide | number> {
  if (error === 'book.older') return olderBook(guide, texts);
  if (error !== 'book.missing') return guide.perform(['status']);
  guide.say(`\n${texts.noBook(guide.io.cwd)}`);
  const choices: readonly Choice<Start>[] = [
    { name: texts.makeBook, value: 'make' },
    { name: texts.sample, value: 'sample' },
    { name: texts.openOther, value: 'open' },
    { name: texts.quit, value: 'quit' },
  ];
  const start = await guide.ask.choice(texts.menus.noBook, choices);
  try {
    if (start === 'make') await seen(guide, texts, await guide.perform(['init']));
    if (start === 'sample') return await sample(guide, texts);
    if (start === 'open') return withBook(guide, await guide.line(texts.otherBook));
    return start === 'quit' ? 0 : guide;
  } catch (left) {
    if (left instanceof Left) return guide;
    throw left;
  }
}

/** A book of an older version is not read before it was migrated, which the person says yes to. */
async function olderBook(guide: Guide, texts: TaskTexts): Promise<Guide | number> {
  guide.say(`\n${texts.olderBook}`);
  const choices: readonly Choice<boolean>[] = [
    { name: texts.migrate, value: true },
    { name: texts.quit, value: false },
  ];
  if (!(await guide.ask.choice(texts.whatToDo, choices))) return 0;
  const exit = await guide.perform(['migrate']);
  // Refused, it would be again: what was said stands on the screen.
  if (exit !== 0 && exit !== STOPPED) return exit;
  await seen(guide, texts, exit);
  return guide;
}

/** Makes the sample book in a folder of its own and goes on in it. */
async function sample(guide: Guide, texts: TaskTexts): Promise<Guide> {
  const folder = await guide.line(texts.sampleFolder, 'so-mau');
  const exit = await guide.perform(['demo', '--out', folder, '--quiet']);
  if (exit !== 0) return guide;
  guide.say(texts.sampleMade);
  return withBook(guide, `${folder}/phucloi.db`);
}

/** The guide at another book: whatever book was named before is no more. */
function withBook(guide: Guide, path: string): Guide {
  const at = guide.globals.indexOf('--book');
  const others = guide.globals.filter(
    (word, index) => !word.startsWith('--book=') && (at < 0 || (index !== at && index !== at + 1)),
  );
  return guide.with([...others, '--book', path]);
}
