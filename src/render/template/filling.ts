import type { Day } from '../../domain/day.ts';
import { formatDay } from '../figures.ts';
import { escapeXml } from './xml.ts';

/** What is put into a cell, typed. */
export type Filling =
  | { readonly kind: 'text'; readonly text: string }
  /** An amount in đồng or a count. */
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'blank' };

export const BLANK: Filling = { kind: 'blank' };

/** A filling as it reads within a sentence. */
export function spoken(filling: Filling, language: 'vi' | 'en'): string {
  switch (filling.kind) {
    case 'text':
      return filling.text;
    case 'number':
      return String(filling.number).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
    case 'day':
      return formatDay(filling.day);
    case 'blank':
  }
  return '';
}

/** How the workbook a cell stands in is written. */
export interface CellStyle {
  /** Before each element's name, as `x:`; empty in most workbooks. */
  readonly prefix: string;
  /** Whether the cell's own format shows a number as a day. */
  readonly dated: (style: string | undefined) => boolean;
  /** Days are counted from 1904. */
  readonly from1904: boolean;
}

/** A run of text with its own looks, as raw XML; empty where it has the cell's. */
export interface Run {
  readonly looks: string;
  readonly text: string;
}

/** A cell's XML. Text is text whatever it begins with; a day is a number where the cell shows numbers as days. */
export function cellXml(at: string, style: string | undefined, filling: Filling, of: CellStyle): string {
  const { prefix: p } = of;
  const open = `<${p}c r="${at}"${style === undefined ? '' : ` s="${style}"`}`;
  const number = (value: number): string => `${open}><${p}v>${value}</${p}v></${p}c>`;
  switch (filling.kind) {
    case 'number':
      return number(filling.number);
    case 'day':
      if (of.dated(style)) return number(serialOf(filling.day, of.from1904));
      return runsXml(at, style, [{ looks: '', text: formatDay(filling.day) }], of);
    case 'text':
      return filling.text === '' ? `${open}/>` : runsXml(at, style, [{ looks: '', text: filling.text }], of);
    case 'blank':
  }
  return `${open}/>`;
}

/** A cell of text in runs, each with its own looks. */
export function runsXml(
  at: string,
  style: string | undefined,
  runs: readonly Run[],
  { prefix: p }: CellStyle,
): string {
  const said: Run[] = [];
  for (const run of runs) {
    const last = said.at(-1);
    if (last?.looks === run.looks) said[said.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') said.push(run);
  }
  const inner = said.map(({ looks, text }) => {
    const shown = `<${p}t xml:space="preserve">${escapeXml(cellText(text))}</${p}t>`;
    return said.length === 1 && looks === '' ? shown : `<${p}r>${looks}${shown}</${p}r>`;
  });
  const open = `<${p}c r="${at}"${style === undefined ? '' : ` s="${style}"`}`;
  return said.length === 0 ? `${open}/>` : `${open} t="inlineStr"><${p}is>${inner.join('')}</${p}is></${p}c>`;
}

/** A cell holds no more. */
const TEXT_MAX = 32_767;

/** Letters that XML cannot hold, and the spelling by which Excel writes them, as Excel spells them. */
function cellText(text: string): string {
  return (
    text
      .slice(0, TEXT_MAX)
      .replace(/_x[0-9a-f]{4}_/gi, (spelt) => `_x005F${spelt}`)
      // oxlint-disable-next-line no-control-regex -- these are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (letter) => {
        return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
  );
}

const DAY_MS = 86_400_000;

/** Excel's number of a day. */
function serialOf(day: Day, from1904: boolean): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return Math.round((Date.UTC(year, month - 1, date) - start) / DAY_MS);
}
