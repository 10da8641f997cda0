"""The roles of widgets that Qt does not know, for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

W = TypeVar("W", bound=type[QWidget])
_ROLES: Final[dict[str, QAccessible.Role]] = {}


def plays(role: QAccessible.Role) -> Callable[[W], W]:
    """Mark a class of widgets as playing a role: without, a painted one is told as a blank area."""

    def mark(widget: W) -> W:
        if not _ROLES:
            QAccessible.installFactory(_tell)
        _ROLES[widget.__name__] = role
        return widget

    return mark


def _tell(kind: str, widget: QObject) -> QAccessibleWidget | None:
    role = _ROLES.get(kind)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, role, "")
