import { isOurs, type ProgrammeKind } from '../domain/award.ts';
import { daysBetween, lastDay, monthOf, type Day } from '../domain/day.ts';
import { sum, type Dong } from '../domain/dong.ts';
import { inOrder } from '../domain/order.ts';
import type { Session } from './session.ts';

/** One part that is decided, is to be paid from a day on and is not paid. */
interface DuePart {
  readonly case: string;
  readonly member: string;
  readonly name: string;
  readonly unit: string;
  readonly round: string;
  readonly part: number;
  readonly due: Day;
  /** Empty where no payer is named. */
  readonly payer: string;
  readonly amount: Dong;
  /** Days since its month ended; 0 within it. */
  readonly overdue: number;
}

export interface DueAnswer {
  readonly on: Day;
  readonly cases: number;
  readonly parts: number;
  readonly total: Dong;
  readonly overdue: { readonly parts: number; readonly total: Dong };
  readonly rows: readonly DuePart[];
}

/** What is to be paid in a day's month, and what of earlier months was not, of every case that is paid by days. */
export function dueBenefits(session: Session, kind: ProgrammeKind, on: Day): Promise<DueAnswer> {
  return session.book.read(async (reader) => {
    const last = lastDay(monthOf(on));
    const funds = new Map((await reader.funds()).map(({ id, code }) => [id, code]));
    const rounds = new Map((await reader.rounds(kind)).map(({ id, code }) => [id, code]));
    const rows: DuePart[] = [];
    for (const round of await (await reader.caseFacts()).datedRounds(kind)) {
      for (const award of await reader.awards({ round })) {
        for (const part of award.parts) {
          const { due } = part;
          if (due === undefined || due > last || !part.approved || !isOurs(part)) continue;
          if (part.paid !== undefined || part.handed !== undefined) continue;
          rows.push({
            case: award.code,
            member: award.beneficiary.code,
            name: award.beneficiaryName,
            unit: award.unit.code,
            round: rounds.get(round) ?? '',
            part: part.line,
            due,
            payer: funds.get(part.payer ?? 0) ?? '',
            amount: part.amount,
            overdue: late(due, on),
          });
        }
      }
    }
    rows.sort((a, b) => (a.due === b.due ? inOrder(a.case, b.case) : inOrder(a.due, b.due)));
    const overdue = rows.filter((row) => row.overdue > 0);
    return {
      on,
      cases: new Set(rows.map((row) => row.case)).size,
      parts: rows.length,
      total: sum(rows.map((row) => row.amount)),
      overdue: { parts: overdue.length, total: sum(overdue.map((row) => row.amount)) },
      rows,
    };
  });
}

/** A monthly support is paid at any time of its month: it is late once the month is over. */
function late(due: Day, on: Day): number {
  return Math.max(0, daysBetween(lastDay(monthOf(due)), on));
}
