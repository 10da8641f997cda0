from __future__ import annotations

import json
import threading
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop import work as desktop_work
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT
from desktop.session import open_session
from models.store.doctor import examine
from models.store.second_place import read_second_place
from models.surveys.queries import list_batches, list_slips
from tests.conftest import ADMIN, SECRET
from tests.scenarios.desk import Desk, at_desk
from tests.scenarios.first_start import GOOD, ask_for_a_store, keep_key, wait_for_key


@pytest.fixture(autouse=True)
def _no_bugs(no_bugs: object, themed: object) -> None:
    """Nothing escapes from a slot in any of these tests."""


def error(desk: Desk) -> str:
    if desk.desktop.door.sign_in is None:
        # Who signs in at a damaged store is shown the way to repair it.
        return desk.desktop.repairs.page.said.text()
    return desk.desktop.door.sign_in._password_row.error() or ""


def try_password(desk: Desk, password: str) -> None:
    desk.wait(lambda: desk.desktop.door.sign_in._password.hasFocus())
    desk.write(password)
    desk.key(Qt.Key.Key_Return)
    desk.wait(lambda: error(desk) or desk.desktop.session is not None)


def test_a_wrong_password_is_said_and_can_be_typed_again(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        try_password(desk, "sai-hoàn-toàn")
        assert error(desk).startswith("The password is not right.")
        assert desk.desktop.door.sign_in._password.hasFocus()
        # What is typed next replaces it.
        desk.write(SECRET)
        desk.key(Qt.Key.Key_Return)
        desk.wait(lambda: desk.desktop.session is not None)
        desk.rest()


def test_an_unknown_account_is_said(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        desk.desktop.door.sign_in._name.setText("ai-do")
        try_password(desk, SECRET)
        assert "ai-do" in error(desk)


def test_enter_pressed_twice_tries_the_password_once(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        desk.wait(lambda: desk.desktop.door.sign_in._password.hasFocus())
        desk.write(SECRET)
        desk.key(Qt.Key.Key_Return)
        desk.key(Qt.Key.Key_Return)
        desk.wait(lambda: desk.desktop.session is not None)
        desk.rest()


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"{", "The key file keyring.json cannot be read."),
     (b"\xff\x00", "The key file keyring.json cannot be read."),
     (b'{"format": 99}', "This store was written by a newer version of the program.")],
)  # fmt: skip
def test_a_damaged_keyring_is_said_in_a_sentence(
    paths: DataPaths, content: bytes, said: str
) -> None:
    paths.keyring.write_bytes(content)
    with at_desk(paths) as desk:
        desk.desktop.door.sign_in._name.setText(ADMIN)
        desk.desktop.door.sign_in.start()
        try_password(desk, SECRET)
        assert error(desk).startswith(said)


def test_a_missing_keyring_is_said_in_a_sentence(paths: DataPaths) -> None:
    paths.keyring.unlink()
    with at_desk(paths) as desk:
        desk.desktop.door.sign_in._name.setText(ADMIN)
        desk.desktop.door.sign_in.start()
        try_password(desk, SECRET)
        assert error(desk).startswith("There is no store in the folder")


def test_a_damaged_store_is_said_in_a_sentence(paths: DataPaths) -> None:
    paths.store.write_bytes(b"no database at all" * 1000)
    with at_desk(paths) as desk:
        try_password(desk, SECRET)
        assert "is damaged or does not fit its key" in error(desk)


def test_a_store_of_a_newer_program_is_said_in_a_sentence(paths: DataPaths) -> None:
    session = open_session(paths, SECRET, ADMIN)
    with session.store._database.connect_writer() as connection, connection.begin():
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999_future'")
    session.store.close()
    with at_desk(paths) as desk:
        try_password(desk, SECRET)
        assert error(desk).startswith("This store was written by a newer version")


def test_damaged_drafts_are_set_aside_and_lock_nobody_out(paths: DataPaths) -> None:
    paths.drafts.write_bytes(b"no database at all" * 1000)
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch()
        desk.pad("12")
    assert (paths.folder / "damaged-drafts.db").exists()


def test_nothing_flashes_up_beside_the_window(paths: DataPaths) -> None:
    shown: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if is_shown and watched.isWindow():  # type: ignore[attr-defined]
                shown.append(watched)  # type: ignore[arg-type]
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    try:
        with at_desk(paths) as desk:
            desk.sign_in()
            desk.new_batch()
            for key in ("home", "keying", "reports", "settings"):
                desk.window.show_page(key)
                desk.rest()
            assert shown == [desk.window]
    finally:
        QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]


def test_a_first_start_is_set_up_by_keyboard_and_shows_the_recovery_key_once(
    tmp_path: Path,
) -> None:
    paths = DataPaths(tmp_path / "new")
    with at_desk(paths) as desk:
        ask_for_a_store(desk)
        key = wait_for_key(desk)
        assert len(key.replace("-", "")) >= 32
        assert not paths.store.exists()
        keep_key(desk)
        desk.sign_in(GOOD, "quantri")
        texts = [getattr(widget, "text", str)() for widget in desk.window.findChildren(QWidget)]
        assert not any(key[:11] in str(text) for text in texts)
        desk.new_batch()
        assert desk.session.unit == "06811"
    written = b"".join(path.read_bytes() for path in paths.folder.iterdir() if path.is_file())
    assert key.encode() not in written


def test_the_backup_place_of_the_first_start_is_kept(tmp_path: Path) -> None:
    paths, stick = DataPaths(tmp_path / "new"), tmp_path / "stick"
    stick.mkdir()
    with at_desk(paths) as desk:
        desk.desktop.first_start.page.backup.folder = stick
        ask_for_a_store(desk)
        wait_for_key(desk)
        keep_key(desk)
    session = open_session(paths, GOOD)
    try:
        assert session.store.read(read_second_place) == stick
    finally:
        session.store.close()


def test_a_backup_place_that_does_not_do_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "new")
    with at_desk(paths) as desk:
        page = desk.desktop.first_start.page
        page.backup.folder = tmp_path / "not there"
        ask_for_a_store(desk)
        desk.wait(lambda: "not there" in page._banner.message(), "the sentence")
        assert page._step() is page.backup
    assert left_of(paths) == set()


def left_of(paths: DataPaths) -> set[str]:
    left = {path.name for path in paths.folder.iterdir()} if paths.folder.exists() else set()
    return left & {paths.store.name, paths.keyring.name, ".making"}


def test_closing_the_window_while_a_store_is_made_leaves_none_without_its_recovery_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop import session as desktop_session

    paths = DataPaths(tmp_path / "new")
    gate, made, real = threading.Event(), [], desktop_session.prepare_store

    def slow(*arguments: object, **options: object) -> object:
        gate.wait(5)
        made.append(real(*arguments, **options))  # type: ignore[arg-type]
        return made[0]

    monkeypatch.setattr(desktop_session, "prepare_store", slow)
    with at_desk(paths) as desk:
        ask_for_a_store(desk)
        threading.Timer(0.1, gate.set).start()
        desk.window.close()
        assert made
    assert left_of(paths) == set()
    with at_desk(paths) as desk:
        ask_for_a_store(desk)
        wait_for_key(desk)


def test_closing_the_window_before_the_key_is_kept_leaves_no_store(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "new")
    with at_desk(paths) as desk:
        ask_for_a_store(desk)
        wait_for_key(desk)
    assert left_of(paths) == set()


def test_back_from_the_key_makes_another_one_of_the_same(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "new")
    with at_desk(paths) as desk:
        page = desk.desktop.first_start.page
        ask_for_a_store(desk)
        first = wait_for_key(desk)
        desk.key(Qt.Key.Key_Escape)
        desk.wait(lambda: page.currentIndex() == 0, "the steps again")
        assert left_of(paths) == set()
        desk.tab_to(lambda widget: widget is page._next)
        desk.key(Qt.Key.Key_Return)
        assert wait_for_key(desk) != first
        keep_key(desk)
    open_session(paths, GOOD).store.close()


def test_sample_data_is_one_key_away_marked_and_left_by_one_button(tmp_path: Path) -> None:
    paths = DataPaths(tmp_path / "new")
    with at_desk(paths) as desk:
        page = desk.desktop.first_start.page
        assert desk.window._band is None
        desk.tab_to(lambda widget: widget is page._demo)
        desk.key(Qt.Key.Key_Space)
        assert "half a minute" in page._banner.message()
        seen: list[int] = []
        page._bar.valueChanged.connect(seen.append)
        desk.wait(lambda: seen, "how far it is", patience=60)
        assert page._bar.isVisible()
        desk.wait(lambda: desk.desktop.door.sign_in is not None, "the demo store", patience=120)
        assert seen == sorted(seen)
        assert len(seen) > 5
        assert desk.desktop.door.sign_in._name.text() == ACCOUNT
        desk.key(Qt.Key.Key_Return)
        desk.wait(lambda: desk.desktop.session is not None, "the store is open")
        desk.rest()
        for key in desk.window._rail.pages():
            desk.window.show_page(key)
            desk.rest()
            assert desk.window._band.isVisible()
        assert left_of(paths) == set()
        desk.tab_to(lambda widget: widget is desk.window._band.leave_button)
        desk.key(Qt.Key.Key_Return)
        page = desk.desktop.first_start.page
        desk.wait(lambda: page.isVisible() and page.unit.search.hasFocus(), "the first start")
        assert desk.window._band is None
        # The second time it is there already, and what is made of one's own stands beside it.
        desk.click(page._demo)
        desk.wait(lambda: desk.desktop.door.sign_in is not None, "the demo store again")
        desk.wait(lambda: desk.window._band.leave_button.isVisible(), "the band")
        desk.click(desk.window._band.leave_button)
        desk.settle()
        ask_for_a_store(desk)
        wait_for_key(desk)
        keep_key(desk)
        desk.sign_in(GOOD, "quantri")
        assert desk.session.unit == "06811"


def test_closing_the_window_saves_all_that_was_sent(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch()
        desk.pad("1111111E2222222E3333333E12")
        assert desk.entry._saver.waiting == 3
        desk.window.close()
    session = open_session(paths, SECRET, ADMIN)
    (batch,) = session.store.read(list_batches)
    assert batch.keyed == 3
    assert [check.code for check in examine(session.store) if not check.ok] == []
    session.store.close()
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.wait_for_entry()
        assert desk.entry.entry.position == 2


def test_closing_the_window_while_the_store_opens_leaves_no_lock_and_no_error(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop import session as desktop_session

    gate, real = threading.Event(), desktop_session.open_session

    def slow(*arguments: object, **options: object) -> object:
        gate.wait(5)
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(desktop_session, "open_session", slow)
    with at_desk(paths) as desk:
        desk.wait(lambda: desk.desktop.door.sign_in._password.hasFocus())
        desk.write(SECRET)
        desk.key(Qt.Key.Key_Return)
        threading.Timer(0.1, gate.set).start()
        desk.window.close()
        assert desk.desktop.session is None
    assert not paths.store.with_name("store.db-wal").exists()


def test_slips_sent_in_another_batch_before_a_kill_are_saved_at_the_next_start(
    paths: DataPaths,
) -> None:
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.new_batch()
        first = desk.entry._open.progress.batch.id  # type: ignore[union-attr]
        desk.entry._saver._send_next = lambda: desk.entry._saver._keep()  # type: ignore[method-assign]
        desk.pad("1111111E")
        assert desk.entry._saver.waiting == 1
    with at_desk(paths) as desk:
        desk.sign_in()
        desk.wait_for_entry()
        desk.saved()
        slips = desk.session.store.read(partial(list_slips, batch=first))
        assert [slip.number for slip in slips] == [1]
        assert desk.desktop.drafts.all("slip") == []  # type: ignore[union-attr]


def test_no_password_is_written_anywhere(paths: DataPaths) -> None:
    with at_desk(paths) as desk:
        desk.sign_in()
    assert SECRET.encode() not in b"".join(
        path.read_bytes() for path in paths.folder.iterdir() if path.is_file()
    )
    assert json.loads(paths.keyring.read_text())["format"] == 1


def test_drafts_that_cannot_be_opened_are_said_at_the_sign_in(
    paths: DataPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.errors import KnownError

    def full(path: Path, key: bytes, owner: UUID) -> None:
        raise KnownError("store.disk_full", path=str(path))

    monkeypatch.setattr(desktop_work, "open_drafts", full)
    with at_desk(paths) as desk:
        try_password(desk, SECRET)
        assert "is full" in error(desk)
        assert desk.desktop.door.sign_in._enter.isEnabled()
