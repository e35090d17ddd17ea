import { altered } from './vi-altered.ts';
import { backupFailures } from './vi-backup.ts';
import { collectFailures } from './vi-collect.ts';
import { stoppedFailures } from './vi-stopped.ts';
import type { Refusals } from '../messages.ts';
import { bookFailures } from './vi-book.ts';
import { serverFailures } from './vi-server.ts';
import { configFailures } from './vi-config.ts';
import { inputFailures, rowFaults } from './vi-input.ts';
import { objection } from './vi-rules.ts';
import { benefitFailures } from './vi-benefits.ts';
import { homeFailures } from './vi-home-findings.ts';
import { payFailures } from './vi-pay.ts';
import { moneyFailures } from './vi-money.ts';
import { peopleFailures } from './vi-people.ts';
import { unitFailures } from './vi-units.ts';
import { templateFailures } from './vi-template.ts';
import { d, day, KINDS, list, NOUNS } from './vi-terms.ts';
import { LISTED_BY } from './listed-by.ts';
import { meant, usage } from './vi-usage.ts';
import { privateFailures } from './vi-private.ts';

const OFFICES: Readonly<Record<string, string>> = {
  chair: 'chủ tịch',
  accountant: 'kế toán',
  cashier: 'thủ quỹ',
  inspection: 'ủy ban kiểm tra',
  preparer: 'người lập',
};

/** What to do about operations that stay. */
const UNDO_INSTEAD: Readonly<Record<string, string>> = {
  init: 'Sổ lập sai thì lập sổ mới: phucloi init --book TỆP-MỚI',
  close: 'Mở lại tháng có lý do: phucloi reopen THÁNG --reason "LÝ DO" --by "HỌ TÊN"',
  collect: 'Thu thập sổ mới hơn của đơn vị: phucloi collect TỆP',
  reopen: 'Khóa lại tháng: phucloi close THÁNG',
  'entry reverse': 'Ghi lại khoản ấy bằng lệnh của nó, ví dụ: phucloi contribution add',
  'entry correct': 'Sửa lại lần nữa: phucloi entry correct SỐ --reason "LÝ DO"',
  'operation undo': 'Chạy lại lệnh đã hủy.',
  'statement unmatch': 'Khớp lại: phucloi statement match',
  'member erase': 'Thông tin đã xóa không lấy lại được.',
  'member merge': 'Hồ sơ đã gộp không tách ra lại; cả hai mã đều tìm ra người đó.',
  'member set': 'Ghi lại lần nữa: phucloi member set MÃ --phone -',
  'member move': 'Ghi chuyển trở lại: phucloi member move MÃ --to ĐƠN-VỊ --on NGÀY',
};

const RESTING: Readonly<Record<string, string>> = {
  document: 'danh sách nhập sau',
  award: 'suất hỗ trợ',
  donor: 'khoản ủng hộ của nhà hảo tâm',
  member: 'đoàn viên của đơn vị',
  unit: 'đơn vị trực thuộc',
  payment: 'các suất đã chi',
  event: 'các suất đã duyệt hoặc hủy sau đó',
  signature: 'ký nhận của các suất',
  settlement: 'các lần thanh toán tạm ứng',
  match: 'các khoản đã khớp với sao kê',
  clearing: 'các chứng từ trả lại, xác định hoặc trả nợ',
  correction: 'các khoản đã sửa',
  count: 'các thao tác kiểm kê sau',
  month: 'các tháng đã khóa sổ',
  stock: 'hàng đã xuất',
};

/** What to do with entries that are more than a simple movement. */
const INSTEAD: Readonly<Record<string, (entry: number) => string>> = {
  benefit: () =>
    'Tiền đã chi mà quay lại: phucloi gift return --case MÃ --on NGÀY --reason "LÝ DO"; chi nhầm: phucloi entry reverse',
  advance: (entry) => `Đảo rồi tạm ứng lại: phucloi entry reverse ${entry} --reason "LÝ DO"`,
  opening: () =>
    'Nhập lại số dư đầu kỳ: phucloi operation list · phucloi operation undo SỐ --reason "LÝ DO" · phucloi opening import TỆP',
};

const KIND_NAMES: Readonly<Record<string, string>> = {
  opening: 'số dư đầu kỳ',
  contribution: 'khoản ủng hộ',
  allocation: 'tiền cấp trên cấp',
  receipt: 'khoản thu khác',
  expense: 'khoản chi phí',
  move: 'lần rút, nộp tiền',
  transfer: 'lần chuyển quỹ',
  remittance: 'lần nộp cấp trên',
  advance: 'tạm ứng',
  settlement: 'thanh toán tạm ứng',
  benefit: 'khoản chi chăm lo',
  loan: 'khoản vay giữa các quỹ',
  repayment: 'lần trả nợ giữa các quỹ',
  identification: 'lần xác định tiền chờ',
  return: 'tiền thu lại',
  refund: 'lần hoàn trả',
  purchase: 'lần mua hàng',
};

const failures: Refusals['failures'] = {
  ...privateFailures,
  ...usage,
  'book.exists': ({ path, option }) => [
    `Không lập sổ: đã có tệp ${path}.`,
    'Sổ mới phải có tên tệp chưa dùng.',
    `Chọn tên khác với ${option}, hoặc dùng luôn sổ đang có.`,
  ],
  'book.missing': ({ path, backups, restore }) => [
    `Không thấy sổ ${path}.`,
    restore === undefined
      ? 'Lệnh này làm việc trên một sổ đã có.'
      : `Lệnh này làm việc trên một sổ đã có; ở đây có ${backups} bản sao lưu của sổ tên ấy.`,
    restore !== undefined
      ? `Khôi phục từ bản mới nhất: ${restore}; hoặc nêu đúng tệp sổ bằng --book`
      : 'Nêu đúng tệp sổ bằng --book, hoặc lập sổ mới: phucloi init',
  ],
  'book.foreign': ({ path }) => [
    `${path} không phải là sổ của phucloi.`,
    'Chỉ mở được tệp do phucloi init lập ra.',
    'Nêu đúng tệp sổ bằng --book, ví dụ: --book phucloi.db',
  ],
  'book.version': ({ path, found, known }) => [
    `Sổ ${path} theo phiên bản sổ ${found}; chương trình này đọc phiên bản sổ ${known}.`,
    'Chương trình và sổ phải cùng mẫu; sổ chưa bị động đến.',
    found > known
      ? 'Cài bản mới hơn của chương trình; xem bản đang dùng: phucloi --version'
      : 'Sổ quá cũ: dùng đúng phiên bản phucloi đã lập sổ; xem bản đang dùng: phucloi --version',
  ],
  'book.older': ({ path, found, known }) => [
    `Sổ ${path} do bản cũ của chương trình lập (phiên bản sổ ${found}); bản này dùng phiên bản sổ ${known}.`,
    'Sổ cũ phải được nâng cấp một lần rồi mới dùng tiếp; số liệu giữ nguyên, sổ chưa bị động đến.',
    'Xem trước: phucloi migrate --dry-run; nâng cấp (chương trình tự sao lưu sổ): phucloi migrate',
  ],
  'book.damaged': ({ path, detail }) => [
    `Không đọc hoặc không ghi được sổ ${path} (${detail}).`,
    'Tệp sổ phải nguyên vẹn, ổ đĩa còn chỗ và cho phép ghi.',
    'Xem ổ đĩa và sổ: phucloi doctor. Nếu tệp hỏng thì đừng ghi thêm; khôi phục từ bản sao lưu gần nhất: phucloi restore TỆP --dry-run, rồi phucloi restore TỆP',
  ],
  'book.altered': altered,
  'file.missing': ({ path }) => [
    `Không thấy tệp ${path}.`,
    'Tệp phải có và đọc được.',
    'Xem lại tên tệp, thư mục rồi chạy lại với đúng tên.',
  ],
  'file.exists': ({ path }) => [
    `Đã có tệp ${path}.`,
    'Không ghi đè lên tệp đang có: danh sách có thể bạn đã sửa, biên bản có thể đã ký.',
    'Chọn tên khác, hoặc xóa tệp cũ.',
  ],
  'folder.taken': ({ path, file }) => [
    file === '' ? `${path} không phải thư mục.` : `Thư mục ${path} đã có thứ khác (${file}).`,
    'Hồ sơ cuối tháng chỉ ghi vào thư mục mới, thư mục trống, hoặc thay trọn hồ sơ cũ của chính sổ này.',
    'Nêu thư mục khác sau -o, hoặc dọn thư mục này.',
  ],
  'amount.unsafe': () => [
    'Số tiền quá lớn, sổ không tính đúng đến từng đồng được.',
    `Mọi số tiền và mọi tổng không vượt ${d(Number.MAX_SAFE_INTEGER)}.`,
    'Sửa lại số tiền (có khi gõ thừa số 0) rồi chạy lại.',
  ],
  'code.unfit': ({ code }) => [
    `Không dùng được mã «${code}».`,
    'Mã gồm chữ không dấu, số và các dấu . _ -, dài nhất 32 ký tự.',
    'Chọn mã khác.',
  ],
  'code.taken': ({ noun, code }) => [
    `Mã ${code} đã có ở một ${NOUNS[noun]} khác.`,
    `Mỗi ${NOUNS[noun]} có một mã riêng.`,
    'Chọn mã khác.',
  ],
  missing: ({ noun, code, known = [], near = [] }) => [
    `Không có ${NOUNS[noun]} «${code}».${near.length > 0 ? ` ${meant(near)}` : ''}`,
    `Phải chỉ đúng mã của ${NOUNS[noun]} có trong sổ.`,
    known.length > 0 ? `Đang có: ${list(known)}.` : `Xem các mã: ${LISTED_BY[noun]}`,
  ],
  'operation.undone': ({ operation, by }) => [
    `Thao tác ${operation} đã được hủy bằng thao tác ${by}.`,
    'Một thao tác chỉ hủy một lần.',
    'Nếu tệp vốn đúng thì nhập lại.',
  ],
  'operation.kind': ({ operation, command }) => [
    `Không hủy được thao tác ${operation} (${command}).`,
    'Hủy được thao tác ghi tiền, duyệt, ký nhận, kiểm kê, nhập tệp; không hủy được việc lập quỹ, sửa danh mục, khóa sổ, đảo bút toán, hay lần nhập thay danh sách trước.',
    UNDO_INSTEAD[command] ??
      'Ghi lại việc đúng bằng lệnh của nó; bút toán ghi nhầm thì đảo: phucloi entry reverse SỐ --reason "LÝ DO"',
  ],
  'operation.rests': ({ operation, what, codes, more }) => [
    `Không hủy được thao tác ${operation}: còn ${RESTING[what] ?? what} dựa vào nó: ${list(codes)}${more > 0 ? `, và ${more} mục nữa` : ''}.`,
    'Chỉ hủy được khi chưa có gì ghi tiếp trên đó.',
    what === 'month'
      ? `Mở lại tháng trước: phucloi reopen ${codes[0]} --reason "LÝ DO" --by "HỌ TÊN"`
      : 'Hủy những mục đó trước, mục mới nhất trước.',
  ],
  'day.future': (f) => [
    `Ngày ${day(f.day)} còn ở phía trước (hôm nay ${day(f.today)}).`,
    'Không ghi gì cho ngày chưa đến.',
    'Sửa ngày rồi chạy lại.',
  ],
  'day.before-book': (f) => [
    `Ngày ${day(f.day)} trước khi mở sổ (${day(f.first)}).`,
    'Sổ chỉ nhận từ ngày đầu của tháng đầu tiên.',
    'Sửa ngày, hoặc thêm --book-on NGÀY để ghi vào tháng đang mở mà vẫn giữ ngày gốc.',
  ],
  'period.order': ({ month, next }) => [
    `Chưa khóa được tháng ${day(month)}.`,
    `Các tháng khóa lần lượt; tháng tiếp theo là ${day(next)}.`,
    `Khóa tháng ấy trước: phucloi close ${next}`,
  ],
  'period.blocked': ({ month, findings }) => [
    `Chưa khóa được tháng ${day(month)}: còn ${findings.length} lỗi chưa xử lý.`,
    'Tháng chỉ khóa khi không còn lỗi nào chưa được chấp nhận.',
    `Chạy lần lượt:\n${findings
      .slice(0, 20)
      .map((each) => `    ${each}`)
      .join(
        '\n',
      )}${findings.length > 20 ? `\n    … và ${findings.length - 20} việc nữa` : ''}\n  hoặc chấp nhận có lý do: phucloi reconcile accept …`,
  ],
  'period.running': ({ month, last, today }) => [
    `Tháng ${day(month)} chưa hết (hôm nay ${day(today)}).`,
    `Chỉ khóa được từ ngày ${day(last)}.`,
    `Đợi đến ngày ấy rồi khóa: phucloi close ${month}`,
  ],
  'period.open': ({ month }) => [
    `Tháng ${day(month)} chưa khóa sổ.`,
    'Việc này chỉ làm với tháng đã khóa sổ.',
    `Xem còn vướng gì rồi khóa: phucloi close --check ${month}`,
  ],
  'period.last': ({ month, last }) => [
    `Chưa mở lại được tháng ${day(month)}: tháng ${day(last)} khóa sau tháng ấy.`,
    'Chỉ mở lại tháng khóa gần nhất, lần lượt từ sau về trước.',
    `Mở lại tháng ấy trước: phucloi reopen ${last} --reason "LÝ DO" --by "HỌ TÊN"; hoặc ghi khoản điều chỉnh vào tháng đang mở`,
  ],
  'period.locked': ({ month }) => [
    `Năm ${month.slice(0, 4)} đã khóa hẳn sau khi quyết toán được duyệt.`,
    'Năm đã khóa hẳn thì không mở lại, không khóa lần nữa.',
    'Ghi khoản điều chỉnh vào tháng đang mở, kèm văn bản.',
  ],
  'head.unknown': ({ head }) => [
    `Sổ này chưa bao giờ có mã niêm phong ${head}.`,
    'Mã niêm phong ghi trong biên bản khóa sổ phải là một mã mà sổ đã có.',
    'Đọc lại biên bản từng nhóm bốn ký tự; nếu chép đúng thì đây không phải là sổ đã khóa: giữ lại, tìm bản sao lưu đúng: phucloi verify --book BẢN-SAO --head MÃ',
  ],
  'entry.reversed': ({ entry }) => [
    `Bút toán ${entry} đã được đảo.`,
    'Mỗi bút toán chỉ đảo một lần.',
    `Xem: phucloi entry show ${entry}`,
  ],
  'entry.reversal': ({ entry }) => [
    `Bút toán ${entry} là bút toán đảo.`,
    'Bút toán đảo không đảo lại.',
    'Ghi lại khoản đúng bằng lệnh của nó, ví dụ: phucloi contribution add',
  ],
  'entry.opening': ({ entry }) => [
    `Bút toán ${entry} là số dư đầu kỳ.`,
    'Số dư đầu kỳ không đảo được.',
    'Ghi khoản điều chỉnh bằng phucloi receipt add hoặc expense add, có lý do; sổ mới lập sai thì lập lại bằng phucloi init.',
  ],
  'entry.settled': ({ entry, settled }) => [
    `Bút toán ${entry} là tạm ứng đã thanh toán ${d(settled)}.`,
    'Tạm ứng chỉ đảo được khi chưa thanh toán gì.',
    'Đảo các bút toán thanh toán trước: phucloi entry list · phucloi entry reverse SỐ --reason "LÝ DO"',
  ],
  'entry.kind': ({ entry, kind }) => [
    `Bút toán ${entry} là ${KIND_NAMES[kind] ?? kind}, không làm được việc này.`,
    'Sửa một lần chỉ dành cho khoản thu, chi, nộp, chuyển tiền đơn giản; hoàn trả chỉ dành cho khoản ủng hộ.',
    INSTEAD[kind]?.(entry) ?? `Đảo rồi ghi lại: phucloi entry reverse ${entry} --reason "LÝ DO"`,
  ],
  'entry.cleared': ({ entry, by }) => [
    `Bút toán ${entry} đã có bút toán ${list(by)} ghi tiếp trên đó.`,
    'Khoản đã hoàn trả, đã xác định, đã trả nợ hoặc đã chi lại thì không đảo được.',
    `Đảo bút toán ghi sau trước: phucloi entry reverse ${by.at(-1)} --reason "LÝ DO"`,
  ],
  'refund.more': ({ entry, left, amount }) => [
    `Không hoàn trả được ${d(amount)}: bút toán ${entry} chỉ còn ${d(left)}.`,
    'Không hoàn trả nhiều hơn số đã nhận, kể cả những lần hoàn trả trước.',
    left > 0 ? `Sửa số tiền: --amount ${left}` : `Xem: phucloi entry show ${entry}`,
  ],
  'opening.late': ({ entries }) => [
    `Sổ đã có ${entries} bút toán.`,
    'Số dư đầu kỳ chỉ nhập khi sổ chưa ghi gì.',
    'Hủy các thao tác đã ghi (phucloi operation list · phucloi operation undo SỐ --reason "LÝ DO"), hoặc lập sổ mới: phucloi init',
  ],
  'opening.unbalanced': ({ fund, holds, brought }) => [
    `Quỹ ${fund}: tiền và tạm ứng có ${d(holds)}, tính theo đầu năm và thu chi là ${d(brought)}, lệch ${d(holds - brought)}.`,
    'Dư đầu năm + thu − chi phải bằng tiền hiện có cộng tạm ứng, cho vay, trừ đi vay.',
    'Sửa số trong tệp rồi nhập lại.',
  ],
  'day.book-on': (f) => [
    `--book-on ${day(f.day)} không thuộc tháng đang mở đầu tiên.`,
    `Khoản của tháng đã khóa ghi vào tháng mở đầu tiên, từ ${day(f.open)}.`,
    'Sửa --book-on rồi chạy lại.',
  ],
  'round.kind': ({ round, kind }) => [
    `Đợt ${round} thuộc chương trình ${KINDS[kind as keyof typeof KINDS] ?? kind}.`,
    'Lệnh phải cùng chương trình với đợt.',
    `Dùng: phucloi ${kind} …`,
  ],
  'sign.mismatch': (f) => [
    `Danh sách ký ghi ${f.givenCount} người, ${d(f.givenTotal)}; sổ có ${f.count} người, ${d(f.total)}.`,
    'Số người và số tiền trên giấy phải khớp với sổ.',
    'Đếm lại giấy; ai chưa ký thì thêm --except MÃ.',
  ],
  'finding.never': ({ finding }) => [
    `Không chấp nhận được ${finding}.`,
    'Sổ bị sửa ngoài chương trình, quỹ âm, số phiếu bị hổng, két chưa kiểm kê thì phải xử lý, không chấp nhận được.',
    'Xem cách xử lý: phucloi reconcile',
  ],
  'entry.goods': ({ entry, voucher }) => [
    `Bút toán ${entry} là khoản mua hàng đã nhập kho (${voucher}).`,
    'Tiền mua và hàng nhập kho đi với nhau.',
    `Đảo cả hai: phucloi goods reverse ${voucher} --reason "LÝ DO"`,
  ],
  'officer.none': ({ role, day: on }) => [
    `Không ai giữ chức danh ${OFFICES[role] ?? role} ngày ${day(on)}.`,
    'Phải có người đang giữ chức danh đó, đúng tên đã ghi.',
    `Ghi trước: phucloi officer add --role ${role} --name "HỌ TÊN" --from NGÀY`,
  ],
  'officer.day': ({ role, from, day: on }) => [
    `Không bàn giao được ngày ${day(on)}: ${OFFICES[role] ?? role} hiện nay bắt đầu từ ngày ${day(from)}.`,
    'Người giao giữ chức danh ít nhất một ngày trước ngày bàn giao.',
    'Sửa --on rồi chạy lại.',
  ],
  'officer.same': ({ role }) => [
    `Người nhận đang giữ chức danh ${OFFICES[role] ?? role}.`,
    'Bàn giao cần hai người.',
    'Sửa --to rồi chạy lại.',
  ],
  'register.ended': ({ noun, code, on }) => [
    `${code} đã ${noun === 'rule' ? 'thôi áp dụng' : noun === 'unit' ? 'kết thúc' : 'thôi là đoàn viên'} từ ngày ${day(on)}.`,
    noun === 'rule' ? 'Mỗi quy định chỉ kết thúc một lần.' : 'Mỗi đoàn viên, đơn vị chỉ kết thúc một lần.',
    noun === 'rule'
      ? 'Xem quy định đang áp dụng: phucloi rule list'
      : noun === 'unit'
        ? 'Nêu đơn vị khác; xem: phucloi unit list'
        : 'Kiểm tra lại mã: phucloi member list',
  ],
  ...unitFailures,
  ...moneyFailures,
  ...benefitFailures,
  ...peopleFailures,
  ...templateFailures,
  ...homeFailures,
  ...payFailures,
  ...stoppedFailures,
  ...backupFailures,
  ...collectFailures,
  ...inputFailures,
  ...configFailures,
  ...bookFailures,
  ...serverFailures,
  cancelled: () => ['Đã dừng theo ý bạn.', 'Chưa có gì được ghi.', 'Khi nào muốn ghi thì chạy lại lệnh ấy.'],
};

export const vi: Refusals = { failures, rowFaults, objection };
