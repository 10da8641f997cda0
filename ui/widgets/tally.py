"""The running tally of a batch: one small stacked bar per question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.painting import LEFT, RIGHT, draw_text

# Pixels of the bar, of the gap above it and of the gap below: with room enough, and at the least.
_ROOMY = (8, int(Space.XS), int(Space.M))
_CLOSE = (4, 1, int(Space.XS))


class QuestionTally(NamedTuple):
    """How often each option was chosen, in the order of the slip, and how often none was."""

    text: str
    counts: tuple[int, ...]
    blank: int = 0


class TallyTable(QWidget):
    """Text, counts and bar of every question; the last count, set apart, is of the blanks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tallies: tuple[QuestionTally, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Running tally"))

    def set_tallies(self, tallies: Sequence[QuestionTally]) -> None:
        """Show other counts; only the questions whose counts changed are painted again."""
        before, self._tallies = self._tallies, tuple(tallies)
        if len(before) != len(self._tallies):
            self.updateGeometry()
            self.update()
        for index, (old, new) in enumerate(zip(before, self._tallies, strict=False)):
            if old != new:
                self.update(self._area(index))
        self.setAccessibleDescription("; ".join(_spoken(tally) for tally in self._tallies))

    def sizeHint(self) -> QSize:
        """Return the height of all questions."""
        return QSize(260, self._height(_ROOMY))

    def minimumSizeHint(self) -> QSize:
        """Return room for the counts and a word or two, the questions close together."""
        return QSize(round(160 * current_theme().scale), self._height(_CLOSE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the questions that the damaged area touches."""
        painter = QPainter(self)
        for index, tally in enumerate(self._tallies):
            area = self._area(index)
            if area.intersects(event.rect()):
                self._paint_tally(painter, area, tally)

    def _paint_tally(self, painter: QPainter, area: QRect, tally: QuestionTally) -> None:
        theme = current_theme()
        font = theme.font("caption")
        metrics = QFontMetrics(font)
        words = QRect(area.left(), area.top(), area.width(), metrics.height())
        blank = f"– {tally.blank}"
        counts = " · ".join(str(count) for count in tally.counts)
        blank_width = metrics.horizontalAdvance(blank) + 1
        draw_text(painter, words, blank, font, theme.colours.text_muted, RIGHT)
        words.setRight(words.right() - blank_width - Space.M)
        draw_text(painter, words, counts, font, theme.colours.text, RIGHT)
        words.setRight(words.right() - metrics.horizontalAdvance(counts) - Space.M)
        draw_text(painter, words, tally.text, font, theme.colours.text_muted, LEFT)
        high, above, _below = self._gaps()
        top = area.top() + metrics.height() + above
        bar = QRectF(area.left(), top, area.width(), high)
        draw_stack(painter, bar, tally.counts, tally.blank)

    def _area(self, index: int) -> QRect:
        gaps = self._gaps()
        pitch = self._pitch(gaps)
        return QRect(0, index * pitch, self.width(), pitch - gaps[-1])

    def _gaps(self) -> tuple[int, int, int]:
        """Return how far apart things are in the height that there is."""
        least, most = self._height(_CLOSE), self._height(_ROOMY)
        share = min(max((self.height() - least) / ((most - least) or 1), 0.0), 1.0)
        bar, above, below = (
            int(close + (roomy - close) * share)
            for close, roomy in zip(_CLOSE, _ROOMY, strict=True)
        )
        return bar, above, below

    def _height(self, gaps: tuple[int, int, int]) -> int:
        return max(len(self._tallies) * self._pitch(gaps) - gaps[-1], 0)

    @staticmethod
    def _pitch(gaps: tuple[int, int, int]) -> int:
        return QFontMetrics(current_theme().font("caption")).height() + sum(gaps)


def draw_stack(painter: QPainter, bar: QRectF, counts: Sequence[int], blank: int) -> None:
    """Draw counts side by side as shares of one bar, in the colours of the series."""
    colours = current_theme().colours
    path = QPainterPath()
    path.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, colours.border)
    painter.setClipPath(path)
    total = sum(counts) + blank
    left = bar.left()
    for index, count in enumerate((*counts, blank)):
        if not count:
            continue
        width = bar.width() * count / total
        is_blank = index == len(counts)
        colour: QColor = colours.blank if is_blank else colours.series[index % len(colours.series)]
        painter.fillRect(QRectF(left, bar.top(), width, bar.height()), colour)
        if left > bar.left():
            seam = QRectF(left - 0.5, bar.top(), 1, bar.height())
            painter.fillRect(seam, colours.surface)
        left += width
    painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()


def _spoken(tally: QuestionTally) -> str:
    counts = ", ".join(str(count) for count in tally.counts)
    return f"{tally.text}: {counts}; – {tally.blank}"
