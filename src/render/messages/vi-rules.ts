import type { ObjectionSubject } from '../../domain/objection.ts';
import { formatDay, formatDong } from '../figures.ts';
import { cap, papers, times, who } from './vi-rule-terms.ts';

/** What a rule allows and what was found, in a sentence's middle. */
export function objection(subject: ObjectionSubject, allowed: string, found: string): string {
  const say = SENTENCES[subject];
  return say(allowed, found);
}

const dong = (digits: string) => (/^\d+$/.test(digits) ? `${formatDong(Number(digits), 'vi')} đ` : digits);

/** A unit's share, `BVA 12` or `BVA 5000000 VND`, and what is there of it. */
const share = (text: string) => {
  const [, unit = '', count = '', money] = /^(?:(\S+) )??(\d+)( VND)?$/.exec(text) ?? [];
  const figure = money === undefined ? `${count} người` : dong(count);
  return unit === '' ? figure : `${unit} là ${figure}`;
};

/** What two records have in common. */
const LIKE: Readonly<Record<string, string>> = {
  id: 'số CCCD hoặc CMND',
  phone: 'số điện thoại',
  account: 'số tài khoản',
  staff: 'mã nhân viên',
  card: 'số thẻ đoàn viên',
  born: 'họ tên, ngày sinh',
  spouse: 'vợ chồng',
  relative: 'người thân',
};

const SENTENCES: { readonly [S in ObjectionSubject]: (allowed: string, found: string) => string } = {
  cap: (allowed, found) => `nhiều nhất ${cap(allowed)}, đây là ${dong(found)}`,
  level: (allowed, found) => `mức là ${dong(allowed)}, đây là ${dong(found)}`,
  times: (allowed, found) => `được ${times(allowed)}, đã có ${found} lần`,
  years: (allowed, found) =>
    found === '?'
      ? `phải đủ ${allowed} năm là đoàn viên, sổ chưa ghi ngày vào công đoàn`
      : `phải đủ ${allowed} năm là đoàn viên, mới ${found} năm`,
  who: (allowed, found) => `dành cho ${who(allowed)}, đây là ${who(found)}`,
  units: (allowed, found) => `dành cho ${who(allowed)}, đây là ${who(found)}`,
  paper: (allowed, found) => `cần ${papers(allowed)}, hồ sơ có: ${papers(found)}`,
  twice: (allowed, found) => `mỗi người ${allowed} suất trong một dịp, đã có ${found}`,
  likeness: (allowed, found) => `có thể là một người với suất ${found} (cùng ${LIKE[allowed] ?? allowed})`,
  household: (allowed, found) => `cùng hộ với suất ${found} (${LIKE[allowed] ?? allowed})`,
  quota: (allowed, found) => `chỉ tiêu của đơn vị ${share(allowed)}, danh sách có ${share(found)}`,
  cutOff: (allowed, found) =>
    `tính cho người vào công đoàn đến ngày ${formatDay(allowed)}, người này vào ngày ${formatDay(found)}`,
  late: (allowed, found) =>
    `hạn gửi danh sách là ${formatDay(allowed)}, danh sách đến ngày ${formatDay(found)}`,
};
