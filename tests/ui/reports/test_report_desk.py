from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.session import Session
from exports.reports import read_satisfaction
from exports.writers.files import SUFFIXES, render
from tests.ui.reports.driving import (
    KEY,
    YEAR,
    Show,
    button,
    choose_2023,
    dropdowns,
    message,
    wait_for_pages,
    waited,
)
from ui.context import PageContext


@pytest.mark.parametrize("number", range(len(SUFFIXES)))
def test_each_kind_of_file_is_saved(
    qtbot: QtBot, shown: Show, context: PageContext, demo_session: Session, asked: Any,
    number: int, tmp_path: Path,
) -> None:  # fmt: skip
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    suffix = (".pdf", ".docx", ".xlsx", ".csv", ".json", ".md")[number]
    asked.answer = tmp_path / f"bao cao{suffix}"
    QTest.keyClick(dropdowns(page)[0], KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    menu = page._desk.menu
    waited(qtbot, menu.isVisible)
    for _ in range(number):
        QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    waited(qtbot, lambda: page.banner.isVisible())
    assert page.banner.message() == f"Saved: {asked.answer}"
    assert asked.suggestions[0].name == f"Satisfaction report - Year 2023{suffix}"
    report = demo_session.store.read(lambda connection: read_satisfaction(connection, *YEAR))
    written = asked.answer.read_bytes()
    if suffix not in (".docx", ".xlsx"):
        assert written == render(report.document, suffix)
    assert len(written) > 1000


def test_the_last_folder_is_suggested_again(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    waited(qtbot, lambda: message(page))
    for _ in range(2):
        page.banner.setVisible(False)
        qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
        waited(qtbot, page._desk.menu.isVisible)
        QTest.keyClick(page._desk.menu, KEY.Key_Return)
        waited(qtbot, page.banner.isVisible)
    assert asked.suggestions[1].parent == tmp_path


def test_what_hinders_saving_is_said(
    qtbot: QtBot, shown: Show, context: PageContext, asked: Any, tmp_path: Path
) -> None:
    page = shown(context, ask_path=asked.path)
    choose_2023(page)
    wait_for_pages(qtbot, page)
    asked.answer = tmp_path / "nowhere" / "report.pdf"
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    waited(qtbot, page._desk.menu.isVisible)
    QTest.keyClick(page._desk.menu, KEY.Key_Return)
    waited(qtbot, page.banner.isVisible)
    assert page.banner.message().startswith("There is no folder")
    assert page.view.pages.isVisible()
    asked.answer = None
    qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
    waited(qtbot, page._desk.menu.isVisible)
    QTest.keyClick(page._desk.menu, KEY.Key_Return)
    assert len(asked.suggestions) == 2


def test_it_is_printed_with_one_key(
    qtbot: QtBot, shown: Show, context: PageContext, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    asked: list[int] = []

    def ask_printer(_parent: QWidget, pages: int) -> QPrinter:
        asked.append(pages)
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    page = shown(context, ask_printer=ask_printer)
    choose_2023(page)
    QTest.keyClick(dropdowns(page)[0], KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    waited(qtbot, page.banner.isVisible)
    assert page.banner.message() == "All pages are at the printer."
    assert asked == [4]
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000


def test_signatures_are_reached_by_keyboard(
    qtbot: QtBot, shown: Show, context: PageContext, tmp_path: Path
) -> None:
    page = shown(context)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"no pdf")
    asked: list[str] = []

    def paper(_parent: QWidget) -> Path | None:
        asked.append("paper")
        return other if len(asked) == 2 else None

    page._desk.signing.files = page._desk.signing.files._replace(paper=paper)
    control = Qt.KeyboardModifier.ControlModifier
    for down in (0, 1):
        QTest.keyClick(dropdowns(page)[0], KEY.Key_K, control)
        menu = page._desk.signing_menu
        waited(qtbot, menu.isVisible)
        for _ in range(down):
            QTest.keyClick(menu, KEY.Key_Down)
        QTest.keyClick(menu, KEY.Key_Return)
    assert asked == ["paper", "paper"]
    waited(qtbot, page.banner.isVisible)
    assert "is no PDF" in page.banner.message()
