import type { Refusals } from '../messages.ts';
import { day, list } from './vi-terms.ts';
import { PAPER_NAMES } from './vi-papers.ts';

/** Refusals of paying, giving and transferring. */
export const payFailures = {
  'award.item': ({ award, item, quantity, given }) => [
    `Suất ${award} được duyệt ${quantity} ${item}, không phải ${given}.`,
    'Hiện vật giao phải đúng mặt hàng và số lượng đã duyệt.',
    `Giao đúng: phucloi goods give --item ${item} --quantity ${quantity} --case ${award} …`,
  ],
  'part.quantity': ({ award, item }) => [
    `Suất ${award} có phần hiện vật nhưng không nêu số lượng ${item}.`,
    'Mỗi suất hiện vật phải biết giao mấy đơn vị.',
    `Nêu số lượng cho mỗi suất: --goods ${item}=1`,
  ],
  'part.waiting': ({ award, day: on, due, needs, more }) => [
    due !== undefined
      ? `Suất ${award}: kỳ chi ngày ${day(due)}, chưa đến vào ngày ${day(on)}.${others(more)}`
      : `Suất ${award} chưa có ${needs === undefined ? 'giấy tờ phải có' : PAPER_NAMES[needs]} vào ngày ${day(on)}.${others(more)}`,
    'Mỗi phần chỉ chi khi đến kỳ và hồ sơ đã có giấy tờ mà phần đó chờ; giấy tờ mới hẹn nộp chưa tính.',
    due !== undefined ? `Chi từ ngày đến kỳ: --on ${day(due)}` : 'Ghi giấy tờ vào hồ sơ rồi chi lại.',
  ],
  'item.face': ({ item }) => [
    `${item} không có mệnh giá nên không tự biết trị giá.`,
    'Phần hiện vật phải có trị giá để duyệt, giao và ký nhận.',
    `Nêu trị giá mỗi suất: --goods ${item}=1:300.000`,
  ],
  'transfer.cash': ({ place }) => [
    `«${place}» là két tiền mặt, không viết được danh sách chuyển khoản.`,
    'Danh sách chuyển khoản chỉ dành cho lượt chi từ tài khoản ngân hàng.',
    'Chi từ tài khoản: --from QUỸ:bank',
  ],
  'transfer.none': ({ round, kind }) => [
    `Đợt ${round} không có suất nào chi qua ngân hàng đã khớp sao kê mà chưa ký nhận.`,
    'Chuyển khoản thay chữ ký chỉ khi khoản chi khớp với một dòng sao kê của ngân hàng.',
    `Xem tình trạng: phucloi ${kind} list --round ${round}; khớp sao kê: phucloi statement match`,
  ],
  'account.missing': ({ awards, more, member }) => [
    `Không viết danh sách chuyển khoản: ${awards.length + more} suất chưa có số tài khoản (${list(awards)}${more > 0 ? `, …` : ''}).`,
    'Danh sách chuyển khoản phải đủ người; thiếu một người thì chưa chi cho ai.',
    `${member === undefined ? 'Người nhận thay chưa có số tài khoản (--payee-account khi lập hồ sơ): chi' : `Bổ sung: phucloi member set ${member} --account - --bank NGÂN-HÀNG; hoặc chi`} tiền mặt riêng cho các suất này: --case MÃ --from QUỸ:cash`,
  ],
} satisfies Partial<Refusals['failures']>;

function others(more: number): string {
  return more > 0 ? ` Còn ${more} phần nữa cũng đang chờ.` : '';
}
