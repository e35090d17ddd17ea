import { AMOUNT, DAY, ROW } from './checks.ts';
import { FACT_TABLES } from './schema-facts.ts';
import { ENDING, UNIT_FACTS } from './schema-units.ts';

/**
 * The book's tables. Every key leads with the entity. Registers (entity … setting) may change, and each change appends a
 * row to `change`. Facts (document … acceptance) are only ever inserted: triggers refuse update and delete. `wording`
 * keeps people's text, the one thing that may be erased. `vault` has rows where private fields are encrypted: their
 * key, wrapped once for each secret that opens it.
 */

/** Tables whose rows may change, each change leaving a digest in `change`; in the order in which they may refer to each other. */
export const REGISTERS = [
  'entity',
  'account',
  'place',
  'fund',
  'purpose',
  'officer',
  'unit',
  'beneficiary',
  'holder',
  'donor',
  'alias',
  'round',
  'level',
  'quota',
  'rule',
  'appeal',
  'target',
  'item',
  'setting',
] as const;
export type Register = (typeof REGISTERS)[number];

/** Tables whose rows are appended and chained. */
export const FACTS = [
  'acceptance',
  'acknowledgement',
  'advance',
  'attachment',
  'award',
  'award_event',
  'cash_count',
  'change',
  'collected',
  'confirmation',
  'correction',
  'decision',
  'departure',
  'disbursement',
  'disclosure',
  'distinction',
  'document',
  'ending',
  'entry',
  'handout',
  'history',
  'match',
  'paper',
  'period_event',
  'placement',
  'reported',
  'statement',
  'statement_break',
  'statement_line',
  'status',
  'stock',
  'succession',
  'undo',
  'unmatch',
  'voucher',
  'waiver',
] as const;
export type FactTable = (typeof FACTS)[number];

/** Its text is also what brings a book of schema 4 here (migrations.ts): there is one, so they cannot differ. */
export const VAULT = `create table vault (
  entity integer not null, opened_by text not null check (opened_by in ('passphrase', 'recovery')),
  cost integer not null, salt blob not null, wrapped blob not null,
  primary key (entity, opened_by)
) strict, without rowid;`;

const REGISTER_TABLES = `
create table book (
  id integer primary key check (id = 1),
  uuid text not null,
  key blob not null,
  created_at text not null
) strict;

create table entity (
  entity integer not null, id integer not null, code text not null, name text not null, above text not null,
  town text not null, language text not null check (language in ('vi', 'en')),
  first_month text not null check (length(first_month) = 7), series text not null check (series in ('fund', 'entity')),
  salt blob not null,
  primary key (entity, id), unique (code)
) strict, without rowid;

create table account (
  entity integer not null, id integer not null, role text not null, held integer not null check (held in (0, 1)),
  number text not null, name text not null, salt blob not null,
  primary key (entity, id), unique (entity, role, held)
) strict, without rowid;

create table place (
  entity integer not null, id integer not null, code text not null, name text not null,
  kind text not null check (kind in ('cash', 'bank')), holder text, home_fund integer, salt blob not null,
  primary key (entity, id), unique (entity, code),
  foreign key (entity, home_fund) references fund deferrable initially deferred
) strict, without rowid;

create table fund (
  entity integer not null, id integer not null, code text not null, name text not null,
  kind text not null check (kind in ('own', 'held')), owner text not null, remit_by text ${DAY('remit_by')}, salt blob not null,
  primary key (entity, id), unique (entity, code), check ((kind = 'held') = (owner <> ''))
) strict, without rowid;

create table purpose (
  entity integer not null, id integer not null, fund integer not null, name text not null,
  from_day text not null ${DAY('from_day')}, to_day text ${DAY('to_day')}, document text, salt blob not null,
  primary key (entity, id), foreign key (entity, fund) references fund
) strict, without rowid;

create table officer (
  entity integer not null, id integer not null, role text not null, name text not null,
  from_day text not null ${DAY('from_day')}, to_day text ${DAY('to_day')}, salt blob not null,
  primary key (entity, id)
) strict, without rowid;

create table unit (
  entity integer not null, id integer not null, code text not null, name text not null, folded text not null,
  kind text not null check (kind in ('sector', 'grassroots', 'section', 'group')), parent integer,
  from_day text ${DAY('from_day')}, to_day text ${DAY('to_day')}, successor integer,
  withdrawn integer not null check (withdrawn in (0, 1)), salt blob not null,
  primary key (entity, id), unique (entity, code),
  foreign key (entity, parent) references unit, foreign key (entity, successor) references unit
) strict, without rowid;

create table beneficiary (
  entity integer not null, id integer not null, code text not null,
  kind text not null check (kind in ('member', 'relative', 'worker')), unit integer not null, relative_of integer,
  name text not null, sort_key text not null, folded text not null, born text,
  staff_no text, card_no text, joined text ${DAY('joined')}, merged_into integer,
  withdrawn integer not null check (withdrawn in (0, 1)), salt blob not null,
  primary key (entity, id), unique (entity, code),
  foreign key (entity, unit) references unit, foreign key (entity, relative_of) references beneficiary,
  foreign key (entity, merged_into) references beneficiary
) strict, without rowid;
create index beneficiary_folded on beneficiary (entity, folded);
create index beneficiary_merged on beneficiary (entity, merged_into) where merged_into is not null;
create index beneficiary_relative on beneficiary (entity, relative_of) where relative_of is not null;

create table holder (
  entity integer not null, id integer not null, code text not null, name text not null, folded text not null,
  salt blob not null,
  primary key (entity, id), unique (entity, code), unique (entity, folded)
) strict, without rowid;

create table donor (
  entity integer not null, id integer not null, code text not null, name text not null, folded text not null,
  beneficiary integer, unit integer, salt blob not null,
  primary key (entity, id), unique (entity, code), check (beneficiary is null or unit is null),
  foreign key (entity, beneficiary) references beneficiary, foreign key (entity, unit) references unit
) strict, without rowid;

create table alias (
  entity integer not null, id integer not null, written text not null, donor integer not null,
  same integer not null check (same in (0, 1)), salt blob not null,
  primary key (entity, id), unique (entity, written, donor),
  foreign key (entity, donor) references donor
) strict, without rowid;

create table round (
  entity integer not null, id integer not null, code text not null,
  kind text not null check (kind in ('gift', 'hardship', 'visit', 'home')), name text not null,
  day text not null ${DAY('day')}, tet integer check (tet between 1900 and 2100), cut_off text ${DAY('cut_off')},
  list_by text ${DAY('list_by')}, pay_by text ${DAY('pay_by')}, sign_by text ${DAY('sign_by')}, standing text,
  twice text not null check (twice in ('refuse', 'part')), previous integer, salt blob not null,
  primary key (entity, id), unique (entity, code), foreign key (entity, previous) references round
) strict, without rowid;

create table level (
  entity integer not null, id integer not null, round integer not null, category text not null,
  amount integer not null check (amount > 0), salt blob not null,
  primary key (entity, id), unique (entity, round, category), foreign key (entity, round) references round
) strict, without rowid;

create table quota (
  entity integer not null, id integer not null, round integer not null, unit integer not null,
  people integer check (people >= 0), amount integer check (amount >= 0) ${AMOUNT('amount')}, salt blob not null,
  primary key (entity, id), unique (entity, round, unit),
  foreign key (entity, round) references round, foreign key (entity, unit) references unit
) strict, without rowid;

create table rule (
  entity integer not null, id integer not null, code text not null,
  kind text not null check (kind in ('gift', 'hardship', 'visit', 'home')),
  what text not null check (what in ('cap', 'level', 'times', 'years', 'who', 'units', 'paper')),
  body text not null, category text not null, area text not null,
  from_day text not null ${DAY('from_day')}, to_day text ${DAY('to_day')}, value text not null, source text not null,
  verified integer not null check (verified in (0, 1)), force text not null check (force in ('refuse', 'warn')),
  salt blob not null,
  primary key (entity, id), unique (entity, code, from_day)
) strict, without rowid;

create table appeal (
  entity integer not null, id integer not null, code text not null, name text not null, fund integer not null,
  share_fund integer, share integer check (share between 1 and 99), goal integer check (goal > 0) ${AMOUNT('goal')},
  from_day text not null ${DAY('from_day')}, due text ${DAY('due')}, document text, salt blob not null,
  primary key (entity, id), unique (entity, code), check ((share_fund is null) = (share is null)),
  foreign key (entity, fund) references fund, foreign key (entity, share_fund) references fund
) strict, without rowid;

create table target (
  entity integer not null, id integer not null, appeal integer not null, unit integer not null,
  amount integer not null check (amount >= 0) ${AMOUNT('amount')},
  pledged integer check (pledged >= 0) ${AMOUNT('pledged')}, salt blob not null,
  primary key (entity, id), unique (entity, appeal, unit),
  foreign key (entity, appeal) references appeal, foreign key (entity, unit) references unit
) strict, without rowid;

create table item (
  entity integer not null, id integer not null, code text not null, name text not null, measure text not null,
  face integer check (face > 0) ${AMOUNT('face')}, salt blob not null,
  primary key (entity, id), unique (entity, code)
) strict, without rowid;

create table setting (
  entity integer not null, id integer not null, name text not null, value text not null, salt blob not null,
  primary key (entity, id), unique (entity, name)
) strict, without rowid;

create table private (
  entity integer not null, register text not null check (register in ('beneficiary', 'place', 'award')),
  owner integer not null, field text not null check (field in ('id', 'former', 'spouse', 'phone', 'account', 'bank', 'reason')),
  value text not null, lookup blob not null,
  primary key (entity, register, owner, field)
) strict, without rowid;
create index private_lookup on private (entity, field, lookup);

${VAULT}

create table operation (
  entity integer not null, id integer not null, command text not null, recorded_at text not null,
  actor text, salt blob, actor_digest blob not null, digest blob not null check (length(digest) = 32),
  primary key (entity, id)
) strict, without rowid;

create table change (
  entity integer not null, id integer not null, register text not null, key integer not null, columns text not null,
  ${ROW}
) strict, without rowid;
create index change_key on change (entity, register, key);

create table wording (
  entity integer not null, id integer not null, digest blob not null check (length(digest) = 32),
  salt blob, party text, address text, content text, fingerprint blob,
  primary key (entity, id), check ((salt is null) = (party is null) and (salt is null) = (content is null))
) strict, without rowid;
`;

export const TABLES = `${REGISTER_TABLES}
${FACT_TABLES}${UNIT_FACTS}${ENDING}`;
