import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Terminal } from '../support/terminal.ts';
import { SMALL_BOOK } from '../support/small-book.ts';

test('a book of an older version is migrated from the menu, after a yes, and the menu goes on with it', async () => {
  const terminal = new Terminal(['--today', '2024-01-26']);
  try {
    for (const line of SMALL_BOOK) await terminal.stage.data(line);
    const book = new Database(join(terminal.stage.folder, 'phucloi.db'));
    book.exec(
      'drop table vault; drop table collected; drop table ending; drop table departure; drop table succession; drop table placement; pragma user_version = 4',
    );
    book.close();
    await terminal.run();
    await terminal.waitFor('Sổ này do bản cũ');
    await terminal.pick('Nâng cấp sổ');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('k');
    await terminal.waitFor('❯ Nâng cấp sổ');
    await terminal.pick('Nâng cấp sổ');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('c');
    await terminal.waitFor('Enter để về');
    await terminal.press('enter');
    await terminal.waitFor('Hôm nay làm gì?');
    await terminal.pick('Thoát');
    expect(await terminal.ends()).toBe(0);
    // The backup is named by the moment.
    const timeless = (record: string) => record.replaceAll(/-\d{4}-\d\d-\d\d-\d{6}\b/g, '-…');
    const golden = terminal.golden(join(import.meta.dirname, 'older-book-vi.txt'), timeless);
    expect(timeless(terminal.record())).toBe(golden);
  } finally {
    terminal.strike();
  }
});
