"""Pictures of every page, made from the real window under the offscreen platform.

Run as `python -m tests.screenshots FOLDER`; the README and the handbook show them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Application
from desktop.demo import create_demo
from desktop.language import install_translation
from desktop.paths import DataPaths
from desktop.sample_account import PASSWORD
from desktop.session import create_store, open_session
from models.clock import Clock
from models.journal.event import NewEvent
from models.journal.reconcile import state_streams
from models.stations.card import StationCard
from models.stations.commands import enrol
from models.stations.hub import HubPlace, HubRound, keep_hub, keep_round
from models.stations.ledger import hear, note_told
from models.stations.own import make_own
from models.store.store import Transaction
from models.surveys.events import CORRECTED
from models.surveys.queries import list_batches, list_slips
from ui.theme.theme import apply_theme

SIZE = (1366, 768)
# A working day of the demo's year, so that the first page has something to show.
DAY = datetime(2023, 11, 14, 3, 0, tzinfo=UTC)
PAD = Qt.KeyboardModifier.KeypadModifier
HUB = "https://trungchuyen.example.vn"


def _day_ms() -> int:
    return int(DAY.timestamp() * 1000)


class Photographer:
    """Drives one window through the pages."""

    def __init__(
        self, app: QApplication, store: Path, out: Path, language: str, neighbour: StationCard
    ) -> None:
        self.app, self.out, self.neighbour = app, out, neighbour
        clock = Clock(_day_ms)
        self.application = Application(DataPaths(store), "en" if language == "en" else "vi",
                                       clock=clock)  # fmt: skip
        self.window = self.application.window

    def wait(self, is_done: Callable[[], bool], seconds: float = 30) -> None:
        """Let the window work until something holds."""
        end = time.monotonic() + seconds
        while not is_done():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()
            time.sleep(0.002)

    def rest(self) -> None:
        """Let the window come to rest."""
        quiet = time.monotonic() + 0.5
        while time.monotonic() < quiet:
            self.app.processEvents()
            if self.application.jobs.pending:
                quiet = time.monotonic() + 0.5
            time.sleep(0.002)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PAD) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.app.focusWidget() or self.window, key, modifier)
        self.app.processEvents()

    def take(self, name: str) -> None:
        """Take the picture."""
        self.rest()
        self.window.grab().save(str(self.out / f"{name}.png"))

    def run(self) -> None:
        """Walk through every page."""
        none = Qt.KeyboardModifier.NoModifier
        self.application.start()
        self.window.resize(*SIZE)
        self.take("01-sign-in")
        for letter in PASSWORD:
            QTest.keyClick(self.app.focusWidget(), letter, none)
        self.key(Qt.Key.Key_Return, none)
        self.wait(lambda: self.application.session is not None)
        self.take("02-today")
        self.window.show_page("keying")
        self.rest()
        self.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self.take("03-new-batch")
        self.key(Qt.Key.Key_Return, none)
        self.rest()
        for digit in (1, 1, 2, 1):
            self.key(Qt.Key(Qt.Key.Key_0 + digit))
        self.take("04-keying")
        for digit in (1, 3, 1):
            self.key(Qt.Key(Qt.Key.Key_0 + digit))
        self.take("05-soft-check")
        self.key(Qt.Key.Key_Enter)
        self.key(Qt.Key.Key_Asterisk)
        self.take("06-not-valid")
        self.key(Qt.Key.Key_Asterisk)
        self.window.show_page("keying")
        self.window.show_page("reports")
        self.take("07-summary")
        self.window.show_page("settings")
        self.take("08-settings")
        self._walk_register()
        self._walk_exchange()
        self.application.stop()

    def _walk_register(self) -> None:
        none = Qt.KeyboardModifier.NoModifier
        self.window.show_page("register")
        self.rest()
        for letter in "nguyen van 12":
            QTest.keyClick(self.app.focusWidget(), letter, none)
        self.take("09-register")
        self.key(Qt.Key.Key_Down, none)
        self.key(Qt.Key.Key_Return, none)
        self.rest()
        self.key(Qt.Key.Key_2)
        self.key(Qt.Key.Key_F2, none)
        self.take("10-check")
        self.key(Qt.Key.Key_F4, none)
        self.take("11-visit")
        self.key(Qt.Key.Key_F4, none)
        self.key(Qt.Key.Key_F6, none)
        self.take("12-history")
        for _ in range(3):
            self.key(Qt.Key.Key_Escape, none)
            self.rest()
        self.key(Qt.Key.Key_Escape, none)
        self.key(Qt.Key.Key_M, none)
        self.take("13-map")
        self.key(Qt.Key.Key_M, none)
        self.key(Qt.Key.Key_I, none)
        self.take("14-list")

    def _walk_exchange(self) -> None:
        session = self.application.session
        assert session is not None
        self.window.show_page("exchange")
        self.rest()
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        self.rest()
        store, rounds = session.store, self.application.rounds
        assert rounds is not None

        def join_hub(tx: Transaction) -> None:
            enrol(tx, self.neighbour, units=None)
            place = HubPlace(HUB, self.neighbour.id, is_automatic=False)
            keep_hub(tx.connection, place)
            now_ms = tx.clock.now_ms()
            stated = state_streams(tx.connection)
            hear(tx.connection, self.neighbour.id, stated, made_ms=now_ms, now_ms=now_ms)
            note_told(tx.connection, self.neighbour.id, now_ms)
            keep_round(tx.connection, HubRound(now_ms, 38_612, 214, 0, 0, 0))

        store.write(join_hub, actor=session.account)
        rounds.reload()
        self.rest()
        (batch,) = store.read(partial(list_batches, state="open"))
        slip = store.read(partial(list_slips, batch=batch.id))[0]

        def quarrel(tx: Transaction) -> None:
            for said in ({"answers/danh_gia_chung": "hai_long", "note": "chờ lâu"},
                         {"answers/danh_gia_chung": "khong_hai_long"}):  # fmt: skip
                tx.append(NewEvent(CORRECTED, slip.unit, slip.id, {"set": said}, (slip.id,)))

        store.write(quarrel, actor=session.account)
        self.take("15-exchange")
        self.window.show_page("home")
        self.take("16-to-decide")
        self.window._on_slip_decisions_requested()
        self.take("17-decision")


def _neighbour(paths: DataPaths) -> StationCard:
    """Return the card of a station that stands for the hub; its store is made for it."""
    create_store(paths, unit_code="06811", admin="lan", password=PASSWORD)
    session = open_session(paths, PASSWORD)
    own = session.store.write(
        partial(make_own, name="Máy chủ trung chuyển thành phố"), actor=session.account
    )
    session.store.close()
    return own.card


def main() -> int:
    """Take the pictures in both languages, and the dark ones in Vietnamese."""
    root = Path(sys.argv[1])
    app = QApplication(["motcua"])
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "demo"
        # By the same clock as the window: else its records would be of a day to come.
        create_demo(DataPaths(store), Clock(_day_ms))
        neighbour = _neighbour(DataPaths(Path(folder) / "neighbour"))
        for name, language, scheme in (
            ("vi", "vi", "light"), ("en", "en", "light"), ("vi-dark", "vi", "dark"),
        ):  # fmt: skip
            copy = Path(folder) / name
            shutil.copytree(store, copy)
            out = root / name
            out.mkdir(parents=True, exist_ok=True)
            installed = install_translation(app, "en" if language == "en" else "vi")
            apply_theme(app, "dark" if scheme == "dark" else "light")
            photographer = Photographer(app, copy, out, language, neighbour)
            photographer.run()
            photographer.window.close()
            for translator in installed:
                app.removeTranslator(translator)
    print(f"{root}: {len(list(root.rglob('*.png')))} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
