"""Signing after a paper was saved, and checking the signatures of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.session import Session
from exports.signing.records import FileKey
from exports.signing.signing import sign_file
from models.permissions import Permission
from models.settings.commands import change_settings
from tests.exports.signing.authority import NOW, PASSPHRASE, Authority
from tests.ui.signing.conftest import Dialogs, waited
from ui.context import PageContext
from ui.papers.outgoing import Outgoing
from ui.settings.roots_card import RootsCard
from ui.signing.findings_dialog import FindingsDialog
from ui.signing.sign_dialog import SignDialog


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def key(authority: Authority, tmp_path: Path) -> Path:
    file = tmp_path / "khóa.p12"
    file.write_bytes(authority.issue(kind="ec").pkcs12())
    return file


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    shown.resize(900, 600)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def dialog_on_show() -> QDialog | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QDialog) else None


def outgoing(context: PageContext, page: QWidget, target: Path) -> Outgoing:
    desk = Outgoing(context, page, lambda *_: target, lambda *_: None)
    desk.banner.setParent(page)
    return desk


def test_a_saved_pdf_is_signed_from_the_banner(
    qtbot: QtBot, context: PageContext, page: QWidget, paper: Path, dialogs: Dialogs, key: Path,
    tmp_path: Path,
) -> None:  # fmt: skip
    saved = tmp_path / "lưu.pdf"
    desk = outgoing(context, page, saved)
    dialogs.key = key
    desk.signing.files = dialogs.files()

    def write(path: Path, _progress: object) -> Path:
        path.write_bytes(paper.read_bytes())
        return path

    def save(suffix: str) -> None:
        from models.audit.happenings import exported

        desk.save_file(
            f"x{suffix}", "PDF", "Saving", write, Permission.REPORT,
            lambda kind: exported("satisfaction", kind, None, is_personal=False),
        )  # fmt: skip

    save(".pdf")
    waited(qtbot, desk.banner.isVisible)
    # Unsigned is how a paper is saved; to sign it is offered.
    assert desk.banner.message() == f"Saved: {saved}"
    assert desk.banner.other.text() == "Sign digitally…"

    def fill() -> None:
        dialog = dialog_on_show()
        assert isinstance(dialog, SignDialog)
        dialog.fields.kind.setCurrentIndex(1)
        dialog.fields.key_file.show_path(str(key))
        dialog.pin.setText(PASSPHRASE)
        dialog.sign_button.click()

    QTimer.singleShot(0, fill)
    desk.banner.other.click()
    assert desk.banner.message().startswith("Nguyễn Thị Phượng Ngữ signed")
    assert str(tmp_path / "lưu - signed.pdf") in desk.banner.message()
    assert desk.banner.other.text() == ""
    assert saved.read_bytes() == paper.read_bytes()
    # Who leaves the dialog leaves the paper as it was.
    save(".pdf")
    waited(qtbot, lambda: desk.banner.message() == f"Saved: {saved}")
    QTimer.singleShot(0, lambda: dialog_on_show().reject())
    desk.banner.other.click()
    assert desk.banner.message() == f"Saved: {saved}"


def test_a_spreadsheet_is_not_offered_to_be_signed(
    qtbot: QtBot, context: PageContext, page: QWidget, tmp_path: Path
) -> None:
    desk = outgoing(context, page, tmp_path / "x.xlsx")
    desk._on_saved(tmp_path / "x.xlsx")
    assert desk.banner.other.text() == ""


def test_the_signatures_of_a_file_are_shown_by_what_the_office_trusts(
    qtbot: QtBot, context: PageContext, page: QWidget, session: Session, paper: Path, key: Path,
    dialogs: Dialogs, authority: Authority,
) -> None:  # fmt: skip
    desk = outgoing(context, page, paper)
    desk.signing.files = dialogs.files()
    seen: list[tuple[int, str]] = []

    def look() -> None:
        dialog = dialog_on_show()
        if not isinstance(dialog, FindingsDialog):
            QTimer.singleShot(20, look)
            return
        seen.append((len(dialog.blocks), dialog.blocks[0].message()))
        dialog.close_button.click()

    def check() -> str:
        count = len(seen)
        QTimer.singleShot(20, look)
        desk.signing.check_any()
        waited(qtbot, lambda: len(seen) > count)
        return seen[-1][1]

    assert check() == f"The file {paper.name} holds no digital signature."
    sign_file(paper, paper, FileKey(key), PASSPHRASE, when=NOW)
    assert "who signed is not certain" in check()
    roots = [authority.pem.decode()]
    session.store.write(
        lambda tx: change_settings(tx, unit=session.unit, values={"signing_roots": roots}),
        actor=session.account,
    )
    said = check()
    assert "under an authority trusted here" in said
    assert "05/10/2026 08:30:15 +07:00" in said
    content = bytearray(paper.read_bytes())
    content[900] ^= 1
    paper.write_bytes(content)
    assert "NOT intact" in check()


def test_what_is_no_pdf_is_told_on_the_banner(
    qtbot: QtBot, context: PageContext, page: QWidget, paper: Path, dialogs: Dialogs
) -> None:
    paper.write_bytes(b"no pdf")
    desk = outgoing(context, page, paper)
    desk.signing.files = dialogs.files()
    desk.signing.check_any()
    waited(qtbot, desk.banner.isVisible)
    assert "is no PDF" in desk.banner.message()


def test_roots_are_added_and_removed_in_the_settings(
    qtbot: QtBot, context: PageContext, tmp_path: Path, authority: Authority
) -> None:
    file = tmp_path / "gốc.pem"
    file.write_bytes(authority.pem + Authority("Cơ quan thứ hai").pem)
    card = RootsCard(context, lambda _parent: file)
    qtbot.addWidget(card)
    card.show()
    both = ["Cơ quan chứng thực thử nghiệm", "Cơ quan thứ hai"]
    card.add_button.click()
    waited(qtbot, lambda: card.names() == both)
    # The same file again adds nothing.
    card.add_button.click()
    file.write_bytes(b"none")
    card.add_button.click()
    waited(qtbot, card.banner.isVisible)
    assert "no certificate" in card.banner.message()
    assert card.names() == both
    button = card._grid.itemAtPosition(0, 2).widget()
    assert button.accessibleName() == "Remove Cơ quan chứng thực thử nghiệm"
    button.click()
    waited(qtbot, lambda: card.names() == both[1:])
