"""A day in two windows: a household corrected on both, exchanged by stick, settled in one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from desktop.paths import DataPaths
from desktop.session import create_store
from models.accounts.tables import accounts
from models.audit.tables import audit_entries
from models.households.records import Household
from models.stations.tables import stations
from models.store.doctor import examine
from models.store.store import Store
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exports.sheets import makers
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.officer import ALT, CONTROL, Officer
from ui.exchange.files import FileDialogs
from ui.exchange.page import ExchangePage
from ui.register.conflicts_page import ConflictsPage

KEY = Qt.Key
SECOND = "lan"
HEADER = ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"]
HOMES = [
    ["Nguyễn Văn Ấn", "0912345678", "12", "Trần Phú", "Khu 1", "Phường Quang Trung", "0221300001"],
    ["Lê Thị Chi", None, "14", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
    ["Hoàng Văn Đạt", None, "16", "Trần Phú", "Khu 1", "Phường Quang Trung", None],
]


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
        self.officer.shortcut(KEY.Key_5, ALT)
        self.desk.rest()
        assert self.desk.window.page is self.page

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
def at_counter(paths: DataPaths, stick: Path, name: str) -> Iterator[Counter]:
    with at_desk(paths) as desk:
        desk.sign_in(name=name)
        yield Counter(desk, stick)


def options(page: ConflictsPage) -> set[str]:
    """Return the values that stand to be chosen from, without who said them."""
    answers = page.conflicts.decisions.answers
    return {option.split("   (")[0] for option in answers.row(answers.current() or 0)._options}


def projections(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all projections in an order of their own.

    Each enrolled its own others, and says itself what its accounts are allowed; that it took the
    last bundle, the other hears with the next one.
    """

    def rows(connection: Any) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for projection in store.projections
            for table in projection.tables
            if table not in (stations, accounts, audit_entries)
        }

    return store.read(rows)


@pytest.fixture
def second(tmp_path: Path) -> DataPaths:
    """The files of another counter of the same ward."""
    paths = DataPaths(tmp_path / "second")
    create_store(paths, unit_code=UNIT, admin=SECOND, password=SECRET)
    return paths


def test_a_household_corrected_in_two_windows_is_settled_in_one_and_the_same_in_both(
    paths: DataPaths, second: DataPaths, themed: QApplication, no_bugs: object, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    book = makers.xlsx(tmp_path / "list.xlsx", [HEADER, *HOMES])
    with at_counter(paths, stick, ADMIN) as one, at_counter(second, stick, SECOND) as two:
        one.sit_down()
        one.officer.to_register()
        one.officer.press("E")
        one.officer.open_list(book)
        one.officer.take_in()
        cards = one.make_card("Quầy 1"), two.make_card("Quầy 2")
        # Each reads out what its own page shows, and the other compares.
        assert one.enrol(cards[1]) == two.page.own.fingerprint.text()
        assert two.enrol(cards[0]) == one.page.own.fingerprint.text()

        assert "new, 0 known" in one.gives(two)
        names = {home[0] for home in HOMES}
        assert {household.name for household in two.officer.households()} == names

        first = one.correct_first("Nguyễn Văn Ấn A")
        assert two.correct_first("Nguyễn Văn Ấn B").id == first.id
        assert one.gives(two).endswith("to be decided: 1.")
        assert two.gives(one).endswith("to be decided: 1.")
        both = {"Nguyễn Văn Ấn A", "Nguyễn Văn Ấn B"}
        assert options(one.decisions()) >= both
        page = two.decisions()
        assert options(page) >= both

        two.desk.key(KEY.Key_1)
        two.desk.key(KEY.Key_Return)
        two.desk.rest()
        assert page.empty.isVisible()
        assert "to be decided" not in two.gives(one)
        assert not one.page.waiting.isVisible()
        assert "to be decided" not in one.gives(two)
        two.gives(one)

        settled = {household.name for household in one.officer.households()} - names
        assert len(settled & both) == 1
        assert projections(one.store) == projections(two.store)
        for counter in (one, two):
            recorded, state = counter.state().split(": ")
            assert state == "It has everything"
            told, received = (part.split()[0] for part in recorded.split(" · "))
            assert told == received
            assert [check.code for check in examine(counter.store) if not check.ok] == []
