import type { Day } from '../../domain/day.ts';
import { subtract, sum, type Dong } from '../../domain/dong.ts';
import type { House, HouseStage } from '../../domain/house.ts';
import { stageReport, type HouseLine } from '../home-stages.ts';
import { say } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper, PaperRow } from './paper.ts';

export interface HomeFacts {
  readonly letterhead: Letterhead;
  readonly asOf: Day;
  readonly round: { readonly code: string; readonly name: string } | undefined;
  readonly houses: readonly (House & {
    readonly award: string;
    readonly unit: string;
    readonly name: string;
  })[];
  /** After how many days without news a house is stalled. */
  readonly limit: number | undefined;
  readonly officers: readonly OfficeHolder[];
}

/** One house: decided of our money and of others', and of ours paid and open, in đồng. */
interface HomeLine extends HouseLine {
  readonly ours: Dong;
  readonly outside: Dong;
}

export interface HomeReport {
  readonly paper: Paper;
  readonly houses: readonly HomeLine[];
  readonly stages: readonly {
    readonly stage: HouseStage;
    readonly houses: number;
    readonly ours: Dong;
    readonly outside: Dong;
    readonly paid: Dong;
    readonly open: Dong;
  }[];
}

/** Houses by how far they are, with what they are built of, what was paid, and for how long nothing was heard. */
export function homeReport(facts: HomeFacts): HomeReport {
  const { letterhead, asOf, round, limit } = facts;
  const report = stageReport(facts.houses, asOf, limit);
  const money = new Map(
    facts.houses.map(({ award, parts }) => {
      const all = sum(parts.map(({ amount }) => amount));
      const outside = sum(parts.flatMap((part) => (part.outside ? [part.amount] : [])));
      return [award, { ours: subtract(all, outside), outside }] as const;
    }),
  );
  const none = { ours: sum([]), outside: sum([]) };
  const houses = report.houses.map((line): HomeLine => ({ ...line, ...(money.get(line.award) ?? none) }));
  const stages = report.stages.map(({ stage }) => {
    const those = houses.filter((line) => line.stage === stage);
    return { stage, houses: those.length, ...sumsOf(those) };
  });
  let number = 0;
  const rows = stages.flatMap(({ stage, houses: count, ...sums }): PaperRow[] => [
    { kind: 'group', label: say('homeStage', { stage }), cells: {} },
    ...houses
      .filter((line) => line.stage === stage)
      .map((line): PaperRow => ({
        kind: 'line',
        cells: {
          number: ++number,
          code: line.award,
          person: line.name,
          unit: line.unit,
          stage: say('homeStage', { stage }),
          ours: line.ours,
          outside: line.outside === 0 ? undefined : line.outside,
          paid: line.paid,
          open: line.open,
          since: line.since,
          age: line.age,
          note: line.stalled ? say('stalledMark', {}) : undefined,
        },
      })),
    { kind: 'subtotal', label: say('homeStageTotal', { stage, houses: count }), cells: sums },
  ]);
  rows.push({ kind: 'total', label: say('housesTotal', { houses: houses.length }), cells: sumsOf(houses) });
  const paper: Paper = {
    name: 'homes',
    language: letterhead.language,
    date: asOf,
    sheets: [
      {
        name: round?.code ?? say('homeReport', {}),
        wide: true,
        onePage: false,
        blocks: [
          mottoHead(letterhead),
          {
            kind: 'title',
            lines: [
              say('homeReport', {}),
              ...(round === undefined ? [] : [say('round', round)]),
              say('reportUpTo', { day: asOf }),
            ],
          },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          {
            kind: 'table',
            columns: [
              { key: 'number', type: 'count' },
              { key: 'code', type: 'code' },
              { key: 'person', type: 'person' },
              { key: 'unit', type: 'code' },
              { key: 'stage', type: 'text' },
              { key: 'ours', type: 'dong' },
              ...(houses.some(({ outside }) => outside !== 0)
                ? [{ key: 'outside', type: 'dong' } as const]
                : []),
              { key: 'paid', type: 'dong' },
              { key: 'open', type: 'dong' },
              { key: 'since', type: 'day' },
              { key: 'age', type: 'count' },
              { key: 'note', type: 'text' },
            ],
            sums: ['ours', 'outside', 'paid', 'open'],
            tall: false,
            rows,
          },
          ...(limit === undefined
            ? []
            : [
                {
                  kind: 'note' as const,
                  line: say('stalledNote', { houses: report.stalled, days: limit }),
                  at: 'left' as const,
                },
              ]),
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: asOf }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
  return { paper, houses, stages };
}

function sumsOf(lines: readonly HomeLine[]): { ours: Dong; outside: Dong; paid: Dong; open: Dong } {
  const of = (key: 'ours' | 'outside' | 'paid' | 'open') => sum(lines.map((line) => line[key]));
  return { ours: of('ours'), outside: of('outside'), paid: of('paid'), open: of('open') };
}
