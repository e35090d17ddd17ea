import type { HomesDone } from './homes.ts';
import { MILESTONE_NAMES, PAPER_NAMES } from './vi-papers.ts';
import { capital, d, day, list } from './vi-terms.ts';

export const homesDone = (): HomesDone => ({
  paperKept: (a) => {
    const had = a.known > 0 ? ` ${a.known} hồ sơ đã có từ trước.` : '';
    if (a.cases.length === 0) return `Không có gì mới: ${PAPER_NAMES[a.paper]} đã có trong ${a.known} hồ sơ.`;
    const cases = a.cases.length <= 5 ? ` (${list(a.cases)})` : '';
    return a.due === undefined
      ? `Đã lưu ${PAPER_NAMES[a.paper]} ngày ${day(a.day)} vào ${a.cases.length} hồ sơ${cases}.${had}`
      : `${a.cases.length} hồ sơ${cases} còn nợ ${PAPER_NAMES[a.paper]}, hạn nộp ${day(a.due)}.${had}`;
  },
  milestone: (a) =>
    `Nhà ${a.case}: ${MILESTONE_NAMES[a.milestone]} ngày ${day(a.day)}, biên bản ${a.minutes}.${a.photos > 0 ? ` Đã lưu ${a.photos} ảnh.` : ''}${a.skipped.length > 0 ? `\nChưa có biên bản ${list(a.skipped.map((each) => MILESTONE_NAMES[each]))}; có thì ghi bổ sung.` : ''}`,
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
          `  ${capital(MILESTONE_NAMES[milestone])} ngày ${day(on)}, biên bản ${minutes}`,
      ),
    ].join('\n'),
  reported: (a) =>
    `Đã lưu ${a.accepted} trong ${a.rows} dòng báo cáo đợt ${a.round}, ${d(a.total)} (danh sách ${a.document}); không ghi vào sổ quỹ.${a.rejected > 0 ? `\nĐể lại ${a.rejected} dòng sai.` : ''}\nĐối chiếu với sổ: phucloi reconcile THÁNG`,
});

/** Stages of houses and papers as cells of a table. */
export const homeValues: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(MILESTONE_NAMES).map(([kind, name]) => [`stage.${kind}`, name]),
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
