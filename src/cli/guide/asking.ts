import type { Day } from '../../domain/day.ts';
import { isCode } from '../../domain/fund.ts';
import { formatDay, formatDong } from '../../render/figures.ts';
import type { ListName, TaskTexts } from '../../render/guide/task-texts.ts';
import { newestIn } from '../../files/folder.ts';
import { readTyped } from '../../intake/amount.ts';
import { isRefusal } from '../command.ts';
import { kebab, type Option } from '../options.ts';
import type { Choice } from '../prompt.ts';
import { listed, type Narrow } from './book-lists.ts';
import { readSaidDay, readSaidMonth } from './days.ts';
import { Left, type Guide } from './guide.ts';
import type { Known } from './search.ts';
import type { Ask, Way } from './task.ts';

/** What a question is asked with. */
export interface Asking {
  readonly guide: Guide;
  readonly texts: TaskTexts;
  readonly ask: Ask;
  /** How the command declares it; an argument has no option. */
  readonly option: Option<unknown> | undefined;
  readonly noun: string;
  readonly today: Day;
  readonly month: string;
  /** How amounts are said in words, where the language has a speller. */
  readonly inWords: (amount: number) => string;
  /** What was offered before: by something that is due. */
  readonly fallback: string;
}

/** Words of the command that answer a question; none where it was skipped. */
type Answered = readonly string[];

/** Lists up to this length are shown whole; longer ones are looked through by typing. */
const SHOWN_WHOLE = 12;

/** The question as it is asked: what Enter does is said beside it. */
function question({ texts, ask }: Asking): string {
  return texts.questions[ask.question] + (ask.optional ? ` ${texts.optional}` : '');
}

/** One line, read by `read` or asked again with what is wrong; nothing where it may be skipped and is. */
async function line(
  a: Asking,
  read: (typed: string) => string | undefined,
  fault: string,
  shown: (word: string) => string = (word) => word,
): Promise<Answered> {
  const refused = (typed: string) => {
    if (typed === '') return a.ask.optional ? undefined : a.texts.faults.needed;
    return read(typed) === undefined ? fault : undefined;
  };
  const said = (typed: string) => {
    const word = typed === '' ? undefined : read(typed);
    return word === undefined ? typed : shown(word);
  };
  const typed = await a.guide.line(question(a), a.fallback, refused, said);
  const word = typed === '' ? undefined : read(typed);
  return word === undefined ? [] : [word];
}

/** As the command itself reads it: whatever it would refuse is asked again. */
function accepted({ option, ask }: Asking, typed: string): string | undefined {
  try {
    option?.read(option.takes === 'many' ? [typed] : typed, `--${kebab(ask.option)}`);
    return typed;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** One of several, with the way back at the end, and no answer first where none is needed. */
async function oneOf<T>(
  guide: Guide,
  texts: TaskTexts,
  message: string,
  choices: readonly Choice<T>[],
  optional = false,
): Promise<T | undefined> {
  const none = optional ? [{ name: texts.skip, value: { skipped: true } as Taken<T> }] : [];
  const each = choices.map((choice) => ({ ...choice, value: { value: choice.value } as Taken<T> }));
  const back = { name: texts.back, value: { left: true } as Taken<T> };
  return kept(await guide.ask.choice(message, [...none, ...each, back], 14));
}

/** What was chosen: an answer, none, or the way back. */
type Taken<T> = { readonly value: T } | { readonly skipped: true } | { readonly left: true };

function kept<T>(taken: Taken<T>): T | undefined {
  if ('left' in taken) throw new Left();
  return 'value' in taken ? taken.value : undefined;
}

function choiceOf({ code, name, detail }: Known): Choice<string> {
  const more = detail === undefined || detail === '' ? '' : ` · ${detail}`;
  return { name: name === '' || name === code ? `${code}${more}` : `${name} (${code})${more}`, value: code };
}

/** One of what the book has: shown whole, or found by typing where that is too long. */
async function oneListed(
  a: Asking,
  name: ListName,
  narrow: Partial<Narrow> = {},
): Promise<string | undefined> {
  const { guide, texts, ask } = a;
  const { finder, all } = await listed(guide, name, { noun: a.noun, only: ask.only, ...narrow });
  if (all.length === 0) {
    if (ask.optional) return undefined;
    guide.say(texts.none[name]);
    throw new Left();
  }
  const message = texts.questions[ask.question];
  if (all.length <= SHOWN_WHOLE) return oneOf(guide, texts, message, all.map(choiceOf), ask.optional);
  const search = (typed: string) => ending(texts, ask.optional, typed, finder.find(typed).map(choiceOf));
  return kept(await guide.ask.find(message, search));
}

/** What a search found, with the ways out where nothing is typed yet. */
function ending(
  texts: TaskTexts,
  optional: boolean,
  typed: string,
  found: readonly Choice<string>[],
): readonly Choice<Taken<string>>[] {
  const each = found.map((choice) => ({ ...choice, value: { value: choice.value } }));
  if (typed !== '') return each;
  const skip = optional ? [{ name: texts.skip, value: { skipped: true } as const }] : [];
  return [...skip, ...each, { name: texts.back, value: { left: true } as const }];
}

const words = (word: string | undefined): Answered => (word === undefined ? [] : [word]);

/** The month whose papers are looked through. */
async function monthOfPapers(a: Asking): Promise<string> {
  const [month = a.month] = await WAYS.month({
    ...a,
    ask: { ...a.ask, question: 'month', optional: false },
    fallback: formatDay(a.month),
  });
  return month;
}

/** A file of the folder, the newest first, or one whose path is typed. */
async function file(a: Asking): Promise<Answered> {
  const { guide, texts } = a;
  const names = newestIn(guide.io.cwd, ['.csv', '.xlsx']).slice(0, SHOWN_WHOLE - 2);
  if (names.length > 0) {
    const other = { name: texts.otherFile, value: '' };
    const choices = [...names.map((name) => ({ name, value: name })), other];
    const taken = await oneOf(guide, texts, question(a), choices, a.ask.optional);
    if (taken === undefined) return [];
    if (taken !== '') return [taken];
  }
  return line(a, (typed) => typed.replace(/^(["'])(.*)\1$/, '$2'), texts.faults.file);
}

/** Somebody who gives: one the book knows, or a name as it is typed. */
async function donorName(a: Asking): Promise<Answered> {
  const { guide, texts } = a;
  const { finder } = await listed(guide, 'donor', { noun: a.noun });
  const search = (typed: string) => {
    const known = finder.find(typed).map(({ name, code }) => ({ name: `${name} (${code})`, value: name }));
    const fresh = typed === '' ? [] : [{ name: texts.newDonor(typed), value: typed }];
    return ending(texts, true, typed, [...known, ...fresh]);
  };
  return words(kept(await guide.ask.find(texts.questions[a.ask.question], search)));
}

/** Whom it is about: the whole of a round, or one person of it. */
async function awards(a: Asking): Promise<Answered> {
  const { guide, texts } = a;
  const { all } = await listed(guide, 'case', { noun: a.noun, only: a.ask.only });
  if (all.length === 0) {
    guide.say(texts.none.case);
    throw new Left();
  }
  const rounds = new Set(all.map(({ code }) => code.slice(0, code.lastIndexOf('/'))));
  const known = (await listed(guide, 'round', { noun: a.noun })).all.filter(({ code }) => rounds.has(code));
  const choices = known.map((round) => ({
    name: `${round.name} (${round.code}) · ${texts.wholeRound}`,
    value: ['--round', round.code],
  }));
  const one = { name: texts.onePerson, value: [] as string[] };
  const taken = await oneOf(guide, texts, question(a), [...choices.slice(0, SHOWN_WHOLE - 1), one]);
  if (taken !== undefined && taken.length > 0) return taken;
  const person = await oneListed({ ...a, ask: { ...a.ask, question: 'case', optional: false } }, 'case');
  return person === undefined ? [] : ['--case', person];
}

/** Who signed: everybody, or those of a list that was brought back. */
async function signers(a: Asking): Promise<Answered> {
  const { guide, texts } = a;
  const choices = [
    { name: texts.everyone, value: 'all' },
    { name: texts.byList, value: 'list' },
  ];
  const how = await oneOf(guide, texts, question(a), choices);
  if (how === 'all') return ['--all'];
  return ['--list', ...(await file({ ...a, ask: { ...a.ask, question: 'file', optional: false } }))];
}

/** What each kind of person gets, one after the other until Enter. */
async function levels(a: Asking): Promise<Answered> {
  const { guide, texts } = a;
  guide.say(texts.questions[a.ask.question]);
  const found: string[] = [];
  for (;;) {
    const category = await guide.line(texts.levelOf, '', (typed) =>
      typed.includes('=') ? texts.faults.word : undefined,
    );
    if (category === '') return found;
    const amount = await amountOf(a, texts.levelAmount(category), false);
    found.push(`${category}=${amount}`);
  }
}

/** Notes of the till, from the largest: those that are counted in Vietnam today. */
const NOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500];

/** The till's money: note by note, with the sum said, or the total alone. */
async function notes(a: Asking): Promise<Answered> {
  const { guide, texts } = a;
  const choices = [
    { name: texts.byNotes, value: 'notes' },
    { name: texts.byTotal, value: 'total' },
  ];
  if ((await oneOf(guide, texts, question(a), choices)) === 'total') {
    return ['--total', await amountOf(a, texts.total, true)];
  }
  const counted: string[] = [];
  let sum = 0;
  for (const note of NOTES) {
    const fault = (typed: string) => (/^\d{0,6}$/.test(typed) ? undefined : texts.faults.count);
    const typed = await guide.line(
      texts.howMany(formatDong(note, guide.messages.language)),
      '',
      fault,
      (said) => (said === '' ? '0' : said),
    );
    const pieces = Number(typed);
    if (pieces > 0) counted.push(`${note}x${pieces}`);
    sum += note * pieces;
  }
  guide.say(texts.counted(formatDong(sum, guide.messages.language)));
  return counted.length === 0 ? ['--total', '0'] : ['--notes', counted.join(',')];
}

/** An amount as it was understood: in figures, and in words where the language has them. */
function echoed(a: Pick<Asking, 'guide' | 'inWords'>, amount: number): string {
  const spelled = amount === 0 ? '' : a.inWords(amount);
  const figures = a.guide.texts.inDong(formatDong(amount, a.guide.messages.language));
  return spelled === '' ? figures : `${figures} (${spelled})`;
}

/** An amount as it is written in a command: with dots, as Vietnam writes it. */
export async function amountOf(
  a: Pick<Asking, 'guide' | 'texts' | 'inWords'>,
  message: string,
  zero: boolean,
  fallback = '',
): Promise<string> {
  const read = (typed: string) => (zero && /^0+$/.test(typed) ? 0 : readTyped(typed));
  const fault = (typed: string) => (read(typed) === undefined ? a.texts.faults.amount : undefined);
  const shown = (typed: string) => {
    const amount = read(typed);
    return amount === undefined ? typed : echoed(a, amount);
  };
  const typed = await a.guide.line(message, fallback, fault, shown);
  return formatDong(read(typed) ?? 0, 'vi');
}

/** Where an answer is written to: a name that says what it is, unless another is typed. */
function output(a: Asking): Promise<Answered> {
  return line(a, (typed) => typed, a.texts.faults.file);
}

type Asked = (a: Asking) => Promise<Answered>;

/** How each kind of question is asked. */
export const WAYS: { readonly [W in Way]: Asked } = {
  amount: async (a) => {
    const read = (typed: string) => {
      const amount = /^0+$/.test(typed) ? accepted(a, typed) : readTyped(typed);
      return amount === undefined ? undefined : formatDong(Number(amount), 'vi');
    };
    return line(a, read, a.texts.faults.amount, (word) => echoed(a, Number(word.replaceAll('.', ''))));
  },
  day: (a) => {
    const fallback =
      a.fallback !== '' || a.ask.optional || a.ask.ahead === true ? a.fallback : formatDay(a.today);
    const read = (typed: string) => {
      const day = readSaidDay(typed, a.today, a.ask.ahead);
      return day === undefined ? undefined : formatDay(day);
    };
    return line({ ...a, fallback }, read, a.texts.faults.day);
  },
  month: (a) => {
    const fallback = a.fallback === '' ? formatDay(a.month) : a.fallback;
    return line(
      { ...a, fallback },
      (typed) => readSaidMonth(typed, a.today),
      a.texts.faults.month,
      formatDay,
    );
  },
  period: (a) => {
    const fallback = a.fallback === '' ? formatDay(a.month) : a.fallback;
    const read = (typed: string) => accepted(a, readSaidMonth(typed, a.today) ?? typed);
    return line({ ...a, fallback }, read, a.texts.faults.period);
  },
  count: (a) => line(a, (typed) => accepted(a, typed), a.texts.faults.count),
  text: async (a) => {
    const answer = await line(a, (typed) => accepted(a, typed), a.texts.faults.other(a.option?.value ?? ''));
    return a.option?.takes === 'many'
      ? answer.flatMap((said) => said.split(/[\s,;]+/).filter(Boolean))
      : answer;
  },
  code: (a) => line(a, (typed) => (isCode(typed) ? typed : undefined), a.texts.faults.code),
  flag: async (a) => ((await a.guide.ask.yes(question(a))) ? [''] : []),
  choice: async (a) => {
    const values = a.ask.only ?? a.option?.value?.split('|') ?? [];
    const said = a.texts.answers;
    const name = (value: string) => said[value] ?? a.guide.messages.values[value] ?? value;
    const choices = values.map((value) => ({ name: name(value), value }));
    return words(await oneOf(a.guide, a.texts, a.texts.questions[a.ask.question], choices, a.ask.optional));
  },
  file,
  output,
  fund: async (a) => words(await oneListed(a, 'fund', { only: undefined })),
  place: async (a) => words(await oneListed(a, 'place')),
  fundPlace: async (a) => {
    const fund = await oneListed(a, 'fund', { only: undefined });
    if (fund === undefined) return [];
    const place = await oneListed(
      { ...a, ask: { ...a.ask, question: 'fromPlace', optional: false } },
      'place',
    );
    return place === undefined ? [] : [`${fund}:${place}`];
  },
  round: async (a) => words(await oneListed(a, 'round')),
  member: async (a) => words(await oneListed(a, 'member')),
  unit: async (a) => words(await oneListed(a, 'unit')),
  donor: async (a) => words(await oneListed(a, 'donor')),
  donorName,
  appeal: async (a) => words(await oneListed(a, 'appeal')),
  voucher: async (a) => words(await oneListed(a, 'voucher', { month: await monthOfPapers(a) })),
  advance: async (a) => words(await oneListed(a, 'advance')),
  case: async (a) => words(await oneListed(a, 'case')),
  awards,
  signers,
  entry: async (a) => words(await oneListed(a, 'entry', { month: await monthOfPapers(a) })),
  operation: async (a) => words(await oneListed(a, 'operation')),
  setting: async (a) => words(await oneListed(a, 'setting')),
  line: async (a) => words(await oneListed(a, 'line')),
  officer: async (a) => {
    const answer = await a.guide.read<{ officers: readonly { name: string }[] }>(['officer', 'list']);
    const names = 'error' in answer ? [] : [...new Set(answer.data.officers.map(({ name }) => name))];
    if (names.length === 0) return WAYS.text(a);
    const other = { name: a.texts.answers['other'] ?? '', value: '' };
    const choices = [...names.slice(0, SHOWN_WHOLE - 2).map((name) => ({ name, value: name })), other];
    const taken = await oneOf(a.guide, a.texts, a.texts.questions[a.ask.question], choices, a.ask.optional);
    return taken === '' ? WAYS.text(a) : words(taken);
  },
  levels,
  notes,
};

/** How an option is asked, by how it is declared, where the task does not say otherwise. */
export function wayOf(ask: Ask, option: Option<unknown> | undefined): Way {
  if (ask.way !== undefined) return ask.way;
  if (option === undefined) return 'text';
  const { value = '', takes } = option;
  if (takes === 'nothing') return 'flag';
  const declared = DECLARED[value];
  if (declared !== undefined) return declared;
  if (/^FILE\.[a-z]+\|/.test(value)) return 'output';
  return /^[a-z-]+(\|[a-z-]+)+$/.test(value) ? 'choice' : 'text';
}

const DECLARED: Readonly<Record<string, Way | undefined>> = {
  AMOUNT: 'amount',
  DAY: 'day',
  'YYYY-MM': 'month',
  PERIOD: 'period',
  FUND: 'fund',
  PLACE: 'place',
  'FUND:PLACE': 'fundPlace',
  ROUND: 'round',
  UNIT: 'unit',
  APPEAL: 'appeal',
  N: 'count',
  FILE: 'file',
};
