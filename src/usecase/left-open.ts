import type { Day } from '../domain/day.ts';
import { inOrder } from '../domain/order.ts';
import type { AwardView } from './port/awards.ts';
import type { Reader, Unit } from './port/ports.ts';

const KINDS = ['proposed', 'unpaid', 'unsigned', 'advance', 'target', 'quota'] as const;
type OpenKind = (typeof KINDS)[number];

/** What a unit that ends leaves undone; it stays what it is, and is followed up with whoever takes over. */
export interface LeftOpen {
  readonly unit: string;
  readonly what: OpenKind;
  readonly codes: readonly string[];
  readonly more: number;
}

/** At most this many codes are named of each kind. */
const NAMED = 10;

/** Proposals and gifts that wait, money still with distributors, targets not met, quotas of rounds still to come. */
export async function leftOpen(reader: Reader, today: Day, units: readonly Unit[]): Promise<LeftOpen[]> {
  const awards = await reader.awards({ upTo: today, units: units.map(({ id }) => id) });
  const shares = (await reader.reports()).shares(today);
  const benefits = await reader.benefits();
  const rounds = (await reader.rounds()).filter(({ day }) => day >= today);
  const quotas: { unit: number; round: string }[] = [];
  for (const { id, code } of rounds)
    quotas.push(...(await benefits.quotas(id)).map(({ unit }) => ({ unit, round: code })));
  return units.flatMap(({ id, code: unit }) => {
    const own = awards.filter((award) => award.unit.id === id);
    const codes: { readonly [K in OpenKind]: readonly string[] } = {
      proposed: own.filter(({ state }) => state === 'proposed').map(({ code }) => code),
      unpaid: own
        .filter(waits((part) => part.paid === undefined && part.handed === undefined))
        .map(({ code }) => code),
      unsigned: own
        .filter(waits((part) => part.paid !== undefined && part.signedOn === undefined))
        .map(({ code }) => code),
      advance: own.filter(waits((part) => part.handed !== undefined)).map(({ code }) => code),
      target: shares
        .filter((share) => share.unit === id && share.received < (share.target ?? share.pledged ?? 0))
        .map(({ appeal }) => appeal),
      quota: quotas.filter((quota) => quota.unit === id).map(({ round }) => round),
    };
    return KINDS.flatMap((what) => {
      const all = codes[what].toSorted(inOrder);
      if (all.length === 0) return [];
      return [{ unit, what, codes: all.slice(0, NAMED), more: Math.max(0, all.length - NAMED) }];
    });
  });
}

type Part = AwardView['parts'][number];

function waits(isOpen: (part: Part) => boolean): (award: AwardView) => boolean {
  return ({ state, parts }) =>
    state === 'approved' && parts.some((part) => part.outside === undefined && isOpen(part));
}
