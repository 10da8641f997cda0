"""Whether Tab leads through a page: to every control, with a focus one can see, and round again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QRadioButton,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from tests.pages.looking import named, shown
from tests.pages.naming import is_control

_MOST = 200


def astray(page: QWidget) -> list[str]:
    """Return where Tab stays for ever, what it never reaches, and what does not show its focus.

    The focus is where it was afterwards.
    """
    start = QApplication.focusWidget()
    if start is None or not page.isAncestorOf(start):
        return [f"nothing has the focus, or {start} outside the page"]
    wanted = {widget for widget in shown(page) if _is_stop(widget)}
    found: list[str] = []
    looked_at: set[type[QWidget]] = set()
    reached: list[QWidget] = []
    for _ in range(_MOST):
        before = QApplication.focusWidget()
        assert before is not None
        is_new = type(before) not in looked_at
        looked_at.add(type(before))
        focused = before.grab().toImage() if is_new else None
        now = _tab_from(before)
        if now is None or now is before:
            found.append(f"Tab stays on {named(before)}")
            break
        if focused is not None and focused == before.grab().toImage():
            found.append(f"does not show its focus: {named(before)}")
        if now.visibleRegion().isEmpty():
            found.append(f"out of sight: {named(now)}")
        if now in reached:
            found += [] if now is reached[0] else [f"Tab comes back only to {named(now)}"]
            break
        reached.append(now)
    else:
        found.append("Tab does not come round")
    found += [f"never reached: {named(one)}" for one in wanted.difference(reached)]
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    return found


def _tab_from(widget: QWidget) -> QWidget | None:
    """Press Tab and return what has the focus then; in a text it goes from link to link before."""
    for _ in range(_MOST if isinstance(widget, QTextBrowser) else 1):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not widget:
            break
    return QApplication.focusWidget()


def _is_stop(widget: QWidget) -> bool:
    """Say whether Tab has to stop at a widget; of a group of choices it stops at one."""
    if isinstance(widget, QRadioButton | QTabBar | QLabel) or not is_control(widget):
        return False
    if isinstance(widget, QAbstractScrollArea) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    has_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(has_tab) and widget.isEnabled()
