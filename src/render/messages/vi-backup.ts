import { formatDay } from '../figures.ts';
import { alteredRow } from './vi-altered.ts';
import type { Refusals } from '../messages.ts';
import type { BackupTexts } from './backup.ts';
import { bytes } from './vi-doctor.ts';
import { saidOf } from './stopped.ts';
import { REASONS } from './vi-stopped.ts';
import { list } from './vi-terms.ts';

export const backup: BackupTexts = {
  backedUp: (a) =>
    [
      `Đã sao lưu sổ ra ${a.path} (${bytes(a.bytes)}${a.encrypted ? ', đã mã hóa' : ''}); đã mở bản sao ra kiểm tra.`,
      `Trong đó có ${a.operations} thao tác, mã niêm phong ${a.head}.`,
      ...(a.removed.length === 0 ? [] : [`Đã xóa bản cũ: ${list(a.removed)}.`]),
    ].join('\n'),
  backedUpFirst: (a) => `Trước khi nhập, sổ đã được sao lưu ra ${a.path}.`,
  restored: (a) =>
    [
      `${a.rehearsed ? 'Sẽ' : 'Đã'} khôi phục ${a.book} từ ${a.file}: ${a.operations} thao tác, mã niêm phong ${a.head}.`,
      `Bản sao lưu ${[
        `có lần ghi cuối: ${formatDay(a.on)}`,
        ...(a.closing === undefined ? [] : [`chụp trước khi khóa tháng ${formatDay(a.closing)}`]),
        ...(a.lastClosed === undefined ? [] : [`tháng khóa gần nhất: ${formatDay(a.lastClosed)}`]),
      ].join('; ')}.`,
      a.digest
        ? 'Bản sao lưu nguyên vẹn: đúng mã SHA-256 bên cạnh, mọi trang, mọi dòng đều khớp.'
        : 'Bản sao lưu nguyên vẹn: mọi trang, mọi dòng đều khớp (bên cạnh không có tệp .sha256).',
      ...lostIn(a),
      ...(a.kept === undefined
        ? []
        : [
            a.present === 'none'
              ? `Ở đó không có sổ mà còn tệp ghi dở của sổ cũ; tệp ấy được giữ lại: ${a.kept}`
              : `Sổ trước khi khôi phục được giữ lại: ${a.kept}`,
          ]),
    ].join('\n'),
};

function lostIn({
  present,
  lost = 0,
  last,
  gained = 0,
  accesses = 0,
  erasures = 0,
  opened = false,
  otherWords = false,
  valuesLost = 0,
}: Parameters<BackupTexts['restored']>[0]): string[] {
  if (present === 'none') return [];
  if (present === 'unread')
    return ['Sổ đang nằm ở đó hỏng, không đọc được: không biết bản sao lưu thiếu những thao tác nào.'];
  if (present === 'other')
    return ['Sổ đang nằm ở đó là một sổ khác; mọi thao tác của sổ ấy chỉ còn trong bản giữ lại.'];
  return [
    valuesLost > 0
      ? `Bản sao lưu có đủ mọi thao tác của sổ đang dùng nhưng thiếu ${valuesLost} thông tin riêng (số giấy tờ, điện thoại, tài khoản hoặc lý do); chúng chỉ còn trong bản giữ lại.`
      : lost === 0
        ? 'Không mất thao tác nào: bản sao lưu có đủ mọi thao tác của sổ đang dùng.'
        : `Mất ${lost} thao tác mà bản sao lưu không có${last === undefined ? '' : `, lần cuối ghi ngày ${formatDay(last)}`}; chúng chỉ còn trong bản giữ lại.`,
    ...(accesses === 0
      ? []
      : [
          `Trong đó có ${accesses} lần xem hoặc đưa ra thông tin riêng: sổ khôi phục không ghi những lần ấy. Phải cất bản giữ lại cùng với sổ, lâu như cất sổ.`,
        ]),
    ...(opened
      ? [
          'Thông tin riêng trong bản sao lưu chưa mã hóa: khôi phục xong, ai mở được tệp sổ đều đọc được. Mã hóa lại: phucloi private encrypt',
        ]
      : []),
    ...(otherWords
      ? [
          'Thông tin riêng trong bản sao lưu mở bằng cụm mật khẩu và mã khôi phục của lúc ấy, không phải của sổ đang dùng. Đặt lại cụm mới: phucloi private passphrase',
        ]
      : []),
    ...(erasures === 0
      ? []
      : [
          `Sau bản sao lưu, sổ đang dùng có ${erasures} lần xóa thông tin cá nhân: thông tin của những người ấy trở lại trong sổ. Xóa lại: phucloi member erase`,
        ]),
    ...(gained === 0 ? [] : [`Có thêm ${gained} thao tác mà sổ đang dùng không có.`]),
  ];
}

type Codes = Extract<keyof Refusals['failures'], `backup.${string}`>;

const HOW = {
  digest: 'không đúng mã SHA-256 ghi trong tệp .sha256 bên cạnh',
  size: 'dài hơn sổ nằm trong đó',
  pages: 'các trang, chỉ mục trong tệp không khớp nhau',
  shape: 'bảng hoặc bộ chặn sửa không đúng như chương trình lập',
  chain: 'không khớp niêm phong của sổ',
  balances: 'số dư không khớp các bút toán',
  cipher: 'phần mã hóa không khớp',
} as const;

const ANOTHER = 'Dùng bản sao lưu khác. Xem các bản đang có: phucloi doctor --drill';

export const backupFailures: Pick<Refusals['failures'], Codes> = {
  'backup.truncated': ({ path, bytes: found, expected }) => [
    `Bản sao lưu ${path} bị cụt: chỉ còn ${bytes(found)} trong ${bytes(expected)}.`,
    'Bản sao lưu phải được chép trọn. Chưa có gì thay đổi, sổ đang dùng vẫn nguyên.',
    'Chép lại từ nơi cất (đợi chép xong mới rút USB), hoặc dùng bản khác.',
  ],
  'backup.altered': ({ path, how, row }) => [
    `Bản sao lưu ${path} đã hỏng hoặc bị sửa: ${HOW[how]}${row === undefined ? '' : ` (${alteredRow(row)})`}.`,
    'Bản sao lưu phải y nguyên như lúc làm. Chưa có gì thay đổi, sổ đang dùng vẫn nguyên.',
    ANOTHER,
  ],
  'backup.foreign': ({ path }) => [
    `${path} không phải là bản sao lưu sổ của phucloi.`,
    'Chỉ khôi phục được từ bản do phucloi backup, phucloi close hoặc chính chương trình làm ra (.backup.db).',
    'Xem lại tên tệp rồi chạy lại.',
  ],
  'backup.older': ({ path, found, known }) => [
    `Bản sao lưu ${path} theo phiên bản sổ ${found}, cũ hơn phiên bản sổ ${known} của chương trình này.`,
    'Chương trình không thay sổ đang dùng bằng sổ phiên bản cũ. Chưa có gì thay đổi.',
    'Chép nó ra tệp khác, nâng cấp bản chép, rồi khôi phục từ bản chép ấy: phucloi migrate --book BẢN-CHÉP',
  ],
  'backup.newer': ({ path, found, known }) => [
    `Bản sao lưu ${path} theo phiên bản sổ ${found}, mới hơn phiên bản sổ ${known} của chương trình này.`,
    'Chương trình bản cũ không đọc được sổ phiên bản mới. Chưa có gì thay đổi, bản sao lưu vẫn nguyên.',
    'Cài chương trình bản mới rồi chạy lại.',
  ],
  'backup.journal': ({ path, journal }) => [
    `Cạnh ${path} còn tệp ${journal}: đó là một sổ bị ngắt khi đang ghi, chưa phải bản sao lưu.`,
    'Hai tệp ấy đi cùng nhau; thiếu một trong hai thì số liệu sai.',
    `Mở nó một lần để chương trình tự bỏ phần ghi dở: phucloi verify --book ${path}; rồi khôi phục lại.`,
  ],
  'backup.key': ({ path, by }) => [
    by === 'passphrase'
      ? `Cụm mật khẩu không mở được bản sao lưu ${path}.`
      : `Không có khóa nào mở được bản sao lưu ${path}.`,
    by === 'passphrase'
      ? 'Bản này mã hóa bằng cụm mật khẩu đặt lúc sao lưu, không nhất thiết là cụm của sổ hiện nay.'
      : 'Bản này mã hóa cho người giữ khóa age; phải có tệp khóa (AGE-SECRET-KEY-1…) của người ấy.',
    by === 'passphrase'
      ? 'Nhập lại, chú ý bộ gõ tiếng Việt và phím hoa.'
      : 'Nêu đúng tệp khóa: --identity TỆP-KHÓA',
  ],
  'backup.other': ({ path, book }) => [
    `${path} là bản sao lưu của sổ khác, không phải sổ đang nằm ở ${book}.`,
    'Khôi phục là trả sổ về bản sao lưu của chính nó.',
    'Khôi phục ra tên khác: --book TÊN-MỚI.db; nếu đúng là muốn thay bằng sổ khác, thêm --other-book.',
  ],
  'backup.failed': ({ path, reason }) => [
    `Chưa sao lưu được sổ ra ${path} (${saidOf(REASONS, reason) ?? reason}), nên chưa nhập danh sách.`,
    'Danh sách dài chỉ được nhập khi đã có bản sao lưu vừa làm; chưa có gì được ghi.',
    'Chừa chỗ trống, hoặc đặt thư mục khác: phucloi config set backups THƯ-MỤC; không cần sao lưu thì thêm --no-backup.',
  ],
};
