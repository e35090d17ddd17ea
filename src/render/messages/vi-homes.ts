import type { PaperKind } from '../../domain/paper.ts';
import type { HomesDone } from './homes.ts';
import { capital, d, day, list } from './vi-terms.ts';

/** Papers of a dossier, inside a sentence. */
export const PAPER_NAMES: { readonly [P in PaperKind]: string } = {
  application: 'đơn đề nghị',
  commune: 'giấy xác nhận của xã',
  letter: 'công văn đề nghị của CĐCS',
  review: 'biên bản họp xét',
  survey: 'biên bản khảo sát',
  land: 'giấy tờ đất',
  identity: 'giấy tờ tùy thân',
  discharge: 'giấy ra viện',
  death: 'giấy chứng tử',
  marriage: 'giấy kết hôn',
  birth: 'giấy khai sinh',
  damage: 'biên bản thiệt hại',
  start: 'biên bản khởi công',
  foundation: 'biên bản xong móng',
  roof: 'biên bản xong mái',
  acceptance: 'biên bản nghiệm thu',
  handover: 'biên bản bàn giao',
};

const MILESTONES: Readonly<Record<string, string>> = {
  start: 'khởi công',
  foundation: 'xong móng',
  roof: 'xong mái',
  acceptance: 'nghiệm thu',
  handover: 'bàn giao',
};

/** A milestone of a house, inside a sentence. */
export const reached = (kind: string) => MILESTONES[kind] ?? kind;

export const homesDone: HomesDone = {
  paperKept: (a) => {
    const had = a.known > 0 ? ` ${a.known} hồ sơ đã có từ trước.` : '';
    if (a.cases.length === 0) return `Không có gì mới: ${PAPER_NAMES[a.paper]} đã có trong ${a.known} hồ sơ.`;
    const cases = a.cases.length <= 5 ? ` (${list(a.cases)})` : '';
    return a.due === undefined
      ? `Đã lưu ${PAPER_NAMES[a.paper]} ngày ${day(a.day)} vào ${a.cases.length} hồ sơ${cases}.${had}`
      : `${a.cases.length} hồ sơ${cases} còn nợ ${PAPER_NAMES[a.paper]}, hạn nộp ${day(a.due)}.${had}`;
  },
  milestone: (a) =>
    `Nhà ${a.case}: ${reached(a.milestone)} ngày ${day(a.day)}, biên bản ${a.minutes}.${a.photos > 0 ? ` Đã lưu ${a.photos} ảnh.` : ''}${a.skipped.length > 0 ? `\nChưa có biên bản ${list(a.skipped.map(reached))}; có thì ghi bổ sung.` : ''}`,
  reported: (a) =>
    `Đã lưu ${a.accepted} trong ${a.rows} dòng báo cáo đợt ${a.round}, ${d(a.total)} (danh sách ${a.document}); không ghi vào sổ quỹ.${a.rejected > 0 ? `\nĐể lại ${a.rejected} dòng sai.` : ''}\nĐối chiếu với sổ: phucloi reconcile THÁNG`,
};

/** Stages of houses and papers as cells of a table. */
export const homeValues: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(MILESTONES).map(([kind, name]) => [`stage.${kind}`, name]),
  ['stage.proposed', 'đề nghị'],
  ['stage.approved', 'chưa khởi công'],
  ...Object.entries(PAPER_NAMES).map(([kind, name]) => [`paper.${kind}`, capital(name)]),
  ['stalled', 'chậm'],
]);

export const homeColumns = {
  stage: 'Giai đoạn',
  since: 'Bước gần nhất',
  paid: 'Đã chi',
  houses: 'Số nhà',
} as const;
