import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type * as Port from '../usecase/port/payments.ts';
import { EntityQueries, standing, standingMatch } from './queries.ts';

/** How benefits were paid, and what the bank says of it. */
export class PaymentQueries extends EntityQueries implements Port.PaymentReader {
  transferred(round: number): Promise<Port.TransferredView[]> {
    const rows = this.named<{
      award: number;
      disbursement: number;
      amount: number;
      day: Day;
      reference: string | null;
    }>(
      `select a.id as award, s.id as disbursement, p.amount, max(n.booked_on, min(l.day)) as day, min(l.reference) as reference
         from award a cross join disbursement s on s.entity = a.entity and s.award = a.id
         join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line
         join entry n on n.entity = s.entity and n.id = s.entry
         join match_entry k on k.entity = n.entity and k.entry = n.id
         join match m on m.entity = k.entity and m.id = k.match
         join match_line y on y.entity = m.entity and y.match = m.id
         join statement_line l on l.entity = y.entity and l.id = y.line
        where a.entity = @entity and a.round = @round and ${standingMatch('m')}
          and not exists (select 1 from entry r where r.entity = n.entity and r.reverses = n.id)
          and not exists (select 1 from entry b where b.entity = n.entity and b.clears = n.id and b.kind = 'return'
            and not exists (select 1 from entry r where r.entity = b.entity and r.reverses = b.id))
          and not exists (select 1 from acknowledgement q where q.entity = s.entity and q.disbursement = s.id and ${standing('q')})
        group by a.id, s.id, p.amount, n.booked_on order by s.id`,
      { round },
    );
    return Promise.resolve(
      rows.map(({ reference, amount, ...row }) => ({
        ...row,
        amount: asDong(amount),
        reference: reference ?? '',
      })),
    );
  }
}
