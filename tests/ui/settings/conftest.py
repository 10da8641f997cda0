"""The settings page on a fresh store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.people import SessionPeople
from desktop.session import Session
from models.clock import Clock
from models.store.drafts import DraftBox
from ui.bus import Bus
from ui.context import PageContext
from ui.settings.page import SettingsPage
from ui.theme.theme import apply_theme


class Files:
    """Stands for the dialog: answers with the file that was put in."""

    def __init__(self, folder: Path) -> None:
        self.answer: Path | None = None
        self._folder = folder

    def choose(self, _parent: QWidget) -> Path | None:
        return self.answer

    def write(self, survey: list[list[str]]) -> None:
        """Make an XLSForm file with these rows below the survey's header, and answer with it."""
        sheets = {
            "survey": [["type", "name", "label"], *survey],
            "settings": [["form_title", "form_id", "version"], ["Phiếu thử", "thu", "1"]],
        }
        book = Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        self.answer = self._folder / "phieu.xlsx"
        book.save(self.answer)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def context(session: Session) -> Iterator[PageContext]:
    jobs, bus = ThreadJobs(), Bus()
    drafts = DraftBox(session.paths.drafts, session.key, session.account)
    session.store.on_change(bus.announce)
    raised: list[Exception] = []
    yield PageContext(
        session.store, drafts, jobs, bus, session.account, session.account_name, session.unit,
        "en", raised.append, session.role,
    )  # fmt: skip
    jobs.shut_down()
    drafts.close()
    assert not raised


@pytest.fixture
def shown(
    qtbot: QtBot, context: PageContext, files: Files, session: Session
) -> Callable[[], SettingsPage]:
    """Shows a settings page and waits until it is filled."""
    clock = Clock(lambda: int(datetime(2026, 11, 22, tzinfo=UTC).timestamp() * 1000))

    def show() -> SettingsPage:
        page = SettingsPage(context, clock, SessionPeople(session), ask_file=files.choose)
        qtbot.addWidget(page)
        page.resize(1166, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.waitUntil(lambda: page.rules.values()["target"] != "")
        return page

    return show
