import type { ProgrammeKind } from '../../domain/award.ts';
import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { PrivateField } from './ports.ts';

/** An award that was neither rejected nor cancelled, as it counts for duplicates. */
export interface StandingAward {
  readonly id: number;
  readonly code: string;
  /** The record that its beneficiary counts as. */
  readonly person: number;
  readonly round: number;
  readonly kind: ProgrammeKind;
  /** The round's day. */
  readonly day: Day;
  /** Funds that pay parts of it; 0 where nobody is named. */
  readonly payers: readonly number[];
}

/** What a person's own page says besides awards. */
export interface PersonPage {
  readonly code: string;
  readonly born?: string | undefined;
  readonly joined?: Day | undefined;
  readonly staffNo?: string | undefined;
  readonly cardNo?: string | undefined;
  readonly relativeOf?: string | undefined;
  /** Codes of records that were merged into this one. */
  readonly merged: readonly string[];
}

/** A payment that came back, of an award. */
export interface ReturnedBenefit {
  readonly award: string;
  readonly line: number;
  readonly day: Day;
  readonly amount: Dong;
}

/** A benefit of the time before the book. */
export interface HistoryBenefit {
  readonly kind: ProgrammeKind;
  readonly day: Day;
  readonly amount: Dong;
  readonly content: string;
}

/** What a roll knows a record of the book by. */
export interface RolledPerson {
  readonly code: string;
  readonly folded: string;
  /** The folded name of the record that it counts as. */
  readonly counts: string;
  readonly unit: number;
  readonly born: string;
}

/** People as one person with every record they have. */
export interface PersonReader {
  /** Every record that stands, one after another: nothing else may be asked of the book until the last one is taken. */
  rolled(): Iterable<RolledPerson>;
  /** Every record of these people, with the record that it counts as. */
  records(people: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /** Standing awards of these people in a round, in rounds within some days of it, and, for a home, in all rounds of homes. */
  standing(
    people: readonly number[],
    near: { readonly round: number; readonly kind: ProgrammeKind; readonly day: Day; readonly days: number },
  ): Promise<readonly StandingAward[]>;
  page(person: number): Promise<PersonPage>;
  /** Private values by field; later records of one person do not hide earlier ones. */
  privates(person: number): Promise<Readonly<Partial<Record<PrivateField, string>>>>;
  returned(people: readonly number[]): Promise<readonly ReturnedBenefit[]>;
  history(people: readonly number[]): Promise<readonly HistoryBenefit[]>;
  /** What people are on a day, of those who are not simply active. */
  statesOn(day: Day): Promise<ReadonlyMap<number, string>>;
}
