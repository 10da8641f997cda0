"""A small set of line icons, drawn from paths: no image files, sharp at every size and colour."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

IconName = Literal[
    "home",
    "slip",
    "keyboard",
    "report",
    "settings",
    "lock",
    "check",
    "warning",
    "danger",
    "info",
    "undo",
    "printer",
    "save",
    "plus",
    "minus",
    "close",
    "search",
    "calendar",
    "eye",
    "eye-off",
    "person",
    "list",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "arrow-down",
    "chevron-down",
    "chevron-right",
    "enter",
    "inbox",
    "households",
    "map",
    "exchange",
]

GRID: Final = 24.0
STROKE: Final = 1.8

# Each drawing is lines of a 24 by 24 grid: M x y, L x y, C cubic, Z close,
# R x y w h radius for a rounded rectangle, O cx cy r for a circle.
_DRAWINGS: Final[dict[IconName, str]] = {
    "home": "M 3.5 11 L 12 3.8 L 20.5 11 M 5.8 9.2 L 5.8 20 L 18.2 20 L 18.2 9.2 "
    "M 9.8 20 L 9.8 14 L 14.2 14 L 14.2 20",
    "slip": "R 5 3 14 18 2 M 8.5 8 L 15.5 8 M 8.5 12 L 15.5 12 M 8.5 16 L 12.5 16",
    "keyboard": "R 2.5 6 19 12.5 2 M 6.5 10 L 6.6 10 M 10.2 10 L 10.3 10 M 13.8 10 L 13.9 10 "
    "M 17.5 10 L 17.6 10 M 8 14.5 L 16 14.5",
    "report": "M 4 4 L 4 20 L 20.5 20 M 8.5 16.5 L 8.5 12 M 13 16.5 L 13 7 M 17.5 16.5 L 17.5 10",
    "settings": "M 4 7 L 10 7 M 15 7 L 20 7 O 12.5 7 2.4 M 4 16.5 L 6.5 16.5 "
    "M 11.5 16.5 L 20 16.5 O 9 16.5 2.4",
    "lock": "R 5 10.5 14 10 2 M 8 10.5 L 8 7.5 C 8 2.2 16 2.2 16 7.5 L 16 10.5 M 12 14.5 L 12 16.5",
    "check": "M 4.5 12.5 L 9.8 17.6 L 19.5 6.8",
    "warning": "M 12 3.8 L 21.6 20 L 2.4 20 Z M 12 10 L 12 14.2 M 12 17 L 12 17.1",
    "danger": "O 12 12 9 M 12 7.2 L 12 12.8 M 12 16.4 L 12 16.5",
    "info": "O 12 12 9 M 12 11.4 L 12 16.6 M 12 7.6 L 12 7.7",
    "undo": "M 8.5 4.5 L 4 9 L 8.5 13.5 M 4 9 L 14 9 C 21.5 9 21.5 19.5 14 19.5 L 9 19.5",
    "printer": "M 7 8.5 L 7 3.5 L 17 3.5 L 17 8.5 R 3.5 8.5 17 8.5 2 M 7 14 L 17 14 L 17 20.5 "
    "L 7 20.5 Z",
    "save": "M 12 3.5 L 12 14.5 M 7.2 10 L 12 14.8 L 16.8 10 M 4 16.5 L 4 20 L 20 20 L 20 16.5",
    "plus": "M 12 4.5 L 12 19.5 M 4.5 12 L 19.5 12",
    "minus": "M 4.5 12 L 19.5 12",
    "close": "M 6 6 L 18 18 M 18 6 L 6 18",
    "search": "O 10.5 10.5 6.5 M 15.4 15.4 L 20.5 20.5",
    "calendar": "R 3.5 5 17 15.5 2 M 3.5 10 L 20.5 10 M 8 2.8 L 8 6.5 M 16 2.8 L 16 6.5",
    "eye": "M 2.2 12 C 6.5 3.4 17.5 3.4 21.8 12 C 17.5 20.6 6.5 20.6 2.2 12 Z O 12 12 3",
    "eye-off": "M 2.2 12 C 6.5 3.4 17.5 3.4 21.8 12 C 17.5 20.6 6.5 20.6 2.2 12 Z O 12 12 3 "
    "M 4 20.5 L 20 3.5",
    "person": "O 12 8 4.2 M 4 20.5 C 5 12.5 19 12.5 20 20.5",
    "list": "M 8.5 6 L 20 6 M 8.5 12 L 20 12 M 8.5 18 L 20 18 M 4 6 L 4.1 6 M 4 12 L 4.1 12 "
    "M 4 18 L 4.1 18",
    "arrow-left": "M 20 12 L 4.5 12 M 10.5 5.8 L 4.2 12 L 10.5 18.2",
    "arrow-right": "M 4 12 L 19.5 12 M 13.5 5.8 L 19.8 12 L 13.5 18.2",
    "arrow-up": "M 12 20 L 12 4.5 M 5.8 10.5 L 12 4.2 L 18.2 10.5",
    "arrow-down": "M 12 4 L 12 19.5 M 5.8 13.5 L 12 19.8 L 18.2 13.5",
    "chevron-down": "M 5.5 9 L 12 15.5 L 18.5 9",
    "chevron-right": "M 9 5.5 L 15.5 12 L 9 18.5",
    "enter": "M 20 5 L 20 14 L 5 14 M 9.8 9 L 4.8 14 L 9.8 19",
    "inbox": "M 3.5 13.5 L 6.5 4.5 L 17.5 4.5 L 20.5 13.5 L 20.5 19.5 L 3.5 19.5 Z "
    "M 3.5 13.5 L 8.5 13.5 C 8.5 18 15.5 18 15.5 13.5 L 20.5 13.5",
    "households": "M 2.5 11.5 L 8.5 6.2 L 14.5 11.5 M 4.4 10 L 4.4 19.5 L 12.6 19.5 L 12.6 10 "
    "M 12.5 6.4 L 15.5 4 L 21.5 9.2 M 19.6 7.8 L 19.6 19.5 L 15.8 19.5 M 8.5 19.5 L 8.5 15",
    "map": "M 3.5 6 L 9 3.8 L 15 6.2 L 20.5 4 L 20.5 18 L 15 20.2 L 9 17.8 L 3.5 20 Z "
    "M 9 3.8 L 9 17.8 M 15 6.2 L 15 20.2",
    "exchange": "M 4 8 L 19.5 8 M 15 3.5 L 19.8 8 L 15 12.5 M 20 16 L 4.5 16 M 9 11.5 L 4.2 16 "
    "L 9 20.5",
}


def _rectangle(path: QPainterPath, v: tuple[float, ...]) -> None:
    path.addRoundedRect(QRectF(v[0], v[1], v[2], v[3]), v[4], v[4])


_STROKES: Final[dict[str, tuple[int, Callable[[QPainterPath, tuple[float, ...]], None]]]] = {
    "M": (2, lambda path, v: path.moveTo(v[0], v[1])),
    "L": (2, lambda path, v: path.lineTo(v[0], v[1])),
    "C": (6, lambda path, v: path.cubicTo(v[0], v[1], v[2], v[3], v[4], v[5])),
    "Z": (0, lambda path, _: path.closeSubpath()),
    "R": (5, _rectangle),
    "O": (3, lambda path, v: path.addEllipse(QPointF(v[0], v[1]), v[2], v[2])),
}


@cache
def icon_path(name: IconName) -> QPainterPath:
    """Return the drawing on its 24 by 24 grid."""
    path = QPainterPath()
    words = iter(_DRAWINGS[name].split())
    for word in words:
        count, stroke = _STROKES[word]
        stroke(path, tuple(float(next(words)) for _ in range(count)))
    return path


def draw_icon(painter: QPainter, name: IconName, area: QRectF, colour: QColor) -> None:
    """Stroke an icon into a square area."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / GRID, area.height() / GRID)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, STROKE, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()


def icon_pixmap(name: IconName, colour: QColor, size: int) -> QPixmap:
    """Return an icon as a pixmap sharp on the densest screen, from a cache."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _pixmap(name, colour.rgba(), size, ratio)


def icon(name: IconName, colour: QColor, size: int = 20) -> QIcon:
    """Return an icon for widgets that paint icons themselves."""
    return QIcon(icon_pixmap(name, colour, size))


@cache
def _pixmap(name: IconName, rgba: int, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, size, size), QColor.fromRgba(rgba))
    painter.end()
    return pixmap
