import { AMOUNT, DAY, ROW } from './checks.ts';

/**
 * Books of units as they were taken into the sector's view: whose, how far its chain went, and the copy's own digest. Its
 * text is also what brings a book of schema 5 here (migrations.ts).
 */
export const COLLECTED = `create table collected (
  entity integer not null, id integer not null, unit integer not null, origin text not null, code text not null,
  head blob not null check (length(head) = 32), operations integer not null check (operations > 0),
  month text check (month is null or length(month) = 7), month_head blob check (month_head is null or length(month_head) = 32),
  copy_digest blob not null check (length(copy_digest) = 32),
  ${ROW},
  check ((month is null) = (month_head is null)), foreign key (entity, unit) references unit
) strict, without rowid;
create index collected_unit on collected (entity, unit);`;

/** Tables of what is appended and chained; see schema.ts. */
export const FACT_TABLES = `
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
  voucher integer, reverses integer, settles integer, clears integer, due text ${DAY('due')}, wording integer not null,
  source integer, source_row integer,
  ${ROW},
  foreign key (entity, voucher) references voucher, foreign key (entity, reverses) references entry,
  foreign key (entity, settles) references advance, foreign key (entity, clears) references entry,
  foreign key (entity, wording) references wording, foreign key (entity, source) references document
) strict, without rowid;
create index entry_day on entry (entity, booked_on);
create index entry_due on entry (entity, due) where due is not null;
create index entry_voucher on entry (entity, voucher) where voucher is not null;
create unique index entry_reverses on entry (entity, reverses) where reverses is not null;
create index entry_settles on entry (entity, settles) where settles is not null;
create index entry_clears on entry (entity, clears) where clears is not null;
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
create index posting_restriction on posting (entity, fund, restriction) where restriction is not null;
create index posting_appeal on posting (entity, appeal) where appeal is not null;
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
  unit integer not null, category text not null, area text not null, cost integer check (cost > 0) ${AMOUNT('cost')},
  payee integer, source integer, source_row integer,
  ${ROW},
  unique (entity, code),
  foreign key (entity, round) references round, foreign key (entity, beneficiary) references beneficiary,
  foreign key (entity, unit) references unit, foreign key (entity, payee) references wording,
  foreign key (entity, source) references document
) strict, without rowid;
create index award_round on award (entity, round);
create index award_beneficiary on award (entity, beneficiary, round);

create table award_part (
  entity integer not null, award integer not null, line integer not null, payer integer, outside integer,
  form text not null check (form in ('cash', 'goods')), amount integer not null check (amount > 0) ${AMOUNT('amount')},
  item integer, quantity integer check (quantity > 0), due text ${DAY('due')}, needs text,
  primary key (entity, award, line), check (payer is null or outside is null), check ((item is null) = (quantity is null)),
  foreign key (entity, award) references award deferrable initially deferred,
  foreign key (entity, payer) references fund, foreign key (entity, outside) references wording,
  foreign key (entity, item) references item
) strict, without rowid;

create table award_event (
  entity integer not null, id integer not null, award integer not null,
  kind text not null check (kind in ('approve', 'reject', 'cancel')), decision integer, wording integer,
  ${ROW},
  foreign key (entity, award) references award, foreign key (entity, decision) references decision,
  foreign key (entity, wording) references wording
) strict, without rowid;
create index award_event_award on award_event (entity, award);
create index award_event_decision on award_event (entity, decision, award) where decision is not null;

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
  entity integer not null, id integer not null, award integer not null, line integer not null, entry integer, stock integer,
  ${ROW},
  check ((entry is null) <> (stock is null)), foreign key (entity, stock) references stock,
  foreign key (entity, award, line) references award_part, foreign key (entity, entry) references entry deferrable initially deferred
) strict, without rowid;
create index disbursement_award on disbursement (entity, award, line, entry);
create index disbursement_entry on disbursement (entity, entry) where entry is not null;
create index disbursement_stock on disbursement (entity, stock) where stock is not null;

create table acknowledgement (
  entity integer not null, id integer not null, disbursement integer not null, day text not null ${DAY('day')},
  amount integer not null check (amount >= 0) ${AMOUNT('amount')},
  how text not null check (how in ('bulk', 'checked', 'listed', 'transfer')), paper text, proxy integer,
  ${ROW},
  foreign key (entity, disbursement) references disbursement, foreign key (entity, proxy) references wording
) strict, without rowid;
create index acknowledgement_disbursement on acknowledgement (entity, disbursement, day, amount);

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

create table match (
  entity integer not null, id integer not null, place integer not null,
  how text not null check (how in ('reference', 'amount', 'name', 'hand', 'posted')), wording integer,
  ${ROW},
  foreign key (entity, place) references place, foreign key (entity, wording) references wording
) strict, without rowid;

create table match_line (
  entity integer not null, match integer not null, line integer not null,
  primary key (entity, match, line),
  foreign key (entity, match) references match deferrable initially deferred,
  foreign key (entity, line) references statement_line
) strict, without rowid;
create index match_line_line on match_line (entity, line);

create table match_entry (
  entity integer not null, match integer not null, entry integer not null,
  primary key (entity, match, entry),
  foreign key (entity, match) references match deferrable initially deferred,
  foreign key (entity, entry) references entry
) strict, without rowid;
create index match_entry_entry on match_entry (entity, entry);

create table unmatch (
  entity integer not null, id integer not null, match integer not null, wording integer not null,
  ${ROW},
  unique (entity, match),
  foreign key (entity, match) references match, foreign key (entity, wording) references wording
) strict, without rowid;

create table confirmation (
  entity integer not null, id integer not null, place integer not null, day text not null ${DAY('day')},
  balance integer not null ${AMOUNT('balance')}, wording integer not null,
  ${ROW},
  foreign key (entity, place) references place, foreign key (entity, wording) references wording
) strict, without rowid;
create index confirmation_place on confirmation (entity, place, day);

create table correction (
  entity integer not null, id integer not null, entry integer not null, wording integer,
  links integer not null check (links in (0, 1)), unit integer, donor integer, reason integer,
  ${ROW},
  foreign key (entity, entry) references entry, foreign key (entity, wording) references wording,
  foreign key (entity, reason) references wording,
  foreign key (entity, unit) references unit, foreign key (entity, donor) references donor
) strict, without rowid;
create index correction_entry on correction (entity, entry);

create table attachment (
  entity integer not null, id integer not null,
  subject text not null check (subject in ('voucher', 'award', 'decision', 'document', 'appeal', 'month')),
  code text not null, file text not null, bytes_digest blob not null, size integer not null,
  ${ROW}
) strict, without rowid;
create index attachment_subject on attachment (entity, subject, code);

create table disclosure (
  entity integer not null, id integer not null, kind text not null check (kind in ('export', 'list', 'reveal')),
  scope text not null, wording integer not null,
  ${ROW},
  foreign key (entity, wording) references wording
) strict, without rowid;

create table history (
  entity integer not null, id integer not null, beneficiary integer not null, kind text not null,
  day text not null ${DAY('day')}, amount integer not null check (amount > 0) ${AMOUNT('amount')},
  wording integer not null, source integer, source_row integer,
  ${ROW},
  foreign key (entity, beneficiary) references beneficiary, foreign key (entity, wording) references wording,
  foreign key (entity, source) references document
) strict, without rowid;
create index history_beneficiary on history (entity, beneficiary);

create table stock (
  entity integer not null, id integer not null, item integer not null, fund integer not null, voucher integer,
  day text not null ${DAY('day')}, quantity integer not null check (quantity <> 0), cost integer not null ${AMOUNT('cost')},
  entry integer, award integer, part integer, serials text, reverses integer,
  ${ROW},
  foreign key (entity, item) references item, foreign key (entity, fund) references fund,
  foreign key (entity, voucher) references voucher,
  foreign key (entity, entry) references entry,
  foreign key (entity, award, part) references award_part, foreign key (entity, reverses) references stock
) strict, without rowid;
create index stock_voucher on stock (entity, voucher);
create index stock_item on stock (entity, fund, item, day);
create unique index stock_reverses on stock (entity, reverses) where reverses is not null;

create table status (
  entity integer not null, id integer not null, beneficiary integer not null,
  state text not null check (state in ('active', 'paused', 'retired', 'left', 'died', 'moved')), unit integer,
  day text not null ${DAY('day')}, document text,
  ${ROW},
  check ((state = 'moved') = (unit is not null)),
  foreign key (entity, beneficiary) references beneficiary, foreign key (entity, unit) references unit
) strict, without rowid;
create index status_beneficiary on status (entity, beneficiary, day);

create table paper (
  entity integer not null, id integer not null, award integer not null, kind text not null,
  number text not null, day text not null ${DAY('day')}, due text ${DAY('due')}, wording integer,
  ${ROW},
  foreign key (entity, award) references award, foreign key (entity, wording) references wording
) strict, without rowid;
create index paper_award on paper (entity, award);
create index paper_due on paper (entity, due) where due is not null;

create table waiver (
  entity integer not null, id integer not null, award integer not null, rule text not null, decision text,
  wording integer not null,
  ${ROW},
  foreign key (entity, award) references award, foreign key (entity, wording) references wording
) strict, without rowid;
create index waiver_award on waiver (entity, award);

create table distinction (
  entity integer not null, id integer not null, one integer not null, other integer not null, wording integer not null,
  ${ROW},
  check (one < other), foreign key (entity, one) references beneficiary, foreign key (entity, other) references beneficiary,
  foreign key (entity, wording) references wording
) strict, without rowid;
create index distinction_one on distinction (entity, one, other);

create table reported (
  entity integer not null, id integer not null, round integer not null, award integer,
  amount integer not null check (amount >= 0) ${AMOUNT('amount')}, day text not null ${DAY('day')},
  wording integer, source integer not null, source_row integer not null,
  ${ROW},
  foreign key (entity, round) references round, foreign key (entity, award) references award,
  foreign key (entity, wording) references wording, foreign key (entity, source) references document
) strict, without rowid;
create index reported_round on reported (entity, round);

${COLLECTED}
`;
