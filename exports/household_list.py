"""The register as a list: on paper (ten columns), as a workbook and as CSV (all columns).

Names, telephones and notes are in it only where they are asked for (`is_personal`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any, Final, Literal

from exports.household_values import (
    Names,
    day_text,
    grouped_code,
    outcome_text,
)
from exports.writers.listing import ListColumn, Listing, Tell
from models.errors import UserError
from models.households.records import Household

Value = str | int | float | date | None
Kind = Literal["text", "integer", "number", "day"]

PRINTED: Final = (
    ListColumn("STT", 13), ListColumn("Chủ hộ", 45), ListColumn("Điện thoại", 21),
    ListColumn("Số nhà", 15), ListColumn("Đường, địa chỉ", 50), ListColumn("Thôn, khu", 25),
    ListColumn("Phường, xã", 33), ListColumn("Mã địa chỉ số", 21), ListColumn("Kết quả", 35),
    ListColumn("Gắn biển", 19),
)  # fmt: skip
# The same without names and telephones, over the same width.
ANONYMOUS: Final = (
    ListColumn("STT", 13), ListColumn("Số nhà", 15), ListColumn("Đường, địa chỉ", 86),
    ListColumn("Thôn, khu", 35), ListColumn("Phường, xã", 43), ListColumn("Mã địa chỉ số", 21),
    ListColumn("Kết quả", 45), ListColumn("Gắn biển", 19),
)  # fmt: skip
_TOLD_EVERY: Final = 1000
_TWO_LINES: Final = 33
_MOST_ROWS: Final = 1_048_575
_MOST_TEXT: Final = 32_767
# The file says nothing of the moment it was made: equal lists give equal bytes.
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
_OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
    "strings_to_urls": False,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the workbook; `width` in characters. A note may hold anybody's name."""

    heading: str
    kind: Kind
    width: int
    value: Callable[[Household, Names], Value]
    is_personal: bool = False


_COLUMNS: Final = (
    _Column("Mã hộ", "text", 12, lambda one, _: one.list_code),
    _Column("Chủ hộ", "text", 28, lambda one, _: one.name, True),
    _Column("Điện thoại", "text", 13, lambda one, _: one.phone, True),
    _Column("Số nhà", "text", 10, lambda one, _: one.house_number),
    _Column("Đường, ngõ", "text", 24, lambda one, _: one.street),
    _Column("Địa chỉ", "text", 44, lambda one, _: one.address),
    _Column("Thôn, khu", "text", 16, lambda one, _: one.hamlet),
    _Column("Phường, xã", "text", 22, lambda one, names: names.unit(one.unit)),
    _Column("Phường, xã cũ", "text", 22, lambda one, names: names.unit(one.old_unit)),
    _Column("Mã địa chỉ số", "text", 14, lambda one, _: one.code),
    _Column("Mã định danh địa điểm", "text", 16, lambda one, _: one.place_id),
    _Column("Vĩ độ", "number", 11, lambda one, _: one.place.lat if one.place else None),
    _Column("Kinh độ", "number", 11, lambda one, _: one.place.lon if one.place else None),
    _Column("Gắn biển", "text", 9, lambda one, _: "Có" if one.has_plate else "Không"),
    _Column("Ngày gắn biển", "day", 12, lambda one, _: one.plate_on),
    _Column("Kết quả rà soát", "text", 18, lambda one, _: outcome_text(one.outcome)),
    _Column("Ngày rà soát", "day", 12, lambda one, _: one.checked_on),
    _Column("Cán bộ rà soát", "text", 22, lambda one, names: names.officer(one.checked_by)),
    _Column("Ghi chú", "text", 30, lambda one, _: one.note, True),
)  # fmt: skip
_ANONYMOUS: Final = tuple(column for column in _COLUMNS if not column.is_personal)


def list_pdf(
    rows: Iterable[Household],
    names: Names,
    title: str,
    printed_on: date | None = None,
    tell: Tell | None = None,
    *,
    is_personal: bool = False,
) -> bytes:
    """Return the list as the bytes of a PDF file, A4 across; long texts end in an ellipsis."""
    from exports.writers.listing import render

    columns = PRINTED if is_personal else ANONYMOUS
    texts = printed_rows(rows, names, is_personal=is_personal)
    return render(Listing(title, columns, texts, printed_on), tell)


def printed_rows(
    rows: Iterable[Household], names: Names, *, is_personal: bool = False
) -> list[tuple[str, ...]]:
    """Return the printed texts of each household, by the columns of `PRINTED` or `ANONYMOUS`."""
    unit = lru_cache(maxsize=None)(names.unit)
    outcome = lru_cache(maxsize=None)(outcome_text)
    return [
        (
            str(number), *((one.name, one.phone or "") if is_personal else ()),
            one.house_number, one.street or one.address, one.hamlet, unit(one.unit),
            grouped_code(one.code), outcome(one.outcome),
            (day_text(one.plate_on) or "Có") if one.has_plate else "",
        )
        for number, one in enumerate(rows, start=1)
    ]  # fmt: skip


def list_xlsx(
    rows: Iterable[Household], names: Names, title: str, tell: Tell | None = None,
    *, is_personal: bool = False,
) -> bytes:  # fmt: skip
    """Return the list as the bytes of a workbook: codes and phones as text, real dates.

    It is built in memory: temporary files would leave personal data on the disk.
    """
    import xlsxwriter

    everything = list(rows)
    if len(everything) > _MOST_ROWS:
        raise UserError("sheets.too_many_rows", file=title, rows=_MOST_ROWS)
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": title, "created": _CREATED})
        page = book.add_worksheet("Danh sách hộ")
        columns = _columns(is_personal)
        _set_up(book, page, title, len(everything), columns)
        _fill(page, everything, names, columns, tell)
    return out.getvalue()


def list_csv(
    rows: Iterable[Household], names: Names, *, is_personal: bool = False
) -> bytes:
    """Return the list as CSV for spreadsheets: UTF-8 with its mark, formulas made harmless."""
    import csv

    from exports.sheets.apostrophe import neutralise

    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["STT", *(column.heading for column in _columns(is_personal))])
    told = cells_of(rows, names, is_personal=is_personal)
    for number, cells in enumerate(told, start=1):
        writer.writerow([number, *(neutralise(_csv_text(cell)) for cell in cells)])
    return out.getvalue().encode("utf-8-sig")


def cells_of(
    rows: Iterable[Household], names: Names, *, is_personal: bool = False
) -> Iterator[tuple[Value, ...]]:
    """Yield the workbook's values of each household, without its number."""
    columns = _columns(is_personal)
    for one in rows:
        yield tuple(column.value(one, names) for column in columns)


def _columns(is_personal: bool) -> Sequence[_Column]:
    return _COLUMNS if is_personal else _ANONYMOUS


def _csv_text(value: Value) -> str:
    if value is None:
        return ""
    return day_text(value) if isinstance(value, date) else str(value)


def _set_up(
    book: Any, page: Any, title: str, rows: int, columns: Sequence[_Column]
) -> None:
    """Set columns, heading, filter and printing; formats are the columns', not the cells'."""
    from exports.writers.spreadsheet import header_text

    face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    kinds = {
        "text": book.add_format({**face, "num_format": "@"}),
        "integer": book.add_format({**face, "num_format": "0"}),
        "number": book.add_format({**face, "num_format": "0.000000"}),
        "day": book.add_format({**face, "num_format": "dd/mm/yyyy"}),
    }
    heading = book.add_format(
        {**face, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter",
         "bg_color": "#EBEBEB", "border": 1}
    )  # fmt: skip
    page.set_column(0, 0, 7, kinds["integer"])
    page.write_string(0, 0, "STT", heading)
    for place, column in enumerate(columns, start=1):
        page.set_column(place, place, column.width, kinds[column.kind])
        page.write_string(0, place, column.heading, heading)
    page.set_row(0, _TWO_LINES)
    page.freeze_panes(1, 3)
    page.autofilter(0, 0, max(rows, 1), len(columns))
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&C{header_text(title)}")
    page.set_footer("&C&P/&N")


def _fill(
    page: Any, rows: list[Household], names: Names, columns: Sequence[_Column],
    tell: Tell | None,
) -> None:  # fmt: skip
    placed = list(enumerate(columns, start=1))
    for number, one in enumerate(rows, start=1):
        page.write_number(number, 0, number)
        cells = (column.value(one, names) for column in columns)
        for (place, column), value in zip(placed, cells, strict=True):
            if value is None or value == "":
                continue
            if column.kind == "text":
                page.write_string(number, place, str(value)[:_MOST_TEXT])
            elif column.kind == "day":
                page.write_datetime(number, place, value)
            else:
                page.write_number(number, place, value)
        if tell is not None and (number % _TOLD_EVERY == 0 or number == len(rows)):
            tell(number, len(rows))
