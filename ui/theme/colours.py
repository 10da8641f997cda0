"""The colours of both schemes, named by what they are for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtGui import QColor

Scheme = Literal["light", "dark", "contrast"]
Tone = Literal["info", "success", "warning", "danger"]


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour a widget may use; text colours hold 4.5 : 1 on the surfaces they stand on.

    `on_…` is text upon the colour it names, `…_soft` the tinted surface that goes with a tone.
    `series` are the steps of a stacked bar, best answer first; `blank` stands for no answer.
    """

    desk: QColor
    surface: QColor
    surface_alt: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    text_muted: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    accent_soft: QColor
    focus: QColor
    info: QColor
    info_soft: QColor
    success: QColor
    success_soft: QColor
    warning: QColor
    warning_soft: QColor
    danger: QColor
    danger_hover: QColor
    danger_soft: QColor
    on_danger: QColor
    rail: QColor
    rail_hover: QColor
    rail_current: QColor
    on_rail: QColor
    on_rail_muted: QColor
    key_cap: QColor
    key_cap_edge: QColor
    veil: QColor
    blank: QColor
    series: tuple[QColor, ...]

    def tone(self, tone: Tone) -> QColor:
        """Return the text and icon colour of a tone."""
        tones = {
            "info": self.info,
            "success": self.success,
            "warning": self.warning,
            "danger": self.danger,
        }
        return tones[tone]

    def soft(self, tone: Tone) -> QColor:
        """Return the surface that carries a tone."""
        surfaces = {
            "info": self.info_soft,
            "success": self.success_soft,
            "warning": self.warning_soft,
            "danger": self.danger_soft,
        }
        return surfaces[tone]


def _veil(colour: str, alpha: int) -> QColor:
    veil = QColor(colour)
    veil.setAlpha(alpha)
    return veil


LIGHT: Final = Colours(
    desk=QColor("#eff3f5"),
    surface=QColor("#ffffff"),
    surface_alt=QColor("#f3f7f8"),
    border=QColor("#d3dde2"),
    border_strong=QColor("#778993"),
    text=QColor("#15242c"),
    text_muted=QColor("#4a5d68"),
    accent=QColor("#0b6475"),
    accent_hover=QColor("#08535f"),
    accent_pressed=QColor("#06424d"),
    on_accent=QColor("#ffffff"),
    accent_soft=QColor("#e1f1f3"),
    focus=QColor("#0e8aa1"),
    info=QColor("#0b5a8a"),
    info_soft=QColor("#e4f1f9"),
    success=QColor("#17683a"),
    success_soft=QColor("#e3f4e9"),
    warning=QColor("#854a00"),
    warning_soft=QColor("#fff2d9"),
    danger=QColor("#b0241d"),
    danger_hover=QColor("#901b15"),
    danger_soft=QColor("#fdeae8"),
    on_danger=QColor("#ffffff"),
    rail=QColor("#0d3a45"),
    rail_hover=QColor("#164b57"),
    rail_current=QColor("#1d5c6a"),
    on_rail=QColor("#ffffff"),
    on_rail_muted=QColor("#c3dbe0"),
    key_cap=QColor("#fbfdfd"),
    key_cap_edge=QColor("#b3c1c8"),
    veil=_veil("#15242c", 110),
    blank=QColor("#c3ced4"),
    series=(
        QColor("#0b6475"),
        QColor("#58b4c2"),
        QColor("#e39a2d"),
        QColor("#a7527f"),
        QColor("#6b6fb5"),
    ),
)

DARK: Final = Colours(
    desk=QColor("#10171b"),
    surface=QColor("#182228"),
    surface_alt=QColor("#1f2b32"),
    border=QColor("#32424b"),
    border_strong=QColor("#758a96"),
    text=QColor("#e7eef1"),
    text_muted=QColor("#a8b9c2"),
    accent=QColor("#63c5d4"),
    accent_hover=QColor("#82d3df"),
    accent_pressed=QColor("#4bb2c2"),
    on_accent=QColor("#04242b"),
    accent_soft=QColor("#153a43"),
    focus=QColor("#7fd8e6"),
    info=QColor("#86c3ec"),
    info_soft=QColor("#15303f"),
    success=QColor("#80d5a0"),
    success_soft=QColor("#163325"),
    warning=QColor("#f3bf6b"),
    warning_soft=QColor("#3a2d14"),
    danger=QColor("#ff9e95"),
    danger_hover=QColor("#ffb8b1"),
    danger_soft=QColor("#43221f"),
    on_danger=QColor("#3d0906"),
    rail=QColor("#0b1114"),
    rail_hover=QColor("#16242a"),
    rail_current=QColor("#17404a"),
    on_rail=QColor("#ffffff"),
    on_rail_muted=QColor("#b3c7cd"),
    key_cap=QColor("#26343c"),
    key_cap_edge=QColor("#4d626d"),
    veil=_veil("#000000", 150),
    blank=QColor("#4b5c66"),
    series=(
        QColor("#63c5d4"),
        QColor("#2c8594"),
        QColor("#e8ac4f"),
        QColor("#d287ae"),
        QColor("#9ca0e6"),
    ),
)

# Words hold 7 : 1 here, and edges are as strong as words.
CONTRAST: Final = replace(
    DARK,
    desk=QColor("#000000"),
    surface=QColor("#000000"),
    surface_alt=QColor("#141414"),
    border=QColor("#9aa4a9"),
    border_strong=QColor("#ffffff"),
    text=QColor("#ffffff"),
    text_muted=QColor("#e6e6e6"),
    accent=QColor("#ffe14d"),
    accent_hover=QColor("#fff0a0"),
    accent_pressed=QColor("#ffd400"),
    on_accent=QColor("#000000"),
    accent_soft=QColor("#2b2700"),
    focus=QColor("#00e5ff"),
    info=QColor("#9fd8ff"),
    info_soft=QColor("#001c2e"),
    success=QColor("#8dffb0"),
    success_soft=QColor("#00230d"),
    warning=QColor("#ffd27a"),
    warning_soft=QColor("#2b1d00"),
    danger=QColor("#ffb3ac"),
    danger_hover=QColor("#ffd0cc"),
    danger_soft=QColor("#330200"),
    on_danger=QColor("#000000"),
    rail=QColor("#000000"),
    rail_hover=QColor("#262626"),
    rail_current=QColor("#3a3a00"),
    on_rail=QColor("#ffffff"),
    on_rail_muted=QColor("#f0f0f0"),
    key_cap=QColor("#000000"),
    key_cap_edge=QColor("#ffffff"),
    veil=_veil("#000000", 190),
)

SCHEMES: Final[dict[Scheme, Colours]] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def contrast(first: QColor, second: QColor) -> float:
    """Return the WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
