"""Reads digital address codes (10 digits) and place identifiers (12 digits), see DOMAIN §3.

A code typed or scanned is never completed. Only a spreadsheet's cell is, and only where the length
proves that it lost one zero: a code begins with a postcode, no postcode begins with 00, so nine
digits lost exactly one zero while fewer lost something else.
"""

from __future__ import annotations

import re
from typing import Final

from models.households.readings import Reading, cell_text, joined_digits, lost_digits, plain

CODE_DIGITS: Final = 10
PLACE_ID_DIGITS: Final = 12
# The site of the national platform; whatever else stands in the address, the code follows it.
_PLATE: Final = re.compile(
    r"\bdiachiso\.gov\.vn\b\S*?(?<![0-9])([0-9]{10})(?![0-9])", re.IGNORECASE
)
_PHONE: Final = (
    r"s?đt|s?dt|điện thoại|dien thoai|di động|di dong|tel|phone|mobile|hotline|zalo|liên hệ|lh"
)
_PERSON: Final = r"cccd|cmnd|căn cước(?: công dân)?|can cuoc(?: cong dan)?|định danh cá nhân"


def _run(digits: int, others: str) -> re.Pattern[str]:
    """Return the pattern of a whole run of digits; its group `other` is a label that rules it out.

    The digits behind a decimal point (coordinates) are no run.
    """
    return re.compile(
        rf"(?:\b(?P<other>{others})(?:\s+s[ốo])?[^\w]{{0,4}})?"
        rf"(?<![0-9])(?<![0-9][.,])(?P<run>[0-9]{{{digits}}})(?![0-9])(?![.,][0-9])",
        re.IGNORECASE,
    )


_CODE_RUN: Final = _run(CODE_DIGITS, _PHONE)
_PLACE_ID_RUN: Final = _run(PLACE_ID_DIGITS, _PERSON)


def read_code(text: str) -> str | None:
    """Return the one code that `text` holds, None for none or several.

    A bare code, blanks, dots or dashes inside; an address of the platform's site, as plates carry
    it; else the one run of ten digits in free text. A run that the text calls a telephone is left
    out; a bare telephone number cannot be told from a code.
    """
    written = plain(text)
    digits = joined_digits(written)
    if digits is not None:
        return digits if len(digits) == CODE_DIGITS else None
    return _only(set(_PLATE.findall(written))) or _only_run(_CODE_RUN, written)


def read_place_id(text: str) -> str | None:
    """Return the one place identifier that `text` holds, None for none or several.

    A run that the text calls an identity card's is left out; a bare one cannot be told apart.
    """
    written = plain(text)
    digits = joined_digits(written)
    if digits is not None:
        return digits if len(digits) == PLACE_ID_DIGITS else None
    return _only_run(_PLACE_ID_RUN, written)


def restore_code(cell: object) -> Reading:
    """Return the code of a spreadsheet's cell, a lost leading zero put back where that is certain.

    Problems: `households.digits_lost` (scientific notation), `households.code_short` (digits are
    missing, which ones is not certain), `households.bad_code`.
    """
    text = cell_text(cell)
    if text is None:
        return Reading(None, problem="households.bad_code")
    if not text:
        return Reading(None)
    if lost_digits(text):
        return Reading(None, problem="households.digits_lost")
    digits = joined_digits(text)
    if digits is not None and len(digits) < CODE_DIGITS:
        # A zero in front says that the cell is text and that some other digit is missing.
        if len(digits) == CODE_DIGITS - 1 and not digits.startswith("0"):
            return Reading("0" + digits, is_restored=True)
        return Reading(None, problem="households.code_short")
    return _or_problem(read_code(text), "households.bad_code")


def restore_place_id(cell: object) -> Reading:
    """Return the place identifier of a spreadsheet's cell; nothing is put back.

    Problems: `households.digits_lost`, `households.bad_place_id`. How these identifiers begin is
    not known, so that no length proves a lost zero.
    """
    text = cell_text(cell)
    if text is None:
        return Reading(None, problem="households.bad_place_id")
    if not text:
        return Reading(None)
    if lost_digits(text):
        return Reading(None, problem="households.digits_lost")
    return _or_problem(read_place_id(text), "households.bad_place_id")


def _or_problem(value: str | None, problem: str) -> Reading:
    return Reading(value) if value else Reading(None, problem=problem)


def _only_run(pattern: re.Pattern[str], text: str) -> str | None:
    return _only({found["run"] for found in pattern.finditer(text) if not found["other"]})


def _only(found: set[str]) -> str | None:
    return found.pop() if len(found) == 1 else None
