import { namedBy, type Named } from '../domain/named.ts';
import type { Erased, Marks, Trace } from '../usecase/port/privacy.ts';
import type { Connection } from './connection.ts';
import { columnsOf, tableTexts, type ColumnText } from './table-texts.ts';

/**
 * Words that are a person's own besides what names them: what they had before the book; why something was turned down or
 * allowed against a rule, what a paper of theirs says, whom they were told apart from. These name an official too, who
 * said so. Words and salt of one row are erased together or stay together, since one digest covers both, so the
 * official's name goes where there is something said of the person, and stays where it stands alone.
 */
const OWN = `
  with mine as (select id from beneficiary where entity = @entity and id in (select value from json_each(@people))),
  case_of as (select a.id from award a join mine m on a.beneficiary = m.id where a.entity = @entity),
  said as (
    select wording from waiver where entity = @entity and award in (select id from case_of)
    union select wording from award_event where entity = @entity and award in (select id from case_of)
    union select wording from paper where entity = @entity and award in (select id from case_of)
    union select wording from distinction where entity = @entity and (one in (select id from mine) or other in (select id from mine)))
  select wording, 0 as shared from history where entity = @entity and beneficiary in (select id from mine)
  union select wording, 1 from said where wording is not null`;

/**
 * Words of payments to a person, and whether the same entry or voucher pays others too: then words that only bear a like
 * name may be about one of these.
 */
const PAID = `
  with case_of as (
    select id from award where entity = @entity and beneficiary in (select value from json_each(@people))),
  paid as (
    select s.entry from disbursement s where s.entity = @entity and s.award in (select id from case_of) and s.entry is not null
    union select p.entry from posting p where p.entity = @entity and p.beneficiary in (select value from json_each(@people))),
  of as (
    select p.entry, e.voucher, e.wording, exists (
        select 1 from disbursement s where s.entity = e.entity and s.entry = e.id and s.award not in (select id from case_of)
        union all select 1 from posting o where o.entity = e.entity and o.entry = e.id
          and o.beneficiary not in (select value from json_each(@people))
        union all select 1 from entry o where o.entity = e.entity and o.voucher = e.voucher
          and o.id not in (select entry from paid)) as shared
      from paid p join entry e on e.entity = @entity and e.id = p.entry)
  select wording, shared from of
  union select v.wording, f.shared from of f join voucher v on v.entity = @entity and v.id = f.voucher
    where f.shared or not exists (select 1 from of o where o.voucher = f.voucher and o.shared)
  union select c.wording, f.shared from of f join correction c on c.entity = @entity and c.entry = f.entry
  union select c.reason, f.shared from of f join correction c on c.entity = @entity and c.entry = f.entry`;

/** The bank's lines of what a person gave or was paid, and whether somebody else's money is in the same match. */
const BANKED = `
  with case_of as (
    select id from award where entity = @entity and beneficiary in (select value from json_each(@people))),
  moved as (
    select p.entry from posting p join donor d on d.entity = p.entity and d.id = p.donor
     where p.entity = @entity and d.beneficiary in (select value from json_each(@people))
    union select s.entry from disbursement s where s.entity = @entity and s.award in (select id from case_of) and s.entry is not null
    union select p.entry from posting p where p.entity = @entity and p.beneficiary in (select value from json_each(@people)))
  select distinct l.wording, exists (
      select 1 from match_entry o where o.entity = t.entity and o.match = t.match and o.entry not in (select entry from moved)) as shared
    from moved g join match_entry e on e.entity = @entity and e.entry = g.entry
    join match_line t on t.entity = e.entity and t.match = e.match
    join statement_line l on l.entity = t.entity and l.id = t.line`;

interface Words {
  readonly party: string | null;
  readonly address: string | null;
  readonly content: string | null;
}

/**
 * Takes away the words that are a person's own, and those of payments that name them; gives how many names of officials
 * went with them. Lines of the bank are never touched: they are its evidence, and must be kept as long as vouchers are.
 */
export function eraseWords(db: Connection, entity: number, people: readonly number[], marks: Marks): Erased {
  const of = { entity, people: JSON.stringify(people) };
  const named = namedBy(marks);
  const rows = (sql: string) =>
    db
      .prepare<unknown[], { wording: number | null; shared: number }>(sql)
      .all(of)
      .flatMap(({ wording, shared }) => (wording === null ? [] : [{ wording, shared: shared === 1 }]));
  const words = db.prepare<unknown[], Words>(
    'select party, address, content from wording where entity = ? and id = ? and salt is not null',
  );
  const blank = db.prepare(
    `update wording set salt = null, party = null, address = null, content = null, fingerprint = null
      where entity = ? and id = ?`,
  );
  let officials = 0;
  for (const { wording, shared } of rows(OWN)) {
    const text = words.get(entity, wording);
    if (text === undefined || (shared && !isSaid(text, named))) continue;
    if (shared && (text.party ?? '') !== '' && named(text.party ?? '') !== 'sure') officials += 1;
    blank.run(entity, wording);
  }
  for (const { wording, shared } of rows(PAID)) {
    const texts = Object.values<string | null>({ ...words.get(entity, wording) });
    const found = strongest(texts.map((text) => named(text ?? '')));
    if (found === 'sure' || (!shared && found === 'like')) blank.run(entity, wording);
  }
  return { officials };
}

/** Whether words say anything of the person: an official's name alone does not, unless it is theirs. */
function isSaid({ party, content }: Words, named: (text: string) => Named): boolean {
  return (content ?? '') !== '' || named(party ?? '') === 'sure';
}

/** Tables that hold no words of people, or only their own ciphers. */
const SILENT: ReadonlySet<string> = new Set(['book', 'private', 'vault', 'balance_day', 'change', 'posting']);

/**
 * Every place of the book where a person is still named, whatever table it is, with the last year it is of; apart from
 * those where it may be somebody else of a like name. The bank's lines of their own money are theirs whatever they say.
 */
export function tracesOf(db: Connection, entity: number, people: readonly number[], marks: Marks): Trace[] {
  const tables = tableTexts.map(({ name }) => name).filter((name) => !SILENT.has(name));
  const named = namedBy(marks);
  const banked = new Map(
    db
      .prepare<unknown[], { wording: number; shared: number }>(BANKED)
      .all({ entity, people: JSON.stringify(people) })
      .map(({ wording, shared }) => [wording, shared === 1]),
  );
  const found = new Map<string, Trace>();
  const meet = (table: string, day: string, how: Named) => {
    const key = `${table} ${how}`;
    const { rows, year } = found.get(key) ?? { rows: 0, year: '' };
    const of = day.slice(0, 4);
    found.set(key, { table, rows: rows + 1, year: of > year ? of : year, sure: how === 'sure' });
  };
  const users = usersOf(tables);
  for (const table of tables) {
    const columns = columnsOf(table);
    const texts = columns.filter(({ type }) => type === 'text').map(({ name }) => `"${name}"`);
    if (texts.length === 0 || !columns.some(({ name }) => name === 'entity')) continue;
    const own = table === 'operation' ? ['"command"', '"actor"'] : texts;
    const when = dayOf(columns);
    const key = columns.some(({ name }) => name === 'id') ? 't.id' : '0';
    const rows = db
      .prepare<unknown[], { id: number; at: string | null; text: string }>(
        `select ${key} as id, ${when} as at, ${own.map((text) => `coalesce(t.${text}, '')`).join(' || char(10) || ')} as text
           from "${table}" t where t.entity = ?`,
      )
      .iterate(entity);
    const wordings: [id: number, how: Named][] = [];
    for (const row of rows) {
      const own = table === 'wording' ? banked.get(row.id) : undefined;
      const said = strongest(row.text.split('\n').map(named));
      // A line that is theirs alone names them by the match; one that is shared, where it bears a like name.
      const how = own === undefined || row.text.trim() === '' ? said : said === 'no' && own ? 'no' : 'sure';
      if (how === 'no') continue;
      if (table === 'wording') wordings.push([row.id, how]);
      else meet(table, row.at ?? '', how);
    }
    // Words stand for the fact that they are of.
    for (const [id, how] of wordings) {
      for (const { from, column, day } of users) {
        const at = db
          .prepare<unknown[], { at: string }>(
            `select ${day} as at from "${from}" t where t.entity = ? and t."${column}" = ?`,
          )
          .get(entity, id);
        if (at !== undefined) meet(from, at.at, how);
      }
    }
  }
  return [...found.values()].toSorted((a, b) =>
    a.table === b.table ? Number(b.sure) - Number(a.sure) : a.table < b.table ? -1 : 1,
  );
}

function strongest(found: readonly Named[]): Named {
  return found.includes('sure') ? 'sure' : found.includes('like') ? 'like' : 'no';
}

/** When a row is of: its paper's own day, and otherwise when it was recorded; '' for a register's. */
function dayOf(columns: readonly ColumnText[]): string {
  const own = ['booked_on', 'day', 'recorded_at'].find((name) =>
    columns.some((column) => column.name === name),
  );
  if (own !== undefined) return `t.${own}`;
  const recorded = (operation: string) =>
    `(select o.recorded_at from operation o where o.entity = t.entity and o.id = ${operation})`;
  if (columns.some(({ name }) => name === 'operation')) return recorded('t.operation');
  // What an award is made of is as old as the award.
  return columns.some(({ name }) => name === 'award')
    ? recorded('(select a.operation from award a where a.entity = t.entity and a.id = t.award)')
    : "''";
}

const WORDED = /^foreign key \(entity, (\w+)\) references wording/;

/** Tables that keep their words beside them, by which column, and of which day a row is. */
function usersOf(tables: readonly string[]): { from: string; column: string; day: string }[] {
  return tableTexts
    .filter(({ name }) => tables.includes(name))
    .flatMap(({ name, columns, references }) =>
      references.flatMap((reference) => {
        const [, column] = WORDED.exec(reference) ?? [];
        return column === undefined ? [] : [{ from: name, column, day: dayOf(columns) }];
      }),
    );
}
