import type { Refusals } from '../messages.ts';
import type { DoubtSaid, PeopleDone } from './people.ts';
import { d, day, KINDS, list } from './vi-terms.ts';

const STATES: Readonly<Record<string, string>> = {
  active: 'đang sinh hoạt',
  paused: 'tạm dừng sinh hoạt',
  retired: 'nghỉ hưu',
  left: 'thôi là đoàn viên',
  died: 'đã mất',
  moved: 'chuyển đơn vị',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: 'số CCCD',
  former: 'số CMND cũ',
  spouse: 'số CCCD của vợ hoặc chồng',
  phone: 'số điện thoại',
  account: 'số tài khoản',
  bank: 'ngân hàng',
  born: 'ngày sinh',
};

const DOUBTS: Readonly<Record<DoubtSaid['doubt'], string>> = {
  letters: 'có ký tự không phải chữ số',
  length: 'không đủ 12 số (CCCD) hay 9 số (CMND)',
  zero: 'thiếu chữ số, có thể mất số 0 ở đầu',
  province: 'ba số đầu không phải mã tỉnh',
  year: 'năm sinh trong số khác ngày sinh',
  sex: 'giới tính trong số khác cột giới tính',
  born: 'ngày sinh không đọc được',
  mended: 'đã bù số 0 ở đầu',
};

/** Cells that were kept as written, a line each. */
export function doubtful(doubts: readonly DoubtSaid[]): string {
  const shown = doubts.slice(0, 20).map(({ row, column, doubt }) => {
    const where = row === undefined ? (FIELDS[column] ?? column) : `dòng ${row}, cột «${column}»`;
    const mend = row !== undefined && doubt === 'zero' ? '; thêm --mend-ids để bù' : '';
    return `  ${where}: ${DOUBTS[doubt]}${mend}`;
  });
  const more = doubts.length > 20 ? [`  … và ${doubts.length - 20} chỗ nữa`] : [];
  return [`${doubts.length} chỗ cần xem lại với bản gốc:`, ...shown, ...more].join('\n');
}

/** Refusals of what is done to people's records. */
export const peopleFailures = {
  'member.same': ({ code }) => [
    `Hai mã cùng là một người: ${code}.`,
    'Phải nêu hai người khác nhau.',
    'Kiểm tra lại mã: phucloi member list',
  ],
  'member.merged': ({ code, into }) => [
    `Hồ sơ ${code} đã gộp vào ${into}.`,
    'Mỗi hồ sơ chỉ gộp một lần; mã cũ vẫn tìm ra người đó.',
    `Dùng mã ${into}: phucloi member show ${into}`,
  ],
  'member.awards': ({ kind, round, one, other }) => [
    `Hai hồ sơ đều có suất trong đợt ${round}: ${one} và ${other}.`,
    'Một người chỉ một suất trong một đợt: phải bỏ một suất rồi mới gộp.',
    `Xem: phucloi ${kind} list --round ${round}`,
  ],
  'member.state': ({ code, is, on }) => [
    `Ngày ${day(on)}, ${code} đã là «${STATES[is] ?? is}».`,
    'Chỉ ghi khi tình trạng thay đổi.',
    `Xem các lần thay đổi: phucloi member show ${code}`,
  ],
} satisfies Partial<Refusals['failures']>;

const kindOf = (kind: string) => KINDS[kind as keyof typeof KINDS];

export const peopleDone: PeopleDone = {
  statusSet: (a) =>
    `Đã ghi ${a.code}: ${STATES[a.is] ?? a.is} từ ngày ${day(a.on)}; các khoản đã nhận giữ nguyên.`,
  memberMoved: (a) => `Đã ghi ${a.code} chuyển từ ${a.from} sang ${a.to} ngày ${day(a.on)}.`,
  toldApart: (a) => `Đã ghi nhớ: ${a.code} và ${a.other} là hai người; không hỏi lại nữa.`,
  merged: (a) =>
    `Đã gộp ${a.code} vào ${a.into}${a.awards > 0 ? `, cùng ${a.awards} suất của hồ sơ này` : ''}. Mã ${a.code} vẫn tìm ra người đó. Không tách ra lại được.`,
  memberSet: (a) =>
    `Đã ghi cho ${a.code}: ${a.fields
      .map(({ field, value }) => `${FIELDS[field] ?? field} ${value === '' ? '(xóa)' : value}`)
      .join(', ')}.`,
  person: (a) =>
    [
      `${a.code} · ${a.name} · ${a.unit} · ${a.kind} · ${a.state}`,
      ...(a.born === undefined ? [] : [`Ngày sinh: ${a.born}`]),
      ...(a.joined === undefined ? [] : [`Vào công đoàn: ${day(a.joined)}`]),
      ...(a.relativeOf === undefined ? [] : [`Người thân của: ${a.relativeOf}`]),
      ...(a.merged.length === 0 ? [] : [`Hồ sơ đã gộp: ${list(a.merged)}`]),
      ...(a.private.length === 0
        ? []
        : [a.private.map(({ field, value }) => `${FIELDS[field] ?? field}: ${value}`).join(' · ')]),
      ...a.statuses.map(
        (each) =>
          `${day(each.day)}: ${STATES[each.state] ?? each.state}${each.unit === undefined ? '' : ` ${each.unit}`}${each.document === undefined ? '' : ` (${each.document})`}`,
      ),
      ...a.totals.map((each) => `${each.year}, ${kindOf(each.kind)}: đã nhận ${d(each.paid)}`),
      `Đã nhận tất cả: ${d(a.paid)}.`,
    ].join('\n'),
};
