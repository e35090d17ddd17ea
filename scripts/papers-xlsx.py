"""Reads workbooks with openpyxl: amounts must be numbers, days days, text text. Run by papers-xlsx.mjs.

    python3 papers-xlsx.py FILE...

Prints a JSON object of what was read and what was wrong; warnings of the library are wrong too.
"""

import datetime
import json
import sys
import warnings

import openpyxl

AMOUNTS = ("#,##0", "0")
DAY = "dd/mm/yyyy"


def fault_of(cell, stored):
    """What is wrong with a cell; `stored` is the value that a formula has beside it."""
    if stored.value is None:
        return "a formula without a value" if cell.data_type == "f" else None
    shape = cell.number_format
    if shape == DAY and not isinstance(stored.value, datetime.datetime):
        return f"no day: {stored.value!r}"
    # A figure that public papers withhold is a star.
    if shape.startswith(AMOUNTS) and stored.value != "*" and not isinstance(stored.value, int):
        return f"no whole number: {stored.value!r}"
    if shape == "@" and (cell.data_type == "f" or not isinstance(stored.value, str)):
        return f"no text: {cell.value!r}"
    return None


def main(paths):
    warnings.simplefilter("error")
    faults, counts, styles = [], {"numbers": 0, "days": 0, "texts": 0, "formulas": 0}, set()
    for path in paths:
        book, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is None:
                        continue
                    stored = values[sheet.title][cell.coordinate]
                    fault = fault_of(cell, stored)
                    if fault is not None:
                        faults.append(f"{path} {sheet.title}!{cell.coordinate}: {fault}")
                    counts["formulas"] += cell.data_type == "f"
                    counts["days"] += isinstance(stored.value, datetime.datetime)
                    counts["numbers"] += isinstance(stored.value, int)
                    counts["texts"] += isinstance(stored.value, str)
                    styles.add(cell.style)
    json.dump({"faults": faults, "counts": counts, "styles": sorted(styles)}, sys.stdout)


main(sys.argv[1:])
