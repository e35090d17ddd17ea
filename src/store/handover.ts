import type { Day } from '../domain/day.ts';
import type * as Port from '../usecase/port/handover.ts';
import { EntityQueries, GONE_STATES, standing } from './queries.ts';

/** How far vouchers have come, and where registers end: what one officer leaves to the next besides money. */
export class HandoverQueries extends EntityQueries implements Port.HandoverReader {
  series(upTo: Day): Promise<Port.SeriesView[]> {
    return Promise.resolve(
      this.named<Port.SeriesView>(
        `select v.kind, v.series as fund, v.year, count(*) as vouchers,
                (select l.code from voucher l where l.entity = v.entity and l.kind = v.kind and l.series = v.series
                  and l.year = v.year and l.day <= @upTo order by l.number desc limit 1) as last
           from voucher v where v.entity = @entity and v.day <= @upTo and v.year = cast(substr(@upTo, 1, 4) as integer)
          group by v.entity, v.kind, v.series, v.year order by v.series, v.kind`,
        { upTo },
      ),
    );
  }

  leftOn(id: number): Promise<Day | undefined> {
    const [row] = this.all<{ day: Day | null }>(
      `select case when s.state in ${GONE_STATES} then s.day end as day from status s
            where s.entity = ? and s.beneficiary = ? and s.state <> 'moved' and ${standing('s')} order by s.day desc, s.id desc limit 1`,
      id,
    );
    return Promise.resolve(row?.day ?? undefined);
  }
}
