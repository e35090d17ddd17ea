/** The version of schema.ts that this program reads and writes. */
export const SCHEMA_VERSION = 6;

/** The entity of an SQLite book, which has one. */
export const SOLE_ENTITY = 1;

/** The oldest version that migrations.ts brings to this one. */
export const OLDEST_SCHEMA = 4;

/** "phul" in ASCII: tells a book from any other SQLite file. */
export const APPLICATION_ID = 0x7068756c;

/** How an imported file is named at the prompt. */
export function documentCode(id: number): string {
  return `D${id}`;
}

/** What stands before the first operation of a chain. */
export const GENESIS: Uint8Array = new Uint8Array(32);
