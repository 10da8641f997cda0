"""The one stylesheet, generated from the tokens.

Buttons, key caps, rows and charts paint themselves (see `ui.widgets`), so the sheet stays short:
its length is paid for by every widget that is made.
"""

from __future__ import annotations

from string import Template
from typing import Final

from ui.theme.colours import Colours
from ui.theme.sizes import TYPE_SCALE, Radius, Space, points

_SHEET: Final = Template("""
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; }
QLabel[role="caption"] { font-size: ${pt_caption}pt; color: $text_muted; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="lead"] { font-size: ${pt_lead}pt; }
QLabel[role="subtitle"] { font-size: ${pt_subtitle}pt; font-weight: 600; }
QLabel[role="title"] { font-size: ${pt_title}pt; font-weight: 600; }
QLabel[role="display"] { font-size: ${pt_display}pt; font-weight: 700; }
QLabel[tone="muted"] { color: $text_muted; }
QLabel[tone="info"] { color: $info; }
QLabel[tone="success"] { color: $success; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="danger"] { color: $danger; }
QFrame[surface="card"] { background: $surface; border: 1px solid $border;
    border-radius: ${radius_card}px; }
QFrame[surface="divider"] { background: $border; border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface;
    color: $text; border: 1px solid $border_strong; border-radius: ${radius_control}px;
    padding: 5px 8px; min-height: ${line}px;
    placeholder-text-color: $text_muted;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus,
QComboBox:on { border: 2px solid $focus; padding: 4px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] {
    border: 2px solid $danger; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: $surface_alt; color: $text_muted; border-color: $border; }
QLineEdit:read-only { background: $surface_alt; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border_strong;
    outline: none; selection-background-color: $accent; selection-color: $on_accent; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent;
    border-radius: ${radius_control}px; }
QCheckBox:focus, QRadioButton:focus, QGroupBox:focus { border-color: $focus; }
QProgressBar { background: $border; border: none; border-radius: 4px; min-height: 8px;
    max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QAbstractScrollArea[surface="plain"], QWidget[surface="plain"] { background: transparent;
    border: none; }
QScrollArea[surface="plain"]:focus { border: 2px solid $focus; }
QTableView, QTreeView, QListView { background: $surface; alternate-background-color: $surface_alt;
    border: 1px solid $border; border-radius: ${radius_control}px; gridline-color: $border;
    selection-background-color: $accent_soft; selection-color: $text; outline: none; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $focus; }
QHeaderView::section { background: $surface_alt; color: $text_muted; border: none;
    border-bottom: 1px solid $border; padding: 6px 8px; font-weight: 600; }
QListWidget { padding: 4px; }
QListWidget:focus { padding: 3px; }
QListWidget::item { padding: 2px 4px; }
QTableView::item { padding: 2px 8px 2px 5px; }
QTableView QTableCornerButton::section { background: $surface_alt; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: ${radius_chip}px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar::tab { color: $text_muted; padding: 8px 16px; border: none;
    border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface_alt; }
QCalendarWidget { border: 1px solid $border_strong; }
QCalendarWidget QToolButton { color: $text; background: transparent; border: none; padding: 6px;
    border-radius: ${radius_control}px; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $accent_soft; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
    selection-color: $on_accent; border: none; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
""")


def stylesheet(colours: Colours, scale: float) -> str:
    """Return the sheet of a scheme at a type scale."""
    names = {
        name: getattr(colours, name).name()
        for name in type(colours).__dataclass_fields__
        if name not in ("series", "veil")
    }
    sizes = {f"pt_{role}": f"{points(role, scale):g}" for role in TYPE_SCALE}
    radii = {f"radius_{radius.name.lower()}": radius.value for radius in Radius}
    line = round(TYPE_SCALE["body"].pixels * 1.35 * scale) + Space.XS
    return _SHEET.substitute(names, **sizes, **radii, line=line)
