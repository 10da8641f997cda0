"""Which pages stand on the rail: those that the account may use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from models.permissions import Permission
from ui.context import PageContext
from ui.theme.icons import IconName


class RailPage(NamedTuple):
    """A page by its key, with what stands on its button."""

    key: str
    title: str
    icon: IconName
    is_at_end: bool = False


def rail_pages(context: PageContext) -> Iterator[RailPage]:
    """Yield the pages of an account, in their order."""
    title = QCoreApplication.translate("MainWindow", "Today")
    yield RailPage("home", title, "home")
    if context.may(Permission.KEY_SLIPS):
        title = QCoreApplication.translate("MainWindow", "Keying slips")
        yield RailPage("keying", title, "keyboard")
    if context.may(Permission.READ_HOUSEHOLDS):
        title = QCoreApplication.translate("MainWindow", "Households")
        yield RailPage("register", title, "households")
    if context.may(Permission.REPORT):
        title = QCoreApplication.translate("MainWindow", "Summary")
        yield RailPage("reports", title, "report")
    if context.may(Permission.EXCHANGE):
        title = QCoreApplication.translate("MainWindow", "Exchange")
        yield RailPage("exchange", title, "exchange")
    if context.may(Permission.READ_AUDIT):
        title = QCoreApplication.translate("MainWindow", "Activity log")
        yield RailPage("audit", title, "list", is_at_end=True)
    title = QCoreApplication.translate("MainWindow", "Settings")
    yield RailPage("settings", title, "settings", is_at_end=True)
