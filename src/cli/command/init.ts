import { readMonth } from '../../domain/day.ts';
import { refuse } from '../../domain/failure.ts';
import { readTyped } from '../../intake/amount.ts';
import { OFFICER_ROLES, type OfficerRole } from '../../usecase/port/ports.ts';
import { init, type OpeningLine } from '../../usecase/init.ts';
import { command, type Desk } from '../command.ts';
import { namedAmount } from '../amount-options.ts';
import { choice, code, many, month, otherwise, text } from '../options.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'init',
    writes: 'plain',
    args: [],
    options: {
      name: text('NAME'),
      from: month(),
      code: otherwise(code('CODE'), 'CD'),
      above: text('NAME'),
      town: text('TOWN'),
      documents: otherwise(choice('vi', 'en'), 'vi'),
      series: otherwise(choice('fund', 'entity'), 'fund'),
      officer: many('ROLE=NAME', officer),
      opening: many('FUND:PLACE=AMOUNT', openingLine),
      next: many('KIND:FUND=NUMBER', nextNumber),
    },
    examples: [
      'init --name "Công đoàn ngành Y tế tỉnh Nam Sơn" --from 2024-01 --opening MAIAM:bank=36.590.000',
      'init',
    ],
    answer: {
      book: 'text',
      entity: 'text',
      firstMonth: 'text',
      funds: ['text'],
      places: ['text'],
      opening: 'integer',
    },
    async run(desk, { options }) {
      const asked = await ask(desk, options.name, options.from, options.above, options.town);
      const officers = [...options.officer, ...asked.officers];
      const data = await init(desk.library, desk.header('init'), desk.phrases(options.documents), {
        path: desk.bookPath,
        code: options.code,
        name: asked.name,
        above: asked.above,
        town: asked.town,
        language: options.documents,
        firstMonth: asked.from,
        series: options.series,
        officers,
        opening: [...options.opening, ...asked.opening],
        next: new Map(options.next),
      });
      return { data, text: (m) => m.done.init(data) };
    },
  }),
);

/** Asks for what no flag gave; without a terminal the name and the first month must be given. */
async function ask(
  desk: Desk,
  name: string | undefined,
  from: ReturnType<typeof readMonth>,
  above: string | undefined,
  town: string | undefined,
) {
  const officers: { role: OfficerRole; name: string }[] = [];
  const opening: OpeningLine[] = [];
  if (name !== undefined && name !== '' && from !== undefined) {
    return { name, from, above: above ?? '', town: town ?? '', officers, opening };
  }
  if (!desk.asks())
    return refuse('usage.missing', { option: name === undefined || name === '' ? '--name' : '--from' });
  const { Prompt } = await import('../prompt.ts');
  const ask = new Prompt(desk.m);
  const q = desk.m.questions;
  const givenName = name ?? (await ask.text(q.name()));
  let first = from;
  while (first === undefined) first = readMonth(await ask.text(q.firstMonth()));
  const asked = { above: above ?? (await ask.text(q.above())), town: town ?? (await ask.text(q.town())) };
  for (const role of ['chair', 'accountant', 'cashier'] as const) {
    const person = await ask.text(q[role]());
    if (person !== '') officers.push({ role, name: person });
  }
  for (const fund of ['MAIAM', 'XHTT', 'TET', 'TCCD', 'TINH']) {
    for (const place of ['cash', 'bank']) {
      const typed = await ask.text(q.opening({ fund, place }));
      const amount = typed === '' ? undefined : readTyped(typed);
      if (amount !== undefined) opening.push({ fund, place, amount });
    }
  }
  return { name: givenName, from: first, ...asked, officers, opening };
}

function officer(given: string): { role: OfficerRole; name: string } | undefined {
  const [role = '', name = ''] = given.split('=', 2);
  const known = OFFICER_ROLES.find((each) => each === role);
  return known === undefined || name === '' ? undefined : { role: known, name };
}

function openingLine(given: string): OpeningLine | undefined {
  const named = namedAmount(given);
  const [fund = '', place = ''] = named?.name.split(':', 2) ?? [];
  return named === undefined || fund === '' || place === ''
    ? undefined
    : { fund, place, amount: named.amount };
}

function nextNumber(given: string): [series: string, next: number] | undefined {
  const match = /^((?:PT|PC|BC|BN|PKT)(?::[A-Za-z0-9._-]+)?)=([1-9]\d{0,5})$/.exec(given);
  return match?.[1] === undefined ? undefined : [match[1], Number(match[2])];
}
