import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Terminal } from '../support/terminal.ts';

/** A book that is there already, for a question that does not begin at the beginning. */
async function withBook(play: (terminal: Terminal) => Promise<void>): Promise<void> {
  const terminal = new Terminal(['--today', '2024-02-05']);
  try {
    await terminal.stage.data('init --name "Công đoàn ngành Y tế" --from 2024-01 --no-input');
    await play(terminal);
  } finally {
    terminal.strike();
  }
}

test('a question is answered no, stopped at, then answered yes', async () => {
  await withBook(async (terminal) => {
    terminal.stage.write('a.csv', 'Ngày,Tên,Số tiền\n05/01/2024,Mạnh thường quân,2.000.000\n');
    await terminal.run('contribution import a.csv --fund XHTT');
    await terminal.waitFor('2.000.000 đ');
    await terminal.answer('n');
    expect(await terminal.ends()).toBe(130);
    await terminal.run('contribution import a.csv --fund XHTT');
    await terminal.waitFor('2.000.000 đ');
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);
    await terminal.run('contribution import a.csv --fund XHTT');
    await terminal.waitFor('2.000.000 đ');
    await terminal.answer('c');
    expect(await terminal.ends()).toBe(0);
    expect(await terminal.stage.data('balance')).toMatchObject({ total: 2_000_000 });
    expect(terminal.record()).toBe(terminal.golden(join(import.meta.dirname, 'question.txt')));
  });
});
