from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.jobs import ThreadJobs
from desktop.session import Session
from exports.reports import read_satisfaction
from exports.writers.files import render
from ui.papers.pages import bitmap, count_pages, image_of
from ui.papers.printing import PrintRun


@pytest.fixture
def paper(demo_session: Session) -> bytes:
    report = demo_session.store.read(
        lambda connection: read_satisfaction(connection, date(2023, 1, 1), date(2023, 12, 31))
    )
    return render(report.document, ".pdf")


def test_pages_are_drawn_at_the_size_of_the_paper(paper: bytes) -> None:
    assert count_pages(paper) == len(PdfReader(BytesIO(paper)).pages)
    page = bitmap(paper, 0, 150)
    assert (page.width, page.height) == (1241, 1754)
    image = image_of(page)
    assert image.size().width() == 1241
    assert image.pixelColor(QPoint(2, 2)).lightness() == 255
    darkest = min(page.pixels)
    assert darkest < 40


def test_an_image_owns_its_pixels(paper: bytes) -> None:
    image = image_of(bitmap(paper, 0, 72))
    before = image.pixelColor(300, 200).lightness()
    image.setPixelColor(300, 200, image.pixelColor(300, 200).darker(1000))
    again = image_of(bitmap(paper, 0, 72))
    assert again.pixelColor(300, 200).lightness() == before


def test_printed_pages_are_those_of_the_pdf(qtbot: QtBot, paper: bytes, tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    jobs = ThreadJobs()
    run = PrintRun(jobs, paper, count_pages(paper), printer)
    with qtbot.waitSignal(run.finished, timeout=60_000) as finished:
        run.start()
    assert finished.args == [True]
    assert printer.resolution() <= 600
    jobs.shut_down()
    printed = target.read_bytes()
    assert count_pages(printed) == count_pages(paper)
    ours, theirs = bitmap(paper, 0, 75), bitmap(printed, 0, 75)
    assert abs(ours.width - theirs.width) <= 1
    assert abs(ours.height - theirs.height) <= 1
    assert ink_box(ours.pixels, ours.stride) == pytest.approx(
        ink_box(theirs.pixels, theirs.stride), abs=2
    )


def test_a_print_can_be_taken_back(qtbot: QtBot, paper: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    jobs = ThreadJobs()
    run = PrintRun(jobs, paper, count_pages(paper), printer)
    with qtbot.waitSignal(run.finished, timeout=10_000) as finished:
        run.start()
        run.cancel()
    assert finished.args == [False]
    jobs.shut_down()


def ink_box(pixels: bytes, stride: int) -> tuple[int, int, int, int]:
    """Return first and last row, first and last column with ink."""
    rows = [pixels[at : at + stride] for at in range(0, len(pixels), stride)]
    inked = [number for number, row in enumerate(rows) if min(row) < 128]
    columns = [number for number in range(stride) if min(pixels[number::stride]) < 128]
    return inked[0], inked[-1], columns[0], columns[-1]
