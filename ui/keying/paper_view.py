"""A slip of paper, drawn: questions with boxes, and crosses where somebody put them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.questionnaires.form import Form
from models.settings.record import Settings
from models.surveys.records import SlipContent
from ui.keying.story import value_text

_MARGIN = 18
_BOX = 11
_GAP = 6
# Paper is white and ink is dark, whatever the theme is.
_SHEET, _PRINT, _INK = QColor("#fdfdf8"), QColor("#222222"), QColor("#1c3f94")


class PaperView(QWidget):
    """Shows what stands on a slip; takes no keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self._settings = Settings()
        self._language = "vi"
        self._paper: SlipContent | None = None
        self._number = 0

    def set_form(self, form: Form, settings: Settings, language: str) -> None:
        """Show slips of a questionnaire."""
        self._form, self._settings, self._language = form, settings, language

    def show_paper(self, paper: SlipContent, number: int) -> None:
        """Show another slip."""
        self._paper, self._number = paper, number
        self.setAccessibleName(self.tr("Paper slip %1").replace("%1", str(number)))
        self.setAccessibleDescription("; ".join(self._lines(paper)))
        self.update()

    def value(self, field: str, value: object) -> str:
        """Return a field's value in words."""
        if field == "reason":
            return self._reason(str(value)) if value else self.tr("valid")
        return value_text(self._form, field, value, self._language) if self._form else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        if self._form is None or self._paper is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), _SHEET)
        painter.setPen(QPen(QColor("#c8c8c0")))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        font = QFont(self.font())
        # So small that the whole slip is on the sheet, and not smaller.
        for points in (10.0, 9.0, 8.0, 7.0, 6.0):
            font.setPointSizeF(points)
            if self._draw(None, self._form, self._paper, font) <= self.height() - _MARGIN:
                break
        self._draw(painter, self._form, self._paper, font)

    def _draw(
        self, painter: QPainter | None, form: Form, paper: SlipContent, font: QFont
    ) -> int:
        """Draw the slip, or only measure it; return where it ends."""
        bold = QFont(font)
        bold.setBold(True)
        y = self._text(painter, bold, _MARGIN, _MARGIN, form.text(form.titles, self._language))
        y += _GAP
        for number, node in enumerate(form.questions(), 1):
            y = self._text(painter, bold, _MARGIN, y, f"{number}. " + form.text(
                node.labels, self._language))  # fmt: skip
            for choice in form.choices(node):
                self._box(painter, y, font, is_marked=paper.answers.get(node.key) == choice.name)
                text = form.text(choice.labels, self._language)
                y = self._text(painter, font, _MARGIN + _BOX + _GAP * 2, y, text)
            y += _GAP
        if paper.reason and painter is not None:
            self._strike(painter, self._reason(paper.reason))
        return y

    def _text(self, painter: QPainter | None, font: QFont, x: int, y: int, text: str) -> int:
        wide = QRect(x, y, self.width() - x - _MARGIN, 1000)
        wrapped = Qt.TextFlag.TextWordWrap
        bounds = QFontMetrics(font).boundingRect(wide, wrapped, text)
        if painter is not None:
            painter.setFont(font)
            painter.setPen(_PRINT)
            painter.drawText(wide, wrapped, text)
        return y + bounds.height() + 1

    def _box(self, painter: QPainter | None, y: int, font: QFont, *, is_marked: bool) -> None:
        if painter is None:
            return
        top = y + (QFontMetrics(font).height() - _BOX) / 2
        box = QRectF(_MARGIN + _GAP, top, _BOX, _BOX)
        painter.setPen(QPen(_PRINT, 1))
        painter.drawRect(box)
        if is_marked:
            painter.setPen(QPen(_INK, 2.2))
            reach = box.adjusted(-2, -2, 2, 2)
            painter.drawLine(reach.topLeft(), reach.bottomRight())
            painter.drawLine(reach.topRight(), reach.bottomLeft())

    def _strike(self, painter: QPainter, why: str) -> None:
        """Cross the whole slip out, with the reason across it."""
        painter.setPen(QPen(_INK, 3))
        inner = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawLine(QPointF(inner.left(), inner.top()), inner.bottomRight())
        font = QFont(self.font())
        font.setPointSizeF(14)
        font.setBold(True)
        painter.setFont(font)
        band = QRectF(inner.left(), inner.center().y() - 40, inner.width(), 80)
        painter.fillRect(band, _SHEET)
        painter.drawRect(band)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(band, int(flags), why)

    def _reason(self, code: str) -> str:
        for reason in self._settings.reasons:
            if reason.code == code:
                return reason.text(self._language)
        return code

    def _lines(self, paper: SlipContent) -> list[str]:
        """Return the slip in words, for who does not see it."""
        if paper.reason or self._form is None:
            return [self._reason(paper.reason)]
        return [
            f"{self._form.text(node.labels, self._language)}: "
            + self.value(f"answers/{node.key}", paper.answers.get(node.key))
            for node in self._form.questions()
        ]
