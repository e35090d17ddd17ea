import { firstOf, type RoundsDone } from './rounds.ts';
import { d, day, KINDS } from './vi-terms.ts';

const STEPS = { list: 'gửi danh sách', pay: 'chi tiền', sign: 'ký nhận' } as const;

const MOVEMENTS: Readonly<Record<string, string>> = {
  taken: 'giữ lại từ danh sách trước',
  moved: 'giữ lại, đã chuyển đơn vị',
  there: 'đã có trong đợt này',
  paused: 'đang tạm dừng sinh hoạt',
  retired: 'đã nghỉ hưu',
  left: 'đã thôi là đoàn viên',
  died: 'đã mất',
  closed: 'ở đơn vị đã kết thúc hoạt động',
  level: 'chưa có mức cho đối tượng',
  rule: 'trái quy định',
};

/** What is said of rounds. */
export const rounds = (): RoundsDone => ({
  round: (a) =>
    [
      `Đợt ${a.code}: ${a.name}, ${KINDS[a.kind as keyof typeof KINDS]}, ngày ${day(a.day)}.`,
      ...(a.levels.length === 0
        ? []
        : [`Mức: ${a.levels.map(({ category, amount }) => `${category} ${d(amount)}`).join(', ')}.`]),
      ...(a.cutOff === undefined ? [] : [`Tính cho người vào công đoàn đến ngày ${day(a.cutOff)}.`]),
      ...(
        [
          ['Hạn gửi danh sách', a.listBy],
          ['Hạn chi tiền', a.payBy],
          ['Hạn ký nhận', a.signBy],
        ] as const
      ).flatMap(([said, on]) => (on === undefined ? [] : [`${said}: ${day(on)}.`])),
      ...(a.standing === undefined ? [] : [`Căn cứ chi thay quyết định: ${a.standing}.`]),
      a.twice === 'refuse'
        ? 'Người có tên ở danh sách của nguồn thứ hai: không nhận.'
        : 'Người có tên ở danh sách của nguồn thứ hai: thêm một suất của nguồn ấy.',
      ...(a.previous === undefined
        ? []
        : [`Lấy danh sách đợt ${a.previous} làm gốc: phucloi gift renew --round ${a.code}`]),
    ].join('\n'),
  tetNamed: (a) => `${a.name}: mùng 1 Tết là ngày ${day(a.day)}.`,
  roundSet: (a) => `Đã sửa đợt ${a.code}; các suất đã lập giữ nguyên. Xem: phucloi programme show ${a.code}`,
  quota: (a) =>
    `Đợt ${a.round}: đơn vị ${a.unit} được ${[
      ...(a.people === undefined ? [] : [`${a.people} người`]),
      ...(a.amount === undefined ? [] : [d(a.amount)]),
    ].join(', ')}.`,
  progress: (a) =>
    [
      ...a.deadlines.map(
        ({ what, day: on, left, units }) =>
          `Hạn ${STEPS[what]} ${day(on)}: ${left < 0 ? `quá ${-left} ngày` : left === 0 ? 'hôm nay' : `còn ${left} ngày`}${units.length === 0 ? '' : `; chậm ${units.length} đơn vị: ${firstOf(units, 20)}`}.`,
      ),
      ...(a.joined.since === undefined || a.joined.people === 0
        ? []
        : [
            `Có ${a.joined.people} đoàn viên vào công đoàn hoặc mới có tên trong sổ sau danh sách gần nhất (${day(a.joined.since)}), chưa có suất.`,
          ]),
    ].join('\n'),
  enteredPeople: (a) =>
    a.relatives + a.workers === 0
      ? ''
      : `\nGhi thêm vào sổ: ${[
          ...(a.relatives > 0 ? [`${a.relatives} thân nhân của đoàn viên`] : []),
          ...(a.workers > 0 ? [`${a.workers} người lao động chưa vào công đoàn`] : []),
        ].join(', ')}.`,
  renewed: (a) =>
    [
      `Đợt ${a.round} lấy danh sách đợt ${a.from} làm gốc: đề nghị ${a.accepted} người.`,
      ...a.counts.map(({ movement, people }) => {
        const named = a.people
          .filter((each) => each.movement === movement)
          .map(({ member, rule }) => (rule === undefined ? member : `${member} (${rule})`));
        const codes = movement === 'taken' ? '' : `: ${firstOf(named, 20)}`;
        return `  ${people} người ${MOVEMENTS[movement] ?? movement}${codes}.`;
      }),
      `Chi từ quỹ của đơn vị: ${d(a.own)}. Tổng chăm lo mọi nguồn: ${d(a.total)}.`,
    ].join('\n'),
});

export const ROUND_COLUMNS = {
  quota: 'Chỉ tiêu',
  proposed: 'Đề nghị',
  approved: 'Đã duyệt',
  handed: 'Giao phát',
  paid: 'Đã chi',
  refused: 'Không duyệt',
  cancelled: 'Đã hủy',
  own: 'Chi từ quỹ đơn vị',
  late: 'Chậm',
  listBy: 'Hạn danh sách',
  payBy: 'Hạn chi',
  signBy: 'Hạn ký nhận',
};

export const ROUND_VALUES = { 'late.list': 'danh sách', 'late.pay': 'chi tiền', 'late.sign': 'ký nhận' };
