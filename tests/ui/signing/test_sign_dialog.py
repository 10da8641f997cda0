"""The dialog that signs: tokens found, a PIN typed, what went wrong beside its field."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.session import Session
from exports.signing.verifying import verify_file
from models.settings.signing_choice import SigningChoice, read_signing_choice
from tests.exports.signing.authority import NOW, PASSPHRASE, Authority
from tests.exports.signing.softhsm import MODULE, PIN, Bed
from tests.ui.signing.conftest import Dialogs, waited
from ui.context import PageContext
from ui.jobs import Progress
from ui.signing.sign_dialog import SignDialog
from ui.signing.tasks import Order
from ui.widgets.progress_panel import BusyOverlay

Open = Callable[[], SignDialog]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def opened(
    qtbot: QtBot, context: PageContext, bed: Bed, paper: Path, dialogs: Dialogs
) -> Open:  # fmt: skip
    def show() -> SignDialog:
        dialog = SignDialog(context, paper, dialogs.files())
        qtbot.addWidget(dialog)
        dialog.show()
        waited(qtbot, dialog.isVisible)
        return dialog

    return show


def tokens(dialog: SignDialog) -> list[str]:
    field = dialog.fields.token
    return [field.itemData(place) for place in range(field.count())]


def find_tokens(qtbot: QtBot, dialog: SignDialog) -> None:
    qtbot.mouseClick(dialog.fields.library.button, Qt.MouseButton.LeftButton)
    waited(qtbot, lambda: "Token EC" in tokens(dialog))


def kept(session: Session) -> SigningChoice:
    return session.store.read(lambda connection: read_signing_choice(connection, session.account))


def test_a_paper_is_signed_by_keyboard_and_the_token_remembered(
    qtbot: QtBot, opened: Open, session: Session, paper: Path, dialogs: Dialogs
) -> None:
    dialog = opened()
    find_tokens(qtbot, dialog)
    dialog.fields.token.setCurrentIndex(tokens(dialog).index("Token EC"))
    waited(qtbot, lambda: dialog.fields.certificate.currentData() == "01")
    while not dialog.pin.hasFocus():
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.pin, "0000")
    QTest.keyClick(dialog.pin, ENTER)
    waited(qtbot, lambda: dialog.pin_row.error() is not None)
    # A wrong PIN is told beside its field, which is empty again.
    assert "PIN" in str(dialog.pin_row.error())
    assert dialog.pin.text() == ""
    assert dialog.focusWidget() is dialog.pin
    composed = QInputMethodEvent()
    composed.setCommitString(PIN)
    QApplication.sendEvent(dialog.pin, composed)
    QTest.keyClick(dialog.pin, ENTER)
    waited(qtbot, lambda: not dialog.isVisible())
    assert dialog.signed is not None
    assert dialog.target == paper.with_name("báo cáo - signed.pdf")
    assert [one.is_good for one in verify_file(dialog.target, (), NOW)] == [True]
    waited(qtbot, lambda: kept(session) == SigningChoice(str(MODULE), "Token EC", "01"))
    again = opened()
    waited(qtbot, lambda: again.fields.token.currentData() == "Token EC")
    assert again.pin.text() == ""


def test_the_pin_is_kept_nowhere(
    qtbot: QtBot, opened: Open, session: Session, context: PageContext
) -> None:
    dialog = opened()
    find_tokens(qtbot, dialog)
    dialog.fields.token.setCurrentIndex(tokens(dialog).index("Token EC"))
    dialog.pin.setText(PIN)
    dialog.sign_button.click()
    waited(qtbot, lambda: not dialog.isVisible())
    assert dialog.pin.text() == ""
    waited(qtbot, lambda: kept(session).token == "Token EC")
    assert PIN not in repr(kept(session))
    for file in session.paths.folder.rglob("*"):
        assert file.is_dir() or PIN.encode() not in file.read_bytes()


def test_a_key_file_signs(
    qtbot: QtBot, opened: Open, session: Session, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.key = tmp_path / "khóa.p12"
    dialogs.key.write_bytes(Authority().issue(kind="ec").pkcs12())
    dialog = opened()
    dialog.fields.kind.setCurrentIndex(1)
    dialog.sign_button.click()
    assert dialog.fields.key_row.error() == "Choose the file first."
    qtbot.mouseClick(dialog.fields.key_file.button, Qt.MouseButton.LeftButton)
    dialog.pin.setText("sai")
    dialog.sign_button.click()
    waited(qtbot, lambda: dialog.pin_row.error() is not None)
    dialog.pin.setText(PASSPHRASE)
    dialog.sign_button.click()
    waited(qtbot, lambda: not dialog.isVisible())
    waited(qtbot, lambda: kept(session).key_file == str(dialogs.key))


def test_what_is_no_library_is_told(
    qtbot: QtBot, opened: Open, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.library = tmp_path / "none.so"
    dialog = opened()
    qtbot.mouseClick(dialog.fields.library.button, Qt.MouseButton.LeftButton)
    waited(qtbot, dialog.banner.isVisible)
    assert dialog.banner.message().startswith("There is no library")


def test_a_target_that_is_not_chosen_signs_nothing(
    qtbot: QtBot, opened: Open, dialogs: Dialogs, paper: Path
) -> None:
    dialog = opened()
    find_tokens(qtbot, dialog)
    dialogs.target = Path()
    files = dialogs.files()._replace(target=lambda *_: None)
    dialog._files = files
    dialog.pin.setText(PIN)
    dialog.sign_button.click()
    assert dialog.isVisible()
    assert list(paper.parent.glob("*signed*")) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.pin.text() == ""


def test_signing_is_stopped_and_nothing_is_written(
    qtbot: QtBot, opened: Open, paper: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(_context: PageContext, _order: Order, _pin: str, progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress.report(1, 4)
        finally:
            ended.set()

    monkeypatch.setattr("ui.signing.sign_dialog.sign_paper", endless)
    dialog = opened()
    find_tokens(qtbot, dialog)
    dialog.pin.setText(PIN)
    dialog.sign_button.click()
    cancel = dialog.findChild(BusyOverlay).panel.cancel_button
    waited(qtbot, lambda: begun.is_set() and cancel.isVisible())
    QTest.keyClick(cancel, Qt.Key.Key_Escape)
    waited(qtbot, ended.is_set)
    assert dialog.isVisible()
    assert dialog.banner.message() == "Stopped. Nothing was signed."
    assert list(paper.parent.glob("*signed*")) == []


def test_a_token_that_answers_late_finds_nobody(
    qtbot: QtBot, context: PageContext, paper: Path, dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    begun, wanted = threading.Event(), threading.Event()

    def late(_module: Path, _progress: Progress) -> tuple[()]:
        begun.set()
        wanted.wait(10)
        return ()

    monkeypatch.setattr("ui.signing.sign_dialog.find_tokens", late)
    dialog = SignDialog(context, paper, dialogs.files())
    dialog.show()
    dialog.fields.library.button.click()
    waited(qtbot, begun.is_set)
    dialog.reject()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    wanted.set()
    # What it would do with its answer is a bug that this test would be told of.
    waited(qtbot, lambda: context.jobs.pending == 0)
    QApplication.processEvents()
