import { PROGRAMME_KINDS, type ProgrammeKind, type Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { sum, ZERO, type Dong } from '../../domain/dong.ts';
import { inOrder } from '../../domain/order.ts';
import type { Gift, PrintedUnit } from './given.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Figure, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow } from './paper.ts';

/** A person as lists name them: the record that others were merged into. */
interface Recipient {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly sortKey: string;
}

export interface RecipientFacts {
  readonly letterhead: Letterhead;
  readonly date: Day;
  /** The label of the span reported on. */
  readonly month: string | undefined;
  readonly round: Round | undefined;
  readonly only: readonly Line[];
  readonly gifts: readonly Gift[];
  /** The kind of each round, by its key. */
  readonly kinds: ReadonlyMap<number, ProgrammeKind>;
  /** The person that a record counts as. */
  readonly person: (record: number) => Recipient | undefined;
  readonly units: readonly PrintedUnit[];
  readonly officers: readonly OfficeHolder[];
}

type Source = 'own' | 'held' | 'outside';

/** What one person received of every programme, in đồng: by programme, and the same by source. */
interface RecipientLine {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly awards: number;
  readonly programmes: { readonly [K in ProgrammeKind]: Dong };
  readonly sources: { readonly [S in Source]: Dong };
  readonly sum: Dong;
}

export interface RecipientReport {
  readonly paper: Paper;
  readonly lines: readonly RecipientLine[];
}

/** One row a person over all programmes, under the unit in which they last received something. */
export function recipientReport(facts: RecipientFacts): RecipientReport {
  const { letterhead, date, round, month } = facts;
  const people = Map.groupBy(
    facts.gifts,
    ({ award }) => facts.person(award.beneficiary.id)?.id ?? award.beneficiary.id,
  );
  const found = [...people.values()]
    .map((gifts) => personOf(gifts, facts))
    .filter(({ line }) => line.awards > 0);
  const lines: RecipientLine[] = [];
  const kinds = PROGRAMME_KINDS.filter((kind) => found.some(({ line }) => line.programmes[kind] !== 0));
  const sources = (['own', 'held', 'outside'] as const).filter((source) =>
    found.some(({ line }) => line.sources[source] !== 0),
  );
  const names = new Map(facts.units.map(({ code, name }) => [code, name]));
  const byUnit = [...Map.groupBy(found, ({ line }) => line.unit)].toSorted(([a], [b]) => inOrder(a, b));
  const rows: PaperRow[] = [];
  for (const [code, each] of byUnit) {
    const name = names.get(code) ?? code;
    const sorted = each.toSorted(
      (a, b) => inOrder(a.sortKey, b.sortKey) || inOrder(a.line.code, b.line.code),
    );
    rows.push({ kind: 'group', label: say('unit', { code, name }), cells: {} });
    for (const { line } of sorted) {
      lines.push(line);
      rows.push({ kind: 'line', cells: { number: lines.length, ...cellsOf([line]), ...textOf(line) } });
    }
    const some = sorted.map(({ line }) => line);
    rows.push({ kind: 'subtotal', label: say('subtotal', { name }), cells: cellsOf(some) });
  }
  rows.push({ kind: 'total', label: say('total', { people: lines.length }), cells: cellsOf(lines) });
  const awards = lines.reduce((all, each) => all + each.awards, 0);
  const paper: Paper = {
    name: 'recipients',
    language: letterhead.language,
    date,
    sheets: [
      {
        name: round?.code ?? month ?? date,
        wide: true,
        onePage: false,
        blocks: [
          mottoHead(letterhead),
          {
            kind: 'title',
            lines: [
              say('recipientReport', {}),
              ...(round === undefined ? [] : [say('round', { name: round.name, code: round.code })]),
              ...(month === undefined ? [] : [say('month', { month })]),
              ...facts.only,
            ],
          },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          {
            kind: 'table',
            columns: columnsOf(kinds, sources),
            sums: ['awards', ...kinds, ...sources, 'sum'],
            tall: false,
            filter: true,
            rows,
          },
          { kind: 'figures', figures: figuresOf(lines) },
          { kind: 'note', line: say('recipientNote', { people: lines.length, awards }), at: 'left' },
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: date }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
  return { paper, lines };
}

function columnsOf(kinds: readonly ProgrammeKind[], sources: readonly Source[]): PaperColumn[] {
  return [
    { key: 'number', type: 'count' },
    { key: 'code', type: 'code' },
    { key: 'person', type: 'person' },
    { key: 'unit', type: 'code' },
    { key: 'awards', type: 'count' },
    ...kinds.map((key): PaperColumn => ({ key, type: 'dong' })),
    ...sources.map((key): PaperColumn => ({ key, type: 'dong' })),
    { key: 'sum', type: 'dong' },
  ];
}

function personOf(gifts: readonly Gift[], { person, kinds }: RecipientFacts) {
  const [first] = gifts;
  const of = (some: readonly Gift[]) => sum(some.map(({ amount }) => amount));
  const kindOf = (kind: ProgrammeKind) => of(gifts.filter(({ award }) => kinds.get(award.round) === kind));
  const source = (kind: Source) => of(gifts.filter(({ fund }) => (fund?.kind ?? 'outside') === kind));
  const last = gifts
    .toSorted((a, b) => inOrder(a.paidOn ?? '', b.paidOn ?? '') || a.award.id - b.award.id)
    .at(-1);
  const who = person(first?.award.beneficiary.id ?? 0);
  const line: RecipientLine = {
    code: who?.code ?? first?.award.beneficiary.code ?? '',
    name: who?.name ?? first?.award.beneficiaryName ?? '',
    unit: last?.award.unit.code ?? '',
    awards: new Set(gifts.map(({ award }) => award.id)).size,
    programmes: {
      gift: kindOf('gift'),
      hardship: kindOf('hardship'),
      visit: kindOf('visit'),
      home: kindOf('home'),
    },
    sources: { own: source('own'), held: source('held'), outside: source('outside') },
    sum: of(gifts),
  };
  return { line, sortKey: who?.sortKey ?? first?.award.sortKey ?? '' };
}

function textOf({ code, name, unit }: RecipientLine): PaperRow['cells'] {
  return { code, person: name, unit };
}

function cellsOf(lines: readonly RecipientLine[]): PaperRow['cells'] {
  const total = (amounts: readonly Dong[]) => {
    const all = sum(amounts);
    return all === 0 ? undefined : all;
  };
  const { gift, hardship, visit, home } = Object.fromEntries(
    PROGRAMME_KINDS.map((kind) => [kind, total(lines.map(({ programmes }) => programmes[kind]))]),
  );
  const [own, held, outside] = (['own', 'held', 'outside'] as const).map((source) =>
    total(lines.map(({ sources }) => sources[source])),
  );
  const awards = lines.reduce((all, each) => all + each.awards, 0);
  return { awards, gift, hardship, visit, home, own, held, outside, sum: sum(lines.map((line) => line.sum)) };
}

function figuresOf(lines: readonly RecipientLine[]): Figure[] {
  const of = (source: Source) => sum(lines.map(({ sources }) => sources[source]));
  const figures = (['own', 'held', 'outside'] as const)
    .filter((source) => source === 'own' || of(source) !== ZERO)
    .map((source): Figure => ({ name: source, label: say(source, {}), amount: of(source), strong: false }));
  const amount = sum(figures.flatMap((figure) => figure.amount ?? []));
  const plus = figures.map(({ name }) => name);
  return [...figures, { name: 'all', label: say('all', {}), amount, plus, strong: true }];
}
