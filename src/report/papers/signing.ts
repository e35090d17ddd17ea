import { isOurs, totalOf, type PartState, type Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import { sum, type Dong } from '../../domain/dong.ts';
import type { PrintedAward, PrintedUnit } from './given.ts';
import { say, type Line } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper, PaperColumn, PaperRow, PaperSheet } from './paper.ts';

export interface SigningFacts {
  readonly letterhead: Letterhead;
  readonly round: Round;
  readonly awards: readonly PrintedAward[];
  readonly units: readonly PrintedUnit[];
  readonly officers: readonly OfficeHolder[];
}

const COLUMNS: readonly PaperColumn[] = [
  { key: 'number', type: 'count' },
  { key: 'code', type: 'code' },
  { key: 'person', type: 'person' },
  { key: 'category', type: 'text' },
  { key: 'amount', type: 'dong' },
  { key: 'signature', type: 'text' },
  { key: 'note', type: 'text' },
];

/** The day a signing list speaks for: of the last payment, else of the last decision, else of the round. */
export function signingDay(round: Round, awards: readonly PrintedAward[]): Day {
  return (
    paidDay(awards) ??
    awards
      .flatMap((award) => award.decidedOn ?? [])
      .toSorted()
      .at(-1) ??
    round.day
  );
}

function paidDay(awards: readonly PrintedAward[]): Day | undefined {
  return awards
    .flatMap((award) => award.parts.map((part) => part.paid?.day ?? part.handed?.day))
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/**
 * The lists on which a round's people sign for what our hands give them, one sheet for each unit. Once anything is paid
 * or handed out the lists hold what was; before that, all that is approved.
 */
export function signingList(facts: SigningFacts): Paper {
  const { letterhead, round, awards } = facts;
  const begun = awards.some((award) => award.parts.some(isOut));
  const listed = awards.filter((award) => mine(award, begun).length > 0);
  const codes = new Set(listed.map((award) => award.unit.code));
  const sheets = facts.units
    .filter((unit) => codes.has(unit.code))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((unit) => {
      const here = listed.filter((award) => award.unit.id === unit.id);
      here.sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id));
      return unitSheet(facts, unit, here, begun);
    });
  return { name: 'signing', language: letterhead.language, date: signingDay(round, awards), sheets };
}

function unitSheet(
  facts: SigningFacts,
  unit: SigningFacts['units'][number],
  awards: readonly PrintedAward[],
  begun: boolean,
): PaperSheet {
  const { letterhead, round } = facts;
  const amount = sum(awards.map((award) => totalOf(mine(award, begun))));
  const people = new Set(awards.map((award) => award.beneficiary.id)).size;
  return {
    // The code first: the beginnings of names are alike, and a sheet shows no more.
    name: `${unit.code} ${unit.name}`,
    wide: false,
    onePage: false,
    blocks: [
      mottoHead(letterhead),
      {
        kind: 'title',
        lines: [
          say('signing', { kind: round.kind }),
          say('round', { name: round.name, code: round.code }),
          say('unit', { code: unit.code, name: unit.name }),
        ],
      },
      { kind: 'note', line: say('currency', {}), at: 'right' },
      {
        kind: 'table',
        columns: COLUMNS,
        sums: ['amount'],
        tall: true,
        rows: [
          ...awards.map((award, at) => row(award, at + 1, begun)),
          { kind: 'total', label: say('total', { people }), cells: { amount } },
        ],
      },
      { kind: 'note', line: say('sumInWords', { amount }), at: 'left' },
      { kind: 'note', line: say('recipients', { people }), at: 'left' },
      {
        kind: 'signatures',
        dateline: say('dateline', { town: letterhead.town, day: paidDay(awards) }),
        signers: signersOf(['preparer', 'cashier', 'accountant', 'committee'], facts.officers),
      },
    ],
  };
}

function row(award: PrintedAward, number: number, begun: boolean): PaperRow {
  return {
    kind: 'line',
    cells: {
      number,
      code: award.beneficiary.code,
      person: award.beneficiaryName,
      category: award.category,
      amount: totalOf(mine(award, begun)),
      note: besides(award),
    },
  };
}

function isOut(part: PartState): boolean {
  return part.paid !== undefined || part.handed !== undefined;
}

/** The parts of an award that its person signs for. */
function mine(award: PrintedAward, begun: boolean): PartState[] {
  return award.parts.filter((part) => isOurs(part) && (begun ? isOut(part) : part.approved));
}

/** What others give the same person at the same time, so that nobody looks for it in the sum. */
function besides(award: PrintedAward): Line | undefined {
  const others = award.parts.filter((part) => !isOurs(part));
  const amount: Dong = totalOf(others);
  return amount === 0
    ? undefined
    : say('besides', { amount, goods: others.every((part) => part.form === 'goods') });
}
