"""Reads telephone numbers into one form: digits with the leading zero, no separators (DOMAIN §5).

Mobile numbers of eleven digits were renumbered to ten from 15 September 2018 (the table below is
the ministry's). A landline of Quảng Ninh from before 2017 (`033` and seven digits) cannot be told
from a mobile number of today and is taken for one.
"""

from __future__ import annotations

import re
from typing import Final

from models.households.readings import Reading, cell_text, lost_digits

_MOBILE: Final = re.compile(r"0[35789][0-9]{8}")
_LANDLINE: Final = re.compile(r"02[0-9]{8,9}")
_OLD_MOBILE: Final = re.compile(r"(01[2689][0-9])([0-9]{7})")
_RENEWED: Final = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_ABROAD: Final = re.compile(r"(?:\+|00)84|84(?=[0-9]{9,11}$)")
_LABEL: Final = re.compile(
    r"^(?:s?đt|s?dt|điện thoại|di động|tel|phone|mobile|zalo)\b[\s.:]*", re.IGNORECASE
)
_SIGNS: Final = re.compile(r"[\s.\-–()/_]")
_BETWEEN: Final = re.compile(r"[;,/|]|\s[-–]\s|\s(?:và|hoặc)\s")
_NATIONAL: Final = re.compile(r"[0-9]{9,11}")


def read_phone(cell: object) -> Reading:
    """Return the number in a cell or typed text: `+84 912 345 678` gives `0912345678`.

    A leading zero that a spreadsheet lost is put back, a mobile prefix of before 2018 renewed;
    both count as restored. Problems: `households.digits_lost`, `households.several_phones`,
    `households.bad_phone`.
    """
    text = cell_text(cell)
    if text is None:
        return Reading(None, problem="households.bad_phone")
    if not text:
        return Reading(None)
    if lost_digits(text):
        return Reading(None, problem="households.digits_lost")
    written = _LABEL.sub("", text)
    if found := _number(written):
        return found
    parts = [part for part in _BETWEEN.split(written) if part.strip()]
    if len(parts) > 1 and all(_number(part) for part in parts):
        return Reading(None, problem="households.several_phones")
    return Reading(None, problem="households.bad_phone")


def is_mobile(digits: str) -> bool:
    """Say whether ten digits are a mobile number of today, nothing put back or renewed."""
    return bool(_MOBILE.fullmatch(digits))


def _number(text: str) -> Reading | None:
    """Return the number that the whole of `text` is."""
    digits = _SIGNS.sub("", text.removesuffix(".0"))
    abroad = _ABROAD.match(digits)
    if abroad:
        digits = "0" + digits[abroad.end() :].removeprefix("0")
    if not _NATIONAL.fullmatch(digits):
        return None
    is_whole = digits.startswith("0")
    if not is_whole:
        digits = "0" + digits
    if _MOBILE.fullmatch(digits):
        return Reading(digits, is_restored=not is_whole)
    # Of a landline only eleven digits are sure: ten may lack any of them, not just the zero.
    if _LANDLINE.fullmatch(digits) and (is_whole or len(digits) == 11):
        return Reading(digits, is_restored=not is_whole)
    old = _OLD_MOBILE.fullmatch(digits)
    if old and old[1] in _RENEWED:
        return Reading(_RENEWED[old[1]] + old[2], is_restored=True)
    return None
