import { OFFICER_ROLES } from '../../usecase/port/ports.ts';
import { endOfficer } from '../../usecase/register-ends.ts';
import { command } from '../command.ts';
import { choice, day, needed, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'officer end',
    writes: 'asked',
    args: [],
    options: { role: needed(choice(...OFFICER_ROLES)), name: needed(text('NAME')), on: needed(day()) },
    examples: ['officer end --role cashier --name "Trần Thị Hòa" --on 30/06/2024'],
    answer: { role: 'text', on: 'day' },
    async run(desk, { options }) {
      const data = await endOfficer(await desk.session(), options);
      return { data, text: (m) => m.done.officeEnded({ ...data, role: m.values[data.role] ?? data.role }) };
    },
  }),
);
