"""A paper on the disk, tokens of SoftHSM, and a context of the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from exports.document import Document, Paragraph, Signature
from exports.writers.files import render
from models.store.drafts import DraftBox
from tests.exports.signing.softhsm import MODULE, Bed
from tests.exports.signing.softhsm import bed as make_bed
from ui.bus import Bus
from ui.context import PageContext
from ui.signing.files import SigningFiles
from ui.theme.theme import apply_theme


def waited(qtbot: QtBot, condition: Callable[[], Any]) -> None:
    """Wait for something that may have to load the signing library on a busy machine."""
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture(scope="session")
def bed() -> Bed:
    return make_bed()


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
def paper(tmp_path: Path) -> Path:
    signature = Signature(("Như trên",), "Giám đốc", "Người Ký Thử")
    document = Document("BÁO CÁO", "Thử ký", (Paragraph("Hết./."),), signature=signature)
    file = tmp_path / "báo cáo.pdf"
    file.write_bytes(render(document, ".pdf"))
    return file


class Dialogs:
    """Stands for the dialogs: answers with what was put in."""

    def __init__(self, paper: Path) -> None:
        self.paper: Path | None = paper
        self.library: Path | None = MODULE
        self.key: Path | None = None
        self.target: Path | None = None
        self.suggestions: list[Path] = []

    def files(self) -> SigningFiles:
        return SigningFiles(
            lambda _parent: self.paper, lambda _parent: self.library, lambda _parent: self.key,
            self._target,
        )  # fmt: skip

    def _target(self, _parent: QWidget, suggestion: Path, _kind: str) -> Path | None:
        self.suggestions.append(suggestion)
        return self.target or suggestion


@pytest.fixture
def dialogs(paper: Path) -> Dialogs:
    return Dialogs(paper)
