"""What is touched: tiles of words, with a face or a tick where the answer has one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kiosk.faces import draw_face
from ui.kiosk.look import GAP_MM, TARGET_MM, Kind, KioskLook

_FACE_MM: Final = 16.0
# Between the words and the sides of their tile.
_SIDE_MM: Final = 4.5
_WORDS: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
_ENDLESS: Final = 100_000
# Of the square's side, from its upper left corner.
_TICK: Final = ((0.2, 0.55), (0.42, 0.76), (0.82, 0.26))


class TouchTile(QAbstractButton):
    """At least 15 mm high and wide; Enter presses it too. `mood` gives it a face."""

    def __init__(
        self, text: str, look: KioskLook, *, kind: Kind = "plain", mood: int | None = None,
        is_tick: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.kind: Kind = kind
        self._mood = mood
        self._is_tick = is_tick
        self._is_chosen = False
        self._look = look
        self.setText(text)
        self.setCheckable(is_tick)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(
            QSizePolicy.Policy.Expanding if kind == "option" else QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Preferred if kind == "option" else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_look(look)

    def set_look(self, look: KioskLook) -> None:
        """Take other sizes and colours."""
        self._look = look
        self.setFont(look.font("option" if self.kind == "option" else "button"))
        self.setMinimumSize(look.px(TARGET_MM), look.px(TARGET_MM))
        self._grow()
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)
        self._grow()
        self.updateGeometry()

    def set_chosen(self, is_chosen: bool) -> None:
        """Show that this was the answer, when somebody comes back to it."""
        self._is_chosen = is_chosen
        self.update()

    @property
    def is_chosen(self) -> bool:
        """Say whether it is shown as the answer."""
        return self._is_chosen or self.isChecked()

    def sizeHint(self) -> QSize:
        """Return room for the words on one line."""
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._beside() + 2
        return QSize(max(wide, self._look.px(TARGET_MM)), self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words when they are wrapped, 15 mm at least."""
        room = QRect(0, 0, max(width - self._beside(), 1), _ENDLESS)
        words = QFontMetrics(self.font()).boundingRect(room, _WORDS, self.text())
        return max(self._look.px(TARGET_MM), words.height() + self._look.px(GAP_MM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the words at this width: a scroll area asks for no height by width."""
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile, its face or tick, and its words."""
        look, colours = self._look, self._look.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink, edge = self._colours()
        line = look.pixels * (1.0 if self.hasFocus() or self.is_chosen else 0.45)
        painter.setPen(QPen(colours.focus if self.hasFocus() else edge, line))
        painter.setBrush(fill)
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        painter.drawRoundedRect(box, look.px(2.5), look.px(2.5))
        words = self.rect().adjusted(look.px(_SIDE_MM), 0, -look.px(_SIDE_MM), 0)
        if self._mood is not None or self._is_tick:
            side = min(look.px(_FACE_MM), self.height() - look.px(1.5))
            face = QRectF(words.left(), (self.height() - side) / 2, side, side)
            if self._mood is not None:
                draw_face(painter, face, self._mood, colours)
            else:
                self._draw_tick(painter, face)
            words.setLeft(words.left() + look.px(_FACE_MM + GAP_MM))
        painter.setPen(ink)
        painter.setFont(self.font())
        across = Qt.AlignmentFlag.AlignLeft if self.kind == "option" else (
            Qt.AlignmentFlag.AlignHCenter
        )  # fmt: skip
        painter.drawText(words, _WORDS | int(across), self.text())

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        colours = self._look.colours
        if not self.isEnabled():
            return colours.ground, colours.muted, colours.ground
        if self.kind == "primary":
            return colours.accent, colours.on_accent, colours.accent
        if self.isDown() or self.is_chosen:
            return colours.pressed, colours.ink, colours.accent
        return colours.tile, colours.ink, colours.edge

    def _draw_tick(self, painter: QPainter, box: QRectF) -> None:
        colours = self._look.colours
        inset = box.width() * 0.18
        square = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(colours.ink, self._look.pixels * 0.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, square.width() * 0.12, square.width() * 0.12)
        if self.isChecked():
            painter.setPen(QPen(colours.accent, self._look.pixels * 1.6))
            side, corner = square.width(), square.topLeft()
            painter.drawPolyline([corner + QPointF(x, y) * side for x, y in _TICK])

    def _beside(self) -> int:
        """Return the width that is no room for words."""
        beside = 2 * self._look.px(_SIDE_MM)
        if self._mood is not None or self._is_tick:
            beside += self._look.px(_FACE_MM + GAP_MM)
        return beside

    def _grow(self) -> None:
        if self.kind == "option" and self.width() > self._look.px(TARGET_MM):
            self.setMinimumHeight(self.heightForWidth(self.width()))
