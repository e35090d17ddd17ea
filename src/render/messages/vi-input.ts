import { formatDong } from '../figures.ts';
import type { Refusals } from '../messages.ts';
import { d, list } from './vi-terms.ts';

const FIELDS: Readonly<Record<string, string>> = {
  amount: 'số tiền',
  day: 'ngày',
  name: 'họ tên hoặc tên đơn vị',
  memo: 'nội dung',
  unit: 'đơn vị',
  unitName: 'tên đơn vị',
  code: 'mã',
  signed: 'ký nhận',
  proxy: 'người nhận thay',
  relation: 'quan hệ',
  credit: 'tiền vào (ghi có)',
  debit: 'tiền ra (ghi nợ)',
};

const FORMATS: Readonly<Record<string, string>> = {
  xls: 'tệp Excel kiểu cũ (.xls)',
  xml: 'tệp XML',
  pdf: 'tệp PDF',
  ods: 'tệp OpenDocument (.ods)',
  docx: 'tệp Word',
  xlsb: 'tệp Excel nhị phân (.xlsb)',
  zip: 'tệp nén này (bị cắt cụt, hoặc không phải sổ tính)',
  xlsx: 'sổ tính này (đã hỏng)',
  html: 'tệp HTML này',
};

const HOSTILE: Readonly<Record<string, string>> = {
  entity: 'sổ tính có phần tự định nghĩa ký hiệu (entity)',
  path: 'tệp nén có phần mang tên dẫn ra ngoài, hoặc trùng tên',
  cell: 'có ô dài quá 32.767 ký tự',
  rows: 'nhiều dòng hoặc cột hơn một trang tính có thể có',
};

const DAMAGE: Readonly<Record<string, string>> = {
  byte: 'có chỗ không đọc ra chữ',
  nul: 'có ký tự NUL trong chữ',
  cut: 'tệp dừng giữa một chữ; tệp bị cắt cụt',
  marks: 'chữ có dấu đã thành dấu hỏi',
  letter: 'có chữ đã mất',
};

const CONTROLS: Readonly<Record<string, (value: number) => string>> = {
  debitCount: (value) => `${value} dòng tiền ra`,
  creditCount: (value) => `${value} dòng tiền vào`,
  debits: (value) => `tổng tiền ra ${d(value)}`,
  credits: (value) => `tổng tiền vào ${d(value)}`,
  opening: (value) => `số dư đầu ${d(value)}`,
  closing: (value) => `số dư cuối ${d(value)}`,
};

/** What is said of files that cannot be taken. */
export const inputFailures = {
  'input.foreign': ({ file }) => [
    `${file}: không phải tệp cả sổ do phucloi xuất.`,
    'Chỉ dựng lại được sổ từ tệp JSON do lệnh phucloi export xuất ra.',
    'Xuất lại từ sổ gốc: phucloi export --format json -o toan-bo-so.json',
  ],
  'input.newer': ({ file, found, known }) => [
    `${file}: tệp theo phiên bản ${found}; chương trình này đọc phiên bản ${known}.`,
    'Tệp và chương trình phải cùng mẫu; chưa có sổ nào được lập.',
    'Dùng đúng phiên bản phucloi đã xuất tệp (xem phucloi --version).',
  ],
  'input.cut': ({ file, line }) => [
    `${file}: tệp bị cắt ngang sau dòng ${line}; thiếu dòng kết.`,
    'Tệp cả sổ phải đủ đến dòng cuối; chưa có sổ nào được lập.',
    'Sao chép lại tệp, hoặc xuất lại: phucloi export --format json -o toan-bo-so.json',
  ],
  'input.altered': ({ file, line, row }) => [
    `${file}: tệp đã bị sửa sau khi xuất${row === undefined ? (line > 0 ? ` (dòng ${line})` : '') : `: ${row.kind} ${row.name} không khớp niêm phong của sổ`}.`,
    'Mọi dòng phải y nguyên như lúc xuất và đúng mã niêm phong ghi ở dòng đầu; chưa có sổ nào được lập.',
    'Dùng bản chưa sửa, hoặc xuất lại: phucloi export --format json -o toan-bo-so.json',
  ],
  'input.empty': ({ file }) => [
    `${file}: không có dòng dữ liệu nào.`,
    'Danh sách phải có dòng tiêu đề và ít nhất một dòng.',
    'Mở tệp xem danh sách có ở đó không, rồi nhập đúng tệp.',
  ],
  'input.size': ({ file, bytes, limit }) => [
    `${file}: quá lớn (${formatDong(bytes, 'vi')} byte).`,
    `Lớn nhất ${formatDong(limit, 'vi')} byte.`,
    'Tách thành nhiều tệp nhỏ hơn.',
  ],
  'input.format': ({ file, found }) => [
    `${file}: không đọc được ${FORMATS[found] ?? found}.`,
    'Nhận tệp .xlsx nguyên vẹn, tệp chữ có dấu phân cách (CSV, TSV) và tệp HTML mà ngân hàng đặt đuôi .xls.',
    found === 'pdf'
      ? 'Xin nơi gửi tệp Excel hoặc CSV.'
      : 'Mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx (Excel Workbook).',
  ],
  'input.hostile': ({ file, what }) => [
    `${file}: ${HOSTILE[what] ?? what}.`,
    'Không danh sách nào cần như vậy; tệp đã hỏng hoặc được làm ra để gây hại.',
    'Chép các ô sang một tệp Excel mới rồi lưu thành .xlsx, hoặc xin nơi gửi lại danh sách.',
  ],
  'input.changed': ({ file }) => [
    `${file} bị sửa trong lúc đang đọc.`,
    'Nội dung được ghi phải đúng là nội dung đã kiểm tra.',
    'Đóng tệp ở chương trình khác rồi nhập lại.',
  ],
  'input.sheets': ({ file, sheets }) => [
    `${file}: có ${sheets.length} trang tính: ${list(sheets)}.`,
    'Phải biết danh sách nằm ở trang nào; không đọc một trang mà bỏ sót trang khác.',
    'Thêm --sheet TÊN-TRANG, hoặc ẩn, xóa những trang không dùng.',
  ],
  'input.encoding': ({ file, line, damage }) => [
    `${file}, dòng ${line}: ${DAMAGE[damage] ?? damage}.`,
    'Chữ đã mất thì không đọc lại được và không được đoán.',
    damage === 'marks' || damage === 'letter'
      ? 'Lưu lại từ bản gốc: Excel «CSV UTF-8» hoặc .xlsx. Nếu nguyên bản viết như vậy: --encoding utf-8'
      : 'Xin lại tệp, hoặc lưu từ Excel thành «CSV UTF-8» hay .xlsx.',
  ],
  'input.encodings': ({ file, found }) => [
    `${file}: chữ ${found.length > 1 ? `đọc được theo nhiều bảng mã: ${list(found)}` : 'không đọc được theo bảng mã nào đã biết'}.`,
    'Phải có đúng một bảng mã cho ra tiếng Việt; không đoán.',
    'Nêu bảng mã: --encoding tcvn3 (hoặc vni, viscii, windows-1258…), hoặc lưu tệp thành «CSV UTF-8».',
  ],
  'input.delimiter': ({ file, line }) => [
    `${file}, dòng ${line}: dấu ngoặc kép không đóng.`,
    'Ô có xuống dòng hay dấu phân cách phải nằm trong một cặp ngoặc kép.',
    'Sửa dòng đó, hoặc lưu lại tệp từ Excel.',
  ],
  'input.heading': ({ file, missing, found }) => [
    `${file}: không thấy cột ${list(missing.map((field) => FIELDS[field] ?? field))}.`,
    'Trong 40 dòng đầu phải có dòng tiêu đề đủ các cột đó.',
    found.length > 0
      ? `Đang thấy: ${list(found)}. Sửa lại tiêu đề rồi nhập lại.`
      : 'Thêm dòng tiêu đề rồi nhập lại.',
  ],
  'input.columns': ({ file, field, columns }) => [
    `${file}: có ${columns.length} cột ${FIELDS[field] ?? field}: ${list(columns)}.`,
    'Danh sách chỉ có một cột số tiền và một cột ngày; không chọn thay.',
    'Xóa hoặc đổi tiêu đề cột không dùng rồi nhập lại; hoặc làm tệp mẫu nêu đúng cột (--profile).',
  ],
  'input.separator': ({ file, column, dot, comma }) => [
    `${file}, cột «${column}» đọc được hai cách: ${dot.cells} ô ngăn hàng nghìn bằng dấu chấm (cộng lại ${d(dot.total)}), ${comma.cells} ô bằng dấu phẩy (${d(comma.total)}).`,
    'Cả cột phải dùng một dấu, vì 1.500 và 1,500 có thể là hai số khác nhau.',
    'Sửa tệp cho thống nhất, hoặc nêu rõ: --thousands dot (dấu chấm), --thousands comma (dấu phẩy)',
  ],
  'input.currency': ({ file, currency }) => [
    `${file}: số tiền tính bằng ${currency}.`,
    'Sổ ghi bằng đồng; tỷ giá không được đoán.',
    'Lập lại danh sách bằng đồng, theo tỷ giá trên giấy của ngân hàng.',
  ],
  'input.profile': ({ file, profile, difference }) => [
    `${file}: dòng tiêu đề khác mẫu ${profile}: ${list(difference)} (- của mẫu, + của tệp).`,
    'Mẫu chỉ dùng cho danh sách có đúng những tiêu đề ấy.',
    `Nhập không có --profile và xem trước; rồi thêm --save-as ${profile} để giữ tiêu đề mới.`,
  ],
  'codes.unfit': ({ file, key }) => [
    `${file} không phải bảng mã mục: sai ở ${key}.`,
    'Bảng mã là tệp JSON có lines (mã, phần, tên), roles (mã của từng loại thu, chi), do kế toán ký duyệt.',
    'Sửa chỗ đó, hoặc bỏ --codes để dùng bảng có sẵn.',
  ],
  'profile.unfit': ({ profile, key }) => [
    `${profile} không phải mẫu đọc danh sách: sai ở ${key}.`,
    'Mẫu là tệp do --save-as viết ra; phần columns nêu những tiêu đề có trong mẫu.',
    'Sửa chỗ đó, hoặc làm lại mẫu bằng --save-as.',
  ],
  'input.total': (f) => [
    `${f.file}, dòng ${f.row}: tổng in ${d(f.printed)}, các dòng cộng lại ${d(f.sum)}.`,
    'Tổng in trên danh sách phải bằng tổng các dòng.',
    'Tìm dòng thiếu hoặc sai trên bản gốc rồi nhập lại.',
  ],
  'input.control': ({ file, what, printed, found }) => [
    `${file}: ngân hàng in ${CONTROLS[what]?.(printed) ?? printed}, các dòng cho ${CONTROLS[what]?.(found) ?? found}.`,
    'Số bút toán, doanh số và số dư ngân hàng in phải đúng với các dòng.',
    'Có dòng thiếu hoặc lặp: lấy lại sao kê từ ngân hàng rồi so.',
  ],
  'input.breaks': ({ file, breaks, more }) => [
    `${file}: ${breaks.length + more} chỗ số dư không nối tiếp các dòng trước:\n${breaks
      .slice(0, 20)
      .map(
        (each) =>
          `  dòng ${each.row}: phải là ${d(each.expected)}, đang là ${d(each.found)}; lệch ${d(each.amount)}`,
      )
      .join('\n')}${breaks.length + more > 20 ? `\n  … và ${breaks.length + more - 20} chỗ nữa` : ''}`,
    'Mỗi số dư bằng số dư trước cộng tiền vào, trừ tiền ra.',
    `Lấy lại sao kê từ ngân hàng; nếu bản giấy của ngân hàng cũng in như vậy: --accept-break ${breaks
      .slice(0, 5)
      .map(({ row }) => `${row}="LÝ DO"`)
      .join(' ')}`,
  ],
  'input.repeated': ({ file, document, overlap, rows }) => [
    `${file}: ${overlap} trong ${rows} dòng đã có ở sao kê ${document}, và không có số dư để biết có phải cùng một dòng không.`,
    'Một dòng sao kê chỉ ghi một lần; những khoản giống nhau trong một ngày đều được giữ.',
    'Đúng là các dòng ấy: --suspects skip · là những dòng khác trông giống: --suspects keep',
  ],
  'unit.tree': ({ file, rows }) => [
    `${file}: các đơn vị ở dòng ${list(rows)} trực thuộc lẫn nhau, hoặc trực thuộc đơn vị bị bỏ ra.`,
    'Các đơn vị xếp thành cây: mỗi đơn vị trực thuộc một đơn vị đã có.',
    'Sửa cột đơn vị cấp trên rồi nhập lại.',
  ],
  'input.rows': ({ file, sheet, rows, more }) => [
    `${file}${sheet === undefined ? '' : ` («${sheet}»)`}: ${rows.length + more} chỗ không nhận được:`,
    'Nhận cả danh sách hoặc không nhận gì; chưa có gì được ghi.',
    'Sửa các dòng trên rồi nhập lại.',
  ],
  'input.overlap': (f) => [
    `${f.file}: ${f.overlap} trong ${f.rows} dòng đã có ở danh sách ${f.document} (${f.documentRows} dòng).`,
    'Một danh sách gửi lại không được ghi hai lần.',
    `Chỉ lấy dòng mới: --supplements ${f.document} · thay danh sách cũ: --replaces ${f.document} · đúng là khoản khác: --all-new`,
  ],
} satisfies Partial<Refusals['failures']>;

/** What is wrong with one cell. */
export const rowFaults: Refusals['rowFaults'] = {
  'amount.missing': 'thiếu số tiền, hoặc số tiền bằng 0',
  'amount.unreadable': 'không đọc được số tiền; viết 1.500.000 hoặc 1500000',
  'amount.negative': 'số tiền âm; khoản trả lại ghi bằng lệnh riêng',
  'amount.fraction': 'số tiền có phần lẻ; đồng không có phần lẻ',
  'cell.formula': 'công thức chưa được tính; mở bằng Excel, lưu lại rồi nhập',
  'row.wide': 'dòng có ô thừa so với tiêu đề; số có dấu phẩy phải nằm trong ngoặc kép',
  'row.unclear':
    'không rõ là khoản tiền hay dòng cộng: không có số thứ tự, cũng không bằng tổng các dòng; đánh số, hoặc xóa dòng',
  'amount.parts': 'số tiền khác tổng các cột của từng quỹ',
  'amount.approximate': 'số tiền ước chừng; sổ cần số đúng đến từng đồng',
  'amount.currency': 'không phải tiền đồng',
  'amount.rounded': 'Excel đã làm tròn (7.40E+07) nên mất chữ số; nới rộng cột rồi xuất lại',
  'amount.ambiguous': 'đọc được hai cách; viết bằng chữ số',
  'amount.two': 'một dòng vừa có tiền vào vừa có tiền ra',
  'amount.proved': 'thiếu số tiền; theo số dư trước và sau thì phải là',
  'side.unclear': 'không rõ tiền vào hay tiền ra; ghi C hoặc D',
  'day.missing': 'thiếu ngày',
  'day.unreadable': 'không phải ngày; viết ngày/tháng/năm, ví dụ 24/09/2024',
  'day.future': 'ngày chưa đến',
  'day.before-book': 'ngày trước khi mở sổ',
  'day.year': 'thiếu năm và danh sách không nêu kỳ; thêm --period',
  'day.ambiguous': 'đọc được hai ngày, không có gì để biết ngày nào; viết ngày/tháng/năm bằng chữ số',
  'day.outside': 'ngoài kỳ của danh sách',
  'name.missing': 'thiếu họ tên',
  'code.unfit': 'mã chỉ gồm chữ không dấu, số và . _ -',
  'code.taken': 'mã này đã là của người hay đơn vị khác',
  'code.repeated': 'mã lặp lại trong danh sách',
  'unit.missing': 'thiếu đơn vị',
  'unit.unknown': 'không có đơn vị này trong sổ',
  'unit.repeated': 'đơn vị có hai dòng',
  'unit.ended': 'đơn vị đã kết thúc trước ngày ấy; dùng đơn vị tiếp nhận',
  'unit.ambiguous': 'có nhiều đơn vị trùng tên; dùng mã đơn vị',
  'parent.unknown': 'không có đơn vị cấp trên này',
  'person.unknown': 'không có người này trong danh sách đoàn viên',
  'person.ambiguous': 'chưa rõ là ai (trùng tên, hoặc mã và tên không khớp); dùng đúng mã',
  'person.repeated': 'người này có hai dòng trong danh sách',
  'rule.broken': 'trái quy định của chương trình',
  'person.awarded': 'người này đã có suất; đợt đặt mỗi người một suất (twice refuse)',
  'person.relative': 'chưa có trong sổ; ghi là thân nhân của đoàn viên đã nêu: thêm --add-relatives',
  'person.worker':
    'không có người này trong danh sách đoàn viên; là người lao động chưa vào công đoàn: thêm --add-workers',
  'relative.unknown': 'không rõ là thân nhân của đoàn viên nào; dùng đúng mã đoàn viên',
  'person.paid': 'người này đã có suất của chính nguồn này trong đợt, hoặc chưa rõ nguồn',
  'rule.value': 'mức quy định viết không đúng kiểu của loại quy định',
  'source.missing': 'chưa ghi căn cứ',
  'category.unknown': 'không có số tiền và đợt không có mức cho đối tượng này',
  'place.unknown': 'không có nơi giữ tiền này',
  'kind.unknown': 'không rõ loại',
  'round.unknown': 'không có đợt này',
  'quantity.unreadable': 'số lượng phải là số nguyên dương',
  'amount.twice': 'đã có một dòng cùng loại, cùng quỹ',
  'fund.unknown': 'quỹ này không chi được',
  'award.unknown': 'không có suất nào mang mã này trong đợt',
  'award.unpaid': 'suất này chưa chi mà đã ký',
  'award.unreturned': 'suất này không có khoản chi nào để thu lại',
  'award.amount': 'số tiền trên danh sách ký khác số đã chi',
  'signed.unclear': 'không rõ đã ký hay chưa; ghi x hoặc để trống',
  'signed.early': 'ngày nhận trước ngày chi',
  'proxy.name': 'có ghi nhận thay nhưng thiếu họ tên người nhận thay',
  'proxy.relation': 'nhận thay phải ghi quan hệ với người được nhận',
};
