import {
  dayBefore,
  dayOf,
  monthOf,
  readDay,
  readMonth,
  yearOf,
  type Day,
  type Month,
} from '../../domain/day.ts';
import { fold } from '../../domain/name.ts';

/** Words for days near today, folded. */
const NEAR: Readonly<Record<string, number>> = {
  'hom nay': 0,
  today: 0,
  'hom qua': 1,
  yesterday: 1,
  'hom kia': 2,
};

/** What may stand before a month, folded. */
const MONTH_WORDS: ReadonlySet<string> = new Set(['thang', 'month']);

/**
 * A day as a person says it: `hôm qua`, `24`, `24/9`, or in full. What is not said is of the latest such day that has
 * been, as one writes of what was done; with `ahead`, of the next one.
 */
export function readSaidDay(typed: string, today: Day, ahead = false): Day | undefined {
  const back = NEAR[fold(typed)];
  if (back !== undefined) return Array.from({ length: back }).reduce<Day>((day) => dayBefore(day), today);
  const [, date, month] = /^(\d{1,2})(?:[/.-](\d{1,2}))?$/.exec(typed.trim()) ?? [];
  if (date === undefined) return readDay(typed.trim());
  const [year, now] = [yearOf(today), Number(today.slice(5, 7))];
  if (month !== undefined) {
    return [year, ahead ? year + 1 : year - 1]
      .map((each) => dayOf(each, Number(month), Number(date)))
      .find((day) => day !== undefined && (ahead ? day >= today : day <= today));
  }
  const next = now + (ahead ? 1 : -1);
  return [
    [year, now],
    [next === 0 ? year - 1 : next === 13 ? year + 1 : year, ((next + 11) % 12) + 1],
  ]
    .map(([of = 0, number = 0]) => dayOf(of, number, Number(date)))
    .find((day) => day !== undefined && (ahead ? day >= today : day <= today));
}

/** A month in full, or its number alone: of the latest such month that has begun; `tháng` may stand before it. */
export function readSaidMonth(typed: string, today: Day): Month | undefined {
  const said = typed.trim().replace(/^\p{L}+\s+/u, (word) => (MONTH_WORDS.has(fold(word)) ? '' : word));
  const [, alone] = /^(\d{1,2})$/.exec(said) ?? [];
  if (alone === undefined) return readMonth(said);
  const found = [yearOf(today), yearOf(today) - 1]
    .map((year) => dayOf(year, Number(alone), 1))
    .find((day) => day !== undefined && day <= today);
  return found === undefined ? undefined : monthOf(found);
}
