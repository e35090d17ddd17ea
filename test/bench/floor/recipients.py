"""The bench's rows by XlsxWriter in constant-memory mode: python3 recipients.py PEOPLE FILE."""

import datetime
import sys

import xlsxwriter

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Nông"]
MIDDLES = ["Thị", "Văn", "Thị Thanh", "Đức", "Thị Hồng", "Quang", "Thị Ngọc"]
GIVEN = ["An", "Ánh", "Bình", "Chi", "Dương", "Đào", "Hà", "Hạnh", "Lan", "Mai", "Phương", "Yến"]
HEADINGS = ["STT", "Mã", "Họ và tên", "Đơn vị", "Đối tượng", "Nguồn", "Tiền mặt", "Hiện vật", "Cộng"]
HEADINGS += ["Quyết định", "Chứng từ", "Ngày chi", "Ký nhận"]

UNITS = 95

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


def sums(row, label, first, last):
    sheet.write_string(row, 0, label, bold)
    for column in range(1, 13):
        if column in (6, 7, 8):
            letter = "ABCDEFGHI"[column]
            sheet.write_formula(row, column, f"=SUBTOTAL(9,{letter}{first + 1}:{letter}{last})", bold)
        else:
            sheet.write_blank(row, column, None, bold)


each, row = -(-rows // UNITS), 4
for start in range(0, rows, each):
    unit, first = f"DV{start // each + 1}", row + 1
    name = f"Công đoàn cơ sở Trung tâm Y tế số {start // each + 1}"
    sheet.write_string(row, 0, f"{unit} – {name}", bold)
    for column in range(1, 13):
        sheet.write_blank(row, column, None, bold)
    for at in range(start, min(rows, start + each)):
        row, held = row + 1, at % 7 == 0
        sheet.set_row(row, 31 if held else 18)
        sheet.write_number(row, 0, at + 1, code)
        sheet.write_string(row, 1, f"DV{at + 1:06}", code)
        sheet.write_string(row, 2, f"{SURNAMES[at % 10]} {MIDDLES[at % 7]} {GIVEN[at % 12]}", text)
        sheet.write_string(row, 3, unit, code)
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
    sums(row + 1, f"Cộng {name}", first, row + 1)
    row += 2
sums(row, f"Tổng cộng: {rows} người", 4, row)
book.close()
