import { totalStanding, type Standing, type UnitShare } from '../../domain/appeal.ts';
import type { Day } from '../../domain/day.ts';
import { subtract, sum, ZERO, type Dong } from '../../domain/dong.ts';
import type { Fund } from '../../domain/fund.ts';
import { rolledUp, type Rolled } from '../../domain/unit-tree.ts';
import { say } from './line.ts';
import { mottoHead, signersOf } from './officers.ts';
import type { Figure, Letterhead, OfficeHolder, Paper, PaperRow, PaperSheet, PaperValue } from './paper.ts';

export interface TreeUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly parent?: number | undefined;
  /** The units that it was split into, where it is no more: what was its own stays on its line. */
  readonly now?: readonly string[] | undefined;
}

/** A unit's name; of one that was split, with what it was split into. */
export function unitName({ name, now }: TreeUnit): PaperValue {
  return now === undefined ? name : say('unitNow', { name, codes: now });
}

export interface AppealUnits {
  readonly code: string;
  readonly name: string;
  readonly goal?: Dong | undefined;
  /** The tree in which it is told. */
  readonly units: readonly TreeUnit[];
  /** What each unit was asked for, promised and gave, by its key; several of one that took others over. */
  readonly shares: ReadonlyMap<number, readonly UnitShare[]>;
  /** What came in and was passed on, fund by fund. */
  readonly sums: readonly { readonly fund: Fund; readonly received: Dong; readonly remitted: Dong }[];
}

export interface AppealUnitsFacts {
  readonly letterhead: Letterhead;
  readonly asOf: Day;
  readonly appeals: readonly AppealUnits[];
  readonly officers: readonly OfficeHolder[];
}

/** One unit of an appeal, alone and with all below it. */
interface UnitLine {
  readonly unit: string;
  readonly own?: Standing;
  readonly all: Standing;
}

interface AppealLine {
  readonly code: string;
  readonly units: readonly UnitLine[];
  readonly noUnit: Dong;
  readonly received: Dong;
  readonly goal?: Dong;
  readonly own: Dong;
  readonly held: Dong;
  readonly remitted: Dong;
  readonly owed: Dong;
}

/** Appeals unit by unit, one sheet each: what was asked, promised and given, each branch of the tree with its sum. */
export function appealUnits(facts: AppealUnitsFacts): { paper: Paper; appeals: readonly AppealLine[] } {
  const { letterhead, asOf, appeals } = facts;
  const told = appeals.map((appeal) => tell(appeal, facts));
  const paper: Paper = {
    name: 'appeals',
    language: letterhead.language,
    date: asOf,
    sheets: told.length === 0 ? [noAppeal(facts)] : told.map(({ sheet }) => sheet),
  };
  return { paper, appeals: told.map(({ line }) => line) };
}

/** A book without appeals has a paper that says so. */
function noAppeal({ letterhead, asOf }: AppealUnitsFacts): PaperSheet {
  return {
    name: say('appealReport', {}),
    wide: true,
    onePage: false,
    blocks: [
      mottoHead(letterhead),
      { kind: 'title', lines: [say('appealReport', {}), say('reportUpTo', { day: asOf })] },
      { kind: 'note', line: say('noneOpen', {}), at: 'left' },
    ],
  };
}

function tell(appeal: AppealUnits, facts: AppealUnitsFacts): { sheet: PaperSheet; line: AppealLine } {
  const { letterhead, asOf } = facts;
  const { code, name, goal } = appeal;
  const tree = rolledUp<TreeUnit, readonly UnitShare[]>(appeal.units, appeal.shares, (all) => all.flat());
  const given = [...appeal.shares.values()].flat();
  const received = sum(appeal.sums.map((each) => each.received));
  const noUnit = subtract(received, sum(given.map((each) => each.received)));
  const of = (kind: Fund['kind'], key: 'received' | 'remitted') =>
    sum(appeal.sums.flatMap((each) => (each.fund.kind === kind ? [each[key]] : [])));
  const [own, held, remitted] = [of('own', 'received'), of('held', 'received'), of('held', 'remitted')];
  const owed = subtract(held, remitted);
  const rows = rowsOf(tree);
  if (noUnit !== 0) rows.push({ kind: 'line', cells: { unitName: say('noUnit', {}), received: noUnit } });
  const all = totalStanding(given);
  rows.push({ kind: 'total', label: say('sheetsTotal', {}), cells: { ...cellsOf(all), received } });
  const owner = appeal.sums.find(({ fund }) => fund.kind === 'held')?.fund.owner ?? '';
  const sheet: PaperSheet = {
    name: code,
    wide: true,
    onePage: false,
    blocks: [
      mottoHead(letterhead),
      {
        kind: 'title',
        lines: [say('appealReport', {}), say('appealOf', { code, name }), say('reportUpTo', { day: asOf })],
      },
      { kind: 'note', line: say('currency', {}), at: 'right' },
      {
        kind: 'table',
        columns: [
          { key: 'code', type: 'code' },
          { key: 'unitName', type: 'text' },
          { key: 'target', type: 'dong' },
          { key: 'pledged', type: 'dong' },
          { key: 'received', type: 'dong' },
          { key: 'outstanding', type: 'dong' },
          { key: 'rate', type: 'count' },
        ],
        sums: ['target', 'pledged', 'received', 'outstanding'],
        tall: false,
        rows,
      },
      { kind: 'figures', figures: figuresOf({ goal, received, own, held, remitted, owed, owner }) },
      {
        kind: 'signatures',
        dateline: say('dateline', { town: letterhead.town, day: asOf }),
        signers: signersOf(['preparer', 'accountant', 'committee'], facts.officers),
      },
    ],
  };
  const line: AppealLine = {
    code,
    units: linesOf(tree),
    noUnit,
    received,
    ...(goal === undefined ? {} : { goal }),
    own,
    held,
    remitted,
    owed,
  };
  return { sheet, line };
}

type Branch = Rolled<TreeUnit, readonly UnitShare[]>;

/** A branch under its name and above its sum; a unit that has nothing below it is a line. */
function rowsOf(tree: readonly Branch[]): PaperRow[] {
  return tree.flatMap(({ unit, own, all, under }): PaperRow[] => {
    const { code, name } = unit;
    const mine: PaperRow[] =
      own === undefined
        ? []
        : [{ kind: 'line', cells: { code, unitName: unitName(unit), ...cellsOf(totalStanding(own)) } }];
    if (under.length === 0) return mine;
    return [
      { kind: 'group', label: say('branch', { code, name }), cells: {} },
      ...mine,
      ...rowsOf(under),
      { kind: 'stated', label: say('branchTotal', { name }), cells: cellsOf(totalStanding(all)) },
    ];
  });
}

function linesOf(tree: readonly Branch[]): UnitLine[] {
  return tree.flatMap(({ unit, own, all, under }) => [
    {
      unit: unit.code,
      ...(own === undefined ? {} : { own: totalStanding(own) }),
      all: totalStanding(all),
    },
    ...linesOf(under),
  ]);
}

function cellsOf({ target, pledged, received, outstanding, rate }: Standing): PaperRow['cells'] {
  return { target, pledged, received, outstanding, rate };
}

interface Sums {
  readonly goal: Dong | undefined;
  readonly received: Dong;
  readonly own: Dong;
  readonly held: Dong;
  readonly remitted: Dong;
  readonly owed: Dong;
  readonly owner: string;
}

function figuresOf({ goal, received, own, held, remitted, owed, owner: name }: Sums): Figure[] {
  const figure = (
    key: 'goal' | 'collected' | 'ours' | 'owner' | 'remitted' | 'owed',
    amount: Dong,
  ): Figure => ({
    name: key,
    label: say('appealFigure', { figure: key, name }),
    amount,
    strong: key === 'collected' || key === 'owed',
  });
  return [
    ...(goal === undefined ? [] : [figure('goal', goal)]),
    held === ZERO
      ? figure('collected', received)
      : { ...figure('collected', received), plus: ['ours', 'owner'] },
    ...(held === ZERO
      ? []
      : [
          figure('ours', own),
          figure('owner', held),
          figure('remitted', remitted),
          { ...figure('owed', owed), plus: ['owner'], minus: ['remitted'] },
        ]),
  ];
}
