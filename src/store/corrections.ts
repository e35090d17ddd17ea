import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { EntryKind, Wording } from '../domain/entry.ts';
import type * as Port from '../usecase/port/corrections.ts';
import type { AttachmentSubject, HistoryDraft, Item } from '../usecase/port/treasury.ts';
import { EntityQueries, goodsGiven, maybe, standing, STANDS } from './queries.ts';

const unreversed = (x: string): string =>
  `not exists (select 1 from entry rx where rx.entity = ${x}.entity and rx.reverses = ${x}.id)`;
const unreturned = (x: string): string =>
  `not exists (select 1 from entry kx where kx.entity = ${x}.entity and kx.clears = ${x}.id and kx.kind = 'return' and ${unreversed('kx')})`;
const matching = (x: string): string =>
  `${standing(x)} and not exists (select 1 from unmatch ux where ux.entity = ${x}.entity and ux.match = ${x}.id)`;

/** What an entry says now, where that was corrected. */
export interface Corrected {
  wording?: Wording;
  links?: {
    unit: { id: number; code: string } | undefined;
    donor: { id: number; code: string } | undefined;
  };
}

/** Corrections, answers to entries, papers kept beside the book, and what rests on an operation. */
export class CorrectionQueries extends EntityQueries implements Port.CorrectionReader {
  async history(entry: number): Promise<Port.CorrectionView[]> {
    const rows = this.named<
      CorrectionRow & { actor: string | null; recorded_at: string; why: string | null }
    >(
      `${CORRECTED}, o.actor, o.recorded_at, y.content as why ${FROM}
         left join wording y on y.entity = c.entity and y.id = c.reason
         join operation o on o.entity = c.entity and o.id = c.operation
        where c.entity = @entity and c.entry = @entry and ${standing('c')} order by c.id`,
      { entry },
    );
    return rows.map((row) => ({
      operation: row.operation,
      by: row.actor ?? '',
      recordedAt: row.recorded_at,
      reason: row.why ?? '',
      ...(row.wording === null ? {} : { wording: wordsOf(row) }),
      ...(row.links === 0 ? {} : { links: { unit: maybe(row.unit_code), donor: maybe(row.donor_code) } }),
    }));
  }

  async fingerprint(entry: number): Promise<Uint8Array | undefined> {
    const [row] = this.named<{ fingerprint: Uint8Array | null }>(
      `select w.fingerprint from entry e join wording w on w.entity = e.entity and w.id = e.wording
        where e.entity = @entity and e.id = @entry`,
      { entry },
    );
    return maybe(row?.fingerprint ?? null);
  }

  async firstWords(entry: number): Promise<Wording> {
    const [row] = this.named<WordsRow>(
      `select w.party, w.address, w.content from entry e join wording w on w.entity = e.entity and w.id = e.wording
        where e.entity = @entity and e.id = @entry`,
      { entry },
    );
    return row === undefined ? { party: '', content: '' } : wordsOf(row);
  }

  /** What corrected entries booked between two days say now. Few of a book's entries are corrected: those are gone through. */
  latest(from: Day, to: Day): ReadonlyMap<number, Corrected> {
    return this.#latest(
      `from correction c cross join entry e on e.entity = c.entity and e.id = c.entry ${LEFT}
        where c.entity = @entity and e.booked_on >= @from and e.booked_on <= @to`,
      { from, to },
    );
  }

  /** The same of the whole book; few of its entries are corrected, so all are read at once. */
  latestOfAll(): ReadonlyMap<number, Corrected> {
    return this.#latest(`${FROM} where c.entity = @entity`, {});
  }

  #latest(source: string, values: Readonly<Record<string, string>>): ReadonlyMap<number, Corrected> {
    const latest = new Map<number, Corrected>();
    const rows = this.named<CorrectionRow>(
      `${CORRECTED} ${source} and ${standing('c')} order by c.id`,
      values,
    );
    for (const row of rows) {
      const corrected = latest.get(row.entry) ?? {};
      if (row.wording !== null) corrected.wording = wordsOf(row);
      if (row.links === 1)
        corrected.links = { unit: ref(row.unit, row.unit_code), donor: ref(row.donor, row.donor_code) };
      latest.set(row.entry, corrected);
    }
    return latest;
  }

  async clearings(entry: number): Promise<Port.Clearing[]> {
    const rows = this.named<{ entry: number; kind: EntryKind; voucher: string | null; amount: number }>(
      `select e.id as entry, e.kind, v.code as voucher,
              (select sum(p.amount) from posting p where p.entity = e.entity and p.entry = e.id and p.side = 'debit') as amount
         from entry e left join voucher v on v.entity = e.entity and v.id = e.voucher
        where e.entity = @entity and e.clears = @entry and e.reverses is null and ${unreversed('e')} order by e.id`,
      { entry },
    );
    return rows.map((row) => ({ ...row, voucher: row.voucher ?? '', amount: asDong(row.amount) }));
  }

  async paymentsOf(award: number): Promise<number[]> {
    return this.named<{ id: number }>(
      `select n.id from disbursement s join entry n on n.entity = s.entity and n.id = s.entry
        where s.entity = @entity and s.award = @award and ${unreversed('n')} and ${unreturned('n')}
       union select n.id from handout h join advance v on v.entity = h.entity and v.id = h.advance
         join entry n on n.entity = v.entity and n.id = v.entry
        where h.entity = @entity and h.award = @award and ${standing('h')} and ${unreversed('n')} order by 1`,
      { award },
    ).map(({ id }) => id);
  }

  async counted(): Promise<ReadonlyMap<number, Day>> {
    const rows = this.named<{ place: number; day: Day }>(
      `select place, max(day) as day from cash_count c where c.entity = @entity and ${standing('c')} group by place`,
      {},
    );
    return new Map(rows.map(({ place, day }) => [place, day]));
  }

  async attachments(filter?: {
    readonly subject: AttachmentSubject;
    readonly code: string;
  }): Promise<Port.AttachmentView[]> {
    const rows = this.named<{
      subject: AttachmentSubject;
      code: string;
      file: string;
      bytes_digest: Uint8Array;
      size: number;
    }>(
      `select a.subject, a.code, a.file, a.bytes_digest, a.size from attachment a
        where a.entity = @entity and ${standing('a')} and (@subject = '' or (a.subject = @subject and a.code = @code))
        order by a.id`,
      { subject: filter?.subject ?? '', code: filter?.code ?? '' },
    );
    return rows.map(({ bytes_digest, ...row }) => ({
      ...row,
      digest: Buffer.from(bytes_digest).toString('hex'),
    }));
  }

  async hasCoded(subject: AttachmentSubject, code: string): Promise<boolean> {
    const known = CODED[subject];
    const key = subject === 'document' ? code.replace(/^D/, '') : code;
    if (known === undefined) return true;
    return this.named<{ found: number }>(`select exists (${known}) as found`, { key })[0]?.found === 1;
  }

  async restingOn(operation: number): Promise<Port.Resting[]> {
    return RESTS.map(([what, sql]) => ({
      what,
      codes: this.named<{ code: string }>(sql, { operation }).map(({ code }) => code),
    })).filter(({ codes }) => codes.length > 0);
  }

  async items(): Promise<Item[]> {
    return this.named<{ id: number; code: string; name: string; measure: string; face: number | null }>(
      'select id, code, name, measure, face from item where entity = @entity order by id',
      {},
    ).map((row) => ({ ...row, face: row.face === null ? undefined : asDong(row.face) }));
  }

  async pastBenefits(): Promise<Omit<HistoryDraft, 'source'>[]> {
    const rows = this.named<{
      beneficiary: number;
      code: string;
      kind: HistoryDraft['kind'];
      day: Day;
      amount: number;
      content: string | null;
    }>(
      `select h.beneficiary, b.code, h.kind, h.day, h.amount, w.content from history h
         join beneficiary b on b.entity = h.entity and b.id = h.beneficiary
         join wording w on w.entity = h.entity and w.id = h.wording
        where h.entity = @entity and ${standing('h')} order by h.id`,
      {},
    );
    return rows.map(({ beneficiary, code, content, amount, ...row }) => ({
      ...row,
      beneficiary: { id: beneficiary, code },
      amount: asDong(amount),
      content: content ?? '',
    }));
  }

  async openings(): Promise<{ readonly openings: number; readonly others: number }> {
    const [row] = this.named<{ openings: number; others: number }>(
      `select count(case when e.kind = 'opening' then 1 end) as openings, count(case when e.kind <> 'opening' then 1 end) as others
         from entry e where e.entity = @entity and e.reverses is null and ${unreversed('e')}`,
      {},
    );
    return row ?? { openings: 0, others: 0 };
  }
}

/** What a paper can be kept with, by the code that names it; a month is always there. */
const CODED: { readonly [S in AttachmentSubject]: string | undefined } = {
  voucher: 'select 1 from voucher where entity = @entity and code = @key',
  award: 'select 1 from award where entity = @entity and code = @key',
  appeal: 'select 1 from appeal where entity = @entity and code = @key',
  decision: `select 1 from decision d where entity = @entity and number = @key and ${standing('d')}`,
  document: `select 1 from document d where entity = @entity and cast(id as text) = @key and ${standing('d')}`,
  month: undefined,
};

/** For each thing that may rest on an operation: what later operations wrote and still stands, by name. */
const RESTS: readonly (readonly [Port.Resting['what'], string])[] = [
  [
    // What a count settled lies before the counts that came later.
    'count',
    `select cast(c.operation as text) as code from cash_count c
       join cash_count o on o.entity = c.entity and o.place = c.place and o.operation = @operation and o.day <= c.day
      where c.entity = @entity and c.operation > @operation and ${standing('c')}
        and exists (select 1 from entry n where n.entity = o.entity and n.operation = @operation and ${unreversed('n')})
      order by c.operation`,
  ],
  [
    'payment',
    `select distinct a.code from award a
       join disbursement s on s.entity = a.entity and s.award = a.id
       join entry n on n.entity = s.entity and n.id = s.entry
      where a.entity = @entity and s.operation > @operation and ${unreversed('n')}
        and ${unreturned('n')}
        and (a.operation = @operation
          or exists (select 1 from award_event e where e.entity = a.entity and e.award = a.id and e.operation = @operation)
          or exists (select 1 from entry k join posting q on q.entity = k.entity and q.entry = k.id
               where k.entity = a.entity and k.operation = @operation and k.kind = 'return' and q.award = a.id))
     union select a.code from award a join disbursement s on s.entity = a.entity and s.award = a.id
      where a.entity = @entity and s.operation > @operation and ${goodsGiven('s', "'9999-12-31'")}
        and (a.operation = @operation
          or exists (select 1 from award_event e where e.entity = a.entity and e.award = a.id and e.operation = @operation)
          or exists (select 1 from stock r join stock o on o.entity = r.entity and o.id = r.reverses
               where r.entity = a.entity and r.operation = @operation and o.award = a.id))
     union select a.code from award a join handout h on h.entity = a.entity and h.award = a.id
       join advance v on v.entity = h.entity and v.id = h.advance join entry n on n.entity = v.entity and n.id = v.entry
      where a.entity = @entity and h.operation > @operation and ${standing('h')} and ${unreversed('n')}
        and (a.operation = @operation or exists (
          select 1 from award_event e where e.entity = a.entity and e.award = a.id and e.operation = @operation))
     order by 1`,
  ],
  [
    'event',
    `select distinct a.code from award a join award_event e on e.entity = a.entity and e.award = a.id
      where a.entity = @entity and e.operation > @operation and ${standing('e')}
        and (a.operation = @operation or exists (
          select 1 from award_event f where f.entity = a.entity and f.award = a.id and f.operation = @operation))
      order by 1`,
  ],
  [
    'signature',
    `select distinct a.code from disbursement s join acknowledgement k on k.entity = s.entity and k.disbursement = s.id
       join award a on a.entity = s.entity and a.id = s.award left join entry n on n.entity = s.entity and n.id = s.entry
      where s.entity = @entity and s.operation = @operation and k.operation > @operation and ${standing('k')} and ${unreversed('n')}
        and (s.stock is null or ${goodsGiven('s', "'9999-12-31'")}) order by 1`,
  ],
  [
    'settlement',
    `select distinct coalesce(c.code, cast(t.id as text)) as code from advance v join entry n on n.entity = v.entity and n.id = v.entry
       join entry t on t.entity = v.entity and t.settles = v.id left join voucher c on c.entity = t.entity and c.id = t.voucher
      where v.entity = @entity and n.operation = @operation and t.operation > @operation
        and t.reverses is null and ${unreversed('t')} order by 1`,
  ],
  [
    'match',
    `select distinct coalesce(c.code, cast(e.id as text)) as code from entry e join match_entry m on m.entity = e.entity and m.entry = e.id
       join match x on x.entity = m.entity and x.id = m.match left join voucher c on c.entity = e.entity and c.id = e.voucher
      where e.entity = @entity and e.operation = @operation and x.operation <> @operation and ${matching('x')}
     union select '#' || l.row from statement_line l join match_line m on m.entity = l.entity and m.line = l.id
       join match x on x.entity = m.entity and x.id = m.match
      where l.entity = @entity and l.operation = @operation and x.operation <> @operation and ${matching('x')} order by 1`,
  ],
  [
    'clearing',
    `select distinct coalesce(c.code, cast(k.id as text)) as code from entry e join entry k on k.entity = e.entity and k.clears = e.id
       left join voucher c on c.entity = k.entity and c.id = k.voucher
      where e.entity = @entity and e.operation = @operation and k.operation <> @operation
        and k.reverses is null and ${unreversed('k')} order by 1`,
  ],
  [
    'correction',
    `select distinct coalesce(v.code, cast(e.id as text)) as code from entry e
       left join voucher v on v.entity = e.entity and v.id = e.voucher
      where e.entity = @entity and e.operation = @operation and (exists (
          select 1 from correction c where c.entity = e.entity and c.entry = e.id and c.operation <> @operation and ${standing('c')})
        or exists (select 1 from entry r join operation o on o.entity = r.entity and o.id = r.operation
          where r.entity = e.entity and r.reverses = e.id and o.command = 'entry correct')) order by 1`,
  ],
  [
    'month',
    `select distinct p.month as code from period_event p
      where p.entity = @entity and p.kind in ('close', 'lock') and p.operation > @operation
        and not exists (select 1 from period_event q where q.entity = p.entity and q.month = p.month and q.kind = 'reopen' and q.id > p.id)
        and (exists (select 1 from acceptance a where a.entity = p.entity and a.operation = @operation)
          or exists (select 1 from succession c where c.entity = p.entity and c.operation = @operation and substr(c.day, 1, 7) <= p.month)
          or exists (select 1 from placement c where c.entity = p.entity and c.operation = @operation and substr(c.day, 1, 7) <= p.month)
          or exists (select 1 from cash_count c where c.entity = p.entity and c.operation = @operation and substr(c.day, 1, 7) <= p.month)
          or exists (select 1 from confirmation c where c.entity = p.entity and c.operation = @operation and substr(c.day, 1, 7) <= p.month)
          or exists (select 1 from acknowledgement k where k.entity = p.entity and k.operation = @operation and substr(k.day, 1, 7) <= p.month)
          or exists (select 1 from decision d where d.entity = p.entity and d.operation = @operation and substr(d.day, 1, 7) <= p.month
            and not exists (select 1 from document o where o.entity = d.entity and o.operation = d.operation)))
      order by 1`,
  ],
  [
    // Who was moved with a unit was moved on since.
    'member',
    `select distinct b.code from departure d join status s on s.entity = d.entity and s.id = d.status
       join status t on t.entity = s.entity and t.beneficiary = s.beneficiary and t.state = 'moved' and t.operation > @operation
       join beneficiary b on b.entity = s.entity and b.id = s.beneficiary
      where d.entity = @entity and d.operation = @operation and ${standing('t')} order by 1`,
  ],
  [
    'award',
    `select distinct a.code from departure d join status s on s.entity = d.entity and s.id = d.status
       join award a on a.entity = s.entity and a.beneficiary = s.beneficiary
      where d.entity = @entity and d.operation = @operation and a.operation > @operation and ${STANDS} order by 1`,
  ],
  [
    // What was set apart for a unit's people was paid to those of the unit that took it over.
    'payment',
    `select distinct a.code from succession s join unit u on u.entity = s.entity and u.id = s.unit
       join posting p on p.entity = s.entity and p.restriction = 'unit=' || u.code and p.side = 'debit'
       join entry n on n.entity = p.entity and n.id = p.entry and n.operation > @operation
       join award a on a.entity = p.entity and a.id = p.award and a.unit <> s.unit
      where s.entity = @entity and s.operation = @operation and ${unreversed('n')} order by 1`,
  ],
  [
    // What took a unit over, or was put under another, was reorganised itself since.
    'unit',
    `select distinct u.code from succession s join succession t on t.entity = s.entity
         and (t.unit = s.successor or t.successor = s.successor or t.unit = s.unit) and t.operation > @operation
       join unit u on u.entity = t.entity and u.id = t.unit
      where s.entity = @entity and s.operation = @operation and ${standing('t')}
     union select u.code from placement p join placement q on q.entity = p.entity and q.unit = p.unit and q.operation > @operation
       join unit u on u.entity = q.entity and u.id = q.unit
      where p.entity = @entity and p.operation = @operation and ${standing('q')} order by 1`,
  ],
  [
    'stock',
    `select distinct i.code from stock s join item i on i.entity = s.entity and i.id = s.item
      where s.entity = @entity and s.operation = @operation and (
        select sum(t.quantity) from stock t where t.entity = s.entity and t.item = s.item and t.fund = s.fund
          and t.operation <> @operation and ${standing('t')}) < 0 order by 1`,
  ],
];

interface WordsRow {
  party: string | null;
  address: string | null;
  content: string | null;
}

interface CorrectionRow extends WordsRow {
  entry: number;
  operation: number;
  wording: number | null;
  links: 0 | 1;
  unit: number | null;
  donor: number | null;
  unit_code: string | null;
  donor_code: string | null;
}

const CORRECTED = `select c.entry, c.operation, c.wording, c.links, c.unit, c.donor, w.party, w.address, w.content,
  n.code as unit_code, d.code as donor_code`;
const LEFT = `left join wording w on w.entity = c.entity and w.id = c.wording
  left join unit n on n.entity = c.entity and n.id = c.unit left join donor d on d.entity = c.entity and d.id = c.donor`;
const FROM = `from correction c ${LEFT}`;

function wordsOf({ party, address, content }: WordsRow): Wording {
  return { party: party ?? '', address: maybe(address), content: content ?? '' };
}

function ref(id: number | null, code: string | null): { id: number; code: string } | undefined {
  return id === null ? undefined : { id, code: code ?? '' };
}
