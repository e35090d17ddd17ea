import type { Refusals } from '../messages.ts';
import type { ServerDone } from './server.ts';

type Codes =
  | 'book.address'
  | 'book.unreachable'
  | 'book.denied'
  | 'book.unsure'
  | 'book.engine'
  | 'entity.exists'
  | 'entity.unknown'
  | 'entity.unsaid'
  | 'role.missing'
  | 'role.none'
  | 'role.file'
  | 'role.actor';

const ADDRESS = 'Địa chỉ sổ có dạng: postgres://máy-chủ/cơ-sở-dữ-liệu?entity=MÃ-ĐƠN-VỊ';

/** What is said of a server that does not prove who it is. */
export const UNPROVED = /CERT|TLS|SIGNED|UNABLE_TO/;

/** What stands in the way of a book on a server. */
export const serverFailures: Pick<Refusals['failures'], Codes> = {
  'role.missing': ({ login }) => [
    `Máy chủ không có tên đăng nhập ${login}.`,
    'Người quản trị máy chủ phải tạo tên đăng nhập trước, rồi mới giao sổ được.',
    `Nhờ người quản trị chạy: create role "${login}" login; rồi chạy lại lệnh này.`,
  ],
  'role.none': ({ login }) => [
    `${login} chưa được giao việc gì trong sổ này.`,
    'Chỉ thu lại được việc đã giao ở sổ này; người xem mọi sổ thì người quản trị máy chủ thu lại.',
    'Xem ai đang được làm gì: phucloi role list',
  ],
  'role.file': ({ path }) => [
    `Sổ ${path} là một tệp, không có tên đăng nhập.`,
    'Ai mở được tệp thì xem và ghi được; phân quyền chỉ có ở sổ trên máy chủ.',
    'Giữ tệp ở nơi chỉ thủ quỹ vào được; hoặc đưa sổ lên máy chủ: phucloi book copy postgres://…',
  ],
  'role.actor': ({ actor, login }) => [
    `Đang đăng nhập là ${login}, mà lệnh ghi tên người làm là ${actor}.`,
    'Trên máy chủ, người làm là người đã đăng nhập; không ghi thay tên người khác.',
    'Bỏ --actor (và PHUCLOI_ACTOR), hoặc đăng nhập bằng tên của người ấy.',
  ],
  'book.address': ({ what, name = '' }) => [
    {
      form: 'Không đọc được địa chỉ sổ trên máy chủ.',
      password: 'Địa chỉ sổ có ghi mật khẩu.',
      option: `Địa chỉ sổ có mục không dùng được: ${name}.`,
      port: `Số cổng trong địa chỉ sổ không phải là số: ${name}.`,
      schema: `Tên ngăn chứa sổ (schema) không dùng được: ${name}.`,
      sslmode: `Cách bảo vệ đường truyền (sslmode) không dùng được: ${name}.`,
      service: `Không tệp dịch vụ nào có mục [${name}].`,
      encoding: `Cơ sở dữ liệu dùng bảng mã ${name}.`,
    }[what],
    {
      form: ADDRESS,
      password: 'Mật khẩu không đứng trong địa chỉ: ai xem danh sách lệnh đang chạy cũng đọc được.',
      option:
        'Sau dấu ? chỉ có: host, port, user, dbname, service, sslmode, sslrootcert, sslcert, sslkey, schema, entity.',
      port: 'Cổng là một số, thường là 5432.',
      schema: 'Tên gồm chữ thường không dấu, chữ số và dấu _, bắt đầu bằng chữ.',
      sslmode: 'Chỉ có: verify-full (mặc định khi qua mạng), verify-ca, require, disable.',
      service: 'Dịch vụ ghi trong ~/.pg_service.conf, hoặc tệp mà PGSERVICEFILE nêu.',
      encoding: 'Chữ Việt cần bảng mã UTF8, chọn khi tạo cơ sở dữ liệu.',
    }[what],
    what === 'password'
      ? 'Bỏ mật khẩu khỏi địa chỉ; ghi vào tệp ~/.pgpass (PGPASSFILE), chỉ mình đọc được.'
      : 'Sửa lại --book; người quản trị máy chủ biết địa chỉ đúng.',
  ],
  'book.unreachable': ({ path, detail }) =>
    UNPROVED.test(detail)
      ? [
          `Máy chủ giữ sổ ${path} không chứng minh được mình là ai (${detail}).`,
          'Qua mạng, máy chủ phải có chứng thư mà máy này tin, và đường truyền phải được mã hóa; lệnh này chưa ghi gì.',
          'Xin người quản trị máy chủ tệp chứng thư gốc rồi thêm vào địa chỉ: sslrootcert=TỆP',
        ]
      : [
          `Không liên lạc được với máy chủ giữ sổ ${path} (${detail}).`,
          'Máy chủ phải đang chạy và mạng phải thông; lệnh này chưa ghi gì.',
          'Khi máy chủ đã chạy lại thì chạy lại lệnh này, không sợ ghi trùng; vẫn không được thì báo người quản trị máy chủ.',
        ],
  'book.denied': ({ path }) => [
    `Máy chủ không nhận lần đăng nhập này, hoặc không cho làm việc ấy trên sổ ${path}.`,
    'Mỗi người chỉ xem và ghi phần sổ được giao; đã bàn giao thì không ghi được nữa.',
    'Xem lại tên đăng nhập và mật khẩu (~/.pgpass); nếu đúng cả, nhờ người giữ sổ giao việc: phucloi role grant …',
  ],
  'book.unsure': ({ path }) => [
    `Mất liên lạc với máy chủ giữ sổ ${path} đúng lúc đang ghi: chưa biết thao tác đã được ghi hay chưa.`,
    'Chỉ chạy lại khi biết chắc thao tác chưa được ghi.',
    'Khi máy chủ chạy lại, xem bằng: phucloi operation list',
  ],
  'book.engine': ({ path }) => [
    `Sổ ${path} ở trên máy chủ: lệnh này chỉ làm với sổ là một tệp.`,
    'Sổ trên máy chủ do máy chủ sao lưu và khôi phục; một đơn vị thì lấy ra tệp riêng được.',
    'Đưa sổ từ tệp lên máy chủ hay lấy về: phucloi book copy …; xem docs/scale.md',
  ],
  'entity.exists': ({ entity }) => [
    `Sổ trên máy chủ đã có đơn vị ${entity}.`,
    'Mỗi mã đơn vị chỉ có một sổ.',
    'Dùng luôn sổ đang có (thêm ?entity=MÃ vào địa chỉ), hoặc lập với --code khác.',
  ],
  'entity.unknown': ({ entity, codes }) => [
    entity === ''
      ? 'Trên máy chủ không có sổ nào mà người đăng nhập này được xem.'
      : `Trên máy chủ không có sổ của đơn vị ${entity} cho người đăng nhập này.`,
    codes.length === 0 ? 'Phải được giao sổ thì mới mở được.' : `Đang xem được: ${codes.join(', ')}.`,
    'Nêu đúng mã đơn vị (?entity=MÃ trong địa chỉ, hoặc PHUCLOI_ENTITY), hay nhờ người giữ sổ giao việc.',
  ],
  'entity.unsaid': ({ codes }) => [
    `Sổ trên máy chủ có ${codes.length} đơn vị, chưa nêu là đơn vị nào.`,
    'Mỗi lệnh làm việc với sổ của một đơn vị.',
    `Thêm ?entity=MÃ vào địa chỉ, hoặc đặt PHUCLOI_ENTITY; các mã: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? ' …' : ''}`,
  ],
};

/** What somebody may no more; `reads`: every book was given by the owner, and only the owner ends that. */
export const loginEnded = (login: string, reads = false): string =>
  reads
    ? `${login} thôi giữ sổ này, nhưng vẫn được xem mọi sổ: người quản trị máy chủ giao, và chỉ người ấy thu lại được.`
    : `${login} không vào được sổ này nữa.`;

/** What was done with it. */
export const serverDone: ServerDone = {
  roleGranted: (a) =>
    `${a.login}: ${a.as}${a.unit === undefined ? '' : ` ${a.unit}`}.${a.ended === undefined ? '' : ` ${loginEnded(a.ended, a.reads)}`}`,
  roleRevoked: (a) => loginEnded(a.login, a.reads),
  bookCopied: (a) =>
    `Đã chép sổ của ${a.entity} sang ${a.to}: ${a.entries} bút toán, ${a.operations} thao tác, niêm phong nguyên vẹn.\nMã niêm phong (hai sổ như nhau): ${a.head}\nTừ nay chỉ ghi vào một trong hai sổ: ghi cả hai thì thành hai sổ khác nhau, không gộp lại được.`,
};

export const ROLE_COLUMNS = {
  login: 'Tên đăng nhập',
  may: 'Được làm',
  givenBy: 'Người giao',
  givenOn: 'Từ ngày',
};

/** What somebody is given to do, as it is said when it is given and in the list. */
export const ROLE_VALUES = {
  'role.treasurer': 'thủ quỹ, giữ sổ này',
  'role.inspector': 'kiểm tra, chỉ xem',
  'role.sector': 'giữ sổ này và xem sổ mọi đơn vị',
  'role.unit': 'theo dõi đoàn viên của',
  'may.keep': 'giữ sổ',
  'may.look': 'chỉ xem',
  'may.lookAll': 'chỉ xem, mọi sổ',
  'may.unit': 'xem người của đơn vị',
};
