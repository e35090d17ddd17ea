import { asDong, ZERO } from '../../domain/dong.ts';
import { refuse } from '../../domain/failure.ts';
import { readTyped } from '../../intake/amount.ts';
import { countCash } from '../../usecase/month-end.ts';
import { command } from '../command.ts';
import { amountOrZero, code, day, needed, otherwise, text } from '../options.ts';
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
      const { notes, total, ...input } = options;
      if (notes === undefined && total === undefined) refuse('usage.missing', { option: '--notes' });
      const counted = total ?? (notes === '0' ? ZERO : undefined);
      const sheets = notes === undefined || notes === '0' ? [] : notes.split(',').map(note);
      const data = await countCash(await desk.session(), { ...input, total: counted, notes: sheets });
      return { data, text: (m) => m.done.counted(data) };
    },
  }),
);

/** `500000x12`: face value and number of sheets. */
function note(typed: string) {
  const [face = '', sheets = ''] = typed.trim().split(/[x×*]/i);
  const value = readTyped(face);
  if (value === undefined || !/^\d{1,7}$/.test(sheets)) {
    return refuse('usage.value', { option: '--notes', given: typed, expected: '500000x12,200000x3' });
  }
  return { face: asDong(value), sheets: Number(sheets) };
}
