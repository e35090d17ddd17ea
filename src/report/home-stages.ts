import type { Day } from '../domain/day.ts';
import { add, ZERO, type Dong } from '../domain/dong.ts';
import { daysBetween } from '../domain/finding.ts';
import {
  HOUSE_STAGES,
  houseMoney,
  houseStage,
  idleDays,
  lastStep,
  type House,
  type HouseStage,
} from '../domain/house.ts';
import type { Row, Table } from './table.ts';

/** A house as it is listed: its case, its person and unit, and how far it is. */
interface HouseCase extends House {
  readonly award: string;
  readonly unit: string;
  readonly name: string;
}

export interface HouseLine {
  readonly award: string;
  readonly name: string;
  readonly unit: string;
  readonly stage: HouseStage;
  /** The day of the last milestone or payment, else of the decision; and how many days ago it was. */
  readonly since?: Day;
  readonly age?: number;
  readonly stalled: boolean;
  /** Out of our hands, and decided and still to be paid. */
  readonly paid: Dong;
  readonly open: Dong;
}

interface StageReport {
  readonly asOf: Day;
  readonly houses: readonly HouseLine[];
  readonly stages: readonly { stage: HouseStage; houses: number; paid: Dong; open: Dong }[];
  readonly stalled: number;
  readonly paid: Dong;
  readonly open: Dong;
}

/** Houses by how far they are, the longest idle first within a stage; `limit` is the days after which one is stalled. */
export function stageReport(houses: readonly HouseCase[], asOf: Day, limit: number | undefined): StageReport {
  const lines = houses.map((house): HouseLine => {
    const { award, unit, name } = house;
    const since = lastStep(house);
    const age = since === undefined ? undefined : Math.max(0, daysBetween(since, asOf));
    const idle = idleDays(house, asOf);
    return {
      award,
      name,
      unit,
      stage: houseStage(house),
      ...(since === undefined ? {} : { since }),
      ...(age === undefined ? {} : { age }),
      stalled: limit !== undefined && idle !== undefined && idle > limit,
      ...houseMoney(house),
    };
  });
  const ordered = HOUSE_STAGES.flatMap((stage) =>
    lines.filter((line) => line.stage === stage).toSorted((a, b) => (b.age ?? 0) - (a.age ?? 0)),
  );
  const stages = HOUSE_STAGES.flatMap((stage) => {
    const those = ordered.filter((line) => line.stage === stage);
    return those.length === 0 ? [] : [{ stage, houses: those.length, ...sums(those) }];
  });
  const stalled = ordered.filter((line) => line.stalled).length;
  return { asOf, houses: ordered, stages, stalled, ...sums(ordered) };
}

/** The same as a table; `words` names stages and states. */
export function stageTable(report: StageReport, words: Readonly<Record<string, string>>): Table {
  const rows = report.stages.flatMap(({ stage, houses, paid, open }): Row[] => [
    ...report.houses
      .filter((line) => line.stage === stage)
      .map(({ stalled, ...cells }): Row => ({
        kind: 'line',
        cells: { ...cells, stage: words[`stage.${stage}`], state: stalled ? words['stalled'] : '' },
      })),
    { kind: 'subtotal', label: 'subtotal', cells: { houses, paid, open } },
  ]);
  return {
    name: 'stages',
    facts: { asOf: report.asOf },
    columns: [
      { key: 'stage', type: 'text' },
      { key: 'award', type: 'code' },
      { key: 'name', type: 'person' },
      { key: 'unit', type: 'code' },
      { key: 'since', type: 'day' },
      { key: 'age', type: 'count' },
      { key: 'state', type: 'text' },
      { key: 'houses', type: 'count' },
      { key: 'paid', type: 'dong' },
      { key: 'open', type: 'dong' },
    ],
    rows: [
      ...rows,
      {
        kind: 'total',
        label: 'total',
        cells: { houses: report.houses.length, paid: report.paid, open: report.open },
      },
    ],
  };
}

function sums(lines: readonly { readonly paid: Dong; readonly open: Dong }[]): { paid: Dong; open: Dong } {
  return lines.reduce((all, { paid, open }) => ({ paid: add(all.paid, paid), open: add(all.open, open) }), {
    paid: ZERO,
    open: ZERO,
  });
}
