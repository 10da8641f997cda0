"""What the screens have done about accounts; the keyring that it takes belongs to the desktop.

Each call may take a second and asks the store: none is for the GUI thread. UserError for what is
not allowed or cannot be, with the sentences of the commands.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from models.accounts.standing import Standing


class People(Protocol):
    """The accounts of this machine, for an administrator, and one's own."""

    def every(self) -> list[Standing]:
        """Return the accounts of this store and how they stand, by name."""

    def add(self, name: str, role: str, password: str) -> None:
        """Make an account; its holder has to change the password at first."""

    def give_role(self, account: UUID, role: str) -> None:
        """Give an account another role."""

    def give_password(self, account: UUID, password: str) -> None:
        """Give an account a new password, which its holder has to change; a lock is off then."""

    def take_away(self, account: UUID) -> None:
        """Remove an account."""

    def has_second_factor(self) -> bool:
        """Say whether one's own account asks for a code too."""

    def change_password(self, before: str, after: str) -> None:
        """Change one's own password."""

    def set_up_second_factor(self, secret: bytes, code: str, password: str) -> None:
        """Ask for a code from now on, once one was seen to be right."""

    def drop_second_factor(self, password: str) -> None:
        """Ask for no code any more."""
