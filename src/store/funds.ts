import type { Claim, RestrictedMove } from '../domain/restriction.ts';
import { dayAfter, type Day } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { Fund, Purpose } from '../domain/fund.ts';
import type * as Port from '../usecase/port/funds.ts';
import type { Appeal } from '../usecase/port/treasury.ts';
import { EntityQueries, LINKED, maybe, standing as kept, UNIT } from './queries.ts';

/** Roles of money at hand. */
const MONEY = "('cash', 'bank', 'transit')";

/** An entry that was not taken back by a day. */
function standing(entry: string): string {
  return `${entry}.booked_on <= @upTo and not exists (
    select 1 from entry r where r.entity = ${entry}.entity and r.reverses = ${entry}.id and r.booked_on <= @upTo)`;
}

/** Purposes with their dates, restricted money, loans between funds, appeals and what came of them. */
export class FundQueries extends EntityQueries implements Port.FundReader {
  async purposes(fund?: Fund): Promise<Port.DatedPurpose[]> {
    return this.named<Record<string, string | number | null>>(
      `select fund, name, from_day, to_day, document from purpose
        where entity = @entity and (@fund = 0 or fund = @fund) order by fund, id`,
      { fund: fund?.id ?? 0 },
    ).map((row) => ({
      fund: Number(row['fund']),
      purpose: row['name'] as Purpose,
      from: row['from_day'] as Day,
      to: (row['to_day'] ?? undefined) as Day | undefined,
      document: (row['document'] ?? undefined) as string | undefined,
    }));
  }

  async restrictedMoves(): Promise<RestrictedMove[]> {
    const rows = this.named<{ fund: number; restriction: string; day: Day; amount: number }>(
      `select p.fund, p.restriction, e.booked_on as day,
              sum(case p.side when 'credit' then p.amount else -p.amount end) as amount
         from posting p indexed by posting_restriction join entry e on e.entity = p.entity and e.id = p.entry
        where p.entity = @entity and p.restriction is not null
        group by p.fund, p.restriction, e.booked_on order by e.booked_on`,
      {},
    );
    const heirs = rows.some(({ restriction }) => restriction.startsWith('unit=')) ? this.#heirs() : undefined;
    return rows.map((row) => ({ ...row, amount: asDong(row.amount), heirs: heirs?.get(row.restriction) }));
  }

  /** By restriction to a unit that is no more, who took all of it over, and who took that one over, and so on. */
  #heirs(): Map<string, { unit: string; from: Day }[]> {
    const units = this.all<{ id: number; code: string; to_day: Day | null; successor: number | null }>(
      'select id, code, to_day, successor from unit where entity = ? and withdrawn = 0',
    );
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    return new Map(
      units.map((unit) => {
        const line: { unit: string; from: Day }[] = [];
        const seen = new Set([unit.id]);
        for (let at = unit; at.to_day !== null && at.successor !== null;) {
          const next = byId.get(at.successor);
          if (next === undefined || seen.has(next.id)) break;
          seen.add(next.id);
          line.push({ unit: next.code, from: dayAfter(at.to_day) });
          at = next;
        }
        return [`unit=${unit.code}`, line];
      }),
    );
  }

  async apart(fund: number, from: Day): Promise<Port.Apart[]> {
    return this.named<{ day: Day; money: number; restricted: number }>(
      `with moved as (
         select max(b.day, @from) as day, b.debit - b.credit as money, 0 as restricted
           from balance_day b join account a on a.entity = b.entity and a.id = b.account and a.role in ${MONEY}
          where b.entity = @entity and b.fund = @fund
         union all
         select max(e.booked_on, @from), 0, case p.side when 'credit' then p.amount else -p.amount end
           from posting p indexed by posting_restriction join entry e on e.entity = p.entity and e.id = p.entry
          where p.entity = @entity and p.restriction is not null and p.fund = @fund)
       select day, sum(sum(money)) over (order by day) as money, sum(sum(restricted)) over (order by day) as restricted
         from moved group by day order by day`,
      { fund, from },
    ).map((row) => ({ day: row.day, money: asDong(row.money), restricted: asDong(row.restricted) }));
  }

  async claims(upTo: Day): Promise<Claim[]> {
    return this.named<Record<string, string | number>>(
      `select p.payer as fund, a.code, u.code as unit, o.kind, p.amount,
              exists (select 1 from handout h join advance v on v.entity = h.entity and v.id = h.advance
                join entry n on n.entity = v.entity and n.id = v.entry
               where h.entity = p.entity and h.award = p.award and h.line = p.line and ${standing('n')}
                 and (select sum(q.amount) from posting q where q.entity = n.entity and q.entry = n.id and q.side = 'debit')
                   > coalesce((select sum(q.amount) from entry t join posting q on q.entity = t.entity and q.entry = t.id
                       where t.entity = v.entity and t.settles = v.id and t.booked_on <= @upTo and q.holder is not null
                         and q.side = 'credit'), 0)) as handed,
              (select q.fund from handout h join advance v on v.entity = h.entity and v.id = h.advance
                join posting q on q.entity = v.entity and q.entry = v.entry and q.line = 1
               where h.entity = p.entity and h.award = p.award and h.line = p.line
               order by h.id desc limit 1) as carried
         from award_part p
         join award a on a.entity = p.entity and a.id = p.award
         join round o on o.entity = a.entity and o.id = a.round
         join unit u on u.entity = a.entity and u.id = a.unit
         join award_event e on e.entity = p.entity and e.award = p.award and e.kind = 'approve' and ${kept('e')}
         join decision d on d.entity = e.entity and d.id = e.decision
        where p.entity = @entity and p.outside is null and p.form = 'cash' and d.day <= @upTo
          and not exists (select 1 from award_event x where x.entity = e.entity and x.award = e.award and x.id > e.id and ${kept('x')})
          and not exists (select 1 from disbursement s join entry n on n.entity = s.entity and n.id = s.entry
               where s.entity = p.entity and s.award = p.award and s.line = p.line and ${standing('n')}
                 and not exists (select 1 from entry y where y.entity = n.entity and y.clears = n.id and y.kind = 'return' and ${standing('y')}))
        order by p.award, p.line`,
      { upTo },
    ).map((row) => {
      const handed = row['handed'] === 1;
      return {
        // What no payer is named for belongs to the fund whose money was handed out for it.
        fund: Number(row['fund'] ?? (handed ? row['carried'] : 0)),
        case: String(row['code']),
        unit: String(row['unit']),
        purpose: row['kind'] as Purpose,
        amount: asDong(Number(row['amount'])),
        handed,
      };
    });
  }

  async awardKind(code: string): Promise<Purpose | undefined> {
    return this.named<{ kind: Purpose }>(
      `select o.kind from award a join round o on o.entity = a.entity and o.id = a.round
        where a.entity = @entity and a.code = @code`,
      { code },
    )[0]?.kind;
  }

  async loans(upTo: Day): Promise<Port.LoanView[]> {
    return this.named<Record<string, string | number | null>>(
      `select e.id, e.booked_on, e.due, v.code as voucher, l.fund as lender, b.fund as borrower, l.amount,
              m.place, coalesce((select sum(q.amount) from entry t
                join posting q on q.entity = t.entity and q.entry = t.id
                join account c on c.entity = q.entity and c.id = q.account and c.role = 'lent'
               where t.entity = e.entity and t.clears = e.id and ${standing('t')}), 0) as repaid
         from entry e join voucher v on v.entity = e.entity and v.id = e.voucher
         join posting l on l.entity = e.entity and l.entry = e.id
         join account la on la.entity = l.entity and la.id = l.account and la.role = 'lent'
         join posting b on b.entity = e.entity and b.entry = e.id
         join account ba on ba.entity = b.entity and ba.id = b.account and ba.role = 'borrowed'
         left join posting m on m.entity = e.entity and m.entry = e.id and m.fund = l.fund and m.place is not null
        where e.entity = @entity and e.kind in ('loan', 'opening') and e.reverses is null and ${standing('e')}
        order by e.due is null, e.due, e.id`,
      { upTo },
    ).map((row) => ({
      entry: Number(row['id']),
      voucher: String(row['voucher']),
      from: Number(row['lender']),
      to: Number(row['borrower']),
      place: row['place'] === null ? undefined : Number(row['place']),
      day: row['booked_on'] as Day,
      due: maybe(row['due']) as Day | undefined,
      amount: asDong(Number(row['amount'])),
      open: asDong(Number(row['amount']) - Number(row['repaid'])),
    }));
  }

  async appeals(): Promise<Appeal[]> {
    return this.named<Record<string, string | number | null>>(
      `select id, code, name, fund, share_fund, share, goal, from_day, due, document from appeal
        where entity = @entity order by from_day, id`,
      {},
    ).map((row) => ({
      id: Number(row['id']),
      code: String(row['code']),
      name: String(row['name']),
      fund: Number(row['fund']),
      shareFund: maybe(row['share_fund']) as number | undefined,
      share: maybe(row['share']) as number | undefined,
      goal: row['goal'] === null ? undefined : asDong(Number(row['goal'])),
      from: row['from_day'] as Day,
      due: maybe(row['due']) as Day | undefined,
      document: maybe(row['document']) as string | undefined,
    }));
  }

  async targets(appeal: Appeal, upTo: Day): Promise<Port.UnitTarget[]> {
    return this.named<Record<string, string | number | null>>(
      `with received as (
         select ${UNIT} as unit, sum(case p.side when 'credit' then p.amount else -p.amount end) as amount
           from posting p indexed by posting_appeal
           join account a on a.entity = p.entity and a.id = p.account and a.role = 'contribution'
           join entry e on e.entity = p.entity and e.id = p.entry
           ${LINKED}
          where p.entity = @entity and p.appeal = @code and e.booked_on <= @upTo
          group by 1)
       select u.id, u.code, u.name, t.amount as target, t.pledged, coalesce(r.amount, 0) as received
         from unit u left join target t on t.entity = u.entity and t.appeal = @appeal and t.unit = u.id
         left join received r on r.unit = u.id
        where u.entity = @entity and (t.id is not null or r.amount <> 0) order by u.code`,
      { appeal: appeal.id, code: appeal.code, upTo },
    ).map((row) => ({
      unit: { id: Number(row['id']), code: String(row['code']) },
      name: String(row['name']),
      target: dongOf(row['target']),
      pledged: dongOf(row['pledged']),
      received: asDong(Number(row['received'])),
    }));
  }

  async appealSums(upTo: Day): Promise<Port.AppealSum[]> {
    return this.named<{ appeal: string; fund: number; received: number; remitted: number }>(
      `select p.appeal, p.fund,
              sum(case when a.role = 'contribution' then case p.side when 'credit' then p.amount else -p.amount end else 0 end) as received,
              sum(case when a.role = 'remittance' then case p.side when 'debit' then p.amount else -p.amount end else 0 end) as remitted
         from posting p indexed by posting_appeal
         join account a on a.entity = p.entity and a.id = p.account and a.role in ('contribution', 'remittance')
         join entry e on e.entity = p.entity and e.id = p.entry
        where p.entity = @entity and p.appeal is not null and e.booked_on <= @upTo
        group by p.appeal, p.fund`,
      { upTo },
    ).map((row) => ({ ...row, received: asDong(row.received), remitted: asDong(row.remitted) }));
  }
}

function dongOf(value: unknown): Dong | undefined {
  return value === null || value === undefined ? undefined : asDong(Number(value));
}
