import { refuse } from '../../domain/failure.ts';
import { closest } from '../../domain/near.ts';
import { isSetting, SETTINGS } from '../../usecase/check/settings.ts';
import { setSetting } from '../../usecase/setting.ts';
import { readTyped } from '../../intake/amount.ts';
import { command } from '../command.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'setting set',
    writes: 'plain',
    args: ['name', 'value'],
    options: {},
    examples: [
      'setting set check.R12.limit 50.000.000',
      'setting set check.R13.order off',
      'setting set check.R05.days 60',
    ],
    answer: { name: 'text', value: 'text', isDefault: 'boolean' },
    async run(desk, { args }) {
      const [typed = '', value = ''] = args;
      const name = Object.keys(SETTINGS).find((each) => each.toLowerCase() === typed.toLowerCase());
      if (name === undefined || !isSetting(name))
        return refuse('missing', { noun: 'setting', code: typed, near: near(typed) });
      const data = await setSetting(await desk.session(), name, value.trim(), readTyped);
      return { data, text: (m) => m.done.set(data) };
    },
  }),
);

/** Settings that hold what was typed, or are a few letters away from it. */
function near(typed: string): string[] {
  const names = Object.keys(SETTINGS);
  const holding =
    typed === '' ? [] : names.filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  return holding.length > 0 ? holding.slice(0, 5) : closest(typed, names);
}
