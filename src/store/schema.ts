/**
 * The book's tables. Every key leads with the entity. Registers (entity … setting) may change, and each change appends a
 * row to `change`. Facts (document … acceptance) are only ever inserted: triggers refuse update and delete. `wording`
 * keeps people's text, the one thing that may be erased.
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
  'setting',
] as const;
export type Register = (typeof REGISTERS)[number];

/** Tables whose rows are appended and chained. */
export const FACTS = [
  'acceptance',
  'acknowledgement',
  'advance',
  'award',
  'award_event',
  'cash_count',
  'change',
  'decision',
  'disbursement',
  'document',
  'entry',
  'handout',
  'period_event',
  'statement',
  'statement_break',
  'statement_line',
  'undo',
  'voucher',
] as const;
export type FactTable = (typeof FACTS)[number];

const DAY = (column: string) =>
  `check (${column} is null or (length(${column}) = 10 and date(${column}) is ${column}))`;
const AMOUNT = (column: string) => `check (${column} between -9007199254740991 and 9007199254740991)`;
const ROW = `operation integer not null, digest blob not null check (length(digest) = 32),
  primary key (entity, id),
  foreign key (entity, operation) references operation deferrable initially deferred`;

export const TABLES = `
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
  kind text not null check (kind in ('own', 'held')), owner text not null, salt blob not null,
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
  staff_no text, card_no text, joined text ${DAY('joined')}, left_on text ${DAY('left_on')},
  withdrawn integer not null check (withdrawn in (0, 1)), salt blob not null,
  primary key (entity, id), unique (entity, code),
  foreign key (entity, unit) references unit, foreign key (entity, relative_of) references beneficiary
) strict, without rowid;
create index beneficiary_folded on beneficiary (entity, folded);

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
  kind text not null check (kind in ('gift', 'hardship', 'home')), name text not null,
  day text not null ${DAY('day')}, salt blob not null,
  primary key (entity, id), unique (entity, code)
) strict, without rowid;

create table level (
  entity integer not null, id integer not null, round integer not null, category text not null,
  amount integer not null check (amount > 0), salt blob not null,
  primary key (entity, id), unique (entity, round, category), foreign key (entity, round) references round
) strict, without rowid;

create table setting (
  entity integer not null, id integer not null, name text not null, value text not null, salt blob not null,
  primary key (entity, id), unique (entity, name)
) strict, without rowid;

create table private (
  entity integer not null, register text not null check (register in ('beneficiary', 'place', 'award')),
  owner integer not null, field text not null check (field in ('id', 'phone', 'account', 'reason')),
  value text not null, lookup blob not null,
  primary key (entity, register, owner, field)
) strict, without rowid;
create index private_lookup on private (entity, field, lookup);

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

create table document (
  entity integer not null, id integer not null, kind text not null, fund integer, file text not null,
  bytes_digest blob not null, normal_digest blob not null, rows integer not null, accepted integer not null,
  total integer not null ${AMOUNT('total')}, supplements integer, replaces integer, flagged integer not null,
  rejected integer not null, choice text not null,
  ${ROW},
  foreign key (entity, fund) references fund, foreign key (entity, supplements) references document,
  foreign key (entity, replaces) references document
) strict, without rowid;
create index document_normal on document (entity, kind, normal_digest);

create table statement (
  entity integer not null, id integer not null, document integer not null, place integer not null, bank text not null,
  from_day text not null ${DAY('from_day')}, to_day text not null ${DAY('to_day')},
  opening integer ${AMOUNT('opening')}, closing integer ${AMOUNT('closing')},
  credits integer not null check (credits >= 0) ${AMOUNT('credits')},
  debits integer not null check (debits >= 0) ${AMOUNT('debits')}, checked integer not null,
  ${ROW},
  unique (entity, document),
  foreign key (entity, document) references document, foreign key (entity, place) references place
) strict, without rowid;
create index statement_place on statement (entity, place, from_day);

create table statement_line (
  entity integer not null, id integer not null, statement integer not null, row integer not null,
  place integer not null, day text not null ${DAY('day')}, clock text not null,
  amount integer not null check (amount <> 0) ${AMOUNT('amount')}, balance integer ${AMOUNT('balance')},
  reference text not null, kind text not null, wording integer not null,
  ${ROW},
  foreign key (entity, statement) references statement, foreign key (entity, place) references place,
  foreign key (entity, wording) references wording
) strict, without rowid;
create index statement_line_day on statement_line (entity, place, day);
create index statement_line_statement on statement_line (entity, statement);

create table statement_break (
  entity integer not null, id integer not null, statement integer not null, row integer not null,
  expected integer not null ${AMOUNT('expected')}, found integer not null ${AMOUNT('found')}, wording integer not null,
  ${ROW},
  foreign key (entity, statement) references statement, foreign key (entity, wording) references wording
) strict, without rowid;

create table undo (
  entity integer not null, id integer not null, undone integer not null, wording integer not null,
  ${ROW},
  unique (entity, undone),
  foreign key (entity, undone) references operation, foreign key (entity, wording) references wording
) strict, without rowid;

create table voucher (
  entity integer not null, id integer not null, kind text not null check (kind in ('PT', 'PC', 'BC', 'BN', 'PKT', 'NK', 'XK')),
  series integer not null, year integer not null, number integer not null check (number > 0),
  code text not null, day text not null ${DAY('day')}, fund integer not null, place integer,
  book_no text, paper_no text, papers integer not null, wording integer not null,
  ${ROW},
  unique (entity, kind, series, year, number),
  foreign key (entity, fund) references fund, foreign key (entity, place) references place,
  foreign key (entity, wording) references wording
) strict, without rowid;
create index voucher_code on voucher (entity, code);
create index voucher_day on voucher (entity, day);

create table entry (
  entity integer not null, id integer not null, kind text not null,
  booked_on text not null ${DAY('booked_on')}, own_day text ${DAY('own_day')},
  document_no text, document_on text ${DAY('document_on')},
  voucher integer, reverses integer, settles integer, wording integer not null,
  source integer, source_row integer,
  ${ROW},
  foreign key (entity, voucher) references voucher, foreign key (entity, reverses) references entry,
  foreign key (entity, settles) references advance,
  foreign key (entity, wording) references wording, foreign key (entity, source) references document
) strict, without rowid;
create index entry_day on entry (entity, booked_on);
create index entry_voucher on entry (entity, voucher) where voucher is not null;
create unique index entry_reverses on entry (entity, reverses) where reverses is not null;
create index entry_settles on entry (entity, settles) where settles is not null;
create index entry_source on entry (entity, source) where source is not null;

create table posting (
  entity integer not null, entry integer not null, line integer not null,
  account integer not null, fund integer not null, place integer, side text not null check (side in ('debit', 'credit')),
  amount integer not null check (amount <> 0) ${AMOUNT('amount')},
  item text, restriction text, appeal text, unit integer, beneficiary integer, donor integer,
  award integer, part integer, holder integer,
  primary key (entity, entry, line),
  foreign key (entity, entry) references entry deferrable initially deferred,
  foreign key (entity, account) references account, foreign key (entity, fund) references fund,
  foreign key (entity, place) references place, foreign key (entity, unit) references unit, foreign key (entity, beneficiary) references beneficiary,
  foreign key (entity, donor) references donor, foreign key (entity, holder) references holder,
  foreign key (entity, award, part) references award_part
) strict, without rowid;
create index posting_beneficiary on posting (entity, beneficiary) where beneficiary is not null;
create index posting_holder on posting (entity, holder) where holder is not null;

create table balance_day (
  entity integer not null, account integer not null, fund integer not null, place integer not null,
  day text not null, debit integer not null ${AMOUNT('debit')}, credit integer not null ${AMOUNT('credit')},
  primary key (entity, account, fund, place, day)
) strict, without rowid;

create table decision (
  entity integer not null, id integer not null, round integer not null, number text not null,
  day text not null ${DAY('day')}, wording integer not null,
  expecting text, expecting_amount integer, expecting_document text,
  ${ROW},
  foreign key (entity, round) references round, foreign key (entity, wording) references wording
) strict, without rowid;

create table award (
  entity integer not null, id integer not null, code text not null, round integer not null, beneficiary integer not null,
  unit integer not null, category text not null, source integer, source_row integer,
  ${ROW},
  unique (entity, code),
  foreign key (entity, round) references round, foreign key (entity, beneficiary) references beneficiary,
  foreign key (entity, unit) references unit, foreign key (entity, source) references document
) strict, without rowid;
create index award_round on award (entity, round);
create index award_beneficiary on award (entity, beneficiary);

create table award_part (
  entity integer not null, award integer not null, line integer not null, payer integer, outside integer,
  form text not null check (form in ('cash', 'goods')), amount integer not null check (amount > 0) ${AMOUNT('amount')},
  primary key (entity, award, line), check (payer is null or outside is null),
  foreign key (entity, award) references award deferrable initially deferred,
  foreign key (entity, payer) references fund, foreign key (entity, outside) references wording
) strict, without rowid;

create table award_event (
  entity integer not null, id integer not null, award integer not null,
  kind text not null check (kind in ('approve', 'reject', 'cancel')), decision integer, wording integer,
  ${ROW},
  foreign key (entity, award) references award, foreign key (entity, decision) references decision,
  foreign key (entity, wording) references wording
) strict, without rowid;
create index award_event_award on award_event (entity, award);

create table advance (
  entity integer not null, id integer not null, entry integer not null, holder integer not null, place integer not null,
  due text ${DAY('due')},
  ${ROW},
  unique (entity, entry),
  foreign key (entity, entry) references entry deferrable initially deferred,
  foreign key (entity, holder) references holder, foreign key (entity, place) references place
) strict, without rowid;
create index advance_holder on advance (entity, holder);

create table handout (
  entity integer not null, id integer not null, award integer not null, line integer not null, advance integer not null,
  ${ROW},
  foreign key (entity, award, line) references award_part, foreign key (entity, advance) references advance
) strict, without rowid;
create index handout_award on handout (entity, award);
create index handout_advance on handout (entity, advance);

create table disbursement (
  entity integer not null, id integer not null, award integer not null, line integer not null, entry integer not null,
  ${ROW},
  foreign key (entity, award, line) references award_part, foreign key (entity, entry) references entry deferrable initially deferred
) strict, without rowid;
create index disbursement_award on disbursement (entity, award);
create index disbursement_entry on disbursement (entity, entry);

create table acknowledgement (
  entity integer not null, id integer not null, disbursement integer not null, day text not null ${DAY('day')},
  how text not null check (how in ('bulk', 'checked', 'listed')), paper text, wording integer,
  ${ROW},
  foreign key (entity, disbursement) references disbursement, foreign key (entity, wording) references wording
) strict, without rowid;
create index acknowledgement_disbursement on acknowledgement (entity, disbursement);

create table cash_count (
  entity integer not null, id integer not null, place integer not null, day text not null ${DAY('day')},
  total integer not null check (total >= 0) ${AMOUNT('total')}, notes text not null, wording integer not null,
  ${ROW},
  foreign key (entity, place) references place, foreign key (entity, wording) references wording
) strict, without rowid;
create index cash_count_place on cash_count (entity, place, day);

create table period_event (
  entity integer not null, id integer not null, month text not null check (length(month) = 7),
  kind text not null check (kind in ('close', 'reopen', 'lock')), head blob not null, wording integer not null,
  ${ROW},
  foreign key (entity, wording) references wording
) strict, without rowid;
create index period_event_month on period_event (entity, month);

create table acceptance (
  entity integer not null, id integer not null, finding text not null, until_day text not null ${DAY('until_day')},
  wording integer not null,
  ${ROW},
  foreign key (entity, wording) references wording
) strict, without rowid;
`;
