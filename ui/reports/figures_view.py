"""A report's figures on the screen: three numbers that matter, and a chart for each question."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.figures import MARK, format_decimal, format_integer, format_percent, is_untold
from models.surveys.summary import QuestionFigures, SatisfactionSummary
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.bar_chart import Bar, BarChart
from ui.widgets.surfaces import Card
from ui.widgets.text import Heading, Text, TextTone

if TYPE_CHECKING:
    from exports.reports import SatisfactionReport


class Headline(Card):
    """One number with what it says and how to take it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(Space.XS)
        self._name = Text(title, "strong", is_wrapped=False)
        self._number = Text("–", "display", is_wrapped=False)
        self._note = Text("", "caption")
        for text in (self._name, self._number, self._note):
            self.body.addWidget(text)
        self.body.addStretch(1)

    def show_number(self, number: str, note: str, tone: TextTone | None = None) -> None:
        """Show a number; its tone says whether it is good."""
        self._number.setText(number)
        self._number.set_tone(tone)
        self._note.setText(note)
        self.setAccessibleName(f"{self._name.text()}: {number}")
        self.setAccessibleDescription(note)


class FiguresView(QScrollArea):
    """Headline and charts in the window's language; scrolls by the keyboard too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slips = Headline(self.tr("Valid slips"))
        self._share = Headline(self.tr("Satisfied"))
        self._sample = Headline(self.tr("Slips needed"))
        self._banner = Banner("warning", is_dismissible=False)
        self._charts = QVBoxLayout()
        self._charts.setSpacing(Space.M)
        top = QHBoxLayout()
        top.setSpacing(Space.M)
        for headline in (self._slips, self._share, self._sample):
            top.addWidget(headline, 1)
        holder = QWidget()
        holder.setProperty("surface", "plain")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, Space.M, Space.S, Space.S)
        column.setSpacing(Space.M)
        column.addLayout(top)
        column.addWidget(self._banner)
        column.addLayout(self._charts)
        column.addStretch(1)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "plain")
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Charts"))

    def show_report(self, report: SatisfactionReport) -> None:
        """Show the figures of a report."""
        summary = report.summary
        self._show_slips(summary)
        self._show_share(summary)
        self._show_sample(summary)
        self._show_unsettled(summary.unsettled_units)
        while (item := self._charts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, question in enumerate(summary.total.questions, 1):
            self._charts.addWidget(self._chart(number, question, summary.total.valid))

    def _show_slips(self, summary: SatisfactionSummary) -> None:
        total = summary.total
        note = self.tr("from %n unit(s)", "", len(summary.units))
        if total.invalid:
            invalid = self.tr("%1 not valid").replace("%1", format_integer(total.invalid))
            note = f"{note}  ·  {invalid}"
        if len(summary.versions) > 1:
            versions = self.tr("%n version(s) added up", "", len(summary.versions))
            note = f"{note}  ·  {versions}"
        self._slips.show_number(format_integer(total.valid), note)

    def _show_share(self, summary: SatisfactionSummary) -> None:
        # The paper and the screen must judge alike; the sentence's module loads no writer.
        from exports.wording import reaches

        target = format_percent(summary.target)
        if summary.total.satisfied_percent is None:
            said = self.tr("The target is %1.").replace("%1", target)
            self._share.show_number("–", said)
            return
        if is_untold(summary.total.satisfied):
            self._share.show_number(MARK, self.tr("Hidden, as small numbers follow from it."))
            return
        is_reached = reaches(summary.total, summary.target)
        said = (
            self.tr("The target of %1 is reached.")
            if is_reached
            else self.tr("The target of %1 is not reached.")
        )
        share = format_percent(summary.total.satisfied_percent)
        self._share.show_number(
            share, said.replace("%1", target), "success" if is_reached else "warning"
        )

    def _show_sample(self, summary: SatisfactionSummary) -> None:
        if summary.needed is None or summary.population is None:
            said = self.tr("Give the number of dossiers to see it.")
            self._sample.show_number("–", said)
            return
        missing = max(summary.needed - summary.total.valid, 0)
        if missing:
            said = self.tr("for %1 dossiers; %2 are there, %3 are missing")
        else:
            said = self.tr("for %1 dossiers; %2 are there")
        said = said.replace("%1", format_integer(summary.population))
        said = said.replace("%2", format_integer(summary.total.valid))
        said = said.replace("%3", format_integer(missing))
        tone: TextTone = "warning" if missing else "success"
        self._sample.show_number(format_integer(summary.needed), said, tone)

    def _show_unsettled(self, units: tuple[str, ...]) -> None:
        said = self.tr(
            "Not on today's map: the slips of %1. Say in the settings where they belong."
        )
        self._banner.show_message("warning", said.replace("%1", ", ".join(units)))
        self._banner.setVisible(bool(units))

    def _chart(self, number: int, question: QuestionFigures, valid: int) -> QWidget:
        card = Card()
        heading = Heading(f"{number}. {question.text}", "subtitle")
        chart = BarChart([*_bars(question), *self._blank(question)], valid)
        chart.setAccessibleName(heading.text())
        card.body.addWidget(heading)
        card.body.addWidget(Text(self._said(question), "caption"))
        card.body.addWidget(chart)
        return card

    def _blank(self, question: QuestionFigures) -> list[Bar]:
        if not question.blank:
            return []
        percent = format_percent(question.blank_percent)
        return [Bar(self.tr("Left blank"), question.blank, percent, is_muted=True)]

    def _said(self, question: QuestionFigures) -> str:
        answered = self.tr("%1 answered").replace("%1", format_integer(question.answered))
        if question.index is None or question.max_points is None:
            return answered
        index = self.tr("index %1 of at most %2")
        index = index.replace("%1", _one_place(question.index))
        return f"{answered}  ·  " + index.replace("%2", format_decimal(question.max_points))


def _bars(question: QuestionFigures) -> list[Bar]:
    return [Bar(o.text, o.n, format_percent(o.percent)) for o in question.options]


def _one_place(index: Decimal) -> str:
    return f"{index:.1f}".replace(".", ",")
