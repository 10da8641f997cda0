"""Tells a list's households from its other rows: sections, totals, repeated headers, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from exports.sheets.household_layout import CORE, LayoutGuess, is_numbering
from exports.sheets.household_names import header_key
from exports.sheets.household_units import UnitNames
from exports.sheets.read import Cell, Row, Sheet
from exports.sheets.slip_cells import text_of
from models.households.naming import hamlet_name
from models.text import search_key

_FEW: Final = 4
_COUNT: Final = re.compile(r"[ivx]{1,5}[.)]?|[a-z][.)]?|\d{1,5}[.)]?|\d{1,5} ho(?: dan)?")
_LEAD: Final = re.compile(r"^(?:[ivxIVX]{1,5}|[A-Za-z]|\d{1,2})\s*[.)/\-:]\s*(?=\S)")
_TAIL: Final = re.compile(r"\s*[:(\-–]\s*(?:\w+\s+)?\d+\s*(?:hộ|ho|HỘ)\b.*$|\s*[:.]+\s*$", re.I)
_TOTAL: Final = re.compile(
    r"(?:tong cong|tong so|tong|cong)"
    r"(?:\s*[:(].*|\s*\d+.*|\s+(?:so|ho|khu|thon|to|toan|ca|phuong)\b.*)?"
)
_HAMLET: Final = re.compile(
    r"(?:khu pho|khu dan cu|khu|thon|to dan pho|tdp|to|kp|xom|ban|ap)[. ]+(?:so )?\S+(?: \S+){0,4}"
    r"|(?:k|kp|tdp)\.? ?\d{1,2}[a-z]?"
)
# Groups (tổ) are parts of hamlets, where a list has both.
_GROUP: Final = re.compile(r"to (?!dan pho)")
_SPLIT: Final = re.compile(r"\s*[,;]\s*|\s+[-–]\s*|\s*[-–]\s+")
_FOOTER: Final = re.compile(
    r"\bngay\b.*\bthang\b.*\bnam\b|^(?:nguoi lap|lap bieu|tm\b|kt\.|chu tich|pho chu tich|noi nhan"
    r"|xac nhan|thu truong|truong (?:khu|thon|ban)|bi thu|can bo|\(?ky\b"
    r"|danh sach (?:nay )?(?:co|gom))"
)
_IN_TITLE: Final = re.compile(
    r"\b(?:khu phố|khu|thôn|tổ dân phố|tổ|xóm|bản|kp|tdp)\s+(?:số\s+)?\d{1,2}[a-z]?\b", re.I
)


@dataclass(frozen=True, slots=True)
class Section:
    """What a row above, a title or a sheet's name says of households; "" for nothing."""

    hamlet: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The households' rows, as indexes into the sheet, each with the section it stands in.

    `unread` are the indexes of rows that hold something but are neither.
    """

    indexes: list[int] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)


def sift(sheet: Sheet, layout: LayoutGuess, units: UnitNames) -> Sifted:
    """Return the rows that are households, with their sections."""
    sifted = Sifted()
    current = Section()
    finished = False
    width = len(layout.headers)
    name = layout.columns.get("name", 0)
    header = layout.headers[name] if layout.header_rows else None
    core = {layout.columns[found] for found in CORE if found in layout.columns}
    for index in range(layout.first_data_row, len(sheet.rows)):
        row = sheet.rows[index]
        filled = width - row.count(None)
        if not filled:
            continue
        first, named = row[0], row[name]
        # Most rows are households: only a row that is short, or begins with words, is looked at.
        if (
            filled > _FEW
            and not (type(first) is str and first[:1] in "TtCc")
            and not (type(named) is str and (named[:1] in "Cc" or named[:2] in _TO))
            and not (header is not None and type(named) is str and named in header)
        ):
            sifted.indexes.append(index)
            sifted.sections.append(current)
            continue
        texts = [text_of(cell) for cell in row]
        if _is_header(texts, layout) or is_numbering(row) or _is_total(row):
            continue
        found = _section(row, units)
        if found is not None:
            current, finished = _within(found, current), False
        elif _is_footer(texts, filled) or (finished and filled <= 2):
            finished = True
        elif any(row[place] is not None for place in core):
            sifted.indexes.append(index)
            sifted.sections.append(current)
        elif any(isinstance(cell, str) and header_key(cell) for cell in row):
            sifted.unread.append(index)
    return sifted


_TO: Final = ("Tổ", "TỔ", "tổ", "To", "TO")


def said_above(sheet: Sheet, layout: LayoutGuess, units: UnitNames) -> Section:
    """Return what the sheet's name and the titles above its header say of all its rows."""
    top = layout.header_rows[0] if layout.header_rows else 0
    texts = [sheet.name.replace("_", " ")]
    texts += [cell for row in sheet.rows[:top] for cell in row if isinstance(cell, str)]
    hamlet = unit = ""
    for text in texts:
        found = _words(text, units)
        numbers = _IN_TITLE.findall(text)
        if not hamlet:
            # A title that speaks of several hamlets says nothing of one.
            hamlet = found.hamlet or (hamlet_name(numbers[0]) if len(numbers) == 1 else "")
        if not unit:
            named = units.mentioned(text)
            meant = named.old or named.today
            unit = found.unit or (meant.full_name if meant else "")
    return Section(hamlet, unit)


def in_address(address: str, units: UnitNames) -> Section:
    """Return the hamlet and the unit that an address names in parts of its own."""
    hamlet = unit = ""
    for piece in _SPLIT.split(address):
        if not hamlet and _HAMLET.fullmatch(_folded(piece)):
            hamlet = hamlet_name(piece)
        elif not unit:
            named = units.find_marked(piece)
            unit = piece if named.old or named.today else ""
    return Section(hamlet, unit)


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return search_key(text)


def _is_header(texts: Sequence[str], layout: LayoutGuess) -> bool:
    """Say whether a row repeats the header, as each printed page does."""
    if not layout.header_rows:
        return False
    same = [
        header_key(text) != "" and f" {header_key(text)} " in f" {header_key(header)} "
        for text, header in zip(texts, layout.headers, strict=True)
        if text
    ]
    return len(same) >= 2 and all(same)


def _is_total(row: Row) -> bool:
    words = [cell for cell in row if isinstance(cell, str) and not _COUNT.fullmatch(_folded(cell))]
    return len(words) == 1 and bool(_TOTAL.fullmatch(_folded(words[0])))


def _is_footer(texts: Sequence[str], filled: int) -> bool:
    return filled <= 3 and any(_FOOTER.search(_folded(text)) for text in texts if text)


def _section(row: Row, units: UnitNames) -> Section | None:
    """Return the section that a row begins: one text that names it, and at most numbers beside."""
    words: list[str] = []
    for cell in row:
        if cell is None or _is_count(cell):
            continue
        if not isinstance(cell, str) or words:
            return None
        words.append(cell)
    if not words:
        return None
    found = _words(words[0], units)
    return found if found.hamlet or found.unit else None


def _is_count(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(_COUNT.fullmatch(_folded(cell)))
    return isinstance(cell, int) and abs(cell) < 100_000


def _within(found: Section, current: Section) -> Section:
    """Return the section that holds after `found`; a group of houses stays within its hamlet.

    A new ward begins with none of the hamlets of the one before.
    """
    if found.unit:
        return found
    is_group = bool(_GROUP.match(_folded(found.hamlet)))
    if is_group and current.hamlet and not _GROUP.match(_folded(current.hamlet)):
        return current
    return Section(found.hamlet, current.unit)


def _words(text: str, units: UnitNames) -> Section:
    """Return what a whole text names: `II. KHU 5 - Phường Bắc Sơn (120 hộ)`."""
    plain = _TAIL.sub("", _LEAD.sub("", text.strip())).strip()
    hamlet = unit = ""
    for piece in _SPLIT.split(plain):
        if _HAMLET.fullmatch(_folded(piece)):
            hamlet = hamlet or _hamlet(piece)
        else:
            named = units.find_marked(piece)
            if not (named.old or named.today):
                return Section()
            unit = unit or piece
    return Section(hamlet, unit)


def _hamlet(text: str) -> str:
    name = hamlet_name(text)
    return name.title() if name.isupper() and len(name) > _SHORT_NAME else name


_SHORT_NAME: Final = 3
