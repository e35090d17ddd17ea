import type { Day } from '../../domain/day.ts';
import type { Ref } from '../../domain/entry.ts';
import type { Placement } from '../../domain/unit-tree.ts';

/** A unit that took over another, or a part of it, from a day on; none where nobody did. */
export interface Succession {
  readonly unit: number;
  readonly successor?: number | undefined;
  readonly day: Day;
  /** The unit was no more from that day on; else a part of it went. */
  readonly ended: boolean;
  readonly document?: string | undefined;
}

/** A person of a unit, and the last day on which they were moved anywhere. */
export interface UnitPerson extends Ref {
  readonly unit: number;
  readonly kind: 'member' | 'relative' | 'worker';
  readonly movedOn?: Day | undefined;
}

/** What became of units, each answer one question to the book. */
export interface UnitReader {
  /** By their days. */
  placements(): Promise<readonly Placement[]>;
  successions(): Promise<readonly Succession[]>;
  /** Everybody of these units who is in the lists. */
  people(units: readonly number[]): Promise<readonly UnitPerson[]>;
  /** Everybody of the lists by the unit they stood in on a day. */
  standingOn(day: Day): Promise<readonly { readonly person: number; readonly unit: number }[]>;
}

/** What the writes of a reorganisation append. */
export interface UnitWriter {
  /** Closes a unit after the day before `day`; each successor takes all of it or a part. */
  endUnit(
    unit: Ref,
    facts: { readonly day: Day; readonly successors: readonly Ref[]; readonly document?: string | undefined },
  ): Promise<void>;
  /** A part of a unit goes to another; the unit itself goes on. */
  partUnit(unit: Ref, facts: { day: Day; successor: Ref; document?: string | undefined }): Promise<void>;
  /** Puts a unit under another, or at the top, from a day on. */
  placeUnit(
    unit: Ref,
    facts: { day: Day; parent: Ref | undefined; document?: string | undefined },
  ): Promise<void>;
  /** Moves many people to one unit, each from their own day on. */
  movePeople(
    people: readonly { readonly id: number; readonly day: Day }[],
    to: Ref,
    document: string | undefined,
  ): Promise<void>;
  /** Ends the book: nothing is posted after this write. */
  endBook(ending: { on: Day; to: string; document: string; content: string }): Promise<void>;
  /** Puts units and people back where they stood before an operation moved them. */
  putBack(operation: number): Promise<void>;
}
