import { once } from '../../domain/once.ts';
import type { PromptWords, Questions } from './questions.ts';

export const questions = once((): Questions => ({
  confirm: () => 'Ghi vào sổ?',
  donor: (a) => `«${a.name}» là ai?`,
  nobody: () => 'không phải ai trong số này (nhớ cho lần sau)',
  later: () => 'để sau',
  erase: (a) => `Thông tin cá nhân của ${a.code} xóa rồi không lấy lại được. Gõ lại mã để xóa (${a.code}):`,
  closeMonth: (a) => `Gõ lại tháng để khóa (${a.month}):`,
  reopenMonth: (a) =>
    `Mở lại thì biên bản khóa sổ đã ký không còn khớp sổ. Gõ lại tháng để mở lại (${a.month}):`,
  recovery: (a) =>
    `Mã khôi phục, chỉ hiện lần này:\n\n    ${a.code}\n\nChép ra giấy, niêm phong, cất vào két của công đoàn. Quên cụm mật khẩu thì chỉ còn mã này mở được; mất cả hai thì thông tin riêng trong sổ mất hẳn.`,
  recoveryWritten: () => 'Chép xong, gõ lại bốn ký tự cuối của mã:',
  recoveryAgain: () => 'Không đúng bốn ký tự cuối. Xem lại mã ở trên.',
  recoveryVoid: () => 'Mã vừa hiện không có giá trị: hủy tờ giấy đã chép.',
  forgetWord: () => 'bỏ hẳn',
  forget: (a) =>
    `Bỏ hẳn thông tin riêng trong sổ, không lấy lại được nữa. Chỉ làm khi đã mất cả cụm mật khẩu lẫn mã khôi phục. Gõ «${a.word}» để bỏ:`,
  restore: (a) =>
    a.isThere
      ? `Sổ đang dùng sẽ được thay. Gõ lại tên bản sao lưu để thay (${a.backup}):`
      : `Chưa có sổ ở đây. Gõ lại tên bản sao lưu để khôi phục (${a.backup}):`,
  endWord: () => 'kết thúc',
  endBook: (a) =>
    `Kết thúc sổ: mọi khoản tiền được chi bàn giao, sổ khóa hẳn, không ghi thêm được gì nữa. Gõ «${a.word}» để kết thúc:`,
  lockYear: (a) => `Năm đã khóa hẳn không mở lại được. Gõ lại năm để khóa hẳn (${a.year}):`,
}));

export const prompt = once((): PromptWords => ({
  yes: 'Có',
  no: 'Không',
  yesOrNo: 'Gõ c (có) hoặc k (không).',
  nothingFits: 'Không tìm thấy; thử gõ ít chữ hơn.',
  secret: 'Cụm mật khẩu (quên thì gõ mã khôi phục):',
  unseen: {
    id: 'Số CCCD (gõ không hiện chữ):',
    former: 'Số CMND cũ (gõ không hiện chữ):',
    spouse: 'Số CCCD của vợ hoặc chồng (gõ không hiện chữ):',
    phone: 'Số điện thoại (gõ không hiện chữ):',
    account: 'Số tài khoản (gõ không hiện chữ):',
    payeeAccount: 'Số tài khoản của người nhận thay (gõ không hiện chữ):',
    reason: 'Lý do (gõ không hiện chữ):',
  },
  nothingTyped: 'Chưa gõ gì. Gõ vào, hoặc Ctrl-C để thôi.',
  notTheWord: 'Gõ chưa đúng. Gõ lại, hoặc xóa hết rồi Enter để thôi.',
  newSecret: (least) => `Cụm mật khẩu mới (từ ${least} ký tự, nên gồm nhiều từ):`,
  tooShort: (least) => `Quá ngắn: phải từ ${least} ký tự. Gõ dài thêm.`,
  again: 'Gõ lại lần nữa:',
  notSame: 'Không giống lần trước. Gõ lại cho giống, hoặc Ctrl-C để thôi.',
  keys: { navigate: 'chọn', select: 'xác nhận', 'toggle visibility': 'hiện chữ' },
}));
