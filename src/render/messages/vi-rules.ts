import type { ObjectionSubject } from '../../domain/objection.ts';
import { formatDong } from '../figures.ts';

/** What a rule allows and what was found, in a sentence's middle. */
export function objection(subject: ObjectionSubject, allowed: string, found: string): string {
  const say = SENTENCES[subject];
  return say(allowed, found);
}

const dong = (digits: string) => (/^\d+$/.test(digits) ? `${formatDong(Number(digits), 'vi')} đ` : digits);

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
  cap: (allowed, found) => `nhiều nhất ${dong(allowed)}, đây là ${dong(found)}`,
  level: (allowed, found) => `mức là ${dong(allowed)}, đây là ${dong(found)}`,
  times: (allowed, found) => `được ${allowed}, đã có ${found}`,
  years: (allowed, found) => `phải đủ ${allowed} năm là đoàn viên, mới ${found}`,
  who: (allowed, found) => `dành cho ${allowed}, đây là ${found}`,
  units: (allowed, found) => `dành cho ${allowed}, đây là ${found}`,
  paper: (allowed, found) => `cần ${allowed}, hồ sơ có ${found}`,
  twice: (allowed, found) => `mỗi người ${allowed} suất trong một dịp, đã có ${found}`,
  likeness: (allowed, found) => `có thể là một người với suất ${found} (cùng ${LIKE[allowed] ?? allowed})`,
  household: (allowed, found) => `cùng hộ với suất ${found} (${LIKE[allowed] ?? allowed})`,
  quota: (allowed, found) => `chỉ tiêu ${allowed}, danh sách có ${found}`,
  cutOff: (allowed, found) => `vào công đoàn trước ngày ${allowed}, người này vào ${found}`,
};
