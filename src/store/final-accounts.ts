import { ASSET_ROLES } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { Flow } from '../domain/final-accounts.ts';
import type * as Port from '../usecase/port/final-accounts.ts';
import { EntityQueries, maybe } from './queries.ts';

/** Why funds grew and shrank, under the item codes of entries. */
export class FinalQueries extends EntityQueries implements Port.FinalReader {
  flows({ from, to }: { from: Day; to: Day }): Promise<Flow[]> {
    const assets = `('${ASSET_ROLES.join("', '")}')`;
    const rows = this.named<Omit<Flow, 'voucherDay' | 'amount'> & { voucherDay: Day | null; amount: number }>(
      `select e.booked_on as day, coalesce(v.code, '') as voucher, v.day as voucherDay, min(e.id) as entry, e.kind,
              p.fund, a.role, coalesce(p.item, '') as item,
              sum(case p.side when 'credit' then p.amount else -p.amount end) as amount
         from entry e join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account
         left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = @entity and e.booked_on between @from and @to and a.role not in ${assets}
        group by e.booked_on, coalesce(e.voucher, -e.id), v.code, v.day, e.kind, p.fund, a.role, coalesce(p.item, '')
        order by e.booked_on, entry, p.fund, a.role, item`,
      { from, to },
    );
    return Promise.resolve(
      rows.map((row) => ({ ...row, voucherDay: maybe(row.voucherDay), amount: asDong(row.amount) })),
    );
  }
}
