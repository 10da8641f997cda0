"""The hub: which one, what the last exchange did, and the button that begins the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import hub_words
from ui.hub_rounds import HubState
from ui.theme.sizes import Space
from ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.field_row import FieldRow
from ui.widgets.icon_label import IconLabel
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_LONGEST = 300


class HubCard(Card):
    """F5 exchanges, or asks for the address where no hub was chosen; the page owns the key."""

    exchange_requested = Signal()
    cancelled = Signal()
    hub_named = Signal(str)
    automatic_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hub"), parent)
        self._state = HubState()
        self._is_naming = self._has_card = False
        self.begin_button = SecondaryButton(
            self.tr("Choose a hub…"), icon="exchange", hint="F5"
        )
        self.exchange_button = PrimaryButton(
            self.tr("Exchange now"), icon="exchange", hint="F5"
        )
        self.other_button = QuietButton(self.tr("Another hub…"))
        self.automatic = CheckBox(self.tr("By itself, every few minutes, when there is a network"))
        self.address = QLineEdit()
        self.address.setMaxLength(_LONGEST)
        self.row = FieldRow(
            self.tr("Address of the hub"), self.address,
            self.tr("Enrol the hub's card first (F4). For example: https://hub.example.vn"),
        )  # fmt: skip
        self.use_button = SecondaryButton(self.tr("Use this hub"), icon="check", hint="⏎")
        self.leave_button = QuietButton(self.tr("Leave it"))
        self.panel = ProgressPanel()
        self.name, self.place = Text("", "strong"), Text("", "caption")
        self.icon, self.said = IconLabel("info", 18), Text("")
        self.next = Text("", "caption")
        self._none, self._naming, self._chosen = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._show()

    def show_state(self, state: HubState, *, has_card: bool) -> None:
        """Show how it stands; `has_card` says that this station has its card."""
        self._state, self._has_card = state, has_card
        self._show()

    def open(self) -> None:
        """Do what the key does."""
        if self._is_naming or self._state.is_running:
            return
        (self.begin_button if self._state.known.place is None else self.exchange_button).click()

    def cancel(self) -> bool:
        """Stop what is under way, or leave the address; False where there is nothing to leave."""
        if self._state.is_running:
            self.panel.cancel_button.click()
            return True
        is_naming, self._is_naming = self._is_naming, False
        self._show()
        return is_naming

    def accept_hub(self) -> None:
        """Show the hub that was named; it was found."""
        self._is_naming = False
        self._show()
        self.exchange_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_hub(self, said: str) -> None:
        """Say beside the address what is wrong with it, nothing where a person stopped it."""
        self.row.set_error(said)
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter use the address, and Escape leave it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.use_button.click()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave_button.click()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.body.setSpacing(Space.S)
        none = _column(self._none)
        none.addWidget(Text(self.tr(
            "With a network, stations exchange through a hub by one key or by themselves; the"
            " stick is for where there is none."
        ), tone="muted"))  # fmt: skip
        none.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        naming = _column(self._naming)
        naming.addWidget(self.row)
        naming.addLayout(_line(self.use_button, self.leave_button))
        chosen = _column(self._chosen)
        state = QHBoxLayout()
        state.setSpacing(Space.S)
        state.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.said, 1)
        for text in (self.name, self.place):
            chosen.addWidget(text)
        chosen.addLayout(state)
        chosen.addWidget(self.automatic)
        chosen.addWidget(self.next)
        chosen.addLayout(_line(self.exchange_button, self.other_button))
        for part in (self._none, self._chosen, self._naming, self.panel):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._on_begin)
        self.other_button.clicked.connect(self._on_begin)
        self.exchange_button.clicked.connect(self.exchange_requested)
        self.automatic.toggled.connect(self.automatic_chosen)
        self.use_button.clicked.connect(self._on_use)
        self.leave_button.clicked.connect(self._on_leave)
        self.panel.cancelled.connect(self.cancelled)
        self.address.installEventFilter(self)

    def _show(self) -> None:
        state = self._state
        place = state.known.place
        self._none.setVisible(place is None and not self._is_naming)
        self._naming.setVisible(self._is_naming and not state.is_running)
        self._chosen.setVisible(place is not None and not self._is_naming)
        self.begin_button.setEnabled(self._has_card)
        # The other button stays as it is: who stands on it keeps the focus.
        self.other_button.setEnabled(not state.is_running)
        self._show_progress(state)
        if place is not None:
            tone, said = hub_words.standing(state)
            self.icon.set_tone(tone)
            self.said.setText(said)
            self.name.setText(state.known.name)
            self.place.setText(place.url)
            self.next.setText(hub_words.next_time(state))
            self.next.setVisible(bool(self.next.text()))
            self.automatic.blockSignals(True)
            self.automatic.setChecked(place.is_automatic)
            self.automatic.blockSignals(False)

    def _show_progress(self, state: HubState) -> None:
        if state.is_running and not self.panel.isVisibleTo(self):
            self.panel.start(self.tr("Exchanging with the hub"))
        self.panel.setVisible(state.is_running)
        if state.is_running:
            self.panel.set_progress(state.done, state.total)

    @Slot()
    def _on_begin(self) -> None:
        self._is_naming = True
        self.row.set_error(None)
        place = self._state.known.place
        self.address.setText(place.url if place is not None else "https://")
        self._show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_use(self) -> None:
        self.row.set_error(None)
        self.hub_named.emit(self.address.text().strip())
        if self._state.is_running:
            self.panel.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_leave(self) -> None:
        self.cancel()
        place = self._state.known.place
        button = self.begin_button if place is None else self.exchange_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    return column


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.S)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
