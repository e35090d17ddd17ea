import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Terminal } from '../support/terminal.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const MENU = 'Hôm nay làm gì?';

/** A terminal in a folder with the small book, or none; what was seen is held against a golden file. */
async function played(
  golden: string,
  globals: readonly string[],
  book: readonly string[],
  play: (terminal: Terminal) => Promise<void>,
): Promise<void> {
  const terminal = new Terminal(globals);
  try {
    for (const line of book) await terminal.stage.data(line);
    await play(terminal);
    expect(terminal.record()).toBe(terminal.golden(join(import.meta.dirname, golden)));
  } finally {
    terminal.strike();
  }
}

/** Reads what a task answered, and goes back to the menu. */
async function read(terminal: Terminal, back: string, menu: string): Promise<void> {
  await terminal.waitFor(back);
  await terminal.press('enter');
  await terminal.waitFor(menu);
}

const TODAY = ['--today', '2024-01-26'];

test('a book is made by answering, bad answers are asked again, and the menu goes on with it', async () => {
  await played('init-vi.txt', ['--today', '2024-01-02'], [], async (terminal) => {
    await terminal.run();
    await terminal.waitFor('Bắt đầu từ đâu?');
    await terminal.pick('Lập sổ mới');
    await terminal.waitFor('Tên công đoàn giữ sổ:');
    await terminal.press('enter');
    await terminal.waitFor('không bỏ trống được');
    await terminal.answer('Công đoàn ngành Y tế tỉnh Nam Sơn');
    await terminal.waitFor('Công đoàn cấp trên');
    await terminal.answer('Liên đoàn Lao động tỉnh Nam Sơn');
    await terminal.waitFor('Địa danh');
    await terminal.answer('Nam Sơn');
    await terminal.waitFor('Tháng đầu tiên của sổ:');
    await terminal.answer('13/2024');
    await terminal.waitFor('Chưa đọc được tháng');
    await terminal.press(...Array.from({ length: 7 }, () => 'erase' as const));
    await terminal.answer('1');
    await terminal.waitFor('Chủ tịch');
    await terminal.answer('Nguyễn Hữu Phước');
    await terminal.waitFor('Kế toán');
    await terminal.press('enter');
    await terminal.waitFor('Thủ quỹ');
    await terminal.answer('Trần Thị Hòa');
    await terminal.waitFor('tiền mặt trong két:');
    await terminal.answer('hai triệu');
    await terminal.waitFor('Chưa đọc được số tiền');
    await terminal.press(...Array.from({ length: 9 }, () => 'erase' as const));
    await terminal.answer('2 triệu');
    await terminal.answer('36.590.000');
    for (let rest = 0; rest < 8; rest++) await terminal.press('enter');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('c');
    await terminal.waitFor('quỹ nào khác');
    await terminal.press('enter');
    await read(terminal, 'Enter để về', MENU);

    await terminal.pick('Thoát');
    expect(await terminal.ends()).toBe(0);
    const { funds } = await terminal.stage.data<{ funds: { code: string; closing: number }[] }>(
      'balance --as-of 02/01/2024',
    );
    expect(funds.find(({ code }) => code === 'MAIAM')?.closing).toBe(38_590_000);
  });
});

test('money in, a person found by typing, a no that goes back, and what was recorded undone', async () => {
  await played('tasks-vi.txt', TODAY, SMALL_BOOK, async (terminal) => {
    await terminal.run();
    await terminal.waitFor(MENU);
    // A contribution, yesterday, in words that the person uses.
    await terminal.pick('Thu tiền');
    await terminal.pick('Một khoản ủng hộ');
    await terminal.pick('Quỹ xã hội từ thiện');
    await terminal.answer('5 trieu ruoi');
    await terminal.waitFor('5.500.000 đ (năm triệu năm trăm nghìn đồng)');
    await terminal.answer('hôm qua');
    await terminal.pick('Két tiền mặt');
    await terminal.answer('Công ty Ánh Dương');
    await terminal.answer('Ủng hộ Tết');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('k');
    await terminal.waitFor('Thu tiền: ❯ Một khoản');
    await terminal.pick('Một khoản ủng hộ');
    await terminal.pick('Quỹ xã hội từ thiện');
    await terminal.answer('5.500.000');
    await terminal.answer('25/1');
    await terminal.pick('Két tiền mặt');
    await terminal.answer('Công ty Ánh Dương');
    await terminal.press('enter');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('có');
    await read(terminal, 'Enter để về', MENU);
    // Support for somebody whose name is typed without marks.
    await terminal.pick('Hỗ trợ khó khăn');
    await terminal.pick('Đề nghị cho một người');
    await terminal.pick('Lê Thị Đào');
    await terminal.answer('1 triệu');
    await terminal.press('enter');
    await terminal.pick('Quỹ xã hội từ thiện');
    await terminal.press('enter');
    await terminal.answer('Nhà bị tốc mái');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('c');
    await read(terminal, 'Enter để về', MENU);
    // Drawn from the bank, counted in the till, and the drawing undone.
    await terminal.pick('Chi tiền, chuyển tiền');
    await terminal.pick('Nộp, rút tiền');
    await terminal.pick('Quỹ Mái ấm');
    await terminal.pick('Tài khoản ngân hàng');
    await terminal.pick('Két tiền mặt');
    await terminal.answer('3 triệu');
    await terminal.press('enter');
    await terminal.press('enter');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('c');
    await read(terminal, 'Enter để về', MENU);
    await terminal.pick('Kiểm kê tiền mặt');
    await terminal.pick('Két tiền mặt');
    await terminal.press('enter');
    await terminal.pick('Số tờ của từng mệnh giá');
    await terminal.answer('30');
    await terminal.answer('2');
    await terminal.answer('1');
    for (let rest = 0; rest < 7; rest++) await terminal.press('enter');
    await terminal.waitFor('đếm được: 15.500.000 đ');
    await terminal.pick('Trần Thị Hòa');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('c');
    await read(terminal, 'Enter để về', MENU);
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);
    const { total } = await terminal.stage.data<{ total: number }>('balance --as-of 26/01/2024');
    expect(total).toBe(110_500_000);
    expect(terminal.cut().filter((line) => !line.includes('--'))).toEqual([]);
  });
});

test('what was just recorded is found by what it did, and undone', async () => {
  const terminal = new Terminal(TODAY);
  try {
    for (const line of SMALL_BOOK) await terminal.stage.data(line);
    await terminal.stage.data('move --fund MAIAM --from bank --to cash --amount 3.000.000 --on 26/01/2024');
    await terminal.run();
    await terminal.waitFor(MENU);
    await terminal.pick('Sửa khoản ghi nhầm');
    await terminal.pick('Hủy một việc');
    await terminal.type('rut nop');
    await terminal.waitFor('❯ Rút, nộp tiền');
    await terminal.press('enter');
    await terminal.answer('Rút nhầm quỹ');
    await terminal.waitFor('Ghi vào sổ?');
    await terminal.answer('c');
    await read(terminal, 'Enter để về', MENU);
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);
    const { operations } = await terminal.stage.data<{
      operations: { command: string; undoneBy?: number }[];
    }>('operation list --last 2');
    expect(operations.find(({ command }) => command === 'move')?.undoneBy).toBeDefined();
  } finally {
    terminal.strike();
  }
});

test('in English a round is opened, a list brought in and decided, and a member found', async () => {
  const menu = 'What would you like to do?';
  await played('gifts-en.txt', [...TODAY, '--lang', 'en'], SMALL_BOOK.slice(0, -1), async (terminal) => {
    terminal.stage.write(
      'nhan-qua.csv',
      'Mã,Họ tên,Đối tượng\nM1,Nguyễn Thị Ánh,HCKK\nM2,Trần Văn Bình,HCKK\n',
    );
    await terminal.run();
    await terminal.waitFor(menu);
    await terminal.pick('Gifts by round');
    await terminal.pick('Open a round');
    await terminal.answer('tet-2024');
    await terminal.answer('Tết Giáp Thìn');
    await terminal.answer('2024');
    await terminal.answer('HCKK');
    await terminal.answer('500.000');
    await terminal.press('enter');
    await terminal.press('enter');
    await terminal.answer('5/2');
    await terminal.press('enter');
    await terminal.waitFor('(y/N)');
    await terminal.answer('y');
    await read(terminal, 'Enter goes back', menu);
    await terminal.pick('Gifts by round');
    await terminal.pick('Bring in the list');
    await terminal.pick('nhan-qua.csv');
    await terminal.pick('Tết Giáp Thìn');
    await terminal.pick('TET');
    await terminal.waitFor('(y/N)');
    await terminal.answer('y');
    await read(terminal, 'Enter goes back', menu);
    await terminal.pick('Gifts by round');
    await terminal.pick('Record the decision');
    await terminal.pick('the whole round');
    await terminal.answer('12/QĐ-CĐYT');
    await terminal.answer('yesterday');
    await terminal.pick('Nguyễn Văn An');
    await terminal.waitFor('(y/N)');
    await terminal.answer('y');
    await read(terminal, 'Enter goes back', menu);
    await terminal.pick('Members and units');
    await terminal.pick('Find a member');
    await terminal.pick('Lê Thị Đào');
    await read(terminal, 'Enter goes back', menu);
    await terminal.pick('Members and units');
    await terminal.pick('← back');
    await terminal.waitFor(menu);

    await terminal.pick('Quit');
    expect(await terminal.ends()).toBe(0);
  });
});
