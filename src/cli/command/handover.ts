import { HANDOVER_ROLES } from '../../report/papers/handover.ts';
import { handOverOffice } from '../../usecase/handover.ts';
import { grantRole } from '../../usecase/roles.ts';
import { command } from '../command.ts';
import { choice, code, day, needed, text } from '../options.ts';
import { dressed, mediumFor, OUTPUT, putPrinted } from '../output.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'handover',
    writes: 'asked',
    args: [],
    options: {
      ...OUTPUT,
      role: needed(choice(...HANDOVER_ROLES)),
      to: needed(text('NAME')),
      on: needed(day()),
      login: code('LOGIN'),
    },
    examples: [
      'handover --role cashier --to "Vũ Thị Mai" --on 01/07/2024 -o ban-giao.xlsx',
      'handover --role cashier --to "Vũ Thị Mai" --on 01/07/2024 --login mai -o ban-giao.xlsx',
    ],
    answer: {
      path: 'text',
      sheets: 'integer',
      role: 'text',
      from: 'day',
      balance: 'integer',
      open: 'integer',
      'login?': 'text',
      'ended?': 'text',
      'reads?': 'boolean',
    },
    async run(desk, { options }) {
      const { output, login, ...input } = options;
      const medium = mediumFor(desk, output);
      const session = await desk.session();
      const given = { login: login ?? '', as: 'treasurer', unit: undefined, all: false } as const;
      const insteadOf = session.book.roles?.login;
      // What the server would refuse is refused before anything is handed over.
      if (login !== undefined)
        await grantRole({ ...session, dryRun: true }, desk.bookPath, { ...given, insteadOf });
      const answer = await handOverOffice(session, input, async (paper, reader) => {
        await putPrinted(desk, output, medium, await dressed(desk, reader, paper));
      });
      const changed =
        login === undefined ? undefined : await grantRole(session, desk.bookPath, { ...given, insteadOf });
      const data = {
        path: output,
        ...answer,
        ...(changed === undefined ? {} : { login: changed.login }),
        ...(changed?.ended === undefined ? {} : { ended: changed.ended }),
        ...(changed?.reads === undefined ? {} : { reads: changed.reads }),
      };
      return { data, text: (m) => m.done.handedOver({ ...data, role: m.values[data.role] ?? data.role }) };
    },
  }),
);
