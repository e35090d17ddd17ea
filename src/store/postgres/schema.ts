import { APPLICATION_ID, SCHEMA_VERSION } from '../codes.ts';
import { TABLES } from '../schema.ts';
import { LAWS, type Law } from '../triggers.ts';

/**
 * The book's tables for PostgreSQL, made of the one text that says them (../schema.ts): integers of 64 bits, text that
 * sorts by its bytes as SQLite's does, references added when every table is there. A book has a row in `book` for each
 * entity that it holds: whose origin each one is, and its key.
 */
interface Table {
  readonly name: string;
  /** Columns, keys and checks. */
  readonly clauses: readonly string[];
  readonly references: readonly string[];
}

const TABLE = /create table (\w+) \(\n(.*?)\n\) strict(?:, without rowid)?;/gs;
const INDEX = /create (?:unique )?index [^;]+;/g;

const tables: readonly Table[] = [...TABLES.matchAll(TABLE)].map(([, name = '', body = '']) => {
  const clauses = clausesOf(body);
  const isReference = (clause: string) => clause.startsWith('foreign key');
  return {
    name,
    clauses: clauses.filter((clause) => !isReference(clause)),
    references: clauses.filter(isReference),
  };
});

/** The names of the tables, in the order in which they are made. */
export const TABLE_NAMES: readonly string[] = tables.map(({ name }) => name);

function clausesOf(body: string): string[] {
  const clauses = [''];
  let depth = 0;
  for (const letter of body) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) clauses.push('');
    else clauses[clauses.length - 1] += letter;
  }
  return clauses.map((clause) => clause.trim());
}

const TYPES: Readonly<Record<string, string>> = {
  integer: 'bigint',
  blob: 'bytea',
  text: 'text collate "C"',
};

function columnText(clause: string): string {
  const [, name = '', type = '', rest = ''] = /^(\w+) (integer|blob|text)\b(.*)$/s.exec(clause) ?? [];
  if (name === '') return clause;
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
export const LAW_CODE = 'PHL01';

function lawText({ name, table, at, of, refuses }: Law): string {
  const conditions = refuses.map(({ message, where = 'true' }) => {
    const said = message.replaceAll("'", "''");
    return `  if ${where} then raise exception using errcode = '${LAW_CODE}', message = '${said}'; end if;`;
  });
  const row = at === 'before delete' ? 'old' : 'new';
  return `create function ${name}() returns trigger language plpgsql set search_path from current as $f$
begin
${conditions.join('\n')}
  return ${row};
end $f$;
create trigger ${name} ${at}${of === undefined ? '' : ` of ${of}`} on "${table}" for each row execute function ${name}();`;
}

/** No table is emptied at one stroke, past the triggers of its rows. */
const truncated = `create function never_emptied() returns trigger language plpgsql as $f$
begin
  raise exception using errcode = '${LAW_CODE}', message = 'tables of a book are never emptied';
end $f$;
${tables.map(({ name }) => `create trigger ${name}_never_emptied before truncate on "${name}" execute function never_emptied();`).join('\n')}`;

/** Everything that a new book is made of, in a namespace of its own that the connection looks into. */
export const BOOK_SCHEMA = [
  `create table stamp (application bigint not null, version bigint not null);
insert into stamp values (${APPLICATION_ID}, ${SCHEMA_VERSION});`,
  FUNCTIONS,
  ...tables.map(
    ({ name, clauses }) => `create table "${name}" (\n  ${clauses.map(columnText).join(',\n  ')}\n);`,
  ),
  ...(TABLES.match(INDEX) ?? []),
  ...tables.flatMap(({ name, references }) =>
    references.map((reference) => `alter table "${name}" add ${reference};`),
  ),
  ...LAWS.filter(({ replacing }) => replacing !== true).map(lawText),
  truncated,
].join('\n');
