import { asDong, type Dong } from './dong.ts';

/**
 * How coarsely an amount is told in running text. `fine`: to a tenth of a million below 100 million, to a million below a
 * billion, to ten million above. `lead`: by its first digit alone, as headlines have it ("over 200 million").
 */
export type Coarseness = 'fine' | 'lead';

/** An amount as it is told: never more than it is, and `more` where it is less. */
export interface Told {
  /** In đồng, at most the amount itself. */
  readonly floor: Dong;
  readonly more: boolean;
  /** What `floor` is counted in; đồng where it is not rounded. */
  readonly unit: 'dong' | 'million' | 'billion';
  /** `floor` in that unit, in hundredths: 24.5 million is 2450. */
  readonly hundredths: number;
}

const MILLION = 1_000_000;
const BILLION = 1_000 * MILLION;

/** Rounds down, so that what is told is never more than what was given; below a million nothing is rounded. */
export function told(amount: Dong, how: Coarseness): Told {
  if (amount < MILLION) return { floor: amount, more: false, unit: 'dong', hundredths: 0 };
  const grain = how === 'lead' ? leadOf(amount) : grainOf(amount);
  const floor = asDong(amount - (amount % grain));
  const unit = floor < BILLION ? 'million' : 'billion';
  const hundredths = floor / ((unit === 'million' ? MILLION : BILLION) / 100);
  return { floor, more: floor < amount, unit, hundredths };
}

/** How large the next larger amount told would be: the amount itself is less than this. In đồng. */
export function toldBelow(amount: Dong, how: Coarseness): Dong {
  const { floor, more } = told(amount, how);
  return more ? asDong(floor + (how === 'lead' ? leadOf(floor) : grainOf(floor))) : asDong(amount + 1);
}

function grainOf(amount: number): number {
  if (amount < 100 * MILLION) return MILLION / 10;
  return amount < BILLION ? MILLION : 10 * MILLION;
}

/** The largest power of ten in an amount, in đồng. */
function leadOf(amount: number): number {
  let lead = 1;
  while (lead * 10 <= amount) lead *= 10;
  return lead;
}
