import type { Messages, Refusals } from '../messages.ts';
import type { UnitsDone } from './units.ts';
import { d, day, list } from './vi-terms.ts';

const OPEN: Readonly<Record<string, string>> = {
  proposed: 'suất chờ duyệt',
  unpaid: 'suất đã duyệt chưa chi',
  unsigned: 'suất đã chi chưa ký nhận',
  advance: 'suất còn ở người đi phát',
  target: 'chỉ tiêu vận động chưa đạt',
  quota: 'chỉ tiêu đợt chưa đến ngày',
};

export const unitsDone = (): UnitsDone => ({
  unitClosed: (a) =>
    `Đã kết thúc đơn vị ${a.code} sau ngày ${day(a.on)}${a.successor === undefined ? '' : `; ${a.successor} tiếp nhận${a.moved > 0 ? ` ${a.moved} người, giữ nguyên mã, thẻ và các khoản đã nhận` : ''}`}.${a.members > 0 ? ` Còn ${a.members} người đứng tên ở đơn vị này.` : ''}`,
  unitMerged: (a) =>
    [
      `Từ ngày ${day(a.on)}, theo ${a.document}: ${list(a.ended)} nhập vào ${a.into}${a.made ? ' (đơn vị mới)' : ''}.`,
      `Đã chuyển ${a.moved} người; mã, thẻ và các khoản đã nhận giữ nguyên.${a.placed.length > 0 ? ` Đơn vị trực thuộc nay thuộc ${a.into}: ${list(a.placed)}.` : ''}`,
    ].join('\n'),
  unitSplit: (a) =>
    [
      `Từ ngày ${day(a.on)}, theo ${a.document}: ${a.ended ? `${a.code} chia thành` : `tách từ ${a.code}:`} ${a.into.map(({ unit, people }) => `${unit} (${people} người)`).join(', ')}.`,
      `Mã, thẻ và các khoản đã nhận của từng người giữ nguyên.${a.placed.length > 0 ? ` Đơn vị trực thuộc chuyển theo: ${list(a.placed)}.` : ''}`,
    ].join('\n'),
  bookEnded: (a) =>
    [
      `Sổ kết thúc ngày ${day(a.on)} theo ${a.document}; bàn giao cho ${a.to}:`,
      ...a.money.map(
        (each) =>
          `  ${each.voucher}: quỹ ${each.fund}, ${PLACES[each.place] ?? each.place}, ${d(each.amount)}`,
      ),
      ...a.goods.map((each) => `  ${each.voucher}: ${each.quantity} ${each.measure} ${each.item}`),
      `Cộng tiền ${d(a.total)}; ${a.people} người${a.open > 0 ? `; ${a.open} suất còn dở` : ''}. Sổ đã khóa hẳn.`,
      `Biên bản để hai bên ký: ${a.path}. Tệp gửi bên nhận: ${a.file} (mã kiểm soát ${a.control}).`,
    ].join('\n'),
  bookReceived: (a) =>
    a.known
      ? `Tệp bàn giao của ${a.from} (${a.document}) đã nhận từ trước; không có gì mới.`
      : [
          `Đã nhận bàn giao từ ${a.from} theo ${a.document}, ngày ${day(a.on)}; ghi là điều chuyển đến, không phải ủng hộ:`,
          ...a.lines.map((each) => `  ${each.voucher}: quỹ ${each.fund}, ${each.place}, ${d(each.amount)}`),
          ...a.goods.map((each) => `  ${each.voucher}: ${each.quantity} ${each.item}`),
          `Cộng tiền ${d(a.total)}.`,
        ].join('\n'),
  unitPlaced: (a) => {
    const below = a.units - a.moved.length;
    const moved = a.moved.map(({ unit, from }) => `${unit} (${from === '' ? 'cấp trên cùng' : from})`);
    return `Từ ngày ${day(a.on)}, theo ${a.document}: ${list(moved)}${below > 0 ? ` cùng ${below} đơn vị trực thuộc` : ''} chuyển về ${a.to === '' ? 'cấp trên cùng' : a.to}.`;
  },
});

export const unitOpen: Messages['warnings']['unit.open'] = ({ unit, into, what, codes, more }) =>
  `${unit} còn ${OPEN[what] ?? what}: ${list(codes)}${more > 0 ? `, … (tất cả ${codes.length + more})` : ''}.${into === '' ? '' : ` Theo dõi tiếp với ${into}.`}`;

const PLACES: Readonly<Record<string, string>> = { cash: 'tiền mặt', bank: 'tiền gửi' };

const UNSETTLED: Readonly<Record<string, string>> = {
  advance: 'tạm ứng chưa thanh toán',
  loan: 'khoản vay giữa các quỹ chưa trả',
  receipt: 'tiền chờ xác định',
  later: 'bút toán sau ngày kết thúc',
  month: 'tháng chưa khóa',
  finding: 'lỗi của tháng cuối',
  balance: 'số dư',
};

export const unitFailures = {
  'book.ended': ({ on, to, document }) => [
    `Sổ này đã kết thúc ngày ${day(on)} theo ${document}; mọi thứ đã bàn giao cho ${to}.`,
    'Sổ đã kết thúc chỉ để xem, in và xuất.',
    'Ghi vào sổ của bên nhận.',
  ],
  'book.open': ({ what, codes, more }) => [
    `Chưa kết thúc sổ được, còn ${UNSETTLED[what] ?? what}: ${list(codes)}${more > 0 ? `, … (tất cả ${codes.length + more})` : ''}.`,
    'Trước khi bàn giao, mọi khoản dở dang phải xong và các tháng trước đã khóa.',
    'Xử lý từng mục rồi chạy lại; xem: phucloi reconcile',
  ],
  'handover.file': ({ file, why, fund }) => [
    why === 'control'
      ? `${file}: số liệu không khớp mã kiểm soát.`
      : why === 'own'
        ? `${file}: là bàn giao của chính sổ này.`
        : why === 'kind'
          ? `${file}: quỹ ${fund ?? ''} ở sổ kia là tiền của người khác, ở sổ này thì không (hoặc ngược lại).`
          : `${file}: không phải tệp bàn giao.`,
    why === 'kind'
      ? 'Tiền của ai vẫn là của người ấy: phải nêu rõ quỹ nhận.'
      : 'Tệp bàn giao do lệnh phucloi book end viết ra, không sửa.',
    why === 'kind'
      ? `Nêu quỹ nhận: --as ${fund ?? ''}=QUỸ`
      : 'Xin lại tệp từ bên giao, hoặc ghi tay theo biên bản: --from BÊN-GIAO --document SỐ --line QUỸ:NƠI=SỐ-TIỀN',
  ],
  'unit.ended': ({ code, on, into }) => [
    `Đơn vị ${code} đã kết thúc sau ngày ${day(on)}${into.length === 0 ? '' : `; nay là ${list(into)}`}.`,
    'Đơn vị đã kết thúc không nhận thêm người, suất quà, tiền hay chỉ tiêu ghi sau ngày ấy.',
    into.length === 0
      ? 'Nêu đơn vị khác; xem: phucloi unit list'
      : `Chạy lại với ${into.length === 1 ? (into[0] ?? '') : 'đơn vị tiếp nhận đúng'}; xem: phucloi unit list`,
  ],
  'unit.ring': ({ code, parent, on }) => [
    `Ngày ${day(on)}, ${code} sẽ thuộc chính mình, qua ${parent}.`,
    'Cây đơn vị không vòng lại: đơn vị cấp trên không thuộc đơn vị cấp dưới của nó.',
    'Xem cây đơn vị rồi sửa: phucloi unit list',
  ],
  'unit.placed': ({ code, day: on, last }) => [
    `${code} đã chuyển cấp trên ngày ${day(last)}; ngày ${day(on)} là trước đó.`,
    'Các lần chuyển ghi theo thứ tự ngày.',
    'Hủy lần chuyển sau rồi ghi lại cả hai: phucloi operation list',
  ],
  'unit.left': ({ code, what, codes, more }) => [
    `Chia ${code}: ${codes.length + more} ${what === 'member' ? 'người' : 'đơn vị trực thuộc'} chưa biết về đâu: ${list(codes)}${more > 0 ? ', …' : ''}.`,
    'Ai, đơn vị nào về đâu phải nêu rõ; chương trình không đoán.',
    what === 'member'
      ? 'Thêm họ vào danh sách (--list), hoặc nêu đơn vị nhận số còn lại: --rest ĐƠN-VỊ'
      : 'Chuyển chúng trước (phucloi unit move), hoặc nêu đơn vị nhận: --rest ĐƠN-VỊ',
  ],
} satisfies Partial<Refusals['failures']>;

/** Columns of lists of units and of their books. */
export const UNIT_COLUMNS = {
  unit: 'Đơn vị',
  closedTo: 'Khóa đến',
  seal: 'Mã niêm phong',
  collectedOn: 'Ngày thu thập',
  parent: 'Trực thuộc',
  endedOn: 'Kết thúc',
  successor: 'Nay là',
  members: 'Đoàn viên',
};
