/** Tests of the book that hold on a server as well as in a file: each is run in both. */
export const ON_THE_SERVER: readonly string[] = [
  'test/transcript/transcript.test.ts',
  'test/check/check.test.ts',
  'test/failure/failure.test.ts',
  'test/tutorial/tutorial.test.ts',
  'test/contract/chain.test.ts',
  'test/contract/close.test.ts',
  'test/contract/corrections.test.ts',
  'test/contract/ledger.test.ts',
  'test/contract/many.test.ts',
  'test/contract/tet-round.test.ts',
  'test/contract/transfers.test.ts',
];

const FILES = 'copies of the book as files, beside it';
const BROUGHT =
  "units' files are brought to a file; on a server they lie side by side (test/server/collection.test.ts)";
const OPENED = 'opens or names the file phucloi.db itself';

/** Transcripts of these tests that are about a book's file, and why: they are not run on a server. */
export const ABOUT_FILES: Readonly<Record<string, string>> = {
  'transcript/backup': FILES,
  'transcript/restore': FILES,
  'transcript/migrate': 'an older book, which SQLite alone has',
  'transcript/doctor': 'the disk and the folder that the book lies on',
  'transcript/completion': 'a file in the place of the book that is none',
  'transcript/collect': BROUGHT,
  'transcript/collect-check': BROUGHT,
  'transcript/book-copy': 'ends with what a file answers where logins are asked for',
  'transcript/config': 'the name of the file in the configuration',
  'failure/backup.foreign': FILES,
  'failure/backup.other': FILES,
  'failure/book.exists': OPENED,
  'failure/book.older': 'an older book, which SQLite alone has',
  'failure/role.file': 'a file has no logins',
  'failure/collect.copied': BROUGHT,
  'failure/collect.foreign': BROUGHT,
  'failure/collect.forked': BROUGHT,
  'failure/collect.head': BROUGHT,
  'failure/collect.older': BROUGHT,
  'failure/collect.other': BROUGHT,
  'failure/collect.refused': BROUGHT,
  'failure/collect.self': BROUGHT,
  'failure/collect.twice': BROUGHT,
  'failure/collect.unit': BROUGHT,
  'failure/config.unfit': 'the name of the file in the configuration',
};
