import type { ObjectionSubject } from '../../domain/objection.ts';
import { formatDong } from '../figures.ts';
import { cap, papers, times, who } from './vi-rule-terms.ts';

/** What a rule allows and what was found, in a sentence's middle. */
export function objection(subject: ObjectionSubject, allowed: string, found: string): string {
  const say = SENTENCES[subject];
  return say(allowed, found);
}

const dong = (digits: string) => (/^\d+$/.test(digits) ? `${formatDong(Number(digits), 'vi')} đ` : digits);

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
  twice: (allowed, found) => `mỗi người ${allowed} suất trong đợt, đã có ${found}`,
  likeness: (allowed, found) => `${allowed}: trùng với ${found}`,
  household: (allowed, found) => `${allowed}: cùng hộ với ${found}`,
  quota: (allowed, found) => `chỉ tiêu ${allowed}, danh sách có ${found}`,
  cutOff: (allowed, found) => `vào công đoàn trước ngày ${allowed}, người này vào ${found}`,
};
