"""The first start at the window, by keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from tests.scenarios.desk import Desk
from ui.widgets.check_box import CheckBox

GOOD: Final = "Mật khẩu dài 26"


def ask_for_a_store(desk: Desk) -> None:
    """Go through the steps by keyboard, up to the recovery key."""
    page = desk.desktop.first_start.page
    desk.wait(lambda: page.unit.search.hasFocus())
    desk.write("uong bi")
    desk.key(Qt.Key.Key_Return)
    desk.write("quantri")
    desk.key(Qt.Key.Key_Return)
    for _ in range(2):
        desk.write(GOOD)
        desk.key(Qt.Key.Key_Return)
    assert page._step() is page.backup
    # Nothing has to be chosen there, so Enter does what its sign says.
    assert page._next.hasFocus()
    desk.key(Qt.Key.Key_Return)


def wait_for_key(desk: Desk) -> str:
    """Return the recovery key once it is shown."""
    page = desk.desktop.first_start.page
    desk.wait(lambda: page.recovery.key, "the recovery key")
    return str(page.recovery.key)


def keep_key(desk: Desk) -> None:
    """Say that the recovery key is kept, and go on to the sign-in."""
    page = desk.desktop.first_start.page
    desk.tab_to(lambda widget: isinstance(widget, CheckBox))
    desk.key(Qt.Key.Key_Space)
    desk.tab_to(lambda widget: widget is page.recovery._go_on)
    desk.key(Qt.Key.Key_Return)
    desk.wait(lambda: desk.desktop.door.sign_in is not None, "the sign-in")
