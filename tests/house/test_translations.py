"""The Vietnamese of every screen is complete, and what the files hold is what the code says."""

from __future__ import annotations

import ast
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.house.sources import calls, place, program

ROOT = Path(__file__).parents[2]
FILES = ROOT / "desktop" / "translations"
PLACES = re.compile(r"%\d|%n|\{\w+\}")


def messages(path: Path) -> dict[tuple[str, str], list[str | None]]:
    found: dict[tuple[str, str], list[str | None]] = {}
    for context in ET.parse(path).getroot().findall("context"):
        name = context.findtext("name") or ""
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.findall("numerusform")]
            is_open = translation.get("type") == "unfinished"
            texts = [None] if is_open else forms or [translation.text]
            found[name, message.findtext("source") or ""] = texts
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str | None]]:
    out = tmp_path_factory.mktemp("ts") / "vi.ts"
    shutil.copy(FILES / "vi.ts", out)
    sources = [
        str(path.relative_to(ROOT))
        for folder in ("ui", "desktop")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run(
        [str(tool), "-no-obsolete", "-locations", "none", *sources, "-ts", str(out)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return messages(out)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_of_the_screens_is_in_the_file_and_no_other(language, extracted):
    assert set(messages(FILES / f"{language}.ts")) == set(extracted)


def test_no_text_escapes_the_tool_that_looks_for_them():
    # It passes over a plural whose number is anything but a plain name or call.
    known = {source for _, source in messages(FILES / "vi.ts")}
    for path in program():
        if path.relative_to(ROOT).parts[0] not in ("ui", "desktop"):
            continue
        for name, call in calls(path):
            place_of = {"tr": 0, "translate": 1}.get(name)
            if place_of is None or len(call.args) <= place_of:
                continue
            text = call.args[place_of]
            if isinstance(text, ast.Constant):
                assert text.value in known, place(path, call)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_is_translated_with_its_places(language):
    for (context, source), texts in messages(FILES / f"{language}.ts").items():
        for text in texts:
            assert text, (context, source)
            assert set(PLACES.findall(text)) == set(PLACES.findall(source)), (context, source)


def test_vietnamese_is_not_left_in_english():
    same = {
        source
        for (_, source), texts in messages(FILES / "vi.ts").items()
        if texts == [source] and re.search(r"[a-z]{3}", source)
    }
    assert not same


def test_the_compiled_files_load_and_speak(qapp):
    from desktop.language import install_translation

    of_qt, translator = install_translation(qapp, "vi")
    assert of_qt.translate("QLineEdit", "&Paste") == "&Dán"
    assert translator.translate("MainWindow", "Keying slips") == "Nhập phiếu"
    for one in (of_qt, translator):
        qapp.removeTranslator(one)


# Of Qt's own words those that somebody can meet here; the names of paper sizes stay as they are.
MET = {
    "QAbstractFileIconProvider", "QAbstractSpinBox", "QAccessibleActionInterface", "QComboBox",
    "QCupsJobWidget", "QCupsPrinterSupport", "QDialog", "QDialogButtonBox", "QFileDialog",
    "QFileSystemModel", "QGnomeTheme", "QInputDialog", "QLineEdit", "QPageSetupWidget",
    "QPlatformTheme", "QPrintDialog", "QPrintPropertiesDialog", "QPrintPropertiesWidget",
    "QPrintSettingsOutput", "QPrintWidget", "QProgressDialog", "QScrollBar", "QTabBar",
    "QWidgetTextControl",
}  # fmt: skip


def words_of_qt():
    """Yield context and source of what Qt's own German file translates, which is all of Qt's."""
    folder = Path(PySide6.__file__).parent / "Qt/translations"
    content = (folder / "qtbase_de.qm").read_bytes()
    place, messages_of = 16, b""
    while place < len(content):
        kind, length = struct.unpack_from(">BI", content, place)
        if kind == 0x69:
            messages_of = content[place + 5 : place + 5 + length]
        place += 5 + length
    place, said = 0, {}
    while place < len(messages_of):
        tag = messages_of[place]
        place += 1
        if tag == 1:
            yield said[7], said[6]
            said = {}
        elif tag in (2, 5):
            place += 4
        else:
            (length,) = struct.unpack_from(">i", messages_of, place)
            place += 4 + max(length, 0)
            if tag in (6, 7):
                said[tag] = messages_of[place - length : place].decode()


def test_the_words_of_qt_itself_are_vietnamese():
    known = messages(FILES / "qt_vi.ts")
    met = {(context, source) for context, source in words_of_qt() if context in MET}
    assert {context for context, _ in met} == MET
    assert met - set(known) == set()
    for (context, source), (text,) in known.items():
        assert set(re.findall("%[0-9]", text)) == set(re.findall("%[0-9]", source)), source
        assert ("&" in text) == ("&" in source), (context, source)


def test_a_dialog_for_files_speaks_vietnamese(qapp):
    from desktop.language import install_translation

    def said():
        dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
        shown = {button.text() for button in dialog.findChildren(QPushButton)}
        shown |= {label.text() for label in dialog.findChildren(QLabel)}
        dialog.deleteLater()
        return shown

    before = said()
    assert {"&Open", "Cancel"} <= before
    installed = install_translation(qapp, "vi")
    try:
        assert {"&Mở", "Hủy", "Tê&n tệp:"} <= said()
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
