"""The bench's rows by XlsxWriter in constant-memory mode: python3 recipients.py ROWS FILE."""

import datetime
import resource
import sys

import xlsxwriter

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Nông"]
MIDDLES = ["Thị", "Văn", "Thị Thanh", "Đức", "Thị Hồng", "Quang", "Thị Ngọc"]
GIVEN = ["An", "Ánh", "Bình", "Chi", "Dương", "Đào", "Hà", "Hạnh", "Lan", "Mai", "Phương", "Yến"]
HEADINGS = ["STT", "Mã", "Họ và tên", "Đơn vị", "Đối tượng", "Nguồn", "Tiền mặt", "Hiện vật", "Cộng"]
HEADINGS += ["Quyết định", "Chứng từ", "Ngày chi", "Ký nhận"]

rows, path = int(sys.argv[1]), sys.argv[2]
book = xlsxwriter.Workbook(path, {"constant_memory": True})
sheet = book.add_worksheet("2024-01")
look = {"font_name": "Times New Roman", "font_size": 11, "border": 1}
text = book.add_format({**look, "num_format": "@", "text_wrap": True})
code = book.add_format({**look, "num_format": "@", "text_wrap": True, "align": "center"})
amount = book.add_format({**look, "num_format": "#,##0"})
day = book.add_format({**look, "num_format": "dd/mm/yyyy", "align": "center"})
bold = book.add_format({**look, "bold": True, "num_format": "#,##0"})
sheet.freeze_panes(4, 0)
sheet.repeat_rows(3)
sheet.set_column(0, 12, 12)
sheet.write_string(0, 0, "BÁO CÁO CHI CHĂM LO ĐOÀN VIÊN, NGƯỜI LAO ĐỘNG", bold)
for at, heading in enumerate(HEADINGS):
    sheet.write_string(3, at, heading, bold)
paid, signed = datetime.date(2024, 1, 26), datetime.date(2024, 1, 30)
for at in range(rows):
    row, held = at + 4, at % 7 == 0
    sheet.set_row(row, 31 if held else 18)
    sheet.write_number(row, 0, at + 1, code)
    sheet.write_string(row, 1, f"DV{at + 1:06}", code)
    sheet.write_string(row, 2, f"{SURNAMES[at % 10]} {MIDDLES[at % 7]} {GIVEN[at % 12]}", text)
    sheet.write_string(row, 3, f"DV{at % 95}", code)
    sheet.write_string(row, 4, "Bệnh hiểm nghèo" if at % 3 == 0 else "HCKK", text)
    sheet.write_string(row, 5, "TET, TINH" if held else "TET", text)
    sheet.write_number(row, 6, 500000, amount)
    if held:
        sheet.write_number(row, 7, 300000, amount)
    else:
        sheet.write_blank(row, 7, None, amount)
    sheet.write_number(row, 8, 800000 if held else 500000, amount)
    sheet.write_string(row, 9, "12/QĐ-CĐYT", text)
    sheet.write_string(row, 10, "PC-TET-2024-0001\nPC-TINH-2024-0001" if held else "PC-TET-2024-0001", code)
    sheet.write_datetime(row, 11, paid, day)
    sheet.write_datetime(row, 12, signed, day)
last = rows + 4
for at, letter in ((6, "G"), (7, "H"), (8, "I")):
    sheet.write_formula(last, at, f"=SUBTOTAL(9,{letter}5:{letter}{last})", bold)
book.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, end="")
