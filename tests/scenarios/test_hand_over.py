"""A day of an administrator and a new clerk at one counter, with one window for both."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.paths import DataPaths
from desktop.session import open_session
from models.accounts.queries import account_names, standing_accounts
from models.errors import UserError
from models.store.doctor import examine
from models.surveys.queries import list_batches, list_slips
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.people import (
    CONTROL,
    KEY,
    hand_over,
    hand_over_first,
    lock,
    sign_in_page,
    to_settings,
)
from ui.accounts.account_forms import NewAccountForm

CLERK = "Lan Hương"
GIVEN = "Dat-tam-cho-Lan-2026"
OWN = "Cua-rieng-Lan-2026!"


def add_clerk(desk: Desk) -> None:
    """Add the clerk by keyboard."""
    card = to_settings(desk).accounts
    desk.tab_to(lambda widget: widget is card.add_button)
    desk.key(KEY.Key_Space)
    form = card.form
    assert isinstance(form, NewAccountForm)
    desk.wait(form.name.hasFocus)
    desk.write(ADMIN.upper())
    desk.key(KEY.Key_Return)
    desk.tab_to(lambda widget: widget is form.pair.new)
    for _ in range(2):
        desk.write(GIVEN)
        desk.key(KEY.Key_Return)
    desk.rest()
    assert "already" in (form._name_row.error() or "")
    assert form.name.hasFocus()
    desk.write(CLERK)
    desk.tab_to(lambda widget: widget is form.pair.again)
    desk.key(KEY.Key_Return)
    desk.rest()
    assert card.form is None
    assert card.banner.message() == f"{CLERK} can sign in now, and chooses another password then."
    assert [row[:2] for row in card.table.texts()] == [
        (CLERK, "Counter staff"), (ADMIN, "Administrator")
    ]  # fmt: skip


def remove_clerk(desk: Desk) -> None:
    card = to_settings(desk).accounts
    desk.tab_to(lambda widget: widget is card.table)
    desk.key(KEY.Key_Home, CONTROL)
    standing = card.table.chosen()
    assert standing is not None
    assert standing.account.name == CLERK
    desk.tab_to(lambda widget: widget is card.remove_button)
    desk.key(KEY.Key_Space)
    assert CLERK in card.banner.message()
    assert card.banner.action.hasFocus()
    desk.key(KEY.Key_Space)
    desk.rest()
    assert [row[0] for row in card.table.texts()] == [ADMIN]


def test_one_window_is_handed_over_and_each_keeps_what_is_theirs(
    paths: DataPaths, themed: QApplication, no_bugs: object
) -> None:
    with at_desk(paths) as desk:
        desk.sign_in()
        add_clerk(desk)
        desk.window.show_page("home")
        desk.rest()
        desk.new_batch()
        desk.pad("1111111E")
        desk.saved()
        desk.pad("222")
        # A citizen comes to the clerk: she takes the counter over from a half-keyed slip.
        hand_over_first(desk, CLERK, GIVEN, OWN)
        assert desk.window.page is desk.window._page("home")
        assert desk.window._rail.pages() == ("home", "keying", "reports", "exchange", "settings")
        (batch,) = desk.session.store.read(list_batches)
        desk.window._on_batch_chosen(batch.id)
        desk.wait_for_entry()
        assert desk.entry.entry.is_untouched
        desk.pad("2222222E3333333E1")
        desk.saved()
        hand_over(desk, ADMIN, SECRET)
        desk.wait_for_entry()
        assert desk.entry.entry.position == 3
        desk.pad("1111E")
        desk.saved()
        slips = desk.session.store.read(lambda connection: list_slips(connection, batch.id))
        names = desk.session.store.read(account_names)
        assert [names[slip.keyed_by] for slip in slips] == [ADMIN, CLERK, CLERK, ADMIN]
        remove_clerk(desk)
        lock(desk)
        desk.give_password(OWN, CLERK)
        desk.wait(lambda: sign_in_page(desk)._password_row.error())
        assert desk.desktop.door.is_locked
        assert [check.code for check in examine(desk.session.store) if not check.ok] == []
    session = open_session(paths, SECRET, ADMIN)
    assert [one.name for one in session.store.read(standing_accounts)] == [ADMIN]
    assert CLERK in session.store.read(account_names).values()
    session.store.close()
    with pytest.raises(UserError):
        open_session(paths, OWN, CLERK)
