"""Two windows and a real hub: a slip corrected in both, exchanged by a key, decided in one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.paths import DataPaths
from desktop.session import create_store
from exports.hub.administration import enrol_at_hub
from exports.hub.database import HubDatabase
from models.stations.commands import enrol
from models.stations.own import make_own, read_own
from models.surveys.commands import correct_slip
from models.surveys.queries import list_batches, list_slips, read_slip, slip_history
from models.surveys.records import SlipContent
from models.surveys.undecided import undecided_slips
from tests.conftest import ADMIN, SECRET, UNIT
from tests.exchange.hub.conftest import database, hub_url
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.test_two_windows import projections

__all__ = ["database", "hub_url"]
KEY = Qt.Key


class Window:
    """A clerk's window that exchanges with the hub."""

    def __init__(self, desk: Desk, name: str, database: HubDatabase) -> None:
        self.desk = desk
        self.store, account = desk.session.store, desk.session.account
        own = self.store.write(partial(make_own, name=name), actor=account)
        database.administer(partial(enrol_at_hub, card=own.card, units=[UNIT]))
        hub = database.read(read_own)
        assert hub is not None
        self.store.write(partial(enrol, card=hub.card, units=None), actor=account)

    def sit_down(self, page: str) -> None:
        """Bring the window to the front, at a page."""
        self.desk.come_back()
        self.desk.window.show_page(page)
        self.desk.rest()

    def choose_hub(self, url: str) -> None:
        """Type the hub's address; what is there already comes at once."""
        self.sit_down("exchange")
        self.desk.key(KEY.Key_F5)
        self.desk.focus().selectAll()  # type: ignore[attr-defined]
        self.desk.write(url)
        self.desk.key(KEY.Key_Return)
        self.desk.rest()

    def exchange(self) -> str:
        """Press the one key of the first page, and return what the exchange page says of it."""
        self.sit_down("home")
        self.desk.key(KEY.Key_F5)
        self.desk.rest()
        self.sit_down("exchange")
        return self.desk.window._page("exchange").hub.said.text()  # type: ignore[attr-defined,no-any-return]

    def correct(self, slip: UUID, answer: str) -> None:
        """Correct the slip's last question."""
        found = self.store.read(partial(read_slip, slip=slip))
        assert found is not None
        content = SlipContent({**found.content.answers, "danh_gia_chung": answer})
        self.store.write(
            partial(correct_slip, slip=slip, content=content), actor=self.desk.session.account
        )

    def slips(self) -> list[UUID]:
        return self.store.read(undecided_slips)

    def answer(self, slip: UUID) -> object:
        found = self.store.read(partial(read_slip, slip=slip))
        assert found is not None
        return found.content.answers["danh_gia_chung"]


@contextmanager
def at_window(paths: DataPaths, name: str, database: HubDatabase) -> Iterator[Window]:
    with at_desk(paths) as desk:
        desk.sign_in(name=ADMIN if name == "Quầy 1" else "lan")
        yield Window(desk, name, database)


def test_a_slip_corrected_in_two_windows_is_decided_in_one_and_stands_in_both(
    paths: DataPaths, themed: QApplication, no_bugs: object, tmp_path: Path,
    database: HubDatabase, hub_url: str,
) -> None:  # fmt: skip
    second = DataPaths(tmp_path / "second")
    create_store(second, unit_code=UNIT, admin="lan", password=SECRET)
    with (
        at_window(paths, "Quầy 1", database) as one,
        at_window(second, "Quầy 2", database) as two,
    ):
        one.sit_down("home")
        one.desk.new_batch()
        one.desk.pad("1111111E")
        one.desk.saved()
        one.choose_hub(hub_url)
        two.choose_hub(hub_url)
        (batch,) = two.store.read(list_batches)
        (slip,) = two.store.read(partial(list_slips, batch=batch.id))
        one.correct(slip.id, "hai_long")
        two.correct(slip.id, "khong_hai_long")
        for window in (one, two, one):
            assert ", 0 waiting." in window.exchange()
        assert one.slips() == two.slips() == [slip.id]

        two.sit_down("home")
        two.desk.tab_to(
            lambda widget: isinstance(widget, QPushButton)
            and widget.text() == "Slips to be decided: 1"
        )
        two.desk.key(KEY.Key_Return)
        two.desk.rest()
        options = two.desk.section.decisions().decisions.answers.row(0)._options
        # Who said what, whoever's window it was said in.
        assert [option.split(", ")[0] for option in options[:2]] == [
            "Satisfied   (quantri", "Not satisfied   (lan",
        ]  # fmt: skip
        two.desk.pad("1E")
        two.desk.rest()
        for window in (two, one):
            window.exchange()
        assert one.slips() == two.slips() == []
        assert one.answer(slip.id) == two.answer(slip.id) == "hai_long"
        history = one.store.read(partial(slip_history, slip=slip.id))
        assert history[-1].event_type == "survey.response_settled"
        assert projections(one.store) == projections(two.store)
