import type { ProgrammeKind } from '../../domain/award.ts';
import type { JudgedFinding } from '../../domain/finding.ts';
import type { FundKind, Place } from '../../domain/fund.ts';
import { homeValues as HOMES_EN } from '../messages/en-homes.ts';
import { FIGURES as FIGURES_EN, KINDS as KINDS_EN } from '../messages/en-terms.ts';
import { homeValues as HOMES_VI } from '../messages/vi-homes.ts';
import { FIGURES as FIGURES_VI, KINDS as KINDS_VI } from '../messages/vi-terms.ts';
import { formatDay, formatDong, counted } from '../figures.ts';

/** Parts of the page; each has a heading, and is reached by its name. */
export const PARTS = [
  'funds',
  'reasons',
  'year',
  'months',
  'places',
  'rounds',
  'units',
  'homes',
  'open',
  'findings',
] as const;
export type Part = (typeof PARTS)[number];

type Columns =
  | keyof typeof FIGURES_VI
  | 'code'
  | 'fund'
  | 'in'
  | 'out'
  | 'committed'
  | 'available'
  | 'held'
  | 'difference'
  | 'month'
  | 'own'
  | 'heldMoney'
  | 'place'
  | 'kind'
  | 'round'
  | 'unit'
  | 'people'
  | 'cash'
  | 'goods'
  | 'outside'
  | 'total'
  | 'stage'
  | 'houses'
  | 'paid'
  | 'toPay'
  | 'unpaid'
  | 'handed'
  | 'unsigned'
  | 'awards'
  | 'amount'
  | 'voucher'
  | 'day'
  | 'due'
  | 'left'
  | 'severity'
  | 'finding'
  | 'rule'
  | 'owner'
  | 'age';

/** Every word of the month on one page. */
export interface MonthTexts {
  readonly title: (month: string) => string;
  readonly asOf: (day: string) => string;
  readonly closed: (head: string) => string;
  readonly notClosed: string;
  readonly contents: string;
  readonly atAGlance: string;
  readonly glance: Readonly<Record<'own' | 'held' | 'committed' | 'available' | 'given' | 'errors', string>>;
  readonly parts: { readonly [P in Part]: string };
  readonly notes: { readonly [P in Part]?: string };
  readonly columns: { readonly [C in Columns]: string };
  readonly groups: { readonly [K in FundKind]: string };
  readonly sums: { readonly [K in FundKind | 'all']: string };
  readonly places: { readonly [K in Place['kind']]: string };
  readonly kinds: { readonly [K in ProgrammeKind]: string };
  readonly stage: (stage: string) => string;
  readonly severity: (finding: Pick<JudgedFinding, 'severity' | 'accepted'>) => string;
  readonly none: string;
  readonly advances: string;
  readonly awards: string;
  readonly figures: string;
  readonly sortHint: string;
  readonly charts: {
    readonly balance: (fund: string) => string;
    readonly balanceSays: (a: {
      first: string;
      last: string;
      from: number;
      to: number;
      most: number;
      in: string;
    }) => string;
    readonly flows: (kind: FundKind) => string;
    readonly flowsSays: (a: { first: string; last: string; in: number; out: number }) => string;
    readonly units: string;
    readonly unitsSays: (a: {
      units: number;
      shown: number;
      total: number;
      first: string;
      most: number;
    }) => string;
    readonly homes: string;
    readonly homesSays: (stages: readonly { stage: string; houses: number }[]) => string;
  };
  /** What the numbers of an axis count, the largest first. */
  readonly units: readonly { readonly of: number; readonly name: string }[];
  readonly number: (value: number) => string;
  readonly dong: (amount: number) => string;
  readonly houses: (count: number) => string;
}

const severity =
  (words: Readonly<Record<'error' | 'warning' | 'notice' | 'accepted', string>>) =>
  (finding: Pick<JudgedFinding, 'severity' | 'accepted'>): string =>
    words[finding.accepted ? 'accepted' : finding.severity];

const vi: MonthTexts = {
  title: (month) => `Tình hình các quỹ tháng ${month.slice(5)} năm ${month.slice(0, 4)}`,
  asOf: (day) => `Số liệu đến hết ngày ${formatDay(day)}, đơn vị tính: đồng`,
  closed: (head) => `Tháng đã khóa sổ. Mã niêm phong ghi trong biên bản: ${head}.`,
  notClosed: 'BẢN NHÁP – tháng chưa khóa sổ: số liệu còn có thể thay đổi.',
  contents: 'Các phần của trang',
  atAGlance: 'Những con số chính',
  glance: {
    own: 'Quỹ của đơn vị, cuối tháng',
    held: 'Tiền giữ hộ, cuối tháng',
    committed: 'Đã duyệt, chưa chi',
    available: 'Quỹ của đơn vị còn dùng được',
    given: 'Đã chăm lo trong tháng',
    errors: 'Lỗi phải xử lý',
  },
  parts: {
    funds: 'Các quỹ trong tháng',
    reasons: 'Thu, chi trong tháng theo nội dung',
    year: 'Các quỹ từ đầu năm',
    months: 'Diễn biến theo tháng',
    places: 'Tiền mặt và tiền gửi theo nơi giữ',
    rounds: 'Chăm lo trong tháng theo đợt',
    units: 'Chăm lo trong tháng theo đơn vị',
    homes: 'Mái ấm Công đoàn theo giai đoạn',
    open: 'Việc còn dở dang',
    findings: 'Phát hiện khi đối chiếu',
  },
  notes: {
    funds: 'Tiền giữ hộ là tiền của nơi khác, không phải khoản thu của đơn vị, nên cộng riêng.',
    year: 'Đầu kỳ là ngày 01/01, hoặc ngày mở sổ nếu sổ mở trong năm.',
    months: 'Thu, chi gồm cả tiền chuyển giữa các quỹ. Mỗi biểu đồ có thang đo riêng.',
    places: 'Thu, chi gồm cả tiền chuyển từ nơi này sang nơi khác.',
    rounds: 'Tính theo ngày chi; khoản bị đảo trong tháng là số âm.',
    homes: 'Tất cả các nhà còn hiệu lực đến cuối tháng.',
  },
  columns: {
    ...FIGURES_VI,
    code: 'Mã',
    fund: 'Quỹ',
    in: 'Thu',
    out: 'Chi',
    committed: 'Đã duyệt, chưa chi',
    available: 'Còn dùng được',
    held: 'Phải trả nơi gửi',
    difference: 'Chênh lệch',
    month: 'Tháng',
    own: 'Quỹ của đơn vị',
    heldMoney: 'Tiền giữ hộ',
    place: 'Nơi giữ tiền',
    kind: 'Loại',
    round: 'Đợt',
    unit: 'Đơn vị',
    people: 'Số người',
    cash: 'Tiền',
    goods: 'Hiện vật',
    outside: 'Nơi khác chi trực tiếp',
    total: 'Cộng',
    stage: 'Giai đoạn',
    houses: 'Số nhà',
    paid: 'Đã chi',
    toPay: 'Còn phải chi',
    unpaid: 'Đã duyệt, chưa chi',
    handed: 'Đã giao người phát',
    unsigned: 'Đã chi, chưa ký nhận',
    awards: 'Số suất',
    amount: 'Số tiền',
    voucher: 'Phiếu chi',
    day: 'Ngày chi',
    due: 'Hạn thanh toán',
    left: 'Còn lại',
    severity: 'Mức',
    finding: 'Nội dung',
    rule: 'Quy tắc',
    owner: 'Người xử lý',
    age: 'Số ngày',
  },
  groups: { own: 'Quỹ của đơn vị', held: 'Tiền giữ hộ' },
  sums: { own: 'Cộng quỹ của đơn vị', held: 'Cộng tiền giữ hộ', all: 'Tổng cộng' },
  places: { cash: 'tiền mặt', bank: 'ngân hàng' },
  kinds: KINDS_VI,
  stage: (stage) => HOMES_VI[`stage.${stage}`] ?? stage,
  severity: severity({ error: 'Lỗi', warning: 'Cảnh báo', notice: 'Lưu ý', accepted: 'Đã chấp nhận' }),
  none: 'Không có.',
  advances: 'Tạm ứng chưa thanh toán hết',
  awards: 'Suất hỗ trợ chưa xong',
  figures: 'Bảng số liệu',
  sortHint: 'Bấm vào tên cột để sắp xếp.',
  charts: {
    balance: (fund) => `Số dư cuối tháng: ${fund}`,
    balanceSays: (a) =>
      `Tháng ${a.first}: ${formatDong(a.from, 'vi')} đồng; tháng ${a.last}: ${formatDong(a.to, 'vi')} đồng; cao nhất ${formatDong(a.most, 'vi')} đồng vào tháng ${a.in}.`,
    flows: (kind) => (kind === 'own' ? 'Thu, chi: quỹ của đơn vị' : 'Thu, chi: tiền giữ hộ'),
    flowsSays: (a) =>
      `Từ tháng ${a.first} đến tháng ${a.last}: thu ${formatDong(a.in, 'vi')} đồng, chi ${formatDong(a.out, 'vi')} đồng.`,
    units: 'Chăm lo trong tháng theo đơn vị',
    unitsSays: (a) =>
      `${a.units} đơn vị, cộng ${formatDong(a.total, 'vi')} đồng; nhiều nhất là ${a.first}: ${formatDong(a.most, 'vi')} đồng.${a.shown < a.units ? ` Biểu đồ có ${a.shown} đơn vị nhận nhiều nhất.` : ''}`,
    homes: 'Số nhà Mái ấm Công đoàn theo giai đoạn',
    homesSays: (stages) => `${stages.map(({ stage, houses }) => `${stage}: ${houses} nhà`).join('; ')}.`,
  },
  units: [
    { of: 1_000_000_000, name: 'tỷ đồng' },
    { of: 1_000_000, name: 'triệu đồng' },
    { of: 1_000, name: 'nghìn đồng' },
    { of: 1, name: 'đồng' },
  ],
  number: (value) => String(Math.round(value * 100) / 100).replace('.', ','),
  dong: (amount) => formatDong(amount, 'vi'),
  houses: (count) => `${count} nhà`,
};

const en: MonthTexts = {
  title: (month) => `The funds in ${formatDay(month)}`,
  asOf: (day) => `As of the end of ${formatDay(day)}, in Vietnamese đồng`,
  closed: (head) => `The month is closed. Its head in the minutes: ${head}.`,
  notClosed: 'DRAFT – the month is not closed: figures may still change.',
  contents: 'Parts of this page',
  atAGlance: 'The main figures',
  glance: {
    own: 'Own funds at the end of the month',
    held: 'Money held for others',
    committed: 'Approved and not yet paid',
    available: 'Available in own funds',
    given: 'Given in the month',
    errors: 'Errors to mend',
  },
  parts: {
    funds: 'The funds in the month',
    reasons: 'In and out of the month by reason',
    year: 'The funds since the beginning of the year',
    months: 'Month by month',
    places: 'Cash and bank by place',
    rounds: 'Given in the month by round',
    units: 'Given in the month by unit',
    homes: 'Union Homes by stage',
    open: 'Still open',
    findings: 'What the reconciliation found',
  },
  notes: {
    funds: "Money held for others is not the union's income and is added up apart.",
    year: 'The opening is that of 1 January, or of the day the book began.',
    months: 'In and out include money moved between funds. Each chart has a scale of its own.',
    places: 'In and out include money moved from one place to another.',
    rounds: 'By the day of payment; what was taken back in the month is negative.',
    homes: 'All houses that stand at the end of the month.',
  },
  columns: {
    ...FIGURES_EN,
    code: 'Code',
    fund: 'Fund',
    in: 'In',
    out: 'Out',
    committed: 'Approved, not yet paid',
    available: 'Available',
    held: 'Owed to its owner',
    difference: 'Difference',
    month: 'Month',
    own: 'Own funds',
    heldMoney: 'Money held',
    place: 'Place',
    kind: 'Kind',
    round: 'Round',
    unit: 'Unit',
    people: 'People',
    cash: 'Money',
    goods: 'Goods',
    outside: 'Given directly by others',
    total: 'Sum',
    stage: 'Stage',
    houses: 'Houses',
    paid: 'Paid',
    toPay: 'Still to be paid',
    unpaid: 'Approved, not yet paid',
    handed: 'With a distributor',
    unsigned: 'Paid, not signed for',
    awards: 'Awards',
    amount: 'Amount',
    voucher: 'Voucher',
    day: 'Paid on',
    due: 'To be settled by',
    left: 'Left',
    severity: 'Severity',
    finding: 'Finding',
    rule: 'Rule',
    owner: 'To be mended by',
    age: 'Days',
  },
  groups: { own: 'Own funds', held: 'Money held for others' },
  sums: { own: 'Own funds together', held: 'Money held together', all: 'Total' },
  places: { cash: 'cash', bank: 'bank' },
  kinds: KINDS_EN,
  stage: (stage) => HOMES_EN[`stage.${stage}`] ?? stage,
  severity: severity({ error: 'Error', warning: 'Warning', notice: 'Note', accepted: 'Accepted' }),
  none: 'None.',
  advances: 'Advances not settled in full',
  awards: 'Awards not finished',
  figures: 'Table of figures',
  sortHint: 'Press the name of a column to sort.',
  charts: {
    balance: (fund) => `Balance at month ends: ${fund}`,
    balanceSays: (a) =>
      `${a.first}: ${formatDong(a.from, 'en')} đồng; ${a.last}: ${formatDong(a.to, 'en')} đồng; highest ${formatDong(a.most, 'en')} đồng in ${a.in}.`,
    flows: (kind) => (kind === 'own' ? 'In and out: own funds' : 'In and out: money held'),
    flowsSays: (a) =>
      `From ${a.first} to ${a.last}: in ${formatDong(a.in, 'en')} đồng, out ${formatDong(a.out, 'en')} đồng.`,
    units: 'Given in the month by unit',
    unitsSays: (a) =>
      `${counted(a.units, 'unit')}, ${formatDong(a.total, 'en')} đồng together; the most to ${a.first}: ${formatDong(a.most, 'en')} đồng.${a.shown < a.units ? ` The chart has the ${a.shown} that received most.` : ''}`,
    homes: 'Union Homes by stage',
    homesSays: (stages) => `${stages.map(({ stage, houses }) => `${stage}: ${houses}`).join('; ')}.`,
  },
  units: [
    { of: 1_000_000_000, name: 'billion đồng' },
    { of: 1_000_000, name: 'million đồng' },
    { of: 1_000, name: 'thousand đồng' },
    { of: 1, name: 'đồng' },
  ],
  number: (value) => String(Math.round(value * 100) / 100),
  dong: (amount) => formatDong(amount, 'en'),
  houses: (count) => (count === 1 ? '1 house' : `${count} houses`),
};

export const MONTH_TEXTS: { readonly vi: MonthTexts; readonly en: MonthTexts } = { vi, en };
