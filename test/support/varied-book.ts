import { SMALL_BOOK } from './transcript.ts';
import type { Stage } from './play.ts';

/** Lists and other files that lie beside the book: good, bad, empty, cut, and no list at all. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'ung-ho.csv': 'Ngày,Tên,Số tiền\n05/02/2024,Công ty Suối Nguồn,2.000.000\n06/02/2024,Bà Tư,300.000\n',
  'sai.csv': 'Ngày,Tên,Số tiền\n33/01/2024,Nguyễn Văn Một,1.500\n05/01/2024,,abc\n',
  'doan-vien.csv': 'Mã,Họ tên,Đơn vị\nM8,Vũ Thị Hoa,BVA\nM9,Đỗ Văn Khoa,TTB\n',
  'don-vi.csv': 'Mã,Tên đơn vị\nTTC,CĐCS Trung tâm C\n',
  'qua.csv': 'Mã,Họ tên,Đơn vị,Đối tượng\nM1,Nguyễn Thị Ánh,BVA,HCKK\nM4,Phạm Hòa,TTB,ĐBKK\n',
  'sao-ke.csv': 'Ngày,Nội dung,Ghi có,Ghi nợ,Số dư\n05/02/2024,UNG HO MAI AM,500.000,,100.500.000\n',
  'dau-ky.csv': 'Quỹ,Nơi giữ,Số tiền\nTET,cash,1.000.000\n',
  'rong.csv': '',
  'cat.xlsx': 'PK\u0003\u0004 cắt ngang',
  'hong.json': '{"lines": [',
  'anh.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
};

/** Some of everything: both kinds of place, people, every programme, awards in every state, a loan, goods, an advance, a statement, a closed month. */
const LINES: readonly string[] = [
  'place add quay --kind cash --name "Quỹ tiền mặt tại quầy"',
  'donor add --code D1 --name "Công ty Dược phẩm Suối Nguồn"',
  'appeal add bao-yagi --name "Ủng hộ đồng bào bị bão" --fund XHTT --from 2024-01-05',
  'contribution add --fund XHTT --amount 9.000.000 --on 10/01/2024 --donor D1 --to bank --appeal bao-yagi',
  'receipt add --fund CHO --amount 1.000.000 --on 12/01/2024 --note "Chuyển khoản chưa rõ của ai" --to bank',
  'allocation --fund TINH --to bank --amount 5.000.000 --on 12/01/2024 --document 05/QĐ-LĐLĐ --from "LĐLĐ tỉnh Nam Sơn"',
  'receipt add --fund TCCD --to bank --amount 3.000.000 --on 15/01/2024 --note "Lãi tiền gửi"',
  'expense add --fund TCCD --from bank --amount 20.000 --on 16/01/2024 --note "Phí chuyển tiền"',
  'move --fund TCCD --from bank --to cash --amount 500.000 --on 17/01/2024',
  'loan give --from XHTT --to TCCD --place bank --amount 1.000.000 --on 17/01/2024 --due 30/06/2024 --document 3/QĐ',
  'goods add gao --name "Gạo 10 kg" --measure bao',
  'goods buy --item gao --quantity 10 --amount 1.000.000 --fund TCCD --from bank --on 18/01/2024',
  'gift open --round tet --member M1 --category HCKK --payer TET',
  'gift open --round tet --member M2 --category ĐBKK --payer TET',
  'gift open --round tet --member M3 --category HCKK --payer TET',
  'gift approve --round tet --decision 12/QĐ-CĐYT --on 16/01/2024 --by "Nguyễn Văn An"',
  'gift pay --round tet --case tet/0001 tet/0002 --from TET:cash --on 20/01/2024',
  'gift sign --round tet --all --count 2 --total 1.500.000 --paper DS-01 --on 21/01/2024',
  'cash count --place cash --on 31/01/2024 --total 6.000.000 --by "Trần Thị Hòa"',
  'close 2024-01 --no-papers',
  'programme add kho-khan --kind hardship --name "Hỗ trợ đoàn viên khó khăn" --on 01/01/2024',
  'programme add mai-am --kind home --name "Mái ấm Công đoàn 2024" --on 01/01/2024',
  'hardship open --round kho-khan --member M3 --amount 1.000.000 --payer XHTT',
  'home open --round mai-am --member M4 --amount 20.000.000 --payer MAIAM',
  'visit add M2 --kind ốm --on 20/02/2024 --amount 300.000 --from TCCD:bank --by "Trần Thị Hòa" --decision 24/QĐ',
  'statement import sao-ke.csv --account bank',
  'advance pay --fund TCCD --from bank --amount 200.000 --on 22/02/2024 --holder "Lê Thị Đào" --due 22/03/2024',
];

/** Fills a folder with that book and those files. */
export async function variedBook(stage: Stage): Promise<void> {
  for (const [name, content] of Object.entries(FILES)) stage.write(name, content);
  stage.write('thu-muc/ben-trong.txt', 'x\n');
  for (const line of [...SMALL_BOOK, ...LINES]) await stage.data(line);
}
