"""The few strokes that painted widgets share."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.theme.icons import draw_icon
from ui.theme.sizes import FOCUS_WIDTH, Radius, Role, Space
from ui.theme.theme import current_theme

ENTER_SIGN: Final = "⏎"
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def fill_box(
    painter: QPainter,
    area: QRectF,
    fill: QColor,
    edge: QColor | None = None,
    *,
    radius: float = Radius.CONTROL,
    width: float = 1,
) -> None:
    """Fill a rounded box with an opaque colour; an edge is drawn inside the area."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if edge is not None:
        # Two fills take a fifteenth of the time of a fill and an antialiased stroke.
        painter.setBrush(edge)
        painter.drawRoundedRect(area, radius, radius)
        area = area.adjusted(width, width, -width, -width)
        radius = max(radius - width, 0)
    painter.setBrush(fill)
    painter.drawRoundedRect(area, radius, radius)


def focus_ring(
    painter: QPainter,
    area: QRectF,
    colour: QColor | None = None,
    radius: float = Radius.CONTROL + FOCUS_WIDTH,
) -> None:
    """Draw the mark of keyboard focus along the inside of an area."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour or current_theme().colours.focus, FOCUS_WIDTH))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius)


def draw_text(
    painter: QPainter,
    area: QRect | QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    alignment: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text, elided where it does not fit."""
    whole = area.toRect() if isinstance(area, QRectF) else area
    short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, whole.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(whole, int(alignment), short)


def wrapped_height(text: str, role: Role, width: int) -> int:
    """Return the height that a text takes when it is wrapped to a width."""
    return _wrapped_height(text, role, max(width, 1), current_theme().scale)


def key_cap_size(text: str) -> QSize:
    """Return the size of a key: square for one sign, wider for a word."""
    return QSize(*_key_cap_sides(text, current_theme().scale))


# Layouts ask for the same sizes many times over on every key press.
@lru_cache(maxsize=512)
def _wrapped_height(text: str, role: Role, width: int, _scale: float) -> int:
    room = QRect(0, 0, width, 10_000)
    metrics = QFontMetrics(current_theme().font(role))
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


@lru_cache(maxsize=128)
def _key_cap_sides(text: str, _scale: float) -> tuple[int, int]:
    metrics = QFontMetrics(current_theme().font("caption"))
    height = metrics.height() + Space.S
    wide = metrics.horizontalAdvance("" if text == ENTER_SIGN else text) + 2 * Space.S
    return max(height, wide), height


def draw_key_cap(painter: QPainter, area: QRectF, text: str, *, is_on: bool = False) -> None:
    """Draw one key of the keyboard; `is_on` marks the key of a chosen thing."""
    theme = current_theme()
    colours = theme.colours
    fill, edge, ink = colours.key_cap, colours.key_cap_edge, colours.text
    if is_on:
        fill, edge, ink = colours.accent, colours.accent_pressed, colours.on_accent
    fill_box(painter, area, edge, radius=Radius.CHIP)
    fill_box(painter, area.adjusted(1, 1, -1, -2.5), fill, radius=Radius.CHIP - 1)
    face = area.adjusted(0, 0, 0, -1.5)
    if text == ENTER_SIGN:
        side = face.height() * 0.66
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(face.center())
        draw_icon(painter, "enter", spot, ink)
        return
    draw_text(painter, face, text, theme.font("caption"), ink, CENTRE)
