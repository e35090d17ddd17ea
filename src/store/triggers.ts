import { FACTS, REGISTERS } from './schema.ts';

const frozen = [...FACTS, 'posting', 'award_part', 'match_line', 'match_entry', 'operation'];

/**
 * `insert or replace` deletes what it collides with, past the triggers on delete: so no row may be inserted where its
 * key, or a name that must stay its own, is taken.
 */
const NAMES: Readonly<Record<string, string>> = {
  posting: 'entry = new.entry and line = new.line',
  award_part: 'award = new.award and line = new.line',
  award: 'id = new.id or code = new.code',
  advance: 'id = new.id or entry = new.entry',
  match_line: 'match = new.match and line = new.line',
  match_entry: 'match = new.match and entry = new.entry',
  departure: 'id = new.id or status = new.status',
  stock: 'id = new.id or (new.reverses is not null and reverses = new.reverses)',
  unmatch: 'id = new.id or match = new.match',
  entry: 'id = new.id or (new.reverses is not null and reverses = new.reverses)',
  statement: 'id = new.id or document = new.document',
  undo: 'id = new.id or undone = new.undone',
  voucher:
    'id = new.id or (kind = new.kind and series = new.series and year = new.year and number = new.number)',
};
const once = [...frozen, 'wording']
  .map((table) => {
    const taken = (NAMES[table] ?? 'id = new.id')
      .split(' or ')
      .map((name) => `exists (select 1 from ${table} where entity = new.entity and ${name})`)
      .join(' or ');
    return `create trigger ${table}_once before insert on ${table} when ${taken}
         begin select raise(abort, '${table}: posted rows are never replaced; reverse them'); end;`;
  })
  .join('\n');

/** What names a register's row in the chain never changes, and no row of a register goes. */
const FIXED: Readonly<Record<string, string>> = {
  entity: 'code, first_month, series',
  account: 'role, held',
  place: 'code, kind',
  fund: 'code, kind',
  unit: 'code',
  beneficiary: 'code',
  holder: 'code',
  donor: 'code',
  round: 'code, kind',
  appeal: 'code, fund, share_fund, share',
  item: 'code',
  rule: 'code, kind, what',
};
const fixed = REGISTERS.map((register) => {
  const columns = ['entity, id', FIXED[register] ?? []].flat().join(', ');
  return `create trigger ${register}_fixed before update of ${columns} on "${register}"
         begin select raise(abort, '${register}: codes and kinds never change'); end;
       create trigger ${register}_kept before delete on "${register}"
         begin select raise(abort, '${register}: rows are never deleted'); end;`;
}).join('\n');

/** What is posted, given or decided: nothing of it comes after the book's end. */
const ENDED = [
  'entry',
  'voucher',
  'stock',
  'award',
  'award_event',
  'decision',
  'advance',
  'cash_count',
  'document',
  'statement',
  'period_event',
  'succession',
  'placement',
  'ending',
] as const;

/** A match that nobody took back, by itself or with its whole operation or its statement's. */
function standingMatch(key: string): string {
  return `not exists (select 1 from unmatch u where u.entity = new.entity and u.match = ${key})
    and not exists (select 1 from match y join undo u on u.entity = y.entity and u.undone = y.operation
      where y.entity = new.entity and y.id = ${key})
    and not exists (select 1 from match_line z
      join statement_line l on l.entity = z.entity and l.id = z.line
      join undo u on u.entity = l.entity and u.undone = l.operation
      where z.entity = new.entity and z.match = ${key})`;
}

/** Laws 2 and 3 where no program can pass them by. */
export const TRIGGERS = `
${frozen
  .map((table) =>
    table === 'operation'
      ? `create trigger operation_frozen before update on operation
           when new.actor is not null or new.salt is not null or new.digest is not old.digest
             or new.command is not old.command or new.recorded_at is not old.recorded_at
             or new.actor_digest is not old.actor_digest
           begin select raise(abort, 'operation: only the actor''s name may be erased'); end;`
      : `create trigger ${table}_frozen before update on ${table}
           begin select raise(abort, '${table}: posted rows are never changed; reverse them'); end;`,
  )
  .join('\n')}
${[...frozen, 'wording']
  .map(
    (table) => `create trigger ${table}_kept before delete on ${table}
         begin select raise(abort, '${table}: posted rows are never deleted; reverse them'); end;`,
  )
  .join('\n')}
${once}
${fixed}
create trigger wording_erased before update on wording
  when new.salt is not null or new.party is not null or new.address is not null or new.content is not null
    or new.fingerprint is not null or new.digest is not old.digest
  begin select raise(abort, 'wording: text may be erased, never changed'); end;

create trigger posting_late before insert on posting
  when exists (select 1 from entry where entity = new.entity and id = new.entry)
  begin select raise(abort, 'posting: the entry is already posted'); end;
create trigger award_part_late before insert on award_part
  when exists (select 1 from award where entity = new.entity and id = new.award)
  begin select raise(abort, 'award_part: the award is already recorded'); end;
${['line', 'entry']
  .map(
    (what) => `create trigger match_${what}_late before insert on match_${what}
  when exists (select 1 from match where entity = new.entity and id = new.match)
  begin select raise(abort, 'match_${what}: the match is already recorded'); end;`,
  )
  .join('\n')}

${ENDED.map(
  (table) => `create trigger ${table}_ended before insert on ${table}
  when exists (select 1 from ending where entity = new.entity and operation < new.operation)
  begin select raise(abort, '${table}: the book ended, and its money was handed over'); end;`,
).join('\n')}

create trigger match_made after insert on match
begin
  select raise(abort, 'match: a line of another account, or in two matches')
    where exists (select 1 from match_line m join statement_line l on l.entity = m.entity and l.id = m.line
      where m.entity = new.entity and m.match = new.id and (l.place <> new.place or exists (
        select 1 from match_line o where o.entity = m.entity and o.line = m.line and o.match <> m.match
          and ${standingMatch('o.match')})));
  select raise(abort, 'match: an entry is in two matches')
    where exists (select 1 from match_entry m
      join match_entry o on o.entity = m.entity and o.entry = m.entry and o.match <> m.match
      join match x on x.entity = o.entity and x.id = o.match and x.place = new.place
      where m.entity = new.entity and m.match = new.id and ${standingMatch('o.match')});
  select raise(abort, 'match: lines and entries differ')
    where (select coalesce(sum(l.amount), 0) from match_line m
        join statement_line l on l.entity = m.entity and l.id = m.line where m.entity = new.entity and m.match = new.id)
      <> (select coalesce(sum(case p.side when 'debit' then p.amount else -p.amount end), 0) from match_entry m
        join posting p on p.entity = m.entity and p.entry = m.entry and p.place = new.place
        where m.entity = new.entity and m.match = new.id);
end;

create trigger period_locked before insert on period_event
  when new.kind <> 'close' and exists (select 1 from period_event where entity = new.entity and kind = 'lock'
    and month >= new.month)
  begin select raise(abort, 'period_event: the year is locked'); end;

create trigger entry_posted after insert on entry
begin
  select raise(abort, 'entry: no posting')
    where not exists (select 1 from posting where entity = new.entity and entry = new.id);
  select raise(abort, 'entry: a fund is not balanced')
    where exists (select 1 from posting where entity = new.entity and entry = new.id
      group by fund having sum(case side when 'debit' then amount else -amount end) <> 0);
  select raise(abort, 'entry: amounts are positive, or negative in a reversal')
    where exists (select 1 from posting where entity = new.entity and entry = new.id
      and (amount > 0) is not (new.reverses is null));
  select raise(abort, 'entry: money lies in a place, and nothing else does')
    where exists (select 1 from posting p join account a on a.entity = p.entity and a.id = p.account
      where p.entity = new.entity and p.entry = new.id and (a.role in ('cash', 'bank')) is not (p.place is not null));
  select raise(abort, 'entry: the month is closed')
    where new.booked_on <= coalesce((
      select max(month) from period_event e where entity = new.entity and kind in ('close', 'lock') and not exists (
        select 1 from period_event r where r.entity = e.entity and r.month = e.month and r.kind = 'reopen' and r.id > e.id)
    ) || '-31', '');
  select raise(abort, 'entry: the place was counted on that day or later')
    where exists (select 1 from posting p join cash_count c on c.entity = p.entity and c.place = p.place
      where p.entity = new.entity and p.entry = new.id and c.day >= new.booked_on and c.operation < new.operation
        and not exists (select 1 from undo u where u.entity = c.entity and u.undone = c.operation));
  select raise(abort, 'entry: matched with the bank; take the match back first')
    where new.reverses is not null and exists (select 1 from match_entry m
      where m.entity = new.entity and m.entry = new.reverses and ${standingMatch('m.match')});
  select raise(abort, 'entry: before the first month')
    where new.kind <> 'opening' and new.booked_on < (select first_month from entity where entity = new.entity and id = new.entity) || '-01';
end;
`;
