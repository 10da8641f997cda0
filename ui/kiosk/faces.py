"""The faces beside the answers: drawn here, told apart by the mouth and not by colour alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ui.kiosk.look import KioskColours

# From the worst to the best.
SAD: Final = 0
CALM: Final = 1
GLAD: Final = 2
# Of the side: where the corners of the mouth and its middle lie, and where the eyes do.
_CORNERS: Final = (0.68, 0.62, 0.56)
_MIDDLES: Final = (0.48, 0.62, 0.80)
_EYES: Final = (0.35, 0.40)
_EYE: Final = 0.055
_LINE: Final = 0.055


def draw_face(painter: QPainter, box: QRectF, mood: int, colours: KioskColours) -> None:
    """Draw a face into the largest square of a box."""
    side = min(box.width(), box.height())
    left, top = box.center().x() - side / 2, box.center().y() - side / 2
    pen = QPen(colours.moods[mood], side * _LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(colours.soft_moods[mood])
    inset = side * _LINE
    painter.drawEllipse(QRectF(left, top, side, side).adjusted(inset, inset, -inset, -inset))
    painter.setBrush(colours.moods[mood])
    across, down = _EYES
    for x in (across, 1 - across):
        painter.drawEllipse(QPointF(left + x * side, top + down * side), side * _EYE * 0.6,
                            side * _EYE)  # fmt: skip
    painter.setBrush(Qt.BrushStyle.NoBrush)
    mouth = QPainterPath(QPointF(left + 0.30 * side, top + _CORNERS[mood] * side))
    mouth.quadTo(
        QPointF(left + 0.5 * side, top + _MIDDLES[mood] * side),
        QPointF(left + 0.70 * side, top + _CORNERS[mood] * side),
    )
    painter.drawPath(mouth)
    painter.restore()
