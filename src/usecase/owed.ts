import { owedList, type Owed } from '../domain/appeal.ts';
import { roleSums } from '../domain/balance.ts';
import type { Day } from '../domain/day.ts';
import { subtract } from '../domain/dong.ts';
import { UNIDENTIFIED } from '../domain/fund.ts';
import { reasons } from '../domain/reconcile.ts';
import type { Reader } from './port/ports.ts';

/** What every held fund owes on a day, by appeal and deadline. */
export async function owedOn(reader: Reader, asOf: Day): Promise<(Owed & { overdue: boolean })[]> {
  const treasury = await reader.treasury();
  const [turnovers, appeals, sums] = [
    await reader.turnovers({ to: asOf }),
    await treasury.appeals(),
    await treasury.appealSums(asOf),
  ];
  const held = (await reader.funds()).filter(({ kind, code }) => kind === 'held' && code !== UNIDENTIFIED);
  return owedList(
    held.map((fund) => ({
      code: fund.code,
      owner: fund.owner,
      remitBy: fund.remitBy,
      owed: reasons(roleSums(turnovers, fund.id)),
      appeals: sums
        .filter((each) => each.fund === fund.id)
        .map(({ appeal, received, remitted }) => ({
          code: appeal,
          due: appeals.find((each) => each.code === appeal)?.due,
          owed: subtract(received, remitted),
        })),
    })),
    asOf,
  );
}
