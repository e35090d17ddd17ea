import type { TopicTexts } from '../help.ts';

export const topics: TopicTexts = {
  funds: `
Quỹ cho biết tiền của ai, để làm gì; nơi giữ tiền cho biết tiền đang nằm ở đâu:
két tiền mặt hay tài khoản ngân hàng. Một két thường giữ tiền của nhiều quỹ, nên
mỗi khoản tiền luôn gắn với cả hai, viết là QUỸ:NƠI. Sổ mới có sẵn hai nơi: cash
là két tiền mặt, bank là tài khoản ngân hàng; TET:cash là tiền quỹ Tết trong két.

Có hai loại quỹ:
  quỹ của đơn vị   thu, chi, số dư là của đơn vị
  tiền giữ hộ      thu hộ cấp trên, hoặc cấp trên gửi chi hộ; là khoản phải trả,
                   không tính vào thu, chi của đơn vị
Quỹ CHO giữ những khoản chưa rõ của ai; chỉ hoàn trả, không chi việc khác.

Thêm quỹ, nơi giữ tiền, và những việc quỹ được chi:
  phucloi fund add TAMLONG --name "Quỹ Tấm lòng vàng" --pays hardship gift
  phucloi place add bidv --name "Tài khoản BIDV" --kind bank --fund TCCD
  phucloi fund purpose MAIAM --add hardship --from 01/07/2024 --document 09/NQ-BCH

Rút, nộp tiền giữa két và ngân hàng không phải thu hay chi. Chuyển từ quỹ này
sang quỹ khác thì phải có văn bản:
  phucloi move --fund TET --from bank --to cash --amount 122.000.000 --on 25/01/2024
  phucloi transfer --from TCCD --to TET --place bank --amount 20.000.000 --on 10/01/2024 --document 03/NQ-BCH

Không quỹ nào, nơi nào được âm ở cuối bất cứ ngày nào. «Còn dùng được» là tiền
của quỹ trừ phần đã duyệt chưa chi và phần nhà hảo tâm dành riêng việc khác:
  phucloi balance
  phucloi ledger fund MAIAM --period 2024-01
`,
  rounds: `
Mọi khoản chăm lo đi qua bốn bước, mỗi bước ghi riêng và luôn được so với nhau:
đề nghị, duyệt, chi, ký nhận. Quà, hỗ trợ khó khăn, thăm hỏi và Mái ấm có các
lệnh như nhau. Quà phải mở đợt; ba loại kia tự có một đợt cho mỗi năm.

1. Mở đợt, với mức cho từng đối tượng và các hạn:
  phucloi programme add tet-2024 --kind gift --tet 2024 --level HCKK=500.000 ĐBKK=1.000.000
2. Nhập danh sách đề nghị; danh sách được so với quy định và với những gì mỗi
   người đã nhận:
  phucloi gift import danh-sach.xlsx --round tet-2024 --payer TET
3. Ban chấp hành ra quyết định. Duyệt quá số còn dùng được của quỹ thì bị từ
   chối:
  phucloi gift approve --round tet-2024 --decision 12/QĐ-CĐYT --on 15/01/2024 --by "Nguyễn Văn An"
4. In danh sách ký nhận, chi tiền: một phiếu chi cho cả lượt:
  phucloi gift sheet --round tet-2024 -o ky-nhan.xlsx
  phucloi gift pay --round tet-2024 --from TET:cash --on 01/02/2024
5. Ghi ai đã ký. Suất đã chi mà chưa ký thì chưa khóa được tháng:
  phucloi gift sign --round tet-2024 --all --except DV0123

Khoản khó khăn, nhà Mái ấm lập từng hồ sơ; thăm hỏi ghi trọn trong một dòng:
  phucloi hardship open --member DV0123 --amount 20.000.000 --payer XHTT --on 12/03/2024
  phucloi home open --member DV0123 --amount 20.000.000 --payer MAIAM --on 12/03/2024
  phucloi visit add DV0123 --kind ốm --on 12/03/2024 --from TCCD:cash --by "Lê Văn Bình"

Mỗi suất có thể gồm phần của quỹ mình, phần tiền giữ hộ và phần nguồn khác. Báo
cáo luôn nêu riêng «chi từ quỹ của đơn vị» và «tổng chăm lo mọi nguồn». Xem đợt
đến đâu, và vì sao một suất được ngần ấy:
  phucloi programme progress tet-2024
  phucloi explain tet-2024/0001
`,
  imports: `
Danh sách nhận từ CSV hoặc Excel, không cần sửa trước: chương trình tự tìm dòng
tiêu đề, bảng mã chữ, dấu ngăn, cách viết số tiền và ngày. Chỗ nào đọc được theo
hai cách thì chương trình hỏi hoặc từ chối, không đoán.

Nhận cả tệp hoặc không nhận gì. Dòng sai được nêu theo số dòng và cột. Muốn lấy
các dòng đúng, gửi trả các dòng sai kèm lý do:
  phucloi member import doan-vien.xlsx --rejects can-sua.xlsx
  phucloi member import doan-vien.xlsx --accept-good --rejects can-sua.xlsx

Xem trước mà không ghi: thêm -n. Cách đọc tệp có thể chỉ rõ, và lưu cho lần sau:
  phucloi member import doan-vien.xlsx -n
  phucloi contribution import ung-ho.csv --fund MAIAM --encoding tcvn3 --thousands dot
  phucloi contribution import ung-ho.csv --fund MAIAM --save-as ung-ho.json

Cùng một tệp nhập hai lần thì không có gì thay đổi. Danh sách gửi lại có thêm
vài dòng thì nói rõ: lấy dòng mới, thay danh sách cũ, hay tất cả đều mới:
  phucloi contribution import ung-ho-2.csv --fund MAIAM --supplements D4
  phucloi contribution import ung-ho-2.csv --fund MAIAM --replaces D4

Danh sách nộp kèm tiền mặt trong một ngày là một phiếu thu:
  phucloi contribution import ung-ho.csv --fund MAIAM --received-on 15/01/2024 --from-person "Lê Văn Bình"

Sao kê ngân hàng là bằng chứng, không tự ghi vào sổ quỹ; khớp nó với bút toán:
  phucloi statement import sao-ke.csv --account bank
  phucloi statement match --account bank --period 2024-01

Nhập nhầm thì hủy cả lần nhập: phucloi help suasai
`,
  closing: `
Khóa sổ là chốt một tháng: sau đó không ghi gì vào tháng ấy nữa. Các tháng khóa
lần lượt. Bốn bước:

1. Kiểm kê từng két tiền mặt, theo mệnh giá:
  phucloi cash count --place cash --on 31/01/2024 --notes 500000x4,200000x1 --by "Trần Thị Hòa"
2. Nhập sao kê hoặc ghi số dư ngân hàng xác nhận:
  phucloi statement import sao-ke.csv --account bank
  phucloi statement confirm --account bank --on 31/01/2024 --balance 100.000.000 --by "Ngân hàng Nông nghiệp Nam Sơn" --paper XN-01/2024
3. Đối chiếu: quỹ, két, ngân hàng, đã duyệt – đã chi – đã ký. Mỗi lỗi có kèm
   lệnh để xử lý; lệnh thoát với mã 1 khi còn điều phải xử lý:
  phucloi reconcile --period 2024-01
4. Khóa. Sổ được sao lưu, biên bản khóa sổ được viết ra để ký:
  phucloi close 2024-01

Lỗi thì chặn khóa sổ, cảnh báo thì không. Một lỗi có thể được chấp nhận đến một
ngày, có lý do và người chịu trách nhiệm; nó được in trong biên bản, chuyển sang
tháng sau, và thành lỗi lại khi quá ngày:
  phucloi reconcile accept award.unsigned:tet-2024/0007 --reason "Đi công tác, ký sau" --by "Nguyễn Văn An" --until 29/02/2024
Không bao giờ chấp nhận được: quỹ hoặc két bị âm, bút toán lệch, số phiếu bị
hổng, két chưa kiểm kê, sổ bị sửa ngoài chương trình.

Tháng khóa gần nhất mở lại được, có lý do; biên bản khóa lại kê những gì thay
đổi. Quyết toán năm được duyệt rồi thì khóa hẳn cả năm, không mở lại nữa:
  phucloi reopen 2024-01 --reason "Sót phiếu chi tiền xe ngày 28/01" --by "Nguyễn Văn An"
  phucloi lock 2024 --document 15/TB-LĐLĐ --by "Nguyễn Văn An"
`,
  corrections: `
Những gì đã ghi thì không sửa, không xóa: ghi thêm một bút toán để sửa, nên ai
cũng thấy đã sửa gì, lúc nào, vì sao. Có bốn trường hợp.

Ghi nhầm, tiền không hề chuyển động: đảo bút toán (ghi số âm). Sai số tiền, quỹ,
ngày thì sửa trong một lần, đảo rồi ghi lại:
  phucloi entry list --period 2024-01 --fund MAIAM
  phucloi entry reverse 128 --reason "Ghi nhầm quỹ"
  phucloi entry correct 128 --amount 1.500.000 --reason "Ghi thiếu một số 0"

Chỉ sai lời: nội dung, người nộp, người nhận, nhà hảo tâm. Số tiền giữ nguyên:
  phucloi entry describe 128 --content "Thuê xe chở quà lên Bản Lầu" --reason "Ghi thiếu nơi đến"
  phucloi entry link 128 --donor NHT001

Cả một lần nhập, chi, ký nhận, kiểm kê là nhầm: hủy cả thao tác, rồi làm lại.
Nếu việc sau đã dựa trên việc ấy thì hủy việc sau trước:
  phucloi operation list
  phucloi operation undo 12 --reason "nhập nhầm quỹ"

Tiền trả về thật (chuyển khoản hỏng, không ai nhận) thì không phải là nhầm: ghi
thu lại vào ngày tiền về, suất trở lại là chưa chi. Trả tiền cho nhà hảo tâm cũng
vậy:
  phucloi gift return --case tet-2024/0001 --on 05/02/2024 --reason "Sai số tài khoản"
  phucloi contribution refund 128 --from bank --on 05/02/2024 --reason "Chuyển nhầm tài khoản"

Bút toán của tháng đã khóa thì được đảo vào hôm nay. Khoản của tháng đã khóa mà
nay mới ghi thì thêm --book-on NGÀY vào tháng đầu tiên còn mở: khoản giữ ngày
của nó và được kê là «khoản kỳ trước ghi kỳ này».
`,
  periods: `
Ngày viết như trên giấy: 24/09/2024. Viết 2024-09-24 cũng được. Ngày trước,
tháng sau; 09/24/2024 thì bị từ chối, chương trình không tự đoán.

Tháng viết 2024-09 hoặc 09/2024. Kỳ dài hơn, ở những lệnh nhận --period KỲ:
  2024-01             tháng 1 năm 2024
  2024-Q1             quý I
  2024-H1             sáu tháng đầu năm
  2024                cả năm
  2023-12..2024-02    từ tháng đến tháng

  phucloi ledger fund MAIAM --period 2024-Q1
  phucloi report term --period 2024-H1 -o bao-cao-6-thang.pdf
  phucloi ledger cash --from 01/01/2024 --to 15/01/2024

Không nêu kỳ thì là tháng đang mở. Số dư tính đến hôm nay, hoặc đến ngày được
nêu; «đầu kỳ» của số dư là ngày 1 tháng 1 năm ấy, hoặc ngày mở sổ:
  phucloi balance --as-of 31/01/2024

Một khoản có thể có nhiều ngày: ngày ghi sổ (quyết định nó thuộc tháng nào),
ngày của giấy tờ, ngày cho hoặc ngày ngân hàng, lúc nhập vào máy. Không ghi gì
sau hôm nay. Hôm nay là ngày theo giờ Việt Nam; --today NGÀY coi một ngày khác
là hôm nay:
  phucloi reconcile --period 2024-01 --today 31/01/2024

Đợt Tết tính theo năm âm lịch: --tet 2024 tự có tên «Tết Giáp Thìn 2024» và ngày
mùng một, 10/02/2024.
`,
  files: `
Sổ là một tệp duy nhất, phucloi.db trong thư mục đang đứng, nếu không nêu
--book. Đừng để sổ trong thư mục đồng bộ (OneDrive, Google Drive): hai máy cùng
ghi thì một bên mất.
  phucloi balance --book /du-lieu/cong-doan.db

Mỗi lần khóa sổ, chương trình làm một bản sao lưu đã kiểm tra, và biên bản để ký
cạnh sổ. Trước khi nhập danh sách quá 1.000 dòng, sổ cũng được sao lưu; chỉ giữ
năm bản loại này. Sao lưu tay lúc nào cũng được; trong lúc chép, ai cũng đọc
được sổ, còn người ghi thì đợi chép xong. Thỉnh thoảng thử xem bản mới nhất có
khôi phục được không:
  phucloi backup
  phucloi doctor --drill

Cất một bản ở ngoài máy; bản trên USB thì mã hóa, vì USB dễ mất. Mã hóa bằng cụm
mật khẩu, hoặc đặt một lần khóa age1… (age-keygen làm ra) cho mọi bản sao lưu:
  phucloi backup --encrypt --to /media/usb/so --keep 12
  phucloi config set backupRecipient age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg
  phucloi config set backups /media/usb/so

Khôi phục thì kiểm tra bản sao lưu trước, cho biết sẽ mất những gì, rồi mới thay;
sổ đang dùng được giữ lại dưới tên khác (.replaced.db). Cạnh mỗi bản có tệp
.sha256 để đối chiếu:
  phucloi restore phucloi-2024-01.backup.db --dry-run
  phucloi restore phucloi-2024-01.backup.db

Danh sách, sổ, báo cáo viết ra tệp bằng -o; đuôi tệp cho biết dạng: .xlsx, .pdf,
.html để in và ký, .csv, .json cho chương trình khác. Tệp được viết trọn hoặc
không viết. Không có -o thì in ra màn hình:
  phucloi report disbursements --round tet-2024 -o bao-cao-tet.xlsx
  phucloi voucher print PC-TET-2024-0001 -o phieu-chi.pdf
  phucloi member list --format csv

Cấp trên có biểu riêng: điền thẳng vào tệp Excel ấy, hình thức giữ nguyên. Các
tên ô mà biểu được dùng, và một mẫu để bắt đầu:
  phucloi report template "report disbursements --round tet-2024" --list
  phucloi report template "report disbursements --round tet-2024" -o mau.xlsx
  phucloi report disbursements --round tet-2024 --template mau.xlsx -o bao-cao.xlsx

Ảnh, bản quét được giữ kèm chứng từ, suất, quyết định; sổ nhớ mã của tệp nên
biết tệp còn nguyên hay đã bị sửa:
  phucloi attach quyet-dinh.pdf --decision 12/QĐ-CĐYT
  phucloi attach list
`,
  scripts: `
Mọi lệnh nhận --json: một tài liệu JSON ra stdout dù xong hay bị từ chối; số
tiền là số nguyên, ngày theo ISO. Lời với người ra stderr. Không có màn hình,
hoặc có --no-input, thì không bao giờ hỏi: thiếu gì lệnh nêu tên tùy chọn và
thoát mã 2.
  phucloi balance --json
  phucloi contribution import ung-ho.csv --fund MAIAM --json --no-input
  phucloi help --json
Danh sách dài thì dùng --ndjson: mỗi dòng của danh sách là một dòng JSON.

Dấu - thay cho tên tệp: đọc từ lệnh khác, hoặc viết sang lệnh khác.
  phucloi contribution import - --fund MAIAM < ung-ho.csv
  phucloi ledger journal --period 2024-01 -o - --format csv

-n chạy thử: làm thật rồi trả lại như cũ, thoát với đúng mã của lần chạy thật.
-y trả lời «có» cho câu hỏi xác nhận, không chọn thay giữa hai cách hiểu.

Mã thoát:
  0    xong
  1    đối chiếu, kiểm tra thấy điều phải xử lý
  2    câu lệnh chưa đúng
  3    một quy tắc không cho phép
  4    tệp không nhận được
  5    không tìm thấy sổ, tệp, mã
  6    sổ đang bận, hoặc tệp đang mở ở chương trình khác; chạy lại được
  7    tệp sổ hỏng hoặc không phải sổ phucloi
  70   chương trình lỗi
  130  bị dừng giữa chừng
  143  máy yêu cầu dừng (tắt máy, hết giờ)

Biến môi trường (tùy chọn trên dòng lệnh được ưu tiên):
  PHUCLOI_BOOK   tệp sổ
  PHUCLOI_LANG   ngôn ngữ: vi, en
  PHUCLOI_ACTOR  người thao tác ghi trong sổ
  PHUCLOI_COLOR  tô đậm nhạt: auto, always, never; NO_COLOR cũng được theo
  PHUCLOI_PAGER  chương trình xem từng trang; không có thì theo PAGER
  PHUCLOI_LOCK_TIMEOUT  sổ đang có người khác ghi thì đợi bao nhiêu giây
  PHUCLOI_BACKUPS  thư mục cất bản sao lưu; không có thì cạnh sổ
  PHUCLOI_BACKUP_RECIPIENT  khóa age1… để mã hóa mọi bản sao lưu
  PHUCLOI_PASSPHRASE_FILE  tệp có cụm mật khẩu, chỉ mình bạn đọc được

Đặt một lần cho mọi lệnh trên máy này, và xem từng mục lấy từ đâu:
  phucloi config set lang vi
  phucloi config show --origin

Kiểm tra sổ hằng đêm, so với mã niêm phong đã chép trong biên bản:
  phucloi verify --json
  phucloi check --json
`,
};
