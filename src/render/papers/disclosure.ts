import type { ProgrammeKind } from '../../domain/award.ts';
import type {
  DisclosureColumn,
  DisclosureLines,
  DisclosurePart,
} from '../../report/papers/disclosure-lines.ts';
import type { DisclosureLevel } from '../../report/disclosure.ts';
import type { LineFacts } from '../../report/papers/line.ts';
import { formatDay, formatDong } from '../figures.ts';
import { capital, vnd, vndEn } from './terms.ts';

type DisclosureTexts = { readonly [K in keyof DisclosureLines]: (facts: LineFacts[K]) => string };

const LEVELS_VI: { readonly [L in DisclosureLevel]: string } = {
  public: 'CÔNG KHAI QUỸ VÀ KẾT QUẢ CHĂM LO',
  members: 'CÔNG KHAI QUỸ VÀ KẾT QUẢ CHĂM LO TRONG ĐOÀN VIÊN',
  committee: 'SỐ LIỆU QUỸ VÀ CHĂM LO TRÌNH BAN CHẤP HÀNH',
  inspector: 'SỐ LIỆU QUỸ VÀ CHĂM LO PHỤC VỤ KIỂM TRA',
};
const LEVELS_EN: { readonly [L in DisclosureLevel]: string } = {
  public: 'FUNDS AND SUPPORT, FOR THE PUBLIC',
  members: 'FUNDS AND SUPPORT, FOR MEMBERS',
  committee: 'FUNDS AND SUPPORT, FOR THE COMMITTEE',
  inspector: 'FUNDS AND SUPPORT, FOR INSPECTORS',
};
const PARTS_VI: { readonly [P in DisclosurePart]: readonly [title: string, tab: string] } = {
  funds: ['QUỸ', 'Quỹ'],
  units: ['SỐ NGƯỜI ĐƯỢC CHĂM LO THEO ĐƠN VỊ', 'Theo đơn vị'],
  people: ['DANH SÁCH NGƯỜI ĐƯỢC CHĂM LO', 'Người nhận'],
  givers: ['DANH SÁCH TẬP THỂ, CÁ NHÂN ỦNG HỘ', 'Ủng hộ'],
  inspection: ['SAI LỆCH ĐÃ CHẤP NHẬN VÀ MÃ NIÊM PHONG CỦA SỔ', 'Kiểm tra'],
  findings: ['Sai lệch đã được chấp nhận', ''],
  heads: ['Mã niêm phong từng tháng', ''],
};
const PARTS_EN: { readonly [P in DisclosurePart]: readonly [title: string, tab: string] } = {
  funds: ['FUNDS', 'Funds'],
  units: ['PEOPLE SUPPORTED, BY UNIT', 'By unit'],
  people: ['PEOPLE SUPPORTED', 'People'],
  givers: ['WHO CONTRIBUTED', 'Contributors'],
  inspection: ['DIFFERENCES ACCEPTED AND HEADS OF THE CHAIN', 'Inspection'],
  findings: ['Differences accepted', ''],
  heads: ['Head of each month', ''],
};
const KINDS_VI: { readonly [K in ProgrammeKind]: string } = {
  gift: 'tặng quà',
  hardship: 'hỗ trợ khó khăn',
  visit: 'thăm hỏi',
  home: 'Mái ấm Công đoàn',
};
const KINDS_EN: { readonly [K in ProgrammeKind]: string } = {
  gift: 'gifts',
  hardship: 'hardship support',
  visit: 'visits',
  home: 'Union Homes',
};

const kindsVi = (kinds: readonly ProgrammeKind[]): string =>
  capital(kinds.map((kind) => KINDS_VI[kind]).join(', '));
const kindsEn = (kinds: readonly ProgrammeKind[]): string =>
  capital(kinds.map((kind) => KINDS_EN[kind]).join(', '));

/** The sentences of what is made public, by level. */
export const disclosureVi: DisclosureTexts = {
  disTitle: (f) => LEVELS_VI[f.level],
  disPart: (f) => PARTS_VI[f.part][0],
  disTab: (f) => PARTS_VI[f.part][1],
  disWhy: (f) => f.why,
  disSource: (f) => `Căn cứ (chưa đối chiếu): ${f.source}`,
  disProgramme: (f) =>
    `– ${kindsVi(f.kinds)}: ${f.people === undefined ? `dưới ${f.least} người` : `${f.people} người`}${
      f.amount === undefined ? ' (số tiền tính trong phần chi của các quỹ)' : `, ${vnd(f.amount)}`
    }.`,
  disKinds: (f) => kindsVi(f.kinds),
  disHidden: () => '*',
  disRest: () => 'Các đơn vị có dấu * (gộp)',
  disFew: (f) => `dưới ${f.least}`,
  disGroupedNote: (f) =>
    `Dấu *: đơn vị có ít người (dưới ${f.least}) hoặc không có người nào, gộp cùng đơn vị nhỏ kế tiếp để không suy ra được số của từng đơn vị.`,
  disGiver: (f) => `${f.name}: ${formatDong(f.amount, 'vi')} đồng${f.last ? '.' : ';'}`,
  disOthers: (f) => `Một số cá nhân khác: ${formatDong(f.amount, 'vi')} đồng.`,
  disGiversTotal: (f) => `Tổng cộng: ${vnd(f.amount)}.`,
  disMasked: () => 'Người được hỗ trợ vì hoàn cảnh khó khăn, ốm đau chỉ ghi chữ đầu của họ tên.',
  disHead: (f) => `– Tháng ${formatDay(f.month)}: ${f.head}`,
  disOpenMonth: (f) => `– Tháng ${formatDay(f.month)}: chưa khóa sổ`,
  disFundsTotal: (f) => (f.kind === 'own' ? 'Cộng quỹ của đơn vị' : 'Cộng tiền giữ hộ'),
  disDates: (f) => `Từ ngày ${formatDay(f.from)} đến ngày ${formatDay(f.to)}`,
};

export const disclosureEn: DisclosureTexts = {
  disTitle: (f) => LEVELS_EN[f.level],
  disPart: (f) => PARTS_EN[f.part][0],
  disTab: (f) => PARTS_EN[f.part][1],
  disWhy: (f) => f.why,
  disSource: (f) => `Basis (not verified): ${f.source}`,
  disProgramme: (f) =>
    `– ${kindsEn(f.kinds)}: ${f.people === undefined ? `fewer than ${f.least}` : f.people} people${
      f.amount === undefined ? ' (their money is in what the funds spent)' : `, ${vndEn(f.amount)}`
    }.`,
  disKinds: (f) => kindsEn(f.kinds),
  disHidden: () => '*',
  disRest: () => 'Units marked * together',
  disFew: (f) => `under ${f.least}`,
  disGroupedNote: (f) =>
    `*: units with few people (fewer than ${f.least}) or none, together with the next larger one, so that no unit's number can be worked out.`,
  disGiver: (f) => `${f.name}: ${formatDong(f.amount, 'en')} VND${f.last ? '.' : ';'}`,
  disOthers: (f) => `Other persons: ${formatDong(f.amount, 'en')} VND.`,
  disGiversTotal: (f) => `Total: ${vndEn(f.amount)}.`,
  disMasked: () => 'Those supported in hardship or illness stand with their initials only.',
  disHead: (f) => `– Month ${formatDay(f.month)}: ${f.head}`,
  disOpenMonth: (f) => `– Month ${formatDay(f.month)}: not closed`,
  disFundsTotal: (f) => (f.kind === 'own' ? 'Own funds together' : 'Money held together'),
  disDates: (f) => `${formatDay(f.from)} to ${formatDay(f.to)}`,
};

type Columns = { readonly [K in DisclosureColumn]: string };
export const DISCLOSURE_COLUMNS_VI: Columns = { disIn: 'Thu', disOut: 'Chi' };
export const DISCLOSURE_COLUMNS_EN: Columns = { disIn: 'In', disOut: 'Out' };
