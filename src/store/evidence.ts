import type { Day } from '../domain/day.ts';
import { asDong, type Dong } from '../domain/dong.ts';
import type { Place } from '../domain/fund.ts';
import type {
  DocumentKind,
  OperationView,
  StatementLineView,
  StatementView,
  Written,
} from '../usecase/port/evidence.ts';
import { documentCode } from './codes.ts';
import { EntityQueries, maybe, standing } from './queries.ts';
import { FACTS } from './schema.ts';
import type { Tables } from './tables.ts';

/** Statements that stand: those whose operation was not taken back. */
const STANDING = standing('s');

/** Tables of rows that an undo can take back, or that only say how. */
const UNDONE_WITH: ReadonlySet<string> = new Set([
  'change',
  'document',
  'entry',
  'voucher',
  'award',
  'statement',
  'statement_line',
  'statement_break',
  'award_event',
  'decision',
  'advance',
  'handout',
  'disbursement',
  'acknowledgement',
  'cash_count',
  'acceptance',
  'match',
  'confirmation',
  'correction',
  'attachment',
  'stock',
  'history',
  'status',
  'succession',
  'placement',
  'departure',
  'paper',
  'waiver',
  'distinction',
  'reported',
]);

/** Registers whose rows are withdrawn, or stay because others may use them by now. */
const STAYING = new Set(['donor', 'alias', 'round', 'level', 'quota', 'rule', 'holder', 'item']);

/** A member or unit that was entered, or came back; not one whose row was only changed. */
const ENTERED = "(c.columns = '*' or (instr(c.columns, 'withdrawn') > 0 and instr(c.columns, ',') > 0))";

/** Statements and their lines; operations and what each wrote. */
export class EvidenceQueries extends EntityQueries {
  async statements(place?: Place): Promise<StatementView[]> {
    const rows = this.named<Tables['statement'] & { file: string; lines: number; breaks: number }>(
      `select s.*, d.file,
              (select count(*) from statement_line l where l.entity = s.entity and l.statement = s.id) as lines,
              (select count(*) from statement_break b where b.entity = s.entity and b.statement = s.id) as breaks
         from statement s join document d on d.entity = s.entity and d.id = s.document
        where s.entity = @entity and (@place = 0 or s.place = @place) and ${STANDING} order by s.from_day, s.id`,
      { place: place?.id ?? 0 },
    );
    return rows.map(({ id, document, place: at, file, bank, checked, lines, breaks, ...row }) => ({
      id,
      document: { id: document, code: documentCode(document) },
      place: at,
      file,
      bank,
      from: row.from_day as Day,
      to: row.to_day as Day,
      opening: dongOf(row.opening),
      closing: dongOf(row.closing),
      credits: asDong(row.credits),
      debits: asDong(row.debits),
      checked,
      lines,
      breaks,
    }));
  }

  async statementLines(place: Place, from: Day, to: Day): Promise<Iterable<StatementLineView>> {
    const rows = this.iterate<LineRow>(
      `select l.*, s.document, w.party, w.content, w.fingerprint
         from statement_line l join statement s on s.entity = l.entity and s.id = l.statement
         join wording w on w.entity = l.entity and w.id = l.wording
        where l.entity = @entity and l.place = @place and l.day between @from and @to and ${STANDING} order by l.id`,
      { place: place.id, from, to },
    );
    return views(rows);
  }

  async donorsGiving(): Promise<ReadonlySet<number>> {
    const rows = this.named<{ donor: number }>(
      `select p.donor from posting p join entry e on e.entity = p.entity and e.id = p.entry
        where p.entity = @entity and p.donor is not null and e.reverses is null and not exists (
          select 1 from entry r where r.entity = e.entity and r.reverses = e.id)
          and not exists (select 1 from correction c where c.entity = e.entity and c.entry = e.id and c.links = 1 and ${standing('c')})
       union select c.donor from correction c join entry e on e.entity = c.entity and e.id = c.entry
        where c.entity = @entity and c.donor is not null and c.id = (
            select max(x.id) from correction x where x.entity = c.entity and x.entry = c.entry and x.links = 1 and ${standing('x')})
          and not exists (select 1 from entry r where r.entity = e.entity and r.reverses = e.id)`,
      {},
    );
    return new Set(rows.map(({ donor }) => donor));
  }

  async operations(limit: number): Promise<OperationView[]> {
    return this.#operations('order by o.id desc limit @limit', { limit });
  }

  async operation(id: number): Promise<OperationView | undefined> {
    return this.#operations('and o.id = @id', { id })[0];
  }

  #operations(which: string, values: Record<string, number>): OperationView[] {
    const rows = this.named<
      Pick<Tables['operation'], 'id' | 'command' | 'recorded_at' | 'actor'> & {
        entries: number;
        documents: string | null;
        undone_by: number | null;
      }
    >(
      `select o.id, o.command, o.recorded_at, o.actor,
              (select count(*) from entry e where e.entity = o.entity and e.operation = o.id) as entries,
              (select group_concat(d.id) from document d where d.entity = o.entity and d.operation = o.id) as documents,
              (select u.operation from undo u where u.entity = o.entity and u.undone = o.id) as undone_by
         from operation o where o.entity = @entity ${which}`,
      values,
    );
    return rows.map(({ id, command, entries, ...row }) => ({
      id,
      command,
      recordedAt: row.recorded_at,
      actor: row.actor ?? '',
      entries,
      documents: (row.documents ?? '')
        .split(',')
        .filter(Boolean)
        .map((key) => documentCode(Number(key))),
      undoneBy: maybe(row.undone_by),
    }));
  }

  async written(operation: number): Promise<Written> {
    const of = <R>(sql: string) => this.named<R>(sql, { operation });
    const keys = (table: string) =>
      of<{ id: number }>(
        `select id from "${table}" where entity = @entity and operation = @operation order by id`,
      ).map(({ id }) => id);
    const wrote = (table: string) =>
      of<{ found: number }>(
        `select exists (select 1 from "${table}" where entity = @entity and operation = @operation) as found`,
      )[0]?.found === 1;
    const registered = (register: string) =>
      of<{ id: number; code: string }>(
        `select r.id, r.code from change c join "${register}" r on r.entity = c.entity and r.id = c.key
          where c.entity = @entity and c.operation = @operation and c.register = '${register}' and ${ENTERED} order by c.id`,
      );
    const registers = of<{ register: string }>(
      `select distinct c.register from change c where c.entity = @entity and c.operation = @operation
         and not (c.register in ('beneficiary', 'unit') and ${ENTERED})`,
    ).map(({ register }) => register);
    const facts = FACTS.filter((table) => !UNDONE_WITH.has(table) && wrote(table));
    // What a reorganisation changed of units and people is put back by its facts.
    const reorganised = wrote('succession') || wrote('placement');
    const goesBack = (register: string) => reorganised && (register === 'unit' || register === 'beneficiary');
    return {
      facts: FACTS.filter((table) => !['change', 'voucher', 'entry'].includes(table) && wrote(table)),
      documents: of<{ id: number; kind: DocumentKind }>(
        'select id, kind from document where entity = @entity and operation = @operation',
      ).map(({ id, kind }) => ({ id, kind, code: documentCode(id) })),
      entries: keys('entry'),
      awards: of('select id, code from award where entity = @entity and operation = @operation order by id'),
      members: registered('beneficiary'),
      units: registered('unit'),
      moved: of<{ id: number }>(
        `select s.beneficiary as id from departure d join status s on s.entity = d.entity and s.id = d.status
          where d.entity = @entity and d.operation = @operation`,
      ).map(({ id }) => id),
      placed: of<{ id: number }>(
        'select unit as id from placement where entity = @entity and operation = @operation',
      ).map(({ id }) => id),
      lines: keys('statement_line').length,
      others: [...facts, ...registers.filter((each) => !STAYING.has(each) && !goesBack(each))],
    };
  }
}

type LineRow = Tables['statement_line'] & {
  document: number;
  party: string | null;
  content: string | null;
  fingerprint: Uint8Array | null;
};

function* views(rows: Iterable<LineRow>): Iterable<StatementLineView> {
  for (const { id, document, row, day, clock, amount, balance, reference, kind, ...words } of rows) {
    yield {
      id,
      document,
      row,
      day: day as Day,
      clock,
      amount: asDong(amount),
      balance: dongOf(balance),
      reference,
      kind,
      wording: { party: words.party ?? '', content: words.content ?? '' },
      print: maybe(words.fingerprint),
    };
  }
}

function dongOf(value: number | null): Dong | undefined {
  return value === null ? undefined : asDong(value);
}
