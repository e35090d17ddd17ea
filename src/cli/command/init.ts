import { existsSync } from 'node:fs';
import { refuse } from '../../domain/failure.ts';
import { OFFICER_ROLES, type OfficerRole } from '../../usecase/port/ports.ts';
import { init, type OpeningLine } from '../../usecase/init.ts';
import { command } from '../command.ts';
import { namedAmount } from '../amount-options.ts';
import type { GivenWords } from '../guide/init.ts';
import { choice, code, many, month, otherwise, text, type Values } from '../options.ts';
import { starter } from '../starter.ts';

const DEFAULTS = { code: 'CD', documents: 'vi', series: 'fund' } as const;

const OPTIONS = {
  name: text('NAME'),
  from: month(),
  code: otherwise(code('CODE'), DEFAULTS.code),
  above: text('NAME'),
  town: text('TOWN'),
  documents: otherwise(choice('vi', 'en'), DEFAULTS.documents),
  series: otherwise(choice('fund', 'entity'), DEFAULTS.series),
  officer: many('ROLE=NAME', officer),
  opening: many('FUND:PLACE=AMOUNT', openingLine),
  next: many('KIND:FUND=NUMBER', nextNumber),
};

export const { start, commandFor } = starter(
  command({
    name: 'init',
    writes: 'plain',
    // What was not given is asked, and the command that the answers make shows what it does first.
    looks: ({ options }) => (options.name ?? '') === '' || options.from === undefined,
    args: [],
    options: OPTIONS,
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
      const { name = '', from } = options;
      if (name === '' || from === undefined) {
        if (!desk.asks()) return refuse('usage.missing', { option: name === '' ? '--name' : '--from' });
        // Said before anybody has answered a score of questions.
        if (existsSync(desk.bookPath)) refuse('book.exists', { path: desk.bookPath, option: '--book' });
        const { askInit } = await import('../guide/init.ts');
        return { data: {}, text: () => '', silent: true, exit: await askInit(desk, givenWords(options)) };
      }
      const data = await init(desk.library, desk.header('init'), desk.phrases(options.documents), {
        path: desk.bookPath,
        code: options.code,
        name,
        above: options.above ?? '',
        town: options.town ?? '',
        language: options.documents,
        firstMonth: from,
        series: options.series,
        officers: options.officer,
        opening: options.opening,
        next: new Map(options.next),
      });
      return { data, text: (m) => m.done.init(data) };
    },
    next: () => [
      'phucloi unit import …',
      'phucloi member import …',
      'phucloi contribution import … --fund …',
    ],
  }),
);

type Given = Values<typeof OPTIONS>;

/** What was given already, as it would be typed: the answers of the questions stand beside it. */
function givenWords(options: Given): GivenWords {
  const { name, above, town, from, code: own, documents, series } = options;
  const said: readonly (readonly [string, readonly string[]])[] = [
    ['name', name === undefined || name === '' ? [] : [name]],
    ['above', above === undefined ? [] : [above]],
    ['town', town === undefined ? [] : [town]],
    ['from', from === undefined ? [] : [from]],
    ['code', own === DEFAULTS.code ? [] : [own]],
    ['documents', documents === DEFAULTS.documents ? [] : [documents]],
    ['series', series === DEFAULTS.series ? [] : [series]],
    ['officer', options.officer.map((each) => `${each.role}=${each.name}`)],
    ['opening', options.opening.map(({ fund, place, amount }) => `${fund}:${place}=${amount}`)],
    ['next', options.next.map(([of, number]) => `${of}=${number}`)],
  ];
  return new Map(said.filter(([, words]) => words.length > 0));
}

function officer(given: string): { role: OfficerRole; name: string } | undefined {
  // A name may have the sign too; what comes behind it is not to be lost.
  const [role = '', ...rest] = given.split('=');
  const name = rest.join('=');
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
