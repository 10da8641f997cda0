"""Reads plus codes, full or short, through the library `openlocationcode`."""

from __future__ import annotations

import re
from math import cos, hypot, radians
from typing import Final

from models.errors import UserError
from models.households.records import Place

# Metres of a degree on a sphere with the earth's mean radius.
METRES_PER_DEGREE: Final = 111_195.08
_FULL: Final = 8
# Eight digits before the sign, or two to six of a shortened code; a name may follow a short one.
_CODE: Final = re.compile(
    r"(?<![0-9A-Z+])([23456789CFGHJMPQRVWX]{2,8}\+(?:[23456789CFGHJMPQRVWX]{2,7})?)(?![0-9A-Z+])"
)


def find_plus_code(text: str) -> str | None:
    """Return the plus code in `text`, in capitals; None without one.

    Padded codes (`7PJ20000+`) name a district and are left out.
    """
    found = _CODE.search(text.upper())
    if found is None or found[1].index("+") % 2:
        return None
    # Without digits behind the sign only a full code says where: 275 m.
    return found[1] if not found[1].endswith("+") or found[1].index("+") == _FULL else None


def read_plus_code(code: str, near: Place | None = None) -> Place:
    """Return the centre of a code's cell; its accuracy is half the cell's diagonal in metres.

    A short code means the nearest such cell to `near`. UserError `households.plus_code_short`
    without `near`, `households.plus_code_bad` for one beyond the earth.
    """
    from openlocationcode import openlocationcode

    if code.index("+") < _FULL:
        if near is None:
            raise UserError("households.plus_code_short", code=code)
        code = openlocationcode.recoverNearest(code, near.lat, near.lon)
    if not openlocationcode.isFull(code):
        raise UserError("households.plus_code_bad", code=code)
    cell = openlocationcode.decode(code)
    high = cell.latitudeHi - cell.latitudeLo
    wide = (cell.longitudeHi - cell.longitudeLo) * cos(radians(cell.latitudeCenter))
    return Place(
        round(cell.latitudeCenter, 7),
        round(cell.longitudeCenter, 7),
        "plus_code",
        round(hypot(high, wide) / 2 * METRES_PER_DEGREE, 1),
    )
