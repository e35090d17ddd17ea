/** Today in every sequence: January to March can be closed, April runs. */
export const TODAY = '2024-04-15';
export const OWN = ['MAIAM', 'XHTT', 'TET', 'TCCD'];
export const FUNDS = [...OWN, 'TINH', 'CHO'];
export const UNITS = ['BVA', 'TTB'];
export const PLACES = ['cash', 'bank'];
/** What each fund may pay for. */
export const PURPOSES: Readonly<Record<string, readonly string[]>> = {
  MAIAM: ['home', 'running'],
  XHTT: ['hardship', 'gift', 'visit', 'home', 'running'],
  TET: ['gift', 'running'],
  TCCD: ['gift', 'hardship', 'visit', 'running'],
  TINH: ['gift', 'hardship', 'home'],
  CHO: [],
};

/** One posting; a debit is above zero. `set` is what a giver set it apart for; `of` the advance or loan it is about. */
export interface Post {
  readonly fund: string;
  readonly role: string;
  readonly amount: number;
  readonly place?: string | undefined;
  readonly set?: string | undefined;
  readonly of?: number | undefined;
}

export interface Entry {
  readonly number: number;
  readonly kind: string;
  readonly day: string;
  readonly voucher: string;
  readonly operation: number;
  readonly posts: readonly Post[];
  readonly reverses?: number | undefined;
  /** The entry that this one answers, and the advance it settles. */
  readonly clears?: number | undefined;
  readonly settles?: number | undefined;
  /** Of a row of a list: the list, and what the row says. */
  readonly list?: number | undefined;
  readonly row?: string | undefined;
  readonly award?: string | undefined;
  readonly part?: number | undefined;
  /** Of an advance or a loan. */
  readonly holder?: string | undefined;
  readonly due?: string | undefined;
}

/** Who signed for which payment. */
interface Signature {
  readonly operation: number;
  readonly entry: number;
  readonly day: string;
}

export interface Award {
  readonly code: string;
  readonly kind: string;
  readonly member: string;
  readonly unit: string;
  readonly operation: number;
  readonly parts: readonly { readonly fund: string; readonly amount: number }[];
}

/** All that is known, in the order in which it came to be known; nothing is ever changed or taken away. */
export interface Facts {
  readonly entries: Entry[];
  readonly vouchers: string[];
  readonly operations: { readonly command: string; readonly number: number }[];
  readonly undone: number[];
  readonly months: {
    readonly month: string;
    readonly kind: 'close' | 'reopen';
    readonly operation: number;
  }[];
  readonly counts: { readonly operation: number; readonly day: string; readonly total: number }[];
  readonly holders: string[];
  readonly awards: Award[];
  /** What was decided of an award. */
  readonly events: {
    readonly operation: number;
    readonly award: string;
    readonly state: 'approved' | 'rejected' | 'cancelled';
    readonly day: string;
  }[];
  readonly waivers: { readonly operation: number; readonly award: string }[];
  /** Parts that an advance carries. */
  readonly handouts: {
    readonly operation: number;
    readonly entry: number;
    readonly award: string;
    readonly part: number;
  }[];
  readonly signatures: Signature[];
  readonly lists: {
    readonly number: number;
    readonly kind: string;
    readonly fund: string;
    readonly operation: number;
    readonly text: string;
    readonly rows: number;
    readonly taken: number;
    readonly supplements?: number | undefined;
  }[];
  readonly statements: {
    readonly operation: number;
    readonly from: string;
    readonly to: string;
    readonly opening: number;
    readonly closing: number;
  }[];
  readonly lines: {
    readonly number: number;
    readonly operation: number;
    readonly day: string;
    readonly amount: number;
  }[];
  readonly matches: {
    readonly number: number;
    readonly operation: number;
    readonly line: number;
    readonly entry: number;
  }[];
  readonly unmatched: number[];
}

export const noFacts = (): Facts => ({
  entries: [],
  vouchers: [],
  operations: [],
  undone: [],
  months: [],
  counts: [],
  holders: [],
  awards: [],
  events: [],
  waivers: [],
  handouts: [],
  signatures: [],
  lists: [],
  statements: [],
  lines: [],
  matches: [],
  unmatched: [],
});

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);
