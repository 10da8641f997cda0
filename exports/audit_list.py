"""The audit as a list: on paper, as a workbook and as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Final

from exports.audit_wording import Names, account_text, details_text, what_text
from exports.writers.listing import ListColumn, Listing, Tell
from models.audit.records import AuditEntry
from models.errors import UserError
from models.sentences.catalog import Language, say

SUFFIXES: Final = (".pdf", ".xlsx", ".csv")
_COLUMNS: Final = ("at", "account", "what", "details", "machine")
# In millimetres on paper, and in characters in a workbook.
_WIDTHS: Final = ((32, 19), (48, 26), (58, 34), (115, 70), (24, 12))
# The file says nothing of the moment it was made: equal lists give equal bytes.
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC)
_OPTIONS: Final = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False,
    "strings_to_urls": False,
}  # fmt: skip
_MOST_ROWS: Final = 1_048_575
Row = tuple[str, ...]


def audit_rows(entries: Iterable[AuditEntry], names: Names, language: Language) -> list[Row]:
    """Return each entry's five texts: when, who, what, details, machine."""
    return [
        (
            f"{one.at:%d/%m/%Y %H:%M:%S}", account_text(one.account, names, language),
            what_text(one, language), details_text(one, names, language), one.machine,
        )
        for one in entries
    ]  # fmt: skip


def headings(language: Language) -> list[str]:
    """Return what the columns are called."""
    return [say(f"audit.column_{name}", language) for name in _COLUMNS]


def check_suffix(suffix: str) -> None:
    """Raise UserError for a kind of file that the audit is not saved as."""
    if suffix.casefold() not in SUFFIXES:
        raise UserError("audit.bad_suffix", suffix=suffix or "?")


def render(
    rows: list[Row], suffix: str, language: Language, printed_on: date | None = None,
    tell: Tell | None = None,
) -> bytes:  # fmt: skip
    """Return the list as the bytes of a file; UserError as of `check_suffix`."""
    check_suffix(suffix)
    if suffix.casefold() == ".pdf":
        return audit_pdf(rows, language, printed_on, tell)
    return (audit_xlsx if suffix.casefold() == ".xlsx" else audit_csv)(rows, language)


def audit_pdf(
    rows: list[Row], language: Language, printed_on: date | None = None, tell: Tell | None = None
) -> bytes:
    """Return the list as the bytes of a PDF file, A4 across; long texts end in an ellipsis."""
    from exports.writers.listing import render as render_listing

    columns = tuple(
        ListColumn(heading, width)
        for heading, (width, _) in zip(headings(language), _WIDTHS, strict=True)
    )
    title = say("audit.title", language)
    return render_listing(Listing(title, columns, rows, printed_on), tell)


def audit_xlsx(rows: list[Row], language: Language) -> bytes:
    """Return the list as the bytes of a workbook whose cells are all text, built in memory."""
    import xlsxwriter

    title = say("audit.title", language)
    if len(rows) > _MOST_ROWS:
        raise UserError("sheets.too_many_rows", file=title, rows=_MOST_ROWS)
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": title, "created": _CREATED})
        page = book.add_worksheet(say("audit.sheet", language))
        face = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        plain = book.add_format({**face, "num_format": "@", "text_wrap": True})
        bold = book.add_format({**face, "bold": True, "bg_color": "#EBEBEB", "border": 1})
        for place, heading in enumerate(headings(language)):
            page.set_column(place, place, _WIDTHS[place][1], plain)
            page.write_string(0, place, heading, bold)
        for number, row in enumerate(rows, start=1):
            for place, text in enumerate(row):
                page.write_string(number, place, text)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(rows), 1), len(_COLUMNS) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_footer("&C&P/&N")
    return out.getvalue()


def audit_csv(rows: list[Row], language: Language) -> bytes:
    """Return the list as CSV for spreadsheets: UTF-8 with its mark, formulas made harmless."""
    import csv

    from exports.sheets.apostrophe import neutralise

    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings(language))
    writer.writerows([neutralise(text) for text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
