import type { Month } from '../../domain/day.ts';
import type { CollectedBook } from '../../usecase/port/collection.ts';
import { CollectedQueries } from '../collected.ts';
import { hex } from '../hex.ts';

/**
 * Units that keep their books on the same server: nothing of theirs need be brought. What a login sees of them is what
 * it was given.
 */
export class NeighbourQueries extends CollectedQueries {
  override async collected(): Promise<CollectedBook[]> {
    const rows = this.named<{
      unit: string;
      origin: string;
      code: string;
      head: Uint8Array;
      operations: number;
      recorded_at: string;
      month: Month | null;
      month_head: Uint8Array | null;
    }>(
      `select u.code as unit, b.uuid as origin, n.code, o.digest as head, o.id as operations, o.recorded_at,
              p.month, p.head as month_head
         from entity n join book b on b.id = n.entity
         join unit u on u.entity = @entity and u.code = n.code and u.withdrawn = 0
         join operation o on o.entity = n.entity and o.id = (select max(x.id) from operation x where x.entity = n.entity)
         left join period_event p on p.entity = n.entity and p.id = (
           select c.id from period_event c where c.entity = n.entity and c.kind = 'close' and not exists (
             select 1 from period_event r where r.entity = c.entity and r.month = c.month and r.kind = 'reopen' and r.id > c.id)
           order by c.month desc, c.id desc limit 1)
        where n.entity <> @entity order by u.code`,
      {},
    );
    return rows.map(({ month, month_head, recorded_at, head, ...row }) => ({
      ...row,
      head: hex(head),
      sealed: month === null || month_head === null ? undefined : { month, head: hex(month_head) },
      digest: hex(head),
      operation: 0,
      recordedAt: recorded_at,
    }));
  }
}
