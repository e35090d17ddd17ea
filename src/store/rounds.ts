import type { ProgrammeKind, Round } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type * as Port from '../usecase/port/rounds.ts';
import { EntityQueries, GONE_STATES, maybe, standing, STANDS, whole } from './queries.ts';
import type { Tables } from './tables.ts';

/** What a round's units are told by. */
export class RoundQueries extends EntityQueries implements Port.RoundReader {
  rounds(kind?: ProgrammeKind): Promise<Round[]> {
    const levels = this.all<Tables['level']>('select * from level where entity = ?');
    const rows = this.named<Tables['round']>(
      "select * from round where entity = @entity and (@kind = '' or kind = @kind) order by day, id",
      { kind: kind ?? '' },
    );
    return Promise.resolve(
      rows.map((row) => ({
        id: row.id,
        code: row.code,
        kind: row.kind as ProgrammeKind,
        name: row.name,
        day: row.day as Day,
        tet: maybe(row.tet),
        cutOff: maybe(row.cut_off) as Day | undefined,
        listBy: maybe(row.list_by) as Day | undefined,
        payBy: maybe(row.pay_by) as Day | undefined,
        signBy: maybe(row.sign_by) as Day | undefined,
        standing: maybe(row.standing),
        twice: row.twice === 'part' ? 'part' : 'refuse',
        previous: maybe(row.previous),
        levels: new Map(
          levels
            .filter(({ round }) => round === row.id)
            .map(({ category, amount }) => [category, asDong(amount)]),
        ),
      })),
    );
  }

  standing(round: number): Promise<Port.StandingAward[]> {
    const rows = this.named<{ code: string; beneficiary: number; unit: number; amount: number }>(
      `select a.code, ${whole('b')} as beneficiary, a.unit, coalesce((
                select sum(p.amount) from award_part p where p.entity = a.entity and p.award = a.id), 0) as amount
         from award a join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
        where a.entity = @entity and a.round = @round and ${STANDS} order by a.id`,
      { round },
    );
    return Promise.resolve(rows.map((row) => ({ ...row, amount: asDong(row.amount) })));
  }

  relatives(): Promise<Port.RelativeKey[]> {
    return Promise.resolve(
      this.all<Port.RelativeKey>(
        `select id, code, folded, unit, relative_of as member from beneficiary
          where entity = ? and relative_of is not null and withdrawn = 0 and merged_into is null order by id`,
      ),
    );
  }

  units(): Promise<Port.UnitFact[]> {
    const rows = this.all<{
      id: number;
      code: string;
      parent: number | null;
      to_day: Day | null;
      successor: number | null;
    }>(
      'select id, code, parent, to_day, successor from unit where entity = ? and withdrawn = 0 order by code',
    );
    return Promise.resolve(
      rows.map(({ id, code, parent, to_day, successor }) => ({
        id,
        code,
        parent: maybe(parent),
        to: maybe(to_day),
        successor: maybe(successor),
      })),
    );
  }

  lastProposed(round: number): Promise<{ day: Day; operation: number } | undefined> {
    const [row] = this.named<{ at: string; operation: number }>(
      `select o.recorded_at as at, o.id as operation from award a
         join operation o on o.entity = a.entity and o.id = a.operation
        where a.entity = @entity and a.round = @round and ${standing('a')} order by a.id desc limit 1`,
      { round },
    );
    return Promise.resolve(
      row === undefined ? undefined : { day: row.at.slice(0, 10) as Day, operation: row.operation },
    );
  }

  joinedSince(
    round: number,
    { day, operation }: { day: Day; operation: number },
    until: Day,
  ): Promise<Map<number, number>> {
    const rows = this.named<{ unit: number; people: number }>(
      `select b.unit, count(*) as people from beneficiary b
        where b.entity = @entity and b.kind = 'member' and b.withdrawn = 0 and b.merged_into is null
          and coalesce(b.joined, '') <= @until and (b.joined > @day or not exists (
            select 1 from change c where c.entity = b.entity and c.register = 'beneficiary' and c.key = b.id
               and c.operation <= @operation))
          and not exists (select 1 from status s where s.entity = b.entity and s.beneficiary = b.id and s.state in ${GONE_STATES} and ${standing('s')})
          and not exists (select 1 from award a where a.entity = b.entity and a.beneficiary = b.id and a.round = @round and ${STANDS})
        group by b.unit`,
      { round, day, operation, until },
    );
    return Promise.resolve(new Map(rows.map(({ unit, people }) => [unit, people])));
  }
}
