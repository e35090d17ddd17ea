import { dayBefore, firstDay, lastDay, type Day, type Month } from '../domain/day.ts';
import { subtract, ZERO } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import { shortHead } from '../domain/form.ts';
import { fundLines, placeMoney } from '../domain/reconcile.ts';
import { closingPaper, type Change, type ClosingPlace, type EarlierClose } from '../report/papers/closing.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { ClosingFiles } from './close.ts';
import type { BookedEntry } from './port/periods.ts';
import type { Place } from '../domain/fund.ts';
import type { Reader } from './port/ports.ts';

/** A close as its minutes tell it. `operation` is its own, absent while it is being made. */
export interface Close {
  readonly month: Month;
  readonly head: string;
  /** Keys of the findings that it was closed with. */
  readonly accepted: readonly string[];
  readonly by: string;
  readonly day: Day;
  readonly operation?: number | undefined;
}

/** Operations have smaller numbers than this. */
const LAST_OPERATION = Number.MAX_SAFE_INTEGER;

/** The minutes of a close: what the book held then, and what changed since the month was closed before. */
export async function closingMinutes(reader: Reader, close: Close, say: ClosingFiles['say']): Promise<Paper> {
  const { month, head, operation: before = LAST_OPERATION } = close;
  const [from, to] = [firstDay(month), lastDay(month)];
  const earlier = await earlierClose(reader, close);
  const { above, name, town, language } = reader.entity;
  return closingPaper({
    letterhead: { above, name, town, language },
    month,
    day: close.day,
    by: close.by,
    funds: fundLines(
      await reader.funds(),
      await reader.turnovers({ to: dayBefore(from) }),
      await reader.turnovers({ from, to }),
    ),
    places: await placesOf(reader, from, to, before),
    accepted: await acceptedOf(reader, close, say),
    late: await (await reader.periods()).booked({ from, to, before, late: true }),
    earlier,
    head,
    shortHead: shortHead(head),
    officers: await reader.officers(close.day),
  });
}

/** The minutes of a month's last close, printed again, and what they say has changed. */
export async function reprintMinutes(
  reader: Reader,
  month: Month,
  say: ClosingFiles['say'],
): Promise<{ paper: Paper; close: Close; earlier: EarlierClose | undefined }> {
  const last = (await (await reader.periods()).events(month)).findLast((event) => event.kind !== 'lock');
  if (last?.kind !== 'close') return refuse('period.open', { month });
  const close: Close = {
    month,
    head: last.head,
    accepted: last.reason.split('\n').filter(Boolean),
    by: last.by,
    day: last.recordedAt.slice(0, 10) as Day,
    operation: last.operation,
  };
  const paper = await closingMinutes(reader, close, say);
  return { paper, close, earlier: await earlierClose(reader, close) };
}

/**
 * The close before this one and what was booked in the month between the two: rows are only ever appended, so the
 * operations after the one and before the other hold exactly what changed.
 */
async function earlierClose(reader: Reader, close: Close): Promise<EarlierClose | undefined> {
  const { month, operation: before = LAST_OPERATION } = close;
  const periods = await reader.periods();
  const events = await periods.events(month);
  const signed = events.findLast((event) => event.kind === 'close' && event.operation < before);
  if (signed === undefined) return undefined;
  const after = signed.operation;
  const reopened = events.findLast((event) => event.kind === 'reopen' && event.operation < before);
  const range = { from: firstDay(month), to: lastDay(month), after, before, late: false };
  return {
    day: signed.recordedAt.slice(0, 10) as Day,
    shortHead: shortHead(signed.head),
    reason: reopened?.reason ?? '',
    reopenedBy: reopened?.by ?? '',
    changes: (await periods.booked(range)).map(changeOf),
  };
}

function changeOf({ ownDay: _, ...entry }: BookedEntry): Change {
  return { ...entry, kind: entry.reverses === undefined ? 'added' : 'reversed' };
}

async function acceptedOf(reader: Reader, close: Close, say: ClosingFiles['say']) {
  const { month, operation: before = LAST_OPERATION } = close;
  const known = (await reader.acceptances(lastDay(month))).filter((each) => each.operation < before);
  return close.accepted.flatMap((key) => {
    const acceptance = known.findLast((each) => each.finding === key);
    if (acceptance === undefined) return [];
    // The key is the finding's name, a blank, and its facts.
    const [name = '', ...facts] = key.split(' ');
    const kind = name.slice(0, name.indexOf(':'));
    const { reason, by, until } = acceptance;
    return [{ text: say({ kind, facts: JSON.parse(facts.join(' ')) as unknown }), reason, by, until }];
  });
}

/** Each place's book balance at the month's end, and the last word of a count or of its bank. */
async function placesOf(reader: Reader, from: Day, to: Day, before: number): Promise<ClosingPlace[]> {
  const balances = placeMoney(await reader.turnovers({ to }));
  const places: ClosingPlace[] = [];
  for (const place of await reader.places()) {
    const told = await wordOf(reader, place, from, to, before);
    const then = told && (placeMoney(await reader.turnovers({ to: told.day })).get(place.id) ?? ZERO);
    places.push({
      place,
      book: balances.get(place.id) ?? ZERO,
      word: told && then !== undefined ? { ...told, difference: subtract(told.balance, then) } : undefined,
    });
  }
  return places;
}

async function wordOf(reader: Reader, place: Place, from: Day, to: Day, before: number) {
  if (place.kind === 'bank') return (await reader.periods()).bankBalance(place, { from, to, before });
  const count = (await reader.cashCounts({ from, to })).findLast((each) => each.place === place.id);
  return count && { source: 'count' as const, day: count.day, balance: count.total, paper: '', by: count.by };
}
