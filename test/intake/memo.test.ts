import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeIn, lineKind, readMemo } from '../../src/intake/memo.ts';

/** Shapes as banks write them; people, accounts and references are made up. */
const TO = 'toi 0123456789012 CONG DOAN BENH VIEN A';

describe('who paid', () => {
  test.each([
    // memo, counter account, payer, kind, channel, words
    [
      `MBVCB.1234567890.123456.Ung ho mai am.CT tu 0987654321098 TRAN THI BINH ${TO} tai AGRIBANK`,
      '',
      'TRAN THI BINH',
      'person',
      'transfer',
      'Ung ho mai am',
    ],
    [
      `IBVCB.MBVCB1234567890.UNG HO QUY.CT tu 970436xxxxxx123 LE VAN CUONG toi 970405xxxxxx456 CONG DOAN A. UNG HO QUY`,
      '',
      'LE VAN CUONG',
      'person',
      'transfer',
      'UNG HO QUY',
    ],
    [`VCB.CTDK.31/03/2025.ung ho. CT tu 0123456789 ${TO}`, '', '', '', 'transfer', 'ung ho'],
    ['BO:HA THI DAO, ND: ung ho quy', '', 'HA THI DAO', 'person', '', 'ung ho quy'],
    ['Người chuyển: Hà Thị Đào. ủng hộ', '', 'Hà Thị Đào', 'person', '', 'ủng hộ'],
    [
      'Chuyen tien den tu NAPAS Noi dung: Ung ho\nquy FT12345678901234\n(CT1111)',
      'VND-TGTT-NGO VAN EM – A/C',
      'NGO VAN EM',
      'person',
      'napas',
      'Ung ho quy',
    ],
    [
      'Chuyen tien den tu NAPAS Noi dung: IBFT\nLe Thi Giang chuyen tien',
      'SACOMBANK – A/C',
      'Le Thi Giang',
      'person',
      'napas',
      'Le Thi Giang chuyen tien',
    ],
    [
      'CT nhanh 247 den:\nMBVCB.1234567890.123456.PHAM VAN\nHAI chuyen tien ung ho.',
      'PHAM VAN HAI – A/C',
      'PHAM VAN HAI',
      'person',
      'napas',
      'PHAM VAN HAI chuyen tien ung ho',
    ],
    [
      'CT nhanh 247 den: DO THI KHANH chuyen\ntien',
      '',
      'DO THI KHANH',
      'person',
      'napas',
      'DO THI KHANH chuyen tien',
    ],
    [
      'PARTNER.DIRECT_DEBITS_VCB.MSE.1234 5678901.20250101.12345678901-0912345678_K IEU THI LAN ung ho',
      '',
      'KIEU THI LAN',
      'person',
      'momo',
      'KIEU THI LAN ung ho',
    ],
    [
      'PARTNER.DIRECT_DEBITS_VCB.ZLP.ZP1A 23B456C7.20250101.Lan chuyen tien qua Zalopay',
      '',
      '',
      '',
      'zalopay',
      'Lan chuyen tien qua Zalopay',
    ],
    [
      '12345678901-0912345678-VO THI MAI\nung ho quy',
      'Chi ho Cong ty Vi MoMo – A/C',
      'VO THI MAI',
      'person',
      'momo',
      'VO THI MAI ung ho quy',
    ],
    [
      'VU THI NGA chuyen tien qua MoMo',
      'MOMOIBFT – A/C',
      'VU THI NGA',
      'person',
      'momo',
      'VU THI NGA chuyen tien qua MoMo',
    ],
    [
      'Chuyen tien den tu NAPAS Noi dung:\nZP123456789012 123456789012345 Bui Van\nOanh dung Zalopay chuyen tien',
      'CONG TY CO PHAN ZION – A/C',
      'Bui Van Oanh',
      'person',
      'zalopay',
      'Bui Van Oanh dung Zalopay chuyen tien',
    ],
    [
      'MB(123456)(DANG THI\nPHUC ung ho quy)',
      '',
      'DANG THI PHUC',
      'person',
      'transfer',
      'DANG THI PHUC ung ho quy',
    ],
    [
      '012345678901234567890123ABCD123456.1234 5.123456.Vietcombank:0123456789012:NGUYE N THI VAN chuyen tien',
      '',
      'NGUYEN THI VAN',
      'person',
      'transfer',
      'NGUYE N THI VAN chuyen tien',
    ],
    [
      '123456.010125.080000.HOANG THI XUYEN CK',
      '',
      'HOANG THI XUYEN',
      'person',
      'transfer',
      'HOANG THI XUYEN CK',
    ],
    [
      '//SAL0012//BENH VIEN DA KHOA A THANH TOAN LUONG T1',
      '',
      'BENH VIEN DA KHOA A',
      'organisation',
      'salary',
      'BENH VIEN DA KHOA A THANH TOAN LUONG T1',
    ],
    [
      'NGUYEN THI YEN nộp tiền : ung ho',
      '',
      'NGUYEN THI YEN',
      'person',
      'cash',
      'NGUYEN THI YEN nộp tiền : ung ho',
    ],
    ['LE THI ANH', 'A/C', 'LE THI ANH', 'person', '', 'LE THI ANH'],
  ])('%s | %s', (memo, counter, payer, payerKind, channel, words) => {
    expect(readMemo(memo, counter)).toMatchObject({ payer, payerKind, channel, words });
  });

  test.each([
    ['Truong THPT chuyen Le Loi thuoc So GDDT ung ho', 'Truong THPT chuyen Le Loi thuoc So GDDT'],
    ['CÔNG ĐOÀN TTYT HUYỆN A ủng hộ quỹ', 'CÔNG ĐOÀN TTYT HUYỆN A'],
    ['CDCS Benh vien B chuyen tien', 'CDCS Benh vien B'],
    ['Khoa Noi tong hop CK quy vi nguoi ngheo', 'Khoa Noi tong hop'],
    ['To 5 cong doan khoi hanh chinh gui quy', 'To 5 cong doan khoi hanh chinh'],
    ['CTY TNHH MAY 9 MST 0123456789 ung ho', 'CTY TNHH MAY 9'],
    [`MBVCB.1234567890.Tap the khoa Duoc ung ho.CT tu 0123456789 LE THI HAU ${TO}`, 'Tap the khoa Duoc'],
  ])('%s is an organisation', (memo, payer) => {
    expect(readMemo(memo)).toMatchObject({ payer, payerKind: 'organisation' });
  });

  test.each([
    ['Ong Le Van Tam 12 pho A ung ho', 'Le Van Tam'],
    ['TRUONG THI HOA ung ho', 'TRUONG THI HOA'],
    ['DOAN THANH THUY - KHOA NOI ung ho', 'DOAN THANH THUY'],
    ['TO VAN ANH chuyen tien', 'TO VAN ANH'],
    ['NGUYEN VAN KHOI LOP3A4 ung ho', 'NGUYEN VAN KHOI'],
    ['LE THI HIEN0022162', 'LE THI HIEN'],
    ['le my an ho tro ba con', 'le my an'],
    ['Tran Thi Hoa, so 6 ngo 19', 'Tran Thi Hoa'],
    ['VANG A SU chuyen tien', 'VANG A SU'],
    ['H OANG VAN SON ung ho', 'HOANG VAN SON'],
    ['PHAM THI LY va gia dinh ung ho', 'PHAM THI LY'],
  ])('%s is from a person', (memo, payer) => {
    expect(readMemo(memo)).toMatchObject({ payer, payerKind: 'person' });
  });

  test('a customer whose surname is rare is named by the bank, and stays unclassed', () => {
    expect(readMemo('SAI THUY HONG chuyen tien')).toMatchObject({ payer: 'SAI THUY HONG', payerKind: '' });
    expect(readMemo('SAI THUY HONG UNG HO')).toMatchObject({ payer: '', payerKind: '' });
  });

  test.each([
    'Ung ho cac tinh bi bao lu',
    'UNG HO DONG BAO',
    'H o tro dong bao bi lu',
    'Vo chong Lan Hung ung ho',
    'VO CHONG LAN HUNG UNG HO',
    'Gia dinh ba Le Thi A ung ho',
    'Chau Neko ung ho',
    'Ha Noi ung ho mien Trung',
    'do bao lu ung ho',
    'khong co nhieu xin ung ho',
    'LE VAN AN va TRAN THI BINH ung ho',
    'Mong moi nguoi binh an',
    'P708 chung cu A ung ho',
    'CT tu thien quy mai am',
    'chuyen tien',
    '1234',
    '',
  ])('nobody is made up out of: %s', (memo) => {
    expect(readMemo(memo)).toMatchObject({ payer: '', payerKind: '' });
  });

  test('the counter account is the payer, whoever the words thank or greet', () => {
    const memo = readMemo('Tran Thi Hoa ung ho', 'CONG TY TNHH BACH MAI – A/C');
    expect(memo).toMatchObject({ payer: 'CONG TY TNHH BACH MAI', payerKind: 'organisation' });
    expect(readMemo('ung ho', '– A/C').payer).toBe('');
  });

  test('never throws, and a payer is made of the letters of the line', () => {
    const piece = fc.constantFrom(
      'MBVCB.1234567890.',
      'CT tu 0123456789 ',
      'toi ',
      'NGUYEN ',
      'N GUYEN ',
      'THI ',
      'A',
      '\n',
      'ung ho ',
      '(',
      ')',
      '.',
      '_',
      'PARTNER.DIRECT_DEBITS_VCB.MSE.1 2.3.4-5_',
      'BO: ',
      '//SAL//',
      'Cong ty ',
      '0912345678',
      ' chuyen tien',
      'FT123456789012',
      ' va ',
    );
    const letters = (text: string) => text.replace(/\P{L}/gu, '');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('').normalize('NFC');
        expect(letters(text)).toContain(letters(readMemo(text).payer));
        expect(lineKind(text, 'debit')).not.toBe('contribution');
      }),
    );
  });
});

describe('masking', () => {
  test.each([
    [`CT tu 09876 54321098 LE VAN A ${TO}`, 'CT tu ***098 LE VAN A toi ***012 CONG DOAN BENH VIEN A'],
    ['12345678901-0912345678-LE VAN A', '12345678901-***678-LE VAN A'],
    ['LE VAN A (0912345678)ung ho STK1234567890', 'LE VAN A (***678)ung ho STK***890'],
    ['goi 0912.345.678 hay 0912 345 678', 'goi ***678 hay ***678'],
    [
      'MBVCB.1234567890.ung\nho FT12345678901234, ma GD 123456789',
      'MBVCB.1234567890.ung ho FT12345678901234, ma GD 123456789',
    ],
    ['ung ho thang 01/2025 so 12345', 'ung ho thang 01/2025 so 12345'],
  ])('%s', (memo, masked) => {
    expect(readMemo(memo).masked).toBe(masked);
  });
});

describe('what a line is', () => {
  test.each([
    ['THU PHI DICH VU SMS CHU DONG THANG 08/2025', 'debit', 'fee'],
    ['Phí quản lý tài khoản', 'debit', 'fee'],
    ['VAT 500', 'debit', 'vat'],
    ['Thu thuế GTGT phí dịch vụ', 'debit', 'vat'],
    ['Trả lãi tiền gửi tháng 12', 'credit', 'interest'],
    ['LAI NHAP VON', 'credit', 'interest'],
    ['LAI 12/2025', 'credit', 'interest'],
    ['Hoan tra tien chuyen nham', 'credit', 'refund'],
    ['LE VAN A hoan ung chuyen di tham', 'credit', 'refund'],
    ['DIEU CHUYEN VON TU DONG', 'debit', 'sweep'],
    ['//SAL001//BENH VIEN A THANH TOAN LUONG', 'credit', 'salary'],
    ['Chi luong thang 5', 'debit', 'salary'],
    ['Chi ho tro doan vien kho khan', 'debit', 'payment'],
    ['LE VAN A ung ho', 'debit', 'payment'],
  ] as const)('%s (%s) is %s', (memo, side, kind) => {
    expect(lineKind(memo, side)).toBe(kind);
  });

  test.each([
    'ung ho phi vu cho nguoi ngheo',
    'PHI NHUNG ung ho',
    'Lai Chau ung ho',
    'LAI VAN HUONG Chuyen tien',
    'Nguyen Van Lai chuyen tien',
    'ung ho hoan canh kho khan',
    'hoan tat ho so',
    'NGUYEN VAN HOAN CHUYEN KHOAN',
    'xin chuyen lai tien ung ho',
    'vat chat tinh than ung ho',
    'LUONG THI LUA chuyen tien',
    'trich luong thang 5 ung ho',
    'Mong cuoc song tro lai binh thuong',
    '',
  ])('a gift is a gift: %s', (memo) => {
    expect(lineKind(memo, 'credit')).toBe('contribution');
  });
});

describe('codes', () => {
  const codes = ['MAC25', 'MAC25-TET', 'BVDKDH', 'KHOA NOI', 'đm1'];

  test.each([
    ['LE VAN A MAC25 ung ho', 'MAC25'],
    ['ung ho mac25_tet nhe', 'MAC25-TET'],
    ['MBVCB.1234567890.mac25.CT tu 1', 'MAC25'],
    ['BVDKDH MAC25 TET', 'MAC25-TET'],
    ['khoa nội ung ho', 'KHOA NOI'],
    ['ung ho BVD\nKDH', 'BVDKDH'],
    ['UNG HO DM1', 'đm1'],
    ['MAC250', undefined],
    ['XMAC25', undefined],
    ['', undefined],
  ])('%j has %s', (memo, code) => {
    expect(codeIn(memo, codes)).toBe(code);
  });

  test('without codes none is found', () => {
    expect(codeIn('ung ho', [])).toBeUndefined();
    expect(codeIn('', ['', '-'])).toBeUndefined();
  });
});
