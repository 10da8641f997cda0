"""One's own account and those of others, on the settings page of the real window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.accounts import add_account, change_own_password
from desktop.paths import DataPaths
from desktop.session import open_session
from models.accounts.queries import standing_accounts
from models.accounts.second_factor import _code
from models.errors import UserError
from models.permissions import ALLOWED, Permission, Role
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk
from ui.accounts.own_forms import DropFactorForm, OwnPasswordForm, SecondFactorForm
from ui.register.paper_desk import PaperDesk
from ui.register.papers import Paper

KEY = Qt.Key
GIVEN = "Dat-tam-cho-Lan-2026"
OWN = "Cua-rieng-Lan-2026!"


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def cards(desk: Desk) -> Any:
    desk.window.show_page("settings")
    desk.rest()
    return desk.window._page("settings")


def own_form(desk: Desk, kind: type) -> Any:
    desk.wait(lambda: isinstance(cards(desk).own.form, kind), "the form is open")
    return cards(desk).own.form


def submit(desk: Desk) -> None:
    desk.key(KEY.Key_Return)
    desk.rest()


def add(paths: DataPaths, name: str, role: str) -> None:
    """Make an account that has chosen its password."""
    session = open_session(paths, SECRET, ADMIN)
    add_account(session, name, role, GIVEN)
    session.store.close()
    session = open_session(paths, GIVEN, name)
    change_own_password(session, GIVEN, OWN)
    session.store.close()


def test_ones_own_password_is_changed_with_the_one_before(desk: Desk) -> None:
    own = cards(desk).own
    desk.click(own.password_button)
    form = own_form(desk, OwnPasswordForm)
    assert form.before.hasFocus()
    desk.write("not this one")
    desk.key(KEY.Key_Return)
    for _ in range(2):
        desk.write(OWN)
        desk.key(KEY.Key_Return)
    desk.rest()
    assert "not right" in (form._before_row.error() or "")
    assert form.before.hasFocus()
    desk.write(SECRET)
    desk.tab_to(lambda widget: widget is form.pair.again)
    submit(desk)
    assert own.form is None
    assert own.banner.message() == "The password is changed."
    open_session(desk.paths, OWN, ADMIN).store.close()


def test_escape_leaves_a_form_and_changes_nothing(desk: Desk) -> None:
    own = cards(desk).own
    desk.click(own.password_button)
    own_form(desk, OwnPasswordForm)
    desk.key(KEY.Key_Escape)
    assert own.form is None
    assert own.password_button.hasFocus()


def test_a_second_factor_is_set_up_with_a_code_and_done_without_again(desk: Desk) -> None:
    own = cards(desk).own
    desk.click(own.factor_button)
    form = own_form(desk, SecondFactorForm)
    assert form.code.hasFocus()
    assert len(form.factor.letters.replace(" ", "")) == 32
    desk.key(KEY.Key_Return)
    desk.write(SECRET)
    submit(desk)
    assert form._code_row.error() == "Please type the 6 digits."
    desk.write("000000")
    submit(desk)
    submit(desk)
    assert "not right" in (form._code_row.error() or "")
    form.code.setText(_code(form.factor.secret, desk.session.store.clock.now_ms() // 30_000))
    form.password.setFocus()
    submit(desk)
    assert own.form is None
    assert "a code of the telephone" in own._said.text()
    with pytest.raises(UserError) as told:
        open_session(desk.paths, SECRET, ADMIN)
    assert told.value.code == "accounts.code_needed"
    desk.click(own.factor_button)
    drop = own_form(desk, DropFactorForm)
    desk.write("not this one")
    submit(desk)
    assert drop.password.hasFocus()
    desk.write(SECRET)
    submit(desk)
    assert own.form is None
    open_session(desk.paths, SECRET, ADMIN).store.close()


def test_roles_and_passwords_of_others_are_given_by_the_administrator(paths: DataPaths) -> None:
    add(paths, "Lan", "counter")
    with at_desk(paths) as desk:
        desk.sign_in()
        card = cards(desk).accounts
        assert [row[0] for row in card.table.texts()] == ["Lan", ADMIN]
        card.table.setCurrentCell(1, 0)
        assert not card.reset_button.isEnabled()
        desk.click(card.role_button)
        card.form.role.setCurrentIndex(card.form.role.findData("counter"))
        card.form.submit()
        desk.rest()
        assert "last administrator" in (card.form._row.error() or "")
        card.table.setCurrentCell(0, 0)
        desk.click(card.role_button)
        card.form.role.setCurrentIndex(card.form.role.findData("head"))
        card.form.submit()
        desk.rest()
        assert card.table.texts()[0][1] == "Head of unit"
        desk.click(card.reset_button)
        for _ in range(2):
            desk.write(GIVEN)
            desk.key(KEY.Key_Return)
        desk.rest()
        assert card.table.texts()[0][3] == "has to change the password"
    assert open_session(paths, GIVEN, "Lan").must_change_password


def test_who_is_asked_to_remove_an_account_may_leave_it(paths: DataPaths) -> None:
    add(paths, "Lan", "counter")
    with at_desk(paths) as desk:
        desk.sign_in()
        card = cards(desk).accounts
        card.table.setCurrentCell(0, 0)
        desk.click(card.remove_button)
        desk.click(card.banner.close_button)
        assert len(desk.session.store.read(standing_accounts)) == 2


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_a_role_is_shown_what_it_may_use_and_nothing_else(paths: DataPaths, role: Role) -> None:
    add(paths, "Lan", role)
    allowed = ALLOWED[role]
    with at_desk(paths) as desk:
        desk.sign_in(OWN, "Lan")
        pages = desk.window._rail.pages()
        assert ("keying" in pages) == (Permission.KEY_SLIPS in allowed)
        assert ("register" in pages) == (Permission.READ_HOUSEHOLDS in allowed)
        home = desk.window._page("home")
        assert home._main.isVisible() == (Permission.KEY_SLIPS in allowed)
        assert home._households.isVisible() == (Permission.READ_HOUSEHOLDS in allowed)
        desk.key(KEY.Key_H)
        desk.rest()
        is_there = desk.window.page is not desk.window._page("home")
        assert is_there == (Permission.READ_HOUSEHOLDS in allowed)
        page = cards(desk)
        assert page.letterhead.isVisible() == (Permission.CHANGE_SETTINGS in allowed)
        assert page.save_button.isVisible() == (Permission.CHANGE_SETTINGS in allowed)
        assert page.own.isVisible()
        assert not page.accounts.isVisible()
        assert not page.questionnaires.isVisible()
        for key in pages:
            desk.window.show_page(key)
            desk.rest()


def test_a_paper_on_households_is_refused_whatever_was_shown(
    paths: DataPaths, tmp_path: Path
) -> None:
    add(paths, "Lan", "counter")
    with at_desk(paths) as desk:
        desk.sign_in(OWN, "Lan")
        context, file = desk.window._context, tmp_path / "list.csv"
        papers = PaperDesk(context, desk.window, lambda *_asked: file, lambda *_asked: None)
        wanted = Paper("list", desk.session.store.clock.today())
        for suffix in (".csv", ""):
            papers.send(wanted, suffix)
            desk.rest()
            assert papers.banner.message().startswith("This account may not print or export")
            papers.banner.show_message("info", "")
        assert not file.exists()
