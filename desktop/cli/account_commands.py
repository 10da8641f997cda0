"""`account add | list | role | remove | password | reset | second-factor`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desktop.accounts import (
    add_account,
    change_own_password,
    drop_second_factor,
    find_account,
    give_password,
    give_role,
    set_up_second_factor,
    take_account_away,
)
from desktop.audit import note_sign_in
from desktop.cli.invocation import Invocation
from desktop.session import Session
from models.accounts.queries import Account, standing_accounts
from models.errors import UserError
from models.permissions import Permission
from models.sentences.catalog import say

Outcome = tuple[int, dict[str, Any]]


def add(run: Invocation) -> Outcome:
    """Make an account, whose password its holder has to change at first."""
    with _session(run) as session:
        add_account(session, run.options.name, run.options.role, run.new_password())
        made = find_account(session, run.options.name)
    run.tell("accounts.added", name=made.name)
    return 0, _result(run, made)


def list_all(run: Invocation) -> Outcome:
    """List the accounts of this store."""
    with _session(run) as session:
        found = session.store.read(standing_accounts)
        note_sign_in(session, run.command)
    return 0, {"accounts": [_result(run, account) for account in found]}


def role(run: Invocation) -> Outcome:
    """Give an account another role."""
    with _session(run) as session:
        account = find_account(session, run.options.name)
        give_role(session, account.id, run.options.role)
        changed = find_account(session, run.options.name)
    return 0, _result(run, changed)


def remove(run: Invocation) -> Outcome:
    """Take an account away; its name stays in history."""
    with _session(run) as session:
        account = find_account(session, run.options.name)
        take_account_away(session, account.id)
    run.tell("accounts.taken_away", name=account.name)
    return 0, {"name": account.name}


def password(run: Invocation) -> Outcome:
    """Change one's own password; the only thing that a password set by another is good for."""
    before = run.password()
    session = run.open(None, before, may_change=True)
    try:
        change_own_password(session, before, run.new_password())
    finally:
        session.store.close()
    run.tell("accounts.changed", name=session.account_name)
    return 0, {"name": session.account_name}


def reset(run: Invocation) -> Outcome:
    """Give another account a new password, which it has to change."""
    with _session(run) as session:
        account = find_account(session, run.options.name)
        give_password(session, account.id, run.new_password())
    run.tell("accounts.changed", name=account.name)
    return 0, {"name": account.name}


def second_factor(run: Invocation) -> Outcome:
    """Set up one's own second factor in two steps, or do without one."""
    from base64 import b32decode, b32encode

    from models.accounts.second_factor import new_secret, provisioning_uri

    known = run.password()
    session = run.open(None, known)
    try:
        if run.options.off:
            drop_second_factor(session, known)
            return 0, {"name": session.account_name, "second_factor": False}
        given = os.environ.get("MOTCUA_SECOND_SECRET")
        if not given:
            secret = new_secret()
            run.tell("accounts.second_step")
            return 0, {
                "secret": b32encode(secret).decode(),
                "uri": provisioning_uri(secret, session.account_name),
            }
        try:
            secret = b32decode(given.replace(" ", "").upper())
        except ValueError as error:
            raise UserError("accounts.bad_secret") from error
        set_up_second_factor(session, secret, os.environ.get("MOTCUA_CODE", ""), known)
    finally:
        session.store.close()
    run.tell("accounts.second_done", name=session.account_name)
    return 0, {"name": session.account_name, "second_factor": True}


@contextmanager
def _session(run: Invocation) -> Iterator[Session]:
    session = run.open(Permission.MANAGE_ACCOUNTS)
    try:
        yield session
    finally:
        session.store.close()


def _result(run: Invocation, account: Account) -> dict[str, Any]:
    return {
        "name": account.name, "role": account.role,
        "role_name": say(f"accounts.role_{account.role}", run.language),
    }  # fmt: skip
