import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { AcknowledgedHow } from '../usecase/port/awards.ts';
import type * as Port from '../usecase/port/case-history.ts';
import { OPEN, SIGNED_ON } from './distribution.ts';
import { EntityQueries, maybe, partsBack, standing } from './queries.ts';

interface PaymentRow {
  line: number;
  fund: string | null;
  place: string | null;
  form: 'cash' | 'goods';
  amount: number;
  day: Day;
  voucher: string | null;
  back: 'return' | 'reversal' | null;
  back_day: Day | null;
  back_voucher: string | null;
  partly: number;
  signed_on: Day | null;
  signed: number | null;
  how: AcknowledgedHow | null;
  paper: string | null;
  proxy: string | null;
}

/** One award's history; facts of operations that were taken back do not count. */
export class CaseHistoryQueries extends EntityQueries implements Port.CaseHistory {
  events(award: number): Promise<Port.AwardEvent[]> {
    const rows = this.named<Record<string, string | null>>(
      `select 'propose' as kind, o.recorded_at, null as number, null as day, null as decided_by, null as by, null as reason
         from award a join operation o on o.entity = a.entity and o.id = a.operation
        where a.entity = @entity and a.id = @award
       union all
       select * from (select e.kind, o.recorded_at, d.number, d.day, dw.party, w.party, w.content
         from award_event e join operation o on o.entity = e.entity and o.id = e.operation
         left join decision d on d.entity = e.entity and d.id = e.decision
         left join wording dw on dw.entity = d.entity and dw.id = d.wording
         left join wording w on w.entity = e.entity and w.id = e.wording
        where e.entity = @entity and e.award = @award and ${standing('e')} order by e.id)`,
      { award },
    );
    return Promise.resolve(
      rows.map((row) => ({
        kind: row['kind'] as Port.AwardEvent['kind'],
        recordedAt: row['recorded_at'] ?? '',
        decision: maybe(row['number']) ?? undefined,
        day: maybe(row['day']) as Day | undefined,
        by: [row['decided_by'], row['by']].find((by) => typeof by === 'string' && by !== '') ?? undefined,
        reason: maybe(row['reason']) ?? undefined,
      })),
    );
  }

  payments(award: number): Promise<Port.AwardPayment[]> {
    const rows = this.named<PaymentRow>(
      `select s.line, f.code as fund, l.code as place, p.form, p.amount, coalesce(n.booked_on, k.day) as day,
              coalesce(c.code, kc.code) as voucher,
              case when b.id is not null then 'return' when r.id is not null or kr.id is not null then 'reversal' end as back,
              coalesce(b.booked_on, r.booked_on, kr.day) as back_day, coalesce(bc.code, rc.code, krc.code) as back_voucher,
              (select coalesce(sum(q.amount), 0) from award a ${partsBack('a', '@upTo')} where a.entity = s.entity and a.id = s.award and q.part = s.line) as partly,
              g.day as signed_on, g.amount as signed, g.how, g.paper, coalesce(gw.content, case when g.proxy is not null then '#' end) as proxy
         from disbursement s
         join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line
         left join entry n on n.entity = s.entity and n.id = s.entry
         left join voucher c on c.entity = n.entity and c.id = n.voucher
         left join stock k on k.entity = s.entity and k.id = s.stock
         left join voucher kc on kc.entity = k.entity and kc.id = k.voucher
         left join fund f on f.entity = s.entity and f.id = coalesce(c.fund, k.fund)
         left join place l on l.entity = s.entity and l.id = c.place
         left join entry r on r.entity = s.entity and r.reverses = s.entry
         left join voucher rc on rc.entity = r.entity and rc.id = r.voucher
         left join stock kr on kr.entity = s.entity and kr.reverses = s.stock
         left join voucher krc on krc.entity = kr.entity and krc.id = kr.voucher
         left join entry b on b.entity = s.entity and b.clears = s.entry and b.kind = 'return' and not exists (
           select 1 from entry y where y.entity = b.entity and y.reverses = b.id)
         left join voucher bc on bc.entity = b.entity and bc.id = b.voucher
         left join acknowledgement g on g.entity = s.entity and g.id = (
           select max(x.id) from acknowledgement x where x.entity = s.entity and x.disbursement = s.id and ${standing('x')})
         left join wording gw on gw.entity = g.entity and gw.id = g.proxy
        where s.entity = @entity and s.award = @award and ${standing('s')} order by s.id`,
      { award, upTo: '9999-12-31' },
    );
    return Promise.resolve(
      rows.map((row) => ({
        line: row.line,
        fund: maybe(row.fund),
        place: maybe(row.place),
        form: row.form,
        amount: asDong(row.amount),
        day: row.day,
        voucher: maybe(row.voucher),
        takenBack:
          row.back === null || row.back_day === null
            ? undefined
            : { how: row.back, day: row.back_day, voucher: maybe(row.back_voucher) },
        back: row.back === null && row.partly > 0 ? asDong(row.partly) : undefined,
        signed:
          row.signed_on === null || row.how === null
            ? undefined
            : {
                day: row.signed_on,
                amount: asDong(row.signed ?? 0),
                how: row.how,
                paper: maybe(row.paper),
                proxy: maybe(row.proxy),
              },
      })),
    );
  }

  handouts(award: number): Promise<Port.AwardHandout[]> {
    const rows = this.named<{
      line: number;
      voucher: string;
      day: Day;
      due: Day | null;
      back_day: Day | null;
      back_voucher: string | null;
    }>(
      `with back as materialized (
         select h.id as handout, max(t.id) as entry from handout h
           join advance w on w.entity = h.entity and w.id = h.advance
           join entry t on t.entity = w.entity and t.settles = w.id and t.kind = 'settlement' and t.reverses is null
           join posting q on q.entity = t.entity and q.entry = t.id and q.place is not null and q.side = 'debit'
          where h.entity = @entity and h.award = @award and ${SIGNED_ON} is null and ${OPEN} = 0
            and not exists (select 1 from entry z where z.entity = t.entity and z.reverses = t.id)
          group by h.id)
       select h.line, coalesce(c.code, '') as voucher, e.booked_on as day, w.due,
              t.booked_on as back_day, tc.code as back_voucher
         from handout h join advance w on w.entity = h.entity and w.id = h.advance
         join entry e on e.entity = w.entity and e.id = w.entry
         left join voucher c on c.entity = e.entity and c.id = e.voucher
         left join back b on b.handout = h.id
         left join entry t on t.entity = h.entity and t.id = b.entry
         left join voucher tc on tc.entity = t.entity and tc.id = t.voucher
        where h.entity = @entity and h.award = @award and ${standing('h')} order by h.id`,
      { award, to: '9999-12-31' },
    );
    return Promise.resolve(
      rows.map(({ due, back_day: back, back_voucher: voucher, ...row }) => ({
        ...row,
        due: maybe(due),
        broughtBack: back === null ? undefined : { day: back, voucher: voucher ?? '' },
      })),
    );
  }

  proposers(awards: readonly number[]): Promise<string[]> {
    const rows = this.named<{ actor: string }>(
      `select distinct o.actor from award a join operation o on o.entity = a.entity and o.id = a.operation
        where a.entity = @entity and o.actor is not null and a.id in (select value from json_each(@awards))`,
      { awards: JSON.stringify(awards) },
    );
    return Promise.resolve(rows.map(({ actor }) => actor));
  }

  payee(award: number): Promise<string | undefined> {
    const [row] = this.named<{ relation: string | null }>(
      `select w.content as relation from award a join wording w on w.entity = a.entity and w.id = a.payee
        where a.entity = @entity and a.id = @award`,
      { award },
    );
    return Promise.resolve(row?.relation ?? undefined);
  }
}
