import { partsBack, standing } from './queries.ts';

/** `v` approved the award `a` by the decision `d`, and nothing was said of the award since. */
export const APPROVED = `join award_event v on v.entity = a.entity and v.award = a.id and v.kind = 'approve' and ${standing('v')}
           and not exists (select 1 from award_event x where x.entity = v.entity and x.award = v.award and x.id > v.id and ${standing('x')})
         join decision d on d.entity = v.entity and d.id = v.decision`;

/** The award whose key is known, with its round and unit. */
export const NAMED = `join round r on r.entity = a.entity and r.id = a.round join unit u on u.entity = a.entity and u.id = a.unit`;

/** What passes through our hands: what others give beside it is no part of a level. */
export const TOTAL =
  '(select coalesce(sum(p.amount), 0) from award_part p where p.entity = a.entity and p.award = a.id and p.outside is null)';

/** An entry's payment stands on the last day asked of: it was neither taken back by then nor came back. */
export const stands = (entry: string) =>
  `not exists (select 1 from entry z where z.entity = ${entry}.entity and z.reverses = ${entry}.id and z.booked_on <= @to)
   and not exists (select 1 from entry y where y.entity = ${entry}.entity and y.clears = ${entry}.id and y.kind = 'return' and y.booked_on <= @to
     and not exists (select 1 from entry z where z.entity = y.entity and z.reverses = y.id and z.booked_on <= @to))`;

/** What came back of the standing payment of an award's part, some of it, by the last day asked of. */
export const back = (award: string, line: string, also = '') =>
  `(select coalesce(sum(q.amount), 0) from award b ${partsBack('b', '@to')} where b.entity = @entity and b.id = ${award} and q.part = ${line} ${also})`;

/** Decided within the days asked of: from the decisions on, of which there are few, never from all events. */
export const DECIDED = `select v.award as id from decision d
      cross join award_event v on v.entity = d.entity and v.decision = d.id and v.kind = 'approve'
      where d.entity = @entity and d.day between @from and @to and ${standing('v')} and not exists (
        select 1 from award_event x where x.entity = v.entity and x.award = v.award and x.id > v.id and ${standing('x')})`;
