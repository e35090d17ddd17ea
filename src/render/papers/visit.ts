import type { LineFacts } from '../../report/papers/line.ts';
import { VISITS as VISITS_EN } from '../messages/en-cases.ts';
import { VISITS as VISITS_VI } from '../messages/vi-cases.ts';
import type { PaperTexts } from './texts.ts';
import { capital } from './terms.ts';

type VisitLine =
  | 'visit'
  | 'visitFormNo'
  | 'visitForm'
  | 'visitor'
  | 'visited'
  | 'visitedUnit'
  | 'visitReason'
  | 'visitOccasion'
  | 'visitBy'
  | 'visitVoucher';
type VisitTexts = { readonly [K in VisitLine]: (facts: LineFacts[K]) => string };

type VisitSigners = Pick<PaperTexts['signers'], 'approving' | 'visitor'>;

export const visitSignersVi: VisitSigners = {
  approving: { office: ['TM. BAN CHẤP HÀNH', '(DUYỆT)'], hint: '(Ký, họ tên, đóng dấu)' },
  visitor: { office: ['NGƯỜI THĂM HỎI'], hint: '(Ký, họ tên)' },
};
export const visitSignersEn: VisitSigners = {
  approving: { office: ['FOR THE COMMITTEE', '(APPROVED)'], hint: '(Signature, name, seal)' },
  visitor: { office: ['VISITOR'], hint: '(Signature, name)' },
};

const RELATIVES_VI: Readonly<Record<string, string>> = {
  spouse: 'vợ hoặc chồng của đoàn viên',
  parent: 'bố hoặc mẹ của đoàn viên',
  child: 'con của đoàn viên',
};
const RELATIVES_EN: Readonly<Record<string, string>> = {
  spouse: "the member's spouse",
  parent: "a parent of the member's",
  child: "the member's child",
};

function occasion(
  facts: LineFacts['visitOccasion'],
  kinds: Readonly<Record<string, string>>,
  relatives: Readonly<Record<string, string>>,
): string {
  const said = capital(kinds[facts.occasion] ?? facts.occasion);
  const whose = relatives[facts.relative] ?? facts.relative;
  return whose === '' ? said : `${said} (${whose})`;
}

/** The sentences of the visit form C01-TLĐ. */
export const visitVi: VisitTexts = {
  visit: () => 'PHIẾU THĂM HỎI ĐOÀN VIÊN',
  visitFormNo: () => 'Mẫu số C01-TLĐ',
  visitForm: () => '(HD 2212/HD-TLĐ ngày 28/12/2010)',
  visitor: () => 'Họ và tên người thăm hỏi:',
  visited: () => 'Họ và tên người được thăm hỏi:',
  visitedUnit: () => 'Đơn vị:',
  visitReason: () => 'Lý do thăm hỏi:',
  visitOccasion: (f) => occasion(f, VISITS_VI, RELATIVES_VI),
  visitBy: () => 'Căn cứ:',
  visitVoucher: () => 'Chứng từ chi:',
};

export const visitEn: VisitTexts = {
  visit: () => 'VISIT TO A MEMBER',
  visitFormNo: () => 'Form C01-TLĐ',
  visitForm: () => '(Guidance 2212/HD-TLĐ of 28/12/2010)',
  visitor: () => 'Visitor:',
  visited: () => 'Member visited:',
  visitedUnit: () => 'Unit:',
  visitReason: () => 'Occasion:',
  visitOccasion: (f) => occasion(f, VISITS_EN, RELATIVES_EN),
  visitBy: () => 'By:',
  visitVoucher: () => 'Payment voucher:',
};
