"""The box that finds a household as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.find_box import FindBox


class SearchBox(FindBox):
    """Asks for what a household is known by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("SearchBox", "Find a household")
        hint = QCoreApplication.translate("SearchBox", "Name, address, telephone or code")
        super().__init__(name, hint, parent)
