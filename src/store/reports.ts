import { ASSET_ROLES, OUT_ROLES, type Role } from '../domain/account.ts';
import type { UnitShare } from '../domain/appeal.ts';
import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong, negate } from '../domain/dong.ts';
import type { EntryKind } from '../domain/entry.ts';
import type { GiftRow, MoveRow } from '../domain/gift.ts';
import type * as Port from '../usecase/port/reports.ts';
import { EntityQueries, LINKED, maybe, standing, UNIT } from './queries.ts';

/** The gift that an entry `e` is, or that it takes back. */
const GIFT = `coalesce(e.reverses, case e.kind when 'refund' then e.clears end, e.id)`;
const OUT: ReadonlySet<string> = new Set(OUT_ROLES);

/** Whole books read for reports: a statement each, row by row. */
export class ReportQueries extends EntityQueries implements Port.ReportReader {
  *gifts(range: { readonly from?: Day | undefined; readonly to: Day }): Iterable<GiftRow> {
    const rows = this.iterate<Record<string, string | number | null>>(
      `select e.id, p.line, e.kind, e.booked_on, e.own_day, coalesce(v.code, '') as voucher, p.fund, p.restriction, p.appeal,
              case p.side when 'credit' then p.amount else -p.amount end as amount, e.reverses,
              g.id as gift,
              e.kind = 'refund' or coalesce(o.kind, '') = 'refund' as refund, ${UNIT} as unit,
              case when k.id is null then p.donor else k.donor end as donor, coalesce(y.party, '') as party
         from entry e
         join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account and a.role = 'contribution'
         left join entry o on o.entity = e.entity and o.id = e.reverses
         left join entry g on g.entity = e.entity and g.id = coalesce(case o.kind when 'refund' then o.clears end, ${GIFT})
         left join voucher v on v.entity = e.entity and v.id = e.voucher
         left join wording y on y.entity = g.entity and y.id = coalesce((
           select t.wording from correction t where t.entity = g.entity and t.entry = g.id and t.wording is not null
              and ${standing('t')} order by t.id desc limit 1), g.wording)
         ${LINKED}
        where e.entity = @entity and e.booked_on >= @from and e.booked_on <= @to
        order by e.booked_on, e.id, p.line`,
      { from: range.from ?? '', to: range.to },
    );
    for (const row of rows) {
      yield {
        entry: Number(row['id']),
        line: Number(row['line']),
        kind: row['kind'] as EntryKind,
        day: row['booked_on'] as Day,
        ownDay: maybe(row['own_day']) as Day | undefined,
        voucher: String(row['voucher']),
        fund: Number(row['fund']),
        amount: asDong(Number(row['amount'])),
        reverses: maybe(row['reverses']) as number | undefined,
        gift: Number(row['gift']),
        refund: row['refund'] === 1,
        restriction: maybe(row['restriction']) as string | undefined,
        appeal: maybe(row['appeal']) as string | undefined,
        unit: maybe(row['unit']) as number | undefined,
        donor: maybe(row['donor']) as number | undefined,
        party: String(row['party']),
      };
    }
  }

  *moves(funds: readonly number[], upTo: Day): Iterable<MoveRow> {
    const rows = this.iterate<Record<string, string | number | null>>(
      `select e.id, p.line, e.kind, e.booked_on, p.fund, a.role, p.restriction, p.appeal, e.reverses, e.clears,
              case p.side when 'credit' then p.amount else -p.amount end as amount, coalesce(v.code, '') as voucher,
              p.part, w.code as award, w.unit, coalesce(b.merged_into, b.id) as person, r.kind as programme, r.code as round, r.name as round_name
         from entry e
         join posting p on p.entity = e.entity and p.entry = e.id
         join account a on a.entity = p.entity and a.id = p.account and a.role not in ('${ASSET_ROLES.join("', '")}')
         left join voucher v on v.entity = e.entity and v.id = e.voucher
         left join award w on w.entity = p.entity and w.id = p.award
         left join beneficiary b on b.entity = w.entity and b.id = w.beneficiary
         left join round r on r.entity = w.entity and r.id = w.round
        where e.entity = @entity and e.booked_on <= @upTo and p.fund in (select value from json_each(@funds))`,
      { upTo, funds: JSON.stringify(funds) },
    );
    for (const row of rows) {
      const role = row['role'] as Role;
      const way = OUT.has(role) ? 'out' : 'in';
      const amount = asDong(Number(row['amount']));
      const award = row['award'];
      yield {
        entry: Number(row['id']),
        line: Number(row['line']),
        kind: row['kind'] as EntryKind,
        role,
        way,
        fund: Number(row['fund']),
        day: row['booked_on'] as Day,
        amount: way === 'in' ? amount : negate(amount),
        reverses: maybe(row['reverses']) as number | undefined,
        clears: maybe(row['clears']) as number | undefined,
        restriction: maybe(row['restriction']) as string | undefined,
        appeal: maybe(row['appeal']) as string | undefined,
        part: award === null ? undefined : `${award}/${row['part']}`,
        voucher: String(row['voucher']),
        award:
          award === null
            ? undefined
            : {
                code: String(award),
                kind: row['programme'] as ProgrammeKind,
                round: String(row['round']),
                roundName: String(row['round_name']),
                unit: Number(row['unit']),
                person: Number(row['person']),
              },
      };
    }
  }

  shares(upTo: Day): (UnitShare & { appeal: string; unit: number })[] {
    const dong = (value: number | null) => (value === null ? undefined : asDong(value));
    return this.named<{
      appeal: string;
      unit: number;
      target: number | null;
      pledged: number | null;
      received: number;
    }>(
      `with received as (
         select p.appeal, ${UNIT} as unit, sum(case p.side when 'credit' then p.amount else -p.amount end) as amount
           from posting p indexed by posting_appeal
           join account a on a.entity = p.entity and a.id = p.account and a.role = 'contribution'
           join entry e on e.entity = p.entity and e.id = p.entry
           ${LINKED}
          where p.entity = @entity and p.appeal is not null and e.booked_on <= @upTo
          group by 1, 2)
       select l.code as appeal, u.id as unit, t.amount as target, t.pledged, coalesce(r.amount, 0) as received
         from appeal l cross join unit u on u.entity = l.entity
         left join target t on t.entity = l.entity and t.appeal = l.id and t.unit = u.id
         left join received r on r.appeal = l.code and r.unit = u.id
        where l.entity = @entity and (t.id is not null or r.amount <> 0) order by l.id, u.code`,
      { upTo },
    ).map((row) => ({
      ...row,
      target: dong(row.target),
      pledged: dong(row.pledged),
      received: asDong(row.received),
    }));
  }

  placed(on: Day): Map<number, number> {
    const rows = this.named<{ person: number; unit: number }>(
      `select coalesce(b.merged_into, b.id) as person, s.unit from status s
         join beneficiary b on b.entity = s.entity and b.id = s.beneficiary
        where s.entity = @entity and s.state = 'moved' and s.day <= @on and ${standing('s')} order by s.day, s.id`,
      { on },
    );
    return new Map(rows.map(({ person, unit }) => [person, unit]));
  }
}
