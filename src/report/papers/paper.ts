import type { Day } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { ColumnType } from '../table.ts';
import type { Line } from './line.ts';

/** A paper to sign, as a value: what stands on it and in what order. Widths, fonts and cells are the medium's. */
export interface Paper {
  readonly name:
    'disbursements' | 'signing' | 'voucher' | 'count' | 'handover' | 'closing' | 'visit' | 'return';
  readonly language: 'vi' | 'en';
  /** The day the paper speaks for: whose officers sign it, and the date its file carries. */
  readonly date: Day;
  readonly sheets: readonly PaperSheet[];
}

export interface PaperSheet {
  /** The wished name of the sheet; a medium with rules for names bends it to them. */
  readonly name: string | Line;
  readonly wide: boolean;
  /** All of it on one page. */
  readonly onePage: boolean;
  /** Stands at the foot of each page, beside its number. */
  readonly footer?: Line | undefined;
  readonly blocks: readonly Block[];
}

export type Block = Head | Title | Note | PaperTable | Form | Figures | Signatures;

/** Whose paper it is; at the right the state's motto, or a form's number. */
export interface Head {
  readonly kind: 'head';
  readonly above: string;
  readonly name: string;
  readonly right: readonly Line[];
}

export interface Title {
  readonly kind: 'title';
  readonly lines: readonly Line[];
  /** Small print at the right of the title: a voucher's number and accounts. */
  readonly side?: readonly Line[] | undefined;
  /** What makes the whole paper void. */
  readonly stamp?: Line | undefined;
}

export interface Note {
  readonly kind: 'note';
  readonly line: Line;
  readonly at: 'left' | 'right';
  /** A heading over the notes below it. */
  readonly strong?: boolean | undefined;
}

export type ColumnKey =
  | 'number'
  | 'code'
  | 'person'
  | 'unit'
  | 'category'
  | 'payer'
  | 'cash'
  | 'goods'
  | 'sum'
  | 'decision'
  | 'voucher'
  | 'paidOn'
  | 'signedOn'
  | 'amount'
  | 'value'
  | 'signature'
  | 'note'
  | 'face'
  | 'sheets'
  | 'item'
  | 'measure'
  | 'quantity'
  | 'fund'
  | 'place'
  | 'day'
  | 'due'
  | 'what'
  | 'content'
  | 'reference'
  | 'counted'
  | 'book'
  | 'difference'
  | 'by'
  | 'vouchers'
  | 'opening'
  | 'contributions'
  | 'allocations'
  | 'transfersIn'
  | 'otherIn'
  | 'disbursements'
  | 'remittances'
  | 'transfersOut'
  | 'otherOut'
  | 'closing'
  | 'entry'
  | 'ownDay'
  | 'bookedOn'
  | 'change'
  | 'total'
  | 'receivedOn'
  | 'proxy'
  | 'relation'
  | 'proxyPaper';

/** A column for one fund, by its key in the book; its heading is the column's own. */
export type FundKey = `fund:${number}`;

export interface PaperColumn {
  readonly key: ColumnKey | FundKey;
  readonly type: ColumnType;
  /** The heading, where it is a code of the book and no word of the catalogue. */
  readonly title?: string | undefined;
  /** Each cell is the product of two other columns of its row. */
  readonly product?: readonly [ColumnKey, ColumnKey] | undefined;
}

/** Text of people is a string, a sentence of the catalogue a Line; days stand in columns of type `day` only. */
export type PaperValue = string | number | Dong | Day | Line | undefined;

/** A subtotal is over the lines since the last one, a total over all lines; both in the columns named in `sums`. */
export interface PaperRow {
  readonly kind: 'line' | 'group' | 'subtotal' | 'total';
  readonly label?: Line | undefined;
  readonly cells: { readonly [K in ColumnKey | FundKey]?: PaperValue };
  /** The page ends below this row. */
  readonly pageEnd?: boolean | undefined;
}

export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  readonly sums: readonly (ColumnKey | FundKey)[];
  /** Rows are tall enough for a signature. */
  readonly tall: boolean;
  readonly rows: readonly PaperRow[];
}

export interface Form {
  readonly kind: 'form';
  readonly fields: readonly { readonly label: Line; readonly type: ColumnType; readonly value: PaperValue }[];
}

/** Amounts one under another, some of which are made of others. All in đồng. */
export interface Figures {
  readonly kind: 'figures';
  readonly figures: readonly Figure[];
}

export interface Figure {
  /** Names the figure for those that are made of it. */
  readonly name: string;
  readonly label: Line;
  readonly amount: Dong | undefined;
  /** Names of figures, or `table` for the table's total of the last summed column. */
  readonly plus?: readonly string[] | undefined;
  readonly minus?: readonly string[] | undefined;
  readonly strong: boolean;
}

export type SignerRole =
  | 'chair'
  | 'committee'
  | 'head'
  | 'accountant'
  | 'cashier'
  | 'preparer'
  | 'giver'
  | 'recipient'
  | 'goodsGiver'
  | 'goodsTaker'
  | 'keeper'
  | 'handing'
  | 'taking'
  | 'witness'
  | 'observer'
  | 'approving'
  | 'visitor'
  | 'distributor';

export interface Signer {
  readonly role: SignerRole;
  /** Empty where nobody holds the office: the line is left open. */
  readonly name: string;
}

/** Place, date and who signs; kept together on one page. */
export interface Signatures {
  readonly kind: 'signatures';
  readonly dateline?: Line | undefined;
  readonly signers: readonly Signer[];
}

/** Whose paper it is and who held office on its day. */
export interface Letterhead {
  readonly above: string;
  readonly name: string;
  readonly town: string;
  readonly language: 'vi' | 'en';
}

export interface OfficeHolder {
  readonly role: string;
  readonly name: string;
}
