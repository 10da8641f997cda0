from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.paths import DataPaths
from tests.scenarios.desk import Desk, at_desk
from tests.waiting import settle
from ui.help.handbook import CONTENTS, find_page, help_pages, pages_about
from ui.help.topics import TOPICS
from ui.help.window import HelpText, HelpWindow

RAIL = {
    "home": "home", "keying": "keying", "register": "register", "reports": "reports",
    "exchange": "exchange", "audit": "audit", "settings": "settings",
}  # fmt: skip
SCREENS = Path(__file__).parents[3] / "ui"


def classes() -> set[str]:
    found = set()
    for path in SCREENS.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    return found


def test_every_topic_is_of_a_screen_and_has_a_page() -> None:
    assert set(TOPICS) - classes() == set()
    for language in ("vi", "en"):
        assert set(TOPICS.values()) - {page.name for page in help_pages(language)} == set()


def test_the_contents_come_first_and_stand_in_for_what_is_not_there() -> None:
    assert help_pages()[0].name == CONTENTS
    assert find_page("no such page") == help_pages()[0]
    assert help_pages("fr") == help_pages("vi")


def test_a_page_is_found_by_its_words_without_marks() -> None:
    assert "keying" in {page.name for page in pages_about("phieu SO")}
    assert pages_about("sao luu")[0].name == "backup"
    assert pages_about("xyzxyz") == ()


@pytest.fixture
def handbook(qtbot: QtBot, themed: QApplication) -> HelpWindow:
    window = HelpWindow(ask_printer=lambda _parent, _pages: None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_links_lead_on_and_the_way_back_is_kept(handbook: HelpWindow) -> None:
    handbook.show_topic("index")
    handbook.text.anchorClicked.emit(QUrl("keying.md#x"))
    assert handbook.topic() == "keying"
    assert "Nhập phiếu" in handbook.text.toPlainText()
    handbook.back_button.click()
    assert (handbook.topic(), handbook.back_button.isEnabled()) == ("index", False)
    handbook.text.anchorClicked.emit(QUrl("https://example.vn/"))
    assert handbook.topic() == "index"


def test_each_page_is_shown_whole_and_once(handbook: HelpWindow) -> None:
    for page in help_pages():
        handbook.show_topic(page.name)
        QApplication.processEvents()
        whole = QTextDocument()
        whole.setMarkdown(page.path.read_text(encoding="utf-8"))
        assert handbook.text.toPlainText() == whole.toPlainText(), page.name


def test_the_search_opens_what_it_finds(handbook: HelpWindow, qtbot: QtBot) -> None:
    handbook.show_topic("index")
    qtbot.keyClicks(handbook.search, "sao luu")
    qtbot.keyClick(handbook.search, Qt.Key.Key_Return)
    assert handbook.topic() == "backup"


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_picture_of_every_page_is_drawn_and_fits(
    handbook: HelpWindow, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    monkeypatch.setattr(HelpText, "devicePixelRatioF", lambda _self: ratio)
    kind = QTextDocument.ResourceType.ImageResource.value
    for page in help_pages():
        handbook.show_topic(page.name)
        settle()
        for name in handbook.text.document().allFormats():
            if name.isImageFormat():
                picture = handbook.text.loadResource(kind, QUrl(name.toImageFormat().name()))
                assert isinstance(picture, QImage)
                assert not picture.isNull(), (page.name, name.toImageFormat().name())
        assert handbook.text.horizontalScrollBar().maximum() == 0, page.name


def test_f1_opens_the_page_about_each_page_of_the_rail(desk: Desk) -> None:
    for key, topic in RAIL.items():
        desk.window.show_page(key)
        desk.rest()
        desk.key(Qt.Key.Key_F1)
        shown = desk.window.help.shown
        assert (shown.isVisible(), shown.topic()) == (True, topic)
        shown.close()
        desk.come_back()


def test_f1_works_before_anybody_signed_in(paths: DataPaths, themed: QApplication) -> None:
    with at_desk(paths) as desk:
        desk.key(Qt.Key.Key_F1)
        assert desk.window.help.shown.topic() == "sign-in"


def test_f1_works_within_dialogs(desk: Desk) -> None:

    class SignDialog(QDialog):
        """Stands for the dialog of that name."""

    dialog = SignDialog(desk.window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    desk.wait(field.hasFocus)
    desk.key(Qt.Key.Key_F1)
    shown = desk.window.help.shown
    assert (shown.topic(), shown.parentWidget()) == ("signing", dialog)
    shown.close()
    dialog.close()
    desk.come_back()


def test_a_page_that_is_asked_for_before_the_window_is_shown_opens_at_its_beginning(
    qtbot: QtBot, themed: QApplication
) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show_topic("keying")
    window.show()
    qtbot.waitExposed(window)
    settle()
    assert window.text.verticalScrollBar().maximum() > 0
    assert window.text.verticalScrollBar().value() == 0
