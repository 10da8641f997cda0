"""Whose window it is at the moment, and the ways out of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.theme import current_theme
from ui.widgets.menus import open_menu
from ui.widgets.rail_button import RailButton

_LOCK_KEY: Final = "Ctrl+L"
# Room for a name in the rail, in pixels at scale 1; the whole of it stands in the tool tip.
_ROOM: Final = 84


class AccountButton(RailButton):
    """The account's name; its menu locks, changes the account, or leads to one's own settings."""

    lock_requested = Signal()
    change_requested = Signal()
    own_requested = Signal()
    help_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        metrics = QFontMetrics(current_theme().font("strong"))
        room = round(_ROOM * current_theme().scale)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        super().__init__(shown, "person", parent)
        self.setCheckable(False)
        self.setAutoExclusive(False)
        self.setAccessibleName(self.tr("Account %1").replace("%1", name))
        self.setToolTip(f"{name}  ({_LOCK_KEY})")
        self.menu_of_account = self._make_menu()
        self.clicked.connect(self._on_clicked)
        shortcut = QShortcut(QKeySequence(_LOCK_KEY), self)
        shortcut.activated.connect(self.lock_requested)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        lock = menu.addAction(self.tr("Lock the screen") + f"\t{_LOCK_KEY}")
        lock.triggered.connect(self.lock_requested)
        change = menu.addAction(self.tr("Hand over to another account"))
        change.triggered.connect(self.change_requested)
        menu.addSeparator()
        own = menu.addAction(self.tr("My password and second factor"))
        own.triggered.connect(self.own_requested)
        handbook = menu.addAction(self.tr("Handbook") + "\tF1")
        handbook.triggered.connect(self.help_requested)
        return menu

    @Slot()
    def _on_clicked(self) -> None:
        size = self.menu_of_account.sizeHint()
        open_menu(self.menu_of_account, self.mapToGlobal(QPoint(0, -size.height())))
