import { totalOf, type PartState, type Round } from '../../domain/award.ts';
import { controlCode } from '../../domain/control-code.ts';
import type { Dong } from '../../domain/dong.ts';
import { inOrder } from '../../domain/order.ts';
import type { PrintedAward, PrintedUnit } from './given.ts';

/** SHA-256 of some text, in hexadecimal. */
export type Digest = (text: string) => string;

/** A unit with its place in the tree. */
export interface ListedUnit extends PrintedUnit {
  readonly kind?: string | undefined;
  readonly parent?: number | undefined;
}

/** An award with the parts that its person signs for on one sheet. */
export interface Listed {
  readonly award: PrintedAward;
  readonly parts: readonly PartState[];
}

/** One sheet of a signing list: a unit's people, and the code that fits these awards, parts and amounts only. */
export interface ListedSheet {
  readonly unit: ListedUnit;
  readonly rows: readonly Listed[];
  readonly control: string;
}

/** What one distributor carried: the voucher, and its parts as `award/line` keys. */
export interface Carried {
  readonly voucher: string;
  readonly parts: ReadonlySet<string>;
}

export interface ListedFacts {
  /** The book's UUID. */
  readonly book: string;
  readonly round: Round;
  readonly awards: readonly PrintedAward[];
  readonly units: readonly ListedUnit[];
  readonly digest: Digest;
  /** Only what this distributor carried. */
  readonly carried?: Carried | undefined;
}

export function partKey(part: { readonly award: number; readonly line: number }): string {
  return `${part.award}/${part.line}`;
}

/** What a sheet's people receive from our hands, in đồng. */
export function listedSum(rows: readonly Listed[]): Dong {
  return totalOf(rows.flatMap(({ parts }) => parts));
}

/**
 * The sheets of a round, one a unit, sections and groups on their unit's; with `under` that unit alone and what belongs
 * to it. Once anything of a sheet is paid or handed out it holds what was; before that, all that is approved.
 */
export function listedSheets(facts: ListedFacts, under?: ListedUnit): ListedSheet[] {
  const tree = new Map(facts.units.map((unit) => [unit.id, unit]));
  const own = under !== undefined && isPart(under);
  return sheetsOver(facts, (unit) => {
    if (under !== undefined && !chain(tree, unit).includes(under)) return [];
    return [own ? under : (chain(tree, unit).find((each) => !isPart(each)) ?? unit)];
  });
}

/** Every sheet that may have been printed of a round as it stands: those of whole units, and of their sections alone. */
export function possibleSheets(facts: ListedFacts): ListedSheet[] {
  const tree = new Map(facts.units.map((unit) => [unit.id, unit]));
  return sheetsOver(facts, (unit) => {
    const line = chain(tree, unit);
    const whole = line.findIndex((each) => !isPart(each));
    return whole < 0 ? line : line.slice(0, whole + 1);
  });
}

/** Whether a unit is a part of another that has its sheet. */
function isPart({ kind, parent }: ListedUnit): boolean {
  return parent !== undefined && (kind === 'section' || kind === 'group');
}

/** A unit and those above it, the nearest first. */
function chain(tree: ReadonlyMap<number, ListedUnit>, unit: ListedUnit): ListedUnit[] {
  const line: ListedUnit[] = [];
  for (let at: ListedUnit | undefined = unit; at !== undefined; at = tree.get(at.parent ?? 0)) line.push(at);
  return line;
}

function sheetsOver(
  facts: ListedFacts,
  sheetsOf: (unit: ListedUnit) => readonly ListedUnit[],
): ListedSheet[] {
  const units = new Map(facts.units.map((unit) => [unit.id, sheetsOf(unit)]));
  const groups = new Map<ListedUnit, PrintedAward[]>();
  for (const award of facts.awards) {
    for (const unit of units.get(award.unit.id) ?? []) {
      const group = groups.get(unit);
      if (group === undefined) groups.set(unit, [award]);
      else group.push(award);
    }
  }
  return [...groups]
    .toSorted(([a], [b]) => inOrder(a.code, b.code))
    .flatMap(([unit, awards]) => {
      const begun = awards.some((award) => award.parts.some((part) => isHanded(part) && isOut(part)));
      const rows = awards
        .map((award): Listed => ({
          award,
          parts: award.parts.filter((part) => isListed(facts, part, begun)),
        }))
        .filter(({ parts }) => parts.length > 0)
        .toSorted(({ award: a }, { award: b }) =>
          a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id - b.id,
        );
      return rows.length === 0 ? [] : [{ unit, rows, control: controlOf(facts, unit, rows) }];
    });
}

/** What passes through our hands, cash and goods: what others give is on no list of ours. */
function isHanded(part: PartState): boolean {
  return part.outside === undefined;
}

function isOut(part: PartState): boolean {
  return part.paid !== undefined || part.handed !== undefined;
}

function isListed({ carried }: ListedFacts, part: PartState, begun: boolean): boolean {
  if (carried !== undefined) return carried.parts.has(partKey(part));
  return isHanded(part) && (begun ? isOut(part) : part.approved);
}

function controlOf({ book, round, carried, digest }: ListedFacts, unit: ListedUnit, rows: readonly Listed[]) {
  const lines = rows
    .flatMap(({ award, parts }) =>
      parts.map(({ line, form, amount }) => `${award.code} ${line} ${form} ${amount}`),
    )
    .toSorted();
  return controlCode(
    digest(['sheet', book, round.code, unit.code, carried?.voucher ?? '', ...lines].join('\n')),
  );
}

/** The code of a whole list: of its sheets' codes. */
export function listControl(sheets: readonly ListedSheet[], digest: Digest): string {
  return controlCode(digest(['list', ...sheets.map(({ control }) => control)].join('\n')));
}
