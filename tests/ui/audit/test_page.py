"""The page of the audit: it is read, narrowed, scrolled, saved and printed, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.session import Session
from models.accounts.commands import create_account
from models.audit import events
from models.audit.queries import read_audit
from models.audit.records import AuditFilter
from models.errors import UserError
from tests.ui.audit.conftest import ENTRIES, Dialogs
from ui.audit.page import AuditPage
from ui.context import PageContext

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
Show = Callable[..., AuditPage]


def filled(qtbot: QtBot, page: AuditPage, least: int = 1) -> list[tuple[str, ...]]:
    qtbot.waitUntil(lambda: page.model.rowCount() >= least, timeout=20_000)
    return page.model.texts()


def newest(session: Session) -> list[str]:
    found = session.store.read(lambda c: read_audit(c, AuditFilter(group="output"), limit=2))
    return [one.type for one in found if one.facts["what"] == "audit"]


def test_the_newest_stand_first_and_more_comes_as_it_is_scrolled(qtbot: QtBot, shown: Show):
    page = shown()
    rows = filled(qtbot, page, 50)
    assert len(rows) < 100
    assert rows[0][1:] == (
        "quantri", "Exported a file", f"list of households, .csv file, {ENTRIES - 1} rows,"
        " with personal data", "3f2a-91c0",
    )  # fmt: skip
    assert page._header._subtitle.text().endswith("this machine is 3f2a-91c0")
    page.take_focus()
    while page.model.rowCount() < ENTRIES:
        before = page.model.rowCount()
        QTest.keyClick(page.table, KEY.Key_End, CONTROL)
        filled(qtbot, page, before + 1)
    QTest.keyClick(page.table, KEY.Key_Home, CONTROL)
    # What a narrow column cuts off stands below.
    qtbot.waitUntil(lambda: "with personal data" in page.whole.text())


def test_it_is_narrowed_by_day_account_and_kind(
    qtbot: QtBot, shown: Show, session: Session
):
    other = uuid4()
    session.store.write(
        lambda tx: create_account(tx, other, "Lan", role="counter", unit=session.unit),
        actor=session.account,
    )
    page = shown()
    filled(qtbot, page, 50)
    box = page.filters.group
    box.setCurrentIndex(box.findData("accounts"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert {row[2] for row in page.model.texts()} == {"Account created"}
    box.setCurrentIndex(0)
    filled(qtbot, page, 50)
    page.filters.account.setCurrentIndex(page.filters.account.findText("Lan"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.filters.account.setCurrentIndex(0)
    filled(qtbot, page, 50)
    page.filters.last.set_date(session.store.clock.today() - timedelta(days=1))
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.filters.last.set_date(None)
    filled(qtbot, page, 50)


def test_what_is_added_is_shown_at_once(
    qtbot: QtBot, shown: Show, context: PageContext, session: Session
):
    page = shown()
    filled(qtbot, page, 50)
    session.store.write(
        lambda tx: create_account(tx, uuid4(), "Lan", role="counter", unit=session.unit),
        actor=session.account,
    )
    qtbot.waitUntil(lambda: page.model.texts()[0][2] == "Account created", timeout=20_000)


@pytest.mark.parametrize(("number", "suffix"), list(enumerate((".pdf", ".xlsx", ".csv"))))
def test_it_is_saved_by_keyboard_and_that_is_told(
    qtbot: QtBot, shown: Show, session: Session, dialogs: Dialogs, number: int, suffix: str
):
    page = shown()
    filled(qtbot, page, 50)
    dialogs.file = dialogs.folder / f"nhật ký{suffix}"
    QTest.keyClick(page.table, KEY.Key_S, CONTROL)
    qtbot.waitUntil(page.menu.isVisible)
    for _ in range(number):
        QTest.keyClick(page.menu, KEY.Key_Down)
    QTest.keyClick(page.menu, KEY.Key_Return)
    qtbot.waitUntil(page.desk.banner.isVisible, timeout=20_000)
    assert page.desk.banner.message() == f"Saved: {dialogs.file}"
    content = dialogs.file.read_bytes()
    if suffix == ".csv":
        # All of them, not what was scrolled to.
        assert len(content.decode("utf-8-sig").splitlines()) > ENTRIES
    assert newest(session) == [events.EXPORTED]


def test_printing_is_told_before_the_first_page(
    qtbot: QtBot, shown: Show, session: Session, dialogs: Dialogs
):
    page = shown()
    box = page.filters.group
    box.setCurrentIndex(box.findData("accounts"))
    filled(qtbot, page)
    dialogs.printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    dialogs.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialogs.printer.setOutputFileName(str(dialogs.folder / "printed.pdf"))
    QTest.keyClick(page.table, KEY.Key_P, CONTROL)
    qtbot.waitUntil(page.desk.banner.isVisible, timeout=30_000)
    assert page.desk.banner.message() == "All pages are at the printer."
    assert newest(session) == [events.PRINTED]


def test_who_declines_the_printer_leaves_no_entry(
    qtbot: QtBot, shown: Show, session: Session, dialogs: Dialogs
):
    page = shown()
    filled(qtbot, page, 50)
    QTest.keyClick(page.table, KEY.Key_P, CONTROL)
    qtbot.waitUntil(lambda: not page.desk.is_busy, timeout=20_000)
    assert newest(session) == []


def test_a_file_that_cannot_be_told_of_does_not_stay(
    qtbot: QtBot, shown: Show, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_arguments: object, **_options: object) -> None:
        raise UserError("documents.no_folder", folder="x")

    monkeypatch.setattr("models.audit.commands.note", refuse)
    page = shown()
    filled(qtbot, page, 50)
    dialogs.file = dialogs.folder / "a.csv"
    page._on_kind_chosen(".csv")
    qtbot.waitUntil(page.desk.banner.isVisible, timeout=20_000)
    assert page.desk.banner.message().startswith("There is no folder")
    assert not dialogs.file.exists()


def test_who_may_not_read_it_is_shown_nothing(
    qtbot: QtBot, shown: Show, session: Session
):
    clerk = uuid4()
    session.store.write(
        lambda tx: create_account(tx, clerk, "Lan", role="counter", unit=session.unit),
        actor=session.account,
    )
    raised: list[Exception] = []
    page = shown(account=clerk, show_error=raised.append)
    qtbot.waitUntil(lambda: bool(raised))
    assert raised[0].code == "accounts.may_not_read_audit"
    assert page.model.rowCount() == 0
