"""Accounts: named in the journal, opened by the keyring."""

from __future__ import annotations

import unicodedata

import pytest

from desktop.session import Session
from models.accounts.commands import create_account
from models.accounts.queries import account_names
from models.errors import UserError
from models.ids import uuid7
from tests.conftest import ADMIN


def create(session: Session, name: str):
    account = uuid7(session.store.clock.now_ms())
    session.store.write(
        lambda tx: create_account(tx, account, name, role="clerk", unit=session.unit),
        actor=session.account,
    )
    return account


def test_the_first_account_is_the_administrator(session):
    assert session.store.read(account_names) == {session.account: ADMIN}
    role = session.store.read(lambda c: c.exec_driver_sql("SELECT role, unit FROM accounts").one())
    assert tuple(role) == ("administrator", session.unit)


def test_an_account_is_named_in_one_form(session):
    account = create(session, unicodedata.normalize("NFD", "  Nguyễn   Thị Ả "))
    assert session.store.read(account_names)[account] == "Nguyễn Thị Ả"


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_an_account_without_a_name_is_refused(session, name):
    with pytest.raises(UserError, match=r"accounts\.name_empty"):
        create(session, name)
    assert len(session.store.read(account_names)) == 1
