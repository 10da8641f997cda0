"""What the program is, which version, and under whose licences it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.about.facts import Facts
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.surfaces import Card
from ui.widgets.text import Text


class AboutCard(Card):
    """What somebody is asked for who reports a fault, and the way to the licences."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About"), parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(
            Text(self.tr("motcua: satisfaction slips and digital addresses of one-stop counters,"
                         " on your own computer, with no network."))
        )  # fmt: skip
        self.body.addLayout(self._grid)
        self._add(self.tr("Version"), facts.version)
        self._add(self.tr("Version of the store"), facts.schema)
        self._add(self.tr("Errors are noted in"), str(facts.log))
        self.body.addWidget(
            Text(self.tr("The program uses Qt and PySide6 under the LGPL, version 3: you may"
                         " replace these libraries by your own builds of them. How, where their"
                         " source is, and the licences of all other parts stand here."),
                 tone="muted")
        )  # fmt: skip
        self.licences_button = SecondaryButton(self.tr("Licences…"))
        self.licences_button.clicked.connect(self._on_licences)
        self.body.addWidget(self.licences_button, 0, Qt.AlignmentFlag.AlignLeft)

    def said(self) -> list[str]:
        """Return the facts as they are shown."""
        rows = range(self._grid.rowCount())
        items = [self._grid.itemAtPosition(row, 1) for row in rows]
        widgets = [item.widget() for item in items if item is not None]
        return [widget.text() for widget in widgets if isinstance(widget, Text)]

    def _add(self, label: str, value: str) -> None:
        row = self._grid.rowCount()
        shown = Text(value)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(f"{label}: {value}")
        self._grid.addWidget(Text(label, tone="muted", is_wrapped=False), row, 0)
        self._grid.addWidget(shown, row, 1)

    @Slot()
    def _on_licences(self) -> None:
        from ui.about.licences_dialog import LicencesDialog

        dialog = LicencesDialog(self)
        dialog.exec()
        dialog.deleteLater()
