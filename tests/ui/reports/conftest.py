"""The report page on the demo store's slips of 2023, seen on 22 November 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from models.clock import Clock
from models.store.drafts import DraftBox
from ui.bus import Bus
from ui.context import PageContext
from ui.reports.page import ReportPage
from ui.theme.theme import apply_theme


class Asked:
    """Stands for the dialogs: answers with what was put in, and remembers the questions."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.suggestions: list[Path] = []

    def path(self, _parent: QWidget, suggestion: Path, _kind: str) -> Path | None:
        self.suggestions.append(suggestion)
        return self.answer


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def clock() -> Clock:
    seconds = datetime(2026, 11, 22, 3, tzinfo=UTC).timestamp()
    return Clock(lambda: int(seconds * 1000))


@pytest.fixture
def raised() -> list[Exception]:
    """What a page handed to the window to show."""
    return []


@pytest.fixture
def make_context(raised: list[Exception]) -> Iterator[Callable[..., PageContext]]:
    opened: list[tuple[ThreadJobs, DraftBox]] = []

    def make(session: Session, jobs: object = None) -> PageContext:
        threads, bus = ThreadJobs(), Bus()
        drafts = DraftBox(session.paths.drafts, session.key, session.account)
        opened.append((threads, drafts))
        session.store.on_change(bus.announce)
        return PageContext(
            session.store, drafts, jobs or threads, bus, session.account,  # type: ignore[arg-type]
            session.account_name, session.unit, "en", raised.append, session.role,
        )  # fmt: skip

    yield make
    for threads, drafts in opened:
        threads.shut_down()
        drafts.close()


@pytest.fixture
def context(make_context: Callable[..., PageContext], demo_session: Session) -> PageContext:
    return make_context(demo_session)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    dialogs = Asked()
    dialogs.answer = tmp_path / "report.pdf"
    return dialogs


@pytest.fixture
def shown(qtbot: QtBot, clock: Clock) -> Callable[..., ReportPage]:
    """Shows a report page and waits for its first answer."""

    def show(context: PageContext, **dialogs: object) -> ReportPage:
        page = ReportPage(context, clock, **dialogs)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1166, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if isinstance(context.jobs, ThreadJobs):
            qtbot.waitUntil(page.panel.isEnabled)
        return page

    return show
