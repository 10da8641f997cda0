"""The look in use, and the one call that puts it on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.colours import SCHEMES, Colours, Scheme
from ui.theme.face import FAMILY, load_face
from ui.theme.palette import palette_of
from ui.theme.sizes import LARGEST_SCALE, SMALLEST_SCALE, TYPE_SCALE, Role, points
from ui.theme.stylesheet import stylesheet

SchemeChoice = Literal["light", "dark", "contrast", "system"]
# By what is kept of a choice.
CHOICES: Final[dict[str, SchemeChoice]] = {
    "light": "light", "dark": "dark", "contrast": "contrast", "system": "system",
}  # fmt: skip


@dataclass(frozen=True)
class Theme:
    """What widgets ask when they paint: colours by purpose and fonts by role."""

    scheme: Scheme = "light"
    scale: float = 1.0

    @property
    def colours(self) -> Colours:
        """The colours of the scheme."""
        return SCHEMES[self.scheme]

    def font(self, role: Role) -> QFont:
        """Return the font of a role at this scale; treat it as read-only."""
        return _font(role, self.scale)


@cache
def _font(role: Role, scale: float) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points(role, scale))
    font.setWeight(TYPE_SCALE[role].weight)
    return font


class _InUse:
    """The theme last applied and what the person chose; one per process, like the application."""

    theme = Theme()
    choice: SchemeChoice = "light"
    follower: QObject | None = None


def current_theme() -> Theme:
    """Return the theme that was applied last, the light one before that."""
    return _InUse.theme


def apply_theme(app: QApplication, scheme: SchemeChoice = "system", scale: float = 1.0) -> Theme:
    """Put the look on the application; calling it again repaints every open window.

    `scale` enlarges the type, and what is sized by it, from 0.75 to 2.5.
    """
    load_face()
    _InUse.choice = scheme
    theme = Theme(_resolve(scheme), min(max(scale, SMALLEST_SCALE), LARGEST_SCALE))
    _InUse.theme = theme
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    palette: QPalette = palette_of(theme.colours)
    app.setPalette(palette)
    app.setFont(theme.font("body"))
    app.setStyleSheet(stylesheet(theme.colours, theme.scale))
    _follow(app)
    return theme


def _resolve(scheme: SchemeChoice) -> Scheme:
    if scheme != "system":
        return scheme
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


class _SystemFollower(QObject):
    """Applies the theme again when the desktop turns light or dark."""

    @Slot()
    def _on_scheme_changed(self) -> None:
        app = QApplication.instance()
        if _InUse.choice == "system" and isinstance(app, QApplication):
            apply_theme(app, "system", _InUse.theme.scale)


def _follow(app: QApplication) -> None:
    if _InUse.choice != "system" or _InUse.follower is not None:
        return
    follower = _SystemFollower(app)
    app.styleHints().colorSchemeChanged.connect(follower._on_scheme_changed)
    _InUse.follower = follower
