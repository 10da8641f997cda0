"""The first start: which unit, who administers it, where backups go, the recovery key on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from models.sentences.catalog import Language
from ui.accounts.recovery_card import RecoveryCard
from ui.accounts.set_up_steps import (
    AdministratorStep,
    BackupStep,
    ChooseFolder,
    SetUpStep,
    UnitStep,
    choose_folder,
)
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.centred import Centred
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

_CARD_WIDTH: Final = 600


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the first start was told; `unit_name` only for a unit that is not in the list."""

    unit_code: str
    unit_name: str | None
    admin: str
    password: str
    backup_folder: Path | None = None


class SetUpPage(QStackedWidget):
    """Goes through the steps, back too, then shows the recovery key; nothing typed is lost.

    `submitted` asks for the store, `abandoned` says that it is not wanted as it was made, and
    `finished` that its key is kept.
    """

    submitted = Signal(object)
    abandoned = Signal()
    demo_requested = Signal()
    finished = Signal()

    def __init__(
        self, units: Sequence[tuple[str, str]], language: Language = "vi",
        parent: QWidget | None = None, *, ask_folder: ChooseFolder = choose_folder,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.unit = UnitStep(units)
        self.administrator = AdministratorStep(language)
        self.backup = BackupStep(ask_folder)
        self._steps: tuple[SetUpStep, ...] = (self.unit, self.administrator, self.backup)
        self._shown = QStackedWidget()
        for step in self._steps:
            self._shown.addWidget(step)
            step.ready.connect(self._on_next)
        self._progress = Text("", tone="muted", is_wrapped=False)
        self._title = Text("", "title")
        self._welcome = Text(
            self.tr("Four steps, then the first slip can be keyed. Everything stays on this"
                    " computer, encrypted."), tone="muted"
        )  # fmt: skip
        self._banner = Banner("danger", is_dismissible=False)
        self._banner.setVisible(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setVisible(False)
        self._next = PrimaryButton(self.tr("Go on"), hint="⏎")
        self._next.clicked.connect(self._on_next)
        self._back = SecondaryButton(self.tr("Back"), hint="Esc")
        self._back.clicked.connect(self._on_back)
        self._demo = SecondaryButton(self.tr("Try with sample data"))
        self._demo.clicked.connect(self.demo_requested)
        self._is_busy = False
        self.recovery = RecoveryCard()
        self.recovery.finished.connect(self.finished)
        self.recovery.left.connect(self._on_key_left)
        self._lay_out()
        self._show_step(0)

    def start(self) -> None:
        """Put the cursor into the first field of the step on show, or where Enter leads on."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._step().start()

    def set_busy(self, said: str) -> None:
        """Show that the store is being made, "" when it is not."""
        self._is_busy = bool(said)
        for widget in (self._next, self._back, self._demo, self._shown):
            widget.setEnabled(not said)
        self.recovery.setEnabled(not said)
        self._banner.setVisible(bool(said))
        self._bar.setVisible(False)
        if said:
            self._banner.show_message("info", said)

    @Slot(int, object, str)
    def show_progress(self, done: int, total: int | None, _detail: str = "") -> None:
        """Show how much of how much is done, as long as it is being made."""
        self._bar.setAccessibleName(self._banner.message())
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._bar.setVisible(self._is_busy)

    def show_error(self, said: str) -> None:
        """Show why the store was not made, with all that was typed."""
        self.set_busy("")
        self.setCurrentIndex(0)
        self._banner.show_message("danger", said)
        self.start()

    def show_recovery_key(self, key: str) -> None:
        """Show the recovery key, this once."""
        self.recovery.show_key(key)
        self.setCurrentIndex(1)
        self.recovery.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a step back on Esc."""
        if event.key() != Qt.Key.Key_Escape or self._is_busy:
            super().keyPressEvent(event)
        elif self.currentIndex():
            self._on_key_left()
        else:
            self._on_back()

    def _lay_out(self) -> None:
        card = Card(padding=Space.XL)
        card.setFixedWidth(_CARD_WIDTH)
        for widget in (self._progress, self._title, self._welcome, self._banner, self._bar):
            card.body.addWidget(widget)
        card.body.addWidget(self._shown)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._demo)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        card.body.addLayout(buttons)
        # From what is typed to going on, and only then to what leads elsewhere.
        self.setTabOrder(self._next, self._back)
        self.setTabOrder(self._back, self._demo)
        self.addWidget(Centred(card))
        self.addWidget(Centred(self.recovery))

    def _step(self) -> SetUpStep:
        return self._steps[self._shown.currentIndex()]

    def _show_step(self, place: int) -> None:
        self._shown.setCurrentIndex(place)
        step = self._step()
        said = self.tr("Step %1 of %2").replace("%1", str(place + 1))
        self._progress.setText(said.replace("%2", str(len(self._steps) + 1)))
        self._title.setText(step.title())
        self._welcome.setVisible(place == 0)
        self._demo.setVisible(place == 0)
        self._back.setVisible(place > 0)
        self._banner.setVisible(False)
        is_last = place == len(self._steps) - 1
        self._next.setText(self.tr("Create the store") if is_last else self.tr("Go on"))

    @Slot()
    def _on_next(self) -> None:
        if self._is_busy or not self._step().is_complete():
            return
        place = self._shown.currentIndex() + 1
        if place < len(self._steps):
            self._show_step(place)
            self.start()
            return
        code, name = self.unit.unit()
        password = self.administrator.pair.password()
        assert password is not None
        admin = self.administrator.name.text().strip()
        self.submitted.emit(SetUp(code, name, admin, password, self.backup.folder))

    @Slot()
    def _on_back(self) -> None:
        if self._shown.currentIndex():
            self._show_step(self._shown.currentIndex() - 1)
            self.start()

    @Slot()
    def _on_key_left(self) -> None:
        self.abandoned.emit()
        self.recovery.forget_key()
        self.setCurrentIndex(0)
        said = self.tr("Going on makes another key: a sheet of the one before opens nothing.")
        self._banner.show_message("warning", said)
        self.start()
