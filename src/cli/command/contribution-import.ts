import { refuse } from '../../domain/failure.ts';
import { importContributions, type Repeat } from '../../usecase/contribution-import.ts';
import type { DonorChoices, UnsureDonor } from '../../usecase/donors.ts';
import { command, type Desk, type Warning } from '../command.ts';
import { ACCEPT_BREAK, imported, IMPORTED, LIST } from '../given.ts';
import { GIFT } from '../money-options.ts';
import { code, day, flag, maybe, otherwise, text } from '../options.ts';
import { lookFor } from '../print.ts';
import { starter } from '../starter.ts';

/** How many names are asked about at a terminal; the others are listed. */
const ASKED_MAX = 10;

export const { start, commandFor } = starter(
  command({
    name: 'contribution import',
    writes: 'asked',
    args: ['file'],
    options: {
      ...LIST,
      ...ACCEPT_BREAK,
      ...GIFT,
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
      'contribution import ung-ho.xlsx --appeal baolu-2024 --received-on 20/09/2024',
      'contribution import ung-ho.xlsx --fund MAIAM --accept-good --rejects can-sua.xlsx',
    ],
    answer: {
      ...IMPORTED,
      fund: 'text',
      place: 'text',
      suspects: 'integer',
      total: 'integer',
      posted: 'integer',
      vouchers: ['text'],
      flagged: ['integer'],
      reversed: 'integer',
      linked: 'integer',
      unsure: [{ row: 'integer', candidates: ['text'] }],
      leftOut: [{ kind: 'text', lines: 'integer' }],
    },
    async run(desk, { args, options }) {
      const {
        fund,
        restrict,
        appeal,
        unit,
        to: place,
        receivedOn,
        fromPerson,
        bookOn,
        supplements,
        replaces,
        allNew,
      } = options;
      const repeat = repeatOf(supplements, replaces, allNew);
      const { donors } = desk.remembered;
      const acceptBreaks = new Set(options.acceptBreak.map(({ row }) => row));
      const gift = { fund, restrict, appeal, unit };
      const input = { ...gift, place, repeat, receivedOn, fromPerson, bookOn, donors, acceptBreaks };
      return imported(desk, args[0] ?? '', options, async (session, list) => {
        const asks = session.dryRun && desk.asks() && desk.globals.yes !== true;
        let answer = await importContributions(session, list, input);
        if (asks && answer.unsure.length > 0) {
          await askDonors(desk, answer.unsure, donors);
          answer = await importContributions(session, list, input);
        }
        // Names stay at the terminal; what programs read has rows and codes.
        const unsure = answer.unsure.map(({ row, candidates }) => ({
          row,
          candidates: candidates.map(({ code }) => code),
        }));
        const data = { ...answer, unsure };
        const warnings: Warning[] = [];
        if (data.flagged.length > 0) warnings.push({ code: 'row.magnitude', facts: { rows: data.flagged } });
        if (data.suspects > 0) warnings.push({ code: 'rows.suspect', facts: { count: data.suspects } });
        if (data.vouchers.length > 1)
          warnings.push({ code: 'list.many-days', facts: { days: data.vouchers.length } });
        if (unsure.length > 0) warnings.push({ code: 'donors.unsure', facts: { unsure } });
        if (data.leftOut.length > 0)
          warnings.push({ code: 'lines.left-out', facts: { kinds: data.leftOut } });
        const nothing = data.accepted === 0 && data.reversed === 0;
        return { data, warnings, nothing, text: (m) => m.done.contributions(data) };
      });
    },
    next: ({ place, unsure }) => [
      ...(unsure.length > 0 ? ['phucloi donor match --name … --is …'] : []),
      ...(place === 'cash' ? [] : [`phucloi statement import … --account ${place}`]),
      'phucloi reconcile',
    ],
  }),
);

/** Asks who each unsure name is; the answers are kept in the book and not asked again. */
async function askDonors(
  desk: Desk,
  unsure: readonly UnsureDonor[],
  choices: Map<string, string>,
): Promise<DonorChoices> {
  const { Prompt } = await import('../prompt.ts');
  const ask = new Prompt(desk.m, lookFor(desk.io, desk.globals));
  for (const { name, written, candidates } of unsure.slice(0, ASKED_MAX)) {
    const none = { name: desk.m.questions.nobody(), value: '' };
    const later = { name: desk.m.questions.later(), value: undefined };
    const known = candidates.map((each) => ({ name: `${each.code} · ${each.name}`, value: each.code }));
    const chosen = await ask.choice(desk.m.questions.donor({ name }), [...known, none, later]);
    if (chosen !== undefined) choices.set(written, chosen);
  }
  return choices;
}

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
