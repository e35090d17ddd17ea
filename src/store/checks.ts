/** A check that a column holds a day of the calendar, or nothing. */
export const DAY = (column: string) =>
  `check (${column} is null or (length(${column}) = 10 and date(${column}) is ${column}))`;
/** A check that a column holds dong that a number holds whole. */
export const AMOUNT = (column: string) => `check (${column} between -9007199254740991 and 9007199254740991)`;
/**
 * What every appended row ends with. Its operation is written last, over all its rows: a foreign key to it would make SQLite
 * search every table for each operation. That it is there is what the chain proves (verify.ts).
 */
export const ROW = `operation integer not null, digest blob not null check (length(digest) = 32),
  primary key (entity, id)`;
