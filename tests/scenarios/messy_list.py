"""A commune's lists as they come: several layouts in one workbook, and what must be read of them.

Names, streets and numbers are invented; what a household must be in the register is kept beside
the cells that say it, so that nothing of the product is asked what is right.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.exports.sheets.makers import to_tcvn3

SEED = 3000
BAC_SON, QUANG_TRUNG, TRUNG_VUONG, NAM_KHE, YEN_CONG = "06814", "06817", "06820", "06823", "06829"
UONG_BI, VANG_DANH, YEN_TU = "06811", "06820", "06832"
# Today's unit of what stood in one piece; the hamlets of Trưng Vương are for the officer to settle.
TODAY = {BAC_SON: VANG_DANH, QUANG_TRUNG: UONG_BI, NAM_KHE: VANG_DANH, YEN_CONG: YEN_TU}
SETTLED = {"Khu 1": UONG_BI, "Khu 2": VANG_DANH, "Khu 3": UONG_BI}
# A column that nobody can guess: the officer says what it holds.
ODD_HEADER = "Người đứng sổ"
BOOK, FIRST_BOOK = "Danh sách hộ năm 2026.xlsx", "Danh sách cấp mã đợt 1.xlsx"

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương")
_MIDDLE = ("Văn", "Thị", "Đức", "Hữu", "Minh", "Ngọc", "Quốc", "Thanh", "Xuân")
_GIVEN = ("Hùng", "Lan", "Tuấn", "Hương", "Dũng", "Hòa", "Mạnh", "Nga", "Quyết", "Thảo", "Sơn",
          "Yến", "Phương", "Toàn", "Loan", "Cường", "Hiền", "Bắc")  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V")
_STREETS = ("Trần Phú", "Lê Lợi", "Quang Trung", "Hòa Bình", "Nguyễn Du")


@dataclass(frozen=True, slots=True)
class Home:
    """A household as the register must know it once the lists are taken in; "" for nothing."""

    unit: str
    old_unit: str
    hamlet: str
    name: str
    house_number: str
    street: str
    phone: str = ""
    code: str = ""
    has_plate: bool = False
    address: str = ""
    list_code: str = ""


@dataclass(frozen=True, slots=True)
class Likely:
    """A row that may be a known household: its name as the new list and as the first wrote it."""

    name: str
    known: str
    is_same: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """The two workbooks, what the register must hold after both, and what becomes of the rows.

    `problems` are (sheet, row, what stands in the name's column) of each rejected row.
    """

    first: Path
    book: Path
    homes: tuple[Home, ...]
    likely: tuple[Likely, ...]
    first_rows: int
    rows: int
    added: int
    updated: int
    unchanged: int
    problems: tuple[tuple[str, int, str], ...]


class Maker:
    """Makes both workbooks into a folder; the same ones in every run."""

    def __init__(self) -> None:
        self.pick = random.Random(SEED)
        self.book = openpyxl.Workbook()
        self.homes: list[Home] = []
        self.problems: list[tuple[str, int, str]] = []
        self._codes = self._phones = 0

    def make(self, folder: Path) -> Lists:
        """Write the workbooks."""
        known, again, likely = self._first_homes()
        first = self._write_first(folder / FIRST_BOOK, known)
        self.book.remove(self.book.worksheets[0])
        self._bac_son(900)
        self._quang_trung(1000, again)
        self._trung_vuong(600)
        self._mixed(500)
        book = folder / BOOK
        self.book.save(book)
        settled = {home.name for home in again} | {one.known for one in likely}
        left = [home for home in known if home.name not in settled and not home.code]
        # Known by their code: a letter of the name was put right since.
        renamed = sum(home not in known for home in again if home.code)
        joined = sum(one.is_same for one in likely)
        same = sum(home in known for home in again)
        apart = [home for home in known for one in likely
                 if home.name == one.known and not one.is_same]  # fmt: skip
        homes = (*self.homes, *left, *apart)
        return Lists(
            first, book, homes, tuple(likely), len(known), 3000,
            len(self.homes) - renamed - joined - same, renamed + joined, same,
            tuple(self.problems),
        )  # fmt: skip

    # What there is.

    def person(self) -> str:
        return " ".join(self.pick.choice(words) for words in (_FAMILY, _MIDDLE, _GIVEN))

    def code(self) -> str:
        self._codes += 1
        return f"02213{self._codes:05d}"

    def phone(self) -> str:
        self._phones += 1
        return f"09{12_000_000 + 7 * self._phones}"

    def drawn(self, count: int, old_unit: str, hamlet: str) -> Iterator[Home]:
        """Yield households of a hamlet, no two behind one door."""
        for number in range(1, count + 1):
            has_code = self.pick.random() < 0.42
            yield Home(
                TODAY.get(old_unit) or SETTLED[hamlet], old_unit, hamlet, self.person(),
                str(number), self.pick.choice(_STREETS),
                self.phone() if self.pick.random() < 0.6 else "",
                self.code() if has_code else "",
                has_code and self.pick.random() < 0.3,
            )  # fmt: skip

    def _first_homes(self) -> tuple[list[Home], list[Home], list[Likely]]:
        """Return the first list, its households as the second names them, and the unsure ones."""

        def home(number: int, name: str, street: str, **said: Any) -> Home:
            return Home(UONG_BI, QUANG_TRUNG, "Khu 5", name, str(number), street, **said)

        same = [
            home(100 + n, f"Tăng Bảo {given}", "Bạch Đằng", phone=self.phone(), code=self.code())
            for n, given in enumerate(("Khánh", "Vinh", "Kiên", "Duy"))
        ]
        renamed = [home(200 + n, f"Mạc Đình {given}", "Ngõ Giếng", code=self.code())
                   for n, given in enumerate(("Hoan", "Nhuận", "Tín"))]  # fmt: skip
        left = [home(300 + n, f"Lương Khả {given}", "Đồi Chè")
                for n, given in enumerate(("Uy", "Ích", "Ân"))]  # fmt: skip
        unsure = [
            home(400, "Phạm Thị Thanh Huyền", "Bến Dừa"),
            home(401, "Trần Thị Thanh Nhàn", "Bến Dừa"),
        ]
        new = [replace(one, name=one.name.replace("Đình", "Đinh")) for one in renamed]
        likely = [Likely("Phạm Huyền", "Phạm Thị Thanh Huyền", True),
                  Likely("Trần Nhàn", "Trần Thị Thanh Nhàn", False)]  # fmt: skip
        short = [replace(home, name=one.name) for home, one in zip(unsure, likely, strict=True)]
        return [*same, *renamed, *left, *unsure], [*same, *new, *short], likely

    def _write_first(self, path: Path, homes: Sequence[Home]) -> Path:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(["STT", "Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu",
                      "Phường/Xã cũ", "Mã ĐCS"])  # fmt: skip
        for number, home in enumerate(homes, 1):
            sheet.append([number, home.name, home.phone, home.house_number, home.street,
                          home.hamlet, "Phường Quang Trung", home.code])  # fmt: skip
        book.save(path)
        return path

    # The sheets, each as somebody else keeps it.

    def _bac_son(self, count: int) -> None:
        """Titles, a header over two rows, sections, repeated headers, totals; codes as numbers."""
        sheet = self.book.create_sheet("Bắc Sơn")
        _titles(sheet, "UBND PHƯỜNG BẮC SƠN", "DANH SÁCH HỘ DÂN CƯ TRÊN ĐỊA BÀN")
        upper = ["STT", "Họ và tên chủ hộ", "Địa chỉ", None, "SĐT", "Địa chỉ số", None]
        lower = [None, None, "Số nhà", "Đường", None, "Mã ĐCS", "Đã gắn biển"]
        sheet.append(upper)
        sheet.append(lower)
        for merged in ("A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:G4"):
            sheet.merge_cells(merged)
        sheet.append([f"({number})" for number in range(1, 8)])
        hamlets = len(_ROMAN)
        for hamlet in range(1, hamlets + 1):
            sheet.append([f"{_ROMAN[hamlet - 1]}. KHU {hamlet} ({count // hamlets} hộ)"])
            for number, home in enumerate(
                self.drawn(count // hamlets, BAC_SON, f"Khu {hamlet}"), 1
            ):
                self.homes.append(home)
                # Half of the names were typed on another system, in its own Unicode.
                form = "NFD" if number % 2 else "NFC"
                sheet.append([
                    number, unicodedata.normalize(form, home.name), home.house_number, home.street,
                    int(home.phone) if home.phone else None,
                    int(home.code) if home.code else None, "x" if home.has_plate else None,
                ])  # fmt: skip
                if number % 60 == 0:
                    sheet.append(upper)
                    sheet.append(lower)
            sheet.append([None, f"Cộng khu {hamlet}: {count // hamlets} hộ"])
        sheet.append([None, f"Tổng cộng: {count} hộ"])
        sheet.append([None, None, None, None, "Ngày 05 tháng 10 năm 2026"])
        sheet.append([None, None, None, None, "Người lập biểu"])

    def _quang_trung(self, count: int, again: Sequence[Home]) -> None:
        """Other columns in another order, hamlets as bare numbers, a name for names of its own."""
        sheet = self.book.create_sheet("Quang Trung")
        sheet.append(["Mã ĐCS", "Khu", "Phường/Xã cũ", "Số nhà", "Phố", "Điện thoại", ODD_HEADER,
                      "Gắn biển", "Ghi chú"])  # fmt: skip
        sizes = {"Khu 1": 300, "Khu 2": 250, "Khu 3": 66, "Khu 4": 200, "Khu 5": 0}
        sizes["Khu 5"] = count - sum(sizes.values()) - len(again)
        drawn = [home for hamlet, size in sizes.items()
                 for home in self.drawn(size, QUANG_TRUNG, hamlet)]  # fmt: skip
        for home in (*drawn, *again):
            self.homes.append(home)
            sheet.append([
                home.code or None, home.hamlet.split()[1], "P. Quang Trung", home.house_number,
                home.street, home.phone or None, home.name, "Đã gắn" if home.has_plate else "Chưa",
                "đã rà" if home.has_plate else None,
            ])  # fmt: skip

    def _trung_vuong(self, count: int) -> None:
        """Text of before Unicode; the ward was split."""
        sheet = self.book.create_sheet("TV")
        sheet.append([to_tcvn3(text) for text in (
            "Số TT", "Họ và tên", "Số nhà", "Đường phố", "Thôn khu", "Phường xã cũ", "Điện thoại",
        )])  # fmt: skip
        for hamlet in SETTLED:
            for number, home in enumerate(
                self.drawn(count // len(SETTLED), TRUNG_VUONG, hamlet), 1
            ):
                self.homes.append(replace(home, code="", has_plate=False))
                sheet.append([number, to_tcvn3(home.name), home.house_number,
                              to_tcvn3(home.street), hamlet, to_tcvn3("Phường Trưng Vương"),
                              home.phone or None])  # fmt: skip

    def _mixed(self, count: int) -> None:
        """Wards of before and of today side by side, whole addresses, and rows that are wrong."""
        sheet = self.book.create_sheet("Các phường khác")
        _titles(sheet, "BIỂU TỔNG HỢP SỐ 3")
        sheet.append(["Mã hộ", "Chủ hộ", "Địa chỉ", "Thôn, khu", "Phường, xã", "Mã địa chỉ số",
                      "Số CCCD"])  # fmt: skip
        bad = self._bad_rows()
        wards = (
            ("Phường Nam Khê", NAM_KHE, "Khu 7"),
            ("Xã Thượng Yên Công", YEN_CONG, "Thôn Đồng Bống"),
            ("Phường Uông Bí", "", "Khu 9"),
        )
        for number in range(1, count - len(bad) + 1):
            ward, old, hamlet = wards[number % len(wards)]
            drawn = next(self.drawn(1, old or QUANG_TRUNG, hamlet))
            address = f"Số {number} {drawn.street}"
            home = replace(
                drawn, old_unit=old, house_number="", street="", phone="", has_plate=False,
                address=address, list_code=f"H-{number:04d}",
            )  # fmt: skip
            self.homes.append(home)
            sheet.append([home.list_code, home.name, address, hamlet, ward, home.code or None,
                          f"0220{number:08d}"])  # fmt: skip
            if number % 50 == 0 and bad:
                self._append_bad(sheet, bad.pop(0))
        for row in bad:
            self._append_bad(sheet, row)

    def _append_bad(self, sheet: Worksheet, row: list[Any]) -> None:
        sheet.append(row)
        self.problems.append((sheet.title, sheet.max_row, row[1] or ""))

    def _bad_rows(self) -> list[list[Any]]:
        """Return rows of which none can be taken in, in the columns of the mixed sheet."""
        where = ("Khu 7", "Phường Nam Khê")
        twice = self.code()
        return [
            ["H-9001", "Hứa Văn Ngắn", "Số 901 Lê Lợi", *where, "12345"],
            ["H-9002", "Hứa Văn Trùng", "Số 902 Lê Lợi", *where, twice],
            ["H-9003", "Hứa Thị Trùng", "Số 903 Lê Lợi", *where, twice],
            ["H-9004", None, None, *where, self.code()],
            ["H-9005", "Hứa Văn Lạc", "Số 905 Lê Lợi", "Khu 7", "Phường Không Đâu", None],
            ["H-9006", "Hứa Văn Mũ", "Số 906 Lê Lợi", *where, "2,21E+08"],
            ["H-9007", "Hứa Thị Hỏng", "#REF!", *where, None],
        ]


def _titles(sheet: Worksheet, *titles: str) -> None:
    """Write merged titles and leave a row free."""
    for row, title in enumerate(titles, 1):
        sheet.append([title])
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=7)
    sheet.append([None])
