"""What is wrong with the look of a page: words that are cut, things that lie upon each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from ui.widgets.elided_text import ElidedText

BAR_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
# Rounding of fonts and fractions of pixels.
_SLACK = 1
# Of so many choices each is one of the screen's own words.
_FEW = 20
_PART_OF_ANOTHER = ("qt_", "_q_")


def misfits(page: QWidget) -> list[str]:
    """Return what is cut, squeezed, hidden behind an edge or overlapped, each in a line."""
    found: list[str] = []
    for widget in shown(page):
        found += [f"{named(widget)}: {wrong}" for wrong in _misfits(widget)]
        found += _overlaps(widget)
    return found


def shown(page: QWidget) -> Iterator[QWidget]:
    """Yield what a person can see of a page, apart from the parts that Qt makes for itself."""
    for widget in (page, *page.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is page.window() and not _is_part(widget):
            yield widget


def _is_part(widget: QWidget) -> bool:
    """Say whether a widget is made by another one, which sizes it as it needs."""
    if widget.objectName().startswith(_PART_OF_ANOTHER):
        return True
    parent = widget.parentWidget()
    if isinstance(parent, QMainWindow):
        return True
    return isinstance(parent, QLineEdit | QComboBox | QHeaderView)


def _misfits(widget: QWidget) -> Iterator[str]:
    least = widget.minimumSizeHint()
    if least.isValid() and not isinstance(widget, QLabel | QHeaderView | QStackedWidget):
        high = least.height()
        if widget.hasHeightForWidth():
            # What wraps asks for the height of its narrowest form otherwise.
            high = min(high, widget.heightForWidth(widget.width()))
        if widget.width() + _SLACK < min(least.width(), widget.maximumWidth()):
            yield f"{widget.width()} wide, needs {least.width()}"
        if widget.height() + _SLACK < min(high, widget.maximumHeight()) and not _wraps(widget):
            yield f"{widget.height()} high, needs {high}"
    if isinstance(widget, ElidedText):
        # It is meant to be cut, and tells the whole in its tool tip.
        return
    if isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        yield from _button(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo(widget)
    elif isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if wide > widget.contentsRect().width():
            yield f"placeholder {wide} in {widget.contentsRect().width()}"
    elif isinstance(widget, QTextEdit | QScrollArea):
        beyond = widget.horizontalScrollBar().maximum()
        if beyond and widget.horizontalScrollBarPolicy() != BAR_OFF:
            yield f"{beyond} wider than its room"
    elif isinstance(widget, QTableView):
        yield from _heads(widget.horizontalHeader())
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    yield from _behind_edge(widget)


def _wraps(widget: QWidget) -> bool:
    """Say whether words or pages within decide the height, each of which is looked at by itself."""
    if widget.layout() is None:
        return bool(widget.findChildren(QWidget))
    if widget.findChildren(QStackedWidget):
        # It asks for the height of those of its pages that are not on show too.
        return True
    return not widget.hasHeightForWidth() and _has_wrapped(widget)


def _has_wrapped(widget: QWidget) -> bool:
    return any(label.wordWrap() for label in widget.findChildren(QLabel))


def _label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    metrics = label.fontMetrics()
    if label.wordWrap():
        wrap = int(Qt.TextFlag.TextWordWrap | label.alignment())
        need = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), wrap, label.text())
        if need.height() > room.height() + _SLACK:
            yield f"text {need.height()} high in {room.height()}"
        if need.width() > room.width() + _SLACK:
            yield f"a word {need.width()} wide in {room.width()}"
    else:
        wide = metrics.size(0, label.text()).width()
        if wide > room.width() + _SLACK:
            yield f"text {wide} wide in {room.width()}"


def _button(button: QAbstractButton) -> Iterator[str]:
    hint = button.sizeHint()
    if not button.hasHeightForWidth():
        if hint.isValid() and hint.width() > button.width() + _SLACK:
            yield f"{button.width()} wide, its words need {hint.width()}"
        return
    need = button.heightForWidth(button.width())
    if need > button.height() + _SLACK:
        yield f"{button.height()} high, its words need {need}"
    metrics = button.fontMetrics()
    # What is not words: the key, the face, the edges.
    beside = hint.width() - metrics.horizontalAdvance(button.text())
    word = max(metrics.horizontalAdvance(word) for word in button.text().split())
    if beside >= 0 and word + beside > button.width() + 2 * _SLACK:
        yield f"{button.width()} wide, a word needs {word + beside}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        wide = bar.fontMetrics().horizontalAdvance(bar.tabText(tab))
        if wide > bar.tabRect(tab).width():
            yield f"tab {bar.tabText(tab)!r} {wide} wide in {bar.tabRect(tab).width()}"
    if bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width():
        yield f"tabs {bar.tabRect(bar.count() - 1).right()} wide in {bar.width()}"


def _combo(combo: QComboBox) -> Iterator[str]:
    """Look at every choice: one of the others may be chosen next.

    A list of many names is cut where a name is long, in the box as on its list: these are records.
    """
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    kind = QStyle.ComplexControl.CC_ComboBox
    room = combo.style().subControlRect(kind, option, part, combo).width()
    few = combo.count() if combo.count() <= _FEW else 0
    for text in dict.fromkeys([combo.currentText(), *map(combo.itemText, range(few))]):
        wide = combo.fontMetrics().horizontalAdvance(text)
        if wide > room + _SLACK:
            yield f"choice {text!r} {wide} wide in {room}"


def _heads(header: QHeaderView) -> Iterator[str]:
    if header.isHidden() or header.model() is None:
        return
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        need = header.sectionSizeFromContents(section).width()
        if need > header.sectionSize(section) + _SLACK:
            title = header.model().headerData(section, Qt.Orientation.Horizontal)
            yield f"head {title!r} needs {need}, has {header.sectionSize(section)}"


def _behind_edge(widget: QWidget) -> Iterator[str]:
    """Find what its parent cuts off, where nothing can be scrolled into sight."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(widget, QAbstractItemView):
        return
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if not isinstance(area, QScrollArea) or area.horizontalScrollBarPolicy() != off:
            return
        if widget.width() > parent.width() + _SLACK:
            yield f"{widget.width()} wide behind an edge at {parent.width()}"
        return
    if _is_laid_out(widget) and not parent.rect().adjusted(-1, -1, 1, 1).contains(
        widget.geometry()
    ):
        yield f"behind the edge of {named(parent)}: {widget.geometry()} in {parent.rect()}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    layout = parent.layout()
    if layout is None:
        return
    parts = [one for one in _laid_out(layout) if one.isVisible()]
    for first, second in combinations(parts, 2):
        common = first.geometry().intersected(second.geometry())
        if common.width() > _SLACK and common.height() > _SLACK:
            yield f"{named(first)} lies upon {named(second)}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _is_laid_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    layout = parent.layout() if parent is not None else None
    return layout is not None and widget in set(_laid_out(layout))


def named(widget: QWidget) -> str:
    """Return what a widget is, says and lies in, to find it again."""
    said = getattr(widget, "text", None)
    words = said() if callable(said) else widget.accessibleName()
    way = []
    parent = widget.parentWidget()
    while parent is not None and len(way) < 3:
        if type(parent).__module__.startswith("ui."):
            way.append(type(parent).__name__)
        parent = parent.parentWidget()
    place = widget.mapTo(widget.window(), QPoint(0, 0))
    spot = f"at {place.x()},{place.y()} in {'<'.join(way)}"
    return f"{type(widget).__name__} {str(words)[:40]!r} {spot}"
