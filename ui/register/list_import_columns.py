"""What each column of a list holds: guessed, shown with some of its cells, put right by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from models.sentences.catalog import Language
from ui.theme.sizes import Space
from ui.widgets.dropdown import Dropdown
from ui.widgets.icon_label import IconLabel
from ui.widgets.surfaces import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from exports.sheets.household_lists import ListFile
    from exports.sheets.household_records import ListSource

_SAMPLES: Final = 3
_SAMPLE_LETTERS: Final = 28
_SEARCHED: Final = 60
# More columns than this are no list that a person can look over.
_MOST_COLUMNS: Final = 60
_CERTAIN: Final = 0.85


class ColumnsCard(Card):
    """One line a column; `columns_chosen` carries a layout's fingerprint and its columns."""

    columns_chosen = Signal(str, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("What the columns hold"))
        self._language = language
        self._boxes: dict[tuple[str, int], Dropdown] = {}
        self._columns: dict[str, dict[str, int]] = {}
        self._before: tuple[tuple[str, int], dict[str, int]] | None = None
        self._shown: tuple[object, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(2, 1)
        self.body.addWidget(
            Text(
                self.tr("What is corrected here is remembered for the next list like this one."),
                tone="muted",
            )
        )
        self.body.addLayout(self._grid)

    def show_file(self, file: ListFile) -> None:
        """Show the columns of a file's layouts; the same file again leaves the focus alone."""
        layouts = {source.layout.fingerprint: source for source in file.sources}
        self._columns = {
            fingerprint: dict(source.layout.columns) for fingerprint, source in layouts.items()
        }
        shown = (file.digest, *layouts)
        if shown != self._shown:
            self._shown = shown
            self._before = None
            self._fill(file, layouts)
        self._show_chosen(layouts)

    def has_doubtful(self) -> bool:
        """Say whether a column was guessed that a person should look at."""
        return bool(self._doubtful())

    def take_focus(self) -> None:
        """Put the focus on the first column that should be looked at, else on the first."""
        for box in [*self._doubtful(), *self._boxes.values()]:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _doubtful(self) -> list[Dropdown]:
        return [box for box in self._boxes.values() if box.property("doubtful")]

    def _fill(self, file: ListFile, layouts: Mapping[str, ListSource]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._boxes = {}
        row = 0
        for fingerprint, source in layouts.items():
            if len(layouts) > 1:
                names = [
                    one.sheet.name for one in file.sources
                    if one.layout.fingerprint == fingerprint
                ]  # fmt: skip
                said = self.tr("Sheet %1").replace("%1", ", ".join(names))
                self._grid.addWidget(Text(said, "strong"), row, 0, 1, 4)
                row += 1
            for place in _places(source)[:_MOST_COLUMNS]:
                self._add(row, fingerprint, source, place)
                row += 1

    def _add(self, row: int, fingerprint: str, source: ListSource, place: int) -> None:
        name = source.layout.column_name(place)
        head = Text(name, is_wrapped=True)
        head.setMinimumWidth(120)
        box = Dropdown()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(20)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.addItem(self.tr("Kept as it is, not read"), None)
        for code, text in _fields(self._language):
            box.addItem(text, code)
        box.currentIndexChanged.connect(partial(self._on_chosen, fingerprint, place))
        is_doubtful = 0 < source.layout.certainty.get(place, 0.0) < _CERTAIN
        box.setProperty("doubtful", is_doubtful)
        mark = IconLabel("warning", 18, tone="warning")
        mark.setToolTip(self.tr("This was guessed. Please look whether it is right."))
        mark.setAccessibleName(mark.toolTip())
        samples = "" if place in source.layout.ignored else "  ·  ".join(_samples(source, place))
        self._grid.addWidget(head, row, 0)
        self._grid.addWidget(box, row, 1)
        self._grid.addWidget(Text(samples, tone="muted"), row, 2)
        self._grid.addWidget(mark, row, 3)
        mark.setVisible(is_doubtful)
        self._boxes[fingerprint, place] = box

    def _show_chosen(self, layouts: Mapping[str, ListSource]) -> None:
        for (fingerprint, place), box in self._boxes.items():
            chosen = next(
                (field for field, at in self._columns[fingerprint].items() if at == place), None
            )
            if chosen is None and place in layouts[fingerprint].layout.ignored:
                chosen = "identity"
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(chosen), 0))

    def _on_chosen(self, fingerprint: str, place: int, _index: int) -> None:
        field = self._boxes[fingerprint, place].currentData()
        # Arrows pass over fields that other columns have: each goes back to its column.
        if self._before is None or self._before[0] != (fingerprint, place):
            self._before = ((fingerprint, place), self._columns[fingerprint])
        columns = {name: at for name, at in self._before[1].items() if at != place}
        if field not in (None, "identity"):
            columns[field] = place
        self._columns[fingerprint] = columns
        self.columns_chosen.emit(fingerprint, columns)


def _places(source: ListSource) -> list[int]:
    layout = source.layout
    return sorted({*layout.columns.values(), *layout.unmapped, *layout.ignored})


def _samples(source: ListSource, place: int) -> list[str]:
    from exports.sheets.slip_cells import text_of

    first = source.layout.first_data_row
    rows = source.sheet.rows[first : first + _SEARCHED]
    texts = dict.fromkeys(text_of(row[place]) for row in rows if row[place] is not None)
    return [
        text if len(text) <= _SAMPLE_LETTERS else text[: _SAMPLE_LETTERS - 1] + "…"
        for text in list(texts)[:_SAMPLES]
    ]


def _fields(language: Language) -> list[tuple[str, str]]:
    from exports.sheets.household_names import COLUMN_NAMES

    return [(option.code, option.text(language)) for option in COLUMN_NAMES]
