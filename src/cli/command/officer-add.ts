import { firstDay, monthOf } from '../../domain/day.ts';
import { OFFICER_ROLES } from '../../usecase/port/ports.ts';
import { addOfficer } from '../../usecase/registers.ts';
import { command } from '../command.ts';
import { choice, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'officer add',
    writes: 'plain',
    args: [],
    options: { role: needed(choice(...OFFICER_ROLES)), name: needed(text('NAME')), from: day() },
    examples: ['officer add --role cashier --name "Trần Thị Hòa" --from 01/07/2024'],
    answer: { role: 'text', from: 'day' },
    async run(desk, { options }) {
      const from = options.from ?? firstDay(monthOf(desk.today));
      await addOfficer(await desk.session(), { role: options.role, name: options.name, from });
      const data = { role: options.role, from };
      return { data, text: (m) => m.done.added({ noun: 'officer', code: m.values[options.role] ?? '' }) };
    },
  }),
);
