"""Accounts of this machine: what is recorded of them, and what opens the store for each.

What is allowed is in the journal, who can open the store in the keyring. The journal is written
first: an account whose keyring entry was not removed in time opens a store that allows it nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from desktop.audit import note_done
from desktop.session import Session
from models.accounts.attempts import load_attempts
from models.accounts.commands import change_role, create_account, remove_account
from models.accounts.queries import Account, standing_accounts
from models.accounts.second_factor import matching_step
from models.accounts.sign_in import let_in_again, moment
from models.accounts.standing import Standing, standings
from models.audit.happenings import password_changed, second_factor_changed
from models.errors import UserError
from models.ids import uuid7
from models.passwords import check_password
from models.permissions import Permission
from models.store.keys import (
    add_holder,
    load_keyring,
    remove_holder,
    save_keyring,
    set_password,
    set_second_factor,
    unlock,
)
from models.store.store import Transaction
from models.text import search_key, tidy


def add_account(session: Session, name: str, role: str, password: str) -> UUID:
    """Make an account that can open the store here; its password has to be changed at first.

    UserError where that is not allowed, for a name that is taken, an unknown role or a password
    that is too weak.
    """
    check_password(password)
    account = uuid7(session.store.clock.now_ms())

    def command(tx: Transaction) -> None:
        create_account(tx, account, name, role=role, unit=session.unit)
        keyring = load_keyring(session.paths.keyring)
        # Before the commit: an account nobody can open is none, and it could not be made again.
        save_keyring(
            add_holder(keyring, account, tidy(name), password, session.key), session.paths.keyring
        )

    session.store.write(command, actor=session.account)
    return account


def list_standings(session: Session) -> list[Standing]:
    """Return the accounts of this store and how they stand here, by name; UserError as `demand`."""
    session.demand(Permission.MANAGE_ACCOUNTS)
    clock = session.store.clock
    return standings(
        session.store.read(standing_accounts), load_keyring(session.paths.keyring),
        load_attempts(session.paths.attempts), moment(clock), clock.today(),
    )  # fmt: skip


def find_account(session: Session, name: str) -> Account:
    """Return the account of this store that goes by a name; UserError for none."""
    for account in session.store.read(standing_accounts):
        if search_key(account.name) == search_key(name):
            return account
    raise UserError("accounts.unknown", name=name)


def give_role(session: Session, account: UUID, role: str) -> None:
    """Give an account another role; errors as of `change_role`."""
    session.store.write(
        partial(change_role, account=account, role=role), actor=session.account
    )


def take_account_away(session: Session, account: UUID) -> None:
    """Remove an account; what its password opened it opens no more. Errors as of the command."""
    session.store.write(partial(remove_account, account=account), actor=session.account)
    keyring = load_keyring(session.paths.keyring)
    save_keyring(remove_holder(keyring, account), session.paths.keyring)


def give_password(session: Session, account: UUID, password: str) -> None:
    """Give another account a new password, which it has to change; a lock is off then.

    UserError where that is not allowed, or for a password that is too weak.
    """
    session.demand(Permission.MANAGE_ACCOUNTS)
    keyring = load_keyring(session.paths.keyring)
    changed = set_password(keyring, account, password, session.key, must_change=True)
    save_keyring(changed, session.paths.keyring)
    let_in_again(session.paths.attempts, account, session.store.clock.today())
    now_ms = session.store.clock.now_ms()
    note_done(session, password_changed(account, "given", now_ms))


def change_own_password(session: Session, before: str, after: str) -> Session:
    """Give one's own account another password, and return the session that may go on with it.

    UserError for a wrong one before, the same one again, or one that is too weak.
    """
    keyring = load_keyring(session.paths.keyring)
    unlock(keyring, session.account_name, before)
    if before == after:
        raise UserError("accounts.same_password")
    changed = set_password(keyring, session.account, after, session.key)
    save_keyring(changed, session.paths.keyring)
    now_ms = session.store.clock.now_ms()
    note_done(session, password_changed(session.account, "own", now_ms))
    return replace(session, must_change_password=False)


def set_up_second_factor(session: Session, secret: bytes, code: str, password: str) -> None:
    """Ask one's own account for a second factor from now on, once its code was seen to be right.

    UserError for a wrong password or a code that is not of this secret.
    """
    keyring = load_keyring(session.paths.keyring)
    unlock(keyring, session.account_name, password)
    if matching_step(secret, code, session.store.clock.now_ms(), after=0) is None:
        raise UserError("accounts.wrong_code")
    changed = set_second_factor(keyring, session.account, secret, password, session.key)
    save_keyring(changed, session.paths.keyring)
    note_done(session, second_factor_changed(session.account, is_on=True))


def drop_second_factor(session: Session, password: str) -> None:
    """Do without a second factor; UserError for a wrong password or one too weak for that."""
    keyring = load_keyring(session.paths.keyring)
    unlock(keyring, session.account_name, password)
    changed = set_second_factor(keyring, session.account, None, password, session.key)
    save_keyring(changed, session.paths.keyring)
    note_done(session, second_factor_changed(session.account, is_on=False))
