import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type * as Port from '../usecase/port/cases.ts';
import { EntityQueries, standing } from './queries.ts';

/** The event that decides where award `a` stands now. */
const LAST_EVENT = `(select max(x.id) from award_event x where x.entity = a.entity and x.award = a.id and ${standing('x')})`;

/** Single cases: what their papers print, and which papers they still owe. */
export class CaseQueries extends EntityQueries implements Port.CaseReader {
  case(kind: ProgrammeKind, code: string): Promise<Port.CaseView | undefined> {
    const [row] = this.named<{
      id: number;
      code: string;
      name: string;
      unit: string;
      category: string;
      area: string;
      total: number;
      payee: number | null;
      party: string | null;
      content: string | null;
      number: string | null;
      decided: Day | null;
      paid: Day | null;
      voucher: string | null;
    }>(
      `select a.id, a.code, b.name, u.name as unit, a.category, a.area, a.payee, w.party, w.content,
              d.number, d.day as decided, n.booked_on as paid, v.code as voucher,
              (select sum(p.amount) from award_part p where p.entity = a.entity and p.award = a.id) as total
         from award a join round r on r.entity = a.entity and r.id = a.round and r.kind = @kind
         join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
         join unit u on u.entity = a.entity and u.id = a.unit
         left join wording w on w.entity = a.entity and w.id = a.payee
         left join award_event e on e.entity = a.entity and e.id = ${LAST_EVENT} and e.kind = 'approve'
         left join decision d on d.entity = e.entity and d.id = e.decision
         left join entry n on n.entity = a.entity and n.id = (
           select max(s.entry) from disbursement s where s.entity = a.entity and s.award = a.id
              and not exists (select 1 from entry z where z.entity = s.entity and z.reverses = s.entry))
         left join voucher v on v.entity = n.entity and v.id = n.voucher
        where a.entity = @entity and a.code = @code and ${standing('a')}`,
      { kind, code },
    );
    if (row === undefined) return Promise.resolve(undefined);
    const { id, name, category, area, number, decided, paid, voucher } = row;
    return Promise.resolve({
      award: { id, code: row.code },
      name,
      unitName: row.unit,
      category,
      area,
      payee: row.payee === null ? undefined : { name: row.party ?? '', relation: row.content ?? '' },
      decision: number === null || decided === null ? undefined : { number, day: decided },
      paid: paid === null ? undefined : { day: paid, voucher: voucher ?? '' },
      total: asDong(row.total),
    });
  }

  datedRounds(kind: ProgrammeKind): Promise<number[]> {
    const rows = this.named<{ id: number }>(
      `select r.id from round r where r.entity = @entity and r.kind = @kind and exists (
         select 1 from award a join award_part p on p.entity = a.entity and p.award = a.id and p.due is not null
          where a.entity = r.entity and a.round = r.id and ${standing('a')}) order by r.id`,
      { kind },
    );
    return Promise.resolve(rows.map(({ id }) => id));
  }

  overduePapers(on: Day): Promise<Port.PromisedPaper[]> {
    return Promise.resolve(
      this.named<Port.PromisedPaper>(
        `select a.code as award, r.kind as programme, p.kind, max(p.due) as due
           from paper p indexed by paper_due
           join award a on a.entity = p.entity and a.id = p.award
           join round r on r.entity = a.entity and r.id = a.round
           left join award_event e on e.entity = a.entity and e.id = ${LAST_EVENT}
          where p.entity = @entity and p.due is not null and p.due < @on and ${standing('p')} and ${standing('a')}
            and coalesce(e.kind, 'approve') = 'approve'
            and not exists (select 1 from paper q where q.entity = p.entity and q.award = p.award and q.kind = p.kind
              and ${standing('q')} and ((q.due is null and q.day <= @on) or q.due >= @on))
          group by a.id, a.code, r.kind, p.kind order by a.id, p.kind`,
        { on },
      ),
    );
  }
}
