import { isOurs, totalOf, type Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import type { PrintedAward, PrintedUnit } from './given.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type {
  Block,
  Head,
  Letterhead,
  OfficeHolder,
  Paper,
  PaperRow,
  PaperSheet,
  PaperTable,
  Signatures,
} from './paper.ts';

/** What a round's committee decides on: all of it is on the list behind. */
export interface DecisionFacts {
  readonly letterhead: Letterhead;
  readonly round: Round;
  /** Undefined while it is a draft. */
  readonly number: string | undefined;
  readonly decidedOn: Day | undefined;
  /** The day whose officers sign. */
  readonly day: Day;
  readonly awards: readonly PrintedAward[];
  readonly units: readonly PrintedUnit[];
  readonly funds: readonly Fund[];
  readonly officers: readonly OfficeHolder[];
}

/** The head of decisions and official lists: who and which number at the left, motto, place and date at the right. */
function decisionHead(letterhead: Letterhead, number: string | undefined, day: Day | undefined): Head {
  return {
    ...mottoHead(letterhead),
    number: say('decisionNo', { number }),
    dateline: say('dateline', { town: letterhead.town, day }),
  };
}

/** A decision on support to sign, and the list of who receives what. What is private of a person is on neither. */
export function decisionPaper(facts: DecisionFacts): Paper {
  return {
    name: 'decision',
    language: facts.letterhead.language,
    date: facts.day,
    sheets: [decisionSheet(facts), listSheet(facts)],
  };
}

function decisionSheet(facts: DecisionFacts): PaperSheet {
  const { letterhead, round, number, decidedOn, awards, officers } = facts;
  const { kind, name } = round;
  const people = new Set(awards.map(({ beneficiary }) => beneficiary.id)).size;
  const amount = sum(awards.map(({ parts }) => totalOf(parts)));
  const text = (line: Line, strong = false): Block => ({ kind: 'paragraph', line, strong });
  const signatures: Signatures = {
    kind: 'signatures',
    signers: signersOf(['committee'], officers),
    copies: [
      say('copiesTo', {}),
      say('copyHere', {}),
      ...(letterhead.above === '' ? [] : [say('copyAbove', { name: letterhead.above })]),
      say('copyUnits', {}),
      say('copyFile', {}),
    ],
  };
  return {
    name: say('decisionTab', {}),
    wide: false,
    onePage: false,
    blocks: [
      decisionHead(letterhead, number, decidedOn),
      {
        kind: 'title',
        lines: [say('decision', {}), say('decisionOn', { kind, round: name })],
      },
      { kind: 'title', lines: [say('decisionBody', { name: letterhead.name })] },
      ...(['charter', 'regulation', 'meeting', 'proposal'] as const).map((ground) =>
        text(say('decisionGround', { ground })),
      ),
      { kind: 'title', lines: [say('decides', {})] },
      text(say('articleGive', { kind, people, round: name })),
      text(say('articleAmount', { amount })),
      text(say('articleSource', {})),
      ...sourcesOf(facts).map((line) => text(line)),
      text(say('articleDuty', {})),
      signatures,
    ],
  };
}

/** What each fund gives by this decision, and what others give at the same time. */
function sourcesOf({ awards, funds }: DecisionFacts): Line[] {
  const parts = awards.flatMap((award) => award.parts);
  const byFund = Map.groupBy(parts.filter(isOurs), ({ payer }) => payer ?? 0);
  const ours = funds.flatMap(({ id, name, code, kind }) => {
    const some = byFund.get(id);
    return some === undefined
      ? []
      : [say('sourceOf', { name, code, held: kind === 'held', amount: totalOf(some) })];
  });
  const others = Map.groupBy(
    parts.filter((part) => !isOurs(part)),
    ({ outside }) => outside ?? '',
  );
  return [
    ...ours,
    ...[...others].map(([name, some]) => say('sourceOutside', { name, amount: totalOf(some) })),
  ];
}

function listSheet(facts: DecisionFacts): PaperSheet {
  const { letterhead, round, number, decidedOn, awards, officers } = facts;
  const amount = sum(awards.map(({ parts }) => totalOf(parts)));
  const people = new Set(awards.map(({ beneficiary }) => beneficiary.id)).size;
  return {
    name: say('decisionListTab', {}),
    wide: false,
    onePage: false,
    blocks: [
      mottoHead(letterhead),
      {
        kind: 'title',
        lines: [
          say('decisionList', { kind: round.kind }),
          say('round', { name: round.name, code: round.code }),
          say('withDecision', { number, day: decidedOn, name: letterhead.name }),
        ],
      },
      { kind: 'note', line: say('currency', {}), at: 'right' },
      listTable(facts, people, amount),
      { kind: 'note', line: say('sumInWords', { amount }), at: 'left' },
      { kind: 'signatures', signers: signersOf(['preparer', 'committee'], officers) },
    ],
  };
}

function listTable({ awards, units }: DecisionFacts, people: number, amount: Dong): PaperTable {
  const rows: PaperRow[] = [];
  let last: number | undefined;
  for (const [at, award] of awards.entries()) {
    const { code, unit, beneficiaryName: person, category, parts } = award;
    const name = units.find(({ id }) => id === unit.id)?.name ?? '';
    if (unit.id !== last)
      rows.push({ kind: 'group', label: say('unit', { code: unit.code, name }), cells: {} });
    last = unit.id;
    rows.push({ kind: 'line', cells: { number: at + 1, code, person, category, amount: totalOf(parts) } });
  }
  rows.push({ kind: 'total', label: say('total', { people }), cells: { amount } });
  return {
    kind: 'table',
    columns: [
      { key: 'number', type: 'count' },
      { key: 'code', type: 'code' },
      { key: 'person', type: 'person' },
      { key: 'category', type: 'text' },
      { key: 'amount', type: 'dong' },
      { key: 'note', type: 'text' },
    ],
    sums: ['amount'],
    tall: false,
    rows,
  };
}
