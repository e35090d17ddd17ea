import type { Day, Month } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { FundKind } from '../domain/fund.ts';
import type * as Port from '../usecase/port/collection.ts';
import { hex } from './hex.ts';
import { EntityQueries, LINKED, standing, UNIT } from './queries.ts';

/** Books of units that were collected; the seals and the money between unions that a book tells of itself. */
export class CollectedQueries extends EntityQueries implements Port.CollectionReader {
  async collected(): Promise<Port.CollectedBook[]> {
    const rows = this.named<{
      unit: string;
      origin: string;
      code: string;
      head: Uint8Array;
      operations: number;
      month: Month | null;
      month_head: Uint8Array | null;
      copy_digest: Uint8Array;
      operation: number;
      recorded_at: string;
    }>(
      `select u.code as unit, c.origin, c.code, c.head, c.operations, c.month, c.month_head, c.copy_digest, c.operation,
              o.recorded_at
         from collected c join unit u on u.entity = c.entity and u.id = c.unit
         join operation o on o.entity = c.entity and o.id = c.operation
        where c.entity = @entity and not exists (
          select 1 from collected n where n.entity = c.entity and n.unit = c.unit and n.id > c.id)
        order by u.code`,
      {},
    );
    return rows.map((row) => ({
      unit: row.unit,
      origin: row.origin,
      code: row.code,
      head: hex(row.head),
      operations: row.operations,
      sealed:
        row.month === null || row.month_head === null
          ? undefined
          : { month: row.month, head: hex(row.month_head) },
      digest: hex(row.copy_digest),
      operation: row.operation,
      recordedAt: row.recorded_at,
    }));
  }

  async sealed(): Promise<Port.SealedMonth | undefined> {
    const [row] = this.named<{ month: Month; head: Uint8Array }>(
      `select p.month, p.head from period_event p where p.entity = @entity and p.kind = 'close' and not exists (
          select 1 from period_event r where r.entity = p.entity and r.month = p.month and r.kind = 'reopen' and r.id > p.id)
        order by p.month desc, p.id desc limit 1`,
      {},
    );
    return row === undefined ? undefined : { month: row.month, head: hex(row.head) };
  }

  async unsealed(): Promise<{ month: Month; operation: number } | undefined> {
    const [row] = this.named<{ month: Month; operation: number }>(
      `select p.month, p.operation from period_event p where p.entity = @entity and p.kind = 'close' and not exists (
          select 1 from operation o where o.entity = p.entity and o.id < p.operation and o.digest = p.head)
        order by p.id limit 1`,
      {},
    );
    return row;
  }

  async passed(upTo: Day): Promise<Port.Passed[]> {
    const rows = this.named<Omit<Port.Passed, 'amount' | 'kind'> & { amount: number; kind: FundKind }>(
      `select e.id as entry, e.booked_on as day, coalesce(e.document_no, '') as document, f.code as fund, f.kind, a.role,
              case when e.kind = 'remittance' then 'remitted' when e.kind <> 'allocation' then 'taken'
                when a.role = 'allocation' then 'received' else 'given' end as way,
              coalesce(u.code, '') as unit, coalesce(w.party, '') as party, sum(p.amount) as amount
         from entry e ${LINKED}
         join wording w on w.entity = e.entity and w.id = e.wording
         join posting p on p.entity = e.entity and p.entry = e.id and p.place is null
         join account a on a.entity = p.entity and a.id = p.account
         join fund f on f.entity = p.entity and f.id = p.fund
         left join unit u on u.entity = e.entity and u.id = ${UNIT}
        where e.entity = @entity and e.booked_on <= @upTo and e.reverses is null and ${standing('e')}
          and (e.kind in ('allocation', 'remittance')
            or (e.kind in ('contribution', 'receipt') and (e.document_no is not null or ${UNIT} is not null)))
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id and r.booked_on <= @upTo)
        group by e.id, e.booked_on, e.document_no, e.kind, a.role, f.code, f.kind, u.code, w.party
        order by e.booked_on, e.id, f.code`,
      { upTo },
    );
    return rows.map((row) => ({ ...row, amount: asDong(row.amount) }));
  }
}
