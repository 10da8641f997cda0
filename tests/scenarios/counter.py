"""One window with its clerk, and the stick that goes between it and another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop.paths import DataPaths
from models.clock import Clock
from models.households.records import Household
from models.store.store import Store
from tests.conftest import SECRET
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.officer import CONTROL, Officer
from ui.exchange.files import FileDialogs
from ui.exchange.page import ExchangePage
from ui.register.conflicts_page import ConflictsPage

KEY = Qt.Key


class Counter:
    """One window with its clerk, and the stick that goes between it and the other."""

    def __init__(self, desk: Desk, stick: Path) -> None:
        self.desk, self.stick = desk, stick
        self.officer = Officer(desk)
        self.file: Path | None = None

    @property
    def page(self) -> ExchangePage:
        page = self.desk.window._page("exchange")
        assert isinstance(page, ExchangePage)
        return page

    @property
    def store(self) -> Store:
        return self.desk.session.store

    def sit_down(self) -> None:
        """Bring this window to the front."""
        self.desk.come_back()
        self.desk.rest()

    def to_exchange(self) -> None:
        """Go to the exchange by its key on the rail."""
        self.sit_down()
        self.page.ask_files_by(FileDialogs(self._source, self._target))
        self.desk.to_page("exchange")

    def said(self) -> str:
        """Return what the exchange page says."""
        assert self.page.notice.isVisible()
        return self.page.notice.message()

    def state(self) -> str:
        """Return what the ledger says of the only other station."""
        self.to_exchange()
        (row,) = self.page.ledger.rows.values()
        return f"{row.counts.text()}: {row.state.text()}"

    def make_card(self, name: str) -> Path:
        """Name this station and save its card to the stick."""
        self.to_exchange()
        assert self.page.own.name.hasFocus()
        self.page.own.name.selectAll()
        self.desk.write(name)
        self.desk.key(KEY.Key_Return)
        self.desk.rest()
        self.desk.key(KEY.Key_Space)
        self.desk.rest()
        assert self.file is not None
        return self.file

    def enrol(self, card: Path) -> str:
        """Enrol the other's card, and return the fingerprint that was compared."""
        self.to_exchange()
        self.file = card
        seen: list[str] = []

        def compare(dialog: Any) -> None:
            seen.append(dialog.fingerprint.text())
            self.desk.key(KEY.Key_Space)
            self.desk.key(KEY.Key_Return)

        self.desk.answer_dialog(compare)
        self.desk.key(KEY.Key_F4)
        self.desk.rest()
        self.sit_down()
        assert "is enrolled" in self.said()
        return seen[0]

    def gives(self, other: Counter) -> str:
        """Write a bundle, carry it over, and return what the other window says of it."""
        self.to_exchange()
        self.desk.key(KEY.Key_F2)
        self.desk.rest()
        assert "written and was read back" in self.said()
        other.to_exchange()
        other.file = self.file
        other.desk.key(KEY.Key_F3)
        other.desk.rest()
        return other.said()

    def correct_first(self, name: str) -> Household:
        """Check the first household and write another name, by keyboard."""
        self.sit_down()
        self.officer.to_register()
        self.officer.shortcut(KEY.Key_F, CONTROL)
        self.officer.key(KEY.Key_Down)
        self.officer.press("N")
        self.officer.rest()
        household = self.officer.standing()
        self.officer.press("2")
        self.officer.to_field("name")
        self.officer.select_all()
        self.officer.write(name)
        self.officer.press("XE")
        self.officer.rest()
        self.officer.press("X")
        self.officer.rest()
        return household

    def decisions(self) -> ConflictsPage:
        """Go from what the bundle brought to what is to be decided."""
        self.to_exchange()
        self.desk.tab_to(lambda widget: widget is self.page.waiting.decide_button)
        self.desk.key(KEY.Key_Return)
        self.desk.rest()
        (found,) = self.officer.section.check.findChildren(ConflictsPage)
        assert found.isVisible()
        return found

    def _source(self, *_asked: Any) -> Path | None:
        return self.file

    def _target(self, _parent: Any, suggestion: Path, _suffix: str) -> Path | None:
        self.file = self.stick / suggestion.name
        return self.file


@contextmanager
def at_counter(
    paths: DataPaths, stick: Path, name: str, password: str = SECRET, clock: Clock | None = None
) -> Iterator[Counter]:
    """Open a window, sign in and sit down at it."""
    with at_desk(paths, clock) as desk:
        desk.sign_in(password, name)
        yield Counter(desk, stick)


def options(page: ConflictsPage) -> set[str]:
    """Return the values that stand to be chosen from, without who said them."""
    answers = page.conflicts.decisions.answers
    return {option.split("   (")[0] for option in answers.row(answers.current() or 0)._options}
