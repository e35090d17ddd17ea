import type { Day } from '../domain/day.ts';
import { disbursementReport } from '../report/papers/disbursement.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import { givenIn, type GivenScope } from './report-recipients.ts';
import type { Reported } from './report-value.ts';

/**
 * What was disbursed in a round, in a period, or in a round within a period. The paper speaks for the period's last day, or
 * for today where that is earlier or no month is given.
 */
export async function disbursementsReported(
  reader: Reader,
  scope: GivenScope,
  today: Day,
): Promise<Reported> {
  const given = await givenIn(reader, scope, today);
  const { date, from } = given;
  const items = await (await reader.goods()).items();
  const { paper, totals, awards } = disbursementReport({
    ...given,
    letterhead: letterheadOf(reader),
    units: await reader.units(),
    faced: new Set(items.flatMap(({ id, face }) => (face === undefined ? [] : [id]))),
    officers: await reader.officers(date),
  });
  return {
    paper,
    data: { asOf: date, ...totals },
    rows: () => ({ rows: awards() }),
    covered: { from, to: date },
  };
}
