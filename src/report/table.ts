import type { Day } from '../domain/day.ts';
import type { Dong } from '../domain/dong.ts';

/** How a column's cells are to be shown; what they are is decided here, how wide and where by the medium. */
export type ColumnType = 'text' | 'code' | 'dong' | 'count' | 'day' | 'person';

export interface Column<K extends string = string> {
  /** Names the column in JSON and CSV, and its heading in the message catalogues. */
  readonly key: K;
  readonly type: ColumnType;
  /**
   * Shown on a screen that is wide enough for all columns, or in place of those where it is not; elsewhere always, but
   * for `screen`, which stands on a narrow screen and nowhere else.
   */
  readonly room?: 'wide' | 'narrow' | 'screen';
  /** The heading, where no catalogue has it under the key. */
  readonly title?: string | undefined;
}

export type Value = string | number | Dong | Day | undefined;

export type RowLabel =
  | 'ownFunds'
  | 'heldFunds'
  | 'opening'
  | 'turnover'
  | 'closing'
  | 'total'
  | 'subtotal'
  | 'ended'
  | 'monthTurnover'
  | 'yearToDate'
  | 'shown';

/** A row is a line, a subtotal over the lines since the last one, or the total of all lines. */
export interface Row {
  readonly kind: 'line' | 'group' | 'subtotal' | 'total';
  /** What a row that is no line says of itself: a key of the message catalogues. */
  readonly label?: RowLabel | undefined;
  readonly cells: Readonly<Record<string, Value>>;
}

/** A report as a value: every medium renders this, so no two of them can disagree. */
export interface Table<K extends string = string> {
  readonly name: string;
  readonly facts: Readonly<Record<string, string | number | undefined>>;
  readonly columns: readonly Column<K>[];
  readonly rows: readonly Row[];
}
