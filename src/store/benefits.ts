import type { ProgrammeKind } from '../domain/award.ts';
import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { PaperKind } from '../domain/paper.ts';
import type { PastBenefit, ProgrammeRule, RuleSubject } from '../domain/rule.ts';
import type { State, Status } from '../domain/status.ts';
import type { BookKey, PrivateState } from '../usecase/book.ts';
import type * as Port from '../usecase/port/benefits.ts';
import type { PrivateField } from '../usecase/port/ports.ts';
import { PrivateCodec } from './private.ts';
import { EntityQueries, maybe, standing, STANDS, whole } from './queries.ts';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** People asked for, by key, as one value. */
const AMONG = '(select value from json_each(@people))';

/** Which awards `a` are meant: of a round, one, or all. */
const OF = '(@round = 0 or a.round = @round) and (@award = 0 or a.id = @award)';

type Which = { readonly round?: number; readonly award?: number };

const marks = ({ round = 0, award = 0 }: Which) => ({ round, award });

/** Pairs of people of one household: relatives both ways, and who names the other's ID number as the spouse's. */
const KIN = `kin(one, other) as (
  select id, relative_of from beneficiary where entity = @entity and relative_of is not null
  union select relative_of, id from beneficiary where entity = @entity and relative_of is not null
  union select x.owner, y.owner from private x join private y on y.entity = x.entity and y.field in ('id', 'former')
    and y.lookup = x.lookup and y.register = x.register where x.entity = @entity and x.register = 'beneficiary' and x.field = 'spouse'
  union select y.owner, x.owner from private x join private y on y.entity = x.entity and y.field in ('id', 'former')
    and y.lookup = x.lookup and y.register = x.register where x.entity = @entity and x.register = 'beneficiary' and x.field = 'spouse')`;

/** Rules of programmes and what they look at, every question asked once for many people. */
export class BenefitQueries extends EntityQueries implements Port.BenefitReader {
  readonly #private: PrivateCodec;

  constructor(db: Connection, entity: number, key?: BookKey) {
    super(db, entity);
    this.#private = new PrivateCodec(db, entity, key);
  }

  rules(): Promise<ProgrammeRule[]> {
    const rows = this.all<Tables['rule']>(
      'select * from rule where entity = ? order by kind, code, from_day',
    );
    return Promise.resolve(
      rows.map((row) => ({
        code: row.code,
        kind: row.kind as ProgrammeKind,
        what: row.what as RuleSubject,
        body: row.body,
        category: row.category,
        area: row.area,
        from: row.from_day as Day,
        to: maybe(row.to_day) as Day | undefined,
        value: row.value,
        source: row.source,
        verified: row.verified === 1,
        force: row.force === 'refuse' ? 'refuse' : 'warn',
      })),
    );
  }

  quotas(round: number): Promise<Port.Quota[]> {
    const rows = this.all<Tables['quota']>('select * from quota where entity = ? and round = ?', round);
    return Promise.resolve(
      rows.map(({ unit, people, amount }) => ({
        unit,
        people: maybe(people),
        amount: amount === null ? undefined : asDong(amount),
      })),
    );
  }

  persons(people: readonly number[]): Promise<Map<number, Port.PersonFact>> {
    const values = { people: JSON.stringify(people) };
    const statuses = new Map<number, Status[]>();
    for (const row of this.named<{
      beneficiary: number;
      state: State;
      day: Day;
      unit: number | null;
      document: string | null;
    }>(
      `select ${whole('b')} as beneficiary, s.state, s.day, s.unit, s.document from status s
         join beneficiary b on b.entity = s.entity and b.id = s.beneficiary
        where s.entity = @entity and ${standing('s')} and s.beneficiary in (
          select m.id from beneficiary m where m.entity = @entity and (m.id in ${AMONG} or m.merged_into in ${AMONG}
            or m.id in (select o.merged_into from beneficiary o where o.entity = @entity and o.id in ${AMONG})))
        order by s.day, s.id`,
      values,
    )) {
      const { beneficiary, state, day } = row;
      const list = statuses.get(beneficiary) ?? [];
      statuses.set(beneficiary, list);
      list.push({ state, day, unit: maybe(row.unit), document: maybe(row.document) });
    }
    const rows = this.named<{
      asked: number;
      id: number;
      kind: Port.PersonFact['kind'];
      unit: number;
      joined: Day | null;
    }>(
      `select b.id as asked, w.id, w.kind, w.unit, w.joined from beneficiary b
         join beneficiary w on w.entity = b.entity and w.id = ${whole('b')}
        where b.entity = @entity and b.id in ${AMONG}`,
      values,
    );
    return Promise.resolve(
      new Map(
        rows.map(({ asked, id, kind, unit, joined }) => [
          asked,
          { id, kind, unit, joined: maybe(joined), statuses: statuses.get(id) ?? [] },
        ]),
      ),
    );
  }

  past(kind: ProgrammeKind, people: readonly number[]): Promise<Map<number, PastBenefit[]>> {
    const rows = this.named<{
      asked: number;
      household: number;
      key: number;
      award: string;
      round: string;
      category: string;
      area: string;
      amount: number;
      decided: number;
      day: Day;
    }>(
      `with recursive ${KIN},
       asked(person, member, household) as materialized (
         select b.id, ${whole('b')}, 0 from beneficiary b where b.entity = @entity and b.id in ${AMONG}
         union select b.id, k.other, 1 from beneficiary b join kin k on k.one = ${whole('b')}
          where b.entity = @entity and b.id in ${AMONG}),
       record(person, id, household) as materialized (
         select q.person, b.id, min(q.household) from asked q join beneficiary b on b.entity = @entity and (b.id = q.member or b.merged_into = q.member)
          group by q.person, b.id)
       , had as (
       select r.person as asked, r.household, a.id as key, a.code as award, o.code as round, o.day as proposed, a.category, a.area,
              (select coalesce(sum(p.amount), 0) from award_part p where p.entity = a.entity and p.award = a.id and p.outside is null) as amount,
              (select d.day from award_event v join decision d on d.entity = v.entity and d.id = v.decision
                where v.entity = a.entity and v.award = a.id and v.kind = 'approve' and ${standing('v')} order by v.id desc limit 1) as decided
         from record r cross join award a on a.entity = @entity and a.beneficiary = r.id
         join round o on o.entity = a.entity and o.id = a.round and o.kind = @kind where ${STANDS})
       select asked, household, key, award, round, category, area, amount, case when decided is null then 0 else 1 end as decided, coalesce(decided, proposed) as day
         from had
       union all
       select r.person, r.household, 0, '', '', '', '', h.amount, 1, h.day from record r cross join history h on h.entity = @entity and h.beneficiary = r.id
        where h.kind = @kind and ${standing('h')} order by 1, 10`,
      { people: JSON.stringify(people), kind },
    );
    const past = new Map<number, PastBenefit[]>();
    for (const { asked, household, decided, amount, ...row } of rows) {
      const list = past.get(asked) ?? [];
      past.set(asked, list);
      list.push({
        ...row,
        kind,
        amount: asDong(amount),
        decided: decided === 1,
        household: household === 1,
      });
    }
    return Promise.resolve(past);
  }

  paidBy(voucher: string) {
    const award = `select n.id as entry, a.code as award, r.kind, sum(p.amount) as amount from voucher c
      join entry n on n.entity = c.entity and n.voucher = c.id`;
    const part = `join award a on a.entity = s.entity and a.id = s.award join round r on r.entity = a.entity and r.id = a.round
      join award_part p on p.entity = s.entity and p.award = s.award and p.line = s.line
      where c.entity = @entity and c.code = @voucher and ${standing('s')} group by n.id, a.id, a.code, r.kind`;
    const rows = this.named<{ entry: number; award: string; kind: ProgrammeKind; amount: number }>(
      `${award} join disbursement s on s.entity = n.entity and s.entry = n.id ${part}
       union all ${award} join advance v on v.entity = n.entity and v.entry = n.id
         join handout s on s.entity = v.entity and s.advance = v.id ${part} order by 1, 2`,
      { voucher },
    );
    return Promise.resolve(rows.map((row) => ({ ...row, amount: asDong(row.amount) })));
  }

  papers(filter: Which): Promise<Port.PaperView[]> {
    const rows = this.named<Tables['paper'] & { party: string | null; content: string | null }>(
      `select p.*, w.party, w.content from paper p join award a on a.entity = p.entity and a.id = p.award
         left join wording w on w.entity = p.entity and w.id = p.wording
        where p.entity = @entity and ${OF} and ${standing('p')} order by p.day, p.id`,
      marks(filter),
    );
    return Promise.resolve(
      rows.map((row) => ({
        award: row.award,
        kind: row.kind as PaperKind,
        number: row.number,
        day: row.day as Day,
        due: maybe(row.due) as Day | undefined,
        by: row.party ?? '',
        note: row.content ?? '',
      })),
    );
  }

  waivers(filter: Which): Promise<Port.WaiverView[]> {
    const rows = this.named<Tables['waiver'] & { party: string | null; content: string | null }>(
      `select x.*, w.party, w.content from waiver x join award a on a.entity = x.entity and a.id = x.award
         join wording w on w.entity = x.entity and w.id = x.wording
        where x.entity = @entity and ${OF} and ${standing('x')} order by x.id`,
      marks(filter),
    );
    return Promise.resolve(
      rows.map(({ award, rule, decision, party, content }) => ({
        award,
        rule,
        decision: maybe(decision),
        by: party ?? '',
        reason: content ?? '',
      })),
    );
  }

  reported(filter: {
    readonly round?: number;
    readonly from?: Day;
    readonly to?: Day;
  }): Promise<Port.ReportedView[]> {
    const rows = this.named<Tables['reported']>(
      `select * from reported p where p.entity = @entity and (@round = 0 or p.round = @round)
          and p.day between @from and @to and ${standing('p')} order by p.id`,
      { round: filter.round ?? 0, from: filter.from ?? '0000-00-00', to: filter.to ?? '9999-12-31' },
    );
    return Promise.resolve(
      rows.map(({ round, award, amount, day, source }) => ({
        round,
        award: maybe(award),
        amount: asDong(amount),
        day: day as Day,
        document: source,
      })),
    );
  }

  likenesses(people: readonly number[]): Promise<Port.Likeness[]> {
    const secret = (by: string, mine: string, theirs: string) =>
      `select '${by}' as "by", b.id as one, c.id as other from asked b
         cross join private x on x.entity = @entity and x.register = 'beneficiary' and x.owner = b.id and x.field in (${mine})
         cross join private y on y.entity = x.entity and y.field in (${theirs}) and y.lookup = x.lookup and y.register = x.register
         cross join beneficiary c on c.entity = y.entity and c.id = y.owner`;
    // No index stands on these two: what is asked for once gets one of its own, by number alone.
    const numbered = (by: string, column: string) =>
      `select '${by}' as "by", b.id as one, c.id as other from asked b cross join ${column} c on c.value = b.${column} where b.${column} <> ''`;
    return Promise.resolve(
      this.named<Port.Likeness>(
        `with recursive ${KIN},
         asked as materialized (select * from beneficiary where entity = @entity and id in ${AMONG}),
         staff_no(id, value) as materialized (select id, staff_no from beneficiary where entity = @entity and staff_no <> ''),
         card_no(id, value) as materialized (select id, card_no from beneficiary where entity = @entity and card_no <> ''),
         -- The index on names alone would have each of a hundred of one name look at the other ninety-nine.
         homonym as materialized (
           select c.id, c.folded, c.born from (select distinct folded from asked where folded <> '' and born <> '') n
             cross join beneficiary c on c.entity = @entity and c.folded = n.folded and c.born <> ''),
         pair("by", one, other) as (
           ${secret('id', "'id', 'former'", "'id', 'former'")}
           union ${secret('spouse', "'spouse'", "'id', 'former'")}
           union ${secret('spouse', "'id', 'former'", "'spouse'")}
           union ${secret('phone', "'phone'", "'phone'")}
           union ${secret('account', "'account'", "'account'")}
           union ${numbered('staff', 'staff_no')}
           union ${numbered('card', 'card_no')}
           union select 'born', b.id, c.id from asked b cross join homonym c on c.folded = b.folded and c.born = b.born
           union select 'relative', b.id, k.other from asked b cross join kin k on k.one = b.id)
         select p."by", p.one, p.other from pair p join beneficiary c on c.entity = @entity and c.id = p.other
           join beneficiary b on b.entity = @entity and b.id = p.one
          where ${whole('b')} <> ${whole('c')} and c.withdrawn = 0 and not exists (
            select 1 from distinction d where d.entity = @entity and d.one = min(${whole('b')}, ${whole('c')})
               and d.other = max(${whole('b')}, ${whole('c')}) and ${standing('d')})
          order by p.one, p.other, p."by"`,
        { people: JSON.stringify(people) },
      ),
    );
  }

  secrets(
    owners: readonly number[],
    field: PrivateField,
    register: 'beneficiary' | 'award' = 'beneficiary',
  ): Promise<Map<number, string>> {
    const rows = this.named<{ owner: number; value: string }>(
      `select owner, value from private where entity = @entity and register = @register and field = @field and owner in ${AMONG}`,
      { people: JSON.stringify(owners), field, register },
    );
    const told = rows.map(({ owner, value }) => {
      return [owner, this.#private.tell({ register, owner, field }, value)] as const;
    });
    return Promise.resolve(new Map(told));
  }

  reasons(awards: readonly number[]): Promise<Map<number, string>> {
    const rows = this.named<{ owner: number; value: string }>(
      `select owner, value from private where entity = @entity and register = 'award' and field = 'reason' and owner in ${AMONG}`,
      { people: JSON.stringify(awards) },
    );
    const told = rows.map(({ owner, value }) => {
      return [owner, this.#private.show({ register: 'award', owner, field: 'reason' }, value)] as const;
    });
    return Promise.resolve(new Map(told));
  }

  privateState(): Promise<PrivateState> {
    return Promise.resolve(this.#private.state);
  }
}
