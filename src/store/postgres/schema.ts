import { PERMISSIONS } from './roles.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../codes.ts';
import { indexTexts, tableTexts, type ColumnText } from '../table-texts.ts';
import { LAWS, type Law } from '../triggers.ts';

/**
 * The book's tables for PostgreSQL, made of the one text that says them (../schema.ts): integers of 64 bits, text that
 * sorts by its bytes as SQLite's does, references added when every table is there. A book has a row in `book` for each
 * entity that it holds: whose origin each one is, and its key.
 */
const TYPES = { integer: 'bigint', blob: 'bytea', text: 'text collate "C"' } as const;

function columnText({ name, type, rest }: ColumnText): string {
  // SQLite has one entity, and so one row.
  const checks = rest.replace('check (id = 1)', '').replaceAll(/date\((\w+)\) is \1/g, 'is_day($1)');
  return `"${name}" ${TYPES[type]}${checks}`;
}

/** What SQLite has and PostgreSQL has not, or not under that name. */
const FUNCTIONS = `
create function is_day(day text) returns boolean language sql immutable parallel safe as $f$
  select day ~ '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' and right(day, 2) <= case
    when substr(day, 6, 2) in ('04', '06', '09', '11') then '30'
    when substr(day, 6, 2) <> '02' then '31'
    when left(day, 4)::int % 4 = 0 and (left(day, 4)::int % 100 <> 0 or left(day, 4)::int % 400 = 0) then '29'
    else '28' end
$f$;
create function each_key(keys text) returns table (value bigint) language sql immutable as $f$
  select key::bigint from json_array_elements_text(keys::json) as key
$f$;
create function each_key(codes text, path text) returns table (value text) language sql immutable as $f$
  select code from json_array_elements_text(codes::json) as code
$f$;
create function julianday(day text) returns bigint language sql immutable as $f$ select day::date - date '2000-01-01' $f$;
create function gathered(so_far text, value anyelement) returns text language sql immutable as $f$
  select case so_far when '[]' then '[' else left(so_far, -1) || ',' end || coalesce(to_json(value)::text, 'null') || ']'
$f$;
create aggregate json_group_array(anyelement) (sfunc = gathered, stype = text, initcond = '[]');
`;

/** What a law says to whoever would break it. */
const LAW_CODE = 'PHL01';

/** What the function of a law does: the server keeps it as it is written here. */
export function lawBody({ at, refuses }: Law): string {
  const conditions = refuses.map(({ message, where = 'true' }) => {
    const said = message.replaceAll("'", "''");
    return `  if ${where} then raise exception using errcode = '${LAW_CODE}', message = '${said}'; end if;`;
  });
  return `
begin
${conditions.join('\n')}
  return ${at === 'before delete' ? 'old' : 'new'};
end `;
}

/**
 * A plan that was made while a table was empty is no plan for a list of many rows: it may go through every entry of the
 * entity for each. So a law is planned anew each time that it is asked.
 */
function lawText(law: Law): string {
  const { name, table, at, of } = law;
  return `create function ${name}() returns trigger language plpgsql set search_path from current as $f$${lawBody(law)}$f$;
create trigger ${name} ${at}${of === undefined ? '' : ` of ${of}`} on "${table}" for each row execute function ${name}();`;
}

/** No table is emptied at one stroke, past the triggers of its rows. */
const truncated = `create function never_emptied() returns trigger language plpgsql as $f$
begin
  raise exception using errcode = '${LAW_CODE}', message = 'tables of a book are never emptied';
end $f$;
${tableTexts.map(({ name }) => `create trigger ${name}_never_emptied before truncate on "${name}" execute function never_emptied();`).join('\n')}`;

/** Everything that a new book is made of, in a namespace of its own that the connection looks into. */
export const BOOK_SCHEMA = [
  `create table stamp (application bigint not null, version bigint not null);
insert into stamp values (${APPLICATION_ID}, ${SCHEMA_VERSION});`,
  FUNCTIONS,
  ...tableTexts.map(
    ({ name, columns, rules }) =>
      `create table "${name}" (\n  ${[...columns.map(columnText), ...rules].join(',\n  ')}\n);`,
  ),
  ...indexTexts,
  ...tableTexts.flatMap(({ name, references }) =>
    references.map((reference) => `alter table "${name}" add ${reference};`),
  ),
  ...LAWS.filter(({ replacing }) => replacing !== true).map(lawText),
  truncated,
  PERMISSIONS,
].join('\n');
