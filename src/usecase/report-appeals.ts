import type { Day } from '../domain/day.ts';
import { inOrder } from '../domain/order.ts';
import { appealUnits, type AppealUnits } from '../report/papers/appeal-units.ts';
import { appealBy } from './gift.ts';
import { letterheadOf } from './papers.ts';
import type { Reader } from './port/ports.ts';
import type { Reported } from './report-value.ts';
import { unitView } from './unit-view.ts';

/** Appeals unit by unit, all of them or one: what was asked, promised, given, and passed on. */
export async function appealsReported(
  reader: Reader,
  {
    appeal,
    tree,
    asOf,
  }: { readonly appeal: string | undefined; readonly tree: 'old' | 'new'; readonly asOf: Day },
): Promise<Reported> {
  const treasury = await reader.treasury();
  const wanted = appeal === undefined ? await treasury.appeals() : [await appealBy(reader, appeal)];
  const [funds, sums] = [await reader.funds(), await treasury.appealSums(asOf)];
  const shares = Map.groupBy((await reader.reports()).shares(asOf), (share) => share.appeal);
  const told: AppealUnits[] = [];
  for (const each of wanted) {
    if (each.from > asOf) continue;
    const { code, name, goal } = each;
    const view = await unitView(reader, { tree, asOf }, each.from);
    told.push({
      code,
      name,
      goal,
      units: view.units.toSorted((a, b) => inOrder(a.code, b.code)),
      shares: Map.groupBy(shares.get(code) ?? [], (share) => view.ofUnit(share.unit)),
      sums: sums.flatMap(({ appeal: of, fund: id, received, remitted }) => {
        const fund = funds.find((one) => one.id === id);
        return of !== code || fund === undefined ? [] : [{ fund, received, remitted }];
      }),
    });
  }
  const { paper, appeals } = appealUnits({
    letterhead: letterheadOf(reader),
    asOf,
    appeals: told,
    officers: await reader.officers(asOf),
  });
  return { paper, data: { asOf, tree, appeals }, covered: { to: asOf } };
}
