"""What is made of a cell or of typed digits, and the plain text that all readers start from."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from models.text import tidy

_QUOTES: Final = "'’‘`\""
_SCIENTIFIC: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+")
# Not a group of digits but the fraction of a number that somebody wrote as text. Five zeros are
# left alone: they may be the second half of a code.
_NO_FRACTION: Final = re.compile(r"([0-9]+)[.,]0{1,4}")
_FRACTION: Final = re.compile(r"[.,][0-9]$")
_GROUPS: Final = re.compile(r"[0-9]+(?:[ .\-–—·_]{1,3}[0-9]+)*")
_BETWEEN: Final = re.compile(r"[^0-9]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell was read as: a value, or the code of the sentence that says why not.

    Both are None for a blank cell. `is_restored` says that digits were put back or renewed by a
    rule, so that a preview can show it.
    """

    value: str | None
    is_restored: bool = False
    problem: str | None = None


def plain(text: str) -> str:
    """Return `text` tidied, without the invisible marks that web pages and chats put into it."""
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii():
        text = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    return tidy(text)


def cell_text(cell: object) -> str | None:
    """Return a cell as text: "" for a blank one, None for what cannot hold digits or words.

    A whole number gives its digits; a fraction, a number below zero, a truth or a date give None.
    The marks by which a spreadsheet keeps text (`'0123`, `="0123"`) are taken off; dashes and
    dots alone count as blank.
    """
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return str(int(cell)) if cell >= 0 and cell % 1 == 0 else None
    if not isinstance(cell, str):
        return None
    if cell.isascii() and cell.isalnum():
        return cell
    text = plain(plain(cell).removeprefix("=").strip(_QUOTES))
    return text if any(mark.isalnum() for mark in text) else ""


def lost_digits(text: str) -> bool:
    """Say whether a spreadsheet wrote a number as `2.10123E+09`, so that digits are lost."""
    return _SCIENTIFIC.fullmatch(text) is not None


def joined_digits(text: str) -> str | None:
    """Return the digits of a text that is nothing but digits, in groups or not; None for others.

    Blanks, dots and dashes may stand between groups. `210123456.0` is a number and gives
    `210123456`; `210123456.7` is none of ours.
    """
    if text.isascii() and text.isdigit():
        return text
    if number := _NO_FRACTION.fullmatch(text):
        return number[1]
    if _FRACTION.search(text) or not _GROUPS.fullmatch(text):
        return None
    return _BETWEEN.sub("", text)
