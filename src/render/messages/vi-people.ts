import type { Naming } from '../../usecase/port/erased.ts';
import type { Refusals } from '../messages.ts';
import type { DoubtSaid, PeopleDone } from './people.ts';
import { d, day, KINDS, list, PERSONAL } from './vi-terms.ts';

const STATES: Readonly<Record<string, string>> = {
  active: 'đang sinh hoạt',
  paused: 'tạm dừng sinh hoạt',
  retired: 'nghỉ hưu',
  left: 'thôi là đoàn viên',
  died: 'đã mất',
  moved: 'chuyển đơn vị',
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
    const where = row === undefined ? (PERSONAL[column] ?? column) : `dòng ${row}, cột «${column}»`;
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

const keptIn = (file: string | undefined) =>
  file === undefined ? '' : `\nMã khôi phục nằm trong tệp ${file}: in ra cất vào két rồi xóa tệp.`;

/** Where a name may stand, by table. */
const WHERE: Readonly<Record<Naming, string>> = {
  entry: 'bút toán',
  voucher: 'chứng từ',
  decision: 'quyết định',
  award: 'suất hỗ trợ',
  statement_line: 'nội dung sao kê',
  officer: 'danh sách chức danh',
  holder: 'người giữ tiền tạm ứng',
  operation: 'nhật ký thao tác',
  disclosure: 'nhật ký truy cập',
  cash_count: 'biên bản kiểm kê',
  period_event: 'biên bản khóa sổ',
  acceptance: 'chỗ kiểm tra đã chấp nhận',
  acknowledgement: 'ký nhận',
  document: 'tên tệp danh sách đã nhập',
  attachment: 'tên tệp giấy lưu kèm',
  beneficiary: 'hồ sơ đoàn viên khác',
  donor: 'nhà hảo tâm',
  alias: 'tên khác của nhà hảo tâm',
  unit: 'tên đơn vị',
  round: 'tên đợt',
  award_part: 'phần của suất hỗ trợ',
  correction: 'chỗ sửa bút toán',
  undo: 'lý do hủy thao tác',
  reported: 'báo cáo của đơn vị',
  statement_break: 'chỗ lệch sao kê đã chấp nhận',
  match: 'lần khớp sao kê',
  unmatch: 'lý do gỡ khớp sao kê',
  confirmation: 'giấy xác nhận số dư',
  paper: 'giấy tờ của suất hỗ trợ',
  award_event: 'việc duyệt, từ chối, hủy suất',
  waiver: 'chỗ cho phép trái quy định',
  distinction: 'chỗ phân biệt hai người',
  history: 'khoản nhận trước khi mở sổ',
  status: 'quyết định về đoàn viên',
  appeal: 'tên đợt vận động',
  fund: 'tên quỹ',
  place: 'nơi giữ tiền',
  item: 'tên hiện vật',
  setting: 'thiết lập',
  other: 'mục khác',
};

const WHY_STAYS = {
  voucher: 'chứng từ kế toán phải lưu',
  bank: 'chứng từ của ngân hàng phải lưu',
  office: 'trách nhiệm của người làm, ký',
  file: 'tên tệp nằm trong niêm phong; tệp ấy do đơn vị giữ',
  same: 'có thể là người khác cùng tên; cần xem từng chỗ',
} as const;

export const peopleDone = (): PeopleDone => ({
  statusSet: (a) =>
    `Đã ghi ${a.code}: ${STATES[a.is] ?? a.is} từ ngày ${day(a.on)}; các khoản đã nhận giữ nguyên.`,
  memberMoved: (a) => `Đã ghi ${a.code} chuyển từ ${a.from} sang ${a.to} ngày ${day(a.on)}.`,
  toldApart: (a) => `Đã ghi nhớ: ${a.code} và ${a.other} là hai người; không hỏi lại nữa.`,
  merged: (a) =>
    `Đã gộp ${a.code} vào ${a.into}${a.awards > 0 ? `, cùng ${a.awards} suất của hồ sơ này` : ''}. Mã ${a.code} vẫn tìm ra người đó. Không tách ra lại được.`,
  memberSet: (a) =>
    `Đã ghi cho ${a.code}: ${a.fields
      .map(({ field, value }) => `${PERSONAL[field] ?? field} ${value === '' ? '(xóa)' : value}`)
      .join(', ')}.`,
  encrypted: (a) =>
    `Đã mã hóa thông tin riêng trong sổ (${a.fields} mục). Từ nay lệnh nào ghi hoặc in CCCD, điện thoại, tài khoản, hoàn cảnh sẽ hỏi cụm mật khẩu.${keptIn(a.recoveryFile)}
Bản sao lưu và tệp xuất làm trước hôm nay vẫn đọc được thông tin ấy: cất kỹ hoặc hủy đi.`,
  passphraseChanged: (a) =>
    `Đã thay cụm mật khẩu, mã khôi phục và mã hóa lại thông tin riêng (${a.fields} mục). Cụm và mã cũ chỉ còn mở được các bản sao lưu cũ.${keptIn(a.recoveryFile)}`,
  decrypted: (a) =>
    `Thông tin riêng trong sổ (${a.fields} mục) không còn mã hóa: ai mở được tệp sổ là đọc được.`,
  forgotten: (a) =>
    `Đã bỏ hẳn thông tin riêng trong sổ (${a.fields} mục). Tiền, chứng từ, danh sách giữ nguyên. Ghi lại từng người: phucloi member set MÃ
Bản sao lưu làm trước đó vẫn còn những mục ấy.`,
  had: (a) =>
    `Trước khi có sổ, ngày ${day(a.day)}: ${kindOf(a.kind)} ${d(a.amount)}${a.content === '' ? '' : ` (${a.content})`}`,
  relative: (a) => `Người thân: ${a.name} (${a.code})`,
  gave: (a) =>
    `Đã ủng hộ ngày ${day(a.day)}: ${d(a.amount)} vào quỹ ${a.fund}${a.voucher === undefined ? '' : `, chứng từ ${a.voucher}`}${a.content === '' ? '' : ` (${a.content})`}`,
  accessed: (a) =>
    `Ngày ${day(a.recordedAt.slice(0, 10))}, ${a.by}: ${a.how}, ${a.scope}. Mục đích: ${a.purpose}`,
  erased: (a) =>
    [
      `Đã xóa thông tin cá nhân của ${a.code}; chứng từ và số tiền giữ nguyên.`,
      ...(a.remains.length === 0 ? [] : ['Họ tên hoặc số của người này còn ở:']),
      ...a.remains.map(
        ({ where, rows, why, until }) =>
          `  ${WHERE[where]}, ${rows} chỗ: ${WHY_STAYS[why]}${until === undefined ? '' : `, giữ đến hết ngày ${day(until)}`}`,
      ),
      ...(a.officials === 0
        ? []
        : [
            `Lý do từ chối, cho phép, ghi chú giấy tờ về người này đã xóa; tên người duyệt, người ký ghi chung ở đó (${a.officials} chỗ) mất theo: giữ bản giấy.`,
          ]),
      ...(a.unread
        ? [
            'Chưa tìm số CCCD, điện thoại, tài khoản của người này trong các lời ghi: khóa của thông tin riêng đã hỏng, không đọc được số. Tự tìm trong bút toán, chứng từ: phucloi entry list',
          ]
        : []),
      ...(a.relatives.length === 0
        ? []
        : [`Người thân có hồ sơ riêng: ${list(a.relatives)}. Cần xóa thì xóa từng mã.`]),
      'Bản sao lưu, tệp đã xuất và giấy đã in không tự đổi theo: cần xem lại và hủy riêng.',
    ].join('\n'),
  person: (a) =>
    [
      `${a.code} · ${a.name} · ${a.unit} · ${a.kind} · ${a.state}`,
      ...(a.born === undefined ? [] : [`Ngày sinh: ${a.born.replace(/^\d{4}-\d\d-\d\d$/, day)}`]),
      ...(a.joined === undefined ? [] : [`Vào công đoàn: ${day(a.joined)}`]),
      ...(a.relativeOf === undefined ? [] : [`Người thân của: ${a.relativeOf}`]),
      ...(a.merged.length === 0 ? [] : [`Hồ sơ đã gộp: ${list(a.merged)}`]),
      ...(a.private.length === 0
        ? []
        : [a.private.map(({ field, value }) => `${PERSONAL[field] ?? field}: ${value}`).join(' · ')]),
      ...a.statuses.map(
        (each) =>
          `${day(each.day)}: ${STATES[each.state] ?? each.state}${each.unit === undefined ? '' : ` ${each.unit}`}${each.document === undefined ? '' : ` (${each.document})`}`,
      ),
      ...a.totals.map((each) => `${each.year}, ${kindOf(each.kind)}: đã nhận ${d(each.paid)}`),
      `Đã nhận tất cả: ${d(a.paid)}.`,
    ].join('\n'),
});
