import { totalOf, type Part } from '../domain/award.ts';
import { subtract, type Dong } from '../domain/dong.ts';
import { refuse } from '../domain/failure.ts';
import type { PaperKind } from '../domain/paper.ts';

/** One payment of several: its amount in đồng, and the paper or milestone that must be there first. */
export interface Instalment {
  readonly amount: Dong;
  readonly needs?: PaperKind | undefined;
}

/** What the case of a house tells beside its amount. */
export interface HouseInput {
  /** What the house costs as a whole, in đồng. */
  readonly cost?: Dong | undefined;
  readonly area?: string | undefined;
  /** The spouse's ID number: kept apart, printed nowhere. */
  readonly spouse?: string | undefined;
  readonly instalments?: readonly Instalment[] | undefined;
}

/** The payer's parts: one, or the instalments of the decision, which add up to the amount. */
export function instalmentParts(
  amount: Dong,
  payer: number | undefined,
  instalments: readonly Instalment[],
): Part[] {
  if (instalments.length === 0) return [{ line: 1, payer, form: 'cash', amount }];
  const parts = instalments.map((each, at): Part => ({ line: at + 1, payer, form: 'cash', ...each }));
  const difference = subtract(totalOf(parts), amount);
  if (difference !== 0) refuse('instalment.sum', { amount, sum: totalOf(parts), difference });
  return parts;
}
