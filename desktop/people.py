"""Gives the screens what concerns accounts, for the session at work."""

from __future__ import annotations

from uuid import UUID

from desktop.accounts import (
    add_account,
    change_own_password,
    drop_second_factor,
    give_password,
    give_role,
    list_standings,
    set_up_second_factor,
    take_account_away,
)
from desktop.session import Session
from models.accounts.standing import Standing
from models.store.keys import load_keyring


class SessionPeople:
    """Implements `ui.accounts.people.People`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def every(self) -> list[Standing]:
        """Return the accounts of this store and how they stand, by name."""
        return list_standings(self._session)

    def add(self, name: str, role: str, password: str) -> None:
        """Make an account; its holder has to change the password at first."""
        add_account(self._session, name, role, password)

    def give_role(self, account: UUID, role: str) -> None:
        """Give an account another role."""
        give_role(self._session, account, role)

    def give_password(self, account: UUID, password: str) -> None:
        """Give an account a new password, which its holder has to change; a lock is off then."""
        give_password(self._session, account, password)

    def take_away(self, account: UUID) -> None:
        """Remove an account."""
        take_account_away(self._session, account)

    def has_second_factor(self) -> bool:
        """Say whether one's own account asks for a code too."""
        holder = load_keyring(self._session.paths.keyring).of(self._session.account)
        return holder.second_factor is not None

    def change_password(self, before: str, after: str) -> None:
        """Change one's own password."""
        change_own_password(self._session, before, after)

    def set_up_second_factor(self, secret: bytes, code: str, password: str) -> None:
        """Ask for a code from now on, once one was seen to be right."""
        set_up_second_factor(self._session, secret, code, password)

    def drop_second_factor(self, password: str) -> None:
        """Ask for no code any more."""
        drop_second_factor(self._session, password)
