"""The door of the window: signing in, a password of one's own, and the cover of a locked screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.known_accounts import known_accounts
from desktop.loading import load_for_work
from ui.jobs import Progress

if TYPE_CHECKING:
    from desktop.jobs import ThreadJobs
    from desktop.paths import DataPaths
    from desktop.session import Session
    from models.clock import Clock
    from models.sentences.catalog import Language
    from ui.accounts.new_password_page import NewPasswordPage
    from ui.accounts.sign_in_page import SignInPage
    from ui.main_window import MainWindow


# What a repair makes good; `desktop.repair_offer` would load more than the door needs.
_DAMAGE = frozenset({
    "store.damaged", "store.keyring_damaged", "store.missing", "journal.unreadable",
})  # fmt: skip


class Door(QObject):
    """`opened` brings a session whose account may go on: one just opened, or that at work again.

    `damage_met` says that the store is damaged, and gives the sentence; nobody comes in then.
    """

    opened = Signal(object)
    damage_met = Signal(str)

    def __init__(
        self, window: MainWindow, jobs: Callable[[], ThreadJobs], paths: DataPaths,
        language: Language, clock: Clock | None, account: str | None,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._window = window
        self._jobs = jobs
        self._paths = paths
        self._language: Language = language
        self._clock = clock
        self._account = account
        self._at_work: Session | None = None
        self._waiting: Session | None = None
        self.sign_in: SignInPage | None = None
        self.new_password: NewPasswordPage | None = None

    def move_to(self, paths: DataPaths) -> None:
        """Lead to another store from now on; nobody is at work."""
        self.forget()
        self._paths = paths

    @property
    def is_locked(self) -> bool:
        """Say whether the screen of somebody at work is covered."""
        return self._at_work is not None

    def show_sign_in(self, said: str = "") -> SignInPage:
        """Ask who is there; `said` is why nobody is any more."""
        self._at_work = None
        names = [self._account] if self._account is not None else known_accounts(self._paths)
        page = self._show_page(names)
        page.start()
        if said:
            page.show_error(said)
        return page

    def lock(self, session: Session, *, is_leaving: bool = False) -> None:
        """Cover the screen of a session at work; who leaves it is asked for another name."""
        self._at_work = session
        others = [name for name in known_accounts(self._paths) if name != session.account_name]
        page = self._show_page([session.account_name, *others], is_locked=True)
        start = partial(page.start, at_name=is_leaving)
        start()
        # Who asked by a dialog that was just closed takes the focus back once that has returned.
        QTimer.singleShot(0, page, start)

    def refuse(self, error: Exception) -> None:
        """Say on the page why nobody came in."""
        from models.errors import CodedError
        from ui.messages import sentence

        if self.sign_in is None:
            self.show_sign_in()
        assert self.sign_in is not None
        code = error.code if isinstance(error, CodedError) else ""
        said = sentence(error, self._language)
        if code in _DAMAGE and not self._paths.server.exists():
            self.damage_met.emit(said)
            return
        if code == "accounts.code_needed":
            self.sign_in.ask_code()
        elif code == "accounts.wrong_code":
            self.sign_in.ask_code(said)
        else:
            self.sign_in.show_error(said)

    def forget(self) -> None:
        """Wait for nobody: the page is another's now."""
        self._close_waiting()
        self._at_work = None
        self.sign_in = self.new_password = None

    def stop(self) -> None:
        """Close what was opened for somebody who did not come in."""
        self._close_waiting()

    def _show_page(self, names: list[str], *, is_locked: bool = False) -> SignInPage:
        from ui.accounts.sign_in_page import SignInPage

        page = SignInPage(names, is_locked=is_locked)
        page.submitted.connect(self._on_submitted)
        self.sign_in, self.new_password = page, None
        self._window.show_alone(page)
        return page

    @Slot(str, str, str)
    def _on_submitted(self, name: str, password: str, code: str) -> None:
        from models.text import search_key

        done = partial(self._on_right, password)
        at_work = self._at_work
        if at_work is not None and search_key(name) == search_key(at_work.account_name):

            def return_to(_progress: Progress) -> Session:
                from desktop.session import come_back

                return come_back(at_work, password, code or None)

            # Not behind a long list that is being taken in: who returns may go on beside it.
            self._jobs().run(return_to, done=done, failed=self.refuse)
            return

        def work(_progress: Progress) -> Session:
            load_for_work()
            from desktop.session import open_session

            return open_session(self._paths, password, name, self._clock, code=code or None)

        self._jobs().run(work, done=done, failed=self.refuse, lane="write")

    def _on_right(self, password: str, session: Session) -> None:
        if session.must_change_password:
            self._ask_new_password(session, password)
        else:
            self._let_in(session)

    def _ask_new_password(self, session: Session, password: str) -> None:
        from ui.accounts.new_password_page import NewPasswordPage

        self._waiting = session
        page = NewPasswordPage(
            session.account_name, self._language, has_second_factor=session.has_second_factor
        )
        page.submitted.connect(partial(self._on_new_password, session, password))
        page.left.connect(self._on_left)
        self.sign_in, self.new_password = None, page
        self._window.show_alone(page)
        page.start()

    def _on_new_password(self, session: Session, before: str, after: str) -> None:
        def work(_progress: Progress) -> Session:
            from desktop.accounts import change_own_password

            return change_own_password(session, before, after)

        self._jobs().run(work, done=self._let_in, failed=self._on_not_set, lane="write")

    def _on_not_set(self, error: Exception) -> None:
        from ui.messages import sentence

        if self.new_password is not None:
            self.new_password.show_error(sentence(error, self._language))

    @Slot()
    def _on_left(self) -> None:
        self._close_waiting()
        if self._at_work is not None:
            self.lock(self._at_work)
        else:
            self.show_sign_in()

    def _close_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        kept = self._at_work.store if self._at_work is not None else None
        if waiting is not None and waiting.store is not kept:
            waiting.store.close()

    def _let_in(self, session: Session) -> None:
        self._at_work = self._waiting = None
        self.opened.emit(session)
