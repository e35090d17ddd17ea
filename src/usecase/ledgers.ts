import { firstDay, newYear, type Day } from '../domain/day.ts';
import type { Fund, Place } from '../domain/fund.ts';
import { fundBook, journalBook, moneyBook, trialBook, type BookFacts } from '../report/papers/ledger-book.ts';
import type { Paper } from '../report/papers/paper.ts';
import { fundLedger, journal, placeLedger, trialBalance, type Days } from './ledger-books.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';

/** The cash book (S11) or bank book (S12) of a place, of one fund or of all that lie there. */
export async function cashBookPaper(
  reader: Reader,
  scope: Days & { readonly place: Place; readonly fund?: Fund | undefined },
  today?: Day,
): Promise<Paper> {
  const report = await placeLedger(reader, scope);
  return moneyBook(await bookFacts(reader, scope, today), report, scope);
}

export async function fundLedgerPaper(
  reader: Reader,
  scope: Days & { readonly fund: Fund },
  today?: Day,
): Promise<Paper> {
  return fundBook(await bookFacts(reader, scope, today), await fundLedger(reader, scope), scope.fund);
}

export async function trialBalancePaper(
  reader: Reader,
  scope: Days & { readonly fund?: Fund | undefined },
  today?: Day,
): Promise<Paper> {
  return trialBook(await bookFacts(reader, scope, today), await trialBalance(reader, scope), scope.fund);
}

export async function journalPaper(reader: Reader, scope: Days, today?: Day): Promise<Paper> {
  return journalBook(await bookFacts(reader, scope, today), await journal(reader, scope));
}

/** A book is signed by the officers of its last day, or of today where that is earlier. */
async function bookFacts(reader: Reader, { from, to }: Days, today = to): Promise<BookFacts> {
  const date = to < today ? to : today;
  const [first, year] = [firstDay(reader.entity.firstMonth), newYear(from)];
  return {
    letterhead: letterheadOf(reader),
    date,
    officers: await reader.officers(date),
    opened: first > year ? first : year,
  };
}
