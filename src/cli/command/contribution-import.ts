import { refuse } from '../../domain/failure.ts';
import { importContributions, type Repeat } from '../../usecase/contribution-import.ts';
import { command, type Warning } from '../command.ts';
import { IMPORTED, openGiven, previewed, SHEET } from '../given.ts';
import { code, day, flag, maybe, needed, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'contribution import',
    args: ['file'],
    options: {
      ...SHEET,
      fund: needed(code('FUND')),
      to: otherwise(code('PLACE'), 'cash'),
      receivedOn: day(),
      fromPerson: otherwise(text('NAME'), ''),
      bookOn: day(),
      supplements: maybe('LIST'),
      replaces: maybe('LIST'),
      allNew: flag(),
    },
    examples: [
      'contribution import ung-ho.csv --fund MAIAM',
      'contribution import ung-ho.xlsx --fund MAIAM --to bank --dry-run',
      'contribution import ung-ho-bo-sung.csv --fund MAIAM --supplements D1',
    ],
    answer: {
      ...IMPORTED,
      suspects: 'integer',
      total: 'integer',
      posted: 'integer',
      vouchers: ['text'],
      flagged: ['integer'],
      reversed: 'integer',
      format: 'text',
    },
    async run(desk, { args, options }) {
      const { fund, to: place, receivedOn, fromPerson, bookOn, supplements, replaces, allNew } = options;
      const repeat = repeatOf(supplements, replaces, allNew);
      const input = { fund, place, repeat, receivedOn, fromPerson, bookOn };
      const list = await openGiven(desk, args[0], options.sheet);
      return previewed(desk, async (session) => {
        const data = await importContributions(session, list, input);
        const warnings: Warning[] = [];
        if (data.flagged.length > 0) warnings.push({ code: 'row.magnitude', facts: { rows: data.flagged } });
        if (data.suspects > 0) warnings.push({ code: 'rows.suspect', facts: { count: data.suspects } });
        if (data.vouchers.length > 1)
          warnings.push({ code: 'list.many-days', facts: { days: data.vouchers.length } });
        return { data, warnings, text: (m) => m.done.contributions(data) };
      });
    },
  }),
);

function repeatOf(supplements: string | undefined, replaces: string | undefined, allNew: boolean): Repeat {
  const given = [
    ...(supplements === undefined ? [] : ['--supplements']),
    ...(replaces === undefined ? [] : ['--replaces']),
    ...(allNew ? ['--all-new'] : []),
  ];
  if (given.length > 1) refuse('usage.conflict', { options: given });
  if (supplements !== undefined) return { how: 'supplements', document: supplements };
  if (replaces !== undefined) return { how: 'replaces', document: replaces };
  return { how: allNew ? 'all-new' : 'refuse' };
}
