"""The scanned paper of a slip, beside what is to be decided of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.errors import UserError
from ui.context import PageContext
from ui.jobs import Progress
from ui.keying.scan_places import AskScans, ScanPlace, ask_scans, keep_place, place_of
from ui.messages import sentence
from ui.newest import Newest
from ui.theme.sizes import Space
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.page_view import PageView
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.scans import Picture, ScannedPage

_LEAST_WIDTH = 300


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was read where: all pages, the place of the one wanted, its picture or what is wrong."""

    batch: UUID
    path: Path
    pages: tuple[ScannedPage, ...]
    index: int
    picture: Picture | None = None
    error: UserError | None = None


class ScanPanel(Card):
    """Shows the page that has the number of the slip; a shifted scan is turned once for a batch.

    Nothing of it is stored but where it lies, and that on this machine only. `closed` tells that
    the keys are no longer wanted here.
    """

    closed = Signal()

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, ask: AskScans = ask_scans
    ) -> None:
        super().__init__("", parent, padding=Space.M)
        self._context = context
        self._ask = ask
        self._batch: UUID | None = None
        self._number = 1
        self._place: ScanPlace | None = None
        self._pages: tuple[ScannedPage, ...] = ()
        self._readings = Newest(self._on_read)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setVisible(False)
        self._lay_out()

    def show_slip(self, batch: UUID, number: int) -> None:
        """Show the paper of a slip; of a batch without scans nothing, until they are asked for."""
        if batch != self._batch:
            self._batch, self._place, self._pages = batch, place_of(batch), ()
            self.setVisible(self._place is not None)
        self._number = number
        if self._place is not None:
            self._read()
        else:
            self._show_choice(self.tr("Where are the scanned slips of this batch, in the order of "
                                      "the paper? They stay where they are."))  # fmt: skip

    def show_none(self) -> None:
        """Show nothing: no slip waits."""
        self._batch = None
        self.setVisible(False)

    @Slot()
    def toggle(self) -> None:
        """Show the scans, or put them away."""
        self.setVisible(self.isHidden() and self._batch is not None)
        if self.isHidden():
            self.closed.emit()
        elif self._place is None:
            self.choose_file.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def turn_back(self) -> None:
        """Show the page before, now and for the slips that follow."""
        self._turn(-1)

    @Slot()
    def turn_on(self) -> None:
        """Show the next page, now and for the slips that follow."""
        self._turn(1)

    def _lay_out(self) -> None:
        self._where = Text("", "caption", tone="muted")
        self.pages = PageView()
        self.pages.setAccessibleName(self.tr("Scanned slip"))
        self._row = QWidget()
        buttons = QHBoxLayout(self._row)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Space.XS)
        buttons.addWidget(self._where, 1)
        self.back = IconButton("arrow-left", self.tr("Page before (F5)"))
        self.on = IconButton("arrow-right", self.tr("Next page (F6)"))
        smaller = IconButton("minus", self.tr("Smaller (Ctrl −)"))
        larger = IconButton("plus", self.tr("Larger (Ctrl +)"))
        self.other = IconButton("inbox", self.tr("Other scans"))
        for button, slot in (
            (self.back, self.turn_back), (self.on, self.turn_on),
            (smaller, self._on_smaller), (larger, self._on_larger), (self.other, self._on_other),
        ):  # fmt: skip
            button.clicked.connect(slot)
            buttons.addWidget(button)
        self._said = Text("")
        self._choice = QWidget()
        self.choose_file = SecondaryButton(self.tr("PDF or picture…"))
        self.choose_file.clicked.connect(self._on_file)
        self.choose_folder = SecondaryButton(self.tr("Folder of pictures…"))
        self.choose_folder.clicked.connect(self._on_folder)
        choices = QVBoxLayout(self._choice)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(Space.S)
        choices.addWidget(self.choose_file)
        choices.addWidget(self.choose_folder)
        self._gap = QWidget()
        for widget in (self._row, self._said, self._choice):
            self.body.addWidget(widget)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self._gap, 1)

    def _show_choice(self, said: str) -> None:
        self._say(said)
        self._row.setVisible(False)
        self._choice.setVisible(True)

    def _say(self, said: str) -> None:
        """Say something in place of the picture, nothing where there is one."""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.pages.setVisible(not said)
        self._gap.setVisible(bool(said))

    def _read(self) -> None:
        batch, place, known, number = self._batch, self._place, self._pages, self._number
        assert batch is not None
        assert place is not None

        def work(_progress: Progress) -> _Shown:
            from exports.scans import picture_of, scanned_pages

            found = _Shown(batch, place.path, known, number - 1 + place.shift)
            try:
                found = replace(found, pages=known or scanned_pages(place.path))
                if not 0 <= found.index < len(found.pages):
                    return found
                return replace(found, picture=picture_of(found.pages[found.index]))
            except UserError as error:
                return replace(found, error=error)

        self._context.jobs.run(
            work, done=self._readings.answer(), failed=self._context.show_error
        )

    def _on_read(self, shown: _Shown) -> None:
        if self._place is None or (shown.batch, shown.path) != (self._batch, self._place.path):
            # It was asked for another batch, or before other scans were chosen.
            return
        self._pages = shown.pages
        self._choice.setVisible(False)
        self._row.setVisible(True)
        where = self.tr("Page %1 of %2").replace("%1", str(shown.index + 1))
        self._where.setText(where.replace("%2", str(len(shown.pages))) if shown.picture else "")
        self.back.setEnabled(shown.index > 0)
        self.on.setEnabled(shown.index + 1 < len(shown.pages))
        if shown.picture is not None:
            width, height, pixels = shown.picture
            kind = QImage.Format.Format_RGB888
            self._say("")
            self.pages.set_pages([QImage(pixels, width, height, 3 * width, kind).copy()])
            return
        if shown.error is not None:
            said = sentence(shown.error, self._context.language)
        else:
            said = self.tr("The scans have %n page(s), and none for this slip.", "",
                           len(shown.pages))  # fmt: skip
        if shown.pages:
            self._say(said)
        else:
            self._show_choice(said)

    def _turn(self, step: int) -> None:
        if self._place is None or self._batch is None or not self._pages or self.isHidden():
            return
        # From the page asked for last, which may still be on its way.
        asked = self._number - 1 + self._place.shift
        index = min(max(asked + step, 0), len(self._pages) - 1)
        self._place = replace(self._place, shift=index - (self._number - 1))
        keep_place(self._batch, self._place)
        self._read()

    @Slot()
    def _on_smaller(self) -> None:
        self.pages.zoom_out()

    @Slot()
    def _on_larger(self) -> None:
        self.pages.zoom_in()

    @Slot()
    def _on_other(self) -> None:
        self._show_choice(self.tr("Choose other scans of this batch."))
        self.choose_file.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_file(self) -> None:
        self._choose(is_folder=False)

    @Slot()
    def _on_folder(self) -> None:
        self._choose(is_folder=True)

    def _choose(self, *, is_folder: bool) -> None:
        batch = self._batch
        path = self._ask(self, is_folder)
        if path is None or batch is None:
            return
        place = ScanPlace(path)
        keep_place(batch, place)
        if batch != self._batch:
            # Another one came on show while it was asked.
            return
        self._place, self._pages = place, ()
        self._read()
        self.closed.emit()
