"""How the outcome of a check looks: a colour and a shape, so that neither must be told alone."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from ui.theme.colours import Colours
from ui.theme.theme import current_theme

Mark = Literal["unchecked", "right", "wrong", "missing"]

MARKS: Final[tuple[Mark, ...]] = ("unchecked", "right", "wrong", "missing")
_MARKS: Final[dict[str, Mark]] = {
    "": "unchecked",
    "dung": "right",
    "sai_thong_tin": "wrong",
    "trung_ma": "wrong",
    "de_nghi_cap_ma": "wrong",
}
_EDGE: Final = 0.16


def mark_of(outcome: str) -> Mark:
    """Return the mark of an outcome; what is neither right nor wrong was not to be had."""
    return _MARKS.get(outcome, "missing")


def mark_name(mark: Mark) -> str:
    """Return what a mark stands for."""
    translate = QCoreApplication.translate
    names: dict[Mark, str] = {
        "unchecked": translate("register", "Not checked"),
        "right": translate("register", "Right"),
        "wrong": translate("register", "To correct"),
        "missing": translate("register", "Not found or other"),
    }
    return names[mark]


def mark_colour(mark: Mark, colours: Colours) -> QColor:
    """Return the colour of a mark on the surface of a card."""
    by_mark: dict[Mark, QColor] = {
        "unchecked": colours.border_strong,
        "right": colours.success,
        "wrong": colours.warning,
        "missing": colours.danger,
    }
    return by_mark[mark]


def draw_mark(painter: QPainter, area: QRectF, mark: Mark, colours: Colours) -> None:
    """Draw a mark into a square: ring, disc, triangle or square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = mark_colour(mark, colours)
    width = area.width() * _EDGE
    inner = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    is_hollow = mark == "unchecked"
    painter.setPen(QPen(colour if is_hollow else colours.surface, width))
    painter.setBrush(colours.surface if is_hollow else colour)
    if mark == "wrong":
        corners = (QPointF(inner.center().x(), inner.top()), inner.bottomRight(),
                   inner.bottomLeft())  # fmt: skip
        painter.drawPolygon(QPolygonF(corners))
    elif mark == "missing":
        painter.drawRect(inner.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    else:
        painter.drawEllipse(inner)


def mark_pixmap(mark: Mark, side: int, ratio: float) -> QPixmap:
    """Return a mark in the theme's colours, drawn once: a screenful shows it many times."""
    return _pixmap(mark, side, ratio, current_theme().scheme)


@cache
def _pixmap(mark: Mark, side: int, ratio: float, _scheme: str) -> QPixmap:
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_mark(painter, QRectF(0, 0, side, side), mark, current_theme().colours)
    painter.end()
    return pixmap
