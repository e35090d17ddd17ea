import { loginEnded, serverDone } from './vi-server.ts';
import { once } from '../../domain/once.ts';
import type { Messages } from '../messages.ts';
import { NOUNS, capital, d, day, goods, list, place, span } from './vi-terms.ts';
import { finalsDone } from './vi-finals.ts';
import { rounds } from './vi-rounds.ts';
import { homesDone } from './vi-homes.ts';
import { unitsDone } from './vi-units.ts';
import { explanations } from './vi-explained.ts';
import { ruleSaid } from './vi-rule-terms.ts';
import { firstOf } from './rounds.ts';
import { objection } from './vi-rules.ts';
import { rulesChecked } from './vi-rule-check.ts';
import { peopleDone } from './vi-people.ts';
import { casesDone } from './vi-cases.ts';

export const done = once((): Messages['done'] => ({
  ...rounds(),
  ...finalsDone(),
  ...peopleDone(),
  ...homesDone(),
  ...unitsDone(),
  ...serverDone,
  init: (a) =>
    `Đã lập sổ ${a.book}, mở từ tháng ${day(a.firstMonth)}.\nQuỹ: ${list(a.funds)}. Nơi giữ tiền: ${list(a.places.map(place))}. Số dư đầu kỳ: ${d(a.opening)}.`,
  dryRun: () => 'Chạy thử: không có gì được ghi.',
  added: (a) => `Đã thêm ${NOUNS[a.noun]} ${a.code}.`,
  imported: (a) =>
    a.accepted === 0
      ? `Không có gì mới: ${a.rows} dòng đều đã có (danh sách ${a.document}).`
      : `Đã nhận ${a.accepted} trong ${a.rows} dòng (danh sách ${a.document})${a.duplicates > 0 ? `; ${a.duplicates} dòng đã có từ trước` : ''}.${a.rejected > 0 ? `\nChưa nhận ${a.rejected} dòng sai.` : ''}`,
  importedUnits: (a) => `Đã tạo thêm ${a.units} đơn vị.`,
  contributions: (a) =>
    a.accepted === 0 && a.reversed === 0
      ? `Không có gì mới: ${a.duplicates} dòng đều đã có trong sổ (danh sách ${a.document}, ${d(a.total)}).`
      : `Đã ghi ${a.accepted} trong ${a.rows} khoản ủng hộ, ${d(a.posted)}, vào quỹ ${a.fund}, để ở ${place(a.place)}; danh sách ${a.document}.${a.rejected > 0 ? `\nĐể lại ${a.rejected} dòng sai.` : ''}${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước, không ghi lại.` : ''}${a.reversed > 0 ? `\nĐã đảo ${a.reversed} khoản không còn trong danh sách mới.` : ''}${a.linked > 0 ? `\nTrong đó ${a.linked} khoản là của nhà hảo tâm, đoàn viên, đơn vị có trong sổ.` : ''}\nPhiếu thu: ${range(a.vouchers)}.`,
  statement: (a) =>
    a.accepted === 0
      ? `Không có gì mới: ${a.rows} dòng đều đã có (sao kê ${a.document}).`
      : `Đã lưu ${a.accepted} trong ${a.rows} dòng sao kê ngân hàng (${a.account}), từ ${day(a.from)} đến ${day(a.to)} (sao kê ${a.document}); chưa ghi vào sổ quỹ.${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước.` : ''}\n${a.opening === undefined ? '' : `Số dư đầu ${d(a.opening)}. `}Tiền vào ${d(a.credits)}, tiền ra ${d(a.debits)}${a.closing === undefined ? '' : `, số dư cuối ${d(a.closing)}`}.${a.checked > 0 ? `\nĐã kiểm tra ${a.checked} số dư, ${a.breaks.length === 0 ? 'không có chỗ lệch' : `chấp nhận ${a.breaks.length} chỗ lệch`}.` : ''}`,
  undone: (a) =>
    `Đã hủy thao tác ${a.operation}${a.documents.length > 0 ? ` (${list(a.documents)})` : ''}: ${
      [
        ...(a.reversed > 0 ? [`đảo ${a.reversed} bút toán (${range(a.vouchers)})`] : []),
        ...(a.lines > 0 ? [`rút ${a.lines} dòng sao kê`] : []),
        ...(a.awards > 0 ? [`hủy ${a.awards} đề nghị`] : []),
        ...(a.members > 0 ? [`rút ${a.members} đoàn viên`] : []),
        ...(a.units > 0 ? [`rút ${a.units} đơn vị`] : []),
        ...(a.moved === undefined ? [] : [`đưa ${a.moved} người về đơn vị cũ`]),
        ...(a.placed === undefined ? [] : [`đưa ${a.placed} đơn vị về cấp trên cũ`]),
      ].join(', ') || 'những gì đã ghi không còn tính'
    }.${a.documents.length > 0 ? '\nTệp ấy có thể nhập lại.' : ''}`,
  matched: (a) =>
    a.same ? `Từ nay ghi tên này là của ${a.code}.` : `Từ nay tên này không phải của ${a.code}.`,
  matchedLines: (a) => {
    const open = a.suggestions.filter((each) => each.match === undefined);
    const sure = open.filter((each) => each.sure).length;
    const said = [
      ...(a.recorded > 0
        ? [
            `Đã khớp ${a.recorded} chỗ ở ${place(a.account)}${a.recorded === 1 ? `, số ${a.suggestions.find((each) => each.match !== undefined)?.match}` : ''}.`,
          ]
        : []),
      ...(open.length > 0 ? [`Đề nghị ${open.length} chỗ, ${sure} chỗ chắc chắn; chưa ghi.`] : []),
      `Chưa khớp ở ${place(a.account)}: ${a.lines} dòng sao kê, ${a.entries} bút toán.`,
      ...(sure > 0 ? [`Ghi những chỗ chắc chắn: phucloi statement match --account ${a.account} --auto`] : []),
      ...(open.length > sure
        ? [
            `Ghi cả những chỗ có thể, sau khi xem lại: phucloi statement match --account ${a.account} --likely`,
          ]
        : []),
      ...(a.doubts.length > 0
        ? ['Chọn bằng tay: phucloi statement match --line SỐ --entry SỐ --reason "LÝ DO"']
        : []),
    ];
    return said.join('\n');
  },
  unmatched: (a) =>
    `Đã gỡ khớp ${list(a.matches)}: ${a.lines.length} dòng sao kê, ${a.entries.length} bút toán lại chưa khớp.`,
  posted: (a) =>
    a.posted.length === 0
      ? `Không có dòng nào như thế chưa khớp ở ${place(a.account)}.`
      : `Đã ghi ${a.posted.length} dòng sao kê ngân hàng (${a.account}) vào quỹ ${a.fund}, ${d(a.total)}, khớp sẵn (bút toán ${a.posted.length === 1 ? a.posted[0]?.entry : `${a.posted[0]?.entry} … ${a.posted.at(-1)?.entry}`}).\nChứng từ: ${range([...new Set(a.posted.map(({ voucher }) => voucher))])}.`,
  identified: (a) =>
    `Đã xác định ${d(a.amount)} của bút toán ${a.clears}, tiền vào ngày ${day(a.bankDay)}: ghi quỹ ${a.fund} ngày ${day(a.bookedOn)} (${a.voucher}, bút toán ${a.entry}); còn chờ xác định ${d(a.open)}.`,
  confirmed: (a) =>
    `Ngân hàng (${a.account}) xác nhận số dư ngày ${day(a.day)}: ${d(a.balance)}; sổ có ${d(a.book)}, ${a.difference === 0 ? 'khớp' : `lệch ${d(a.difference)}`}.`,
  retained: (a) =>
    `${a.nobody ? 'Sổ không giữ thông tin của ai đã thôi là đoàn viên.\n' : ''}Thông tin một người giữ ${a.people} năm sau việc cuối cùng, chứng từ ${a.vouchers} năm sau khi hết năm. Đó là hai thiết lập chưa đối chiếu với văn bản: phucloi setting list\nBản sao lưu, tệp đã xuất và giấy đã in cũng có chừng ấy thời hạn.`,
  explained: () => 'Không còn dòng sao kê, bút toán hay khoản tiền nào chờ.',
  sentBack: (a) =>
    a.whole
      ? `Đã viết cả danh sách ra ${a.path}, ${a.rows} dòng có lý do trả lại: sửa ở đó rồi nhập tệp ấy.`
      : `Đã viết ${a.rows} dòng chưa nhận kèm lý do ra ${a.path}: sửa ở đó rồi nhập tệp ấy.`,
  sampleLists: (a) => `Đã chép ${a.files} danh sách mẫu vào ${a.folder}.`,
  savedProfile: (a) => `Đã lưu cách đọc tệp vào ${a.path}; lần sau thêm --profile ${a.path}`,
  money: (a) =>
    `Đã ghi ${a.voucher}: ${d(a.amount)}, quỹ ${a.fund}, ngày ${day(a.bookedOn)} (bút toán ${a.entry}).`,
  purposes: (a) => `Quỹ ${a.fund} hôm nay được chi cho: ${list(a.purposes) || 'không việc gì'}.`,
  remitBy: (a) =>
    a.remitBy === undefined
      ? `Đã bỏ hạn nộp của quỹ ${a.fund}.`
      : `Tiền của quỹ ${a.fund} phải nộp trước hết ngày ${day(a.remitBy)}.`,
  target: (a) =>
    `Đợt vận động ${a.appeal}: đơn vị ${a.unit} chỉ tiêu ${d(a.target)}${a.pledged === undefined ? '' : `, đăng ký ${d(a.pledged)}`}.`,
  repaid: (a) => `${a.voucher}: đã trả ${d(a.amount)}, còn nợ ${d(a.open)}.`,
  appeal: (a) =>
    [
      `Đã thu ${d(a.received)}${a.goal === undefined ? '' : ` trên mục tiêu ${d(a.goal)}`}.`,
      ...(a.unpaid.length > 0 ? [`Chưa nộp: ${list(a.unpaid)}.`] : []),
      ...(a.remit === undefined
        ? []
        : [
            `Giữ hộ ${a.remit.owner}: ${d(a.remit.received)}; đã nộp ${d(a.remit.remitted)}, còn phải nộp ${d(a.remit.owed)}${a.remit.due === undefined ? '' : ` (hạn ${day(a.remit.due)}${a.remit.overdue ? ', quá hạn' : ''})`}.`,
          ]),
    ].join('\n'),
  distribution: (a) =>
    [
      ...(a.spent > 0 ? [`Đã chi có chứng từ: ${d(a.spent)}.`] : []),
      ...(a.unsigned.length > 0
        ? [`${a.open > 0 ? 'Chưa ký nhận' : 'Đã trả lại, chưa phát'}${named(a.unsigned)}.`]
        : []),
      a.open > 0
        ? `Người giữ tiền còn ${d(a.open)}: ghi ký nhận bằng … sign, hoặc nộp lại: phucloi advance settle --advance ${a.voucher} --returned ${a.open} --minutes SỐ --on NGÀY`
        : 'Đã thanh toán hết.',
    ].join('\n'),
  settled: (a) => `Đã thanh toán tạm ứng (${a.voucher}); còn ${d(a.open)}.`,
  reversed: (a) =>
    `Đã đảo bút toán ${a.reverses} bằng bút toán ${a.entry} (${a.voucher}, ngày ${day(a.bookedOn)}).`,
  described: (a) => `Bút toán ${a.entry} nay ghi: ${[a.party, a.content].filter(Boolean).join(' · ')}.`,
  linked: (a) =>
    `Bút toán ${a.entry}: người ủng hộ ${a.donor || 'không gắn với ai'}, đơn vị ${a.unit || 'không gắn'}.`,
  cameBack: (a) =>
    a.closed || a.left > 0
      ? `${list(a.vouchers)}: đã thu lại ${d(a.total)} của ${a.case}${a.left > 0 ? `; phần đã chi còn ${d(a.left)}` : ''}.${a.closed ? ' Đã đóng hồ sơ.' : ''}`
      : `${list(a.vouchers)}: đã thu lại ${d(a.total)} của ${a.case}; trở lại là đã duyệt chưa chi.\nChi lại: phucloi ${a.kind} pay --case ${a.case} --from QUỸ:NƠI --on NGÀY`,
  attached: (a) =>
    a.copied ? `Đã lưu ${a.file} kèm ${a.code} (${a.path}).` : `${a.file} đã lưu kèm ${a.code} từ trước.`,
  openedBook: (a) =>
    `Đã ghi số dư đầu kỳ ngày ${day(a.day)} (${a.entries} bút toán, danh sách ${a.document}).\nTiền của đơn vị ${d(a.own)}, tiền giữ hộ ${d(a.held)}.${
      a.advances + a.loans + a.awards + a.goods === 0
        ? ''
        : `\nKèm theo: ${[
            ...(a.advances > 0 ? [`${a.advances} khoản tạm ứng`] : []),
            ...(a.loans > 0 ? [`${a.loans} khoản vay giữa các quỹ`] : []),
            ...(a.awards > 0 ? [`${a.awards} suất đã duyệt`] : []),
            ...(a.goods > 0 ? [`${a.goods} mặt hàng`] : []),
          ].join(', ')}.`
    }`,
  history: (a) =>
    a.accepted === 0
      ? `Không có gì mới: ${a.rows} dòng đều đã có (danh sách ${a.document}).`
      : `Đã lưu ${a.accepted} trong ${a.rows} khoản hỗ trợ trước khi mở sổ (danh sách ${a.document}); không ghi vào sổ quỹ.${a.duplicates > 0 ? `\n${a.duplicates} dòng đã có từ trước.` : ''}`,
  firstSaid: (a) => `  Lúc đầu ghi: ${a.said}`,
  corrected: (a) =>
    `  ${a.at} ${a.by}: ${[
      ...(a.content === undefined ? [] : [[a.party, a.content].filter(Boolean).join(' · ')]),
      ...(a.donor === undefined ? [] : [`người ủng hộ ${a.donor || '–'}, đơn vị ${a.unit || '–'}`]),
    ].join('; ')}${a.reason === '' ? '' : ` (${a.reason})`}`,
  ...casesDone(),
  proposed: (a) =>
    `Đề nghị ${a.people} người vào đợt ${a.round} (danh sách ${a.document}).\nChi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.${a.unnamed > 0 ? ` Chưa nêu quỹ chi: ${d(a.unnamed)}.` : ''}`,
  ruleAdded: (a) => `Quy định ${a.code}: ${ruleSaid(a.what, a.value)}, từ ngày ${day(a.from)}.`,
  ruleEnded: (a) => `Quy định ${a.code} áp dụng hết ngày ${day(a.to)}.`,
  waived: (a) =>
    `Suất ${list(a.cases)}: chấp thuận ngoài quy định ${list(a.rules)}${a.decision === undefined ? '' : ` theo ${a.decision}`}.`,
  ...explanations(),
  rulesChecked,
  objected: (a) => `Lưu ý ${a.award}, quy định ${a.rule}: ${objection(a.subject, a.allowed, a.found)}.`,
  objectedMany: ({ rule, awards, first }) =>
    `Lưu ý quy định ${rule}, ${awards.length} suất (${firstOf(awards, 5)}); suất đầu: ${objection(first.subject, first.allowed, first.found)}.`,
  approved: (a) =>
    `Quyết định ${a.decision}: duyệt ${a.people} suất đợt ${a.round}.\nChi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.${a.unnamed > 0 ? ` Chưa nêu quỹ chi: ${d(a.unnamed)}.` : ''}`,
  listed: (a) => `Đã viết ${a.rows} dòng ra ${a.path}.`,
  rejected: (a) => `Đã bác ${a.people} suất đợt ${a.round}, ${d(a.total)}.`,
  withdrawn: (a) => `Đã hủy ${list(a.cases)}: không còn dành ${d(a.total)} cho việc này.`,
  paid: (a) =>
    a.advance
      ? `${a.voucher}: giao người phát ${d(a.total)} cho ${a.people} suất đợt ${a.round}. Là tạm ứng cho đến khi ký nhận.`
      : `${a.voucher}: đã chi ${d(a.total)} cho ${a.people} suất đợt ${a.round}.`,
  sheets: (a) => `Đã viết ${a.path}: ${a.sheets} tờ ký nhận. Mã kiểm soát cả danh sách: ${a.control}.`,
  signed: (a) =>
    `Đã ghi ký nhận ${a.signed} suất đợt ${a.round}, ${d(a.total)} (${{ bulk: 'xác nhận chung', checked: 'đã đối chiếu danh sách ký', listed: 'theo danh sách ký' }[a.how]}).${a.proxies > 0 ? ` Ký thay: ${a.proxies} suất.` : ''}${a.unsigned > 0 ? `\nCòn ${a.unsigned} suất chưa ký${named(a.left)}.` : ''}${a.how === 'listed' && a.signed === 0 && a.unsigned > 0 ? '\nĐánh x vào cột «Ký nhận» của người đã ký rồi nhập lại tờ ấy.' : ''}${a.removed.length > 0 ? `\nKhông còn dòng trên tờ ký: ${some(a.removed)}.` : ''}`,
  counted: (a) =>
    `Kiểm kê ${place(a.place)} ngày ${day(a.day)}: đếm được ${d(a.counted)}, sổ có ${d(a.balance)}${a.difference === 0 ? ', khớp.' : a.difference < 0 ? `, thiếu ${d(-a.difference)}.` : `, thừa ${d(a.difference)}.`}${
      a.voucher === undefined
        ? a.settle === undefined
          ? ''
          : `\nĐếm lại; nếu đúng là ${a.difference < 0 ? 'thiếu' : 'thừa'} thì ghi vào sổ: ${a.settle}`
        : a.difference < 0
          ? `\nĐã ghi ${a.voucher}: thủ quỹ nhận nợ số thiếu. Sổ nay khớp số đếm được.`
          : `\nĐã ghi ${a.voucher}: số thừa vào quỹ CHO, chờ xác định. Sổ nay khớp số đếm được.`
    }`,
  bought: (a) =>
    `Đã mua ${goods(a)}: ${a.payment} chi ${d(a.cost)} (bút toán ${a.entry}), ${a.voucher} nhập kho ngày ${day(a.day)}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
  tookIn: (a) =>
    `Đã nhận ${goods(a)}, trị giá ${d(a.cost)}: ${a.voucher} nhập kho ngày ${day(a.day)}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
  gaveOut: (a) =>
    `Đã xuất ${goods(a)}, giá vốn ${d(a.cost)}: ${a.voucher} ngày ${day(a.day)}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
  goodsReversed: (a) =>
    `Đã đảo ${a.reverses} bằng ${a.voucher} (${goods(a)}, ${d(a.cost)}, ngày ${day(a.day)})${a.entry === undefined ? '' : `, cùng khoản chi (bút toán ${a.entry})`}. Quỹ ${a.fund} còn ${a.left} ${a.measure}.`,
  left: (a) => `Đã ghi ${a.code} thôi là đoàn viên từ ngày ${day(a.on)}; các khoản đã nhận giữ nguyên.`,
  officeEnded: (a) => `Đã ghi thôi giữ chức danh ${a.role} sau ngày ${day(a.on)}.`,
  handedOver: (a) =>
    `Đã viết ${a.path} (${a.sheets} trang tính): tiền ${d(a.balance)}, ${a.open === 0 ? 'không còn việc dở' : `còn ${a.open} việc dở`}.\n${a.role} mới ký giấy tờ từ ngày ${day(a.from)}. In ra để hai bên ký.${a.login === undefined ? '' : `\n${a.login} giữ sổ từ bây giờ.${a.ended === undefined ? '' : ` ${loginEnded(a.ended, a.reads)}`}`}`,
  balanced: (a) =>
    a.balanced
      ? `${capital(span(a.period))} khớp.${a.accepted > 0 ? ` Có ${a.accepted} lỗi đã chấp nhận.` : ''}`
      : `${capital(span(a.period))} còn ${a.errors} lỗi.`,
  closed: (a) =>
    `Đã khóa sổ tháng ${day(a.month)}.\nBản sao lưu đã kiểm tra: ${a.backup}${a.minutes === undefined ? '' : `\nBiên bản khóa sổ để ký: ${a.minutes}`}\nMã niêm phong, ghi vào sổ biên bản: ${a.head}`,
  readyToClose: (a) =>
    [
      a.errors === 0
        ? `Tháng ${day(a.month)} không còn lỗi nào cản khóa sổ.`
        : `Chưa khóa được tháng ${day(a.month)}: còn ${a.errors} lỗi chưa xử lý.`,
      ...(a.ends === undefined ? [] : [`Tháng chưa hết: khóa được từ ngày ${day(a.ends)}.`]),
    ].join('\n'),
  acceptedBy: (a) => `Lý do: ${a.reason}. Người chấp nhận: ${a.by}, đến ngày ${day(a.until)}.`,
  reopened: (a) =>
    `Đã mở lại tháng ${day(a.month)} theo quyết định của ${a.by}; lý do nằm lại trong sổ.\nSửa xong thì khóa lại: phucloi close ${a.month} (biên bản mới kê rõ những dòng thay đổi)`,
  locked: (a) =>
    `Đã khóa hẳn năm ${a.year} theo ${a.document}; các tháng của năm không mở lại được nữa.\nMã niêm phong, ghi vào sổ biên bản: ${a.head}`,
  minutes: (a) =>
    `Đã viết biên bản khóa sổ tháng ${day(a.month)}: ${a.path}.${
      a.earlier === undefined
        ? ''
        : a.changes === 0
          ? `\nKhông có bút toán nào thay đổi so với biên bản ngày ${day(a.earlier)}.`
          : `\n${a.changes} bút toán thay đổi so với biên bản ngày ${day(a.earlier)}.`
    }`,
  headFound: (a) =>
    `Mã niêm phong ${a.head} có trong sổ: sau thao tác ${a.operation} (${a.command}, ${day(a.recordedAt.slice(0, 10))})${a.month === undefined ? '' : `, là mã niêm phong khi khóa sổ tháng ${day(a.month)}`}.\nMọi dòng ghi đến thao tác ấy còn nguyên vẹn; sau đó có thêm ${a.later} thao tác.`,
  verified: (a) =>
    `Sổ nguyên vẹn: ${a.entries} bút toán, ${a.operations} thao tác.\nMã niêm phong: ${a.short}\nĐầy đủ: ${a.head}`,
  acceptedFinding: (a) =>
    `Đã chấp nhận ${a.finding}${a.until === '9999-12-31' ? '; không hỏi lại nữa' : ` đến ngày ${day(a.until)}`}.`,
  set: (a) => `${a.name}: ${a.value === '' ? 'tắt' : a.value}${a.isDefault ? ' (mặc định)' : ''}.`,
  checked: (a) => (a.findings === 0 ? 'Không phát hiện gì.' : `${a.errors} lỗi, ${a.warnings} cảnh báo.`),
  exported: (a) =>
    `Đã xuất ${a.path} (${a.scope}): ${a.entries} bút toán.${a.head === undefined ? '' : `\nMã niêm phong: ${a.head}`}`,
  rebuilt: (a) =>
    `Đã dựng lại sổ ${a.book}: ${a.entries} bút toán, ${a.operations} thao tác, niêm phong nguyên vẹn.\nMã niêm phong: ${a.head}`,
  packed: (a) =>
    `Đã ghi hồ sơ tháng ${day(a.month)} vào ${a.folder}: ${a.files} tệp, xem index.html.${a.draft ? '\nBẢN NHÁP – chưa khóa sổ.' : ''}`,
  templated: (a) =>
    `Đã viết mẫu ${a.path} (${a.fields} tên dùng được). Sửa hình thức tùy ý rồi dùng: --template ${a.path} -o TỆP.xlsx`,
  filled: (a) =>
    `Đã điền mẫu ${a.template} ra ${a.files.length === 1 ? list(a.files) : `${a.files.length} tệp: ${list(a.files)}`}.`,
  written: (a) => `Đã viết ${a.path}${a.sheets === undefined ? '' : ` (${a.sheets} trang tính)`}.`,
  nothing: () => 'Chưa có gì.',
}));

function range(codes: readonly string[]): string {
  if (codes.length <= 3) return list(codes);
  return `${codes[0]} … ${codes.at(-1)} (${codes.length} phiếu)`;
}

/** How many codes a sentence names. */
const NAMED = 20;

function some(codes: readonly string[]): string {
  const more = codes.length - NAMED;
  return codes.slice(0, NAMED).join(', ') + (more > 0 ? ` và ${more} suất nữa` : '');
}

function named(codes: readonly string[]): string {
  return codes.length === 0 ? '' : `: ${some(codes)}`;
}
