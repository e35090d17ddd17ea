import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { Terminal } from '../support/terminal.ts';
import { SMALL_BOOK } from '../support/transcript.ts';

const [ID, PHONE, REASON] = ['001185000111', '0912000123', 'mo tim o benh vien tinh'];

test('what `-` stands for is asked unseen at a terminal, by its name, and once', async () => {
  const terminal = new Terminal(['--today', '2024-11-30']);
  try {
    const given =
      'allocation --fund TCCD --to cash --amount 5.000.000 --on 01/03/2024 --from "LĐLĐ tỉnh Nam Sơn"';
    for (const line of [...SMALL_BOOK, given]) await terminal.stage.data(line);
    await terminal.run('member set M1 --phone - --id -');
    await terminal.asked('Số điện thoại (gõ không hiện chữ)');
    await terminal.answer('');
    await terminal.asked('Chưa gõ gì');
    await terminal.answer(PHONE);
    await terminal.asked('Số CCCD (gõ không hiện chữ)');
    await terminal.answer(ID);
    expect(await terminal.ends()).toBe(0);
    expect(terminal.screen()).toContain('số CCCD ***111, số điện thoại ***123');

    // Shown first and then done, with what was typed before.
    await terminal.run(
      'visit add M1 --kind ốm --on 12/03/2024 --from TCCD:cash --amount 300.000 --decision 15 --reason - --unpaid --lang en',
    );
    await terminal.asked('Reason (typed unseen)');
    await terminal.answer(REASON);
    await terminal.asked('Write it?');
    await terminal.answer('y');
    expect(await terminal.ends()).toBe(0);

    // Nobody is asked by a program.
    await terminal.run('member set M1 --id - --no-input');
    expect(await terminal.ends()).toBe(2);
    await terminal.run('member set M1 --id -');
    await terminal.asked('Số CCCD');
    await terminal.press('stop');
    expect(await terminal.ends()).toBe(130);

    const shown = terminal
      .record()
      .split('\n')
      .filter((line) => !line.startsWith('▷'))
      .join('\n');
    expect([ID, PHONE, REASON].filter((each) => shown.includes(each))).toEqual([]);
    const { stdout } = await terminal.stage.run(['member', 'show', 'M1', '--reveal', 'Đối chiếu hồ sơ']);
    expect(stdout).toContain(`số CCCD: ${ID} · số điện thoại: ${PHONE}`);
  } finally {
    terminal.strike();
  }
});

test('no command reads both a list and such a value from standard input', async () => {
  const both = [];
  for (const { name, load } of COMMANDS) {
    const { args, options } = (await load()).commandFor(name.split(' ')[0] ?? '');
    const lists =
      args.some((each) => each.startsWith('file')) ||
      Object.values(options).some(({ value }) => value?.startsWith('FILE') === true);
    if (lists && Object.values(options).some(({ unseen }) => unseen !== undefined)) both.push(name);
  }
  expect(both).toEqual([]);
});
