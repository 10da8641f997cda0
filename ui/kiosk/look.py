"""How the kiosk looks: millimetres on the glass, and colours for each of its modes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QScreen

from ui.theme.face import FAMILY
from ui.theme.theme import current_theme

Part = Literal["question", "option", "button", "caption"]
Kind = Literal["option", "primary", "plain"]

# A finger's target, in millimetres (issue 6; ISO 9241-411 asks for a fingertip and its error).
TARGET_MM: Final = 15.0
GAP_MM: Final = 3.0
# Heights of letters' em in millimetres. What is read from 1,5 m has capitals of 7 mm, 16 minutes
# of arc (ISO 9241-303's least); the buttons below it are read by who stands before them.
_EM_MM: Final[dict[Part, float]] = {
    "question": 11.0, "option": 10.0, "button": 8.0, "caption": 7.0,
}  # fmt: skip
_LARGER: Final = 1.3
# A screen that states less holds more pixels than it says, or is read from farther away; more than
# this no screen has in Qt's own pixels. Either way it is not believed.
LEAST_DPI: Final = 96.0
MOST_DPI: Final = 220.0
# Below this no screen holds a question in full size; letters shrink with it, targets do not.
_ROOM_MM: Final = (255.0, 160.0)
_LEAST_LETTERS: Final = 0.5
_STEP: Final = 0.05
_MM: Final = 25.4


@dataclass(frozen=True, slots=True)
class KioskColours:
    """Colours by what they are for; `moods` go from the worst answer to the best."""

    ground: QColor
    tile: QColor
    pressed: QColor
    chosen: QColor
    ink: QColor
    muted: QColor
    edge: QColor
    accent: QColor
    on_accent: QColor
    focus: QColor
    moods: tuple[QColor, QColor, QColor]
    soft_moods: tuple[QColor, QColor, QColor]


@dataclass(frozen=True, slots=True)
class KioskLook:
    """The colours in use and how many pixels a millimetre has.

    `letters` is the share of their full size that the screen has room for, `growth` how much larger
    questions and answers are than that.
    """

    colours: KioskColours
    pixels: float
    letters: float = 1.0
    is_large: bool = False
    is_strong: bool = False
    growth: float = 1.0

    def px(self, mm: float) -> int:
        """Return a length in whole pixels, never less than asked for."""
        return math.ceil(mm * self.pixels)

    @property
    def is_least(self) -> bool:
        """Say whether letters shrink no more."""
        return self.growth <= 1.0 and self.letters <= _LEAST_LETTERS

    def smaller(self) -> KioskLook:
        """Return the same with smaller letters: first those that were made larger, then all."""
        if self.growth > 1.0:
            return replace(self, growth=max(self.growth - _STEP, 1.0))
        return replace(self, letters=max(self.letters - _STEP, _LEAST_LETTERS))

    def font(self, part: Part) -> QFont:
        """Return the letters of a part of the page."""
        grown = self.growth if part in {"question", "option"} else 1.0
        font = QFont(FAMILY)
        font.setPixelSize(max(round(_EM_MM[part] * self.pixels * self.letters * grown), 14))
        is_heavy = part == "question" or self.is_strong
        font.setWeight(QFont.Weight.Bold if is_heavy else QFont.Weight.Medium)
        return font


def believed_dpi(stated: float) -> float:
    """Return the dots per inch that a screen is believed to have."""
    if not math.isfinite(stated) or stated < LEAST_DPI:
        return LEAST_DPI
    return min(stated, MOST_DPI)


def look_for(
    dpi: float, room: QSize, *, is_large: bool = False, is_strong: bool = False
) -> KioskLook:
    """Return the look on a screen of so many dots per inch and pixels."""
    pixels = believed_dpi(dpi) / _MM
    share = min(room.width() / pixels / _ROOM_MM[0], room.height() / pixels / _ROOM_MM[1], 1.0)
    colours = _strong() if is_strong else _usual()
    return KioskLook(
        colours, pixels, max(share, _LEAST_LETTERS), is_large, is_strong,
        _LARGER if is_large else 1.0,
    )  # fmt: skip


def screen_dpi(screen: QScreen) -> float:
    """Return what a screen states of itself, in dots of Qt per inch of glass."""
    return float(screen.physicalDotsPerInch())


def _usual() -> KioskColours:
    theme = current_theme().colours
    return KioskColours(
        ground=theme.desk, tile=theme.surface, pressed=theme.accent_soft,
        chosen=theme.accent_soft, ink=theme.text, muted=theme.text_muted,
        edge=theme.border_strong, accent=theme.accent, on_accent=theme.on_accent,
        focus=theme.focus, moods=(theme.danger, theme.warning, theme.success),
        soft_moods=(theme.danger_soft, theme.warning_soft, theme.success_soft),
    )  # fmt: skip


def _strong() -> KioskColours:
    black, white, yellow = QColor("#000000"), QColor("#ffffff"), QColor("#ffe34d")
    return KioskColours(
        ground=black, tile=black, pressed=QColor("#3d3d00"), chosen=QColor("#2b2b00"), ink=white,
        muted=white, edge=white, accent=yellow, on_accent=black, focus=QColor("#66e0ff"),
        moods=(white, white, white), soft_moods=(black, black, black),
    )  # fmt: skip
