"""How fast and how well one keys; the head may ask for another's, which is told to the audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.accounts.queries import Account, standing_accounts
from models.audit.happenings import figures_viewed
from models.clock import Clock
from models.figures import format_integer, format_percent
from models.permissions import Permission, may
from models.questionnaires.form import Form
from models.questionnaires.queries import list_slip_forms, read_form
from models.rekeying.events import PAPER
from models.rekeying.figures import ClerkFigures, Errors, read_figures
from ui.context import PageContext
from ui.jobs import Lane, Progress
from ui.keying.story import field_text
from ui.messages import sentence
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton
from ui.widgets.column_widths import ColumnWidths
from ui.widgets.dropdown import Dropdown
from ui.widgets.page_header import PageHeader
from ui.widgets.role import plays
from ui.widgets.row_table import show_rows
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# Days to choose from, the first at first: years of a clerk take seconds to read. None: all.
_SPANS: Final = (30, 90, 365, None)


@dataclass(frozen=True, slots=True)
class OpenFigures:
    """Somebody's figures, whom else one may look at, and the forms that name the questions."""

    figures: ClerkFigures
    people: tuple[Account, ...]
    forms: tuple[Form, ...]


@plays(QAccessible.Role.Form)
class FiguresPage(QWidget):
    """One's own figures first."""

    left = Signal()

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._readings = Newest(self._on_read)
        self._is_filling = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Figures of keying"))
        self._header = PageHeader(
            self.tr("Figures of keying"),
            self.tr("Errors are counted against second keying, after a third has decided."),
        )
        self.people = Dropdown()
        # The names come after it is shown.
        self.people.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToContents)
        self.people.setAccessibleName(self.tr("Whose figures"))
        self.people.currentIndexChanged.connect(self._on_chosen)
        self.span = Dropdown()
        self.span.setAccessibleName(self.tr("Of which time"))
        for days in _SPANS:
            name = self.tr("Last %n day(s)", "", days) if days else self.tr("All time")
            self.span.addItem(name, days)
        self.span.currentIndexChanged.connect(self._on_chosen)
        self._lay_out()

    def open(self) -> None:
        """Show one's own figures."""
        self._read(self._context.account)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        back = SecondaryButton(self.tr("Second keying"), icon="arrow-left", hint="Esc")
        back.clicked.connect(self.left)
        self._header.add_action(self.span)
        self._header.add_action(self.people)
        self._header.add_action(back)
        self._banner = Banner("danger")
        self._banner.setVisible(False)
        self._numbers: list[tuple[Text, Text]] = []
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for name in (
            self.tr("Slips an hour"), self.tr("Keys an hour"), self.tr("Errors in 10.000 fields"),
            self.tr("Keyed a second time"),
        ):  # fmt: skip
            card = Card(padding=Space.M)
            number, more = Text("", "title", is_wrapped=False), Text("", "caption", tone="muted")
            card.body.addWidget(Text(name, "caption", tone="muted"))
            card.body.addWidget(number)
            card.body.addWidget(more)
            self._numbers.append((number, more))
            row.addWidget(card, 1)
        self._table = QTableWidget(0, 5)
        self._table.setHorizontalHeaderLabels(
            [self.tr("Field"), self.tr("Checked"), self.tr("Errors"), self.tr("In 10.000"),
             self.tr("95% interval")]
        )  # fmt: skip
        self._table.setAccessibleName(self.tr("Errors by question"))
        show_rows(self._table)
        self._widths = ColumnWidths(self._table, "figures", 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addLayout(row)
        column.addWidget(self._table, 1)

    def _read(self, account: UUID) -> None:
        context = self._context
        days = self.span.currentData()
        start = self._clock.today() - timedelta(days=days - 1) if days else None

        def work(_progress: Progress) -> OpenFigures:
            if account != context.account:
                context.demand(Permission.READ_OTHERS_FIGURES)
                context.note(figures_viewed(account))
            return context.store.read(partial(_read_figures, account=account, start=start))

        lane: Lane = "read" if account == context.account else "write"
        context.jobs.run(work, done=self._readings.answer(), failed=self._on_failed, lane=lane)

    def _on_read(self, found: OpenFigures) -> None:
        self._banner.setVisible(False)
        self._fill_people(found)
        figures = found.figures
        self._show_numbers(figures)
        rows = [(self.tr("All fields"), figures.total)]
        rows += [(self._name(found, field), one) for field, one in figures.questions.items()]
        self._table.setRowCount(len(rows))
        for row, (name, errors) in enumerate(rows):
            cells = (
                name, format_integer(errors.fields), format_integer(errors.errors),
                _rate(errors), _interval(errors),
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column:
                    item.setTextAlignment(_RIGHT)
                self._table.setItem(row, column, item)
        self._widths.fit()
        self._table.setCurrentCell(0, 0)

    def _show_numbers(self, figures: ClerkFigures) -> None:
        minutes = figures.seconds // 60
        said = (
            (_number(figures.slips_an_hour), self.tr("%n slip(s)", "", figures.slips)),
            (_number(figures.keys_an_hour), self.tr("in %n minute(s)", "", minutes)),
            (_rate(figures.total), _interval(figures.total)),
            (format_percent(Decimal(f"{figures.share * 100:.1f}")),
             self.tr("%n slip(s) wait for a decision", "", figures.undecided)),
        )  # fmt: skip
        for (number, more), (text, under) in zip(self._numbers, said, strict=True):
            number.setText(text)
            more.setText(under)

    def _fill_people(self, found: OpenFigures) -> None:
        self._is_filling = True
        self.people.clear()
        for account in found.people:
            self.people.addItem(account.name, str(account.id))
        self.people.setCurrentIndex(max(self.people.findData(str(found.figures.account)), 0))
        self.people.setVisible(self._context.may(Permission.READ_OTHERS_FIGURES))
        self._is_filling = False

    def _name(self, found: OpenFigures, field: str) -> str:
        fixed: Mapping[str, str] = {
            PAPER: self.tr("Whether there is such a paper"),
            "reason": self.tr("Whether it is valid, and why not"),
        }
        if field in fixed:
            return fixed[field]
        for form in found.forms:
            text = field_text(form, field, self._context.language)
            if text and text != field.rpartition("/")[2]:
                return text
        return field.rpartition("/")[2]

    @Slot(int)
    def _on_chosen(self, _index: int) -> None:
        account = self.people.currentData()
        if not self._is_filling and account is not None:
            self._read(UUID(account))

    def _on_failed(self, error: Exception) -> None:
        self._banner.show_message("danger", sentence(error, self._context.language))


def _read_figures(connection: Connection, account: UUID, start: date | None) -> OpenFigures:
    people = tuple(
        one for one in standing_accounts(connection) if may(one.role, Permission.KEY_SLIPS)
    )
    forms = tuple(
        read_form(connection, one.code, one.version) for one in list_slip_forms(connection)
    )
    return OpenFigures(read_figures(connection, account, start), people, forms)


def _number(value: float | None) -> str:
    return "–" if value is None else format_integer(round(value))


def _rate(errors: Errors) -> str:
    return "–" if errors.rate is None else _tenths(errors.rate)


def _interval(errors: Errors) -> str:
    interval = errors.interval
    if interval is None:
        return "–"
    low, high = interval
    return f"{_tenths(low)} – {_tenths(high)}"


def _tenths(value: float) -> str:
    """Return a number with one decimal: 3.244,1."""
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))
