import type { ProgrammeKind } from '../../domain/award.ts';
import type { DecisionLines } from '../../report/papers/decision-lines.ts';
import { datedVi, DOTS, vnd, vndEn } from './terms.ts';
import { formatDay } from '../figures.ts';

type DecisionTexts = { readonly [K in keyof DecisionLines]: (facts: DecisionLines[K]) => string };
/** The amount in words is the union's spelling. */
type Spelled = 'articleAmount';

const GIVES_VI: { readonly [K in ProgrammeKind]: string } = {
  gift: 'tặng quà',
  hardship: 'hỗ trợ khó khăn',
  visit: 'thăm hỏi',
  home: 'hỗ trợ Mái ấm Công đoàn',
};
const GIVES_EN: { readonly [K in ProgrammeKind]: string } = {
  gift: 'gifts',
  hardship: 'hardship support',
  visit: 'visits',
  home: 'Union Home grants',
};
const LONG = DOTS.repeat(3);
const NUMBER_VI = `${DOTS}/QĐ-${DOTS}`;

/** The sentences of a decision on support. What the book does not know is left open to be written in. */
export const decisionVi: Omit<DecisionTexts, Spelled> = {
  decisionNo: (f) => `Số: ${f.number ?? NUMBER_VI}`,
  decision: () => 'QUYẾT ĐỊNH',
  decisionOn: (f) => `Về việc ${GIVES_VI[f.kind]}: ${f.round}`,
  decisionBody: (f) => `BAN CHẤP HÀNH ${f.name.toLocaleUpperCase('vi')}`,
  decisionGround: (f) =>
    ({
      charter: 'Căn cứ Điều lệ Công đoàn Việt Nam;',
      regulation: `Căn cứ Quy chế chi tiêu nội bộ ban hành theo ${LONG};`,
      meeting: `Căn cứ biên bản họp xét ngày ${DOTS};`,
      proposal: `Xét đề nghị của ${LONG},`,
    })[f.ground],
  decides: () => 'QUYẾT ĐỊNH:',
  articleGive: (f) =>
    `Điều 1. Chi ${GIVES_VI[f.kind]} cho ${f.people} đoàn viên, người lao động (đợt: ${f.round}), có danh sách kèm theo.`,
  articleSource: () => 'Điều 2. Nguồn kinh phí:',
  sourceOf: (f) => `– ${f.held ? 'Chi hộ từ ' : ''}${f.name} (${f.code}): ${vnd(f.amount)};`,
  sourceOutside: (f) =>
    `– ${f.name === '' || f.name === '*' ? 'Nguồn khác' : f.name} chi trực tiếp: ${vnd(f.amount)};`,
  articleDuty: () =>
    'Điều 3. Thủ quỹ, kế toán, các đơn vị liên quan và những người có tên trong danh sách chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.',
  copiesTo: () => 'Nơi nhận:',
  copyHere: () => '- Như Điều 3;',
  copyAbove: (f) => `- ${f.name} (để báo cáo);`,
  copyUnits: () => '- Các đơn vị có người trong danh sách;',
  copyFile: () => '- Lưu: VT.',
  decisionTab: () => 'Quyết định',
  decisionList: (f) => `DANH SÁCH ĐƯỢC ${GIVES_VI[f.kind].toLocaleUpperCase('vi')}`,
  decisionListTab: () => 'Danh sách',
  withDecision: (f) => `(Kèm theo Quyết định số ${f.number ?? NUMBER_VI} ${datedVi(f.day)} của ${f.name})`,
};

export const decisionEn: DecisionTexts = {
  decisionNo: (f) => `No.: ${f.number ?? NUMBER_VI}`,
  decision: () => 'DECISION',
  decisionOn: (f) => `On ${GIVES_EN[f.kind]}: ${f.round}`,
  decisionBody: (f) => `THE COMMITTEE OF ${f.name.toLocaleUpperCase('vi')}`,
  decisionGround: (f) =>
    ({
      charter: 'By the charter of the Viet Nam trade union;',
      regulation: `by the spending regulation laid down in ${LONG};`,
      meeting: `by the minutes of the meeting on ${DOTS};`,
      proposal: `on the proposal of ${LONG},`,
    })[f.ground],
  decides: () => 'DECIDES:',
  articleGive: (f) =>
    `Article 1. To pay ${GIVES_EN[f.kind]} to ${f.people} ${f.people === 1 ? 'person' : 'people'} (round: ${f.round}) on the list behind.`,
  articleAmount: (f) => `Total: ${vndEn(f.amount)}.`,
  articleSource: () => 'Article 2. Paid from:',
  sourceOf: (f) => `– ${f.name} (${f.code})${f.held ? ', held for others' : ''}: ${vndEn(f.amount)};`,
  sourceOutside: (f) =>
    `– given directly by ${f.name === '' || f.name === '*' ? 'others' : f.name}: ${vndEn(f.amount)};`,
  articleDuty: () =>
    'Article 3. The cashier, the accountant, the units concerned and those on the list carry this decision out. It is in force from the day it is signed.',
  copiesTo: () => 'Copies:',
  copyHere: () => '- as in article 3;',
  copyAbove: (f) => `- ${f.name} (to report);`,
  copyUnits: () => '- units with people on the list;',
  copyFile: () => '- file.',
  decisionTab: () => 'Decision',
  decisionList: (f) => `LIST OF ${GIVES_EN[f.kind].toUpperCase()}`,
  decisionListTab: () => 'List',
  withDecision: (f) =>
    `(To decision ${f.number ?? NUMBER_VI} of ${f.day === undefined ? DOTS : formatDay(f.day)} of ${f.name})`,
};
