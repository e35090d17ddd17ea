import type { Provenance } from '../../report/papers/paper.ts';
import { shortHead } from '../../domain/form.ts';
import { formatDay } from '../figures.ts';

/** What an HTML page says of itself beside the paper's own words. */
export interface HtmlTexts {
  /** Where the figures come from: heading, then label and value. */
  readonly provenance: string;
  readonly source: (from: Provenance) => readonly (readonly [label: string, value: string])[];
  /** The same in one line, for the foot of each printed page. */
  readonly foot: (from: Provenance) => string;
}

const days = (from: Provenance): string | undefined =>
  from.from === undefined || from.to === undefined
    ? undefined
    : `${formatDay(from.from)} – ${formatDay(from.to)}`;

const rows = (...all: readonly (readonly [string, string | undefined])[]): [string, string][] =>
  all.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));

export const HTML_TEXTS: { readonly vi: HtmlTexts; readonly en: HtmlTexts } = {
  vi: {
    provenance: 'Nguồn số liệu',
    source: (f) =>
      rows(
        ['Sổ của', f.name],
        ['Mã sổ', f.book],
        ['Kỳ', days(f)],
        ['Lệnh in', `phucloi ${f.query}`],
        ['Phiên bản', f.version],
        [
          'Mã niêm phong tháng',
          f.sealed === undefined
            ? undefined
            : `${f.sealed.head} (tháng ${formatDay(f.sealed.month)}, đã khóa sổ)`,
        ],
        ['Mã niêm phong của sổ khi in', f.head],
      ),
    foot: (f) =>
      f.sealed === undefined
        ? `Mã niêm phong của sổ khi in ${shortHead(f.head)}`
        : `Tháng ${formatDay(f.sealed.month)} đã khóa sổ · mã niêm phong ${f.sealed.head}`,
  },
  en: {
    provenance: 'Where the figures come from',
    source: (f) =>
      rows(
        ['Book of', f.name],
        ['Book', f.book],
        ['Period', days(f)],
        ['Printed by', `phucloi ${f.query}`],
        ['Version', f.version],
        [
          'Head of the month',
          f.sealed === undefined ? undefined : `${f.sealed.head} (${formatDay(f.sealed.month)}, closed)`,
        ],
        ['Head of the book when printed', f.head],
      ),
    foot: (f) =>
      f.sealed === undefined
        ? `Head of the book when printed ${shortHead(f.head)}`
        : `${formatDay(f.sealed.month)} closed · head ${f.sealed.head}`,
  },
};
