"""Breaks a heading into lines of like length, so that none ends in a single word."""

from __future__ import annotations

from typing import Final

from reportlab.lib.utils import simpleSplit

from exports.writers import fonts

_FINE: Final = 1.0


def even_lines(text: str, font: str, size: float, width: float) -> list[str]:
    """Return as few lines as fit the width, both in points, and these as even as can be."""
    fonts.register()
    wide: list[str] = simpleSplit(text, font, size, width)
    too_narrow, wide_enough = 0.0, width
    while wide_enough - too_narrow > _FINE:
        middle = (too_narrow + wide_enough) / 2
        narrower = simpleSplit(text, font, size, middle)
        if len(narrower) > len(wide):
            too_narrow = middle
        else:
            wide, wide_enough = narrower, middle
    return wide
