"""The audit's page on a fresh store, with entries of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from models.audit.commands import note
from models.audit.happenings import exported, signed_in
from models.clock import Clock
from models.store.drafts import DraftBox
from ui.audit.page import AuditPage
from ui.bus import Bus
from ui.context import PageContext
from ui.theme.theme import apply_theme

ENTRIES = 300


class Dialogs:
    """Stands for the system's dialogs: answers with the file, and the printer, put in."""

    def __init__(self, folder: Path) -> None:
        self.file: Path | None = None
        self.printer: QPrinter | None = None
        self.folder = folder

    def path(self, _parent: QWidget, _suggestion: Path, _kind: str) -> Path | None:
        return self.file

    def ask_printer(self, _parent: QWidget, _pages: int) -> QPrinter | None:
        return self.printer


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def dialogs(tmp_path: Path) -> Dialogs:
    return Dialogs(tmp_path)


@pytest.fixture
def context(session: Session) -> Iterator[PageContext]:
    told = [exported("list", ".csv", number, is_personal=True) for number in range(ENTRIES)]
    session.store.write(
        lambda tx: note(tx, signed_in(), *told, machine="3f2a-91c0"), actor=session.account
    )
    jobs, bus = ThreadJobs(), Bus()
    drafts = DraftBox(session.paths.drafts, session.key, session.account)
    session.store.on_change(bus.announce)
    yield PageContext(
        session.store, drafts, jobs, bus, session.account, session.account_name, session.unit,
        "en", lambda error: None, session.role, "3f2a-91c0",
    )  # fmt: skip
    jobs.shut_down()
    drafts.close()


@pytest.fixture
def shown(qtbot: QtBot, context: PageContext, dialogs: Dialogs) -> Callable[..., AuditPage]:
    """Shows the page."""

    def show(**changed: Any) -> AuditPage:
        page = AuditPage(
            replace(context, **changed), Clock(), ask_path=dialogs.path,
            ask_printer=dialogs.ask_printer,
        )  # fmt: skip
        qtbot.addWidget(page)
        page.resize(1166, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return show
