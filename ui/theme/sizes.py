"""The scales: spacing, radii and type, in pixels at 96 dots per inch."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QFont

Role = Literal["caption", "body", "strong", "lead", "subtitle", "title", "display"]


class Space(IntEnum):
    """Distances between things; nothing on the screen uses another."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """How round corners are."""

    CHIP = 4
    CONTROL = 6
    CARD = 10


class TypeStep(NamedTuple):
    """One step of the type scale: pixels at scale 1 and weight."""

    pixels: int
    weight: QFont.Weight


TYPE_SCALE: Final[dict[Role, TypeStep]] = {
    "caption": TypeStep(12, QFont.Weight.Normal),
    "body": TypeStep(14, QFont.Weight.Normal),
    "strong": TypeStep(14, QFont.Weight.DemiBold),
    "lead": TypeStep(16, QFont.Weight.Normal),
    "subtitle": TypeStep(16, QFont.Weight.DemiBold),
    "title": TypeStep(20, QFont.Weight.DemiBold),
    "display": TypeStep(28, QFont.Weight.Bold),
}

FOCUS_WIDTH: Final = 2
SMALLEST_SCALE: Final = 0.75
LARGEST_SCALE: Final = 2.5


def points(role: Role, scale: float) -> float:
    """Return the size of a role in points, to the quarter; 4 px are 3 pt."""
    return round(TYPE_SCALE[role].pixels * 0.75 * scale * 4) / 4
