import { DAY, ROW } from './checks.ts';

/**
 * What became of units, as facts: which unit took over another, or a part of it (`ended = 0`); under which unit one
 * stands from a day on, and under which it stood until then; which unit a person left by a change of status. Its text is
 * also what brings a book of schema 5 here (migrations.ts).
 */
export const UNIT_FACTS = `
create table succession (
  entity integer not null, id integer not null, unit integer not null, successor integer,
  day text not null ${DAY('day')}, ended integer not null check (ended in (0, 1)), document text,
  ${ROW},
  check (successor is null or successor <> unit),
  foreign key (entity, unit) references unit, foreign key (entity, successor) references unit
) strict, without rowid;
create index succession_unit on succession (entity, unit);

create table placement (
  entity integer not null, id integer not null, unit integer not null, parent integer, former integer,
  day text not null ${DAY('day')}, document text,
  ${ROW},
  check (parent is null or parent <> unit),
  foreign key (entity, unit) references unit, foreign key (entity, parent) references unit,
  foreign key (entity, former) references unit
) strict, without rowid;
create index placement_unit on placement (entity, unit);

create table departure (
  entity integer not null, id integer not null, status integer not null, unit integer not null,
  ${ROW},
  unique (entity, status),
  foreign key (entity, status) references status, foreign key (entity, unit) references unit
) strict, without rowid;
`;

/** A book that ended: from this operation on nothing more is posted in it. */
export const ENDING = `
create table ending (
  entity integer not null, id integer not null, day text not null ${DAY('day')}, document text not null,
  wording integer not null,
  ${ROW},
  foreign key (entity, wording) references wording
) strict, without rowid;
`;
