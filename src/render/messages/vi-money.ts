import { UNIDENTIFIED } from '../../domain/fund.ts';
import type { Refusals } from '../messages.ts';
import { d, day, list, place } from './vi-terms.ts';

const PURPOSES: Readonly<Record<string, string>> = {
  gift: 'tặng quà',
  hardship: 'hỗ trợ khó khăn',
  home: 'xây, sửa nhà Mái ấm',
  visit: 'thăm hỏi',
  running: 'chi phí (phí ngân hàng, vận chuyển, vòng hoa…)',
};

/** Refusals of funds, places, banks, appeals, goods and awards. */
export const moneyFailures = {
  'fund.short': (f) => [
    `Không đủ tiền: quỹ ${f.fund} ở ${place(f.place)} sẽ còn ${d(f.balance)} cuối ngày ${day(f.day)}.`,
    'Tiền của một quỹ ở một nơi không bao giờ âm cuối ngày, kể cả những ngày sau.',
    `Chi ít hơn, chi từ nơi khác, hoặc đưa tiền về trước: phucloi move --fund ${f.fund} --to ${f.place} …`,
  ],
  'fund.purpose': ({ fund, purpose, day: on, allowed }) => [
    `Ngày ${day(on)}, quỹ ${fund} không được chi cho: ${PURPOSES[purpose] ?? purpose}.`,
    allowed.length > 0
      ? `Quỹ này chỉ chi cho: ${list(allowed.map((each) => PURPOSES[each] ?? each))}.`
      : 'Quỹ này không chi cho việc gì cả.',
    'Chi từ quỹ khác có đúng mục đích.',
  ],
  'fund.held': ({ fund }) =>
    fund === UNIDENTIFIED
      ? [
          `Quỹ ${fund} giữ tiền chưa rõ của ai, không làm được việc này.`,
          'Tiền vào quỹ này ghi là thu khác; chỉ ra khỏi quỹ khi đã xác định hoặc trả lại người gửi.',
          'Xem khoản còn chờ: phucloi statement queue; rồi statement identify hoặc contribution refund. Tiền mới về: receipt add --fund CHO',
        ]
      : [
          `${fund} là tiền giữ hộ, không làm được việc này.`,
          'Tiền giữ hộ chỉ nộp lại, trả lại hoặc chi theo quyết định của chủ quỹ.',
          'Dùng một quỹ của đơn vị.',
        ],
  'fund.committed': ({ fund, needed, available }) => [
    `Không duyệt được ${d(needed)} từ ${fund === '*' ? 'các quỹ của đơn vị' : `quỹ ${fund}`}: chỉ còn ${d(available)} chưa dành cho việc khác.`,
    'Tổng đã duyệt chưa chi không vượt số tiền quỹ đang có, trừ khi có văn bản hứa cấp thêm.',
    'Duyệt ít hơn, hoặc nêu văn bản: --expecting "ĐƠN VỊ:SỐ TIỀN" --document SỐ',
  ],
  'fund.same': ({ fund }) => [
    `Hai đầu đều là quỹ ${fund}.`,
    'Chuyển quỹ cần hai quỹ khác nhau.',
    'Sửa --from hoặc --to.',
  ],
  'fund.restricted': (f) => [
    f.day === undefined
      ? `Không đủ tiền tự do trong ${f.fund === '*' ? 'các quỹ' : `quỹ ${f.fund}`}: có ${d(f.money)}, trong đó ${d(f.restricted)} người ủng hộ dành riêng cho việc khác; thiếu ${d(f.short)}.`
      : `Không đủ tiền tự do: cuối ngày ${day(f.day)} quỹ ${f.fund} sẽ còn ${d(f.money)}, ít hơn ${d(f.restricted)} người ủng hộ dành riêng cho việc khác; thiếu ${d(f.short)}.`,
    'Tiền dành riêng cho một việc, một đơn vị hay một hồ sơ chỉ chi đúng việc ấy.',
    f.day === undefined
      ? 'Giảm số tiền, hoặc dùng quỹ khác; xem số còn dùng được: phucloi balance'
      : `Chọn ngày muộn hơn, giảm số tiền, hoặc dùng quỹ khác; xem số dư ngày ấy: phucloi balance --as-of ${day(f.day)}`,
  ],
  'restriction.spent': (f) => [
    `Không lấy lại được: tiền dành riêng (${f.restriction}) của quỹ ${f.fund} đã chi, sẽ thiếu ${d(f.short)}.`,
    'Khoản ủng hộ dành riêng chỉ rút lại được phần chưa chi.',
    'Đảo khoản chi trước: phucloi entry list',
  ],
  'purpose.kept': ({ fund, purpose }) => [
    `Quỹ ${fund} đang được chi cho: ${PURPOSES[purpose] ?? purpose}.`,
    'Một mục đích đang có thì không thêm lần nữa.',
    `Thôi mục đích ấy từ một ngày: phucloi fund purpose ${fund} --end ${purpose} --to NGÀY --document SỐ`,
  ],
  'loan.repaid': (f) => [
    `Không trả được ${d(f.given)} cho khoản vay ${f.loan}: còn nợ ${d(f.open)}.`,
    'Số trả không vượt số còn nợ.',
    'Sửa --amount; xem các khoản vay: phucloi loan list',
  ],
  'period.closed': (f) => [
    `Ngày ${day(f.day)} thuộc tháng đã khóa sổ.`,
    `Tháng đã khóa không nhận thêm gì; sổ đang mở từ ${day(f.open)}.`,
    f.bookOn === true
      ? `Thêm --book-on NGÀY (từ ${day(f.open)}) để ghi vào tháng đang mở, giữ ngày gốc.`
      : `Dùng ngày từ ${day(f.open)}; sửa tháng đã khóa: phucloi reopen THÁNG --reason "LÝ DO" --by "HỌ TÊN"`,
  ],
  'thanks.none': ({ donor, appeal, period, min, gifts }) => {
    const within = [
      donor === '' ? '' : `nhà hảo tâm ${donor}`,
      appeal === '' ? '' : `đợt vận động ${appeal}`,
      period === '' ? '' : `kỳ ${period}`,
    ].filter(Boolean);
    return [
      `Không có thư cảm ơn nào để viết: ${within.join(', ')} có ${gifts} khoản ủng hộ, không khoản nào được gửi thư.`,
      `Thư gửi cho người có nêu tên mà tiền ủng hộ chưa hoàn trả hết${min === undefined ? '' : `, cộng lại từ ${d(min)}`}.`,
      `Xem ai đã ủng hộ: phucloi report contributions --period ${period === '' ? 'KỲ' : period}`,
    ];
  },
  'appeal.fund': ({ appeal, fund, given }) => [
    fund === ''
      ? `Không nộp được theo đợt vận động ${appeal}: tiền vào quỹ ${given}, là quỹ của đơn vị.`
      : `Quỹ ${given} không phải quỹ của đợt vận động ${appeal}.`,
    fund === ''
      ? 'Chỉ nộp theo đợt vận động phần tiền giữ hộ cấp trên.'
      : `Đợt vận động này dùng quỹ ${fund}.`,
    `Sửa --fund hoặc --appeal; xem: phucloi appeal show ${appeal}`,
  ],
  'remit.over': (f) => [
    `Không nộp được ${d(f.given)} của đợt vận động ${f.appeal}: quỹ ${f.fund} chỉ còn phải nộp ${d(f.owed)}.`,
    'Số nộp của một đợt vận động không vượt số đã thu mà chưa nộp.',
    'Sửa --amount; xem còn phải nộp gì: phucloi remit list',
  ],
  'place.same': ({ place: at }) => [
    `Nơi lấy tiền và nơi nhận tiền đều là ${place(at)}.`,
    'Chuyển tiền cần hai nơi khác nhau.',
    'Sửa --from hoặc --to.',
  ],
  'place.counted': ({ place: at, day: on, counted }) => [
    `Đã kiểm kê ${place(at)} ngày ${day(counted)}: không ghi thêm tiền ngày ${day(on)} ở đó.`,
    'Tiền đã đếm và lập biên bản thì sổ đến ngày ấy không thay đổi nữa.',
    `Ghi vào ngày sau, hoặc hủy lần kiểm kê rồi đếm lại: phucloi cash list --period ${counted.slice(0, 7)} · phucloi operation undo SỐ --reason "LÝ DO"`,
  ],
  'place.bank': ({ place: at }) => [
    `«${at}» là tài khoản ngân hàng.`,
    'Chỉ kiểm kê két tiền mặt; tài khoản ngân hàng đối chiếu với sổ phụ.',
    'Nêu két tiền mặt: --place cash',
  ],
  'place.cash': ({ place: at }) => [
    `«${at}» là két tiền mặt.`,
    'Sao kê là của tài khoản ngân hàng; két tiền mặt thì kiểm kê.',
    'Nêu tài khoản ngân hàng: --account bank',
  ],
  'statement.account': ({ document, account }) => [
    `Sao kê này đã lưu ở ${document}, của ${place(account)}.`,
    'Một sao kê chỉ của một tài khoản.',
    `Sửa --account; nếu lần trước nhập nhầm tài khoản thì hủy lần ấy: phucloi operation list`,
  ],
  'entry.matched': ({ entry, match }) => [
    `Bút toán ${entry} đã khớp với sao kê ngân hàng (chỗ khớp số ${match}).`,
    'Bút toán đã khớp thì không đảo được, vì ngân hàng đã ghi khoản ấy.',
    `Nếu khớp nhầm thì gỡ trước: phucloi statement unmatch ${match} --reason "LÝ DO"`,
  ],
  'match.taken': ({ noun, number, match }) => [
    `${noun === 'line' ? 'Dòng sao kê' : 'Bút toán'} ${number} đã ở chỗ khớp số ${match}.`,
    'Mỗi dòng sao kê, mỗi bút toán chỉ khớp một lần.',
    `Nếu khớp nhầm thì gỡ trước: phucloi statement unmatch ${match} --reason "LÝ DO"`,
  ],
  'match.sum': (f) => [
    `Các dòng sao kê cộng lại ${d(f.lines)}, các bút toán ${d(f.entries)}, lệch ${d(f.difference)}.`,
    'Hai bên phải bằng nhau đến từng đồng.',
    'Thêm dòng hoặc bút toán còn thiếu; xem: phucloi statement queue',
  ],
  'line.side': ({ line, amount, as }) => [
    `Dòng sao kê ${line} là tiền ${amount > 0 ? 'vào' : 'ra'}, ${d(Math.abs(amount))}; không ghi thành ${as} được.`,
    'Tiền vào là contribution, interest hoặc unidentified; tiền ra là fee hoặc refund.',
    `Chọn lại: phucloi statement post --line ${line} --as ${amount > 0 ? 'unidentified' : 'fee'}`,
  ],
  'line.open': ({ line }) => [
    `Dòng sao kê ${line} chưa ghi sổ.`,
    'Chỉ xác định tiền đã ghi vào quỹ CHO; dòng chưa ghi thì ghi thẳng vào quỹ của nó.',
    `Ghi: phucloi statement post --line ${line} --as contribution --fund QUỸ`,
  ],
  'receipt.open': ({ entry, open, needed }) => [
    open > 0
      ? `Bút toán ${entry} còn chờ xác định ${d(open)}, không đủ cho ${d(needed)}.`
      : `Bút toán ${entry} không còn tiền chờ xác định.`,
    'Không xác định hoặc trả lại quá số còn chờ của khoản ấy.',
    'Xem các khoản còn chờ: phucloi statement queue',
  ],
  'receipt.several': ({ line, amount, entries }) => [
    entries.length === 0
      ? `Dòng sao kê ${line} trả lại ${d(amount)}, nhưng không có khoản chờ xác định nào đúng số ấy.`
      : `Dòng sao kê ${line} trả lại ${d(amount)}; có ${entries.length} khoản chờ xác định đúng số ấy: bút toán ${list(entries)}.`,
    'Tiền trả lại phải là của một khoản chờ xác định.',
    `Nêu khoản ấy: phucloi statement post --line ${line} --as refund --entry ${entries[0] ?? 'SỐ'}`,
  ],
  'stock.short': (f) => [
    `Không đủ hàng: quỹ ${f.fund} sẽ còn ${f.quantity} ${f.item} cuối ngày ${day(f.day)}.`,
    'Số lượng của một quỹ không bao giờ âm cuối ngày, kể cả những ngày sau.',
    `Xem sổ kho: phucloi goods ledger ${f.item} --fund ${f.fund}`,
  ],
  'stock.order': (f) => [
    `Không ghi được: giá vốn ${f.item} của quỹ ${f.fund} đến ngày ${day(f.last)} sẽ không còn khớp số lượng.`,
    'Giá vốn tính bình quân theo thứ tự ngày; hết hàng thì giá vốn cũng hết.',
    `Ghi từ ngày ${day(f.last)} trở đi, hoặc đảo các lần xuất sau đó trước: phucloi goods ledger ${f.item}`,
  ],
  'stock.reversed': ({ voucher }) => [
    `${voucher} đã được đảo.`,
    'Mỗi lần nhập, xuất kho chỉ đảo một lần.',
    'Xem sổ kho: phucloi goods ledger MÃ',
  ],
  'stock.reversal': ({ voucher }) => [
    `${voucher} là phiếu đảo.`,
    'Phiếu đảo không đảo lại.',
    'Ghi lại lần nhập, xuất đúng: phucloi goods give … hoặc phucloi goods receive …',
  ],
  'serials.count': (f) => [
    `Có ${f.serials} số sê-ri cho ${f.quantity} đơn vị.`,
    'Mỗi đơn vị hàng có đúng một số sê-ri.',
    'Sửa --serials hoặc --quantity.',
  ],
  'serials.held': ({ item, serials, gone }) => [
    gone
      ? `Số sê-ri không còn trong kho của quỹ (${item}): ${list(serials)}.`
      : `Số sê-ri đã có trong kho (${item}): ${list(serials)}.`,
    'Một số sê-ri nhập một lần, xuất một lần, từ đúng quỹ đang giữ.',
    `Xem sổ kho: phucloi goods ledger ${item}`,
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
  'count.mismatch': ({ notes, total }) => [
    `Các tờ tiền cộng lại ${d(notes)}, khác tổng ${d(total)}.`,
    'Tổng phải bằng số tờ nhân mệnh giá.',
    'Đếm lại, hoặc bỏ một trong hai --notes, --total.',
  ],
} satisfies Partial<Refusals['failures']>;
