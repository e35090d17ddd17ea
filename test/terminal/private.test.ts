import { expect, test } from 'vitest';
import { Terminal } from '../support/terminal.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const FORMER = 'ao sen lang cu mua thu';
const NEW = 'thuyen nan song nho thang ba';

/** The recovery code on the screen. */
function codeOn(screen: string): string {
  return /\b[0-9A-Z]{4}(-[0-9A-Z]{4}){6}\b/.exec(screen)?.[0] ?? '';
}

test('a passphrase is typed unseen, and a recovery code is written down before anything is encrypted', async () => {
  const terminal = new Terminal(['--today', '2024-11-30']);
  const everSeen: string[] = [];
  const seen = async (text: string) => {
    await terminal.waitFor(text);
    everSeen.push(terminal.screen());
  };
  try {
    for (const line of SMALL_BOOK) await terminal.stage.data(line);
    await terminal.stage.data('member set M1 --phone 0912000123');
    await terminal.run('private encrypt');
    await seen('Ghi vào sổ?');
    await terminal.answer('c');
    await seen('Cụm mật khẩu mới (từ 12 ký tự');
    await terminal.answer('ao sen');
    await seen('Quá ngắn: phải từ 12 ký tự');
    await terminal.answer(FORMER.slice('ao sen'.length));
    await seen('Gõ lại lần nữa:');
    await terminal.answer('ao sen lang moi');
    await seen('Không giống lần trước');
    await terminal.press(...Array.from({ length: 15 }, () => 'erase' as const));
    await terminal.answer(FORMER);
    await seen('gõ lại bốn ký tự cuối');
    const code = codeOn(terminal.screen());
    expect(code).toHaveLength(34);
    await terminal.answer('SAI9');
    await seen('Không đúng bốn ký tự cuối');
    await terminal.press('erase', 'erase', 'erase', 'erase');
    await terminal.answer(code.slice(-4).toLowerCase());
    expect(await terminal.ends()).toBe(0);
    await seen('Đã ghi đúng như trên');

    // Asked once for what is shown first and then done.
    await terminal.run('private passphrase --lang en');
    await terminal.asked('Passphrase (or');
    await terminal.answer(code);
    await seen('Write it?');
    await terminal.answer('y');
    await seen('New passphrase');
    await terminal.answer(NEW);
    await seen('Once more:');
    await terminal.answer(NEW);
    await seen('type its last four characters');
    const next = codeOn(terminal.screen().slice(terminal.screen().lastIndexOf('recovery code')));
    expect(next).not.toBe(code);
    await terminal.answer(next.slice(-4));
    expect(await terminal.ends()).toBe(0);
    await terminal.run('member set M1 --phone 0913000999');
    await seen('Cụm mật khẩu (quên');
    await terminal.answer(FORMER);
    expect(await terminal.ends()).toBe(3);
    await terminal.run('private forget');
    await seen('Gõ «bỏ hẳn» để bỏ');
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);
    expect(everSeen.filter((screen) => screen.includes(FORMER) || screen.includes(NEW))).toEqual([]);
  } finally {
    terminal.strike();
  }
});
