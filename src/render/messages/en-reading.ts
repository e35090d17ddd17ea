import { counted } from '../figures.ts';
import type { Messages } from '../messages.ts';
import type { ReadingFacts } from './reading.ts';
import { day, list } from './en-terms.ts';

const DELIMITERS: Readonly<Record<string, string>> = {
  comma: 'commas',
  semicolon: 'semicolons',
  tab: 'tabs',
  pipe: 'bars',
};

const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1258': 'Windows-1258',
  viscii: 'VISCII',
  tcvn5712: 'TCVN 5712',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI-Windows',
};

const WHY: Readonly<Record<string, string>> = {
  bom: 'its first bytes say so',
  bytes: 'its bytes are that and nothing else',
  letters: 'so its words are Vietnamese',
  given: 'as you said',
  ascii: 'no letter with marks',
  sep: 'its first line says so',
  lines: 'most lines then have as many cells',
  column: 'the cells say so',
  period: 'the others lie outside the period',
  neighbours: 'the other days say so',
};

const why = (reason: string): string => (WHY[reason] === undefined ? '' : ` (${WHY[reason]})`);

const MARKS = {
  dot: 'dots separate thousands',
  comma: 'commas separate thousands',
  none: 'no mark separates thousands',
};

export const reading: Messages['reading'] = (f) =>
  [
    source(f),
    `Heading: row ${f.heading.row}; columns ${list([...new Set(Object.values(f.heading.columns))].map((text) => `"${text}"`))}.`,
    ...f.amounts
      .filter(({ of }) => of > 0)
      .map(
        (each) =>
          `Amounts "${each.column}": ${MARKS[each.mark]}${each.mark === 'none' ? '' : `, ${each.cells} of ${counted(each.of, 'cell')}`}${each.mark === 'none' ? '' : why(each.why)}${each.scale === 1 ? '' : `; in units of ${each.scale.toLocaleString('en')} đồng`}.`,
      ),
    ...f.days
      .filter(({ span, swapped }) => span !== undefined || swapped)
      .map(
        (each) =>
          `Days "${each.column}":${each.span === undefined ? '' : ` within ${day(each.span.from)} – ${day(each.span.to)}`}${each.swapped ? `; Excel had exchanged day and month, put right${why(each.why)}` : ''}.`,
      ),
    ...skipped(f),
  ].join('\n');

function source({ source: { container, text, dialect }, sheet }: ReadingFacts): string {
  const repaired =
    text?.repaired === undefined
      ? ''
      : `; text typed in ${ENCODINGS[text.repaired] ?? text.repaired} and pasted was put right`;
  const letters =
    text === undefined ? '' : `${ENCODINGS[text.encoding] ?? text.encoding}${why(text.why)}${repaired}`;
  if (container === 'xlsx') return `Read: Excel workbook, sheet "${sheet}".`;
  if (container === 'html') return `Read: an HTML table, ${letters}.`;
  return `Read: text separated by ${DELIMITERS[dialect?.delimiter ?? ''] ?? ''}${why(dialect?.why ?? '')}, ${letters}.`;
}

function skipped({
  skipped: { titles, pages, totals },
  hiddenRows,
  hiddenColumns,
  oldFonts,
  proofs,
}: ReadingFacts): string[] {
  const lines = [
    ...(titles > 0 ? [counted(titles, 'group title')] : []),
    ...(pages > 0 ? [counted(pages, 'page row')] : []),
    ...(totals > 0 ? [counted(totals, 'total row')] : []),
  ];
  return [
    ...(lines.length > 0 ? [`Skipped: ${list(lines)}.`] : []),
    ...(proofs > 0
      ? [
          proofs === 1
            ? 'A printed total or amount in words equals the rows.'
            : `${proofs} printed totals or amounts in words equal the rows.`,
        ]
      : []),
    ...(hiddenRows > 0 ? [`${hiddenRows} hidden rows are read like the others.`] : []),
    ...(hiddenColumns.length > 0 ? [`Hidden columns: ${list(hiddenColumns)}.`] : []),
    ...(oldFonts > 0 ? [`${counted(oldFonts, 'cell')} in an old font were turned into Unicode.`] : []),
  ];
}
