"""The map with its legend, what it leaves out, and who the marked household is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from exports.household_values import address_line
from models.figures import format_integer
from models.households.records import Household
from models.sentences.catalog import Language
from ui.register.check_words import outcome_name
from ui.register.loading import MapHouseholds
from ui.register.map_view import MapView
from ui.register.outcome_marks import MARKS, Mark, draw_mark, mark_name
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.elided_text import ElidedText
from ui.widgets.empty_state import EmptyState
from ui.widgets.painting import draw_text
from ui.widgets.text import Text


class MapPanel(QWidget):
    """Shows the work list as points; a click or Enter opens one."""

    household_opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.view = MapView()
        self.view.household_opened.connect(self.household_opened)
        self.view.current_changed.connect(self._on_current_changed)
        self._legend = _Legend()
        self._left_out = Text("", "caption", tone="muted", is_wrapped=False)
        self._who = ElidedText()
        nearer = IconButton("plus", self.tr("Nearer (+)"))
        farther = IconButton("minus", self.tr("Farther (−)"))
        whole = QuietButton(self.tr("All of it"), hint="0")
        nearer.clicked.connect(self._on_nearer)
        farther.clicked.connect(self._on_farther)
        whole.clicked.connect(self._on_whole)
        for button in (nearer, farther, whole):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(self._legend, 1)
        for button in (farther, nearer, whole):
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(Space.L)
        foot.addWidget(self._who, 1)
        foot.addWidget(self._left_out)
        self._empty = EmptyState(
            "map",
            self.tr("None of these households has coordinates"),
            self.tr("Choose another hamlet, or add coordinates when a household is checked."),
        )
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(holder, 1)
        column.addLayout(foot)
        self.setFocusProxy(self.view)

    def show_households(self, found: MapHouseholds) -> None:
        """Show other households, and say how many are not on the map."""
        self.view.show_households(found.households)
        counts = self.view.counts()
        placed = sum(counts.values())
        self._legend.show_counts(counts)
        self._stack.setCurrentWidget(self.view if placed else self._empty)
        missing, far = len(found.households) - placed, self.view.far_out()
        without = self.tr("%n without coordinates", "", missing)
        said = [without.replace(str(missing), format_integer(missing))]
        if far:
            outside = self.tr("%n far outside the picture", "", far)
            said.append(outside.replace(str(far), format_integer(far)))
        if found.count > len(found.households):
            cut = self.tr("the first %1 of %2 households")
            cut = cut.replace("%1", format_integer(len(found.households)))
            said.append(cut.replace("%2", format_integer(found.count)))
        self._left_out.setText("  ·  ".join(said))

    @Slot(object)
    def _on_current_changed(self, household: Household | None) -> None:
        if household is None:
            self._who.setText("")
            return
        outcome = outcome_name(household.outcome, self._language)
        parts = (household.name, address_line(household), outcome)
        self._who.setText("  ·  ".join(part for part in parts if part))

    @Slot()
    def _on_nearer(self) -> None:
        self.view.zoom(1.4)

    @Slot()
    def _on_farther(self) -> None:
        self.view.zoom(1 / 1.4)

    @Slot()
    def _on_whole(self) -> None:
        self.view.fit()


class _Legend(QWidget):
    """What the marks mean, with their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Mark, int] = dict.fromkeys(MARKS, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(self, counts: dict[Mark, int]) -> None:
        """Show other numbers."""
        self._counts = counts
        self.setAccessibleName("; ".join(self._entries()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(240, self._line_height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many lines as a width makes of it."""
        spots = self._spots(width)
        return (spots[-1][1] + 1) * self._line_height() if spots else self._line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, words and number one after the other, in as many lines as are needed."""
        painter = QPainter(self)
        theme = current_theme()
        font = theme.font("caption")
        metrics = QFontMetrics(font)
        side, line = self._side(metrics), self._line_height()
        spots = self._spots(self.width())
        top = (self.height() - (spots[-1][1] + 1) * line) / 2
        for mark, entry, (left, row) in zip(self._counts, self._entries(), spots, strict=True):
            upper = top + row * line
            spot = QRectF(left, upper + (line - side) / 2, side, side)
            draw_mark(painter, spot, mark, theme.colours)
            wide = metrics.horizontalAdvance(entry) + 2
            words = QRectF(spot.right() + Space.XS, upper, wide, line)
            draw_text(painter, words, entry, font, theme.colours.text)

    def _spots(self, width: int) -> list[tuple[float, int]]:
        """Return where each entry begins, and in which line."""
        metrics = QFontMetrics(current_theme().font("caption"))
        found, left, row = list[tuple[float, int]](), 0.0, 0
        for entry in self._entries():
            wide = self._side(metrics) + Space.XS + metrics.horizontalAdvance(entry) + 2
            if left and left + wide > width:
                left, row = 0.0, row + 1
            found.append((left, row))
            left += wide + Space.L
        return found

    @staticmethod
    def _side(metrics: QFontMetrics) -> int:
        return round(metrics.height() * 0.75)

    @staticmethod
    def _line_height() -> int:
        return QFontMetrics(current_theme().font("caption")).height() + Space.S

    def _entries(self) -> list[str]:
        return [f"{mark_name(mark)} {format_integer(n)}" for mark, n in self._counts.items()]
