import { FACTS, REGISTERS } from './schema.ts';

const frozen = [...FACTS, 'posting', 'award_part', 'operation'];

/**
 * `insert or replace` deletes what it collides with, past the triggers on delete: so no row may be inserted where its
 * key, or a name that must stay its own, is taken.
 */
const NAMES: Readonly<Record<string, string>> = {
  posting: 'entry = new.entry and line = new.line',
  award_part: 'award = new.award and line = new.line',
  award: 'id = new.id or code = new.code',
  advance: 'id = new.id or entry = new.entry',
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
};
const fixed = REGISTERS.map((register) => {
  const columns = ['entity, id', FIXED[register] ?? []].flat().join(', ');
  return `create trigger ${register}_fixed before update of ${columns} on "${register}"
         begin select raise(abort, '${register}: codes and kinds never change'); end;
       create trigger ${register}_kept before delete on "${register}"
         begin select raise(abort, '${register}: rows are never deleted'); end;`;
}).join('\n');

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
  select raise(abort, 'entry: before the first month')
    where new.kind <> 'opening' and new.booked_on < (select first_month from entity where entity = new.entity and id = new.entity) || '-01';
end;
`;
