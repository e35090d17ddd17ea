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
  dossier: (a) =>
    [
      `Nhà ${a.case}${a.cost === undefined ? '' : `: tổng chi phí ${d(a.cost)}`}`,
      `Nguồn: ${list(
        [
          [a.own, 'quỹ của đơn vị'],
          [a.held, 'quỹ giữ hộ'],
          [a.unnamed, 'chưa rõ quỹ nào chi'],
          [a.outside, 'nguồn khác góp trực tiếp'],
        ].flatMap(([amount, name]) => (amount === 0 ? [] : [`${name} ${d(Number(amount))}`])),
      )}.${a.open === undefined || a.open === 0 ? '' : a.open > 0 ? ` Còn ${d(a.open)} chưa có nguồn.` : ` Góp nhiều hơn chi phí ${d(-a.open)}.`}`,
      ...a.instalments.map(
        (part) =>
          `  Đợt chi ${part.line}: ${d(part.amount)}${part.needs === undefined ? '' : `, khi có ${PAPER_NAMES[part.needs]}`} – ${part.paidOn === undefined ? 'chưa chi' : `chi ngày ${day(part.paidOn)}${part.signedOn === undefined ? ', chưa ký nhận' : `, ký nhận ngày ${day(part.signedOn)}`}`}`,
      ),
      ...(a.handedBack > 0 ? [`Đã nộp lại ${d(a.handedBack)}.`] : []),
      'Giấy tờ:',
      ...a.papers.map(
        ({ paper, number, day: dated, due }) =>
          `  ${capital(PAPER_NAMES[paper])}${due === undefined ? ` số ${number}, ngày ${day(dated)}` : `: hẹn nộp trước ${day(due)}`}`,
      ),
      ...(a.missing.length > 0 ? [`  Còn thiếu: ${list(a.missing.map((kind) => PAPER_NAMES[kind]))}`] : []),
      'Mốc xây dựng:',
      ...(a.milestones.length === 0 ? ['  chưa có'] : []),
      ...a.milestones.map(
        ({ milestone, day: on, minutes }) =>
          `  ${capital(reached(milestone))} ngày ${day(on)}, biên bản ${minutes}`,
      ),
    ].join('\n'),
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
