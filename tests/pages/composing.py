"""Whether an input method (Telex, VNI) can write into every field of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.pages.looking import named, shown
from ui.widgets.date_field import DateField
from ui.widgets.number_field import NumberField

_Field = QLineEdit | QPlainTextEdit


def unwritten(page: QWidget) -> list[str]:
    """Return the fields that do not take what an input method gives; the page is as it was after.

    While a word is composed nothing stands in the field, and nothing else happens.
    """
    start = QApplication.focusWidget()
    found: list[str] = []
    for field in _fields(page):
        field.setFocus()
        before = _text(field)
        wanted = "1" if isinstance(field, NumberField | DateField) else "ế"
        field.selectAll()
        QApplication.sendEvent(field, QInputMethodEvent("ee", []))
        QApplication.sendEvent(field, QInputMethodEvent("ê", []))
        if QApplication.focusWidget() not in (field, field.parentWidget()):
            found.append(f"composing leads elsewhere: {named(field)}")
            continue
        _commit(field, wanted)
        if _text(field).strip() != wanted:
            found.append(f"takes {_text(field)!r} for {wanted!r}: {named(field)}")
        field.selectAll()
        if before:
            _commit(field, before)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        if _text(field) != before:
            found.append(f"does not take {before!r} again: {named(field)}")
    if start is not None:
        start.setFocus()
    return found


def _fields(page: QWidget) -> list[_Field]:
    fields: list[_Field] = []
    for widget in shown(page):
        inner = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        if isinstance(inner, _Field) and inner.isEnabled() and not inner.isReadOnly():
            fields.append(inner)
    return fields


def _text(field: _Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _commit(field: _Field, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
