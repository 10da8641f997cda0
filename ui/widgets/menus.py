"""Menus that come up below what asks for them, ready for the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu


def open_menu(menu: QMenu, place: QPoint) -> None:
    """Open a menu at a place of the screen, its first line in hand."""
    menu.popup(place)
    # By the key: to set the active line would open the menu within it at once.
    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(menu, down)
