import type { Day, Month } from '../../domain/day.ts';
import { sum, ZERO, type Dong } from '../../domain/dong.ts';
import { say } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper, PaperRow } from './paper.ts';

/** One run of a programme in one union's book: awards that were decided, what of them is paid and signed for, in đồng. */
export interface UnionRound {
  readonly union: string;
  readonly name: string;
  readonly month: Month | '';
  readonly people: number;
  readonly awards: number;
  readonly decided: Dong;
  readonly paid: Dong;
  readonly signed: Dong;
}

export interface ConsolidatedRoundFacts {
  readonly letterhead: Letterhead;
  readonly round: { readonly code: string; readonly name: string };
  readonly date: Day;
  readonly lines: readonly UnionRound[];
  /** People whom two unions help under one ID number: counted once in all. */
  readonly twice: number;
  readonly absent: readonly { readonly union: string; readonly state: string }[];
  readonly officers: readonly OfficeHolder[];
}

export interface RoundTotal {
  readonly people: number;
  readonly awards: number;
  readonly decided: Dong;
  readonly paid: Dong;
  readonly signed: Dong;
}

/** One run of a programme in all books: decided, paid, signed for, and people, each counted once. */
export function consolidatedRound(facts: ConsolidatedRoundFacts): {
  readonly paper: Paper;
  readonly total: RoundTotal;
} {
  const { letterhead, round, date, lines, twice, absent } = facts;
  const total: RoundTotal = {
    people: lines.reduce((all, { people }) => all + people, -twice),
    awards: lines.reduce((all, { awards }) => all + awards, 0),
    decided: sum(lines.map(({ decided }) => decided)),
    paid: sum(lines.map(({ paid }) => paid)),
    signed: sum(lines.map(({ signed }) => signed)),
  };
  const cellsOf = (figures: RoundTotal): PaperRow['cells'] => ({
    people: figures.people,
    awards: figures.awards,
    decided: figures.decided,
    paid: shown(figures.paid),
    signedFor: shown(figures.signed),
  });
  const rows: PaperRow[] = [
    ...lines.map(({ union, name, ...line }, at): PaperRow => ({
      kind: 'line',
      cells: { number: at + 1, code: union, unitName: name, ...cellsOf(line) },
    })),
    ...(twice === 0
      ? []
      : [{ kind: 'line', cells: { unitName: say('countedOnce', {}), people: -twice } } as const]),
    { kind: 'total', label: say('consolidatedTotal', {}), cells: cellsOf(total) },
  ];
  const paper: Paper = {
    name: 'consolidated-round',
    language: letterhead.language,
    date,
    sheets: [
      {
        name: say('consolidatedReport', {}),
        wide: false,
        onePage: false,
        blocks: [
          mottoHead(letterhead),
          {
            kind: 'title',
            lines: [
              say('consolidatedReport', {}),
              say('round', { name: round.name, code: round.code }),
              say('reportUpTo', { day: date }),
            ],
          },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          {
            kind: 'table',
            columns: [
              { key: 'number', type: 'count' },
              { key: 'code', type: 'code' },
              { key: 'unitName', type: 'text' },
              { key: 'people', type: 'count' },
              { key: 'awards', type: 'count' },
              { key: 'decided', type: 'dong' },
              { key: 'paid', type: 'dong' },
              { key: 'signedFor', type: 'dong' },
            ],
            sums: ['people', 'awards', 'decided', 'paid', 'signedFor'],
            tall: false,
            rows,
          },
          ...(absent.length === 0
            ? []
            : [
                {
                  kind: 'note',
                  line: say('absentUnits', { units: absent.map(({ union }) => union) }),
                  at: 'left',
                } as const,
              ]),
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: date }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
  return { paper, total };
}

const shown = (amount: Dong): Dong | undefined => (amount === ZERO ? undefined : amount);
