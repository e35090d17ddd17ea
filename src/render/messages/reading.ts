/** How a list was read, as intake/reader.ts tells it. */
export interface ReadingFacts {
  readonly source: {
    readonly container: 'text' | 'xlsx' | 'html';
    readonly text?:
      { readonly encoding: string; readonly why: string; readonly repaired?: string | undefined } | undefined;
    readonly dialect?: { readonly delimiter: string; readonly why: string } | undefined;
  };
  readonly sheet: string;
  readonly heading: { readonly row: number; readonly columns: Readonly<Record<string, string>> };
  readonly amounts: readonly {
    readonly column: string;
    readonly mark: 'dot' | 'comma' | 'none';
    readonly scale: number;
    readonly cells: number;
    readonly of: number;
    readonly why: string;
  }[];
  readonly days: readonly {
    readonly column: string;
    readonly swapped: boolean;
    readonly why: string;
    readonly span: { readonly from: string; readonly to: string } | undefined;
  }[];
  readonly skipped: { readonly titles: number; readonly pages: number; readonly totals: number };
  readonly hiddenRows: number;
  readonly hiddenColumns: readonly string[];
  readonly oldFonts: number;
  readonly proofs: number;
}
