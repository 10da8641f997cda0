"""Every role comes in, goes to each of its pages and round it, and does its work by keys alone."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.accounts import add_account
from desktop.paths import DataPaths
from desktop.session import open_session
from models.permissions import Role
from models.surveys.queries import list_batches
from tests.conftest import ADMIN, SECRET
from tests.pages.looking import misfits
from tests.pages.tabbing import astray
from tests.scenarios.desk import Desk, at_desk

GIVEN, OWN = "Mat-khau-duoc-giao-1", "Mat-khau-cua-rieng-2"
NAME = "nguoi-moi"
ALT = Qt.KeyboardModifier.AltModifier


def come_in(desk: Desk) -> None:
    """Sign in for the first time and choose a password, by keys."""
    desk.give_password(GIVEN, NAME)
    desk.wait(lambda: desk.desktop.door.new_password is not None, "a password of one's own")
    desk.wait(lambda: desk.desktop.door.new_password.pair.new.hasFocus())
    for _ in range(2):
        desk.write(OWN)
        desk.key(Qt.Key.Key_Return)
    desk.wait(lambda: desk.desktop.session is not None, "the store is open")
    desk.rest()


@pytest.mark.parametrize("role", list(Role))
def test_each_role_reaches_all_of_its_pages_by_keys(
    paths: DataPaths, themed: QApplication, no_bugs: object, role: Role
) -> None:
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, NAME, role, GIVEN)
    session.store.close()
    with at_desk(paths) as desk:
        come_in(desk)
        pages = desk.window._rail.pages()
        assert pages[0] == "home"
        for number, key in enumerate(pages, start=1):
            desk.key(Qt.Key(Qt.Key.Key_0 + number), ALT)
            desk.rest()
            assert desk.window._rail.current() == key
            page = desk.window.page
            assert page is not None
            assert page.isAncestorOf(desk.focus()) or page is desk.focus(), key
            assert [*misfits(desk.window), *astray(desk.window)] == [], key
        if "keying" in pages:
            desk.key(Qt.Key.Key_1, ALT)
            desk.new_batch()
            desk.pad("1111111E")
            desk.saved()
            (batch,) = desk.session.store.read(partial(list_batches, state="open"))
            assert batch.keyed == 1
        # The way out is a key too.
        desk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: desk.desktop.door.is_locked, "the screen is covered")
