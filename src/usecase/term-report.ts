import { dayBefore, firstDay, monthOf, type Day, type Month } from '../domain/day.ts';
import { sum, ZERO } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { monthsOf, spanDays, type Span } from '../domain/span.ts';
import type { Paper } from '../report/papers/paper.ts';
import { termPaper, type PastFigure } from '../report/papers/term.ts';
import { termFigures, type TermBook, type TermDays, type TermFigure } from '../report/term.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';

export interface TermInput {
  readonly period: Span;
  /** Figures by their keys, with the month from which each is counted where that is not the period's first. */
  readonly since: ReadonlyMap<string, Month>;
  /** Whether each figure stands beside the one of the period before. */
  readonly compare: boolean;
  /** What the union calls the period. */
  readonly called?: string | undefined;
  /** The paper's number. */
  readonly number?: string | undefined;
}

export interface TermReport {
  readonly label: string;
  readonly days: TermDays;
  /** The first day of the book, where the period begins before it. */
  readonly bookFrom?: Day | undefined;
  /** Benefits of the period from before the book; they are in no figure. */
  readonly past?: PastFigure | undefined;
  /** Whether the period was still running. */
  readonly cut: boolean;
  readonly previous?: TermDays | undefined;
  readonly figures: readonly TermFigure[];
}

/**
 * The figures of a period, each from its own first day. Nothing lies before the book's first day or after today: the days
 * that a figure names are those that the book has.
 */
async function termReport(reader: Reader, input: TermInput, today: Day): Promise<TermReport> {
  const { period, since } = input;
  const wished = spanDays(period);
  const first = firstDay(reader.entity.firstMonth);
  const to = wished.to < today ? wished.to : today;
  const from = wished.from < first ? first : wished.from;
  if (from > today) refuse('day.future', { day: from, today });
  if (to < first) refuse('day.before-book', { day: to, first });
  const figures = termFigures(await bookOf(reader, { from, to }));
  const known = new Set(figures.map(({ key }) => key));
  const own = new Map<string, TermFigure>();
  for (const start of new Set(since.values())) {
    const begun = firstDay(start) < first ? first : firstDay(start);
    if (begun > to) refuse('day.future', { day: begun, today: to });
    for (const figure of termFigures(await bookOf(reader, { from: begun, to }))) {
      known.add(figure.key);
      if (since.get(figure.key) === start) own.set(figure.key, figure);
    }
  }
  const unknown = [...since.keys()].find((key) => !own.has(key));
  if (unknown !== undefined) {
    const expected = [...known].join(' · ') || '–';
    refuse('usage.value', { option: '--since', given: unknown, expected });
  }
  const all = merged(figures, own).filter(({ key }, _, some) => {
    // One round of gifts is all gifts: told once, unless another period is to stand beside it.
    const single = some.filter(({ kind }) => kind === 'round').length === 1;
    return key !== 'gift' || input.compare || since.has(key) || !single;
  });
  const previous = input.compare ? daysBeforeSpan(period, first) : undefined;
  return {
    label: period.label,
    days: { from, to },
    cut: to < wished.to,
    ...(wished.from < first
      ? { bookFrom: first, past: await pastOf(reader, { from: wished.from, to: dayBefore(first) }) }
      : {}),
    ...(previous === undefined ? {} : { previous }),
    figures: previous === undefined ? all : compared(all, await bookOf(reader, previous)),
  };
}

export async function termReportPaper(
  reader: Reader,
  input: TermInput,
  today: Day,
): Promise<{ report: TermReport; paper: Paper }> {
  const report = await termReport(reader, input, today);
  const { to } = report.days;
  const paper = termPaper({
    letterhead: letterheadOf(reader),
    number: input.number,
    called: input.called,
    officers: await reader.officers(to),
    compare: input.compare,
    ...report,
  });
  return { report, paper };
}

/** What was given in days before the book, as it was taken in from lists; undefined where nothing was. */
async function pastOf(reader: Reader, { from, to }: TermDays): Promise<PastFigure | undefined> {
  const past = await (await reader.corrections()).pastBenefits();
  const within = past.filter(({ day }) => day >= from && day <= to);
  const [first, last] = [within.map(({ day }) => day).toSorted()].flatMap((days) => [days[0], days.at(-1)]);
  if (first === undefined || last === undefined) return undefined;
  return { count: within.length, amount: sum(within.map(({ amount }) => amount)), from: first, to: last };
}

async function bookOf(reader: Reader, days: TermDays): Promise<TermBook> {
  return {
    ...days,
    rounds: await reader.rounds(),
    funds: await reader.funds(),
    vouchers: await reader.vouchers({ to: days.to }),
    awardsBefore: await reader.awards({ upTo: dayBefore(days.from) }),
    awardsNow: await reader.awards({ upTo: days.to }),
    entries: await reader.eachEntry(days),
  };
}

/** Figures with a start of their own take the place of the period's, or stand behind those of their kind. */
function merged(figures: readonly TermFigure[], own: ReadonlyMap<string, TermFigure>): TermFigure[] {
  const placed = figures.map((figure) => own.get(figure.key) ?? figure);
  const more = [...own.values()].filter(({ key }) => !figures.some((figure) => figure.key === key));
  return [...placed, ...more];
}

/** As many months as the period has, right before it; undefined where the book has none of them. */
function daysBeforeSpan(period: Span, first: Day): TermDays | undefined {
  const to = dayBefore(firstDay(period.from));
  if (to < first) return undefined;
  let from = monthOf(to);
  for (let left = monthsOf(period).length; left > 1; left -= 1) from = monthOf(dayBefore(firstDay(from)));
  return { from: firstDay(from) < first ? first : firstDay(from), to };
}

/** Figures of single rounds have nothing before them: another round is another figure. */
function compared(figures: readonly TermFigure[], book: TermBook): TermFigure[] {
  const then = new Map(termFigures(book).map((figure) => [figure.key, figure]));
  const { from, to } = book;
  return figures.map((figure) => {
    if (figure.kind === 'round') return figure;
    const { count = 0, amount = ZERO } = then.get(figure.key) ?? {};
    return { ...figure, before: { from, to, count, amount } };
  });
}
