import type { DoubtSaid } from './people.ts';

/** What each warning is told with. */
export interface WarningFacts {
  'row.magnitude': { rows: readonly number[] };
  'rows.suspect': { count: number };
  'list.many-days': { days: number };
  /** Names that may mean several people; rows of the sheet, and whom they may mean. */
  'rows.left': { rows: readonly number[] };
  'donors.unsure': {
    unsure: readonly { readonly row: number; readonly candidates: readonly string[] }[];
  };
  'lines.left-out': { kinds: readonly { readonly kind: string; readonly lines: number }[] };
  /** Lines of a statement beside the lines of an earlier one that they may be. */
  'lines.alike': {
    count: number;
    alike: readonly {
      readonly row: number;
      readonly day: string;
      readonly amount: number;
      readonly document: string;
      readonly documentRow: number;
    }[];
  };
  'statement.unproved': object;
  /** Private fields that do not go along. */
  'private.withheld': { fields: number };
  /** A book that encrypted private fields was made anew without its key. */
  'private.open': object;
  /** Numbers and birth dates of people that were kept as written. */
  'member.doubtful': { doubts: readonly DoubtSaid[] };
  /** What a unit that ended leaves undone, and who takes it over. */
  'unit.open': {
    unit: string;
    into: string;
    what: string;
    codes: readonly string[];
    more: number;
  };
  /** Rows of a report of people who have no award. */
  'reported.unknown': { rows: readonly number[] };
  /** Names in a template that the paper has not; those cells stay as they were. */
  'template.unknown': { file: string; names: readonly string[] };
  /** Units without figures in a consolidated report, and those whose closed months end before its last day. */
  'units.absent': { units: readonly string[] };
  'units.behind': { units: readonly string[] };
  /** Money that only one of two books has. */
  'passed.unmatched': { amount: number };
}
export type WarningCode = keyof WarningFacts;
