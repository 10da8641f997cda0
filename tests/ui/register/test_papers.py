from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from models.errors import KnownError, UserError
from models.households.commands import add_household
from models.households.progress import WorkFilter
from tests.ui.register.browsing import Asked, Browser
from ui.register.paper_desk import PaperDesk
from ui.register.papers import SUFFIXES, Paper, PaperKind, make


class Silent:
    """Progress that nobody looks at."""

    def report(self, done: int, total: int | None = None, detail: str = "") -> None:
        """Take no notice."""


def made(browser: Browser, paper: Paper, suffix: str) -> bytes:
    return make(browser.session.store, paper, suffix, Silent())


def one_hamlet(browser: Browser, kind: PaperKind) -> Paper:
    hamlet = browser.hamlets()[0].hamlet
    household = browser.walk(WorkFilter(hamlets=(hamlet,)))[0]
    today = browser.session.store.clock.today()
    return Paper(kind, today, WorkFilter(hamlets=(hamlet,)), household.id)


CASES = [(kind, suffix) for kind, suffixes in SUFFIXES.items() for suffix in suffixes]


@pytest.mark.parametrize(("kind", "suffix"), CASES)
def test_every_paper_is_made_in_every_format_it_is_offered_in(
    browser: Browser, kind: PaperKind, suffix: str
) -> None:
    assert len(made(browser, one_hamlet(browser, kind), suffix)) > 200


def test_walk_sheets_are_of_the_hamlet_and_of_what_the_filter_leaves(browser: Browser) -> None:
    paper = one_hamlet(browser, "walk_sheets")
    walk = browser.walk(paper.wanted)
    pages = PdfDocument(made(browser, paper, ".pdf"))
    assert len(pages) == -(-len(walk) // 8)
    browser.check(walk[0].id)
    hamlets = paper.wanted.hamlets
    checked = Paper("walk_sheets", paper.today, WorkFilter(hamlets=hamlets, outcome="dung"))
    (page,) = PdfDocument(made(browser, checked, ".pdf"))
    assert walk[0].name in page.get_textpage().get_text_range().replace("\r\n", " ")


def test_minutes_of_a_hamlet_hold_all_its_households(browser: Browser) -> None:
    paper = one_hamlet(browser, "hamlet_minutes")
    hamlets = paper.wanted.hamlets
    narrowed = Paper(paper.kind, paper.today, WorkFilter(hamlets=hamlets, outcome="dung"))
    assert made(browser, narrowed, ".pdf") == made(browser, paper, ".pdf")


def test_the_list_has_a_row_for_each_household(browser: Browser) -> None:
    paper = one_hamlet(browser, "list_personal")
    households = browser.walk(paper.wanted)
    names = {one.name for one in households}
    book = load_workbook(BytesIO(made(browser, paper, ".xlsx")))
    assert names <= {cell.value for row in book.active.iter_rows() for cell in row}
    # Unless they are asked for by that word, nobody is named.
    book = load_workbook(BytesIO(made(browser, one_hamlet(browser, "list"), ".xlsx")))
    found = {cell.value for row in book.active.iter_rows() for cell in row}
    assert book.active.max_row == len(households) + 1
    assert not names & found


def test_who_was_found_beside_the_list_goes_back_with_it(browser: Browser) -> None:
    hamlet = browser.hamlets()[0].hamlet
    add = partial(
        add_household, unit=hamlet.unit, hamlet="Khu mới", outcome="dung",
        values={"name": "Trần Thị Vừa Đến", "address": "Số 9 ngõ Mới"},
    )  # fmt: skip
    elsewhere = partial(add, unit="07192")
    for command in (add, elsewhere):
        browser.session.store.write(command, actor=browser.session.account)
    paper = Paper("corrected", browser.session.store.clock.today())
    book = load_workbook(BytesIO(made(browser, paper, ".xlsx")))
    told = [row for row in book["Thay đổi"].iter_rows(values_only=True) if row[4] == "Hộ mới"]
    assert [row[3] for row in told] == ["Trần Thị Vừa Đến"]


@pytest.mark.parametrize("kind", ["walk_sheets", "list", "plates"])
def test_nothing_on_the_list_is_said_and_not_printed(browser: Browser, kind: PaperKind) -> None:
    today = browser.session.store.clock.today()
    with pytest.raises(UserError) as raised:
        made(browser, Paper(kind, today, WorkFilter(outcome="dung")), ".pdf")
    assert raised.value.code == "households.nothing_to_print"


def test_minutes_ask_for_one_hamlet(browser: Browser) -> None:
    with pytest.raises(UserError) as raised:
        made(browser, Paper("hamlet_minutes", browser.session.store.clock.today()), ".pdf")
    assert raised.value.code == "households.choose_one_hamlet"


def menu_of(desk: PaperDesk) -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_paper_is_saved_by_keys(browser: Browser, tmp_path: Path) -> None:
    asked = Asked()
    asked.answer = tmp_path / "sheets.pdf"
    page = browser.page
    desk = page.papers
    desk._ask_path = asked.path
    browser.to_places(2)
    browser.key(Qt.Key.Key_P)
    assert [action.isEnabled() for action in menu_of(desk).actions()] == [True] * 8
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        browser.key(key)
    browser.key(Qt.Key.Key_Return)
    browser.wait(lambda: asked.answer.exists() and page.banner.isVisible())
    assert PdfDocument(asked.answer)
    assert asked.suggestions[0].name.startswith("Walk sheets 20")
    assert str(asked.answer) in page.banner.message()


def test_what_cannot_be_made_now_is_grey(browser: Browser) -> None:
    browser.to_places(0)
    browser.key(Qt.Key.Key_P)
    grey = [action.text() for action in menu_of(browser.page.papers).actions()
            if not action.isEnabled()]  # fmt: skip
    assert grey == ["Minutes of the hamlet"]
    browser.key(Qt.Key.Key_Escape)


def test_a_failure_is_told_above_the_list(browser: Browser, tmp_path: Path) -> None:
    asked = Asked()
    asked.answer = tmp_path / "nowhere" / "list.csv"
    browser.page.papers._ask_path = asked.path
    browser.page.papers.send(one_hamlet(browser, "list"), ".csv")
    browser.rest()
    assert browser.page.banner.isVisible()
    assert "nowhere" in browser.page.banner.message()


def test_an_older_file_stays_where_the_audit_cannot_be_told(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_arguments: object, **_others: object) -> None:
        raise KnownError("store.busy")

    asked = Asked()
    asked.answer = tmp_path / "list.csv"
    asked.answer.write_bytes(b"older")
    before = sorted(tmp_path.iterdir())
    browser.page.papers._ask_path = asked.path
    monkeypatch.setattr(browser.session.store, "write", busy)
    browser.page.papers.send(one_hamlet(browser, "list"), ".csv")
    browser.rest()
    assert browser.page.banner.isVisible()
    assert asked.answer.read_bytes() == b"older"
    assert sorted(tmp_path.iterdir()) == before
