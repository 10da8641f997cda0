"""Accounts: named in the journal, opened by the keyring."""

from __future__ import annotations

import unicodedata
from functools import partial
from uuid import UUID, uuid4

import pytest

from desktop.session import Session
from models.accounts.commands import change_role, create_account, remove_account
from models.accounts.events import ACCOUNT_CREATED, ROLE_CHANGED
from models.accounts.queries import account_names, role_of, standing_accounts
from models.errors import UserError
from models.ids import uuid7
from models.journal.event import NewEvent
from models.permissions import Role
from models.store.doctor import examine
from tests.conftest import ADMIN, UNIT
from tests.exports.exchange.pair import Station


def create(session: Session, name: str, role: str = Role.COUNTER) -> UUID:
    account = uuid7(session.store.clock.now_ms())
    session.store.write(
        lambda tx: create_account(tx, account, name, role=role, unit=session.unit),
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


@pytest.mark.parametrize("name", ["Nguyễn Ả", "NGUYỄN Ả", "nguyen a"])
def test_no_two_go_by_one_name(session, name):
    create(session, "Nguyễn Ả")
    with pytest.raises(UserError, match=r"accounts\.name_taken"):
        create(session, name)


def test_an_unknown_role_is_refused(session):
    with pytest.raises(UserError, match=r"accounts\.unknown_role"):
        create(session, "Lê Văn B", "root")


def roles(session: Session) -> dict[str, str]:
    return {one.name: one.role for one in session.store.read(standing_accounts)}


def test_a_role_changes_and_is_the_same_after_a_rebuild(session):
    account = create(session, "Lê Văn B")
    session.store.write(
        partial(change_role, account=account, role=Role.HEAD), actor=session.account
    )
    expected = {ADMIN: Role.ADMINISTRATOR, "Lê Văn B": Role.HEAD}
    assert roles(session) == expected
    session.store.replace_projections()
    assert roles(session) == expected
    assert [check.name for check in examine(session.store) if not check.ok] == []


def test_a_removed_account_is_allowed_nothing_and_its_name_stays(session):
    account = create(session, "Lê Văn B", Role.HEAD)
    session.store.write(partial(remove_account, account=account), actor=session.account)
    assert roles(session) == {ADMIN: Role.ADMINISTRATOR}
    assert session.store.read(account_names)[account] == "Lê Văn B"
    with pytest.raises(UserError, match=r"accounts\.no_account"):
        session.store.write(
            partial(change_role, account=account, role=Role.HEAD), actor=session.account
        )
    # Somebody else may come who is called the same.
    assert create(session, "Lê Văn B") != account


def test_the_last_administrator_stays(session):
    def demote(account: UUID) -> None:
        session.store.write(
            partial(change_role, account=account, role=Role.HEAD), actor=session.account
        )

    def remove(account: UUID) -> None:
        session.store.write(partial(remove_account, account=account), actor=session.account)

    for act in (demote, remove):
        with pytest.raises(UserError, match=r"accounts\.last_administrator"):
            act(session.account)
    other = create(session, "Lê Văn B", Role.ADMINISTRATOR)
    remove(other)
    other = create(session, "Lê Văn C", Role.ADMINISTRATOR)
    demote(session.account)
    assert roles(session) == {ADMIN: Role.HEAD, "Lê Văn C": Role.ADMINISTRATOR}


def test_nobody_elsewhere_can_make_somebody_an_administrator_here(here: Station, there: Station):
    """One that is enrolled sends accounts and roles of its own making."""
    here.enrols(there)
    there.enrols(here)
    clerk = create(there.session, "Lê Văn B", Role.COUNTER)
    intruder, admin = uuid4(), there.session.account
    forged = [
        NewEvent(ROLE_CHANGED, UNIT, clerk, {"role": "administrator"}, parents=()),
        NewEvent(ROLE_CHANGED, UNIT, admin, {"role": "counter"}, parents=()),
        NewEvent(
            ACCOUNT_CREATED, UNIT, clerk,
            {"id": str(clerk), "name": "Khác", "role": "administrator"}, parents=(),
        ),
        NewEvent(
            ACCOUNT_CREATED, UNIT, intruder,
            {"id": str(intruder), "name": "Kẻ lạ", "role": "administrator"}, parents=(),
        ),
    ]  # fmt: skip
    here.session.store.write(lambda tx: tx.append(*forged), actor=here.session.account)
    there.takes(here.writes(there).sealed)
    store = there.session.store

    def standing() -> list[str]:
        return [store.read(partial(role_of, account=one)) for one in (clerk, admin, intruder)]

    assert standing() == [Role.COUNTER, Role.ADMINISTRATOR, ""]
    store.replace_projections()
    assert standing() == [Role.COUNTER, Role.ADMINISTRATOR, ""]
    names = store.read(account_names)
    assert (names[clerk], names[intruder]) == ("Lê Văn B", "Kẻ lạ")
