"""The head of the register page: what there is, and the main things to do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.figures import format_integer
from models.households.records import Progress
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.page_header import PageHeader


class RegisterHead(PageHeader):
    """Print, take in a list, go on with the next household."""

    print_requested = Signal()
    import_requested = Signal()
    next_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", " ", parent)
        self.set_title(self.tr("Households"))
        self.print_button = SecondaryButton(self.tr("Print and save"), icon="printer", hint="P")
        self._import = SecondaryButton(self.tr("Take in a list"), icon="plus", hint="I")
        self._next = PrimaryButton(self.tr("Next unchecked"), icon="arrow-right", hint="N")
        self._buttons = (self.print_button, self._import, self._next)
        signals = (self.print_requested, self.import_requested, self.next_requested)
        for button, signal in zip(self._buttons, signals, strict=True):
            button.clicked.connect(signal)
            self.add_action(button)

    def show_whole(self, whole: Progress) -> None:
        """Show the counts of the whole register; an empty one has nothing to be done with here."""
        said = self.tr("%1 households  ·  %2 with a code  ·  %3 checked  ·  %4 with a plate")
        figures = (whole.households, whole.with_code, whole.checked, whole.plate)
        for place, figure in enumerate(figures, start=1):
            said = said.replace(f"%{place}", format_integer(figure))
        self.set_subtitle(said if whole.households else " ")
        for button in self._buttons:
            button.setVisible(bool(whole.households))
