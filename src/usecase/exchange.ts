import type { BookHeader, BookRow } from '../domain/book-file.ts';
import { dayBefore, firstDay, lastDay, monthOf, nextMonth, type Day } from '../domain/day.ts';
import { isMoney } from '../domain/account.ts';
import { asDong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Held, Journal } from '../report/interchange.ts';
import type { TurnoverRow } from './port/ledger.ts';
import type { Reader } from './port/ports.ts';
import { operate, type Session } from './session.ts';

export const EXPORT_FORMATS = ['hledger', 'beancount', 'csv', 'json'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportInput {
  readonly format: ExportFormat;
  /** The days of entries that go out; all of them where none are named. A whole book has no days. */
  readonly range: { readonly from: Day; readonly to: Day } | undefined;
  readonly purpose: string;
  /** Whether people's names and words go along in a journal. */
  readonly names: boolean;
  /** Whether private fields go along in a whole book. */
  readonly private: boolean;
}

/** What is to be written, read once and never held. */
export type Exported =
  | { readonly format: 'json'; readonly header: BookHeader; readonly rows: Iterable<BookRow> }
  | { readonly format: 'hledger' | 'beancount' | 'csv'; readonly journal: Journal };

export interface ExportAnswer {
  readonly format: ExportFormat;
  readonly scope: string;
  readonly entries: number;
  /** Private fields that were left out. */
  readonly withheld: number;
  /** The chain's head that the file carries; of a whole book only. */
  readonly head?: string | undefined;
}

/** Records that something leaves the book, then gives it to `write`: the file so tells of its own making. */
export async function exportBook(
  session: Session,
  input: ExportInput,
  write: (exported: Exported) => Promise<void>,
): Promise<ExportAnswer> {
  const { format, purpose } = input;
  if (format === 'json' && input.range !== undefined)
    refuse('usage.conflict', { options: ['--format json', '--period'] });
  if (format === 'json' ? input.names : input.private)
    refuse('usage.conflict', {
      options: [`--format ${format}`, format === 'json' ? '--names' : '--private'],
    });
  if ((input.names || input.private) && purpose === '') refuse('usage.missing', { option: '--purpose' });
  const whole = { from: '' as Day, to: lastDay(monthOf(session.today)) };
  const scope = await operate(session, 'export', async (writer) => {
    const first = firstDay(writer.entity.firstMonth);
    const { from, to } = input.range ?? { ...whole, from: first };
    const of = `${format} ${span(from, to)}${input.names ? ' names' : ''}${input.private ? ' private' : ''}`;
    await writer.addDisclosure({ kind: 'export', scope: of, by: session.actor(), purpose });
    return of;
  });
  return session.book.read(async (reader) => {
    const exchange = await reader.exchange();
    if (format === 'json') {
      const header = exchange.bookHeader(input.private);
      const all = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
      reader.work.begin('rows', all);
      await write({ format, header, rows: counting(reader, exchange.bookRows(input.private)) });
      reader.work.end();
      const { entry: entries = 0, private: fields = 0 } = header.counts;
      return { format, scope, entries, withheld: input.private ? 0 : fields, head: header.head };
    }
    let entries = 0;
    const counted = function* () {
      for (const entry of exchange.entries(journal)) {
        entries += 1;
        reader.work.count(1);
        yield entry;
      }
    };
    const range = input.range ?? { ...whole, from: dayBefore(firstDay(reader.entity.firstMonth)) };
    const journal: Journal = {
      ...(await journalOf(reader, range)),
      scope,
      names: input.names,
      entries: counted(),
    };
    reader.work.begin('rows');
    await write({ format, journal });
    reader.work.end();
    return { format, scope, entries, withheld: 0 };
  });
}

/** The same rows, counted as they are written. */
function* counting<T>({ work }: Reader, rows: Iterable<T>): Generator<T> {
  for (const row of rows) {
    yield row;
    work.count(1);
  }
}

async function journalOf(
  reader: Reader,
  { from, to }: { from: Day; to: Day },
): Promise<Omit<Journal, 'scope' | 'names' | 'entries'>> {
  const day = dayBefore(from);
  const closings: { day: Day; held: readonly Held[] }[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = nextMonth(month)) {
    const end = lastDay(month) < to ? lastDay(month) : to;
    const held = heldOf(await reader.turnovers({ to: end }));
    closings.push({ day: end, held: held.filter(({ role }) => isMoney(role)) });
  }
  return {
    title: reader.entity.name,
    from,
    to,
    funds: await reader.funds(),
    places: await reader.places(),
    accounts: await reader.accounts(),
    before: { day, held: heldOf(await reader.turnovers({ to: day })).filter(({ amount }) => amount !== 0) },
    closings,
    used: heldOf(await reader.turnovers({ to })),
  };
}

function heldOf(rows: readonly TurnoverRow[]): Held[] {
  return rows.map(({ fund, role, place, debit, credit }) => ({
    fund,
    role,
    place,
    amount: asDong(debit - credit),
  }));
}

/** Months where the days are whole months, else days. */
function span(from: Day, to: Day): string {
  const whole = from === firstDay(monthOf(from)) && to === lastDay(monthOf(to));
  const [first, last] = whole ? [monthOf(from), monthOf(to)] : [from, to];
  return first === last ? first : `${first}..${last}`;
}
