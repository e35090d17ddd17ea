import type { AwardStage, PartState } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { AwardView } from '../usecase/port/awards.ts';
import type * as Port from '../usecase/port/ports.ts';
import { decidedBy, EntityQueries, goodsGiven, maybe, partsBack, standing } from './queries.ts';

/** What awards may be asked for by, many at once, and the column that has it. */
const AMONG = [
  ['people', 'beneficiary', ''],
  ['units', 'unit', ''],
  // Texts and not keys: PostgreSQL tells the two apart by the path.
  ['codes', 'code', ", '$'"],
] as const;

/** Awards with where each part stands, and the advances that some are carried in. */
export class AwardQueries extends EntityQueries {
  async advances(upTo: Day): Promise<Port.AdvanceView[]> {
    const rows = this.named<Record<string, unknown>>(
      `select v.id, v.entry, v.place, v.due, h.id as holder, h.code as holder_code, h.name, e.booked_on,
              coalesce(c.code, '') as voucher,
              (select p.fund from posting p where p.entity = v.entity and p.entry = v.entry and p.line = 1) as fund,
              (select sum(p.amount) from posting p where p.entity = v.entity and p.entry = v.entry and p.holder is not null) as amount,
              coalesce((select sum(p.amount) from entry t join posting p on p.entity = t.entity and p.entry = t.id
                where t.entity = v.entity and t.settles = v.id and t.booked_on <= @upTo and p.holder is not null), 0) as settled,
              exists (select 1 from handout x where x.entity = v.entity and x.advance = v.id and ${standing('x')}) as handed
         from advance v join holder h on h.entity = v.entity and h.id = v.holder
         join entry e on e.entity = v.entity and e.id = v.entry
         left join voucher c on c.entity = e.entity and c.id = e.voucher
        where v.entity = @entity and e.booked_on <= @upTo
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id and r.booked_on <= @upTo)
        order by v.id`,
      { upTo },
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      entry: Number(row['entry']),
      voucher: String(row['voucher']),
      holder: { id: Number(row['holder']), code: String(row['holder_code']), name: String(row['name']) },
      fund: Number(row['fund']),
      place: Number(row['place']),
      day: row['booked_on'] as Day,
      due: maybe(row['due']) as Day | undefined,
      amount: asDong(Number(row['amount'])),
      open: asDong(Number(row['amount']) - Number(row['settled'])),
      handed: row['handed'] === 1,
    }));
  }

  /** What came back of payments that stand, by award and line: such a return answers no payment as a whole. */
  #back(meant: string, values: Record<string, number | string>): Map<string, Dong> {
    const rows = this.named<{ award: number; line: number; amount: number }>(
      `select a.id as award, q.part as line, sum(q.amount) as amount from award a ${partsBack('a', '@upTo')}
        where a.entity = @entity${meant} group by a.id, q.part`,
      values,
    );
    return new Map(rows.map(({ award, line, amount }) => [`${award} ${line}`, asDong(amount)]));
  }

  async awards(filter: Parameters<Port.Reader['awards']>[0]): Promise<AwardView[]> {
    const upTo = filter.upTo ?? '9999-12-31';
    const { round } = filter;
    const lists = AMONG.filter(([name]) => filter[name] !== undefined);
    const meant = [
      ...(round === undefined ? [] : [' and a.round = @round']),
      ...lists.map(
        ([name, column, words]) => ` and a.${column} in (select value from json_each(@${name}${words}))`,
      ),
    ].join('');
    const values = {
      ...(round === undefined ? {} : { round }),
      ...Object.fromEntries(lists.map(([name]) => [name, JSON.stringify(filter[name])])),
    };
    const rows = this.iterate<Record<string, unknown>>(
      `select a.id, a.code, a.round, a.category, a.area, a.cost, a.beneficiary, b.code as beneficiary_code, b.name, b.sort_key, a.payee, y.party as payee_name, y.content as relation,
              a.unit, u.code as unit_code, e.kind as stage, d.day as decided_on, d.number as decision_no
         from award a join beneficiary b on b.entity = a.entity and b.id = a.beneficiary
         join unit u on u.entity = a.entity and u.id = a.unit
         left join wording y on y.entity = a.entity and y.id = a.payee
         left join award_event e on e.entity = a.entity and e.id = (
           select max(x.id) from award_event x where x.entity = a.entity and x.award = a.id and ${standing('x')}
              and ${decidedBy('x', '@upTo')})
         left join decision d on d.entity = e.entity and d.id = e.decision
        where a.entity = @entity${meant} order by a.id`,
      { upTo, ...values },
    );
    // Row by row: of many awards nothing is held twice, and what many of them share is one.
    const byAward = new Map<number, AwardView & { readonly parts: PartState[] }>();
    const units = new Map<number, AwardView['unit']>();
    const said = new Map<unknown, string>();
    const shared = (text: unknown): string => {
      const known = said.get(text);
      if (known === undefined) said.set(text, String(text));
      return known ?? String(text);
    };
    for (const row of rows) {
      const unit = units.get(Number(row['unit'])) ?? {
        id: Number(row['unit']),
        code: String(row['unit_code']),
      };
      units.set(unit.id, unit);
      byAward.set(Number(row['id']), {
        id: Number(row['id']),
        code: String(row['code']),
        round: Number(row['round']),
        beneficiary: { id: Number(row['beneficiary']), code: String(row['beneficiary_code']) },
        unit,
        category: shared(row['category']),
        area: shared(row['area']),
        cost: row['cost'] === null ? undefined : asDong(Number(row['cost'])),
        state: stageOf(row['stage']),
        decidedOn: row['decided_on'] === null ? undefined : (shared(row['decided_on']) as Day),
        decisionNo: row['decision_no'] === null ? undefined : shared(row['decision_no']),
        beneficiaryName: String(row['name']),
        sortKey: String(row['sort_key']),
        payee:
          row['payee'] === null
            ? undefined
            : { name: textOf(row['payee_name']), relation: textOf(row['relation']) },
        parts: [],
      });
    }
    const open = new Map((await this.advances(upTo as Day)).map((advance) => [advance.id, advance.open]));
    const back = this.#back(meant, { upTo, ...values });
    const parts = this.iterate<Record<string, unknown>>(
      `select p.award, p.line, ow.party as outside, p.outside as outside_id, p.form, p.amount, p.item, p.quantity, p.due, p.needs, s.id as disbursement, coalesce(n.booked_on, g.day) as paid_on,
              coalesce(n.voucher, g.voucher) as voucher, g.id as move,
              -- Nobody was named: the fund that paid is the payer.
              coalesce(p.payer, case when p.outside is null and s.id is not null then (
                select c.fund from voucher c where c.entity = p.entity and c.id = coalesce(n.voucher, g.voucher)) end) as payer,  k.day as signed_on, h.advance, hn.booked_on as handed_on
         from award a join award_part p on p.entity = a.entity and p.award = a.id
         left join wording ow on ow.entity = p.entity and ow.id = p.outside
         left join disbursement s on s.entity = p.entity and s.award = p.award and s.line = p.line
              and case when s.stock is null then (select q.booked_on from entry q where q.entity = s.entity and q.id = s.entry) <= @upTo
                and not exists (select 1 from entry r where r.entity = s.entity and r.reverses = s.entry and r.booked_on <= @upTo)
                and not exists (select 1 from entry b where b.entity = s.entity and b.clears = s.entry and b.kind = 'return'
                  and b.booked_on <= @upTo and not exists (
                    select 1 from entry y where y.entity = b.entity and y.reverses = b.id and y.booked_on <= @upTo))
              else ${goodsGiven('s', '@upTo')} end
         left join stock g on g.entity = s.entity and g.id = s.stock
         left join entry n on n.entity = s.entity and n.id = s.entry
         left join acknowledgement k on k.entity = s.entity and k.disbursement = s.id and k.day <= @upTo and ${standing('k')}
         left join handout h on h.entity = p.entity and h.id = (
           select max(x.id) from handout x where x.entity = p.entity and x.award = p.award and x.line = p.line and ${standing('x')})
         left join advance hv on hv.entity = h.entity and hv.id = h.advance
         left join entry hn on hn.entity = hv.entity and hn.id = hv.entry
        where a.entity = @entity${meant} order by p.award, p.line`,
      { upTo, ...values },
    );
    for (const row of parts) {
      const award = Number(row['award']);
      const found = byAward.get(award);
      if (found === undefined) continue;
      const advance = row['advance'] === null ? undefined : Number(row['advance']);
      const stillOut = advance !== undefined && row['disbursement'] === null && (open.get(advance) ?? 0) > 0;
      found.parts.push({
        award,
        line: Number(row['line']),
        payer: maybe(row['payer']) as number | undefined,
        outside:
          row['outside_id'] === null ? undefined : typeof row['outside'] === 'string' ? row['outside'] : '#',
        form: row['form'] === 'goods' ? 'goods' : 'cash',
        amount: asDong(Number(row['amount'])),
        item: maybe(row['item']) as number | undefined,
        quantity: maybe(row['quantity']) as number | undefined,
        due: maybe(row['due']) as Day | undefined,
        needs: maybe(row['needs']) as PartState['needs'],
        approved: found.state === 'approved',
        handed: stillOut ? { day: row['handed_on'] as Day, advance } : undefined,
        paid:
          row['disbursement'] === null
            ? undefined
            : {
                disbursement: Number(row['disbursement']),
                day: shared(row['paid_on']) as Day,
                voucher: maybe(row['voucher']) as number | undefined,
                move: maybe(row['move']) as number | undefined,
                back: back.get(`${award} ${Number(row['line'])}`),
              },
        signedOn: row['signed_on'] === null ? undefined : (shared(row['signed_on']) as Day),
      });
    }
    return [...byAward.values()];
  }
}

function stageOf(event: unknown): AwardStage {
  if (event === 'reject') return 'rejected';
  if (event === 'cancel') return 'cancelled';
  return event === 'approve' ? 'approved' : 'proposed';
}

/** Text that may have been erased since. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
