import { formatDay, formatDong } from '../figures.ts';
import type { Messages } from '../messages.ts';

const d = (amount: number): string => `${formatDong(amount, 'vi')} đ`;
const day = formatDay;
const list = (items: readonly (string | number)[]): string => items.join(', ');

const NOUNS = {
  fund: 'quỹ',
  place: 'nơi giữ tiền',
  unit: 'đơn vị',
  member: 'đoàn viên',
  round: 'đợt',
  award: 'suất hỗ trợ',
  entry: 'bút toán',
  voucher: 'chứng từ',
  document: 'danh sách đã nhập',
  holder: 'khoản tạm ứng',
  finding: 'phát hiện',
  officer: 'cán bộ',
} as const;

const KINDS = { gift: 'quà', hardship: 'hỗ trợ khó khăn', home: 'Mái ấm Công đoàn' } as const;

const PURPOSES: Readonly<Record<string, string>> = {
  gift: 'tặng quà',
  hardship: 'hỗ trợ khó khăn',
  home: 'xây, sửa nhà Mái ấm',
  visit: 'thăm hỏi',
  running: 'chi phí (phí ngân hàng, vận chuyển, vòng hoa…)',
};

const FIELDS: Readonly<Record<string, string>> = {
  amount: 'số tiền',
  day: 'ngày',
  name: 'họ tên hoặc tên đơn vị',
  memo: 'nội dung',
  unit: 'đơn vị',
  unitName: 'tên đơn vị',
  code: 'mã',
  signed: 'ký nhận',
};

const VERBS: Readonly<Record<string, string>> = { approve: 'duyệt', pay: 'chi', sign: 'ký nhận' };

export const vi: Messages = {
  language: 'vi',
  failures: {
    'usage.command': ({ given, near }) => [
      `Không có lệnh «${given}».`,
      'Lệnh gồm một danh từ và một động từ, ví dụ: phucloi contribution import.',
      near.length > 0 ? `Có phải bạn muốn: ${list(near)}?` : 'Xem các lệnh: phucloi --help',
    ],
    'usage.option': ({ problem, subject }) => [
      {
        unknown: `Lệnh này không có tùy chọn ${subject}.`,
        value: `Tùy chọn ${subject} thiếu giá trị.`,
        argument: `Lệnh thiếu ${subject}.`,
        excess: `Câu lệnh thừa: ${subject}.`,
      }[problem],
      'Chỉ dùng những tùy chọn mà lệnh có, mỗi tùy chọn đủ giá trị.',
      'Thêm --help sau lệnh để xem cách dùng và ví dụ.',
    ],
    'usage.value': ({ option, given, expected }) => [
      `Không đọc được «${given}» ở ${option}.`,
      `Phải là: ${expected}.`,
      'Sửa lại giá trị rồi chạy lại.',
    ],
    'usage.missing': ({ option }) => [
      `Thiếu ${option}.`,
      'Lệnh này cần giá trị đó và không được hỏi khi không có màn hình.',
      `Thêm ${option} rồi chạy lại.`,
    ],
    'usage.conflict': ({ options }) => [
      `Không dùng cùng lúc: ${list(options)}.`,
      'Mỗi điều chỉ nói một lần.',
      'Bỏ bớt rồi chạy lại.',
    ],
    'book.exists': ({ path }) => [
      `Không tạo sổ: đã có tệp ${path}.`,
      'Một sổ mới cần một tên tệp chưa có.',
      'Chọn tên khác với --book, hoặc dùng luôn sổ đang có.',
    ],
    'book.missing': ({ path }) => [
      `Không thấy sổ ${path}.`,
      'Phải có sổ trước khi ghi.',
      'Chỉ đúng tệp với --book, hoặc tạo sổ: phucloi init',
    ],
    'book.busy': ({ path }) => [
      `Sổ ${path} đang có lệnh khác ghi.`,
      'Mỗi lúc chỉ một lệnh ghi vào sổ; chưa có gì được ghi.',
      'Đợi lệnh kia xong rồi chạy lại; chạy lại không ghi trùng.',
    ],
    'book.foreign': ({ path }) => [
      `${path} không phải là sổ của phucloi.`,
      'Chỉ mở được tệp do phucloi init tạo ra.',
      'Kiểm tra lại đường dẫn --book.',
    ],
    'book.version': ({ path, found, known }) => [
      `Sổ ${path} theo mẫu số ${found}; chương trình này đọc mẫu số ${known}.`,
      'Chương trình và sổ phải cùng mẫu; sổ chưa bị động đến.',
      'Dùng đúng phiên bản phucloi của sổ.',
    ],
    'book.damaged': ({ path, detail }) => [
      `Không đọc hoặc không ghi được sổ ${path} (${detail}).`,
      'Tệp sổ phải nguyên vẹn, ổ đĩa còn chỗ và cho phép ghi.',
      'Kiểm tra ổ đĩa; nếu tệp hỏng, dùng bản sao lưu gần nhất.',
    ],
    'book.altered': ({ kind, name, operation }) => [
      `Sổ đã bị sửa ngoài chương trình: ${kind} ${name} (thao tác ${operation}) không khớp chuỗi băm.`,
      'Mọi dòng đã ghi phải y nguyên như lúc ghi.',
      'Giữ nguyên tệp này làm bằng chứng và dùng bản sao lưu còn khớp: phucloi verify --book BẢN-SAO',
    ],
    'file.missing': ({ path }) => [
      `Không thấy tệp ${path}.`,
      'Tệp phải có và đọc được.',
      'Kiểm tra lại tên tệp và thư mục.',
    ],
    'file.unwritable': ({ path, reason }) => [
      `Không ghi được tệp ${path} (${reason}).`,
      'Thư mục phải cho ghi, tệp không đang mở ở chương trình khác.',
      'Đóng tệp nếu đang mở trong Excel, hoặc chọn tên khác với -o.',
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
    missing: ({ noun, code, known }) => [
      `Không có ${NOUNS[noun]} «${code}».`,
      `Phải chỉ đúng mã của ${NOUNS[noun]} có trong sổ.`,
      known !== undefined && known.length > 0 ? `Đang có: ${list(known)}.` : 'Kiểm tra lại mã.',
    ],
    'fund.short': (f) => [
      `Không đủ tiền: quỹ ${f.fund} tại ${f.place} sẽ còn ${d(f.balance)} cuối ngày ${day(f.day)}.`,
      'Tiền của một quỹ ở một nơi không bao giờ âm cuối ngày, kể cả những ngày sau.',
      `Chi ít hơn, chi từ nơi khác, hoặc đưa tiền về trước: phucloi move --fund ${f.fund} --to ${f.place} …`,
    ],
    'fund.purpose': ({ fund, purpose, allowed }) => [
      `Quỹ ${fund} không được chi cho: ${PURPOSES[purpose] ?? purpose}.`,
      allowed.length > 0
        ? `Quỹ này chỉ chi cho: ${list(allowed.map((each) => PURPOSES[each] ?? each))}.`
        : 'Quỹ này không chi cho việc gì cả.',
      'Chi từ quỹ khác có đúng mục đích.',
    ],
    'fund.held': ({ fund }) => [
      `${fund} là tiền giữ hộ, không làm được việc này.`,
      'Tiền giữ hộ chỉ nộp lại, trả lại hoặc chi theo quyết định của chủ quỹ.',
      'Dùng một quỹ của đơn vị.',
    ],
    'fund.committed': ({ fund, needed, available }) => [
      `Không duyệt được ${d(needed)} từ quỹ ${fund}: chỉ còn ${d(available)} chưa dành cho việc khác.`,
      'Tổng đã duyệt chưa chi không vượt số tiền quỹ đang có, trừ khi có văn bản hứa cấp thêm.',
      'Duyệt ít hơn, hoặc nêu văn bản: --expecting "ĐƠN VỊ:SỐ TIỀN" --document SỐ',
    ],
    'fund.same': ({ fund }) => [
      `Hai đầu đều là quỹ ${fund}.`,
      'Chuyển quỹ cần hai quỹ khác nhau.',
      'Sửa --from hoặc --to.',
    ],
    'place.same': ({ place }) => [
      `Hai đầu đều là ${place}.`,
      'Chuyển tiền cần hai nơi khác nhau.',
      'Sửa --from hoặc --to.',
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
    'period.closed': (f) => [
      `Ngày ${day(f.day)} thuộc tháng đã khóa sổ.`,
      `Tháng đã khóa không nhận thêm gì; sổ đang mở từ ${day(f.open)}.`,
      `Thêm --book-on NGÀY (từ ${day(f.open)}) để ghi vào tháng đang mở, giữ ngày gốc.`,
    ],
    'period.order': ({ month, next }) => [
      `Chưa khóa được tháng ${day(month)}.`,
      `Các tháng khóa lần lượt; tháng tiếp theo là ${day(next)}.`,
      `phucloi close ${next}`,
    ],
    'period.blocked': ({ month, findings }) => [
      `Chưa khóa được tháng ${day(month)}: còn ${findings.length} lỗi chưa xử lý.`,
      'Tháng chỉ khóa khi không còn lỗi nào chưa được chấp nhận.',
      `Chạy lần lượt:\n${findings.slice(0, 20).map((each) => `    ${each}`).join('\n')}${findings.length > 20 ? `\n    … và ${findings.length - 20} việc nữa` : ''}\n  hoặc chấp nhận có lý do: phucloi reconcile accept …`,
    ],
    'period.running': ({ month, last, today }) => [
      `Tháng ${day(month)} chưa hết (hôm nay ${day(today)}).`,
      `Chỉ khóa được từ ngày ${day(last)}.`,
      'Đợi hết tháng.',
    ],
    'entry.reversed': ({ entry }) => [
      `Bút toán ${entry} đã được đảo.`,
      'Mỗi bút toán chỉ đảo một lần.',
      `Xem: phucloi entry show ${entry}`,
    ],
    'entry.reversal': ({ entry }) => [
      `Bút toán ${entry} là bút toán đảo.`,
      'Bút toán đảo không đảo lại.',
      'Ghi lại nghiệp vụ đúng bằng lệnh của nó.',
    ],
    'round.kind': ({ round, kind }) => [
      `Đợt ${round} thuộc chương trình ${KINDS[kind as keyof typeof KINDS] ?? kind}.`,
      'Lệnh phải cùng chương trình với đợt.',
      `Dùng: phucloi ${kind} …`,
    ],
    'award.none': ({ round, verb }) => [
      `Đợt ${round} không còn suất nào để ${VERBS[verb] ?? verb}.`,
      'Suất phải được đề nghị trước khi duyệt, duyệt trước khi chi, chi trước khi ký nhận.',
      'Xem tình trạng: phucloi gift list --round ' + round,
    ],
    'award.day': ({ award, day: on, decided }) => [
      `Suất ${award}: ngày ${day(on)} trước ngày ${day(decided)}.`,
      'Ngày chi không trước ngày quyết định, ngày ký nhận không trước ngày chi.',
      'Sửa --on rồi chạy lại.',
    ],
    'award.second': ({ round }) => [
      `Người này đã có một suất trong đợt ${round}.`,
      'Mỗi người một suất trong một đợt.',
      'Kiểm tra lại mã người nhận.',
    ],
    'level.missing': ({ round, category }) => [
      `Đợt ${round} không có mức cho đối tượng «${category}».`,
      'Phải nêu số tiền, hoặc đợt có mức cho đối tượng đó.',
      'Thêm --amount, hoặc tạo đợt với --level ĐỐI-TƯỢNG=SỐ-TIỀN.',
    ],
    'advance.overdue': ({ holder, due }) => [
      `${holder} còn tạm ứng quá hạn (hạn ${day(due)}).`,
      'Ai còn tạm ứng quá hạn thì không tạm ứng tiếp, trừ khi có văn bản.',
      'Thanh toán khoản cũ: phucloi advance settle …; hoặc nêu văn bản với --document.',
    ],
    'advance.settled': (f) => [
      `Không thanh toán được ${d(f.given)} cho ${f.holder}: tạm ứng còn ${d(f.open)}.`,
      'Số thanh toán lớn hơn 0 và không vượt số còn tạm ứng.',
      'Sửa --returned hoặc --spent.',
    ],
    'sign.mismatch': (f) => [
      `Danh sách ký ghi ${f.givenCount} người, ${d(f.givenTotal)}; sổ có ${f.count} người, ${d(f.total)}.`,
      'Số người và số tiền trên giấy phải khớp với sổ.',
      'Đếm lại giấy; ai chưa ký thì thêm --except MÃ.',
    ],
    'count.mismatch': ({ notes, total }) => [
      `Các tờ tiền cộng lại ${d(notes)}, khác tổng ${d(total)}.`,
      'Tổng phải bằng số tờ nhân mệnh giá.',
      'Đếm lại, hoặc bỏ một trong hai --notes, --total.',
    ],
    'finding.never': ({ finding }) => [
      `Không chấp nhận được ${finding}.`,
      'Chuỗi băm hỏng, quỹ âm, chứng từ hụt số, tiền chưa kiểm kê thì phải xử lý, không chấp nhận.',
      'Xem cách xử lý: phucloi reconcile',
    ],
    'input.empty': ({ file }) => [
      `${file}: không có dòng dữ liệu nào.`,
      'Danh sách phải có dòng tiêu đề và ít nhất một dòng.',
      'Kiểm tra lại tệp.',
    ],
    'input.size': ({ file, bytes, limit }) => [
      `${file}: quá lớn (${formatDong(bytes, 'vi')} byte).`,
      `Lớn nhất ${formatDong(limit, 'vi')} byte.`,
      'Tách thành nhiều tệp nhỏ hơn.',
    ],
    'input.format': ({ file, found }) => [
      `${file}: không đọc được dạng ${found}.`,
      'Nhận tệp .xlsx nguyên vẹn và CSV mã UTF-8.',
      'Mở bằng Excel rồi lưu thành .xlsx (Excel Workbook).',
    ],
    'input.encoding': ({ file, line }) => [
      `${file}, dòng ${line}: chữ không phải UTF-8 hoặc đã hỏng.`,
      'Tệp CSV phải dùng mã UTF-8; không đoán chữ đã mất.',
      'Lưu lại từ Excel: «CSV UTF-8», hoặc gửi tệp .xlsx.',
    ],
    'input.delimiter': ({ file, line }) => [
      `${file}, dòng ${line}: dấu ngoặc kép không đóng.`,
      'Ô có xuống dòng hay dấu phân cách phải nằm trong một cặp ngoặc kép.',
      'Sửa dòng đó, hoặc lưu lại tệp từ Excel.',
    ],
    'input.heading': ({ file, missing, found }) => [
      `${file}: không thấy cột ${list(missing.map((field) => FIELDS[field] ?? field))}.`,
      'Trong 40 dòng đầu phải có dòng tiêu đề đủ các cột đó.',
      found.length > 0 ? `Đang thấy: ${list(found)}. Sửa lại tiêu đề rồi nhập lại.` : 'Thêm dòng tiêu đề rồi nhập lại.',
    ],
    'input.separator': ({ file, column, dot, comma }) => [
      `${file}, cột «${column}»: ${dot} ô dùng dấu chấm, ${comma} ô dùng dấu phẩy để ngăn hàng nghìn.`,
      'Cả cột phải dùng một dấu, vì 1.500 và 1,500 có thể là hai số khác nhau.',
      'Sửa cho thống nhất rồi nhập lại.',
    ],
    'input.total': (f) => [
      `${f.file}, dòng ${f.row}: tổng in ${d(f.printed)}, các dòng cộng lại ${d(f.sum)}.`,
      'Tổng in trên danh sách phải bằng tổng các dòng.',
      'Tìm dòng thiếu hoặc sai trên bản gốc rồi nhập lại.',
    ],
    'input.rows': ({ file, rows, more }) => [
      `${file}: ${rows.length + more} chỗ không nhận được:`,
      'Nhận cả danh sách hoặc không nhận gì; chưa có gì được ghi.',
      'Sửa các dòng trên rồi nhập lại.',
    ],
    'input.overlap': (f) => [
      `${f.file}: ${f.overlap} trong ${f.rows} dòng đã có ở danh sách ${f.document} (${f.documentRows} dòng).`,
      'Một danh sách gửi lại không được ghi hai lần.',
      `Chỉ lấy dòng mới: --supplements ${f.document} · thay danh sách cũ: --replaces ${f.document} · đúng là khoản khác: --all-new`,
    ],
    cancelled: () => ['Đã dừng theo lựa chọn của bạn.', 'Chưa có gì được ghi.', 'Chạy lại khi sẵn sàng.'],
  },
  rowFaults: {
    'amount.missing': 'thiếu số tiền, hoặc số tiền bằng 0',
    'amount.unreadable': 'không đọc được số tiền; viết 1.500.000 hoặc 1500000',
    'amount.negative': 'số tiền âm; khoản trả lại ghi bằng lệnh riêng',
    'amount.fraction': 'số tiền có phần lẻ; đồng không có phần lẻ',
    'cell.formula': 'công thức chưa được tính; mở bằng Excel, lưu lại rồi nhập',
    'day.missing': 'thiếu ngày',
    'day.unreadable': 'không phải ngày; viết ngày/tháng/năm, ví dụ 24/09/2024',
    'day.future': 'ngày chưa đến',
    'day.before-book': 'ngày trước khi mở sổ',
    'name.missing': 'thiếu họ tên',
    'code.unfit': 'mã chỉ gồm chữ không dấu, số và . _ -',
    'code.taken': 'mã này đã là của người hay đơn vị khác',
    'code.repeated': 'mã lặp lại trong danh sách',
    'unit.missing': 'thiếu đơn vị',
    'unit.unknown': 'không có đơn vị này trong sổ',
    'unit.ambiguous': 'có nhiều đơn vị trùng tên; dùng mã đơn vị',
    'parent.unknown': 'không có đơn vị cấp trên này',
    'person.unknown': 'không có người này trong danh sách đoàn viên',
    'person.ambiguous': 'chưa rõ là ai (trùng tên, hoặc mã và tên không khớp); dùng đúng mã',
    'person.repeated': 'người này có hai dòng trong danh sách',
    'person.awarded': 'người này đã có suất trong đợt',
    'category.unknown': 'không có số tiền và đợt không có mức cho đối tượng này',
    'fund.unknown': 'quỹ này không chi được',
    'award.unknown': 'không có suất nào mang mã này trong đợt',
    'award.unpaid': 'suất này chưa chi mà đã ký',
  },
  findings: {
    'fund.difference': (f) => `Quỹ ${f.fund}: tính theo thu chi ${d(f.closing)}, tiền thực có ${d(f.money)}, lệch ${d(f.difference)}.`,
    'money.negative': (f) => `Quỹ ${f.fund} tại ${f.place} âm ${d(f.balance)} cuối ngày ${day(f.day)}.`,
    'place.uncounted': (f) => `Chưa kiểm kê ${f.place}, sổ có ${d(f.balance)}.`,
    'place.difference': (f) => `${f.place} ngày ${day(f.day)}: đếm được ${d(f.counted)}, sổ có ${d(f.balance)}, lệch ${d(f.difference)}.`,
    'award.unsigned': (f) => `Suất ${f.award} (${f.unit}): đã chi ${d(f.total)} ngày ${day(f.paidOn)}, chưa có ký nhận.`,
    'award.unpaid': (f) => `Đợt ${f.round}: đã duyệt chưa chi ${f.people} suất, ${d(f.total)}.`,
    'advance.overdue': (f) => `Tạm ứng ${f.voucher} của ${f.holder} quá hạn ${day(f.due)}, còn ${d(f.open)}.`,
    'voucher.gap': (f) => `Chứng từ ${f.series}: sau số ${f.after} là số ${f.next}.`,
    'balance.stale': (f) => `Số dư ngày ${f.key} không khớp bút toán.`,
    'book.altered': (f) => `${f.kind} ${f.name} đã bị sửa ngoài chương trình.`,
    'row.magnitude': (f) => `Danh sách ${f.document}: ${f.rows} dòng có số tiền khác thường, có thể thiếu hàng nghìn; đã ghi đúng như in.`,
    'unidentified.open': (f) => `Còn ${d(f.balance)} tiền chờ xác định.`,
  },
  warnings: {
    'row.magnitude': (f) => `Dòng ${list(f.rows)}: số tiền khác thường so với cả danh sách (có thể thiếu hàng nghìn). Đã ghi đúng như in; hỏi lại nơi gửi.`,
    'rows.suspect': (f) => `${f.count} dòng giống dòng của danh sách khác (cùng ngày, số tiền, tên). Vẫn ghi; nên xem lại.`,
    'list.many-days': (f) => `Danh sách có ${f.days} ngày nên lập ${f.days} phiếu thu. Nếu tiền nộp một lần: --received-on NGÀY --from-person TÊN`,
  },
  severities: { error: 'LỖI', warning: 'CẢNH BÁO', notice: 'LƯU Ý', accepted: 'ĐÃ CHẤP NHẬN' },
  columns: {
    code: 'Mã',
    name: 'Tên',
    opening: 'Đầu kỳ',
    in: 'Thu',
    out: 'Chi',
    closing: 'Cuối kỳ',
    committed: 'Đã duyệt chưa chi',
    available: 'Còn dùng được',
    balance: 'Tồn',
    day: 'Ngày',
    voucher: 'Số chứng từ',
    party: 'Người nộp, nhận',
    content: 'Nội dung',
    entry: 'Bút toán',
    account: 'TK',
    fund: 'Quỹ',
    place: 'Nơi giữ',
    debit: 'Nợ',
    credit: 'Có',
    contributions: 'Ủng hộ',
    allocations: 'Cấp trên cấp',
    transfersIn: 'Quỹ khác sang',
    otherIn: 'Thu khác',
    disbursements: 'Chi chăm lo',
    remittances: 'Nộp cấp trên',
    transfersOut: 'Sang quỹ khác',
    otherOut: 'Chi khác',
    difference: 'Chênh lệch',
    kind: 'Loại',
    unit: 'Đơn vị',
    parent: 'Trực thuộc',
    members: 'Đoàn viên',
    category: 'Đối tượng',
    state: 'Tình trạng',
    amount: 'Số tiền',
    total: 'Tổng',
    round: 'Đợt',
    award: 'Suất',
    decision: 'Quyết định',
    signed: 'Ký nhận',
    number: 'STT',
    payer: 'Nguồn',
    cash: 'Tiền mặt',
    goods: 'Hiện vật',
    rows: 'Số dòng',
    accepted: 'Đã ghi',
    document: 'Danh sách',
    file: 'Tệp',
    row: 'Dòng',
    donor: 'Người ủng hộ',
    reference: 'Số tham chiếu',
    holder: 'Người giữ',
    due: 'Hạn',
    open: 'Còn lại',
    purposes: 'Được chi cho',
    owner: 'Của',
    role: 'Chức danh',
    from: 'Từ ngày',
  },
  labels: {
    ownFunds: 'Cộng quỹ của đơn vị',
    heldFunds: 'Cộng tiền giữ hộ',
    opening: 'Số dư đầu kỳ',
    turnover: 'Cộng phát sinh và số dư cuối kỳ',
    closing: 'Số dư cuối kỳ',
    total: 'Tổng cộng',
    subtotal: 'Cộng',
  },
  values: {
    own: 'của đơn vị',
    held: 'giữ hộ',
    cash: 'tiền mặt',
    bank: 'ngân hàng',
    proposed: 'đề nghị',
    approved: 'đã duyệt',
    rejected: 'không duyệt',
    cancelled: 'đã hủy',
    handed: 'đã giao người phát',
    paid: 'đã chi',
    signed: 'đã ký nhận',
    sector: 'công đoàn ngành',
    grassroots: 'công đoàn cơ sở',
    section: 'công đoàn bộ phận',
    group: 'tổ công đoàn',
    gift: 'quà',
    hardship: 'hỗ trợ khó khăn',
    home: 'Mái ấm Công đoàn',
    visit: 'thăm hỏi',
    running: 'chi phí',
    chair: 'Chủ tịch',
    accountant: 'Kế toán',
    cashier: 'Thủ quỹ',
    inspection: 'Ủy ban kiểm tra',
    preparer: 'Người lập',
    outside: 'nguồn khác',
  },
  title(name, f) {
    const period = f['from'] === undefined ? '' : ` từ ${day(String(f['from']))} đến ${day(String(f['to']))}`;
    switch (name) {
      case 'balance':
        return `Số dư các quỹ đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'reconciliation':
        return `Đối chiếu tháng ${day(String(f['period']))} (đồng)`;
      case 'fundLedger':
        return `Sổ quỹ ${f['subject']}${period} (đồng)`;
      case 'cashLedger':
        return `Sổ tiền ${f['subject']}${period} (đồng)`;
      case 'memberLedger':
        return `Các khoản đã hỗ trợ ${f['subject']}${period} (đồng)`;
      case 'journal':
        return `Nhật ký chung${period} (đồng)`;
      case 'units':
        return 'Các đơn vị';
      case 'members':
        return 'Đoàn viên';
      case 'funds':
        return 'Các quỹ';
      case 'places':
        return 'Nơi giữ tiền';
      case 'rounds':
        return 'Các đợt';
      case 'awards':
        return `Các suất của đợt ${f['round']} (đồng)`;
      case 'documents':
        return 'Các danh sách ủng hộ đã nhập (đồng)';
      case 'contributions':
        return `Các khoản của danh sách ${f['document']} (đồng)`;
      case 'advances':
        return `Tạm ứng đến ngày ${day(String(f['asOf']))} (đồng)`;
      case 'entries':
        return `Bút toán${period} (đồng)`;
      case 'vouchers':
        return `Chứng từ${period} (đồng)`;
      default:
        return name;
    }
  },
  words: { row: 'dòng', column: 'cột', more: (count) => `… và ${count} chỗ nữa`, mend: 'Xử lý' },
  done: {
    init: (a) =>
      `Đã tạo sổ ${a.book}, mở từ tháng ${day(a.firstMonth)}.\nQuỹ: ${list(a.funds)}. Nơi giữ tiền: ${list(a.places)}. Số dư đầu kỳ: ${d(a.opening)}.\nTiếp theo: phucloi unit import TỆP · phucloi member import TỆP · phucloi contribution import TỆP --fund QUỸ`,
    dryRun: () => 'Chạy thử: không có gì được ghi.',
    added: (a) => `Đã thêm ${NOUNS[a.noun]} ${a.code}.`,
    erased: (a) => `Đã xóa thông tin cá nhân của ${a.code}; chứng từ và số tiền giữ nguyên.`,
    imported: (a) =>
      a.accepted === 0
        ? `Không có gì mới: ${a.rows} dòng đều đã có (danh sách ${a.document}).`
        : `Đã nhận ${a.accepted} trong ${a.rows} dòng (danh sách ${a.document})${a.duplicates > 0 ? `; ${a.duplicates} dòng đã có từ trước` : ''}.`,
    importedUnits: (a) => `Đã tạo thêm ${a.units} đơn vị.`,
    contributions: (a) =>
      a.accepted === 0 && a.reversed === 0
        ? `Không có gì mới: danh sách này đã ghi ở ${a.document} (${a.rows} dòng, ${d(a.total)}).`
        : `Đã ghi ${a.accepted} trong ${a.rows} khoản ủng hộ, ${d(a.posted)} (danh sách ${a.document}, ${a.format}).${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước, không ghi lại.` : ''}${a.reversed > 0 ? `\nĐã đảo ${a.reversed} khoản không còn trong danh sách mới.` : ''}\nPhiếu thu: ${range(a.vouchers)}.`,
    money: (a) => `Đã ghi ${a.voucher}: ${d(a.amount)}, quỹ ${a.fund}, ngày ${day(a.bookedOn)} (bút toán ${a.entry}).`,
    settled: (a) => `Đã thanh toán tạm ứng (${a.voucher}); còn ${d(a.open)}.`,
    reversed: (a) => `Đã đảo bút toán ${a.reverses} bằng bút toán ${a.entry} (${a.voucher}, ngày ${day(a.bookedOn)}).`,
    opened: (a) => `Đã lập hồ sơ ${a.case}, ${d(a.total)}.\nTiếp theo: duyệt với --case ${a.case}`,
    proposed: (a) =>
      `Đề nghị ${a.people} người vào đợt ${a.round} (danh sách ${a.document}).\nChi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.`,
    approved: (a) => `Quyết định ${a.decision}: duyệt ${a.people} suất đợt ${a.round}, ${d(a.total)}.`,
    paid: (a) =>
      a.advance
        ? `${a.voucher}: giao người phát ${d(a.total)} cho ${a.people} suất đợt ${a.round}. Là tạm ứng cho đến khi ký nhận.`
        : `${a.voucher}: đã chi ${d(a.total)} cho ${a.people} suất đợt ${a.round}.`,
    signed: (a) =>
      `Đã ghi ký nhận ${a.signed} suất đợt ${a.round}, ${d(a.total)} (${{ bulk: 'xác nhận chung', checked: 'đã đối chiếu danh sách ký', listed: 'theo danh sách ký' }[a.how]}).${a.unsigned > 0 ? `\nCòn ${a.unsigned} suất chưa ký.` : ''}`,
    counted: (a) =>
      `Kiểm kê ${a.place} ngày ${day(a.day)}: đếm được ${d(a.counted)}, sổ có ${d(a.balance)}${a.difference === 0 ? ', khớp.' : `, lệch ${d(a.difference)}.`}`,
    balanced: (a) =>
      a.balanced
        ? `Tháng ${day(a.period)} khớp.${a.accepted > 0 ? ` Có ${a.accepted} lỗi đã chấp nhận.` : ''}\nTiếp theo: phucloi close ${a.period}`
        : `Tháng ${day(a.period)} còn ${a.errors} lỗi.`,
    acceptedFinding: (a) => `Đã chấp nhận ${a.finding} đến ngày ${day(a.until)}.`,
    closed: (a) =>
      `Đã khóa sổ tháng ${day(a.month)}.${a.accepted.length > 0 ? ` Lỗi đã chấp nhận: ${list(a.accepted)}.` : ''}\nGhi vào sổ biên bản: ${a.head}`,
    verified: (a) => `Sổ nguyên vẹn: ${a.entries} bút toán, ${a.operations} thao tác.\nĐầu chuỗi: ${a.head}`,
    checked: (a) => (a.errors + a.warnings === 0 ? 'Không phát hiện gì.' : `${a.errors} lỗi, ${a.warnings} cảnh báo.`),
    written: (a) => `Đã viết ${a.path} (${a.sheets} trang tính).`,
    nothing: () => 'Chưa có gì.',
  },
  questions: {
    confirm: (a) => `${a.what} — ghi vào sổ?`,
    closeMonth: (a) => `Gõ lại tháng để khóa (${a.month}):`,
    name: () => 'Tên công đoàn giữ sổ:',
    firstMonth: () => 'Tháng đầu tiên của sổ (MM/YYYY):',
    above: () => 'Công đoàn cấp trên (để trống nếu không có):',
    town: () => 'Địa danh ghi trên giấy tờ:',
    chair: () => 'Chủ tịch:',
    accountant: () => 'Kế toán:',
    cashier: () => 'Thủ quỹ:',
    opening: (a) => `Số dư đầu kỳ quỹ ${a.fund} tại ${a.place} (đồng, để trống là 0):`,
  },
  phrases: {
    opening: () => 'Số dư đầu kỳ',
    listReceipt: (f) => `Thu ủng hộ theo danh sách ${f.file} (${f.rows} khoản)`,
    gift: () => 'Thu ủng hộ',
    moved: (f) => `Chuyển tiền từ ${f.from} sang ${f.to}`,
    transferred: (f) => `Chuyển từ ${f.from} sang ${f.to}`,
    remitted: (f) => `Nộp ${f.fund} về ${f.to}`,
    benefit: (f) => `Chi ${KINDS[f.kind]}: ${f.round} (${f.people} người, có danh sách kèm theo)`,
    handedOut: (f) => `Giao tiền đi phát: ${f.round} (${f.people} người)`,
    signedFor: (f) => `Thanh toán tạm ứng theo danh sách ký nhận: ${f.round} (${f.people} người)`,
    returned: (f) => `Nộp lại tiền tạm ứng ${f.voucher}`,
    reversed: (f) => `Đảo bút toán ${f.entry}${f.voucher === '' ? '' : ` (${f.voucher})`}: ${f.reason}`,
    yearRound: (f) => `${f.kind === 'home' ? 'Nhà Mái ấm Công đoàn' : 'Hỗ trợ đoàn viên khó khăn'} năm ${f.year}`,
  },
  defect: (report) =>
    `Chương trình gặp lỗi của chính nó; sổ không bị ghi dở.\nGửi dòng này cho người bảo trì (không có thông tin cá nhân):\n  ${report}`,
};

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length} phiếu)`;
}
