import rules from '../../data/disclosure.json' with { type: 'json' };
import type { ProgrammeKind, Round } from '../domain/award.ts';
import { add, subtract, sum, ZERO, type Dong } from '../domain/dong.ts';
import { fold } from '../domain/name.ts';
import { inOrder } from '../domain/order.ts';
import { publish } from '../domain/suppression.ts';
import type { Gift } from './papers/given.ts';

export const DISCLOSURE_LEVELS = ['public', 'members', 'committee', 'inspector'] as const;
export type DisclosureLevel = (typeof DISCLOSURE_LEVELS)[number];

/** What a level shows, and why: data, for each union to change (data/disclosure.json). */
export interface LevelRule {
  /** `grouped`: no count of a small group. */
  readonly counts: 'grouped' | 'exact';
  /** Whose names stand on the paper: nobody's, those of one unit, all. */
  readonly people: 'none' | 'unit' | 'all';
  readonly contributors: 'organisations' | 'all';
  /** Decisions, vouchers, signatures, findings and heads. */
  readonly papers: boolean;
  readonly why: { readonly vi: string; readonly en: string };
}

export const levelRule = (level: DisclosureLevel): LevelRule => rules.levels[level] as LevelRule;
export const DISCLOSURE_SOURCE: { readonly vi: string; readonly en: string } = rules.source;

/** One programme, or several of which one alone would tell too few people; counts are of people, each counted once. */
export interface DisclosedProgramme {
  readonly kinds: readonly ProgrammeKind[];
  readonly round?: Round | undefined;
  /** Undefined where they are too few to be told. */
  readonly people: number | undefined;
  /** Undefined of programmes put together too: less one fund's spending it would tell the small one's. */
  readonly amount: Dong | undefined;
  /** By unit's key; those put together are in `together` and counted in `rest`. */
  readonly units: ReadonlyMap<number, number>;
  readonly together: ReadonlySet<number>;
  readonly rest: number | undefined;
}

interface Column {
  readonly kinds: readonly ProgrammeKind[];
  readonly round?: Round | undefined;
  readonly gifts: readonly Gift[];
}

/**
 * People by programme and unit. Where groups of fewer than `least` may not be told, small programmes are first put
 * together, then small units within each; nothing is told across programmes from which one could be worked out.
 */
export function disclosedProgrammes(
  gifts: readonly Gift[],
  rounds: readonly Round[],
  units: readonly number[],
  least: number | undefined,
): DisclosedProgramme[] {
  const kinds = new Map(rounds.map((round) => [round.id, round.kind]));
  const byKind = Map.groupBy(gifts, ({ award }) => kinds.get(award.round) ?? 'gift');
  const columns = (['gift', 'hardship', 'visit', 'home'] as const).flatMap((kind): Column[] => {
    const some = byKind.get(kind) ?? [];
    return peopleOf(some) === 0 ? [] : [{ kinds: [kind], gifts: some }];
  });
  const told = least === undefined ? columns : putTogether(columns, least);
  return told.map(({ kinds: some, gifts: those }): DisclosedProgramme => {
    const counts = new Map(
      units.map((unit) => [unit, peopleOf(those.filter(({ award }) => award.unit.id === unit))]),
    );
    const amount = sum(those.map((gift) => gift.amount));
    if (least === undefined) {
      const none: ReadonlySet<number> = new Set();
      return { kinds: some, people: peopleOf(those), amount, units: counts, together: none, rest: 0 };
    }
    const { shown, together, rest } = publish(counts, least);
    return {
      kinds: some,
      people: rest === undefined ? undefined : [...shown.values()].reduce((all, each) => all + each, rest),
      amount: rest === undefined || some.length > 1 ? undefined : amount,
      units: shown,
      together: new Set(together),
      rest,
    };
  });
}

/** The smallest programme joins the next larger one until none alone, and no sum of those joined, is too small. */
function putTogether(columns: readonly Column[], least: number): Column[] {
  const left = columns.toSorted((a, b) => peopleOf(a.gifts) - peopleOf(b.gifts));
  while (left.length > 1 && peopleOf(left[0]?.gifts ?? []) < least) {
    const [one, other] = left.splice(0, 2);
    if (one === undefined || other === undefined) break;
    left.unshift({ kinds: [...one.kinds, ...other.kinds], gifts: [...one.gifts, ...other.gifts] });
    left.sort((a, b) => peopleOf(a.gifts) - peopleOf(b.gifts));
  }
  const order = columns.map(({ kinds }) => kinds[0]);
  const place = ({ kinds }: Column) => Math.min(...kinds.map((kind) => order.indexOf(kind)));
  return left
    .map((column) => ({
      ...column,
      kinds: column.kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    }))
    .sort((a, b) => place(a) - place(b));
}

/** People who received something and kept it. */
function peopleOf(gifts: readonly Gift[]): number {
  const kept = new Map<number, Dong>();
  for (const { award, amount } of gifts) {
    kept.set(award.beneficiary.id, add(kept.get(award.beneficiary.id) ?? ZERO, amount));
  }
  return [...kept.values()].filter((amount) => amount > 0).length;
}

/** A gift of money as a list of givers needs it; negative where it was given back or taken back. */
export interface Contribution {
  readonly party: string;
  /** The unit's name, where a unit gave. */
  readonly unit?: string | undefined;
  /** Who gave wishes not to be named. */
  readonly secret?: boolean;
  readonly amount: Dong;
}

export interface Contributors {
  readonly organisations: readonly { readonly name: string; readonly amount: Dong }[];
  /** All who are not known to be an organisation, together. */
  readonly individuals: Dong;
}

const ORGANISATIONS: readonly string[] = rules.organisations.map(fold);

/** Whoever is not a unit, and is not named as an organisation is, counts as a person: no name of a person is published. */
function isOrganisation(name: string): boolean {
  const folded = fold(name);
  return ORGANISATIONS.some((word) => folded.startsWith(`${word} `));
}

/** Organisations by what they gave, the most first; persons together without a name. */
export function contributorsOf(rows: readonly Contribution[]): Contributors {
  const by = new Map<string, { name: string; amount: Dong }>();
  let individuals = ZERO;
  for (const { party, unit, secret = false, amount } of rows) {
    const name = unit ?? party;
    if (secret || (unit === undefined && !isOrganisation(party))) {
      individuals = add(individuals, amount);
      continue;
    }
    const known = by.get(fold(name));
    by.set(fold(name), { name: known?.name ?? name, amount: add(known?.amount ?? ZERO, amount) });
  }
  const organisations = [...by.values()]
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => subtract(b.amount, a.amount) || inOrder(a.name, b.name));
  return { organisations, individuals };
}

/** Whether a gift tells that its person was in hardship, so that members see initials only. */
export function isMasked(kind: ProgrammeKind, category: string): boolean {
  return rules.masked.programmes.includes(kind) || rules.masked.categories.includes(category);
}

/** The first letter of each of a name's words. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join('');
}
