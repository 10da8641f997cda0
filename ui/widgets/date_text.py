"""A date as it is typed on the number pad: digits in, dd/mm/yyyy out."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_WHOLE: Final = re.compile(r"(\d{2})/(\d{2})/(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SEPARATORS: Final = re.compile(r"[/.,\-\s]")


def with_slashes(typed: str) -> str:
    """Return what was typed with the slashes in place: `0110` gives `01/10`, `1/` gives `01/`.

    2026-10-01, as it is pasted from elsewhere, gives `01/10/2026`.
    """
    if iso := _ISO.fullmatch(typed):
        return "/".join(reversed(iso.groups()))
    parts = [""]
    for sign in typed:
        if sign.isdecimal() and sign.isascii():
            if len(parts) < 3 and len(parts[-1]) == 2:
                parts.append("")
            if len(parts[-1]) < (4 if len(parts) == 3 else 2):
                parts[-1] += sign
        elif _SEPARATORS.match(sign) and parts[-1] and len(parts) < 3:
            parts[-1] = parts[-1].zfill(2)
            parts.append("")
    return "/".join(parts)


def completed(text: str) -> str:
    """Return the text with a two-digit year written out: `01/10/26` gives `01/10/2026`."""
    parts = text.split("/")
    if len(parts) == 3 and len(parts[2]) == 2:
        parts[2] = "20" + parts[2]
    return "/".join(parts)


def parsed(text: str) -> date | None:
    """Return the date that a whole text means, None when there is no such day."""
    match = _WHOLE.fullmatch(text)
    if match is None:
        return None
    day, month, year = (int(group) for group in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written(day: date | None) -> str:
    """Return a date as dd/mm/yyyy, nothing for None."""
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year:04}"
