import type { Role } from './account.ts';
import type { ProgrammeKind } from './award.ts';
import type { Day } from './day.ts';
import type { Dong } from './dong.ts';
import type { EntryKind } from './entry.ts';
import type { FundMove } from './gift-trail.ts';
import { fold } from './name.ts';

/** A gift, or what takes one back: its amount in đồng is below zero then. Donor and unit are those it was last linked with. */
export interface GiftRow {
  readonly entry: number;
  readonly line: number;
  readonly kind: EntryKind;
  readonly day: Day;
  /** The day it was given, where that is another. */
  readonly ownDay?: Day | undefined;
  readonly voucher: string;
  readonly fund: number;
  readonly amount: Dong;
  readonly reverses?: number | undefined;
  /** The entry of the gift that it is, or that it takes back. */
  readonly gift: number;
  /** Whether it is a refund, or takes one back. */
  readonly refund: boolean;
  readonly restriction?: string | undefined;
  readonly appeal?: string | undefined;
  readonly unit?: number | undefined;
  readonly donor?: number | undefined;
  /** The name that was written; empty where the giver is not named. */
  readonly party: string;
}

/** A move of a fund with what it was for. */
export interface MoveRow extends FundMove {
  readonly role: Role;
  readonly kind: EntryKind;
  readonly voucher: string;
  readonly award?:
    | {
        readonly code: string;
        readonly kind: ProgrammeKind;
        readonly round: string;
        readonly roundName: string;
        readonly unit: number;
        /** The record that its person counts as. */
        readonly person: number;
      }
    | undefined;
}

/** Somebody who gives, by the code that names them best: a member's, a unit's, or a donor's own. */
export interface Giver {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** The code that the register of donors has for it. */
  readonly own: string;
  /** The unit that it is. */
  readonly unit?: number | undefined;
  /** Whether it is one of the people of the book. */
  readonly person: boolean;
}

/** Who gave: a donor of the book, a name that nobody is linked with, or nobody who wants to be named. */
export type GiverKey = `donor:${number}` | `name:${string}` | 'unnamed';

/** Givers of gifts, the same for every report. `unnamed` are codes of those who wish not to be named, `nobody` what is written for them. */
export class Givers {
  readonly #givers: ReadonlyMap<number, Giver>;
  readonly #unnamed: ReadonlySet<string>;
  /** Words that stand for nobody, folded. */
  readonly #nobody: ReadonlySet<string>;

  constructor(givers: readonly Giver[], unnamed: ReadonlySet<string>, nobody: readonly string[]) {
    this.#givers = new Map(givers.map((giver) => [giver.id, giver]));
    this.#unnamed = unnamed;
    this.#nobody = new Set(nobody.map(fold));
  }

  keyOf(gift: GiftRow): GiverKey {
    const giver = this.#givers.get(gift.donor ?? 0);
    if (giver !== undefined) return this.isSecret(gift) ? 'unnamed' : `donor:${giver.id}`;
    const name = fold(gift.party);
    return name === '' || this.#nobody.has(name) ? 'unnamed' : `name:${name}`;
  }

  /** The unit that it came from: the one it names, or that gave it. */
  unitOf(gift: GiftRow): number | undefined {
    return gift.unit ?? this.#givers.get(gift.donor ?? 0)?.unit;
  }

  /** The unit that gave in its own name: a member who gave through one is a person still. */
  givingUnit(gift: GiftRow): number | undefined {
    return this.#givers.get(gift.donor ?? 0)?.person === true ? undefined : this.unitOf(gift);
  }

  /** Whether its giver is known and wishes not to be named. */
  isSecret(gift: GiftRow): boolean {
    const giver = this.#givers.get(gift.donor ?? 0);
    return giver !== undefined && [giver.code, giver.own].some((code) => this.#unnamed.has(code));
  }

  /** Keys of the donors that go by a code, whichever of the two. */
  called(code: string): ReadonlySet<number> {
    const wanted = code.toLowerCase();
    const found = [...this.#givers.values()].filter((giver) =>
      [giver.code, giver.own].some((each) => each.toLowerCase() === wanted),
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Code and name; a name that nobody is linked with has no code. */
  of(gift: GiftRow): { readonly code: string; readonly name: string } {
    const giver = this.#givers.get(gift.donor ?? 0);
    return giver === undefined ? { code: '', name: gift.party } : giver;
  }
}
