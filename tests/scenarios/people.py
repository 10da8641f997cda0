"""Several people at one window, by keyboard: accounts are added, and the counter is handed over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from tests.scenarios.desk import Desk
from ui.accounts.account_forms import NewAccountForm
from ui.settings.page import SettingsPage

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def settings(desk: Desk) -> SettingsPage:
    """Return the page of the settings."""
    page = desk.window._page("settings")
    assert isinstance(page, SettingsPage)
    return page


def to_settings(desk: Desk) -> SettingsPage:
    """Go to the settings by the key on the rail."""
    desk.to_page("settings")
    return settings(desk)


def sign_in_page(desk: Desk) -> Any:
    """Return the page that asks for the password."""
    assert desk.desktop.door.sign_in is not None
    return desk.desktop.door.sign_in


def lock(desk: Desk) -> None:
    """Cover the screen."""
    desk.key(KEY.Key_L, CONTROL)
    desk.wait(lambda: desk.desktop.door.is_locked, "the screen is covered")
    desk.wait(lambda: sign_in_page(desk)._password.hasFocus())


def hand_over(desk: Desk, name: str, password: str) -> None:
    """Lock, and sign in with another account."""
    lock(desk)
    desk.give_password(password, name)
    wait_for(desk, name)


def hand_over_first(desk: Desk, name: str, given: str, own: str) -> None:
    """Lock, and sign in for the first time, which asks for a password of one's own."""
    lock(desk)
    desk.give_password(given, name)
    desk.wait(lambda: desk.desktop.door.new_password is not None)
    asked = desk.desktop.door.new_password
    assert asked is not None
    desk.wait(asked.pair.new.hasFocus)
    for _ in range(2):
        desk.write(own)
        desk.key(KEY.Key_Return)
    wait_for(desk, name)


def wait_for(desk: Desk, name: str) -> None:
    """Wait until somebody is signed in and sees the work."""
    desk.wait(lambda: desk.desktop.session is not None and desk.session.account_name == name)
    desk.wait(lambda: not desk.desktop.door.is_locked)
    desk.rest()


def add_account(desk: Desk, name: str, given: str, role: str) -> None:
    """Add an account with its first password."""
    card = to_settings(desk).accounts
    desk.tab_to(lambda widget: widget is card.add_button)
    desk.key(KEY.Key_Space)
    form = card.form
    assert isinstance(form, NewAccountForm)
    desk.wait(form.name.hasFocus)
    desk.write(name)
    desk.tab_to(lambda widget: widget is form.role)
    while form.role.currentData() != role:
        desk.key(KEY.Key_Down)
    desk.tab_to(lambda widget: widget is form.pair.new)
    for _ in range(2):
        desk.write(given)
        desk.key(KEY.Key_Return)
    desk.rest()
    assert card.form is None
    assert name in card.banner.message()
