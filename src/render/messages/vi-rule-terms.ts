import { d } from './vi-terms.ts';
import { PAPER_NAMES } from './vi-papers.ts';

const SPANS: Readonly<Record<string, string>> = { round: 'trong đợt', year: 'trong năm', life: 'cả đời' };

/** `2/year`, `1/life/household` as they are said. */
export function times(value: string): string {
  const [count = '', span = '', household] = value.split('/');
  return `${count} lần ${SPANS[span] ?? span}${household === undefined ? '' : ' cho cả hộ'}`;
}

/** A cap: đồng, and whether for a year's benefits together. */
export function cap(value: string): string {
  const [amount = '', span] = value.split('/');
  return `${d(Number(amount))}${span === undefined ? '' : ' cả năm'}`;
}

const WHO: Readonly<Record<string, string>> = {
  member: 'đoàn viên',
  relative: 'người thân',
  worker: 'người lao động chưa vào công đoàn',
  paused: 'người tạm dừng sinh hoạt',
  retired: 'người đã nghỉ hưu',
  left: 'người đã thôi công đoàn',
  died: 'người đã mất',
  sector: 'công đoàn ngành',
  grassroots: 'công đoàn cơ sở',
  section: 'công đoàn bộ phận',
  group: 'tổ công đoàn',
};

const STAGES: Readonly<Record<string, string>> = {
  approve: 'trước khi duyệt',
  pay: 'trước khi chi',
  end: 'trước khi kết thúc hồ sơ',
};

const said = (names: Readonly<Record<string, string>>, value: string): string =>
  value
    .split(' ')
    .map((each) => names[each] ?? each)
    .join(', ');

export const who = (value: string): string => said(WHO, value);

export const papers = (value: string): string =>
  value === '' ? 'không có giấy nào' : said(PAPER_NAMES, value);

/** What a rule says, in words, for a list of rules. */
export function ruleSaid(what: string, value: string): string {
  switch (what) {
    case 'cap':
      return `không quá ${cap(value)}`;
    case 'level':
      return `mức ${d(Number(value))}`;
    case 'times':
      return times(value);
    case 'years':
      return `đủ ${value} năm là đoàn viên`;
    case 'who':
    case 'units':
      return who(value);
    default: {
      const [kind = '', stage = ''] = value.split(':');
      return `${papers(kind)} ${STAGES[stage] ?? stage}`;
    }
  }
}
