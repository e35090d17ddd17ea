import notes from '../../../data/notes.json' with { type: 'json' };
import { asDong, ZERO } from '../../domain/dong.ts';
import { refuse } from '../../domain/failure.ts';
import { readTyped } from '../../intake/amount.ts';
import { countCash } from '../../usecase/cash-count.ts';
import { command } from '../command.ts';
import { amountOrZero } from '../amount-options.ts';
import { code, day, flag, needed, otherwise, text, words } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'cash count',
    writes: 'asked',
    args: [],
    options: {
      place: otherwise(code('PLACE'), 'cash'),
      on: needed(day()),
      total: amountOrZero(),
      notes: text('500000x12,200000x3'),
      by: words('NAME'),
      settle: flag(),
      fund: code('FUND'),
      due: day(),
    },
    examples: [
      'cash count --place cash --on 31/01/2024 --notes 500000x118,200000x5 --by "Trần Thị Hòa" --by "Phạm Thị Cúc"',
      'cash count --place cash --on 31/01/2024 --total 60.005.000 --settle',
    ],
    answer: {
      place: 'text',
      day: 'day',
      counted: 'integer',
      balance: 'integer',
      difference: 'integer',
      'voucher?': 'text',
      'settle?': 'text',
    },
    async run(desk, { options }) {
      const { notes: given, total, by, ...input } = options;
      if (given === undefined && total === undefined)
        refuse('usage.missing', { option: '--notes | --total' });
      if (by.length > 3)
        refuse('usage.value', { option: '--by', given: by.join(', '), expected: '1–3 NAME' });
      const counted = total ?? (given === '0' ? ZERO : undefined);
      const sheets = given === undefined || given === '0' ? [] : given.split(',').map(note);
      const session = await desk.session();
      const counting = { ...input, by, total: counted, notes: sheets };
      const { needsFund, ...answer } = await countCash(session, counting);
      const open = answer.difference !== 0 && answer.voucher === undefined;
      // What differs is to be settled, by the same words and one more.
      const settle = [
        `phucloi cash count --place ${answer.place} --on ${answer.day}`,
        given === undefined ? `--total ${answer.counted}` : `--notes ${given.replaceAll(' ', '')}`,
        ...by.map((name) => `--by "${name}"`),
        `--settle${needsFund ? ' --fund …' : ''}`,
      ].join(' ');
      const data = open ? { ...answer, settle } : answer;
      return { data, text: (m) => m.done.counted(data) };
    },
    next: ({ day, settle }) =>
      settle === undefined ? [`phucloi reconcile --period ${day.slice(0, 7)}`] : [],
  }),
);

/** `500000x12`: face value and number of sheets. */
function note(typed: string) {
  const [face = '', sheets = ''] = typed.trim().split(/[x\u00d7*]/i);
  const value = readTyped(face);
  if (value === undefined || !notes.faces.includes(value) || !/^\d{1,7}$/.test(sheets)) {
    const expected = `500000x12,200000x3 (${notes.faces.join(', ')})`;
    return refuse('usage.value', { option: '--notes', given: typed, expected });
  }
  return { face: asDong(value), sheets: Number(sheets) };
}
