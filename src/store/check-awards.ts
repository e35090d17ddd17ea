import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { AwardFact, PaymentFact, Span } from '../usecase/port/check.ts';
import { PairQueries } from './check-pairs.ts';
import { APPROVED, back, DECIDED, NAMED, stands, TOTAL } from './check-terms.ts';
import { GONE_STATES, goodsGiven, maybe, standing, unacknowledged, unsettled } from './queries.ts';

interface Row {
  award: string;
  kind: ProgrammeKind;
  round: string;
  unit: string;
  total: number;
  day: Day;
}

/** What a list is put in order by, and not told. */
interface Ordered {
  readonly disbursement: number;
  readonly signed_by: number;
  readonly booked_on: Day;
}

const fact = <R extends Row>(row: R): R & AwardFact => ({ ...row, total: asDong(row.total) });

/** What the rules ask of awards. */
export class AwardCheckQueries extends PairQueries {
  async unsigned(upTo: Day): Promise<AwardFact[]> {
    return this.named<Row>(
      // First what is open, by two indexes alone: nearly every payment of a long book was signed for.
      `with s as materialized (
         select s.entity, s.award, s.line, s.entry, s.stock from (${unacknowledged('@to')}) w
           cross join disbursement s on s.entity = @entity and s.id = w.id where not exists (
           select 1 from acknowledgement k where k.entity = s.entity and k.disbursement = s.id and k.day <= @to and ${standing('k')})),
       q as (
         select s.entity, s.award, s.line, n.booked_on as day from s cross join entry n on n.entity = s.entity and n.id = s.entry
          where n.booked_on <= @to and ${stands('n')}
         union all select s.entity, s.award, s.line, g.day from s cross join stock g on g.entity = s.entity and g.id = s.stock
          where ${goodsGiven('s', '@to')})
       select a.code as award, r.kind, r.code as round, u.code as unit, sum(p.amount - ${back('p.award', 'p.line')}) as total, min(q.day) as day
         from q join award a on a.entity = q.entity and a.id = q.award ${NAMED}
         join award_part p on p.entity = q.entity and p.award = q.award and p.line = q.line
        group by a.entity, a.id, a.code, r.kind, r.code, u.code having sum(p.amount - ${back('p.award', 'p.line')}) > 0 order by a.id`,
      { to: upTo },
    ).map(fact);
  }

  async unequal(span: Span) {
    return this.named<Row & Ordered & { decided: number; paid: number; signed: number; back: number }>(
      `select * from (
       select a.code as award, r.kind, r.code as round, u.code as unit, 0 as total, k.day, k.id as signed_by, k.disbursement, n.booked_on,
              p.amount as decided, case when s.stock is not null then p.amount else coalesce((select sum(q.amount) from posting q join account c on c.entity = q.entity and c.id = q.account
                where q.entity = s.entity and q.entry = s.entry and q.award = s.award and q.part = s.line and c.role = 'disbursement'), 0) end as paid,
              k.amount as signed, ${back('s.award', 's.line')} as back,
              ${back('s.award', 's.line', 'and n.operation < k.operation')} as before
         from (
           select k.id from acknowledgement k cross join disbursement s on s.entity = k.entity and s.id = k.disbursement
             cross join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line and p.amount <> k.amount
            where k.entity = @entity and k.day <= @to
           union
           select k.id from entry n cross join disbursement s on s.entity = n.entity and s.entry = n.id
             cross join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and k.day <= @to
            where n.entity = @entity and n.booked_on >= @from
           union
           select k.id from entry n cross join posting q on q.entity = n.entity and q.entry = n.id
             cross join disbursement s on s.entity = q.entity and s.award = q.award and s.line = q.part
             cross join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and k.day <= @to
            where n.entity = @entity and n.booked_on between @from and @to and n.kind = 'return' and n.clears is null and q.side = 'credit') t
         cross join acknowledgement k on k.entity = @entity and k.id = t.id
         join disbursement s on s.entity = k.entity and s.id = k.disbursement
         join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line
         left join entry n on n.entity = s.entity and n.id = s.entry
         join award a on a.entity = s.entity and a.id = s.award ${NAMED}
        where ${standing('k')} and ${stands('n')} and (s.stock is null or ${goodsGiven('s', '@to')})) f
        where (signed <> decided - before and signed <> decided - back) or (booked_on >= @from and paid <> decided)
        order by disbursement, signed_by`,
      { from: span.from, to: span.to },
    ).map(({ disbursement: _, signed_by: _by, booked_on: _on, ...row }) => ({
      ...fact(row),
      decided: asDong(row.decided),
      paid: asDong(row.paid - row.back),
      signed: asDong(row.signed),
    }));
  }

  async phantoms(upTo: Day): Promise<AwardFact[]> {
    // Signed for, taken back, and nothing else given for the same part.
    const signedFor = `join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and ${standing('k')}
         join award a on a.entity = s.entity and a.id = s.award ${NAMED} ${APPROVED}`;
    const nothing = `not exists (
          select 1 from disbursement o join entry n on n.entity = o.entity and n.id = o.entry
           where o.entity = s.entity and o.award = s.award and o.line = s.line and n.booked_on <= @to and ${stands('n')})
      and not exists (
          select 1 from disbursement o where o.entity = s.entity and o.award = s.award and o.line = s.line and ${goodsGiven('o', '@to')})`;
    const columns =
      'select a.code as award, r.kind, r.code as round, u.code as unit, k.amount as total, k.day';
    return this.named<Row>(
      `${columns} from entry z indexed by entry_reverses
         cross join disbursement s on s.entity = z.entity and s.entry = z.reverses ${signedFor}
        where z.entity = @entity and z.reverses is not null and z.booked_on <= @to and ${nothing}
       union all ${columns} from stock z indexed by stock_reverses
         cross join disbursement s on s.entity = z.entity and s.stock = z.reverses ${signedFor}
        where z.entity = @entity and z.reverses is not null and z.day <= @to and ${standing('z')} and ${nothing}`,
      { to: upTo },
    ).map(fact);
  }

  async unpaid(upTo: Day) {
    const rows = this.named<{
      round: string;
      kind: ProgrammeKind;
      people: number;
      total: number;
      since: Day;
    }>(
      // First what no payment stands for: nearly every award of a long book is paid. What still waits for its day or paper is not late.
      // Then what somebody still carries: each advance added up once, however many parts it was handed out for.
      `with p as materialized (
         select p.entity, p.award, p.line, p.amount, p.due
           from (${unsettled("(form = 'cash' or payer is not null)", '@to')}) w
           cross join award_part p on p.entity = @entity and p.award = w.award and p.line = w.line
          where (p.due is null or p.due <= @to)
            and not exists (select 1 from disbursement s join entry n on n.entity = s.entity and n.id = s.entry
              where s.entity = p.entity and s.award = p.award and s.line = p.line and n.booked_on <= @to and ${stands('n')})
            and (p.form = 'cash' or not exists (select 1 from disbursement s
              where s.entity = p.entity and s.award = p.award and s.line = p.line and ${goodsGiven('s', '@to')}))
            and (p.needs is null or exists (select 1 from paper w where w.entity = p.entity and w.award = p.award and w.kind = p.needs
              and w.due is null and w.day <= @to and ${standing('w')}))),
       carried as materialized (
         select w.id from (select distinct h.advance from p cross join handout h on h.entity = p.entity and h.award = p.award and h.line = p.line) c
           cross join advance w on w.entity = @entity and w.id = c.advance
           cross join entry n on n.entity = w.entity and n.id = w.entry
          where n.booked_on <= @to and ${stands('n')}
            and (select sum(q.amount) from posting q where q.entity = n.entity and q.entry = n.id and q.side = 'debit')
              > coalesce((select sum(q.amount) from entry t join posting q on q.entity = t.entity and q.entry = t.id
                  where t.entity = w.entity and t.settles = w.id and t.booked_on <= @to and q.holder is not null
                    and q.side = 'credit'), 0))
       select r.code as round, r.kind, count(distinct a.id) as people, sum(p.amount) as total, min(max(d.day, coalesce(p.due, ''))) as since
         from p cross join award a on a.entity = p.entity and a.id = p.award ${APPROVED}
         join round r on r.entity = a.entity and r.id = a.round
        where d.day <= @to and not exists (select 1 from handout h
            where h.entity = p.entity and h.award = p.award and h.line = p.line and h.advance in (select id from carried))
        group by r.id, r.code, r.kind order by r.id`,
      { to: upTo },
    );
    return rows.map((row) => ({ ...row, total: asDong(row.total) }));
  }

  async leavers(span: Span) {
    // What a person became is said of the record that stays, also where another of theirs was paid.
    const records = this.hasMerged()
      ? `in (select z.id from beneficiary y join beneficiary z on z.entity = y.entity
               and coalesce(z.merged_into, z.id) = coalesce(y.merged_into, y.id)
              where y.entity = a.entity and y.id = a.beneficiary)`
      : '= a.beneficiary';
    return this.named<Row & { left: Day | null; closed: Day | null }>(
      `select a.code as award, r.kind, r.code as round, u.code as unit, 0 as total, n.booked_on as day,
              case when x.state in ${GONE_STATES} then x.day end as left, case when u.to_day < n.booked_on then u.to_day end as closed
         from entry n join disbursement s on s.entity = n.entity and s.entry = n.id
         join award a on a.entity = s.entity and a.id = s.award ${NAMED}
         left join status x on x.entity = a.entity and x.id = (
           select s.id from status s where s.entity = a.entity and s.beneficiary ${records} and s.day < n.booked_on
              and s.state <> 'moved' and ${standing('s')} order by s.day desc, s.id desc limit 1)
        where n.entity = @entity and n.booked_on between @from and @to and ${stands('n')}
          and (x.state in ${GONE_STATES} or u.to_day < n.booked_on)
        group by a.id, a.code, r.kind, r.code, u.code, n.booked_on, x.state, x.day, u.to_day`,
      { from: span.from, to: span.to },
    ).map((row) => ({ ...fact(row), left: maybe(row.left), closed: maybe(row.closed) }));
  }

  async decided(span: Span) {
    const rows = this.named<Row & { category: string; level: number | null; round_id: number }>(
      `select a.code as award, r.kind, r.code as round, u.code as unit, ${TOTAL} as total, d.day, a.category, l.amount as level,
              a.round as round_id
         from (${DECIDED}) t cross join award a on a.entity = @entity and a.id = t.id ${NAMED} ${APPROVED}
         left join level l on l.entity = a.entity and l.round = a.round and l.category = a.category order by a.id`,
      { from: span.from, to: span.to },
    );
    const totals = new Map<number, number[]>();
    for (const row of rows) {
      const known = totals.get(row.round_id);
      if (known === undefined) totals.set(row.round_id, [row.total]);
      else known.push(row.total);
    }
    const medians = new Map(
      [...totals].map(([round, all]) => [
        round,
        all.sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)] ?? 0,
      ]),
    );
    return rows.map((row) => ({
      ...fact(row),
      level: row.level === null ? undefined : asDong(row.level),
      median: asDong(medians.get(row.round_id) ?? 0),
    }));
  }

  async yearly(span: Span, year: number) {
    return this.named<{ beneficiary: string; times: number }>(
      `select b.code as beneficiary,
              (select count(distinct o.id) from award o join disbursement s on s.entity = o.entity and s.award = o.id
                join entry n on n.entity = s.entity and n.id = s.entry and n.booked_on between @first and @to and ${stands('n')}
                where o.entity = b.entity and o.beneficiary = b.id)
              + (select count(*) from history h where h.entity = b.entity and h.beneficiary = b.id and h.day between @first and @to
                and ${standing('h')}) as times
         from beneficiary b where b.entity = @entity and b.id in (
           select a.beneficiary from entry n join disbursement s on s.entity = n.entity and s.entry = n.id
             join award a on a.entity = s.entity and a.id = s.award
            where n.entity = @entity and n.booked_on between @from and @to)`,
      { from: span.from, to: span.to, first: `${year}-01-01` },
    );
  }

  async secondHomes(span: Span) {
    return this.named<{ award: string; other: string; day: Day }>(
      `with t as materialized (
         select a.id from (${DECIDED}) t cross join award a on a.entity = @entity and a.id = t.id
           cross join round r on r.entity = a.entity and r.id = a.round and r.kind = 'home')
       select * from (select a.code as award, coalesce(
                (select o.code from award o join round q on q.entity = o.entity and q.id = o.round and q.kind = 'home'
                  join award_event v on v.entity = o.entity and v.award = o.id and v.kind = 'approve' and ${standing('v')}
                    and not exists (select 1 from award_event x where x.entity = v.entity and x.award = v.award and x.id > v.id and ${standing('x')})
                  where o.entity = a.entity and o.beneficiary = a.beneficiary and o.id < a.id limit 1),
                (select h.day from history h where h.entity = a.entity and h.beneficiary = a.beneficiary and h.kind = 'home'
                  and ${standing('h')} limit 1)) as other, d.day
         from t cross join award a on a.entity = @entity and a.id = t.id ${APPROVED}) h where other is not null`,
      { from: span.from, to: span.to },
    );
  }

  async payments(span: Span): Promise<PaymentFact[]> {
    const rows = this.named<{
      award: string;
      unit: string;
      voucher: string;
      day: Day;
      amount: number;
      how: PaymentFact['how'] | null;
      proxy: number;
      attached: number;
    }>(
      `select a.code as award, u.code as unit, coalesce(c.code, '') as voucher, n.booked_on as day, p.amount, k.how,
              k.proxy is not null as proxy,
              exists (select 1 from attachment f where f.entity = a.entity and ((f.subject = 'voucher' and f.code = c.code)
                or (f.subject = 'award' and f.code = a.code)) and ${standing('f')}) as attached
         from entry n join disbursement s on s.entity = n.entity and s.entry = n.id
         join award a on a.entity = s.entity and a.id = s.award ${NAMED}
         join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line
         left join voucher c on c.entity = n.entity and c.id = n.voucher
         left join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and ${standing('k')}
        where n.entity = @entity and n.booked_on between @from and @to and ${stands('n')} order by a.code, s.line`,
      { from: span.from, to: span.to },
    );
    return rows.map((row) => ({
      ...row,
      amount: asDong(row.amount),
      how: maybe(row.how),
      proxy: row.proxy === 1,
      attached: row.attached === 1,
    }));
  }

  async decisions(span: Span) {
    const rows = this.named<{
      decision: number;
      number: string;
      by: string;
      actor: string;
      day: Day;
      folded: string;
    }>(
      `select d.id as decision, d.number, coalesce(w.party, '') as "by", coalesce(o.actor, '') as actor, d.day,
              coalesce((select json_group_array(b.name) from award_event v join award a on a.entity = v.entity and a.id = v.award
                join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
                where v.entity = d.entity and v.decision = d.id and ${standing('v')}), '[]') as folded
         from decision d join wording w on w.entity = d.entity and w.id = d.wording
         join operation o on o.entity = d.entity and o.id = d.operation
        where d.entity = @entity and d.day between @from and @to and ${standing('d')} order by d.id`,
      { from: span.from, to: span.to },
    );
    return rows.map(({ folded, ...row }) => ({ ...row, recipients: JSON.parse(folded) as string[] }));
  }
}
