import { isMoney } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import { subtract, sum, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { Place } from '../domain/fund.ts';
import { bankBy } from './statement-match.ts';
import type { Reader } from './port/ports.ts';
import { operate, type Session } from './session.ts';

export interface ConfirmAnswer {
  readonly account: string;
  readonly day: Day;
  readonly balance: Dong;
  /** What the book holds there at the end of that day. */
  readonly book: Dong;
  /** What the bank has more than the book. */
  readonly difference: Dong;
}

/** Records a balance that the bank told without a file, and compares it with the book. */
export function confirmBalance(
  session: Session,
  input: { account: string; on: Day; balance: Dong; by: string; paper: string },
): Promise<ConfirmAnswer> {
  return operate(session, 'statement confirm', async (writer) => {
    const place = await bankBy(writer, input.account);
    const { on: day, balance, by, paper } = input;
    if (day > session.today) refuse('day.future', { day, today: session.today });
    await writer.addConfirmation({ place, day, balance, by, paper });
    const book = await held(writer, place, day);
    return { account: place.code, day, balance, book, difference: subtract(balance, book) };
  });
}

/** What lies in a place at the end of a day, of all funds. */
async function held(reader: Reader, place: Place, day: Day): Promise<Dong> {
  const rows = await reader.turnovers({ to: day });
  const here = rows.filter((row) => row.place === place.id && isMoney(row.role));
  return sum(here.map(({ debit, credit }) => subtract(debit, credit)));
}
