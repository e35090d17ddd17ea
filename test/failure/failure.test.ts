import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../../src/domain/failure.ts';
import { testTranscripts } from '../support/transcript.ts';

const folder = import.meta.dirname;

// One transcript for each failure code, which shows the failure and its exit code.
testTranscripts(folder);

test('every failure has its transcript, every transcript its failure', () => {
  const shown = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.replace(/\.txt$/, ''));
  const byHand = Object.keys(SHOWN_ELSEWHERE);
  expect(new Set([...shown, ...byHand])).toEqual(new Set(Object.keys(EXIT)));
});

test('each transcript shows the exit code of its failure', () => {
  const shown = Object.entries(EXIT).filter(([code]) => existsSync(join(folder, `${code}.txt`)));
  const wrong = shown.filter(
    ([code, exit]) => !readFileSync(join(folder, `${code}.txt`), 'utf8').includes(`[exit ${exit}]`),
  );
  expect(wrong).toEqual([]);
});

/** Failures that no command line of one process can show; the test that shows each. */
const SHOWN_ELSEWHERE: Readonly<Record<string, string>> = {
  'backup.altered': 'test/contract/backup.test.ts',
  'backup.key': 'test/contract/backup-age.test.ts',
  'backup.journal': 'test/contract/backup.test.ts',
  'backup.newer': 'test/contract/backup.test.ts',
  'backup.older': 'test/contract/backup.test.ts',
  'backup.truncated': 'test/contract/backup.test.ts',
  'book.altered': 'test/contract/chain.test.ts',
  'collect.schema': 'test/contract/collect.test.ts',
  'book.busy': 'test/contract/book.test.ts',
  'book.damaged': 'test/contract/book.test.ts',
  'book.denied': 'test/server/connections.test.ts',
  'book.engine': 'test/server/connections.test.ts',
  'book.full': 'test/crash/limits.ts',
  'book.unreadable': 'test/crash/streams.test.ts',
  'book.unwritten': 'test/crash/limits.ts',
  'book.version': 'test/contract/book.test.ts',
  'book.replaced': 'test/contract/waiting.test.ts',
  'book.unsure': 'test/server/crash.test.ts',
  'book.unfinished': 'test/contract/waiting.test.ts',
  'entity.exists': 'test/server/connections.test.ts',
  'entity.unknown': 'test/server/connections.test.ts',
  'entity.unsaid': 'test/server/connections.test.ts',
  'file.held': 'test/contract/defect.test.ts',
  'file.unplaced': 'test/crash/streams.test.ts',
  'file.unwritable': 'test/contract/book.test.ts',
  'input.changed': 'test/intake/statement.test.ts',
  'input.encodings': 'test/intake/encoding.test.ts',
  'input.hostile': 'test/intake/xlsx.test.ts',
  'input.sheets': 'test/intake/workbook.test.ts',
  'input.size': 'test/intake/workbook.test.ts',
  'private.locked': 'test/contract/private.test.ts',
  'role.actor': 'test/server/roles.test.ts',
  'role.missing': 'test/server/roles.test.ts',
  'role.none': 'test/server/roles.test.ts',
  'sheet.repeated': 'test/workbook/sheet.test.ts',
  'usage.terminal': 'test/contract/streams.test.ts',
  cancelled: 'test/contract/prompt.test.ts',
  stopped: 'test/contract/stopped.test.ts',
  terminated: 'test/contract/stopped.test.ts',
};

test('failures shown elsewhere are shown there', () => {
  for (const [code, path] of Object.entries(SHOWN_ELSEWHERE)) {
    expect(readFileSync(join(folder, '../..', path), 'utf8')).toContain(code);
  }
});
