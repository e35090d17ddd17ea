import type { ErasedAnswer } from '../../usecase/port/erased.ts';
import type { Day } from '../../domain/day.ts';
import type { IdDoubt } from '../../domain/identity.ts';
import type { State } from '../../domain/status.ts';

/** What commands on people say when they have done their work; each takes the command's answer. */
export interface PeopleDone {
  statusSet(a: { code: string; is: State; on: Day }): string;
  memberMoved(a: { code: string; from: string; to: string; on: Day }): string;
  toldApart(a: { code: string; other: string }): string;
  merged(a: { code: string; into: string; awards: number }): string;
  memberSet(a: {
    code: string;
    fields: readonly { readonly field: string; readonly value: string }[];
  }): string;
  encrypted(a: PrivateSaid): string;
  passphraseChanged(a: PrivateSaid): string;
  decrypted(a: PrivateSaid): string;
  forgotten(a: PrivateSaid): string;
  /** Lines of what the book holds on one person. */
  had(a: { kind: string; day: Day; amount: number; content: string }): string;
  relative(a: { code: string; name: string }): string;
  gave(a: { day: Day; fund: string; amount: number; voucher?: string | undefined; content: string }): string;
  accessed(a: { recordedAt: string; by: string; how: string; scope: string; purpose: string }): string;
  erased(a: ErasedAnswer): string;
  /** A person's page below the table of what they received. */
  person(a: PersonSaid): string;
}

/** How many private fields were written anew, and where the recovery code went where it was not shown. */
interface PrivateSaid {
  readonly fields: number;
  readonly recoveryFile?: string | undefined;
}

/** What is said of a person besides a table of benefits. */
interface PersonSaid {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly state: string;
  readonly born?: string | undefined;
  readonly joined?: Day | undefined;
  readonly relativeOf?: string | undefined;
  readonly merged: readonly string[];
  readonly private: readonly { readonly field: string; readonly value: string }[];
  readonly statuses: readonly {
    readonly state: string;
    readonly day: Day;
    readonly unit?: string | undefined;
    readonly document?: string | undefined;
  }[];
  readonly totals: readonly { readonly kind: string; readonly year: string; readonly paid: number }[];
  readonly paid: number;
}

/** A doubtful cell of a roll, or number given: where it stands and what is doubtful; never the number. */
export interface DoubtSaid {
  readonly row?: number | undefined;
  readonly column: string;
  readonly doubt: IdDoubt | 'born' | 'mended';
}
