import agribank from '../../data/banks/agribank.json' with { type: 'json' };
import bidv from '../../data/banks/bidv.json' with { type: 'json' };
import general from '../../data/banks/general.json' with { type: 'json' };
import vietcombank from '../../data/banks/vietcombank.json' with { type: 'json' };
import vietinbank from '../../data/banks/vietinbank.json' with { type: 'json' };
import { readDigits, type Dong } from '../domain/dong.ts';
import { fold } from '../domain/name.ts';
import { textOf, type GridRow } from './cell.ts';

/** What a bank prints over or under its lines, by which they are proved. Absent where it prints none. */
export interface Controls {
  readonly opening?: Dong | undefined;
  readonly closing?: Dong | undefined;
  readonly debits?: { readonly count?: number | undefined; readonly amount?: Dong | undefined } | undefined;
  readonly credits?: { readonly count?: number | undefined; readonly amount?: Dong | undefined } | undefined;
}

interface Layout {
  readonly bank: string;
  readonly headings: readonly string[];
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly debits: readonly string[];
  readonly credits: readonly string[];
}

const LAYOUTS: readonly Layout[] = [agribank, vietcombank, vietinbank, bidv];

/** The bank whose headings these are; the general layout where they are nobody's. */
export function layoutOf(headings: readonly string[]): Layout {
  const here = new Set(headings.map(fold));
  return LAYOUTS.find((layout) => layout.headings.every((heading) => here.has(fold(heading)))) ?? general;
}

/** Reads what is printed beside the lines; a text on one row, its cells joined. */
export function controlsIn(layout: Layout, rows: readonly GridRow[]): Controls {
  const texts = rows.map((row) => row.cells.map(textOf).filter(Boolean).join(' '));
  const amount = (patterns: readonly string[]) => found(patterns, texts)?.['amount'];
  const counted = (patterns: readonly string[]) => {
    const groups = found(patterns, texts);
    return groups === undefined
      ? undefined
      : { count: digits(groups['count']), amount: digits(groups['amount']) };
  };
  return {
    opening: digits(amount(layout.opening)),
    closing: digits(amount(layout.closing)),
    debits: counted(layout.debits),
    credits: counted(layout.credits),
  };
}

function found(
  patterns: readonly string[],
  texts: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined {
  for (const pattern of patterns) {
    const expression = new RegExp(pattern, 'iu');
    for (const text of texts) {
      const groups = expression.exec(text)?.groups;
      if (groups !== undefined) return groups;
    }
  }
  return undefined;
}

/** Digits in groups of three by either mark: a printed control total has no other reading in đồng. */
function digits(text: string | undefined): Dong | undefined {
  const bare = (text ?? '').replace(/[.,]$/, '').replace(/([.,])0{1,2}$/, '');
  const whole = /^-?\d{1,3}([.,]\d{3})*$|^-?\d+$/.test(bare)
    ? readDigits(bare.replace(/[-.,]/g, ''))
    : undefined;
  return whole !== undefined && bare.startsWith('-') ? ((0 - whole) as Dong) : whole;
}
