"""The corrected list, in the layout it came in, to be sent back to where it came from.

Changed cells are filled and carry what stood there before; households that no list had come at the
end, filled too. Further sheets hold all changes and the households that were not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import chain
from typing import Any, Final

from exports.household_changes import CorrectedRow, changes, is_changed
from exports.household_values import Names, current, field_name, outcome_text, value_text
from exports.writers.listing import Tell
from models.errors import UserError
from models.households.records import Household, HouseholdList
from models.households.values import day_of

Value = str | int | float | date | None
GONE: Final = ("khong_tim_thay", "nha_trong")

_LIST, _CHANGES, _GONE = "Danh sách", "Thay đổi", "Không tìm thấy"
_NEW: Final = "Hộ mới"
_NEW_NOTE: Final = "Hộ mới: danh sách chưa có"
_CHANGE_HEADINGS: Final = (
    "Dòng trong danh sách gốc", "Dòng trong tệp này", "Mã hộ", "Chủ hộ", "Nội dung", "Cũ", "Mới",
    "Kết quả rà soát", "Người rà soát", "Ngày rà soát", "Ghi chú",
)  # fmt: skip
_CHANGE_WIDTHS: Final = (12, 12, 12, 28, 20, 34, 34, 20, 22, 12, 34)
_GONE_HEADINGS: Final = (
    "Dòng trong danh sách gốc", "Dòng trong tệp này", "Mã hộ", "Chủ hộ", "Địa chỉ", "Mã địa chỉ số",
    "Kết quả rà soát", "Người rà soát", "Ngày rà soát", "Ghi chú",
)  # fmt: skip
_GONE_WIDTHS: Final = (12, 12, 12, 28, 44, 14, 24, 22, 12, 34)
# Columns of a list that hold a part of a field, or name its unit in another way.
_PARTS: Final[Mapping[str, str]] = {
    "lat": "place", "lon": "place", "given_name": "name", "unit_code": "unit",
}  # fmt: skip
_UNUSED: Final = ("birth_year", "index", "note")
_TOLD_EVERY: Final = 1000
_MOST_ROWS: Final = 1_048_575
_MOST_TEXT: Final = 32_767
# In characters, by what a column holds.
_WIDTHS: Final[Mapping[str, int]] = {
    "name": 28, "address": 44, "street": 24, "unit": 22, "old_unit": 22, "house_number": 9,
    "index": 7,
}  # fmt: skip
_WIDTH: Final = 15
_TWO_LINES: Final = 33
# A row with fewer texts is a title above the header.
_A_HEADER: Final = 2
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
_OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
    "strings_to_urls": False,
}  # fmt: skip


def corrected_list(
    source: HouseholdList,
    rows: Iterable[CorrectedRow],
    names: Names,
    added: Sequence[Household] = (),
    tell: Tell | None = None,
) -> bytes:
    """Return the list's workbook with its own header rows and columns, corrected.

    `added` are the households of its area that no list named: they come last, in the list's own
    columns. Rows stand in the list's order; the columns of identity papers stay empty, for they
    were never read. UserError `sheets.too_many_rows`. It is built in memory: temporary files would
    leave personal data on the disk.
    """
    import xlsxwriter

    ordered = sorted(rows, key=lambda row: row.row)
    if len(ordered) + len(added) + len(source.header) > _MOST_ROWS:
        raise UserError("sheets.too_many_rows", file=source.title, rows=_MOST_ROWS)
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": source.title, "created": _CREATED})
        writer = _Writer(book, source, names)
        writer.write_list(ordered, added, tell)
        told = chain(writer.changed(ordered), writer.new(added, len(ordered)))
        writer.write_table(_CHANGES, _CHANGE_HEADINGS, _CHANGE_WIDTHS, told)
        writer.write_table(_GONE, _GONE_HEADINGS, _GONE_WIDTHS, writer.gone(ordered))
    return out.getvalue()


class _Writer:
    """Fills the sheets of one workbook."""

    def __init__(self, book: Any, source: HouseholdList, names: Names) -> None:
        self.book = book
        self.source = source
        self.names = names
        # Where two meanings share a column, the field comes before what helps to find it.
        meanings = sorted(source.columns.items(), key=lambda item: item[0] in _PARTS)
        self.meanings = {column: name for name, column in reversed(meanings) if name not in _UNUSED}
        self.is_cut = "given_name" in source.columns
        face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        self.title = book.add_format({**face, "bold": True})
        fill = {"bg_color": "#FFF2A8", "border": 1}
        self.heading = book.add_format(
            {**face, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter",
             "bg_color": "#EBEBEB", "border": 1}
        )  # fmt: skip
        self.kinds = {
            kind: (book.add_format(look), book.add_format({**look, **fill}))
            for kind, look in (
                ("text", {**face, "num_format": "@"}),
                ("number", {**face, "num_format": "0.000000"}),
                ("integer", {**face, "num_format": "0"}),
                ("day", {**face, "num_format": "dd/mm/yyyy"}),
            )
        }

    @property
    def _columns(self) -> int:
        header = max((len(row) for row in self.source.header), default=0)
        return max(header, max(self.source.columns.values(), default=-1) + 1)

    def write_list(
        self, rows: Sequence[CorrectedRow], added: Sequence[Household], tell: Tell | None
    ) -> None:
        """Write the list itself; a changed cell is filled and says in a comment what stood."""
        page = self._open(_LIST)
        first = len(self.source.header)
        for at, row in enumerate(rows):
            for column, value, name in self._cells(row):
                changed = bool(name) and is_changed(row, name)
                self._put(page, first + at, column, value, changed)
                if changed:
                    old = self._text(name, row.original.get(name)) or "(trống)"
                    page.write_comment(first + at, column, f"Trước: {old}", {"author": "motcua"})
            if tell is not None and (at % _TOLD_EVERY == 0 or at + 1 == len(rows)):
                tell(at + 1, len(rows))
        for at, household in enumerate(added, start=first + len(rows)):
            self._write_new(page, at, household)
        self._close(page, first, len(rows) + len(added), self._columns)

    def _write_new(self, page: Any, at: int, household: Household) -> None:
        filled = [
            (column, value)
            for column, value, _ in self._cells(CorrectedRow(0, {}, household))
            if value not in (None, "")
        ]
        for place, (column, value) in enumerate(filled):
            self._put(page, at, column, value, changed=True)
            if not place:
                page.write_comment(at, column, _NEW_NOTE, {"author": "motcua"})

    def write_table(
        self,
        name: str,
        headings: Sequence[str],
        widths: Sequence[int],
        rows: Iterable[Sequence[Value]],
    ) -> None:
        """Write a sheet with one heading a column."""
        page = self.book.add_worksheet(name)
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, heading, self.heading)
        page.set_row(0, _TWO_LINES)
        count = 0
        for count, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                self._put(page, count, column, value, changed=False)
        self._close(page, 1, count, len(headings))

    def changed(self, rows: Sequence[CorrectedRow]) -> Iterator[tuple[Value, ...]]:
        """Yield each changed field; an outcome other than right is told also without one."""
        merged = {row.household.id: row.household for row in rows}
        for at, row in enumerate(rows, start=len(self.source.header) + 1):
            one = row.household
            told = [(field_name(c.field), c.old, c.new) for c in changes(row, self.names)]
            if one.merged_into is not None:
                into = merged.get(one.merged_into)
                other = f"{into.list_code or ''} {into.name}".strip() if into else ""
                told.append((field_name("merged_into"), "", other or str(one.merged_into)))
            if not told and one.outcome not in ("", "dung"):
                told = [(field_name("outcome"), outcome_text(""), outcome_text(one.outcome))]
            for field, old, new in told:
                start = (row.row, at, one.list_code, one.name, field, old, new)
                yield (*start, outcome_text(one.outcome), *self._checked(one))

    def new(
        self, added: Sequence[Household], rows: int
    ) -> Iterator[tuple[Value, ...]]:
        """Yield the households that no list named, which come after `rows` of the list."""
        for at, one in enumerate(added, start=len(self.source.header) + rows + 1):
            where = one.address or f"{one.house_number} {one.street}".strip()
            start = (None, at, one.list_code, one.name, _NEW, "", where)
            yield (*start, outcome_text(one.outcome), *self._checked(one))

    def gone(self, rows: Sequence[CorrectedRow]) -> Iterator[tuple[Value, ...]]:
        """Yield the households that were not found, or whose house is empty or gone."""
        for at, row in enumerate(rows, start=len(self.source.header) + 1):
            one = row.household
            if one.outcome in GONE:
                start = (row.row, at, one.list_code, one.name, one.address, one.code)
                yield (*start, outcome_text(one.outcome), *self._checked(one))

    def _checked(self, one: Household) -> tuple[Value, ...]:
        return (self.names.officer(one.checked_by), one.checked_on, one.note)

    def _open(self, name: str) -> Any:
        page = self.book.add_worksheet(name)
        fields = {column: name for name, column in self.source.columns.items()}
        for column in range(self._columns):
            page.set_column(column, column, _WIDTHS.get(fields.get(column, ""), _WIDTH))
        for number, row in enumerate(self.source.header):
            look = self.title if sum(map(bool, row)) < _A_HEADER else self.heading
            for column, text in enumerate(row):
                if text or look is self.heading:
                    page.write_string(number, column, text, look)
        return page

    def _close(self, page: Any, first: int, rows: int, columns: int) -> None:
        page.freeze_panes(first, 0)
        if first and columns:
            page.autofilter(first - 1, 0, first - 1 + max(rows, 1), columns - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        if first:
            page.repeat_rows(first - 1)

    def _cells(self, row: CorrectedRow) -> Iterator[tuple[int, Value, str]]:
        """Yield column, value and the field that it is of ("" for cells that mean nothing here)."""
        for column in range(self._columns):
            meaning = self.meanings.get(column)
            if meaning is None:
                yield column, row.extra.get(column), ""
            else:
                yield column, self._value(row, meaning), _PARTS.get(meaning, meaning)

    def _value(self, row: CorrectedRow, meaning: str) -> Value:
        one = row.household
        if meaning in ("lat", "lon"):
            return getattr(one.place, meaning) if one.place else None
        if meaning == "unit_code":
            return one.unit
        if meaning == "given_name":
            return one.name.rpartition(" ")[2]
        if meaning == "name" and self.is_cut:
            return one.name.rpartition(" ")[0]
        if meaning == "plate_on":
            return day_of(current(one, "plate_on"))
        if meaning == "has_plate":
            return self._plate(row)
        if meaning == "unit" and not is_changed(row, "unit"):
            # As it came in: the list may have named the unit of before 1 July 2025.
            return self.names.unit(row.original.get("old_unit") or one.unit)
        return self._text(meaning, current(one, meaning))

    def _plate(self, row: CorrectedRow) -> Value:
        if row.household.has_plate:
            return "Có"
        return None if row.original.get("has_plate") is None else "Không"

    def _text(self, name: str, value: Any) -> str:
        return value_text(name, value, self.names)

    def _put(self, page: Any, row: int, column: int, value: Value, changed: bool) -> None:
        if value is None or value == "":
            if changed:
                page.write_blank(row, column, None, self.kinds["text"][changed])
        elif isinstance(value, str):
            page.write_string(row, column, value[:_MOST_TEXT], self.kinds["text"][changed])
        elif isinstance(value, date):
            page.write_datetime(row, column, value, self.kinds["day"][changed])
        else:
            kind = "number" if isinstance(value, float) else "integer"
            page.write_number(row, column, value, self.kinds[kind][changed])
