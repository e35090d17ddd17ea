import type { Day, Month } from '../../domain/day.ts';
import type { Dong } from '../../domain/dong.ts';
import type { ColumnType } from '../table.ts';
import type { LedgerColumn } from './ledger-lines.ts';
import type { Line } from './line.ts';
import type { DisclosureColumn } from './disclosure-lines.ts';
import type { PackColumn } from './pack-lines.ts';
import type { TermColumn } from './term-lines.ts';
import type { ReportColumn } from './report-lines.ts';

/** A paper to sign, as a value: what stands on it and in what order. Widths, fonts and cells are the medium's. */
export interface Paper {
  readonly name: string;
  readonly language: 'vi' | 'en';
  /** The day the paper speaks for: whose officers sign it, and the date its file carries. */
  readonly date: Day;
  readonly sheets: readonly PaperSheet[];
  /** How the union writes amounts in words; without it as the North does. */
  readonly spelling?: Spelling | undefined;
  /** Where its figures come from; the one who writes the paper to a file knows. */
  readonly provenance?: Provenance | undefined;
}

/** Words of Vietnamese numbers that no rule fixes: what stands for an empty ten, and what for a thousand. */
export interface Spelling {
  readonly odd: string;
  readonly thousand: string;
}

/** Where a paper's figures come from: whoever has the book and this can print it again. Nothing in it is of the clock. */
export interface Provenance {
  /** The book's UUID, and whose it is. */
  readonly book: string;
  readonly name: string;
  /** The first and last day of what the paper covers, where it covers a period. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** The command that prints it, without the file it was written to. */
  readonly query: string;
  /** The program's. */
  readonly version: string;
  /** Head of the chain that the paper was printed from, in hex. */
  readonly head: string;
  /** Where the paper's day lies in a closed month: that month, and its head as it stands in the minutes (short). */
  readonly sealed?: { readonly month: Month; readonly head: string } | undefined;
}

/** At most one table stands on a sheet: its columns are the sheet's. */
export interface PaperSheet {
  /** The wished name of the sheet; a medium with rules for names bends it to them. */
  readonly name: string | Line;
  readonly wide: boolean;
  /** All of it on one page. */
  readonly onePage: boolean;
  /** A paper of its own beside others in one file, as vouchers are: its pages are numbered apart. */
  readonly apart?: boolean | undefined;
  /** Stands at the foot of each page, beside its number. */
  readonly footer?: Line | undefined;
  readonly blocks: readonly Block[];
}

export type Block = Head | Title | Note | Paragraph | PaperTable | Form | Figures | Signatures;

/** Whose paper it is; at the right the state's motto, or a form's number. */
export interface Head {
  readonly kind: 'head';
  readonly above: string;
  readonly name: string;
  readonly right: readonly Line[];
  /** Below the name: the paper's number. */
  readonly number?: Line | undefined;
  /** Below the motto: place and date, of papers that carry them at the top. */
  readonly dateline?: Line | undefined;
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

/** Running text of whole sentences, as in a report or a letter: justified, its first line indented. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly line: Line;
  /** A heading over the paragraphs below it. */
  readonly strong?: boolean | undefined;
}

export type ColumnKey =
  | LedgerColumn
  | TermColumn
  | DisclosureColumn
  | PackColumn
  | ReportColumn
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
  | 'proxyPaper'
  | 'bookOrder'
  | 'bookText'
  | 'documentDay'
  | 'incomeSum'
  | 'spendingSum'
  | 'rank'
  | 'itemText'
  | 'itemCode'
  | 'planned'
  | 'settled'
  | 'approvedAbove';

/** A column for one fund, by its key in the book; its heading is the column's own. */
export type FundKey = `fund:${number}`;

/** A column of a list of the screen, by its key there; its heading is the column's own. */
export type ListKey = `list:${string}`;

export type PaperKey = ColumnKey | FundKey | ListKey;

export interface PaperColumn {
  readonly key: PaperKey;
  readonly type: ColumnType;
  /** The heading, where it is a code of the book and no word of the catalogue, or is made of several. */
  readonly title?: string | Line | undefined;
  /** A heading above this one, over all columns side by side that have the same. */
  readonly over?: Line | undefined;
  /** The letter or number that a form gives the column, in a row below the headings. */
  readonly mark?: string | undefined;
  /** Each cell is the product of two other columns of its row. */
  readonly product?: readonly [PaperKey, PaperKey] | undefined;
  /** Each line's cell is the one above it plus one column of its row, less another: a balance after every line. */
  readonly running?: readonly [plus: PaperKey, minus: PaperKey] | undefined;
}

/** Text of people is a string, a sentence of the catalogue a Line; days stand in columns of type `day` only. */
export type PaperValue = string | number | Dong | Day | Line | undefined;

/**
 * A subtotal is over the lines since the last one, a total over all lines, both in the columns named in `sums`; a stated
 * row's figures are over no lines above it: what was there at the opening, what ended.
 */
export interface PaperRow {
  readonly kind: 'line' | 'group' | 'stated' | 'subtotal' | 'total';
  readonly label?: Line | undefined;
  readonly cells: { readonly [K in PaperKey]?: PaperValue };
  /** The page ends below this row. */
  readonly pageEnd?: boolean | undefined;
}

export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  readonly sums: readonly PaperKey[];
  /** Rows are tall enough for a signature. */
  readonly tall: boolean;
  /** May be read more than once, and gives the same each time; a long list is never held. */
  readonly rows: Iterable<PaperRow> | AsyncIterable<PaperRow>;
  /** A list to work on: a spreadsheet offers to filter it. */
  readonly filter?: boolean | undefined;
  /** A page's end carries its sums over to the next, as account books have it; `false` where sums are of unlike things. */
  readonly carried?: boolean | undefined;
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
  | 'leader'
  | 'chiefAccountant'
  | 'unionAccountant'
  | 'compiler'
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
  /** Who is sent a copy: a heading and a line each, at the left of a letter's or decision's signature. */
  readonly copies?: readonly Line[] | undefined;
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
