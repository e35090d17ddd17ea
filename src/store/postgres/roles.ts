import { REGISTERS } from '../schema.ts';
import { tableTexts } from '../table-texts.ts';

/**
 * Who may what on a server, held by the server itself: a row in `permission` for each thing that a login may do, and
 * policies on every table that ask it. Its owner, who made the tables, is bound by none of it. A login either keeps an
 * entity's book (reads and writes it, its private fields too), or looks at it (never at private fields), or looks after
 * one unit of it: then it sees that unit's people and what they were given, and no ledger. Entity 0 means all of them.
 */

/** What a login may do: keep a book, look at it, or look after the people of one unit. */
export const PERMISSION_KINDS = ['keep', 'look', 'unit'] as const;

/** Tables whose rows change where they stand, and those that lose some; all others only grow. */
const CHANGED: readonly string[] = [...REGISTERS, 'balance_day', 'wording', 'private'];
const EMPTIED: readonly string[] = ['private', 'vault'];

/** What only the owner of the tables makes: an entity, and where it comes from. */
const PLANTED: ReadonlySet<string> = new Set(['book', 'entity']);

/** What whoever looks after a unit may see, and by which rows. */
const OF_UNIT: Readonly<Record<string, string>> = {
  book: 'id in (select entity from seen_units())',
  entity: 'entity in (select entity from seen_units())',
  unit: '(entity, id) in (select entity, unit from seen_units())',
  beneficiary: '(entity, unit) in (select entity, unit from seen_units())',
  status: '(entity, beneficiary) in (select b.entity, b.id from beneficiary b)',
  award: '(entity, unit) in (select entity, unit from seen_units())',
  award_part: '(entity, award) in (select a.entity, a.id from award a)',
  award_event: '(entity, award) in (select a.entity, a.id from award a)',
  // Not whatever else is seen: who looks at a book sees its people, and nothing private of them.
  private: `(register = 'beneficiary' and (entity, owner) in (
      select b.entity, b.id from beneficiary b join seen_units() s on s.entity = b.entity and s.unit = b.unit))
    or (register = 'award' and (entity, owner) in (
      select a.entity, a.id from award a join seen_units() s on s.entity = a.entity and s.unit = a.unit))`,
  round: 'entity in (select entity from seen_units())',
  level: 'entity in (select entity from seen_units())',
  setting: 'entity in (select entity from seen_units())',
  undo: 'entity in (select entity from seen_units())',
  account: 'entity in (select entity from seen_units())',
};

const tables = tableTexts.map(({ name }) => name);
const keyOf = (table: string) => (table === 'book' ? 'id' : 'entity');

/** A policy of a table for what is read or written. */
const policy = (table: string, name: string, rest: string) => `create policy ${name} on "${table}" ${rest};`;

const policies = tables.map((table) => {
  const key = keyOf(table);
  const hidden = table === 'private';
  const of = OF_UNIT[table];
  return [
    `alter table "${table}" enable row level security;`,
    policy(table, 'kept', `for all using (${key} in (select kept())) with check (${key} in (select kept()))`),
    // Nobody writes in another's name.
    table === 'operation'
      ? policy(table, 'signed', 'as restrictive for insert with check (actor = session_user)')
      : '',
    hidden ? '' : policy(table, 'looked_at', `for select using (${key} in (select looked_at()))`),
    of === undefined ? '' : policy(table, 'of_unit', `for select using (${of})`),
  ].join('\n');
});

/** Rights of a login on the tables, by what it may do. */
const rights = (kind: (typeof PERMISSION_KINDS)[number]): string => {
  const named = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const run = (sql: string) => `execute format('${sql.replaceAll("'", "''")} to %I', login);`;
  const seen = (kind === 'unit' ? Object.keys(OF_UNIT) : tables).filter((table) => table !== 'book');
  const grown = tables.filter((table) => !PLANTED.has(table));
  return [
    // The key of lookups is told by a function, and to few.
    run('grant select (id, uuid, created_at) on book'),
    run(`grant select on stamp, ${named(seen)}`),
    ...(kind === 'keep'
      ? [
          run(`grant insert on ${named(grown)}`),
          run(`grant update on ${named(CHANGED)}`),
          run(`grant delete on ${named(EMPTIED)}`),
        ]
      : []),
  ].join('\n    ');
};

/** Tables that one list may fill: until a server knows how many rows they have, it looks them up the slow way. */
const LEARNT: readonly string[] = [
  'wording',
  'posting',
  'entry',
  'balance_day',
  'donor',
  'change',
  'beneficiary',
  'private',
  'award',
  'award_part',
  'award_event',
  'disbursement',
  'acknowledgement',
  'statement_line',
  'status',
];

/** The owner of the tables. */
const OWNER = `(select pg_get_userbyid(relowner) from pg_class where oid = 'permission'::regclass)`;

/** Table, functions and policies; part of every new book. */
export const PERMISSIONS = `
create table permission (
  login text not null, entity bigint not null, unit bigint,
  kind text not null check (kind in ('keep', 'look', 'unit')), check ((kind = 'unit') = (unit is not null)),
  given_by text not null, given_at timestamptz not null default now(), ended_by text, ended_at timestamptz
);
create index permission_login on permission (login) where ended_at is null;
create function kept() returns setof bigint language sql stable security definer set search_path from current as $f$
  select entity from permission where login = session_user and kind = 'keep' and ended_at is null
$f$;
create function looked_at() returns setof bigint language sql stable security definer set search_path from current as $f$
  select e.entity from entity e join permission a on a.entity in (0, e.entity)
   where a.login = session_user and a.kind = 'look' and a.ended_at is null
$f$;
create function seen_units() returns table (entity bigint, unit bigint) language sql stable security definer
  set search_path from current as $f$
  with recursive under as (
    select a.entity, a.unit from permission a where a.login = session_user and a.kind = 'unit' and a.ended_at is null
    union select u.entity, u.id from unit u join under o on o.entity = u.entity and o.unit = u.parent)
  select entity, unit from under
$f$;
create function may_give(of_entity bigint) returns boolean language sql stable security definer
  set search_path from current as $f$
  select session_user = ${OWNER} or (select rolsuper from pg_roles where rolname = session_user)
    or of_entity in (select kept())
$f$;
create function give_permission(login text, of_entity bigint, of_unit bigint, as_kind text) returns void language plpgsql
  security definer set search_path from current as $f$
begin
  perform pg_advisory_xact_lock(hashtext('phucloi ' || current_schema()));
  if not may_give(of_entity) then
    raise exception using errcode = '42501', message = 'permission: given by whoever keeps the book';
  end if;
  -- Words that PostgreSQL reads as everybody, or as itself, are no logins.
  if login in ('', 'public', 'none') or login like 'pg\\_%' then
    raise exception using errcode = '42704', message = 'permission: no login';
  end if;
  if not exists (select 1 from permission a where a.login = give_permission.login and a.entity = of_entity
      and a.unit is not distinct from of_unit and a.kind = as_kind and a.ended_at is null) then
    insert into permission (login, entity, unit, kind, given_by) values (login, of_entity, of_unit, as_kind, session_user);
  end if;
  execute format('grant usage on schema %I to %I', current_schema(), login);
  if as_kind = 'keep' then
    ${rights('keep')}
  elsif as_kind = 'look' then
    ${rights('look')}
  else
    ${rights('unit')}
  end if;
end $f$;
create function end_permission(login text, of_entity bigint) returns bigint language plpgsql
  security definer set search_path from current as $f$
declare ended bigint;
begin
  perform pg_advisory_xact_lock(hashtext('phucloi ' || current_schema()));
  if not may_give(of_entity) then
    raise exception using errcode = '42501', message = 'permission: taken back by whoever keeps the book';
  end if;
  -- Every book at once only the owner gives, and takes back.
  update permission a set ended_by = session_user, ended_at = now()
   where a.login = end_permission.login and a.ended_at is null
     and (a.entity = of_entity or (a.entity = 0 and may_give(0)));
  get diagnostics ended = row_count;
  -- Who was given nothing here has what it has from somebody else.
  if ended = 0 or login = ${OWNER} then
    return ended;
  end if;
  -- What is left may be less than what the tables grant: the policies decide, row by row.
  if not exists (select 1 from permission a where a.login = end_permission.login and a.ended_at is null) then
    execute format('revoke all on all tables in schema %I from %I', current_schema(), login);
    execute format('revoke usage on schema %I from %I', current_schema(), login);
  elsif not exists (select 1 from permission a where a.login = end_permission.login and a.kind = 'keep' and a.ended_at is null) then
    execute format('revoke insert, update, delete on all tables in schema %I from %I', current_schema(), login);
  end if;
  return ended;
end $f$;
create function key_of(of_entity bigint) returns bytea language sql stable security definer
  set search_path from current as $f$
  select key from book where id = of_entity and may_give(of_entity)
$f$;
create function learn_sizes() returns void language plpgsql security definer set search_path from current as $f$
begin
  execute 'analyze ${LEARNT.join(', ')}';
end $f$;
create function permissions_of(of_entity bigint) returns setof permission language sql stable security definer
  set search_path from current as $f$
  select * from permission where entity in (0, of_entity) and may_give(of_entity)
$f$;
${policies.join('\n')}
`;
