import notes from '../../../data/notes.json' with { type: 'json' };
import { asDong, ZERO } from '../../domain/dong.ts';
import { refuse } from '../../domain/failure.ts';
import { readTyped } from '../../intake/amount.ts';
import { countCash } from '../../usecase/month-end.ts';
import { command } from '../command.ts';
import { amountOrZero } from '../amount-options.ts';
import { code, day, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'cash count',
    args: [],
    options: {
      place: otherwise(code('PLACE'), 'cash'),
      on: needed(day()),
      total: amountOrZero(),
      notes: text('500000x12,200000x3'),
      by: otherwise(text('NAME'), ''),
    },
    examples: ['cash count --place cash --on 31/01/2024 --notes 500000x118,200000x5 --by "Trần Thị Hòa"'],
    answer: { place: 'text', day: 'day', counted: 'integer', balance: 'integer', difference: 'integer' },
    async run(desk, { options }) {
      const { notes: given, total, ...input } = options;
      if (given === undefined && total === undefined)
        refuse('usage.missing', { option: '--notes | --total' });
      const counted = total ?? (given === '0' ? ZERO : undefined);
      const sheets = given === undefined || given === '0' ? [] : given.split(',').map(note);
      const data = await countCash(await desk.session(), { ...input, total: counted, notes: sheets });
      return { data, text: (m) => m.done.counted(data) };
    },
  }),
);

/** `500000x12`: face value and number of sheets. */
function note(typed: string) {
  const [face = '', sheets = ''] = typed.trim().split(/[x×*]/i);
  const value = readTyped(face);
  if (value === undefined || !notes.faces.includes(value) || !/^\d{1,7}$/.test(sheets)) {
    const expected = `500000x12,200000x3 (${notes.faces.join(', ')})`;
    return refuse('usage.value', { option: '--notes', given: typed, expected });
  }
  return { face: asDong(value), sheets: Number(sheets) };
}
