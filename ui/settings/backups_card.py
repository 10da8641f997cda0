"""Where backups lie and how the last ones went; to make one, to choose a second place, to try."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from models.clock import local_time
from models.figures import format_integer
from models.sentences.catalog import say
from ui.context import PageContext
from ui.jobs import Progress
from ui.messages import sentence
from ui.settings.safekeeping import BackupState, Drilled, PlaceState, Safekeeping
from ui.theme.colours import Tone
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import SecondaryButton, button_row
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

ChooseFolder = Callable[[QWidget], Path | None]


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for a folder; None for none."""
    chosen = QFileDialog.getExistingDirectory(parent, "", str(Path.home()))
    return Path(chosen) if chosen else None


class BackupsCard(Card):
    """Backups go on by themselves; what a person decides is where to, and whether they would do."""

    def __init__(
        self, context: PageContext, keeping: Safekeeping, parent: QWidget | None = None, *,
        ask_folder: ChooseFolder = choose_folder,
    ) -> None:  # fmt: skip
        super().__init__(self.tr("Backups"), parent)
        self._context = context
        self._keeping = keeping
        self._ask_folder = ask_folder
        self.banner = Banner()
        self.banner.setVisible(False)
        self._places = QVBoxLayout()
        self._places.setSpacing(Space.S)
        self.drilled = Text("", tone="muted")
        self.now_button = SecondaryButton(self.tr("Back up now"))
        self.second_button = SecondaryButton(self.tr("Choose a second place…"))
        self.without_button = SecondaryButton(self.tr("No second place"))
        self.try_button = SecondaryButton(self.tr("Try a restore"))
        self._lay_out()
        keeping.when_ended(self._on_ended)

    def refresh(self) -> None:
        """Read anew how backups stand."""
        self._context.jobs.run(
            lambda _progress: self._keeping.state(), done=self._show, failed=self._on_failed
        )

    def places(self) -> list[str]:
        """Return what is said of each place."""
        found = []
        for row in range(self._places.count()):
            item = self._places.itemAt(row)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Text):
                found.append(widget.text())
        return found

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self.now_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        advice = self.tr(
            "Made by themselves every hour in which something changes and when the window closes,"
            " encrypted as the store is. A backup opens with the passwords of its day or with the"
            " recovery key. A second place, such as a stick, saves what a lost machine takes with"
            " it."
        )
        self.body.addWidget(Text(advice, tone="muted"))
        self.body.addLayout(self._places)
        self.body.addWidget(self.drilled)
        self.body.addLayout(
            button_row(
                (self.now_button, self._on_now), (self.second_button, self._on_second),
                (self.without_button, self._on_without), (self.try_button, self._on_try),
            )
        )  # fmt: skip
        self.body.addWidget(self.banner)

    def _show(self, state: BackupState) -> None:
        while (item := self._places.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place in state.places:
            tone, said = self._said(place)
            self._places.addWidget(Text(said, tone=tone))
        never = self.tr("A restore was never tried.")
        tried = self.tr("A restore was tried last on %1.")
        self.drilled.setText(
            never if state.drilled_ms is None else tried.replace("%1", _day(state.drilled_ms))
        )
        self.now_button.setEnabled(not state.is_running)
        self.without_button.setVisible(state.has_second)
        self.try_button.setEnabled(any(place.made_ms and not place.code for place in state.places))

    def _said(self, place: PlaceState) -> tuple[Tone, str]:
        folder = str(place.folder)
        if place.made_ms is None:
            return "warning", self.tr("%1: no backup yet").replace("%1", folder)
        if place.code:
            wrong = say(place.code, self._context.language, **(place.params or {}))
            said = self.tr("On %1: %2").replace("%1", _day(place.made_ms))
            return "danger", said.replace("%2", wrong)
        said = self.tr("Proven backup of %1 in %2").replace("%1", _day(place.made_ms))
        return "success", said.replace("%2", folder)

    @Slot()
    def _on_now(self) -> None:
        self.now_button.setEnabled(False)
        self.banner.show_message("info", self.tr("The backup is being made…"))
        self._keeping.back_up_now()

    @Slot(object)
    def _on_ended(self, _outcomes: object) -> None:
        self.banner.setVisible(False)
        self.refresh()

    @Slot()
    def _on_second(self) -> None:
        folder = self._ask_folder(self)
        if folder is not None:
            self._keep_second(folder)

    @Slot()
    def _on_without(self) -> None:
        self._keep_second(None)

    def _keep_second(self, folder: Path | None) -> None:
        def work(_progress: Progress) -> None:
            self._keeping.keep_second(folder)

        self.banner.setVisible(False)
        self._context.jobs.run(
            work, done=lambda _nothing: self.refresh(), failed=self._on_failed, lane="write"
        )

    @Slot()
    def _on_try(self) -> None:
        self.try_button.setEnabled(False)
        self.banner.show_message("info", self.tr("The newest backup is being opened and proven…"))

        def work(progress: Progress) -> Drilled:
            return self._keeping.drill(progress.report)

        self._context.jobs.run(
            work, done=self._on_tried, failed=self._on_failed, lane="exchange"
        )

    def _on_tried(self, drilled: Drilled) -> None:
        said = self.tr("The backup of %1 can be restored: %2 records, all proven.")
        said = said.replace("%1", _day(drilled.made_ms))
        self.banner.show_message("success", said.replace("%2", format_integer(drilled.events)))
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.banner.show_message("danger", sentence(error, self._context.language))
        self.refresh()


def _day(ms: int) -> str:
    return local_time(ms).strftime("%d/%m/%Y %H:%M")
