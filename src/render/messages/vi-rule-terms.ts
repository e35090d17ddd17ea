import { d } from './vi-terms.ts';

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

const PAPERS: Readonly<Record<string, string>> = {
  application: 'đơn đề nghị',
  commune: 'xác nhận của xã, phường',
  letter: 'công văn đề nghị của CĐCS',
  review: 'biên bản họp xét',
  survey: 'biên bản khảo sát',
  land: 'giấy tờ đất',
  identity: 'căn cước',
  discharge: 'giấy ra viện',
  death: 'giấy chứng tử',
  marriage: 'giấy kết hôn',
  birth: 'giấy khai sinh',
  damage: 'biên bản thiệt hại',
  start: 'biên bản khởi công',
  foundation: 'biên bản xong móng',
  roof: 'biên bản xong mái',
  acceptance: 'biên bản nghiệm thu',
  handover: 'biên bản bàn giao',
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

export const papers = (value: string): string => (value === '' ? 'không có giấy nào' : said(PAPERS, value));

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
