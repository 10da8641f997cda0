"""The map of a hamlet, drawn from the households' own coordinates: no tiles, no network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.household_values import address_line
from models.figures import format_integer
from models.households.records import Household
from ui.register.map_plane import (
    Plane,
    View,
    fitting,
    nearest,
    neighbour,
    plane_of,
    scale_length,
)
from ui.register.outcome_marks import MARKS, Mark, mark_name, mark_of, mark_pixmap
from ui.theme.sizes import Radius, Space
from ui.theme.theme import current_theme
from ui.widgets.painting import CENTRE, draw_text, fill_box, focus_ring
from ui.widgets.role import plays

_STEP: Final = 1.4
_PAN: Final = 64
_REACH: Final = 14
_POINT: Final = 13
_SCALE_BAR: Final = 130
# House numbers are written beside the points once so few are on the screen.
_NUMBERED: Final = 120
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@plays(QAccessible.Role.Graphic)
class MapView(QWidget):
    """Arrows go from house to house, with Shift they move the map; + − 0 zoom."""

    household_opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._households: tuple[Household, ...] = ()
        self._plane: Plane = plane_of(())
        self._view: View | None = None
        self._is_fitted = True
        self._current: int | None = None
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(self.tr("Map of the households"))
        self.setMouseTracking(True)

    def show_households(self, households: Sequence[Household]) -> None:
        """Show other households, those that have coordinates; the current one stays if it can."""
        before = self.current()
        placed = tuple(one for one in households if one.place is not None)
        is_same_place = [one.id for one in placed] == [one.id for one in self._households]
        self._households = placed
        places = [(one.place.lat, one.place.lon) for one in placed if one.place is not None]
        self._plane = plane_of(places)
        if not is_same_place:
            self._is_fitted = True
        self._fit_if_wanted()
        self._current = None
        if placed and (before is None or not self.show_household(before.id)):
            self._go_to(self._plane.near[0] if self._plane.near else 0)
        if not placed:
            self.current_changed.emit(None)
        self._describe()
        self.update()

    def current(self) -> Household | None:
        """Return the household that is marked."""
        return self._households[self._current] if self._current is not None else None

    def far_out(self) -> int:
        """Return how many lie so far out that they are left outside the picture."""
        return self._plane.far

    def show_household(self, household: UUID) -> bool:
        """Mark a household; False where it has no place on this map."""
        at = next((at for at, one in enumerate(self._households) if one.id == household), None)
        if at is not None:
            self._go_to(at)
        return at is not None

    def counts(self) -> dict[Mark, int]:
        """Return how many points there are of each mark."""
        found: dict[Mark, int] = dict.fromkeys(MARKS, 0)
        for one in self._households:
            found[mark_of(one.outcome)] += 1
        return found

    def fit(self) -> None:
        """Show the whole hamlet."""
        self._is_fitted = True
        self._fit_if_wanted()
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge around a point, the current household or the middle."""
        if self._view is None:
            return
        if at is None:
            at = QPointF(self.width() / 2, self.height() / 2)
            if self._current is not None and self._view.holds(self._plane.spots[self._current]):
                at = QPointF(*self._view.point(self._plane.spots[self._current]))
        self._view = self._view.zoomed(factor, at.x(), at.y())
        self._is_fitted = False
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which a hamlet can be read."""
        return QSize(640, 420)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, zoom and open by keys."""
        key = event.key()
        if key in _ARROWS:
            is_moving = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self._move if is_moving else self._walk)(*_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self._open()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the pointer is."""
        turn = event.angleDelta().y()
        if turn:
            self.zoom(_STEP if turn > 0 else 1 / _STEP, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map with the pointer; over a point the pointer becomes a hand."""
        if self._view is None:
            return
        if self._pressed is None:
            is_over = self._under(event.position()) is not None
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(hand if is_over else arrow)
            return
        way = event.position() - self._pressed
        if self._is_dragged or way.manhattanLength() > 4:
            self._is_dragged, self._pressed = True, event.position()
            self._view = self._view.moved(way.x(), way.y())
            self._is_fitted = False
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the household that was clicked."""
        was_pressed, self._pressed = self._pressed is not None, None
        if not was_pressed or self._is_dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._under(event.position())
        if at is not None:
            self._go_to(at)
            self._open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle in the middle, or the whole hamlet in sight."""
        super().resizeEvent(event)
        if self._view is not None:
            self._view = View(self._view.middle, self._view.scale, self.width(), self.height())
        self._fit_if_wanted()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint points, house numbers, the current household and the scale."""
        painter = QPainter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        fill_box(painter, area, theme.colours.surface, theme.colours.border)
        painter.setClipRect(area.adjusted(1, 1, -1, -1))
        if self._view is not None:
            self._paint_points(painter, self._view)
            self._paint_scale(painter, self._view)
        painter.setClipping(False)
        if self.hasFocus():
            focus_ring(painter, area, radius=Radius.CONTROL)

    def _paint_points(self, painter: QPainter, view: View) -> None:
        seen: list[tuple[int, float, float]] = []
        for at, spot in enumerate(self._plane.spots):
            x, y = view.point(spot)
            if -_POINT < x < view.width + _POINT and -_POINT < y < view.height + _POINT:
                seen.append((at, x, y))
        half = self._side() / 2
        # What was checked lies on top of what was not.
        for mark in MARKS:
            pixmap = self._pixmap(mark)
            for at, x, y in seen:
                if mark_of(self._households[at].outcome) == mark:
                    painter.drawPixmap(QPointF(x - half, y - half), pixmap)
        if len(seen) <= _NUMBERED:
            self._paint_numbers(painter, seen)
        if self._current is not None:
            self._paint_current(painter, view)

    def _paint_numbers(self, painter: QPainter, seen: list[tuple[int, float, float]]) -> None:
        theme = current_theme()
        font = theme.font("caption")
        height = QFontMetrics(font).height()
        for at, x, y in seen:
            number = self._households[at].house_number
            if number:
                place = QRectF(x + self._side() / 2 + 1, y - height / 2, 90, height)
                draw_text(painter, place, number, font, theme.colours.text_muted)

    def _paint_current(self, painter: QPainter, view: View) -> None:
        assert self._current is not None
        colours = current_theme().colours
        x, y = view.point(self._plane.spots[self._current])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._side() * 0.95
        for colour, width in ((colours.surface, 5.0), (colours.focus, 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(QPointF(x, y), radius, radius)
        half = self._side() / 2
        mark = mark_of(self._households[self._current].outcome)
        painter.drawPixmap(QPointF(x - half, y - half), self._pixmap(mark))

    def _paint_scale(self, painter: QPainter, view: View) -> None:
        theme = current_theme()
        metres = scale_length(1 / view.scale, _SCALE_BAR)
        length = metres * view.scale
        font = theme.font("caption")
        height = QFontMetrics(font).height()
        box = QRectF(Space.M, self.height() - Space.M - height - Space.S, length, height + Space.S)
        said = f"{metres:g} m" if metres < 1000 else f"{metres / 1000:g} km"
        behind: QColor = theme.colours.surface
        painter.fillRect(box.adjusted(-4, -2, 4, 2), behind)
        draw_text(painter, box.adjusted(0, 0, 0, -Space.S), said, font, theme.colours.text, CENTRE)
        painter.setPen(QPen(theme.colours.text, 1.5))
        base = box.bottom()
        painter.drawLine(QPointF(box.left(), base), QPointF(box.right(), base))
        for x in (box.left(), box.right()):
            painter.drawLine(QPointF(x, base - 5), QPointF(x, base))

    def _pixmap(self, mark: Mark) -> QPixmap:
        return mark_pixmap(mark, self._side(), self.devicePixelRatioF())

    def _side(self) -> int:
        return round(_POINT * current_theme().scale)

    def _walk(self, east: int, north: int) -> None:
        if self._current is not None:
            at = neighbour(self._plane, self._current, east, north)
            if at is not None:
                self._go_to(at)

    def _move(self, east: int, north: int) -> None:
        if self._view is not None:
            self._view = self._view.moved(-east * _PAN, north * _PAN)
            self._is_fitted = False
            self.update()

    def _go_to(self, at: int) -> None:
        self._current = at
        spot = self._plane.spots[at]
        if self._view is not None and not self._view.holds(spot, _POINT):
            self._view = View(spot, self._view.scale, self._view.width, self._view.height)
            self._is_fitted = False
        self._describe()
        self.update()
        self.current_changed.emit(self.current())

    def _open(self) -> None:
        household = self.current()
        if household is not None:
            self.household_opened.emit(household.id)

    def _under(self, point: QPointF) -> int | None:
        if self._view is None:
            return None
        return nearest(self._plane, self._view, point.x(), point.y(), _REACH)

    def _fit_if_wanted(self) -> None:
        if not self._households:
            self._view = None
        elif self._is_fitted or self._view is None:
            self._view = fitting(self._plane, self.width(), self.height())

    def _describe(self) -> None:
        said = [f"{mark_name(mark)}: {format_integer(n)}" for mark, n in self.counts().items()]
        household = self.current()
        if household is not None:
            mark = mark_name(mark_of(household.outcome))
            said.insert(0, f"{household.name}, {address_line(household)}, {mark}")
        self.setAccessibleDescription("; ".join(said))
