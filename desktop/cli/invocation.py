"""One run of the command line: its options, its store and where it prints."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from desktop.audit import note_sign_in, tells_of_work
from desktop.paths import DataPaths, data_paths
from desktop.session import Session, open_session
from models.errors import KnownError, Problem, UserError
from models.permissions import Permission
from models.sentences.catalog import Language, say
from models.store.changes import Changes

# What these change is told by an entry of their own, or by others' events; a `sync` with nothing
# new has to stay one (docs/decisions/0011-audit.md).
UNSIGNED: Final = frozenset({"bundle export", "bundle import", "doctor", "sync"})


class SignInEntry:
    """Records that a command signed in, once it has changed something: a refused one must not."""

    def __init__(self, session: Session, command: str) -> None:
        self._session = session
        self._command = command
        self._is_told = False

    def on_change(self, changes: Changes) -> None:
        """Tell the audit of the first change that is more than an entry of its own.

        The change stands whatever becomes of this: its own events name who made it.
        """
        if self._is_told or not tells_of_work(changes):
            return
        self._is_told = True
        with suppress(KnownError):
            note_sign_in(self._session, self._command)


@dataclass(frozen=True, slots=True)
class Invocation:
    """The parsed options and the language."""

    options: argparse.Namespace
    language: Language

    @property
    def command(self) -> str:
        """The command as it is typed, without what it works on: `surveys export`."""
        words = (self.options.command, getattr(self.options, "action", None))
        return " ".join(word for word in words if word)

    @property
    def paths(self) -> DataPaths:
        """The store's files."""
        return data_paths(getattr(self.options, "data_dir", None))

    def open(
        self, permission: Permission | None, password: str | None = None, *,
        may_change: bool = False, is_examining: bool = False,
    ) -> Session:  # fmt: skip
        """Open the store with the account and password of this run, which the audit is told.

        Who is only examining may open one that was found damaged.

        UserError where the account is not allowed `permission` (None where anybody may), and for a
        password that somebody else set, unless the command is to change it.
        """
        session = open_session(
            self.paths, self.password() if password is None else password,
            getattr(self.options, "account", None), code=os.environ.get("MOTCUA_CODE"),
            is_examining=is_examining,
        )  # fmt: skip
        if session.must_change_password and not may_change:
            session.store.close()
            raise UserError("accounts.must_change")
        try:
            if permission is not None:
                session.demand(permission)
        except BaseException:
            session.store.close()
            raise
        if self.command not in UNSIGNED:
            session.store.on_change(SignInEntry(session, self.command).on_change)
        return session

    def new_password(self) -> str:
        """Return `MOTCUA_NEW_PASSWORD`, else what is typed at the prompt; UserError without."""
        return self.secret(
            "MOTCUA_NEW_PASSWORD", "commands.new_password", "commands.new_password_missing"
        )

    def password(self, prompt: str = "commands.password") -> str:
        """Return `MOTCUA_PASSWORD`, else what is typed at the prompt; UserError without."""
        return self.secret("MOTCUA_PASSWORD", prompt, "commands.password_missing")

    def secret(self, variable: str, prompt: str, missing: str) -> str:
        """Return what the environment holds, else what is typed after the sentence `prompt`.

        A command line can be read by every user of the machine. UserError `missing` where nobody
        can be asked, and for what is not UTF-8.
        """
        given = os.environ.get(variable)
        if given is not None:
            check_text(given)
            return given
        if not sys.stdin.isatty():
            raise UserError(missing)
        return getpass.getpass(say(prompt, self.language) + " ", sys.stderr)

    def database(self) -> str | None:
        """Return the database's URL from the option or `MOTCUA_DATABASE`, None without either.

        A URL holds a password, and a command line can be read by every user of the machine.
        """
        url = self.options.database or os.environ.get("MOTCUA_DATABASE")
        if url:
            check_text(url)
        return url or None

    def recovery_key(self) -> str:
        """Return `MOTCUA_RECOVERY_KEY`, else what is typed at the prompt; UserError without."""
        return self.secret(
            "MOTCUA_RECOVERY_KEY", "commands.recovery_prompt", "commands.recovery_missing"
        )

    def tell(self, code: str, **params: Any) -> None:
        """Print a sentence for people, on stderr so that it never mixes with a result."""
        print(say(code, self.language, **params), file=sys.stderr, flush=True)

    def say(self, said: str) -> None:
        """Print a sentence that is made already, on stderr too."""
        print(said, file=sys.stderr, flush=True)

    def problems(self, problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
        """Return problems as the contract's data."""
        return [
            {
                "row": problem.row,
                "column": problem.column,
                "message": say(problem, self.language),
                **({"sheet": problem.sheet} if problem.sheet else {}),
            }
            for problem in problems
        ]


def check_text(*words: str) -> None:
    """Raise UserError for words of a command line or its environment that are not UTF-8.

    Python holds what it could not decode as lone surrogates, which nothing can write out again.
    """
    try:
        "".join(words).encode()
    except UnicodeEncodeError as error:
        raise UserError("commands.not_text") from error


def parse_day(text: str, option: str) -> date:
    """Return a date typed as 2026-10-05 or 05/10/2026; UserError for anything else."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise UserError("commands.bad_date", option=option, text=text[:40])
