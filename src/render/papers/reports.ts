import type { LineFacts } from '../../report/papers/line.ts';
import type { GiftsBy, ReportLines, UseKind } from '../../report/papers/report-lines.ts';
import { formatDay, counted } from '../figures.ts';
import { homeValues as HOMES_EN } from '../messages/en-homes.ts';
import { homeValues as HOMES_VI } from '../messages/vi-homes.ts';
import { KINDS as KINDS_EN } from '../messages/en-terms.ts';
import { KINDS as KINDS_VI } from '../messages/vi-terms.ts';
import { capital, two, vnd, vndEn } from './terms.ts';
import { dongInWords } from './words.ts';

type ReportTexts = { readonly [K in keyof ReportLines]: (facts: LineFacts[K]) => string };

const BY_VI: { readonly [B in GiftsBy]: string } = {
  donor: 'THEO NHÀ HẢO TÂM',
  unit: 'THEO ĐƠN VỊ',
  appeal: 'THEO ĐỢT VẬN ĐỘNG',
  day: 'THEO NGÀY',
};
const BY_EN: { readonly [B in GiftsBy]: string } = {
  donor: 'BY GIVER',
  unit: 'BY UNIT',
  appeal: 'BY APPEAL',
  day: 'BY DAY',
};
const ONLY_VI = { fund: 'Quỹ', unit: 'Đơn vị', kind: 'Chương trình', appeal: 'Đợt vận động' } as const;
const ONLY_EN = { fund: 'Funds', unit: 'Units', kind: 'Programmes', appeal: 'Appeal' } as const;

function kindsOf(f: LineFacts['reportOnly'], kinds: Readonly<Record<string, string>>): string {
  return f.codes.map((code) => (f.what === 'kind' ? (kinds[code] ?? code) : code)).join(', ');
}

/** Sentences of the reports on gifts, recipients, appeals, houses and units. */
export const reportsVi: ReportTexts = {
  contributionReport: (f) => `BÁO CÁO TIẾP NHẬN ỦNG HỘ ${BY_VI[f.by]}`,
  recipientReport: () => 'DANH SÁCH NGƯỜI ĐƯỢC CHĂM LO',
  appealReport: () => 'KẾT QUẢ VẬN ĐỘNG THEO ĐƠN VỊ',
  homeReport: () => 'TIẾN ĐỘ NHÀ MÁI ẤM CÔNG ĐOÀN',
  unitReport: () => 'ỦNG HỘ VÀ CHĂM LO THEO ĐƠN VỊ',
  unitsAsThen: () => 'Theo đơn vị tại thời điểm phát sinh',
  unitNow: (f) => `${f.name} (nay là ${f.codes.join(', ')})`,
  unitsAsNow: (f) => `Theo đơn vị sau sắp xếp, đến ngày ${formatDay(f.day)}`,
  reportOnly: (f) => `${ONLY_VI[f.what]}: ${kindsOf(f, KINDS_VI)}`,
  reportDays: (f) => `Từ ngày ${formatDay(f.from)} đến ngày ${formatDay(f.to)}`,
  reportUpTo: (f) => `Đến ngày ${formatDay(f.day)}`,
  fundOf: (f) => `Quỹ: ${f.name} (${f.code})${f.owner === '' ? '' : `, giữ hộ ${f.owner}`}`,
  unnamed: () => 'Không nêu tên',
  noUnit: () => 'Không rõ đơn vị',
  noAppeal: () => 'Ngoài các đợt vận động',
  ownGifts: () => 'Ủng hộ vào quỹ của đơn vị',
  heldGifts: () => 'Thu hộ, giữ hộ cho nơi khác',
  allGifts: () => 'Tổng số tiền đã tiếp nhận',
  giftNote: (f) => `Số khoản ủng hộ: ${f.gifts}. Số nhà hảo tâm, đơn vị có tên: ${f.givers}.`,
  refundNote: () => 'Cột Ủng hộ là số đã nhận trừ số đã hoàn trả; khoản ghi nhầm và đã đảo thì không tính.',
  recipientNote: (f) =>
    `Số người được chăm lo: ${f.people}. Số suất: ${f.awards}. Mỗi người đứng một lần, cộng vào đơn vị của lần chi sau cùng.`,
  consolidatedReport: () => 'BÁO CÁO HỢP NHẤT CÔNG ĐOÀN NGÀNH VÀ ĐƠN VỊ',
  consolidatedSheet: (f) => (f.kind === 'own' ? 'Quỹ của đơn vị' : 'Tiền giữ hộ'),
  consolidatedTotal: () => 'Tổng hợp nhất',
  consolidatedIdentity: (f) =>
    f.kind === 'own'
      ? 'Tồn cuối kỳ = tồn đầu kỳ + các khoản thu − các khoản chi. Tiền giữ hộ không tính ở đây.'
      : 'Còn phải nộp, phải trả = đầu kỳ + đã nhận − đã nộp, đã trả, đã chi hộ. Không phải tiền của công đoàn.',
  eliminated: (f) =>
    f.what === 'grants' ? 'Loại trừ: ngành cấp cho đơn vị' : 'Loại trừ: đơn vị nộp lên ngành',
  openBook: () => 'chưa khóa',
  absentUnits: (f) =>
    `Chưa có số liệu của ${f.units.length} đơn vị (chưa thu thập sổ, bản chép hỏng, hoặc chưa khóa tháng nào trong kỳ): ${f.units.join(', ')}.`,
  behindUnits: (f) => `Chỉ có số liệu đến tháng đã khóa: ${f.units.join(', ')}.`,
  unmatchedPassed: (f) => `Còn ${vnd(f.amount)} cấp, nộp mới có ở một sổ trong kỳ, chưa loại trừ.`,
  countedOnce: () => 'Trừ người nhận ở hai nơi (cùng số định danh)',
  branch: (f) => `${f.name} (${f.code})`,
  branchTotal: (f) => `Cộng ${f.name} và đơn vị trực thuộc`,
  appealOf: (f) => `Đợt vận động: ${f.name} (${f.code})`,
  appealFigure: (f) =>
    ({
      goal: 'Mục tiêu của đợt vận động',
      collected: 'Đã thu',
      ours: '– Vào quỹ của đơn vị',
      owner: `– Thu hộ ${f.name}`,
      remitted: 'Đã nộp',
      owed: 'Còn phải nộp',
    })[f.figure],
  homeStage: (f) => capital(HOMES_VI[`stage.${f.stage}`] ?? f.stage),
  homeStageTotal: (f) => `Cộng (${f.houses} nhà)`,
  housesTotal: (f) => `Tổng cộng (${f.houses} nhà)`,
  stalledNote: (f) =>
    f.houses === 0
      ? `Không có nhà nào quá ${f.days} ngày không có gì mới.`
      : `${f.houses} nhà quá ${f.days} ngày không có gì mới.`,
  stalledMark: () => 'chậm',
  thanks: () => 'THƯ CẢM ƠN',
  thanksNumber: () => 'Số: ……/TCƠ',
  thanksTo: (f) => `Kính gửi: ${f.name}`,
  thanksOpening: (f) =>
    `${f.union} trân trọng cảm ơn tấm lòng của quý vị đã ủng hộ ${two(f.gifts)} khoản, tổng số tiền ${vnd(f.amount)} (bằng chữ: ${dongInWords(f.amount).replace(/\.\/\.$/, '')}), ${f.from === f.to ? `ngày ${formatDay(f.from)}` : `từ ngày ${formatDay(f.from)} đến ngày ${formatDay(f.to)}`}. Công đoàn xin báo lại số tiền ấy đã nhận và đã dùng như sau:`,
  thanksReceived: () => 'Số tiền đã nhận',
  thanksReceivedSum: () => 'Cộng đã nhận',
  thanksUsed: (f) => `Đã dùng đến ngày ${formatDay(f.day)}`,
  thanksUsedSum: () => 'Cộng đã dùng',
  thanksLeft: () => 'Còn trong quỹ, sẽ dùng tiếp',
  thanksLeftSum: () => 'Cộng còn lại',
  thanksLeftIn: (f) => f.name,
  thanksGift: (f) =>
    `${f.refund ? 'Hoàn trả từ' : 'Ủng hộ'} ${f.fund}${f.appeal === '' ? '' : `, đợt ${f.appeal}`}${f.restricted ? ' (dành riêng)' : ''}`,
  thanksUse: (f) => {
    const people = f.people === 1 ? 'một người' : `${two(f.people)} người`;
    const at = f.unit === '' ? 'thuộc các đơn vị trực thuộc' : `thuộc ${f.unit}`;
    const said: { readonly [U in UseKind]: string } = {
      award: `${capital(f.kind === undefined ? '' : KINDS_VI[f.kind])} – ${f.round}: ${people} ${at}`,
      goods: 'Mua hiện vật để tặng',
      remittance: f.to === '' ? 'Nộp công đoàn cấp trên' : `Nộp ${f.to}`,
      transfer: 'Chuyển sang quỹ khác của công đoàn',
      cost: 'Chi khác của quỹ',
      refund: 'Hoàn trả',
    };
    return f.whole === undefined ? said[f.use] : `${said[f.use]} (góp một phần trong ${vnd(f.whole)})`;
  },
  thanksRule: (f) =>
    f.restricted
      ? 'Số tiền trên được quý vị dành riêng cho một mục đích và đã dùng đúng mục đích ấy. Tên người nhận không nêu để giữ riêng tư.'
      : 'Tiền trong quỹ là tiền chung: khoản dành riêng hoặc của một đợt vận động được dùng trước cho đúng việc ấy, các khoản khác được tính theo thứ tự nhận, nhận trước dùng trước. Tên người nhận không nêu để giữ riêng tư.',
  thanksClosing: (f) =>
    `${f.union} kính chúc quý vị sức khỏe, hạnh phúc và mong tiếp tục nhận được sự đồng hành của quý vị.`,
};

export const reportsEn: ReportTexts = {
  contributionReport: (f) => `GIFTS RECEIVED ${BY_EN[f.by]}`,
  recipientReport: () => 'PEOPLE SUPPORTED',
  appealReport: () => 'APPEAL BY UNITS',
  homeReport: () => 'UNION HOMES BY STAGE',
  unitReport: () => 'GIFTS AND SUPPORT BY UNITS',
  unitsAsThen: () => 'By the units as they were',
  unitNow: (f) => `${f.name} (now ${f.codes.join(', ')})`,
  unitsAsNow: (f) => `By the units that took over, on ${formatDay(f.day)}`,
  reportOnly: (f) => `${ONLY_EN[f.what]}: ${kindsOf(f, KINDS_EN)}`,
  reportDays: (f) => `From ${formatDay(f.from)} to ${formatDay(f.to)}`,
  reportUpTo: (f) => `Up to ${formatDay(f.day)}`,
  fundOf: (f) => `Fund: ${f.name} (${f.code})${f.owner === '' ? '' : `, held for ${f.owner}`}`,
  unnamed: () => 'Not named',
  noUnit: () => 'No unit named',
  noAppeal: () => 'Under no appeal',
  ownGifts: () => "Gifts to the union's own funds",
  heldGifts: () => 'Collected for others',
  allGifts: () => 'Received in all',
  giftNote: (f) => `Gifts: ${f.gifts}. Givers by name: ${f.givers}.`,
  refundNote: () =>
    'Given is what was received less refunds; gifts entered by mistake and reversed are left out.',
  recipientNote: (f) =>
    `People supported: ${f.people}. Awards: ${f.awards}. Each person stands once, in the unit of their last payment.`,
  consolidatedReport: () => 'CONSOLIDATED REPORT OF THE SECTOR AND ITS UNITS',
  consolidatedSheet: (f) => (f.kind === 'own' ? 'Own funds' : 'Held money'),
  consolidatedTotal: () => 'Consolidated total',
  consolidatedIdentity: (f) =>
    f.kind === 'own'
      ? 'Closing = opening + what came in − what went out. Money held for others is not counted here.'
      : "Still owed = opening + received − remitted, returned and paid out. It is not the union's money.",
  eliminated: (f) =>
    f.what === 'grants' ? 'Eliminated: passed down to units' : 'Eliminated: remitted by units',
  openBook: () => 'not closed',
  absentUnits: (f) =>
    `No figures of ${counted(f.units.length, 'unit')} (no book, no whole copy, or no month of the period closed): ${f.units.join(', ')}.`,
  behindUnits: (f) => `Only up to their last closed month: ${f.units.join(', ')}.`,
  unmatchedPassed: (f) =>
    `${vndEn(f.amount)} passed down or up stands in only one book of the two within these days and is not eliminated.`,
  countedOnce: () => 'Less people helped by two unions (one ID number)',
  branch: (f) => `${f.name} (${f.code})`,
  branchTotal: (f) => `${f.name} and all under it`,
  appealOf: (f) => `Appeal: ${f.name} (${f.code})`,
  appealFigure: (f) =>
    ({
      goal: 'Goal of the appeal',
      collected: 'Collected',
      ours: "– To the union's own funds",
      owner: `– For ${f.name}`,
      remitted: 'Remitted',
      owed: 'Still to be remitted',
    })[f.figure],
  homeStage: (f) => capital(HOMES_EN[`stage.${f.stage}`] ?? f.stage),
  homeStageTotal: (f) => `Subtotal (${counted(f.houses, 'home')})`,
  housesTotal: (f) => `Total (${counted(f.houses, 'home')})`,
  stalledNote: (f) => `Homes without news for more than ${counted(f.days, 'day')}: ${f.houses}.`,
  stalledMark: () => 'stalled',
  thanks: () => 'LETTER OF THANKS',
  thanksNumber: () => 'No.: ……/TCƠ',
  thanksTo: (f) => `To: ${f.name}`,
  thanksOpening: (f) =>
    `${f.union} thanks you for ${f.gifts === 1 ? 'your gift' : counted(f.gifts, 'gift')} of ${vndEn(f.amount)}${f.gifts === 1 ? '' : ' in all'}, ${f.from === f.to ? `on ${formatDay(f.from)}` : `from ${formatDay(f.from)} to ${formatDay(f.to)}`}. This is how the money was received and used:`,
  thanksReceived: () => 'Received',
  thanksReceivedSum: () => 'Received in all',
  thanksUsed: (f) => `Used up to ${formatDay(f.day)}`,
  thanksUsedSum: () => 'Used in all',
  thanksLeft: () => 'Still in the fund, to be used',
  thanksLeftSum: () => 'Left in all',
  thanksLeftIn: (f) => f.name,
  thanksGift: (f) =>
    `${f.refund ? 'Refunded from' : 'Gift to'} ${f.fund}${f.appeal === '' ? '' : `, appeal ${f.appeal}`}${f.restricted ? ' (set apart)' : ''}`,
  thanksUse: (f) => {
    const people = f.people === 1 ? 'one person' : counted(f.people, 'person', 'people');
    const at = f.unit === '' ? "of the union's units" : `of ${f.unit}`;
    const said: { readonly [U in UseKind]: string } = {
      award: `${capital(f.kind === undefined ? '' : KINDS_EN[f.kind])} – ${f.round}: ${people} ${at}`,
      goods: 'Goods bought to be given',
      remittance: f.to === '' ? 'Remitted to the union above' : `Remitted to ${f.to}`,
      transfer: "Moved to another of the union's funds",
      cost: 'Other costs of the fund',
      refund: 'Refunded',
    };
    return f.whole === undefined ? said[f.use] : `${said[f.use]} (a share of ${vndEn(f.whole)})`;
  },
  thanksRule: (f) =>
    f.restricted
      ? 'You set this money apart for one aim, and it was used for that aim. Recipients are not named, to keep their privacy.'
      : 'Money in a fund is pooled: what was set apart or given to an appeal is used for that first, the rest in the order of receipt. Recipients are not named, to keep their privacy.',
  thanksClosing: (f) => `${f.union} wishes you good health and hopes for your company in the time to come.`,
};
