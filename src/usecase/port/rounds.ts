import type { ProgrammeKind, Round } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { PersonKey } from './ports.ts';

/** An award that was neither rejected nor cancelled, as a unit's share counts it. */
export interface StandingAward {
  readonly code: string;
  /** The person, merged records counted as one. */
  readonly beneficiary: number;
  readonly unit: number;
  /** Of all its parts. */
  readonly amount: Dong;
}

/** A unit in the tree, and what became of it. */
export interface UnitFact {
  readonly id: number;
  readonly code: string;
  readonly parent?: number | undefined;
  /** The last day of one that was closed, and who took it over. */
  readonly to?: Day | undefined;
  readonly successor?: number | undefined;
}

/** A relative of a member, as a list is matched against them. */
export interface RelativeKey extends PersonKey {
  readonly member: number;
}

/** What a round's units are told by; each answer is one question to the book. */
export interface RoundReader {
  /** By their days. */
  rounds(kind?: ProgrammeKind): Promise<readonly Round[]>;
  /** In the order in which they were proposed. */
  standing(round: number): Promise<readonly StandingAward[]>;
  relatives(): Promise<readonly RelativeKey[]>;
  units(): Promise<readonly UnitFact[]>;
  /** When a round's last award was proposed; undefined where none was. */
  lastProposed(round: number): Promise<{ readonly day: Day; readonly operation: number } | undefined>;
  /**
   * Members by unit who joined, or came into the book, after that, had joined by a day where it is known when, are still
   * members and have no award of the round.
   */
  joinedSince(
    round: number,
    since: { readonly day: Day; readonly operation: number },
    until: Day,
  ): Promise<ReadonlyMap<number, number>>;
}
