import { shortHead } from '../../domain/form.ts';
import type { Refusals } from '../messages.ts';
import type { CollectTexts } from './collect.ts';
import type { FindingTexts } from './findings.ts';
import { cap } from './vi-rule-terms.ts';
import { d, day, list, span } from './vi-terms.ts';

type Codes = Extract<keyof Refusals['failures'], `collect.${string}`>;

const closed = (month: string) => (month === '' ? 'chưa khóa tháng nào' : `khóa đến ${span(month)}`);

export const collectTexts: CollectTexts = {
  collected: ({ books, rehearsed }) => {
    const of = (state: string) => books.filter((each) => each.state === state).length;
    const fresh = books.length - of('same');
    const said = (
      [
        [of('first'), 'lần đầu'],
        [of('newer'), 'mới hơn'],
        [of('restored'), 'thay bản chép bị mất hoặc bị sửa'],
        [of('same'), 'không đổi'],
      ] as const
    )
      .flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
      .join(', ');
    const head =
      fresh === 0
        ? `Không có gì mới: ${books.length} sổ đã thu thập đúng như vậy.`
        : `${rehearsed ? 'Sẽ thu thập' : 'Đã thu thập'} ${fresh} sổ đơn vị: ${said}.`;
    const lines = books.map(
      (book) =>
        `  ${book.unit}: ${closed(book.month)}, mã niêm phong ${shortHead(book.head)}${book.state === 'newer' ? `, thêm ${book.added} thao tác` : ''}${book.state === 'same' ? ' (không đổi)' : ''}`,
    );
    return [head, ...lines].join('\n');
  },
  listed: (a) =>
    `${a.units} đơn vị, đã thu thập sổ của ${a.collected} đơn vị; ${a.behind === 0 ? `tất cả khóa đến ${span(a.period)}` : `còn thiếu ${a.behind} (chưa có sổ, bản chép hỏng, hoặc chưa khóa ${span(a.period)})`}.`,
  locked: (units) =>
    `Thông tin riêng của ${list(units)} đang mã hóa: người của các đơn vị này chỉ so theo họ tên và ngày sinh.`,
  states: {
    whole: 'đủ',
    behind: 'chậm tháng',
    none: 'chưa có sổ',
    missing: 'mất bản chép',
    altered: 'bản chép bị sửa',
  },
};

export const collectFailures: Pick<Refusals['failures'], Codes> = {
  'collect.refused': ({ books, faults }) => [
    `Không thu thập ${books} sổ vì ${faults.length} sổ không nhận được:`,
    'Các sổ đưa cùng một lần thì nhận hết hoặc không nhận sổ nào; chưa có gì được ghi.',
    'Sửa từng sổ nêu trên, hoặc để riêng các sổ ấy ra rồi chạy lại.',
  ],
  'collect.foreign': ({ path }) => [
    `${path} không phải là sổ của phucloi, cũng không phải bản sao lưu của sổ.`,
    'Chỉ thu thập được sổ mà đơn vị lập bằng phucloi init, hoặc bản sao lưu của sổ ấy.',
    'Xin đơn vị đúng tệp sổ (.db) rồi chạy lại.',
  ],
  'collect.schema': ({ path, found, known }) => [
    `Sổ ${path} theo phiên bản sổ ${found}; chương trình này đọc phiên bản sổ ${known}.`,
    'Sổ của ngành và sổ của đơn vị phải cùng phiên bản; tệp của đơn vị không bị động đến.',
    found < known
      ? `Đơn vị nâng cấp sổ rồi gửi lại: phucloi migrate; hoặc nâng cấp bản chép này: phucloi migrate --book ${path}`
      : 'Cài bản mới hơn của chương trình; xem bản đang dùng: phucloi --version',
  ],
  'collect.unit': ({ path, code }) => [
    `Sổ ${path} mang mã đơn vị ${code}, mà danh mục đơn vị không có mã ${code}.`,
    'Chỉ thu thập sổ của đơn vị có trong danh mục của sổ này.',
    `Thêm đơn vị: phucloi unit add --code ${code} --name "TÊN ĐƠN VỊ"; nếu đơn vị đã có dưới mã khác, nêu mã ấy: phucloi collect ${path} --unit MÃ`,
  ],
  'collect.self': ({ path }) => [
    `${path} là chính sổ đang thu thập.`,
    'Sổ của ngành đã nằm trong báo cáo hợp nhất; chỉ thu thập sổ của đơn vị.',
    'Nêu sổ của đơn vị: phucloi collect TỆP',
  ],
  'collect.other': ({ path, unit, day: on }) => [
    `${path} là sổ khác với sổ của đơn vị ${unit} đã thu thập ngày ${day(on)}.`,
    'Mỗi đơn vị chỉ có một sổ, nối tiếp nhau từ lần thu thập trước; không sổ nào thay sổ nào.',
    `Hỏi đơn vị ${unit} đâu là sổ đang dùng; nếu đây là sổ của đơn vị khác, nêu đúng đơn vị: phucloi collect ${path} --unit MÃ`,
  ],
  'collect.copied': ({ path, unit, other }) => [
    `${path} được đưa cho đơn vị ${unit}, nhưng chính sổ này đã thu thập là sổ của đơn vị ${other}.`,
    'Mỗi sổ là của một đơn vị; chép sổ đơn vị này làm sổ mẫu cho đơn vị khác thì hai sổ không phân biệt được.',
    `Đơn vị ${unit} lập sổ của mình từ đầu: phucloi init --code ${unit} --book SỔ-MỚI.db --name "TÊN ĐƠN VỊ" --from THÁNG`,
  ],
  'collect.twice': ({ path, other, unit }) => [
    `${path} và ${other} cùng là sổ của đơn vị ${unit}.`,
    'Mỗi lần thu thập chỉ nhận một sổ của mỗi đơn vị.',
    'Bỏ bớt một tệp: giữ bản mới nhất.',
  ],
  'collect.older': (a) => [
    `${a.path} là bản cũ hơn của sổ đơn vị ${a.unit}: mã niêm phong ${a.newHead}, ${closed(a.newMonth)}, ghi lần cuối ngày ${day(a.newDay)}; đã thu thập mã ${a.head}, ${closed(a.month)}, ghi lần cuối ngày ${day(a.day)}.`,
    'Không nhận bản cũ thay bản mới: sổ thu thập sau phải nối tiếp sổ đã thu thập.',
    `Xin đơn vị ${a.unit} bản sổ đang dùng; nếu sổ đang dùng đã khôi phục từ bản sao lưu cũ, hỏi lại đơn vị trước khi làm gì thêm.`,
  ],
  'collect.forked': (a) => [
    `Sổ ${a.path} của đơn vị ${a.unit} đã rẽ sang hướng khác: mã niêm phong ${a.newHead}, ${closed(a.newMonth)}, ghi lần cuối ngày ${day(a.newDay)}; đã thu thập mã ${a.head}, ${closed(a.month)}, ghi ngày ${day(a.day)}, mà mã ấy không có trong sổ này.`,
    'Sổ thu thập sau phải chứa mọi thao tác của sổ đã thu thập; không chọn hộ bên nào đúng.',
    `Hỏi đơn vị ${a.unit}: sổ đã khôi phục từ bản sao lưu rồi ghi tiếp, hay có hai người cùng ghi hai bản; đối chiếu mã niêm phong với biên bản khóa sổ đã ký.`,
  ],
  'collect.head': ({ path, unit, head, month }) => [
    `Sổ ${path} của đơn vị ${unit} (${closed(month)}) không có mã niêm phong ${head}.`,
    'Mã trong biên bản khóa sổ đã ký phải là một mã mà sổ đã có.',
    'Đọc lại biên bản từng nhóm bốn ký tự; nếu chép đúng thì đây không phải là sổ đã khóa: hỏi lại đơn vị.',
  ],
  'collect.empty': ({ path }) => [
    `Thư mục ${path} không có sổ nào (.db, .db.age).`,
    'Thư mục để thu thập phải có sổ hoặc bản sao lưu của các đơn vị.',
    'Nêu đúng thư mục, hoặc nêu từng tệp: phucloi collect TỆP…',
  ],
};

const paper = (document: string) => (document === '' ? 'không ghi số văn bản' : `văn bản ${document}`);

type Kinds =
  `${'copy' | 'grant' | 'remitted'}.${string}` | `unit.${'open' | 'quota' | 'norm'}` | 'person.units';

/** What the view of many books finds. */
export const collectFindings: Pick<
  FindingTexts['findings'],
  Extract<keyof FindingTexts['findings'], Kinds>
> = {
  'copy.missing': (f) => `Đơn vị ${f.unit}: chưa có sổ, hoặc bản chép đã mất.`,
  'copy.altered': (f) => `Đơn vị ${f.unit}: bản chép không còn đúng như lúc thu thập.`,
  'unit.open': (f) => `Đơn vị ${f.unit}: sổ ${closed(f.month)}, chưa khóa ${span(f.period)}.`,
  'person.units': (f) =>
    `Suất ${f.award} của ${f.unit} và suất ${f.otherAward} của ${f.other} (đợt ${f.round}): ${f.by === 'id' ? 'cùng số định danh' : 'cùng họ tên, ngày sinh; có thể là một người'}.`,
  'unit.quota': (f) =>
    `Đơn vị ${f.unit}, đợt ${f.round}: đã duyệt ${f.people} người, ${d(f.total)}; được phân ${[...(f.most === undefined ? [] : [`${f.most} người`]), ...(f.quota === undefined ? [] : [d(f.quota)])].join(', ')}.`,
  'unit.norm': (f) =>
    `Suất ${f.award} của ${f.unit}: ${d(f.total)}, quy định ${f.rule} của ngành cho ${cap(f.allowed)}.`,
  'grant.missing': (f) =>
    `Đã cấp cho ${f.unit} ${d(f.given)} ngày ${day(f.day)} (${paper(f.document)}); sổ đơn vị chưa ghi nhận.`,
  'grant.differs': (f) =>
    `Cấp cho ${f.unit} ${d(f.given)} (${paper(f.document)}); sổ đơn vị ghi nhận ${d(f.received)}.`,
  'grant.twice': (f) =>
    `Cấp cho ${f.unit} ${d(f.given)} (${paper(f.document)}); sổ đơn vị ghi nhận ${f.times} lần, cộng ${d(f.received)}.`,
  'grant.unknown': (f) =>
    `Đơn vị ${f.unit} ghi nhận ${d(f.received)} cấp trên cấp ngày ${day(f.day)} (${paper(f.document)}); sổ ngành không có khoản cấp ấy.`,
  'remitted.missing': (f) =>
    `Đơn vị ${f.unit} đã nộp ${d(f.remitted)} ngày ${day(f.day)} (${paper(f.document)}); sổ ngành chưa ghi thu.`,
  'remitted.differs': (f) =>
    `Đơn vị ${f.unit} đã nộp ${d(f.remitted)} (${paper(f.document)}); sổ ngành ghi thu ${d(f.taken)}.`,
};
