import type { AwardStage, ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong, sum } from '../domain/dong.ts';
import type { Ref } from '../domain/entry.ts';
import type { PaperKind } from '../domain/paper.ts';
import type * as Port from '../usecase/port/homes.ts';
import { documentCode } from './codes.ts';
import { EntityQueries, maybe, partsBack, standing } from './queries.ts';

/** The last thing said of award `a` is the event `v`. */
const LAST = `left join award_event v on v.entity = a.entity and v.id = (
  select max(x.id) from award_event x where x.entity = a.entity and x.award = a.id and ${standing('x')})`;

/** Award `a` is proposed or approved. */
const OPEN = `(v.kind is null or v.kind = 'approve') and ${standing('a')}`;

/** Houses of the round asked for, or of all. */
const HOUSES = `from round r cross join award a on a.entity = r.entity and a.round = r.id ${LAST}`;
const MEANT = `r.entity = @entity and r.kind = 'home' and (@round = 0 or r.id = @round) and ${OPEN}`;

/** The disbursement `s` stands on the last day: paid by then, neither taken back nor come back as a whole. */
const GIVEN = `case when s.stock is null then (select q.booked_on from entry q where q.entity = s.entity and q.id = s.entry) <= @to
    and not exists (select 1 from entry z where z.entity = s.entity and z.reverses = s.entry and z.booked_on <= @to)
    and not exists (select 1 from entry y where y.entity = s.entity and y.clears = s.entry and y.kind = 'return' and y.booked_on <= @to
      and not exists (select 1 from entry z where z.entity = y.entity and z.reverses = y.id and z.booked_on <= @to))
  else exists (select 1 from stock g where g.entity = s.entity and g.id = s.stock and g.day <= @to and ${standing('g')}
    and not exists (select 1 from stock t where t.entity = g.entity and t.reverses = g.id and t.day <= @to and ${standing('t')})) end`;

const PARTLY = `select coalesce(sum(q.amount), 0) from award b ${partsBack('b', '@to')} where b.entity = a.entity and b.id = a.id`;

interface HouseRow {
  id: number;
  award: string;
  round: string;
  unit: string;
  name: string;
  category: string;
  area: string;
  decided: Day | null;
}

interface PartRow {
  award: number;
  line: number;
  amount: number;
  outside: number;
  needs: PaperKind | null;
  paid_on: Day | null;
}

type PaperRow = Port.HousePaper & { award: number; due: Day | null };

/** What is asked of houses, their papers, and of what was reported upward. */
export class HomeQueries extends EntityQueries implements Port.HomeReader {
  async houses(upTo: Day, round = 0): Promise<Port.HouseFact[]> {
    const values = { to: upTo, round };
    const houses = this.named<HouseRow>(
      `select a.id, a.code as award, r.code as round, u.code as unit, b.name, a.category, a.area, d.day as decided ${HOUSES}
         join unit u on u.entity = a.entity and u.id = a.unit
         join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
         left join decision d on d.entity = v.entity and d.id = v.decision and d.day <= @to
        where ${MEANT} order by a.id`,
      values,
    );
    if (houses.length === 0) return [];
    const parts = this.named<PartRow>(
      `select a.id as award, p.line, p.amount, p.outside is not null as outside, p.needs, (
           select coalesce(n.booked_on, g.day) from disbursement s left join entry n on n.entity = s.entity and n.id = s.entry
             left join stock g on g.entity = s.entity and g.id = s.stock
            where s.entity = p.entity and s.award = p.award and s.line = p.line and ${GIVEN} order by s.id desc limit 1) as paid_on
         ${HOUSES} cross join award_part p on p.entity = a.entity and p.award = a.id where ${MEANT} order by p.line`,
      values,
    );
    const papers = this.named<PaperRow>(
      `select a.id as award, p.kind, p.number, p.day, p.due ${HOUSES}
         cross join paper p on p.entity = a.entity and p.award = a.id and p.day <= @to and ${standing('p')}
        where ${MEANT} order by p.day, p.id`,
      values,
    );
    const waivers = this.named<{ award: number; rule: string }>(
      `select a.id as award, w.rule ${HOUSES} cross join waiver w on w.entity = a.entity and w.award = a.id and ${standing('w')}
        where ${MEANT}`,
      values,
    );
    const partsOf = Map.groupBy(parts, ({ award }) => award);
    const papersOf = Map.groupBy(papers, ({ award }) => award);
    const waiversOf = Map.groupBy(waivers, ({ award }) => award);
    return houses.map(({ id, decided, ...house }) => ({
      ...house,
      decidedOn: maybe(decided),
      parts: (partsOf.get(id) ?? []).map((part) => ({
        line: part.line,
        amount: asDong(part.amount),
        outside: part.outside === 1,
        needs: maybe(part.needs),
        paidOn: maybe(part.paid_on),
      })),
      papers: (papersOf.get(id) ?? []).map(({ kind, number, day, due }) => {
        return { kind, number, day, due: maybe(due) };
      }),
      waived: new Set((waiversOf.get(id) ?? []).map(({ rule }) => rule)),
    }));
  }

  async couples(span: { readonly from: Day; readonly to: Day }) {
    return this.named<{ award: string; other: string; round: string; day: Day }>(
      `with home as materialized (
         select a.id, a.code, a.entity, r.code as round, coalesce(b.merged_into, b.id) as person, d.day
           from round r cross join award a on a.entity = r.entity and a.round = r.id ${LAST}
           join decision d on d.entity = v.entity and d.id = v.decision
           join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
          where r.entity = @entity and r.kind = 'home' and v.kind = 'approve' and d.day <= @to and ${standing('a')})
       select h.code as award, min(o.code) as other, h.round, h.day from home h
         cross join private x on x.entity = h.entity and x.register = 'beneficiary' and x.owner = h.person and x.field in ('id', 'former', 'spouse')
         cross join private y on y.entity = x.entity and y.field in ('id', 'former', 'spouse') and y.lookup = x.lookup and y.register = x.register
           and y.owner <> x.owner and (x.field = 'spouse' or y.field = 'spouse')
         cross join home o on o.person = y.owner and o.id <> h.id and (o.day < h.day or (o.day = h.day and o.id < h.id))
        where h.day between @from and @to group by h.id, h.code, h.round, h.day order by h.id`,
      { from: span.from, to: span.to },
    );
  }

  async reported(upTo: Day): Promise<Port.ReportedFact[]> {
    const rows = this.named<{
      award: string;
      kind: ProgrammeKind;
      round: string;
      day: Day;
      state: 'approve' | 'reject' | 'cancel' | null;
      undone: number;
      reported: number;
      paid: number;
      signed: number | null;
      outside: number;
    }>(
      `select a.code as award, r.kind, r.code as round, p.day, v.kind as state, not (${standing('a')}) as undone, p.amount as reported,
              (select coalesce(sum(t.amount), 0) from award_part t where t.entity = a.entity and t.award = a.id and exists (
                select 1 from disbursement s where s.entity = t.entity and s.award = t.award and s.line = t.line and ${GIVEN})) - (${PARTLY}) as paid,
              (select sum(k.amount) from disbursement s join acknowledgement k on k.entity = s.entity and k.disbursement = s.id
                 and k.day <= @to and ${standing('k')} where s.entity = a.entity and s.award = a.id and ${GIVEN}) as signed,
              (select coalesce(sum(t.amount), 0) from award_part t where t.entity = a.entity and t.award = a.id and t.outside is not null) as outside
         from (select max(p.id) as id from reported p where p.entity = @entity and p.award is not null and p.day <= @to and ${standing('p')}
                group by p.award) l
         cross join reported p on p.entity = @entity and p.id = l.id
         join award a on a.entity = p.entity and a.id = p.award ${LAST}
         join round r on r.entity = a.entity and r.id = a.round order by a.id`,
      { to: upTo },
    );
    return rows.map(({ state, undone, signed, ...row }) => ({
      ...row,
      state: undone === 1 ? 'cancelled' : STATES[state ?? 'none'],
      reported: asDong(row.reported),
      paid: asDong(row.paid),
      signed: signed === null ? undefined : asDong(signed),
      outside: asDong(row.outside),
    }));
  }

  async reportedRounds(upTo: Day): Promise<Port.ReportedRound[]> {
    const rows = this.named<{
      round: string;
      kind: ProgrammeKind;
      day: Day;
      reported: number;
      paid: number;
      unknown: string;
    }>(
      `with t as materialized (
         select p.round, max(p.day) as day, count(distinct w.beneficiary) + sum(case when p.award is null then 1 else 0 end) as reported,
                json_group_array(json_array(p.source, p.source_row)) filter (where p.award is null) as unknown
           from reported p left join award w on w.entity = p.entity and w.id = p.award
          where p.entity = @entity and p.day <= @to and ${standing('p')} group by p.round)
       select r.code as round, r.kind, t.day, t.reported, t.unknown,
              (select count(distinct a.beneficiary) from award a join disbursement s on s.entity = a.entity and s.award = a.id and ${GIVEN}
                where a.entity = r.entity and a.round = r.id) as paid
         from t cross join round r on r.entity = @entity and r.id = t.round order by r.id`,
      { to: upTo },
    );
    return rows.map(({ unknown, ...row }) => ({
      ...row,
      unknown: (JSON.parse(unknown) as [number, number][]).map(
        ([document, at]) => `${documentCode(document)}:${at}`,
      ),
    }));
  }

  async handedBack(awards: readonly Ref[], upTo: Day) {
    const rows = this.named<{ award: number; entry: number; amount: number }>(
      `select a.id as award, n.id as entry, sum(q.amount) as amount from award a ${partsBack('a', '@to')}
        where a.entity = @entity and a.id in (select value from json_each(@awards)) group by a.id, n.id order by a.id, n.id`,
      { awards: JSON.stringify(awards.map(({ id }) => id)), to: upTo },
    );
    return new Map(
      [...Map.groupBy(rows, ({ award }) => award)].map(([award, back]) => [
        award,
        { total: sum(back.map(({ amount }) => asDong(amount))), entries: back.map(({ entry }) => entry) },
      ]),
    );
  }
}

const STATES: { readonly [K in 'approve' | 'reject' | 'cancel' | 'none']: AwardStage } = {
  approve: 'approved',
  reject: 'rejected',
  cancel: 'cancelled',
  none: 'proposed',
};
