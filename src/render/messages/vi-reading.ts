import { formatDong } from '../figures.ts';
import type { Messages } from '../messages.ts';
import type { ReadingFacts } from './reading.ts';
import { day, list } from './vi-terms.ts';

const DELIMITERS: Readonly<Record<string, string>> = {
  comma: 'dấu phẩy',
  semicolon: 'dấu chấm phẩy',
  tab: 'tab',
  pipe: 'dấu gạch đứng',
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
  bom: 'theo dấu hiệu ở đầu tệp',
  bytes: 'chỉ mã này đọc được cả tệp',
  letters: 'đọc như vậy mới ra tiếng Việt',
  given: 'theo tùy chọn của lệnh',
  ascii: 'không có chữ có dấu',
  sep: 'theo dòng đầu của tệp',
  lines: 'vì các dòng có số ô bằng nhau',
  column: 'theo cả cột',
  period: 'đọc khác thì ra ngoài kỳ',
  neighbours: 'theo các ngày bên cạnh',
};

const why = (reason: string): string => (WHY[reason] === undefined ? '' : ` (${WHY[reason]})`);

const MARKS = {
  dot: 'dấu chấm ngăn hàng nghìn',
  comma: 'dấu phẩy ngăn hàng nghìn',
  none: 'không có dấu ngăn hàng nghìn',
};

export const reading: Messages['reading'] = (f) =>
  [
    source(f),
    `Tiêu đề ở dòng ${f.heading.row}; các cột ${list([...new Set(Object.values(f.heading.columns))].map((text) => `«${text}»`))}.`,
    ...f.amounts
      .filter(({ of }) => of > 0)
      .map(
        (each) =>
          `Số tiền «${each.column}»: ${MARKS[each.mark]}${each.mark === 'none' ? '' : `, ${each.cells} trong ${each.of} ô${why(each.why)}`}${each.scale === 1 ? '' : `; tính theo ${formatDong(each.scale, 'vi')} đồng`}.`,
      ),
    ...f.days
      .filter(({ span, swapped }) => span !== undefined || swapped)
      .map(
        (each) =>
          `Ngày «${each.column}»:${each.span === undefined ? '' : ` trong kỳ ${day(each.span.from)} – ${day(each.span.to)}`}${each.swapped ? `; Excel đã đảo ngày với tháng, đã đọc lại cho đúng${why(each.why)}` : ''}.`,
      ),
    ...skipped(f),
  ].join('\n');

function source({ source: { container, text, dialect }, sheet }: ReadingFacts): string {
  const repaired =
    text?.repaired === undefined
      ? ''
      : `; chữ gõ bằng ${ENCODINGS[text.repaired] ?? text.repaired} rồi dán sang, đã chuyển lại`;
  const letters =
    text === undefined
      ? ''
      : `bảng mã ${ENCODINGS[text.encoding] ?? text.encoding}${why(text.why)}${repaired}`;
  if (container === 'xlsx') return `Đọc tệp: Excel, trang tính «${sheet}».`;
  if (container === 'html') return `Đọc tệp: bảng HTML, ${letters}.`;
  return `Đọc tệp: các ô ngăn bằng ${DELIMITERS[dialect?.delimiter ?? ''] ?? ''}${why(dialect?.why ?? '')}, ${letters}.`;
}

function skipped({
  skipped: { titles, pages, totals },
  hiddenRows,
  hiddenColumns,
  oldFonts,
  proofs,
}: ReadingFacts): string[] {
  const lines = [
    ...(titles > 0 ? [`${titles} dòng tên nhóm`] : []),
    ...(pages > 0 ? [`${pages} dòng của trang in`] : []),
    ...(totals > 0 ? [`${totals} dòng cộng`] : []),
  ];
  return [
    ...(lines.length > 0 ? [`Không phải dữ liệu: ${list(lines)}.`] : []),
    ...(proofs > 0 ? [`${proofs} số cộng in sẵn hoặc số tiền bằng chữ khớp với các dòng.`] : []),
    ...(hiddenRows > 0 ? [`Có ${hiddenRows} dòng ẩn, vẫn đọc như các dòng khác.`] : []),
    ...(hiddenColumns.length > 0 ? [`Cột ẩn: ${list(hiddenColumns)}.`] : []),
    ...(oldFonts > 0 ? [`${oldFonts} ô gõ bằng phông cũ đã chuyển sang Unicode.`] : []),
  ];
}
