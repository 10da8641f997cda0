"""Every page and dialog: nothing cut, everything named, Tab leads everywhere and round again,
and an input method writes into every field."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.paths import DataPaths
from models.sentences.catalog import Language
from tests.pages.composing import unwritten
from tests.pages.looking import misfits
from tests.pages.naming import nameless
from tests.pages.tabbing import astray
from tests.pages.walk import Walk, neighbour_card
from ui.widgets.choice_option import ChoiceOption

_PAGES = 64
_WALKED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.language import install_translation
from tests.pages.test_every_page import wrong_of
from ui.theme.theme import apply_theme
app = QApplication([])
assert app.devicePixelRatio() == int(sys.argv[3])
install_translation(app, sys.argv[2])
apply_theme(app, sys.argv[4])
print("\\n".join(wrong_of(Path(sys.argv[1]), sys.argv[2])))
"""


def wrong_of(store: Path, language: Language) -> list[str]:
    """Walk through all pages and return what is wrong, and how many there were."""
    neighbour = neighbour_card(DataPaths(store.with_name("neighbour")))
    QAccessible.setActive(True)
    found: dict[str, None] = {}
    count = 0
    for name, page in Walk(store, language, neighbour).pages():
        count += 1
        for wrong in (
            *misfits(page), *nameless(page), *astray(page), *unwritten(page),
        ):  # fmt: skip
            found.setdefault(f"{name}: {wrong}")
    QAccessible.setActive(False)
    return [f"{count} pages", *found]


def walked(
    template: Path, folder: Path, language: Language, scale: str, scheme: str
) -> tuple[list[str], str]:
    """Walk in a process of its own; return what was found, and what went wrong beside it.

    Plots that are deleted before the process ends may end it: see `tests.pages.rooms`.
    """
    store = folder / "store"
    shutil.copytree(template, store)
    done = subprocess.run(
        [sys.executable, "-c", _WALKED, str(store), language, scale, scheme],
        capture_output=True, text=True, timeout=300, cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return done.stdout.splitlines(), done.stderr[-2000:]


def test_every_page_is_whole_named_and_gone_through_by_tab(
    demo_template: Path, tmp_path: Path
) -> None:
    found, wrong = walked(demo_template, tmp_path, "vi", "1", "light")
    assert found == [f"{_PAGES} pages"], wrong
    assert "Traceback" not in wrong


@pytest.mark.parametrize("language", ["vi", "en"] if os.environ.get("MOTCUA_SOAK") else ["en"])
def test_at_200_percent_too(demo_template: Path, tmp_path: Path, language: Language) -> None:
    found, wrong = walked(demo_template, tmp_path, language, "2", "dark")
    assert found == [f"{_PAGES} pages"], wrong
    assert "Traceback" not in wrong


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    return page


def shown(page: QWidget, *parts: QWidget) -> QWidget:
    for part in parts:
        page.layout().addWidget(part)  # type: ignore[union-attr]
    page.resize(200, 200)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


def test_a_label_that_is_cut_is_found(page: QWidget) -> None:
    label = QLabel("words that are much wider than the room that they were given")
    label.setMinimumWidth(10)
    label.setFixedWidth(50)
    assert "wide in 50" in misfits(shown(page, label))[0]


def test_a_button_narrower_than_its_words_is_found(page: QWidget) -> None:
    button = QPushButton("words that are wider than the button")
    button.setFixedWidth(60)
    button.setMinimumWidth(0)
    button.setMaximumWidth(16_000)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.addWidget(button)
    shown(page, holder)
    button.resize(60, button.height())
    assert any("60 wide" in wrong for wrong in misfits(page))


def test_a_tile_of_which_a_word_is_cut_is_found(page: QWidget) -> None:
    option = ChoiceOption("wordsthatarewiderthantheirtile", "1")
    holder = QWidget()
    QHBoxLayout(holder).addWidget(option)
    shown(page, holder)
    option.resize(120, 200)
    assert any("a word needs" in wrong for wrong in misfits(page))


def test_a_choice_that_is_cut_is_found_before_it_is_chosen(page: QWidget) -> None:
    box = QComboBox()
    box.addItems(["a", "a choice that is wider than the box"])
    box.setFixedWidth(80)
    assert any("choice 'a choice" in wrong for wrong in misfits(shown(page, box)))


def test_a_tab_that_is_cut_is_found(page: QWidget) -> None:
    bar = QTabBar()
    bar.setUsesScrollButtons(False)
    for name in ("Printed page", "Over time", "Comparison"):
        bar.addTab(name)
    bar.setFixedWidth(120)
    assert any("tab" in wrong for wrong in misfits(shown(page, bar)))


def test_what_lies_upon_another_is_found(page: QWidget) -> None:
    first, second = QLineEdit(), QLineEdit()
    shown(page, first, second)
    second.move(first.pos())
    assert any("lies upon" in wrong for wrong in misfits(page))


def test_a_head_of_a_column_that_is_cut_is_found(page: QWidget) -> None:
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels(["a long name of a column"])
    table.setColumnWidth(0, 20)
    assert any("head" in wrong for wrong in misfits(shown(page, table)))


def test_a_control_without_a_name_is_found(page: QWidget) -> None:
    field, blank = QLineEdit(), QWidget()
    blank.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    blank.setAccessibleName("blank")
    found = nameless(shown(page, field, blank))
    assert [wrong[:8] for wrong in found] == ["no name:", "no role:"]


def test_a_field_that_an_input_method_cannot_write_into_is_found(page: QWidget) -> None:
    class Deaf(QLineEdit):
        def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
            event.ignore()

    assert "takes ''" in unwritten(shown(page, Deaf()))[0]


def test_a_trap_for_the_tab_key_is_found(page: QWidget) -> None:
    class Trap(QLineEdit):
        def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802
            return True

    trap = Trap()
    shown(page, trap, QLineEdit())
    trap.setFocus()
    found = astray(page)
    assert any("Tab stays" in wrong for wrong in found)
    assert any("never reached" in wrong for wrong in found)
