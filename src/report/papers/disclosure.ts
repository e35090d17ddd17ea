import { maskedText } from '../../domain/mask.ts';
import type { Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { add, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { FundLine } from '../../domain/reconcile.ts';
import {
  DISCLOSURE_SOURCE,
  initials,
  isMasked,
  levelRule,
  type Contributors,
  type DisclosedProgramme,
  type DisclosureLevel,
} from '../disclosure.ts';
import type { DisclosurePart } from './disclosure-lines.ts';
import { tracesOf, type Gift, type PrintedUnit } from './given.ts';
import { say, type Line } from './line.ts';
import { note } from './note.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Block, Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow, PaperSheet } from './paper.ts';

/** Money of a giver, as committees and inspectors read it. */
export interface PrintedContribution {
  readonly day: Day;
  /** Empty where nobody is to be named. */
  readonly party: string;
  readonly fund: string;
  readonly voucher: string;
  readonly amount: Dong;
}

export interface DisclosureFacts {
  readonly letterhead: Letterhead;
  readonly level: DisclosureLevel;
  readonly label: string;
  readonly date: Day;
  readonly round: Round | undefined;
  /** Groups of fewer people than this are not told. */
  readonly least: number;
  readonly funds: readonly FundLine[];
  readonly programmes: readonly DisclosedProgramme[];
  readonly units: readonly PrintedUnit[];
  /** Whose names stand on the paper: of all, of one unit, or none. */
  readonly gifts: readonly Gift[];
  readonly rounds: readonly Round[];
  readonly contributors: Contributors;
  readonly contributions: readonly PrintedContribution[];
  readonly accepted: readonly {
    readonly text: string;
    readonly reason: string;
    readonly by: string;
    readonly until: Day;
  }[];
  readonly heads: readonly { readonly month: string; readonly head: string | undefined }[];
  readonly officers: readonly OfficeHolder[];
}

/** What is made public of funds and benefits, as far as those may see it who read it. */
export function disclosurePaper(facts: DisclosureFacts): Paper {
  const { letterhead, level, date } = facts;
  const rule = levelRule(level);
  const sheets: PaperSheet[] = [fundsSheet(facts)];
  if (facts.programmes.length > 0) sheets.push(unitsSheet(facts));
  if (rule.people !== 'none') sheets.push(peopleSheet(facts, rule.papers));
  sheets.push(rule.contributors === 'all' ? giversTable(facts) : giversSheet(facts));
  if (rule.papers) sheets.push(inspectionSheet(facts));
  return { name: `disclosure-${level}`, language: letterhead.language, date, sheets };
}

const under = ({ label, round }: DisclosureFacts): Line[] => [
  say('month', { month: label }),
  ...(round === undefined ? [] : [say('round', { name: round.name, code: round.code })]),
];

function sheet(part: DisclosurePart, blocks: readonly Block[], wide = false): PaperSheet {
  return { name: say('disTab', { part }), wide, onePage: false, blocks };
}

const titled = (facts: DisclosureFacts, part: DisclosurePart): Block => ({
  kind: 'title',
  lines: [say('disPart', { part }), ...under(facts)],
});

function fundsSheet(facts: DisclosureFacts): PaperSheet {
  const { letterhead, level, date, funds } = facts;
  const { language } = letterhead;
  const rows = (['own', 'held'] as const).flatMap((kind): PaperRow[] => {
    const lines = funds.filter(({ fund }) => fund.kind === kind).map((line) => ({ line, ...flows(line) }));
    const moved = lines.filter(({ line, into, out }) => line.opening !== 0 || into !== 0 || out !== 0);
    if (moved.length === 0) return [];
    const total = (of: (each: (typeof moved)[number]) => Dong) => sum(moved.map(of));
    return [
      { kind: 'group', label: say(kind === 'own' ? 'ownFunds' : 'heldFunds', {}), cells: {} },
      ...moved.map(({ line, into, out }): PaperRow => ({
        kind: 'line',
        cells: {
          fund: line.fund.name,
          opening: line.opening,
          disIn: into,
          disOut: out,
          closing: line.closing,
        },
      })),
      {
        kind: 'subtotal',
        label: say('disFundsTotal', { kind }),
        cells: {
          opening: total(({ line }) => line.opening),
          disIn: total(({ into }) => into),
          disOut: total(({ out }) => out),
          closing: total(({ line }) => line.closing),
        },
      },
    ];
  });
  const sums = ['opening', 'disIn', 'disOut', 'closing'] as const;
  return sheet('funds', [
    mottoHead(letterhead),
    { kind: 'title', lines: [say('disTitle', { level }), ...under(facts)] },
    { kind: 'note', line: say('currency', {}), at: 'right' },
    {
      kind: 'table',
      columns: [{ key: 'fund', type: 'text' }, ...sums.map((key) => ({ key, type: 'dong' as const }))],
      sums,
      tall: false,
      rows,
    },
    ...facts.programmes.map(({ kinds, people, amount }) =>
      note(say('disProgramme', { kinds, people, amount, least: facts.least })),
    ),
    note(say('disWhy', { why: levelRule(level).why[language] })),
    note(say('disSource', { source: DISCLOSURE_SOURCE[language] })),
    {
      kind: 'signatures',
      dateline: say('dateline', { town: letterhead.town, day: date }),
      signers: signersOf(['accountant', 'committee'], facts.officers),
    },
  ]);
}

/** All that came in and all that went out. */
function flows(line: FundLine): { into: Dong; out: Dong } {
  const {
    contributions,
    allocations,
    transfersIn,
    otherIn,
    disbursements,
    remittances,
    transfersOut,
    otherOut,
  } = line;
  return {
    into: sum([contributions, allocations, transfersIn, otherIn]),
    out: sum([disbursements, remittances, transfersOut, otherOut]),
  };
}

/** People by unit and programme; nothing is added up across programmes, whose sums would tell what is put together. */
function unitsSheet(facts: DisclosureFacts): PaperSheet {
  const { programmes, units, least } = facts;
  const keys = programmes.map((_, at) => `list:programme${at}` as const);
  const some = units.filter(({ id }) =>
    programmes.some((each) => (each.units.get(id) ?? 0) > 0 || each.together.has(id)),
  );
  const grouped = programmes.some(({ together }) => together.size > 0);
  const cells = (of: (programme: DisclosedProgramme) => number | Line | undefined) =>
    Object.fromEntries(programmes.map((programme, at) => [keys[at], of(programme)]));
  const rows: PaperRow[] = some.map((unit, at) => ({
    kind: 'line',
    cells: {
      number: at + 1,
      unit: unit.name,
      ...cells((each) =>
        each.together.has(unit.id) ? say('disHidden', {}) : (each.units.get(unit.id) ?? 0),
      ),
    },
  }));
  if (grouped) {
    rows.push({
      kind: 'line',
      cells: {
        unit: say('disRest', {}),
        ...cells((each) => (each.together.size === 0 ? undefined : (each.rest ?? say('disFew', { least })))),
      },
    });
  }
  rows.push({
    kind: 'total',
    label: say('sheetsTotal', {}),
    cells: cells(({ people }) => people),
  });
  return sheet('units', [
    titled(facts, 'units'),
    {
      kind: 'table',
      columns: [
        { key: 'number', type: 'count' },
        { key: 'unit', type: 'text' },
        ...programmes.map((programme, at): PaperColumn => ({
          key: keys[at] ?? 'list:programme',
          type: 'count',
          title: say('disKinds', { kinds: programme.kinds }),
        })),
      ],
      sums: keys.filter((_, at) => programmes[at]?.people !== undefined),
      tall: false,
      rows,
    },
    ...(grouped ? [note(say('disGroupedNote', { least }))] : []),
  ]);
}

const PEOPLE: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'person', type: 'person' },
  { key: 'unit', type: 'code' },
  { key: 'content', type: 'text' },
];
const PAPERS: readonly PaperColumn[] = [
  { key: 'category', type: 'text' },
  { key: 'decision', type: 'text' },
  { key: 'voucher', type: 'code' },
  { key: 'paidOn', type: 'day' },
  { key: 'signedOn', type: 'day' },
];

/** Who received what; of members of one unit those helped in hardship by their initials. */
function peopleSheet(facts: DisclosureFacts, papers: boolean): PaperSheet {
  const rounds = new Map(facts.rounds.map((round) => [round.id, round]));
  const masks = levelRule(facts.level).people === 'unit';
  const by = [...Map.groupBy(facts.gifts, ({ award }) => award.id).values()];
  let total = ZERO;
  const rows = by.flatMap((some, at): PaperRow[] => {
    const [first] = some;
    if (first === undefined) return [];
    const { award } = first;
    const round = rounds.get(award.round);
    const amount = sum(some.map((gift) => gift.amount));
    total = add(total, amount);
    const hidden = masks && round !== undefined && isMasked(round.kind, award.category);
    return [
      {
        kind: 'line',
        cells: {
          number: at + 1,
          person: hidden ? initials(award.beneficiaryName) : award.beneficiaryName,
          unit: award.unit.code,
          content: round?.name ?? '',
          amount,
          ...(papers
            ? {
                category: award.category,
                decision: award.decisionNo ?? '',
                ...tracesOf(some),
              }
            : {}),
        },
      },
    ];
  });
  return sheet(
    'people',
    [
      titled(facts, 'people'),
      { kind: 'note', line: say('currency', {}), at: 'right' },
      {
        kind: 'table',
        columns: [...PEOPLE, ...(papers ? PAPERS : []), { key: 'amount', type: 'dong' }],
        sums: ['amount'],
        tall: false,
        filter: !masks,
        rows: [...rows, { kind: 'total', label: say('sheetsTotal', {}), cells: { amount: total } }],
      },
      ...(masks ? [note(say('disMasked', {}))] : []),
    ],
    papers,
  );
}

/** Organisations a line each, as papers print them; persons together without a name. */
function giversSheet(facts: DisclosureFacts): PaperSheet {
  const { organisations, individuals } = facts.contributors;
  const total = add(sum(organisations.map(({ amount }) => amount)), individuals);
  const lines = organisations.map(({ name, amount }, at) =>
    say('disGiver', { name, amount, last: individuals <= 0 && at === organisations.length - 1 }),
  );
  return sheet('givers', [
    titled(facts, 'givers'),
    ...lines.map((line) => note(line)),
    ...(individuals > 0 ? [note(say('disOthers', { amount: individuals }))] : []),
    ...(total === 0 ? [note(say('none', {}))] : [note(say('disGiversTotal', { amount: total }), true)]),
  ]);
}

function giversTable(facts: DisclosureFacts): PaperSheet {
  const { contributions } = facts;
  const rows = contributions.map(({ day, party, fund, voucher, amount }, at): PaperRow => ({
    kind: 'line',
    cells: { number: at + 1, day, person: maskedText(party) || say('unnamed', {}), fund, voucher, amount },
  }));
  return sheet('givers', [
    titled(facts, 'givers'),
    { kind: 'note', line: say('currency', {}), at: 'right' },
    {
      kind: 'table',
      columns: [
        { key: 'number', type: 'count' },
        { key: 'day', type: 'day' },
        { key: 'person', type: 'person' },
        { key: 'fund', type: 'text' },
        { key: 'voucher', type: 'code' },
        { key: 'amount', type: 'dong' },
      ],
      sums: ['amount'],
      tall: false,
      filter: true,
      rows: [
        ...rows,
        {
          kind: 'total',
          label: say('sheetsTotal', {}),
          cells: { amount: sum(contributions.map((each) => each.amount)) },
        },
      ],
    },
  ]);
}

function inspectionSheet(facts: DisclosureFacts): PaperSheet {
  const { accepted, heads } = facts;
  return sheet('inspection', [
    titled(facts, 'inspection'),
    note(say('disPart', { part: 'findings' }), true),
    ...(accepted.length === 0
      ? [note(say('none', {}))]
      : accepted.map((each) => note(say('acceptedItem', each)))),
    note(say('disPart', { part: 'heads' }), true),
    ...heads.map(({ month, head }) =>
      note(head === undefined ? say('disOpenMonth', { month }) : say('disHead', { month, head })),
    ),
  ]);
}
