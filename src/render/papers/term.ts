import type { Dong } from '../../domain/dong.ts';
import { told, type Coarseness } from '../../domain/rounding.ts';
import type { LineFacts } from '../../report/papers/line.ts';
import type { SaidFigure, TermColumn, TermLines } from '../../report/papers/term-lines.ts';
import type { TermKind, TermSource } from '../../report/term.ts';
import { formatDay, formatDong, counted } from '../figures.ts';
import { capital, spanEn, spanVi, two, vnd, vndEn } from './terms.ts';

type TermTexts = { readonly [K in keyof TermLines]: (facts: LineFacts[K]) => string };

/** An amount in running text: `hơn 181 triệu đồng` where it is more, `181 triệu đồng` where it is exactly that. */
export function moneyVi(amount: Dong, how: Coarseness): string {
  const { unit, hundredths, more } = told(amount, how);
  if (unit === 'dong') return vnd(amount);
  return `${more ? 'hơn ' : ''}${decimal(hundredths, 'vi')} ${unit === 'million' ? 'triệu' : 'tỷ'} đồng`;
}

export function moneyEn(amount: Dong, how: Coarseness): string {
  const { unit, hundredths, more } = told(amount, how);
  if (unit === 'dong') return vndEn(amount);
  return `${more ? 'more than ' : ''}${decimal(hundredths, 'en')} ${unit} VND`;
}

function decimal(hundredths: number, language: 'vi' | 'en'): string {
  const part = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0{1,2}$/, '');
  const whole = formatDong((hundredths - (hundredths % 100)) / 100, language);
  return part === '' ? whole : `${whole}${language === 'vi' ? ',' : '.'}${part}`;
}

const mark = (figure: SaidFigure): string => `[${figure.mark}]`;

const sinceVi = ({ since }: SaidFigure): string =>
  since === undefined
    ? ''
    : since.slice(5) === '01-01'
      ? ` (từ năm ${since.slice(0, 4)} đến nay)`
      : ` (từ tháng ${formatDay(since.slice(0, 7))} đến nay)`;
const sinceEn = ({ since }: SaidFigure): string =>
  since === undefined ? '' : ` (since ${since.slice(5) === '01-01' ? since.slice(0, 4) : formatDay(since)})`;

/** Whose money it was, where more than the union's own. */
function fromVi(sources: readonly TermSource[], how: (amount: Dong) => string): string {
  if (sources.every(({ section }) => section === 'own')) return '';
  const each = sources.map(({ section, name, amount }) =>
    section === 'own'
      ? `quỹ của đơn vị ${how(amount)}`
      : `${section === 'held' ? 'kinh phí của' : 'nguồn của'} ${name || 'nơi khác'} ${how(amount)}`,
  );
  return ` (trong đó ${each.join(', ')})`;
}
function fromEn(sources: readonly TermSource[], how: (amount: Dong) => string): string {
  if (sources.every(({ section }) => section === 'own')) return '';
  const each = sources.map(({ section, name, amount }) =>
    section === 'own' ? `${how(amount)} of its own funds` : `${how(amount)} of ${name || 'others'}`,
  );
  return ` (${each.join(', ')})`;
}

/** Those whose money went through, or beside, the union's hands. */
const partners = (sources: readonly TermSource[]): string[] => [
  ...new Set(sources.filter(({ section, name }) => section !== 'own' && name !== '').map(({ name }) => name)),
];

const fineVi = (amount: Dong): string => moneyVi(amount, 'fine');
const fineEn = (amount: Dong): string => moneyEn(amount, 'fine');
const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const WHAT_VI: { readonly [K in TermKind]: string } = {
  care: 'Chăm lo đoàn viên, người lao động (quà, hỗ trợ khó khăn, thăm hỏi)',
  gift: 'Tặng quà',
  round: 'Đợt quà',
  hardship: 'Hỗ trợ khó khăn',
  visit: 'Thăm hỏi',
  home: 'Mái ấm Công đoàn',
  contribution: 'Ủng hộ, đóng góp',
  allocation: 'Cấp trên cấp, hỗ trợ',
  remittance: 'Nộp lên cấp trên',
};
const WHAT_EN: { readonly [K in TermKind]: string } = {
  care: 'Care for members and workers (gifts, hardship support, visits)',
  gift: 'Gifts',
  round: 'Gift round',
  hardship: 'Hardship support',
  visit: 'Visits',
  home: 'Union Homes',
  contribution: 'Contributions',
  allocation: 'Received from the union above',
  remittance: 'Remitted to the union above',
};
const MEASURE_VI: { readonly [K in TermKind]: string } = {
  care: 'suất',
  gift: 'suất',
  round: 'suất',
  hardship: 'trường hợp',
  visit: 'lượt',
  home: 'nhà',
  contribution: 'khoản',
  allocation: 'khoản',
  remittance: 'khoản',
};
const MEASURE_EN: { readonly [K in TermKind]: string } = {
  care: 'awards',
  gift: 'gifts',
  round: 'gifts',
  hardship: 'cases',
  visit: 'visits',
  home: 'houses',
  contribution: 'gifts',
  allocation: 'times',
  remittance: 'times',
};

const named = (what: string, name: string): string => (name === '' ? what : `${what}: ${name}`);

/** The sentences of a term report, as unions of health workers write them. */
export const termVi: TermTexts = {
  termCalled: (f) =>
    f.called === undefined ? spanVi(f.label) : `${capital(f.called)} (${inside(spanVi(f.label))})`,
  termTitle: () => 'BÁO CÁO KẾT QUẢ CHĂM LO ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG',
  termNumber: (f) => `Số: ${f.number ?? '……/BC-……'}`,
  termPart: (f) => (f.part === 'narrative' ? 'I. Kết quả' : 'II. Số liệu'),
  termCare: (f) =>
    `${termSpanVi(f)}, ${f.name} đã chi ${moneyVi(f.figure.amount, 'lead')} ${mark(f.figure)}${sinceVi(f.figure)} ` +
    `để chăm lo cho đoàn viên, người lao động có hoàn cảnh khó khăn${fromVi(f.figure.sources, fineVi)}.`,
  termRound: ({ figure }) => {
    const [others, occasion] = [partners(figure.sources), occasionVi(figure)];
    const who =
      others.length === 0 ? 'Công đoàn đã trao' : `Công đoàn phối hợp với ${others.join(', ')} đã trao`;
    return (
      `${occasion}, ${who} ${two(figure.count)} suất quà với tổng số tiền ${fineVi(figure.amount)} ${mark(figure)}${sinceVi(figure)} ` +
      `cho đoàn viên, người lao động có hoàn cảnh khó khăn${fromVi(figure.sources, fineVi)}.`
    );
  },
  termHelp: ({ hardship, visit }) => {
    const parts = [
      ...(hardship === undefined
        ? []
        : [
            `hỗ trợ ${two(hardship.count)} trường hợp đoàn viên, người lao động gặp khó khăn với số tiền ${fineVi(hardship.amount)} ${mark(hardship)}${sinceVi(hardship)}${fromVi(hardship.sources, fineVi)}`,
          ]),
      ...(visit === undefined
        ? []
        : [
            `thăm hỏi ${two(visit.count)} lượt đoàn viên với số tiền ${fineVi(visit.amount)} ${mark(visit)}${sinceVi(visit)}${fromVi(visit.sources, fineVi)}`,
          ]),
    ];
    return `Bên cạnh đó, Công đoàn đã ${parts.join('; ')}.`;
  },
  termHomes: ({ figure }) =>
    `Vận động, hỗ trợ đoàn viên, người lao động có hoàn cảnh khó khăn xây ${two(figure.count)} nhà Mái ấm Công đoàn ` +
    `với số tiền là ${fineVi(figure.amount)} ${mark(figure)}${sinceVi(figure)}${fromVi(figure.sources, fineVi)}.`,
  termGiven: ({ figures }) =>
    `Đoàn viên, người lao động, các tập thể và cá nhân đã ủng hộ, đóng góp ${figures
      .map((each) => `${vnd(each.amount)} vào ${inside(each.name)}${sinceVi(each)} ${mark(each)}`)
      .join('; ')}.`,
  termAllocated: ({ figures }) =>
    `Tiếp nhận kinh phí của ${figures
      .map(
        (each) =>
          `${partners(each.sources).join(', ') || 'cấp trên'} ${vnd(each.amount)}${sinceVi(each)} ${mark(each)}`,
      )
      .join('; ')}.`,
  termRemitted: ({ above, figures }) =>
    `Nộp, ủng hộ ${above || 'công đoàn cấp trên'} ${figures
      .map((each) => `${vnd(each.amount)} từ ${inside(each.name)}${sinceVi(each)} ${mark(each)}`)
      .join('; ')}.`,
  termNothing: (f) => `${termSpanVi(f)}, ${f.name} chưa có khoản chăm lo nào được ghi sổ.`,
  termMarks: () =>
    'Số trong ngoặc vuông là số thứ tự trong bảng số liệu và phụ lục. Trong lời văn, “hơn” là số đã làm tròn xuống; không có “hơn” là đúng số đó.',
  termBookFrom: (f) => `Sổ bắt đầu từ ngày ${formatDay(f.day)}; số liệu trước ngày đó không có trong sổ.`,
  termPast: (f) =>
    `Ngoài ra, danh sách trợ cấp trước khi mở sổ có ${two(f.count)} khoản, ${vnd(f.amount)} (từ ngày ${formatDay(f.from)} đến ngày ${formatDay(f.to)}); các khoản này không có chứng từ trong sổ nên không tính vào số liệu trên.`,
  termUpTo: (f) => `Số liệu tính đến hết ngày ${formatDay(f.day)}.`,
  termPrevious: (f) => `Kỳ trước: từ ngày ${formatDay(f.from)} đến ngày ${formatDay(f.to)}.`,
  termNoPrevious: () => 'Sổ không có số liệu của kỳ trước để so sánh.',
  termWhat: (f) => named(WHAT_VI[f.kind], f.name),
  termMeasure: (f) => MEASURE_VI[f.kind],
  termDays: (f) => `${formatDay(f.from)} – ${formatDay(f.to)}`,
  termAnnex: () => 'PHỤ LỤC: CHỨNG TỪ CỦA TỪNG SỐ LIỆU',
  termAnnexTab: () => 'Phụ lục',
  termAnnexOf: (f) =>
    `[${f.mark}] ${named(WHAT_VI[f.kind], f.name)}, từ ${formatDay(f.from)} đến ${formatDay(f.to)} (${MEASURE_VI[f.kind]})`,
  termAnnexSum: (f) => `Cộng [${f.mark}]`,
  termDecision: (f) => `Nguồn khác chi trực tiếp, theo ${f.number || 'danh sách'}`,
  termSources: (f) =>
    f.sources
      .map(({ section, name, amount }) =>
        f.sources.length === 1
          ? section === 'own'
            ? 'Quỹ của đơn vị'
            : name || 'Nguồn khác'
          : `${section === 'own' ? 'Quỹ của đơn vị' : name || 'Nguồn khác'}: ${formatDong(amount, 'vi')}`,
      )
      .join('\n'),
  termCopies: () => 'Nơi nhận:',
  termCopyTo: (f) => `- ${f.name} (để báo cáo);`,
  termCopyKept: () => '- Lưu: VT, TC.',
};

/** `Trong 6 tháng đầu năm 2024`, `Từ tháng 10/2018 đến tháng 09/2020`. */
const periodVi = (label: string): string =>
  label.includes('..') ? spanVi(label) : `Trong ${inside(spanVi(label))}`;

interface Called {
  readonly label: string;
  /** What a union calls the period, where that is not its months. */
  readonly called?: string | undefined;
}

/** `Trong nửa nhiệm kỳ 2018–2023 (từ tháng 10/2018 đến tháng 09/2020)`. */
const termSpanVi = ({ label, called }: Called): string =>
  called === undefined ? periodVi(label) : `Trong ${called} (${inside(spanVi(label))})`;

/** `In the first half of 2024`, `From 10/2018 to 09/2020`. */
function termSpanEn({ label, called }: Called): string {
  if (called !== undefined) return `In the ${called} (${inside(spanEn(label))})`;
  const [, year = '', part = ''] = /^(\d{4})-?(.*)$/.exec(label) ?? [];
  if (label.includes('..')) return `From ${label.split('..').map(formatDay).join(' to ')}`;
  if (part === '') return `In ${year}`;
  if (part.startsWith('H')) return `In the ${part === 'H1' ? 'first' : 'second'} half of ${year}`;
  if (part.startsWith('Q')) return `In quarter ${part.slice(1)} of ${year}`;
  return `In ${formatDay(label)}`;
}

const occasionVi = ({ name, tet }: SaidFigure): string =>
  tet !== undefined || /^T\u1ebft/i.test(name)
    ? `Nhân dịp ${name}`
    : name === ''
      ? 'Trong kỳ'
      : `Thực hiện đợt “${name}”`;

export const termEn: TermTexts = {
  termCalled: (f) =>
    f.called === undefined ? spanEn(f.label) : `${capital(f.called)} (${inside(spanEn(f.label))})`,
  termTitle: () => 'REPORT ON CARE FOR MEMBERS AND WORKERS',
  termNumber: (f) => `No.: ${f.number ?? '……'}`,
  termPart: (f) => (f.part === 'narrative' ? 'I. Results' : 'II. Figures'),
  termCare: (f) =>
    `${termSpanEn(f)}, ${f.name} spent ${moneyEn(f.figure.amount, 'lead')} ${mark(f.figure)}${sinceEn(f.figure)} ` +
    `on members and workers in hardship${fromEn(f.figure.sources, fineEn)}.`,
  termRound: ({ figure }) => {
    const others = partners(figure.sources);
    const together = others.length === 0 ? '' : ` together with ${others.join(', ')}`;
    return (
      `${figure.name === '' ? 'In the period' : `For ${figure.name}`}, it gave${together} ${counted(figure.count, 'gift')} worth ` +
      `${fineEn(figure.amount)} in all ${mark(figure)}${sinceEn(figure)} to members and workers in hardship${fromEn(figure.sources, fineEn)}.`
    );
  },
  termHelp: ({ hardship, visit }) => {
    const parts = [
      ...(hardship === undefined
        ? []
        : [
            `supported ${hardship.count} ${hardship.count === 1 ? 'case' : 'cases'} of hardship with ${fineEn(hardship.amount)} ${mark(hardship)}${sinceEn(hardship)}${fromEn(hardship.sources, fineEn)}`,
          ]),
      ...(visit === undefined
        ? []
        : [
            `made ${visit.count} ${visit.count === 1 ? 'visit' : 'visits'} to members with ${fineEn(visit.amount)} ${mark(visit)}${sinceEn(visit)}${fromEn(visit.sources, fineEn)}`,
          ]),
    ];
    return `Besides, it ${parts.join(' and ')}.`;
  },
  termHomes: ({ figure }) =>
    `It raised money for and supported ${figure.count} Union ${figure.count === 1 ? 'Home' : 'Homes'} with ` +
    `${fineEn(figure.amount)} ${mark(figure)}${sinceEn(figure)}${fromEn(figure.sources, fineEn)}.`,
  termGiven: ({ figures }) =>
    `Members, workers, units and others contributed ${figures
      .map((each) => `${vndEn(each.amount)} to ${each.name}${sinceEn(each)} ${mark(each)}`)
      .join('; ')}.`,
  termAllocated: ({ figures }) =>
    `Received from ${figures
      .map(
        (each) =>
          `${partners(each.sources).join(', ') || 'the union above'}: ${vndEn(each.amount)}${sinceEn(each)} ${mark(each)}`,
      )
      .join('; ')}.`,
  termRemitted: ({ above, figures }) =>
    `Remitted to ${above || 'the union above'}: ${figures
      .map((each) => `${vndEn(each.amount)} from ${each.name}${sinceEn(each)} ${mark(each)}`)
      .join('; ')}.`,
  termNothing: (f) => `${termSpanEn(f)}, ${f.name} has booked no support yet.`,
  termMarks: () =>
    'Numbers in brackets are those of the table and the annex. In the text, “more than” stands before an amount rounded down; without it the amount is exact.',
  termBookFrom: (f) => `The book begins on ${formatDay(f.day)}; it has nothing of earlier days.`,
  termPast: (f) =>
    `Besides, the list of benefits before the book has ${f.count}, ${vndEn(f.amount)} (${formatDay(f.from)} to ${formatDay(f.to)}); they have no vouchers in the book and are not counted above.`,
  termUpTo: (f) => `Figures up to ${formatDay(f.day)}.`,
  termPrevious: (f) => `Period before: ${formatDay(f.from)} to ${formatDay(f.to)}.`,
  termNoPrevious: () => 'The book has nothing of the period before to compare with.',
  termWhat: (f) => named(WHAT_EN[f.kind], f.name),
  termMeasure: (f) => MEASURE_EN[f.kind],
  termDays: (f) => `${formatDay(f.from)} – ${formatDay(f.to)}`,
  termAnnex: () => 'ANNEX: WHAT STANDS BEHIND EACH FIGURE',
  termAnnexTab: () => 'Annex',
  termAnnexOf: (f) =>
    `[${f.mark}] ${named(WHAT_EN[f.kind], f.name)}, ${formatDay(f.from)} to ${formatDay(f.to)} (${MEASURE_EN[f.kind]})`,
  termAnnexSum: (f) => `Sum of [${f.mark}]`,
  termDecision: (f) => `Given directly by others, by ${f.number || 'list'}`,
  termSources: (f) =>
    f.sources
      .map(({ section, name, amount }) => {
        const from = section === 'own' ? 'Own funds' : name || 'Others';
        return f.sources.length === 1 ? from : `${from}: ${formatDong(amount, 'en')}`;
      })
      .join('\n'),
  termCopies: () => 'Copies:',
  termCopyTo: (f) => `- ${f.name};`,
  termCopyKept: () => '- File.',
};

type Columns = { readonly [K in TermColumn]: string };

export const TERM_COLUMNS_VI: Columns = {
  termWhat: 'Số liệu',
  termDays: 'Thời gian',
  termMeasure: 'Đơn vị tính',
  termCount: 'Số lượng',
  termSources: 'Nguồn',
  termCountBefore: 'Số lượng kỳ trước',
  termAmountBefore: 'Số tiền kỳ trước',
  termChange: 'Tăng, giảm',
  termEntries: 'Bút toán',
  termAwards: 'Suất, hồ sơ',
};

export const TERM_COLUMNS_EN: Columns = {
  termWhat: 'Figure',
  termDays: 'Days',
  termMeasure: 'Counted in',
  termCount: 'Number',
  termSources: 'Source',
  termCountBefore: 'Number before',
  termAmountBefore: 'Amount before',
  termChange: 'Change',
  termEntries: 'Entries',
  termAwards: 'Awards',
};
