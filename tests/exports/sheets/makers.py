"""Builds forms, files and encodings for the tests of sheets."""

import datetime as dt
import io
import struct
import unicodedata
import zipfile
from decimal import Decimal

import openpyxl
import xlsxwriter

from exports.sheets import compound
from exports.sheets.slips import UnitMatch
from models.questionnaires.form import Choice, Form, Node

TODAY = dt.date(2026, 11, 20)
UNITS = {"06811": "Phường Uông Bí", "06820": "Phường Vàng Danh"}


def choices(*pairs):
    return tuple(Choice(name, {"vi": label}, Decimal(1)) for name, label in pairs)


def form():
    def ask(kind, name, label, choice_list=None):
        return Node(kind, name, f"/q/{name}", {"vi": label}, choice_list=choice_list)

    return Form(
        code="qn", version="1", titles={"vi": "Phiếu"}, default_language="vi", languages=("vi",),
        children=(
            ask("select_one", "cong_khai", "Việc công khai thủ tục hành chính", "muc"),
            ask("select_one", "thoi_gian", "Thời gian giải quyết hồ sơ", "han"),
            ask("select_multiple", "kenh_biet", "Biết thông tin qua đâu", "kenh"),
            ask("integer", "so_lan", "Số lần đi lại"),
            ask("decimal", "so_gio", "Số giờ chờ"),
            ask("date", "ngay_hen", "Ngày hẹn trả"),
            ask("time", "gio_den", "Giờ đến"),
            ask("text", "gop_y", "Góp ý"),
            Node("repeat", "lap", "/q/lap", children=(ask("text", "trong_lap", "Trong lặp"),)),
        ),
        choice_lists={
            "muc": choices(("rat_tot", "Rất tốt"), ("dap_ung", "Đáp ứng yêu cầu"),
                           ("chua", "Chưa đáp ứng yêu cầu")),
            "han": choices(("truoc", "Trước ngày hẹn trả kết quả"),
                           ("dung", "Đúng ngày hẹn trả kết quả"),
                           ("sau", "Sau ngày hẹn trả kết quả")),
            "kenh": choices(("web", "Cổng dịch vụ công"), ("bang", "Bảng niêm yết"),
                            ("hoi", "Hỏi cán bộ")),
        },
    )  # fmt: skip


def units(text, on):
    if text in UNITS:
        return UnitMatch(text)
    if text.casefold() == "vàng danh":
        return UnitMatch(None, ("06820", "07180"))
    for code, name in UNITS.items():
        if text.casefold() == name.casefold():
            return UnitMatch(code)
    return UnitMatch(None)


HEADER = ["Mã đơn vị", "Ngày thu phiếu", "Số phiếu", "Hợp lệ", "Lý do", "cong_khai", "thoi_gian"]
ROW = ["06811", dt.date(2026, 10, 5), "1", "Hợp lệ", None, "Rất tốt", "2"]


def xlsx(path, rows, *, title="Phiếu", more=()):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name in more:
        book.create_sheet(name)["A1"] = "x"
    book.save(path)
    return path


def sheets(path, rows_of):
    """A book of several sheets, `{name: rows}`."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in rows_of.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def shared_xlsx(path, rows):
    """A book whose texts are shared strings, as Excel and XlsxWriter write them."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def csv(path, rows, *, encoding="utf-8-sig", delimiter=","):
    lines = []
    for row in rows:
        cells = [cell.strftime("%d/%m/%Y") if isinstance(cell, dt.date) else cell for cell in row]
        lines.append(delimiter.join("" if cell is None else str(cell) for cell in cells))
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def biff(rows):
    """The workbook stream of an old .xls with labels and numbers (BIFF8)."""

    def record(kind, body):
        return struct.pack("<2H", kind, len(body)) + body

    def bof(kind):
        return record(0x0809, struct.pack("<4H2I", 0x0600, kind, 0, 1996, 0, 0))

    def text(value, size):
        return struct.pack(f"<{size}B", len(value), 1) + value.encode("utf-16-le")

    end = record(0x000A, b"")
    head = bof(0x0005) + record(0x0042, struct.pack("<H", 1200))
    sheet = b"\0\0" + text("Phiếu", "B")
    start = len(head) + 4 + 4 + len(sheet) + len(end)
    head += record(0x0085, struct.pack("<I", start) + sheet) + end
    width = max(len(row) for row in rows)
    body = bof(0x0010) + record(0x0200, struct.pack("<2I3H", 0, len(rows), 0, width, 0))
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            place = struct.pack("<3H", y, x, 0)
            if isinstance(cell, str):
                body += record(0x0204, place + text(cell, "H"))
            elif cell is not None:
                body += record(0x0203, place + struct.pack("<d", cell))
    return head + body + end


def xls(path, rows):
    path.write_bytes(compound.wrap("Workbook", biff(rows)))
    return path


def zipped(path, parts, *, compress=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compress) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bomb(path, size=1 << 30):
    """A gigabyte of zeros that says so, written without ever holding it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(size >> 20):
                member.write(bytes(1 << 20))
    return path


def to_tcvn3(text):
    from exports.sheets import legacy

    codes = {letter: chr(code) for code, letter in legacy._TCVN3.items()}
    codes |= {letter.upper(): code for letter, code in codes.items() if letter.upper() not in codes}
    return "".join(codes.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


_VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_HAT = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_VNI_I = {"\u0301": "í", "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}


def to_vni(text):
    """Encode letter by letter from the rules: base, shape, tone; apart from the tables tested."""
    return "".join(_vni_letter(letter) for letter in unicodedata.normalize("NFC", text))


def _vni_letter(letter):
    if letter in "đĐ":
        return "ñ" if letter == "đ" else "Ñ"
    base, *marks = unicodedata.normalize("NFD", letter.lower())
    tone = next((mark for mark in marks if mark in _VNI_TONES), "")
    if base == "i" and tone:
        coded = _VNI_I[tone]
    elif base == "y" and tone == "\u0323":
        coded = "î"
    elif "\u0302" in marks:
        coded = base + _VNI_HAT[tone]
    elif "\u0306" in marks:
        coded = base + _VNI_BREVE[tone]
    else:
        horn = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
        coded = horn + (_VNI_TONES[tone] if tone else "")
    return coded.upper() if letter.isupper() else coded


def good_xlsx():
    out = io.BytesIO()
    book = openpyxl.Workbook()
    for row in [HEADER, ROW, ROW]:
        book.active.append(row)
    book.save(out)
    return out.getvalue()
