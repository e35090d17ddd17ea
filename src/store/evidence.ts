import type { Day } from '../domain/day.ts';
import { asDong } from '../domain/dong.ts';
import type { Place } from '../domain/fund.ts';
import type { OperationView, StatementLineView, StatementView, Written } from '../usecase/evidence.ts';
import { documentCode } from './codes.ts';
import { EntityQueries, maybe } from './queries.ts';
import { FACTS } from './schema.ts';

/** Statements that stand: those whose operation was not taken back. */
const STANDING = 'not exists (select 1 from undo u where u.entity = s.entity and u.undone = s.operation)';

/** Tables of rows that an undo can take back, or that only say how. */
const UNDONE_WITH = [
  'change',
  'document',
  'entry',
  'voucher',
  'award',
  'statement',
  'statement_line',
  'statement_break',
];

/** Registers whose rows are withdrawn, or stay because others may use them by now. */
const STAYING = ['beneficiary', 'unit', 'donor', 'alias', 'round', 'level'];

/** Statements and their lines; operations and what each wrote. */
export class EvidenceQueries extends EntityQueries {
  async statements(place?: Place): Promise<StatementView[]> {
    const rows = this.named<Record<string, unknown>>(
      `select s.*, d.file,
              (select count(*) from statement_line l where l.entity = s.entity and l.statement = s.id) as lines,
              (select count(*) from statement_break b where b.entity = s.entity and b.statement = s.id) as breaks
         from statement s join document d on d.entity = s.entity and d.id = s.document
        where s.entity = @entity and (@place = 0 or s.place = @place) and ${STANDING} order by s.from_day, s.id`,
      { place: place?.id ?? 0 },
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      document: { id: Number(row['document']), code: documentCode(Number(row['document'])) },
      place: Number(row['place']),
      file: String(row['file']),
      bank: String(row['bank']),
      from: row['from_day'] as Day,
      to: row['to_day'] as Day,
      opening: dongOf(row['opening']),
      closing: dongOf(row['closing']),
      credits: asDong(Number(row['credits'])),
      debits: asDong(Number(row['debits'])),
      checked: Number(row['checked']),
      lines: Number(row['lines']),
      breaks: Number(row['breaks']),
    }));
  }

  async statementLines(place: Place, from: Day, to: Day): Promise<Iterable<StatementLineView>> {
    const rows = this.iterate<Record<string, unknown>>(
      `select l.*, s.document, w.party, w.content, w.fingerprint
         from statement_line l join statement s on s.entity = l.entity and s.id = l.statement
         join wording w on w.entity = l.entity and w.id = l.wording
        where l.entity = @entity and l.place = @place and l.day between @from and @to and ${STANDING} order by l.id`,
      { place: place.id, from, to },
    );
    return views(rows);
  }

  async operations(limit: number): Promise<OperationView[]> {
    return this.#operations('order by o.id desc limit @limit', { limit });
  }

  async operation(id: number): Promise<OperationView | undefined> {
    return this.#operations('and o.id = @id', { id })[0];
  }

  #operations(which: string, values: Record<string, number>): OperationView[] {
    const rows = this.named<Record<string, unknown>>(
      `select o.id, o.command, o.recorded_at, o.actor,
              (select count(*) from entry e where e.entity = o.entity and e.operation = o.id) as entries,
              (select group_concat(d.id) from document d where d.entity = o.entity and d.operation = o.id) as documents,
              (select u.operation from undo u where u.entity = o.entity and u.undone = o.id) as undone_by
         from operation o where o.entity = @entity ${which}`,
      values,
    );
    return rows.map((row) => ({
      id: Number(row['id']),
      command: String(row['command']),
      recordedAt: String(row['recorded_at']),
      actor: String(row['actor'] ?? ''),
      entries: Number(row['entries']),
      documents: String(row['documents'] ?? '')
        .split(',')
        .filter(Boolean)
        .map((id) => documentCode(Number(id))),
      undoneBy: maybe(row['undone_by']) as number | undefined,
    }));
  }

  async written(operation: number): Promise<Written> {
    const of = <R>(sql: string) => this.named<R>(sql, { operation });
    const keys = (table: string) =>
      of<{ id: number }>(
        `select id from "${table}" where entity = @entity and operation = @operation order by id`,
      ).map(({ id }) => id);
    const registered = (register: string) =>
      of<{ id: number; code: string }>(
        `select r.id, r.code from change c join "${register}" r on r.entity = c.entity and r.id = c.key
          where c.entity = @entity and c.operation = @operation and c.register = '${register}' order by c.id`,
      );
    const registers = of<{ register: string }>(
      'select distinct register from change where entity = @entity and operation = @operation',
    ).map(({ register }) => register);
    const facts = FACTS.filter((table) => !UNDONE_WITH.includes(table) && keys(table).length > 0);
    return {
      documents: of<{ id: number; kind: string }>(
        'select id, kind from document where entity = @entity and operation = @operation',
      ).map(({ id, kind }) => ({ id, kind, code: documentCode(id) })),
      entries: keys('entry'),
      awards: of('select id, code from award where entity = @entity and operation = @operation order by id'),
      members: registered('beneficiary'),
      units: registered('unit'),
      statements: keys('statement'),
      others: [...facts, ...registers.filter((each) => !STAYING.includes(each))],
    };
  }
}

function* views(rows: Iterable<Record<string, unknown>>): Iterable<StatementLineView> {
  for (const row of rows) {
    yield {
      id: Number(row['id']),
      document: Number(row['document']),
      row: Number(row['row']),
      day: row['day'] as Day,
      clock: String(row['clock']),
      amount: asDong(Number(row['amount'])),
      balance: dongOf(row['balance']),
      reference: String(row['reference']),
      kind: String(row['kind']),
      wording: { party: String(row['party'] ?? ''), content: String(row['content'] ?? '') },
      print: maybe(row['fingerprint']) as Uint8Array | undefined,
    };
  }
}

function dongOf(value: unknown) {
  return value === null || value === undefined ? undefined : asDong(Number(value));
}
