"""What the program says of itself, and the licences that it shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cli.main import run
from desktop.version import VERSION
from models.store.schema import HEAD
from ui.about.card import AboutCard
from ui.about.facts import Facts
from ui.about.licences_dialog import LicencesDialog
from ui.theme.theme import apply_theme

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


def test_the_version_is_one_everywhere(capsys):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installer = (ROOT / "docs/deploy/motcua.iss").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["version"] == VERSION
    assert f'#define Version "{VERSION}"' in installer
    newest = re.search(r"^## \[([\d.]+)\]", changes, re.MULTILINE)
    assert newest is not None
    assert newest[1] == VERSION
    assert f"Schema of the store: {HEAD}." in changes
    with pytest.raises(SystemExit):
        run(["--version"])
    assert capsys.readouterr().out == f"motcua {VERSION}\n"


def test_the_card_says_what_a_report_of_a_fault_needs(qtbot: QtBot, tmp_path):
    card = AboutCard(Facts(VERSION, HEAD, tmp_path / "motcua.log"))
    qtbot.addWidget(card)
    assert card.said() == [VERSION, HEAD, str(tmp_path / "motcua.log")]


def test_a_part_is_found_and_its_licence_is_read(qtbot: QtBot):
    dialog = LicencesDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "pyside")
    assert dialog.list.count() == 1
    assert dialog.title.text().startswith("pyside6-essentials ")
    assert dialog.licence.text().startswith("LGPL-3.0-only\nhttps://")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    assert "GNU GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "ofl")
    assert dialog.list.count() == 2
    dialog.search.setText("no such part")
    assert (dialog.list.count(), dialog.text.toPlainText()) == (0, "")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
