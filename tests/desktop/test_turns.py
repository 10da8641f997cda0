"""The window goes for the kiosk, and comes back where none can be started."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.app import Application
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT
from desktop.session import create_store
from desktop.turns import take_turns
from tests.conftest import SECRET, UNIT


class Loop:
    """Stands for the event loop: what is done while each window is shown."""

    def __init__(self, *turns: Callable[[], None]) -> None:
        self._turns = list(turns)

    def exec(self) -> int:
        """Do the next."""
        self._turns.pop(0)()
        return 0


class NoKiosk:
    """A kiosk for which the system has no room."""

    def open(self) -> None:
        raise OSError(12, "no memory")


def test_a_kiosk_that_cannot_be_started_brings_the_window_back(session, themed, no_bugs):
    shown: list[Application] = []

    def make() -> Application:
        shown.append(Application(session.paths, "vi"))
        return shown[-1]

    def go() -> None:
        shown[-1].kiosk = NoKiosk()
        shown[-1].window.close()

    said: list[str] = []

    def look() -> None:
        said.append(shown[-1].door.sign_in._password_row.error())
        shown[-1].window.close()

    assert take_turns(Loop(go, look), make, session.paths.window_lock, "vi") == 0
    assert len(shown) == 2
    assert "chưa mở được máy đánh giá" in said[0]
    for application in shown:
        application.window.deleteLater()


def test_a_window_that_comes_back_to_the_sample_data_can_leave_it(
    tmp_path: Path, themed, no_bugs
) -> None:
    home = DataPaths(tmp_path / "own")
    home.sample.folder.mkdir(parents=True)
    create_store(home.sample, unit_code=UNIT, admin=ACCOUNT, password=SECRET, is_sample=True)
    application = Application(home.sample, "vi", home=home)
    application.start()
    assert application.door.sign_in._name.text() == ACCOUNT
    assert application.window._band.leave_button.isVisible()
    application.window._band.leave_button.click()
    assert application.first_start.page is not None
    assert application.window._band is None
    application.window.close()
    application.window.deleteLater()
