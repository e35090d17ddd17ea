/**
 * Makes the sample book's lists in data/sample. Everybody and everything in them is made up. The same code gives the
 * same bytes on any day and machine; every total is checked before anything is written. Run: node scripts/sample.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const FOLDER = join(import.meta.dirname, '..', 'data', 'sample');
const ENTITY = 'Công đoàn ngành Y tế tỉnh Nam Sơn';
const LETTERHEAD = ['LIÊN ĐOÀN LAO ĐỘNG TỈNH NAM SƠN', 'CÔNG ĐOÀN NGÀNH Y TẾ TỈNH NAM SƠN'];
const UNIT = 'Công đoàn cơ sở';

/** Code, place, members, and what the unit paid into the social fund; one printed thousands of đồng as đồng. */
const UNITS = [
  ['BVDK', 'Bệnh viện Đa khoa tỉnh Nam Sơn', 512, 215_125_000],
  ['BVPS', 'Bệnh viện Phụ sản tỉnh Nam Sơn', 248, 68_400_000],
  ['BVYDCT', 'Bệnh viện Y dược cổ truyền tỉnh Nam Sơn', 176, 41_250_000],
  ['BVDKST', 'Bệnh viện Đa khoa huyện Suối Trắng', 214, 52_750_000],
  ['TTKSBT', 'Trung tâm Kiểm soát bệnh tật tỉnh Nam Sơn', 158, 36_900_000],
  ['TTYT01', 'Trung tâm Y tế huyện Suối Trắng', 196, 45_600_000],
  ['TTYT02', 'Trung tâm Y tế huyện Đồi Mây', 184, 39_850_000],
  ['TTYT03', 'Trung tâm Y tế huyện Thung Xanh', 167, 33_200_000],
  ['TTYT04', 'Trung tâm Y tế huyện Bến Sậy', 142, 27_500_000],
  ['TTYT05', 'Trung tâm Y tế thị xã Hồ Sen', 103, 1_416_882],
  ['TTKN', 'Trung tâm Kiểm nghiệm tỉnh Nam Sơn', 32, 12_350_000],
  ['VPSYT', 'Cơ quan Sở Y tế tỉnh Nam Sơn', 46, 18_000_000],
].map(([code, place, members, paid]) => {
  return { code, place, members, paid, name: `${UNIT} ${place}`, kind: UNIT, parent: '' };
});

/** Numbers in [0, 1) by mulberry32. Each list draws from its own stream, so that changing one leaves the others. */
function stream(name) {
  let state = 0;
  for (const letter of name) state = (Math.imul(state, 31) + letter.codePointAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random, first, last) => first + Math.floor(random() * (last - first + 1));
const pick = (random, choices) => choices[Math.floor(random() * choices.length)];
const repeated = (count, value) => Array.from({ length: count }, () => value);
const utc = (year, month, day) => new Date(Date.UTC(year, month - 1, day));

function shuffled(random, items) {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** A word written twice is drawn twice as often. */
const SURNAMES =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Hoàng Vũ Võ Phan Trương Bùi Đặng Đỗ Ngô Hồ Dương Đinh Lý Mai Hà Tạ Lưu';
const WOMEN = {
  middle: 'Thị Thị Thị Thị Ngọc Thu Thanh Hoài Bích Kiều Diệu Thùy Như Hải Khánh',
  given:
    'Hoa Hương Hạnh Hằng Hiền Huyền Lan Liên Loan My Nga Nguyệt Nhung Oanh Phượng Quyên Quỳnh Tâm Thảo Thoa Thu Thúy Thủy Trang Trinh Tuyết Vy Yến Yên Dung Duyên Giang Hậu Hòa Ngà Uyên',
};
const MEN = {
  middle: 'Văn Văn Văn Đức Minh Quang Hữu Thanh Công Anh Xuân Hoàng Duy Trung Bá Mạnh',
  given:
    'An Bảo Dũng Duy Đạt Định Đông Hoàn Hùng Huy Khánh Khoa Lâm Lộc Nam Nghĩa Nhân Phong Phương Quyết Quý Tài Tân Thái Thành Thắng Thịnh Toàn Trung Tú Tùng Việt Vinh',
};

function nameOf(random) {
  const { middle, given } = random() < 0.72 ? WOMEN : MEN;
  const name = [SURNAMES, middle, given].map((words) => pick(random, words.split(' ')));
  // Nobody is called `Mai Thu Thu`.
  return new Set(name).size === name.length ? name.join(' ') : nameOf(random);
}

function makeRoll() {
  const random = stream('roll');
  return UNITS.flatMap((unit) => repeated(unit.members, unit.name)).map((unit, index) => {
    const year = between(random, 1966, 2000);
    const born = utc(year, between(random, 1, 12), between(random, 1, 28));
    const joinedIn = Math.min(year + between(random, 22, 28), 2023);
    const joined = utc(joinedIn, between(random, 1, 12), pick(random, [1, 15]));
    return { code: `DV${String(index + 1).padStart(4, '0')}`, name: nameOf(random), unit, born, joined };
  });
}

/**
 * Numbers that nobody has: cards with a serial below a thousand and phones of a prefix that was given up; accounts begin
 * with zeros. Those who were given money by transfer have an account.
 */
function withNumbers(roll) {
  const random = stream('numbers');
  return roll.map((person, index) => {
    const digits = (count) => String(between(random, 0, 10 ** count - 1)).padStart(count, '0');
    const year = String(person.born.getUTCFullYear());
    const mark = year < '2000' ? 1 : 3;
    const serial = String(index + 1).padStart(4, '0');
    return {
      ...person,
      id: `001${mark}${year.slice(2)}00${serial}`,
      phone: `0199 ${digits(3)} ${digits(3)}`,
      account: index % 4 === 0 ? `0000${digits(9)}` : null,
      bank: index % 4 === 0 ? 'Ngân hàng Đồi Mây' : null,
    };
  });
}

/** Why twelve people are given support: what no list, paper or message may tell. */
const REASONS = [
  'Ung thư vú giai đoạn II, đang truyền hóa chất',
  'Suy thận mạn, chạy thận ba buổi một tuần',
  'U não, mổ lần hai ở tuyến trung ương',
  'Ngã cầu thang khi trực đêm, gãy xương đùi',
  'Tai nạn giao thông trên đường đi làm, chấn thương sọ não',
  'Bỏng tay do nổ bình oxy ở phòng thủ thuật',
  'Nhà tốc mái hoàn toàn sau cơn bão số 2',
  'Cháy bếp lan hết gian nhà chính, mất toàn bộ đồ đạc',
  'Chồng mất, một mình nuôi ba con nhỏ và mẹ chồng liệt',
  'Con trai tự kỷ, nghỉ việc không lương để chăm con',
  'Bố mẹ già tai biến, nợ tiền viện phí chưa trả được',
  'Chồng nghiện rượu bỏ đi, đang ở nhờ nhà bà ngoại',
];

/** What the 344 people get at Tet, and from whom: the union's own fund, the federation above, or both. */
const TET = [
  ...repeated(226, { category: 'HCKK', own: 500_000, above: 0 }),
  ...repeated(100, { category: 'HCKK', own: 0, above: 500_000 }),
  ...repeated(18, { category: 'ĐBKK', own: 500_000, above: 500_000 }),
];

const amounts = (table) =>
  Object.entries(table).flatMap(([category, each]) => each.map((amount) => ({ category, amount })));

const HARDSHIPS = amounts({
  'bệnh hiểm nghèo': [3_000_000, 3_000_000, 2_500_000],
  'tai nạn': [2_500_000, 2_000_000, 2_000_000],
  'thiên tai, hỏa hoạn': [2_000_000, 2_000_000],
  'hoàn cảnh khó khăn': [1_500_000, 1_500_000, 1_500_000, 1_000_000],
});

const HOMES = amounts({
  'xây mới': [30_000_000, 25_000_000, 25_000_000],
  'sửa chữa': repeated(5, 20_000_000),
});

/** Gives each benefit to a member of its own: nobody stands in two of the three lists. */
function makeBenefits(roll) {
  const drawn = shuffled(stream('benefits'), roll);
  const byCode = (a, b) => (a.code < b.code ? -1 : 1);
  const give = (benefits) => benefits.map((benefit) => ({ ...drawn.pop(), ...benefit })).sort(byCode);
  return { tet: give(TET), hardships: give(HARDSHIPS), homes: give(HOMES) };
}

const ANONYMOUS = 'Mạnh thường quân';

/** The four lists of the appeal: who gives, on which days of 2024, and what the list adds up to. */
const APPEAL = [
  {
    month: 1,
    days: [9, 12, 17, 24],
    total: 43_360_000,
    memo: 'Ủng hộ Quỹ Mái ấm Công đoàn',
    units: ['BVDK', 'BVPS', 'BVYDCT', 'TTKSBT', 'TTYT01', 'TTYT02', 'VPSYT'],
    firms: ['Công ty TNHH Dược phẩm Suối Trắng\n(chi nhánh Nam Sơn)', 'Công ty Cổ phần Vật tư Y tế Mây Ngàn'],
    groups: ['Tập thể khoa Hồi sức tích cực,\nBệnh viện Đa khoa tỉnh Nam Sơn'],
    persons: 11,
    anonymous: ['gửi tại hội nghị', 'gửi qua văn phòng'],
  },
  {
    month: 3,
    days: [5, 8, 19],
    total: 40_450_000,
    memo: 'Ủng hộ xây nhà Mái ấm Công đoàn',
    units: ['BVDKST', 'TTYT03', 'TTYT04', 'TTKN'],
    firms: ['Công ty TNHH Xây dựng Thung Xanh', 'Nhà thuốc Cỏ May'],
    groups: ['Câu lạc bộ Thầy thuốc trẻ Nam Sơn'],
    persons: 13,
    anonymous: [],
    twice: 500_000,
  },
  {
    month: 4,
    days: [10, 16, 26],
    total: 38_600_000,
    inWords: 'Ba mươi tám triệu sáu trăm nghìn đồng',
    memo: 'Góp nhà Mái ấm Công đoàn năm 2024',
    units: ['BVDK', 'BVPS', 'TTYT02', 'TTYT05'],
    firms: ['Công ty Cổ phần Thiết bị Đồi Mây\n(trụ sở thị xã Hồ Sen)', 'Công ty TNHH Thương mại Bến Sậy'],
    groups: ['Phòng khám Hoa Cúc Biển'],
    persons: 10,
    anonymous: ['không để lại tên'],
  },
  {
    month: 5,
    days: [6, 14],
    total: 21_000_000,
    memo: 'Tháng Công nhân 2024',
    units: ['BVYDCT', 'TTYT01', 'TTYT03', 'TTYT05'],
    firms: [],
    groups: ['Nhóm cựu sinh viên y khoa khóa 12'],
    persons: 9,
    anonymous: ['bỏ thùng quyên góp'],
  },
];

/** Rows of one donor list by day. The first unit's collection is what the list's total leaves for it. */
function makeDonors({ month, days, total, memo, units, firms, groups, persons, anonymous, twice }) {
  const random = stream(`donors ${month}`);
  const row = (name, amount, note = memo, on = pick(random, days)) => {
    return { day: utc(2024, month, on), name, memo: note, amount };
  };
  const thousands = (first, last, step) => step * 1000 * between(random, first, last);
  const [first, ...collections] = units.map((code) => {
    return `Đoàn viên CĐCS ${UNITS.find((unit) => unit.code === code).place}`;
  });
  const others = [
    ...collections.map((name) => row(name, thousands(400, 900, 5))),
    ...firms.map((name) => row(name, thousands(4, 8, 1000))),
    ...groups.map((name) => row(name, thousands(12, 40, 50))),
    ...repeated(persons).map(() => row(personOf(random), thousands(1, 10, 100))),
    ...anonymous.map((note) => row(ANONYMOUS, thousands(2, 10, 100), `${memo} (${note})`)),
    // Two gifts that look alike in everything: both are kept.
    ...(twice === undefined ? [] : repeated(2, row(ANONYMOUS, twice, memo, days[0]))),
  ];
  const rest = total - sum(others, 'amount');
  if (rest < 2_000_000 || rest > 12_000_000) throw new Error(`month ${month}: ${rest} is left for ${first}`);
  return [row(first, rest, memo, days[0]), ...others].sort((a, b) => a.day - b.day);
}

function personOf(random) {
  const name = nameOf(random);
  return pick(random, [name, name, name, name, `Gia đình đoàn viên ${name}`, `Bác sĩ ${name}`]);
}

function sum(rows, field) {
  return Number(rows.reduce((total, row) => total + BigInt(row[field]), 0n));
}

function mustEqual(what, found, wanted) {
  if (found !== wanted) throw new Error(`${what}: ${found}, and ${wanted} is wanted`);
}

function checkPeople(roll, { tet, hardships, homes }) {
  mustEqual('members', roll.length, 2178);
  mustEqual('Tet, own fund', sum(tet, 'own'), 122_000_000);
  mustEqual('Tet, federation', sum(tet, 'above'), 59_000_000);
  mustEqual('hardship total', sum(hardships, 'amount'), 24_500_000);
  mustEqual('home total', sum(homes, 'amount'), 180_000_000);
  const counts = [tet, hardships, homes].map((list) => list.length);
  mustEqual('recipients', counts.join(), '344,12,8');
  const helped = [...tet, ...hardships, ...homes].map((person) => person.code);
  mustEqual('people helped', new Set(helped).size, helped.length);
}

function checkDonors(lists) {
  const rows = lists.flat();
  mustEqual('appeal total', sum(rows, 'amount'), 143_410_000);
  mustEqual('gifts that look alike', rows.length - new Set(rows.map((row) => JSON.stringify(row))).size, 1);
  const paid = UNITS.map((unit) => unit.paid).sort((a, b) => a - b);
  const median = paid[Math.floor(paid.length / 2)];
  const off = paid.filter((amount) => amount % 1000 !== 0 && amount * 10 < median);
  mustEqual('amounts a magnitude off', off.length, 1);
}

const grouped = (amount, mark) => String(amount).replace(/\B(?=(\d{3})+$)/g, mark);

function csvOf(rows, delimiter = ',') {
  const quoted = (cell) => {
    const text = String(cell);
    return /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
}

/** A workbook's first row of data: below letterhead, title and heading. */
const FIRST_ROW = 8;
const ONE_PAGE_WIDE = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };

/** A sheet as a union prints it: letterhead, title, heading, rows, and what stands below them. */
async function workbookOf({ sheet: name, titles, heading, rows, below = [] }) {
  const workbook = new ExcelJS.Workbook();
  const date = utc(2024, 6, 28);
  Object.assign(workbook, { creator: ENTITY, lastModifiedBy: ENTITY, created: date, modified: date });
  const sheet = workbook.addWorksheet(name, { pageSetup: ONE_PAGE_WIDE });
  sheet.columns = heading.map((_, at) => ({ width: widthOf([heading, ...rows].map((cells) => cells[at])) }));
  for (const line of [...LETTERHEAD, null, ...titles, null]) sheet.addRow([line]);
  for (const row of [4, 5]) {
    sheet.mergeCells(row, 1, row, heading.length);
    sheet.getCell(row, 1).alignment = { horizontal: 'center' };
  }
  sheet.addRow(heading);
  sheet.addRows(rows);
  sheet.addRows(below);
  const last = FIRST_ROW + rows.length - 1;
  sheet.eachRow((row, at) => {
    const inTable = at >= FIRST_ROW - 1 && at <= last;
    const font = { name: 'Times New Roman', size: 12, bold: at < FIRST_ROW || at > last };
    row.eachCell({ includeEmpty: inTable }, (cell) => dress(cell, font, inTable));
  });
  return withoutClock(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** Wide enough for the longest line of a column, a day being ten letters long. */
function widthOf(cells) {
  const linesOf = (cell) => (cell instanceof Date ? ['dd/mm/yyyy'] : String(cell ?? '').split('\n'));
  return 4 + Math.max(...cells.flatMap(linesOf).map((line) => line.length));
}

function dress(cell, font, inTable) {
  cell.font = font;
  const edge = { style: 'thin' };
  if (inTable) cell.border = { top: edge, left: edge, bottom: edge, right: edge };
  if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
  else if ((cell.result ?? cell.value) >= 10_000) cell.numFmt = '#,##0';
  else if (String(cell.value).includes('\n')) {
    cell.alignment = { wrapText: true };
    cell.worksheet.getRow(cell.row).height = 32;
  }
}

/** Sets the time of every file in the archive to 1980-01-01: it is the hour of the run otherwise. */
function withoutClock(zip) {
  const time = 0x00210000;
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    zip.writeUInt32LE(time, at + 12);
    zip.writeUInt32LE(time, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

function totalOf(column, rows, result) {
  return { formula: `SUM(${column}${FIRST_ROW}:${column}${FIRST_ROW + rows.length - 1})`, result };
}

/** One line of cells a row: a field by its name, or what a function makes of the row. */
function tableOf(rows, ...cells) {
  return rows.map((row, index) =>
    cells.map((cell) => (typeof cell === 'string' ? row[cell] : cell(row, index))),
  );
}

const ordinal = (_, index) => index + 1;
const day = (row) => row.day.toISOString().slice(0, 10).split('-').reverse().join('/');
const dotted = ({ amount }) => grouped(amount, '.');
const withDots = (amount) => `${grouped(amount, '.')} đ`;

function unitList() {
  const rows = tableOf(UNITS, 'code', 'name', 'kind', 'parent');
  return csvOf([['Mã', 'Tên đơn vị', 'Loại', 'Trực thuộc'], ...rows]);
}

function memberList(roll) {
  return workbookOf({
    sheet: 'Đoàn viên',
    titles: ['DANH SÁCH ĐOÀN VIÊN CÔNG ĐOÀN', '(Tính đến ngày 31 tháng 12 năm 2023)'],
    heading: [
      'STT',
      'Mã đoàn viên',
      'Họ và tên',
      UNIT,
      'Ngày sinh',
      'Ngày vào công đoàn',
      'Số CCCD',
      'Số điện thoại',
      'Số tài khoản',
      'Ngân hàng',
    ],
    rows: tableOf(
      withNumbers(roll),
      ordinal,
      'code',
      'name',
      'unit',
      'born',
      'joined',
      'id',
      'phone',
      'account',
      'bank',
    ),
  });
}

/** Commas between columns, dots between thousands. */
function donorList01(donors) {
  const rows = tableOf(donors, ordinal, day, 'name', 'memo', dotted);
  return csvOf([['STT', 'Ngày', 'Họ và tên', 'Nội dung', 'Số tiền'], ...rows]);
}

/** As Excel saves `CSV UTF-8` where the list separator is a semicolon: with a byte order mark. */
function donorList02(donors) {
  const rows = tableOf(donors, day, 'name', ({ amount }) => grouped(amount, ','), 'memo');
  return `\ufeff${csvOf([['Ngày ủng hộ', 'Tên đơn vị, cá nhân', 'Số tiền (đồng)', 'Ghi chú'], ...rows], ';')}`;
}

/** As printed for the board: the sum in figures and words, place and date, who signs. */
function donorList03(donors, { total, inWords }) {
  return workbookOf({
    sheet: 'Ủng hộ',
    titles: ['DANH SÁCH TẬP THỂ, CÁ NHÂN ỦNG HỘ QUỸ MÁI ẤM CÔNG ĐOÀN', '(Tháng 4 năm 2024)'],
    heading: ['TT', 'Ngày, tháng, năm', 'Tên đơn vị, cá nhân', 'Số tiền (đồng)', 'Nội dung'],
    rows: tableOf(donors, ordinal, 'day', 'name', 'amount', 'memo'),
    below: [
      [null, null, 'Tổng cộng', totalOf('D', donors, total)],
      [`Bằng chữ: ${inWords}`],
      [],
      [null, null, null, null, 'Nam Sơn, ngày 30 tháng 4 năm 2024'],
      [null, null, 'NGƯỜI LẬP', null, 'TM. BAN THƯỜNG VỤ'],
    ],
  });
}

/** A title above, a number and `đ` on every row, a total on every page. */
function donorList04(donors, { total }) {
  const number = (_, index) => `UH-${String(index + 1).padStart(3, '0')}`;
  const rows = tableOf(donors, number, day, 'name', 'memo', ({ amount }) => withDots(amount));
  const half = Math.ceil(rows.length / 2);
  const totalRow = (label, amount) => ['', '', label, '', withDots(amount)];
  return csvOf([
    ['DANH SÁCH ỦNG HỘ QUỸ MÁI ẤM CÔNG ĐOÀN THÁNG 5 NĂM 2024', '', '', '', ''],
    ['', '', '', '', ''],
    ['Số chứng từ', 'Ngày tháng', 'Nhà hảo tâm', 'Nội dung', 'Số tiền'],
    ...rows.slice(0, half),
    totalRow('Cộng trang 1', sum(donors.slice(0, half), 'amount')),
    ...rows.slice(half),
    totalRow('Cộng trang 2', sum(donors.slice(half), 'amount')),
    totalRow('Tổng cộng', total),
  ]);
}

function socialFundList() {
  const gifts = UNITS.map(({ place, paid }, index) => {
    const on = utc(2024, 1, 9 + Math.floor(index / 4));
    return { day: on, name: `CĐCS ${place}`, memo: 'Nộp Quỹ xã hội từ thiện', amount: paid };
  });
  // The odd amount stands with its currency, as it was printed.
  const amount = (row) => (row.amount % 1000 === 0 ? dotted(row) : `${dotted(row)} đồng`);
  const rows = tableOf(gifts, ordinal, day, 'name', 'memo', amount);
  return csvOf([['STT', 'Ngày', 'Tên đơn vị', 'Nội dung', 'Số tiền'], ...rows]);
}

/** Columns headed by fund codes hold each payer's part; a payer who gives nothing has an empty cell. */
function tetList(tet) {
  const totals = [totalOf('F', tet, sum(tet, 'own')), totalOf('G', tet, sum(tet, 'above'))];
  const own = (row) => row.own || null;
  const above = (row) => row.above || null;
  return workbookOf({
    sheet: 'Quà Tết',
    titles: ['DANH SÁCH ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG NHẬN QUÀ TẾT GIÁP THÌN 2024', '(Kèm theo Tờ trình)'],
    heading: ['STT', 'Mã đoàn viên', 'Họ và tên', UNIT, 'Đối tượng', 'TET', 'TINH'],
    rows: tableOf(tet, ordinal, 'code', 'name', 'unit', 'category', own, above),
    below: [[null, null, 'Tổng cộng', null, null, ...totals]],
  });
}

function benefitList(benefits, reasons = []) {
  const rows = tableOf(benefits, 'code', 'name', 'unit', 'category', dotted);
  const heading = ['Mã đoàn viên', 'Họ và tên', UNIT, 'Đối tượng', 'Số tiền'];
  if (reasons.length === 0) return csvOf([heading, ...rows]);
  return csvOf([[...heading, 'Hoàn cảnh'], ...rows.map((row, at) => [...row, reasons[at]])]);
}

/** The Tet list as it came back: everybody signed but one. */
function signedList(tet) {
  const absent = between(stream('absent'), 100, 200);
  const total = sum(tet, 'own') + sum(tet, 'above');
  const amount = ({ own, above }) => own + above;
  const mark = (_, index) => (index === absent ? null : 'x');
  return workbookOf({
    sheet: 'Ký nhận',
    titles: ['DANH SÁCH KÝ NHẬN QUÀ TẾT GIÁP THÌN 2024', '(Người vắng để trống)'],
    heading: ['Mã đoàn viên', 'Họ và tên', 'Số tiền', 'Ký nhận'],
    rows: tableOf(tet, 'code', 'name', amount, mark),
    below: [
      [null, 'Tổng cộng', totalOf('C', tet, total)],
      ['Bằng chữ: Một trăm tám mươi mốt triệu đồng'],
      [],
      [null, 'THỦ QUỸ', null, 'TM. BAN THƯỜNG VỤ'],
    ],
  });
}

const roll = makeRoll();
const benefits = makeBenefits(roll);
const donors = APPEAL.map(makeDonors);
checkPeople(roll, benefits);
checkDonors(donors);

const files = {
  'don-vi.csv': unitList(),
  'doan-vien.xlsx': await memberList(roll),
  'ung-ho-mai-am-01.csv': donorList01(donors[0]),
  'ung-ho-mai-am-02.csv': donorList02(donors[1]),
  'ung-ho-mai-am-03.xlsx': await donorList03(donors[2], APPEAL[2]),
  'ung-ho-mai-am-04.csv': donorList04(donors[3], APPEAL[3]),
  'nop-quy-xa-hoi.csv': socialFundList(),
  'qua-tet-2024.xlsx': await tetList(benefits.tet),
  'kho-khan.csv': benefitList(benefits.hardships, REASONS),
  'mai-am.csv': benefitList(benefits.homes),
  'ky-nhan-tet.xlsx': await signedList(benefits.tet),
};
mkdirSync(FOLDER, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(FOLDER, name), content);
