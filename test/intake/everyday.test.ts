import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Stage } from '../support/play.ts';

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.data('init --name "Công đoàn" --from 2024-01');
});

afterEach(() => {
  stage.strike();
});

/** What became of a list: `rows/đồng`, or the failure with its rows. */
async function outcome(line: string, list: string): Promise<string> {
  stage.write('a.csv', `${list.split(' / ').join('\n').replaceAll('|', ';')}\n`);
  const played = await stage.run([...line.split(' '), '--json']);
  const answer = JSON.parse(played.stdout) as {
    ok: boolean;
    data: { accepted: number; posted?: number; credits?: number };
    error: { code: string; facts: { rows?: { row: number; code: string }[] } };
  };
  if (answer.ok) {
    const { accepted, posted, credits } = answer.data;
    const money = posted ?? credits;
    return money === undefined ? String(accepted) : `${accepted}/${money}`;
  }
  const rows = (answer.error.facts.rows ?? []).map(({ row, code }) => `${row} ${code}`);
  return [answer.error.code, ...rows].join(', ');
}

const DONORS = 'contribution import a.csv --fund XHTT --received-on 31/01/2024';
const H = 'STT|Họ tên|Số tiền / ';

// Each list is as some office makes it; rows are parted by " / ", cells by "|".
describe('donor lists: no amount is lost, doubled or taken for another', () => {
  test.each([
    [
      'a late donor below the total',
      `${H}1|An|500.000 / 2|Bình|300.000 / |Tổng cộng|800.000 / |Cường (nộp sau)|1 triệu 200 nghìn`,
      'input.rows, 5 row.unclear',
    ],
    [
      'a name that begins like a note',
      'Họ tên|Đơn vị|Số tiền / An|Khoa A|100.000 / Lưu Yến Nhi|Khoa Nội|2tr5',
      '2/2600000',
    ],
    [
      'a name like a total without its marks',
      'Họ tên|Số tiền / Bình|200.000 / Công|200.000 / Dũng|300.000',
      '3/700000',
    ],
    [
      'a donor that begins like a sum',
      `${H}1|An|500.000 / |Cộng đồng người Việt tại Đức|500.000 / 3|Dũng|200.000`,
      'input.rows, 3 row.unclear',
    ],
    [
      'sums of parts without numbers',
      'Họ và tên|Số tiền / An|500.000 / Bình|300.000 / Cộng Khoa Nội|800.000 / Chi|100.000 / Tổng cộng|900.000',
      '3/900000',
    ],
    [
      'groups that print their sum',
      `${H}I|Khối bệnh viện|15.000.000 / 1|A|10.000.000 / 2|B|5.000.000 / II|Khối TTYT|7.000.000 / 1|C|7.000.000 / |Tổng cộng|22.000.000`,
      '3/22000000',
    ],
    [
      'a group that is not its sum',
      `${H}I|Khối bệnh viện|15.000.000 / 1|A|10.000.000 / 2|B|4.000.000`,
      'input.rows, 2 row.unclear',
    ],
    ['a total without a label', `${H}1|A|500.000 / 2|B|300.000 / ||800.000`, '2/800000'],
    [
      'an amount alone that is no total',
      `${H}1|A|500.000 / 2|B|300.000 / ||700.000`,
      'input.rows, 4 row.unclear',
    ],
    [
      'what is left over',
      `${H}|Số dư tháng trước chuyển sang|2.000.000 / 1|An|500.000 / |Còn lại|1.500.000`,
      '1/500000',
    ],
    [
      'somebody who is left over',
      'STT|Họ tên|Số tiền|Ngày / 1|An|500.000|02/01/2024 / 2|Còn lại: các đoàn viên khoa Nội|700.000|02/01/2024',
      '2/1200000',
    ],
    ['a total that was numbered on', `${H}1|A|500.000 / 2|B|300.000 / 3|Tổng cộng|800.000`, '2/800000'],
    [
      'a dated gift that is called a total',
      'Ngày|Nội dung|Số tiền / 02/01/2024|Khoa Nội|500.000 / 03/01/2024|Tổng số tiền|500.000',
      'input.rows, 3 row.unclear',
    ],
    [
      'sums carried over a page',
      `${H}1|An|500.000 / 2|Bình|300.000 / |Mang sang|800.000 / |Trang trước chuyển sang|800.000 / 3|Chi|100.000 / |Tổng cộng|900.000`,
      '3/900000',
    ],
    [
      'money out on the same sheet',
      'STT|Nội dung|Ngày|Số tiền / I|PHẦN THU / 1|A ủng hộ|05/01/2024|500.000 / II|PHẦN CHI / 1|Chi thăm hỏi|06/01/2024|200.000',
      'input.rows, 4 row.unclear',
    ],
    [
      'numbers with letters and brackets',
      `${H}1)|An|100.000 / 1a|Bình|200.000 / 2)|Công|300.000`,
      '3/600000',
    ],
    [
      'two columns of amounts',
      'STT|Họ tên|Số tiền (giao)|Số tiền (đã nộp) / 1|An|5.000.000|3.000.000',
      'input.columns',
    ],
    [
      'an amount a head and one in all',
      'STT|Đơn vị|Số người|Số tiền/người|Tổng tiền / 1|BVA|10|50.000|500.000',
      'input.columns',
    ],
    [
      'the amount in words beside it',
      'STT|Họ tên|Số tiền (bằng số)|Số tiền (bằng chữ) / 1|An|500.000|Năm trăm nghìn',
      '1/500000',
    ],
    [
      'thousands, and a total with a mark',
      'STT|Họ và tên|Số tiền (1.000 đồng) / 1|An|500 / 2|Bình|700 / |Cộng|1.200',
      '2/1200000',
    ],
    ['a total above the rows', `${H}|Tổng cộng|1.000.000 / 1|An|600.000 / 2|Ba|400.000`, '2/1000000'],
    ['a wrong total above the rows', `${H}|Tổng cộng|1.100.000 / 1|An|600.000 / 2|Ba|400.000`, 'input.total'],
    [
      'a day in the total, a place and date below',
      'STT|Ngày|Họ tên|Số tiền / 1|05/01/2024|An|600.000 / |Cộng ngày 05/01/2024||600.000 / |||Nam Sơn, ngày 31 tháng 01 năm 2024 / ||Người lập|Thủ quỹ / ||Lê Hoa|Trần Tám',
      '1/600000',
    ],
    [
      'signatures without a total',
      'STT|Ngày|Họ tên|Số tiền / 1|05/01/2024|An|600.000 / ||Ngày 31 tháng 01 năm 2024 / |Người lập||Thủ quỹ',
      '1/600000',
    ],
    [
      'titles of parts in the column of names',
      `${H}|Khoa Nội| / 1|An|100.000 / |Khoa Ngoại| / 2|Bình|200.000`,
      'input.rows, 2 amount.missing',
    ],
    ['the line of letters and numbers under the heading', `${H}A|B|1 / 1|An|100.000`, '1/100000'],
    ['a name in two columns', 'STT|Họ đệm|Tên|Số tiền / 1|Ngô Văn|Một|100.000', '1/100000'],
    ['nothing good in it', `${H}1|An|x`, 'input.rows, 2 amount.unreadable'],
  ])('%s', async (_, list, expected) => {
    expect(await outcome(DONORS, list)).toBe(expected);
  });

  test('with bad rows beside good ones, good ones are taken', async () => {
    const list = `${H}1|An|500.000 / 2|Bình|500.000 / |Người hảo tâm|300.000 / ||400.000`;
    expect(await outcome(`${DONORS} --accept-good`, list)).toBe('2/1000000');
  });
});

describe('rolls and units: nobody is left out', () => {
  test.each([
    [
      'a post that also signs',
      'Họ và tên|Chức vụ|Đơn vị / Ngô Một|Chủ tịch|BVT / Ngô Hai|Kế toán|BVT / Ngô Ba|Điều dưỡng|BVT',
      '3',
    ],
    [
      'a subtotal, and one without a unit',
      'STT|Họ và tên|Đơn vị / 1|Ngô Một|BVT / |Cộng: 1| / |Phạm Thị D|',
      'input.rows, 4 unit.missing',
    ],
    ['signatures and signers', 'STT|Họ và tên|Đơn vị / 1|Ngô Một|BVT / |Người lập|Chủ tịch / |Lê Hoa|', '1'],
    ['a heading of two lines', 'STT|Họ và tên|Năm sinh||Đơn vị / ||Nam|Nữ| / 1|Ngô Một|1980||BVT', '1'],
  ])('%s', async (_, list, expected) => {
    expect(await outcome('member import a.csv --create-units', list)).toBe(expected);
  });

  test('units below a count of units', async () => {
    expect(await outcome('unit import a.csv', 'Tên đơn vị / Bệnh viện A / Cộng: 1 / Trung tâm C')).toBe('2');
  });
});

describe('statements: a line is a line whatever it is called', () => {
  test.each([
    [
      'dated opening and closing balances',
      'Ngày|Nội dung|Nợ|Có|Số dư / 01/01/2024|Số dư đầu kỳ|||1.000.000 / 05/01/2024|AN|  |500.000|1.500.000 / 31/01/2024|Số dư cuối kỳ|||1.500.000',
      '1/500000',
    ],
    [
      'a gift called what is left',
      'Ngày|Diễn giải|Có / 02/01/2024|UNG HO|500.000 / 03/01/2024|CON LAI|500.000',
      '2/1000000',
    ],
    [
      'two days in a bank’s heading',
      'Ngày giao dịch|Ngày hiệu lực|Nội dung|Có|Nợ / 05/01/2024|06/01/2024|AN ung ho|500.000|',
      '1/500000',
    ],
    [
      'balances of pages, counts and signers',
      'Ngày|Nội dung|Nợ|Có|Số dư / |Số dư tại ngày 31/12/2023|||1.000.000 / 05/01/2024|AN||500.000|1.500.000 / |Cộng phát sinh trong tháng||500.000| / |Giao dịch viên||Kiểm soát viên|',
      '1/500000',
    ],
  ])('%s', async (_, list, expected) => {
    expect(await outcome('statement import a.csv --account bank', list)).toBe(expected);
  });

  test('a side in words, and fees and interest beside a gift', async () => {
    const list =
      'Ngày|Nội dung|Loại giao dịch|Số tiền|Số dư / 05/01/2024|AN ung ho|Ghi có|500.000|1.500.000 / 06/01/2024|Thu phi SMS|Ghi nợ|11.000|1.489.000 / 07/01/2024|Tra lai tien gui|Ghi có|2.000|1.491.000';
    expect(await outcome('contribution import a.csv --fund XHTT', list)).toBe('1/500000');
  });
});
