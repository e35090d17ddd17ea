import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { DUPLICATE_RULES } from '../domain/duplicate.ts';
import { daysBetween } from '../domain/finding.ts';
import type { PairFact, Span } from '../usecase/port/check.ts';
import { DECIDED } from './check-terms.ts';
import { EntityQueries, standing } from './queries.ts';

/** Two awards that may be of one person, or of one household. */
export class PairQueries extends EntityQueries {
  protected hasMerged(): boolean {
    return (
      this.all('select 1 from beneficiary where entity = ? and merged_into is not null limit 1').length > 0
    );
  }

  async pairs(span: Span, season: number): Promise<PairFact[]> {
    const merged = this.hasMerged();
    // Where nothing was ever merged every record is a whole person, and no index is asked about it.
    const whole = (x: string) => (merged ? `coalesce(${x}.merged_into, ${x}.id)` : `${x}.id`);
    const records = (x: string) =>
      merged
        ? `in (select z.id from beneficiary z where z.entity = @entity and z.id = ${whole(x)}
             union all select z.id from beneficiary z where z.entity = @entity and z.merged_into = ${whole(x)})`
        : `in (${x}.id)`;
    const own = merged
      ? `cross join beneficiary v on v.entity = a.entity and v.id = a.beneficiary
         cross join beneficiary b on b.entity = a.entity and b.id ${records('v')}`
      : 'cross join beneficiary b on b.entity = a.entity and b.id = a.beneficiary';
    const others = (how: string, join: string, also = '') =>
      `select '${how}' as "by", a.id as first, o.id as second from decided t cross join award a on a.entity = @entity and a.id = t.id
         ${own} ${join}
         cross join award o on o.entity = c.entity and o.beneficiary ${records('c')} and o.id <> a.id
         cross join near on near.one = a.round and near.other = o.round
        where ${how === 'code' ? 'true' : `${whole('b')} <> ${whole('c')}`} ${also}`;
    const secret = (how: string, mine: string, theirs: string) =>
      others(
        how,
        `cross join private x on x.entity = b.entity and x.register = 'beneficiary' and x.owner = b.id and x.field in (${mine})
       cross join private y on y.entity = x.entity and y.field in (${theirs}) and y.lookup = x.lookup and y.register = x.register and y.owner <> b.id
       cross join beneficiary c on c.entity = y.entity and c.id = y.owner and c.withdrawn = 0`,
      );
    const named = (how: string, alike: string, also: string) =>
      others(how, `cross join homonym c on c.folded = b.folded and ${alike} and c.id <> b.id`, `and ${also}`);
    const numbered = (how: string, column: string) =>
      others(
        how,
        `cross join numbered c on c.${column} = b.${column} and c.id <> b.id`,
        `and b.${column} <> ''`,
      );
    const waived = Object.entries(DUPLICATE_RULES)
      .map(([by, rule]) => `when '${by}' then '${rule}'`)
      .join(' ');
    const rows = this.named<{
      by: PairFact['by'];
      award: string;
      other: string;
      kind: ProgrammeKind;
      other_round: string;
      other_kind: ProgrammeKind;
      same_round: number;
      same_payer: number;
      day: Day;
      round_day: Day;
      other_day: Day;
      unit: string;
    }>(
      `with decided as materialized (${DECIDED}),
       near(one, other) as materialized (
         select r.id, q.id from (select distinct a.round from decided t cross join award a on a.entity = @entity and a.id = t.id) t
           cross join round r on r.entity = @entity and r.id = t.round cross join round q on q.entity = r.entity
          where r.id = q.id or r.kind = 'home' or abs(julianday(r.day) - julianday(q.day)) <= @season),
       kin(one, other) as materialized (
         select id, relative_of from beneficiary where entity = @entity and relative_of is not null
         union select relative_of, id from beneficiary where entity = @entity and relative_of is not null),
       numbered as materialized (
         select entity, id, merged_into, staff_no, card_no from beneficiary
          where entity = @entity and withdrawn = 0 and (staff_no <> '' or card_no <> '')),
       -- The index on names alone would have each of a hundred of one name look at the other ninety-nine.
       homonym as materialized (
         select c.entity, c.id, c.merged_into, c.folded, c.born, c.unit from (
           select distinct b.folded from decided t cross join award a on a.entity = @entity and a.id = t.id
             ${own} where b.folded <> '') n
           cross join beneficiary c on c.entity = @entity and c.folded = n.folded and c.withdrawn = 0),
       pair as (
         ${secret('id', "'id', 'former'", "'id', 'former'")}
         union all ${named('born', 'c.born = b.born', 'b.born is not null')}
         union all ${named('unit', 'c.unit = b.unit', '(b.born is null or c.born is null)')}
         union all ${others('code', 'cross join beneficiary c on c.entity = b.entity and c.id = b.id')}
         union all ${secret('phone', "'phone'", "'phone'")}
         union all ${secret('account', "'account'", "'account'")}
         union all ${numbered('staff', 'staff_no')}
         union all ${numbered('card', 'card_no')}
         union all ${secret('spouse', "'spouse'", "'id', 'former'")}
         union all ${secret('spouse', "'id', 'former'", "'spouse'")}
         union all ${others('relative', 'cross join kin on kin.one = b.id cross join beneficiary c on c.entity = b.entity and c.id = kin.other')})
       select min(t."by") as "by", a.code as award, o.code as other, r.kind, q.code as other_round, q.kind as other_kind, r.id = q.id as same_round,
              exists (select 1 from award_part p join award_part w on w.entity = p.entity and w.award = o.id
                where p.entity = a.entity and p.award = a.id and p.payer is not distinct from w.payer and p.outside is null and w.outside is null) as same_payer,
              (select d.day from award_event v join decision d on d.entity = v.entity and d.id = v.decision
                where v.entity = a.entity and v.award = a.id and v.kind = 'approve' and ${standing('v')} order by v.id desc limit 1) as day,
              r.day as round_day, q.day as other_day, u.code as unit
         from pair t cross join award a on a.entity = @entity and a.id = t.first
         cross join award o on o.entity = a.entity and o.id = t.second
         join award_event v on v.entity = o.entity and v.award = o.id and v.kind = 'approve' and ${standing('v')}
           and not exists (select 1 from award_event x where x.entity = v.entity and x.award = v.award and x.id > v.id and ${standing('x')})
         join decision d on d.entity = v.entity and d.id = v.decision
         join round r on r.entity = a.entity and r.id = a.round
         join round q on q.entity = o.entity and q.id = o.round join unit u on u.entity = a.entity and u.id = a.unit
         join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
         join beneficiary c on c.entity = o.entity and c.id = o.beneficiary
        where (d.day < @from or (d.day <= @to and t.second < t.first))
          and not exists (select 1 from distinction y where y.entity = @entity and ${standing('y')}
            and y.one = min(${whole('b')}, ${whole('c')}) and y.other = max(${whole('b')}, ${whole('c')}))
          and not exists (select 1 from waiver y where y.entity = @entity and y.award in (t.first, t.second) and ${standing('y')}
            and y.rule = case t."by" ${waived} end)
        group by t.first, t.second, a.entity, a.id, a.code, o.id, o.code, r.id, r.kind, r.day, q.id, q.code, q.kind, q.day, u.code,
          t."by" = 'unit', t."by" in ('relative', 'spouse'), t."by" = 'phone' order by t.first, t.second`,
      { from: span.from, to: span.to, season },
    );
    return rows.map((row) => ({
      award: row.award,
      other: row.other,
      kind: row.kind,
      otherRound: row.other_round,
      otherKind: row.other_kind,
      sameRound: row.same_round === 1,
      samePayer: row.same_payer === 1,
      apart: Math.abs(daysBetween(row.round_day, row.other_day)),
      by: row.by,
      unit: row.unit,
      day: row.day,
    }));
  }
}
