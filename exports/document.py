"""One content model for every document: what it says, in order, before any file format.

A `Document` is built once from frozen figures; every writer reads it and nothing else, so all
files hold the same figures. All text is NFC from the moment it is put in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import ROUND_CEILING, Decimal
from typing import Any, Final, Literal

from models.figures import MARK, format_decimal, format_integer, is_untold
from models.text import nfc

Cell = str | int | Decimal | None
Kind = Literal["text", "integer", "percent", "decimal"]
RowKind = Literal["body", "section", "total"]
ParagraphKind = Literal["body", "heading", "remark"]

_ONE_PLACE: Final = Decimal("0.1")
# Scales begin and end at such percentages.
_STEP: Final = 10


class _Text:
    """Puts every text of a frozen dataclass into NFC when it is built."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for item in fields(self):  # type: ignore[arg-type]
            value = getattr(self, item.name)
            object.__setattr__(self, item.name, _normal(value))


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        return nfc(value)
    if is_untold(value):
        return MARK
    if isinstance(value, tuple):
        return tuple(_normal(part) for part in value)
    return value


@dataclass(frozen=True, slots=True)
class Letterhead(_Text):
    """The head of an official paper (NĐ 30/2020): number and date are left blank to be given later.

    `number_suffix` is what follows the blank number, `BC-TTHCC`. Minutes say in their text when
    and where: they are not `is_dated`.
    """

    parent_body: str = ""
    issuing_body: str = ""
    place: str = ""
    number_suffix: str = ""
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Signature(_Text):
    """Who receives the paper and who signs it; the filing line "Lưu: VT" is always last."""

    recipients: tuple[str, ...] = ()
    title: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph(_Text):
    """Running text, with words in bold before it where `lead` is given.

    `anchor` is what a table of contents finds it by.
    """

    text: str
    lead: str = ""
    kind: ParagraphKind = "body"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Column(_Text):
    """A column's kind of value and its share of the width (any unit, shares are relative)."""

    kind: Kind
    share: float


@dataclass(frozen=True, slots=True)
class HeaderCell(_Text):
    """A heading over `columns` columns and `rows` header rows."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row(_Text):
    """One row of cells; a `section` row opens rows that stay on one page with it.

    A section row with one cell is read across all columns.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Table(_Text):
    """A printed table; header rows are repeated on every page."""

    caption: str
    columns: tuple[Column, ...]
    header: tuple[tuple[HeaderCell, ...], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar(_Text):
    """One bar: its length is `value` in percent (0 to 100), `label` is printed beside it.

    One that is not told has no length. A `muted` bar is drawn empty: what is counted but is no
    answer.
    """

    name: str
    value: Decimal
    label: str
    muted: bool = False

    def __post_init__(self) -> None:
        """Draw nothing of what is hidden."""
        if is_untold(self.value):
            object.__setattr__(self, "value", Decimal(0))
        _Text.__post_init__(self)


@dataclass(frozen=True, slots=True)
class BarChart(_Text):
    """A horizontal bar chart, black on white."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def description(self) -> str:
        """What the chart shows, in words, for those who cannot see it."""
        return f"{self.title}: " + "; ".join(f"{bar.name} {bar.label}" for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Mark(_Text):
    """A share with its interval, all in percent; nothing is drawn of one that is not told."""

    name: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    label: str

    def __post_init__(self) -> None:
        """Draw nothing of what is hidden."""
        for part in ("value", "low", "high"):
            if is_untold(getattr(self, part)):
                object.__setattr__(self, part, None)
        _Text.__post_init__(self)


@dataclass(frozen=True, slots=True)
class IntervalChart(_Text):
    """Shares one below the other, each a dot in its interval; `goal` is a line across, in percent.
    """

    title: str
    marks: tuple[Mark, ...]
    goal: Decimal | None = None
    goal_label: str = ""

    @property
    def description(self) -> str:
        """What the chart shows, in words, for those who cannot see it."""
        return f"{self.title}: " + "; ".join(f"{mark.name} {mark.label}" for mark in self.marks)

    @property
    def ends(self) -> tuple[int, int]:
        """Where the scale begins and ends, in percent: as narrow as the intervals allow."""
        lows = [mark.low for mark in self.marks if mark.low is not None]
        highs = [mark.high for mark in self.marks if mark.high is not None]
        if self.goal is not None:
            lows.append(self.goal)
            highs.append(self.goal)
        if not lows or not highs:
            return 0, 100
        first = int(min(lows)) // _STEP * _STEP
        last = -(-int(max(highs).to_integral_value(ROUND_CEILING)) // _STEP) * _STEP
        return first, max(last, first + _STEP)


Chart = BarChart | IntervalChart


@dataclass(frozen=True, slots=True)
class KeyBlock(_Text):
    """Groups of characters printed large, to be read and typed one by one."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signer(_Text):
    """Who signs minutes: in which part, and the name below the signature where it is known."""

    title: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signers(_Text):
    """Two or three who sign side by side, with room for what they write by hand."""

    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Contents(_Text):
    """A table of contents: (text, anchor) of each entry, in the order of the pages."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]


Block = Paragraph | Table | Chart | KeyBlock | Signers | Contents | PageBreak | KeepTogether


@dataclass(frozen=True, slots=True)
class Sheet(_Text):
    """A flat table of real values for spreadsheets: one heading a column, no merged cells.

    `code` names the sheet in a few ASCII letters, `widths` are in characters.
    """

    code: str
    name: str
    headings: tuple[str, ...]
    kinds: tuple[Kind, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document(_Text):
    """A whole document and the figures it was built from.

    `kind` is the word printed above the subject (BÁO CÁO). `sheets` go to the workbook, `records`
    (long format) to the CSV file, `figures` to the JSON file. `annexes` follow the signature.
    """

    kind: str
    subject: str
    blocks: tuple[Block, ...]
    letterhead: Letterhead | None = None
    signature: Signature | None = None
    annexes: tuple[Block, ...] = ()
    check_code: str = ""
    language: str = "vi-VN"
    sheets: tuple[Sheet, ...] = ()
    records: Sheet | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)


def cell_text(cell: Cell, kind: Kind) -> str:
    """Return a cell as it is printed: `1.519`, `99,6`, and one decimal always for an index."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, int):
        return format_integer(cell)
    if kind == "percent":
        return format_decimal(cell)
    return f"{cell.quantize(_ONE_PLACE):f}".replace(".", ",")
