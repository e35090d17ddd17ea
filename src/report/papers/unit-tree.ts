import type { Day } from '../../domain/day.ts';
import { sum, ZERO, type Dong } from '../../domain/dong.ts';
import { inOrder } from '../../domain/order.ts';
import { rolledUp, type Rolled } from '../../domain/unit-tree.ts';
import { unitName, type TreeUnit } from './appeal-units.ts';
import { say } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Letterhead, OfficeHolder, Paper, PaperRow, PaperValue } from './paper.ts';

/** What came from a unit or went to its people, in đồng. */
export interface UnitMove {
  /** Undefined where no unit is named. */
  readonly unit: number | undefined;
  readonly what: 'gifts' | 'heldGifts' | 'own' | 'held' | 'outside';
  readonly amount: Dong;
  /** Of support: who received it. */
  readonly person?: number | undefined;
}

export interface UnitTreeFacts {
  readonly letterhead: Letterhead;
  readonly from: Day;
  readonly to: Day;
  /** The day whose units take over those that were closed; undefined where units are as they were. */
  readonly asOf: Day | undefined;
  readonly moves: readonly UnitMove[];
  readonly units: readonly TreeUnit[];
  readonly officers: readonly OfficeHolder[];
}

/** Gifts to own and held funds, support by source, and how many people; in đồng. */
interface UnitFigures {
  readonly gifts: Dong;
  readonly heldGifts: Dong;
  readonly own: Dong;
  readonly held: Dong;
  readonly outside: Dong;
  readonly sum: Dong;
  readonly people: number;
}

export interface UnitTreeReport {
  readonly paper: Paper;
  readonly units: readonly {
    readonly unit: string;
    readonly parent: string;
    readonly own?: UnitFigures;
    readonly all: UnitFigures;
  }[];
  readonly noUnit: UnitFigures;
  readonly total: UnitFigures;
}

const AMOUNTS = ['gifts', 'heldGifts', 'own', 'held', 'outside'] as const;

/** Gifts and support rolled up the tree of units. */
export function unitTreeReport(facts: UnitTreeFacts): UnitTreeReport {
  const { letterhead, from, to, asOf, units } = facts;
  const known = new Set(units.map(({ id }) => id));
  const byUnit = Map.groupBy(facts.moves, ({ unit }) =>
    unit !== undefined && known.has(unit) ? unit : undefined,
  );
  const nowhere = byUnit.get(undefined) ?? [];
  const own = new Map(
    [...byUnit].flatMap(([unit, moves]) => (unit === undefined ? [] : [[unit, moves] as const])),
  );
  const sorted = units.toSorted((a, b) => inOrder(a.code, b.code));
  const tree = rolledUp<TreeUnit, readonly UnitMove[]>(sorted, own, (all) => all.flat());
  const total = figuresOf(facts.moves);
  const columns = AMOUNTS.filter((key) => key === 'gifts' || key === 'own' || total[key] !== 0);
  const counted = { number: 0 };
  const rows = rowsOf(tree, counted);
  if (nowhere.length > 0)
    rows.push({
      kind: 'line',
      cells: { number: ++counted.number, unitName: say('noUnit', {}), ...cellsOf(figuresOf(nowhere)) },
    });
  rows.push({
    kind: 'total',
    label: say('sheetsTotal', {}),
    cells: { ...cellsOf(total), net: total.gifts, sum: total.sum },
  });
  const paper: Paper = {
    name: 'units',
    language: letterhead.language,
    date: to,
    sheets: [
      {
        name: say('unitReport', {}),
        wide: true,
        onePage: false,
        blocks: [
          mottoHead(letterhead),
          {
            kind: 'title',
            lines: [
              say('unitReport', {}),
              say('reportDays', { from, to }),
              asOf === undefined ? say('unitsAsThen', {}) : say('unitsAsNow', { day: asOf }),
            ],
          },
          { kind: 'note', line: say('currency', {}), at: 'right' },
          {
            kind: 'table',
            columns: [
              { key: 'number', type: 'count' },
              { key: 'code', type: 'code' },
              { key: 'unitName', type: 'person' },
              ...columns.map((key) => ({ key: key === 'gifts' ? 'net' : key, type: 'dong' }) as const),
              { key: 'sum', type: 'dong' },
              { key: 'people', type: 'count' },
            ],
            sums: [...columns.map((key) => (key === 'gifts' ? 'net' : key)), 'sum'],
            tall: false,
            rows,
          },
          {
            kind: 'signatures',
            dateline: say('dateline', { town: letterhead.town, day: to }),
            signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
          },
        ],
      },
    ],
  };
  return { paper, units: linesOf(tree, ''), noUnit: figuresOf(nowhere), total };
}

type Branch = Rolled<TreeUnit, readonly UnitMove[]>;

function rowsOf(tree: readonly Branch[], counted: { number: number }): PaperRow[] {
  return tree.flatMap(({ unit, own, all, under }): PaperRow[] => {
    const { code, name } = unit;
    const mine: PaperRow[] =
      own === undefined
        ? []
        : [
            {
              kind: 'line',
              cells: { number: ++counted.number, code, unitName: unitName(unit), ...cellsOf(figuresOf(own)) },
            },
          ];
    if (under.length === 0) return mine;
    return [
      { kind: 'group', label: say('branch', { code, name }), cells: {} },
      ...mine,
      ...rowsOf(under, counted),
      { kind: 'stated', label: say('branchTotal', { name }), cells: cellsOf(figuresOf(all)) },
    ];
  });
}

function linesOf(tree: readonly Branch[], parent: string): UnitTreeReport['units'][number][] {
  return tree.flatMap(({ unit, own, all, under }) => [
    {
      unit: unit.code,
      parent,
      ...(own === undefined ? {} : { own: figuresOf(own) }),
      all: figuresOf(all),
    },
    ...linesOf(under, unit.code),
  ]);
}

function figuresOf(moves: readonly UnitMove[]): UnitFigures {
  const of = (what: UnitMove['what']) =>
    sum(moves.flatMap((move) => (move.what === what ? [move.amount] : [])));
  const [own, held, outside] = [of('own'), of('held'), of('outside')];
  const people = new Set(moves.flatMap(({ person }) => person ?? [])).size;
  return {
    gifts: of('gifts'),
    heldGifts: of('heldGifts'),
    own,
    held,
    outside,
    sum: sum([own, held, outside]),
    people,
  };
}

function cellsOf({ gifts, people, ...figures }: UnitFigures): PaperRow['cells'] {
  const shown = (amount: Dong): PaperValue => (amount === ZERO ? undefined : amount);
  const { heldGifts, own, held, outside } = figures;
  return {
    net: shown(gifts),
    heldGifts: shown(heldGifts),
    own: shown(own),
    held: shown(held),
    outside: shown(outside),
    sum: shown(figures.sum),
    people: people === 0 ? undefined : people,
  };
}
