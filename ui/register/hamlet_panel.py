"""The overview on the left: choose wards and hamlets, see how far they are, say who goes there."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from models.households.progress import WorkFilter
from models.households.records import HamletKey, HamletProgress
from models.permissions import Permission
from ui.context import PageContext
from ui.register.hamlet_delegate import HamletDelegate
from ui.register.hamlet_model import HamletModel, PlaceRow
from ui.register.loading import Overview, assign_hamlets
from ui.theme.sizes import Space
from ui.theme.theme import current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.surfaces import Card, Divider

if TYPE_CHECKING:
    from ui.register.officer_form import OfficerForm

_WIDTH: Final = 276
_NARROW_WIDTH: Final = 236


class HamletPanel(Card):
    """Says `places_changed` when a person chose other places."""

    places_changed = Signal()
    opened = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=Space.XS)
        self._context = context
        self._overview: Overview | None = None
        self._is_begun_wanted = False
        self._model = HamletModel()
        self._list = _PlaceList()
        self._list.setModel(self._model)
        self._list.setItemDelegate(HamletDelegate(self._list))
        self._list.setAccessibleName(self.tr("Wards and hamlets"))
        self._list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._list.folded.connect(self._on_folded)
        self._list.activated.connect(self.opened)
        self._list.clicked.connect(self._on_clicked)
        self._assign = QuietButton(self.tr("Assign to an officer"), icon="person", hint="A")
        self._assign.clicked.connect(self.start_assigning)
        self._can_assign = context.may(Permission.ASSIGN_HAMLETS)
        self._made_form: OfficerForm | None = None
        self.body.setSpacing(0)
        self.body.addWidget(self._list, 1)
        divider = Divider()
        self.body.addWidget(divider)
        self.body.addWidget(self._assign)
        for part in (divider, self._assign):
            part.setVisible(self._can_assign)
        self.set_narrow(is_narrow=False)
        self.setFocusProxy(self._list)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Leave the list its room in a narrow window."""
        width = _NARROW_WIDTH if is_narrow else _WIDTH
        self.setFixedWidth(round(width * current_theme().scale))

    def show_overview(self, overview: Overview) -> None:
        """Show other figures; what was chosen stays chosen."""
        self._overview = overview
        self._keep_selection(partial(self._model.show_overview, overview))
        if self._is_begun_wanted:
            self.choose_begun()

    def wanted(self) -> WorkFilter:
        """Return the work list of the chosen places."""
        rows = self._chosen()
        hamlets = tuple(row.hamlet for row in rows if row.hamlet is not None)
        if hamlets:
            return WorkFilter(hamlets=hamlets)
        units = [row.unit for row in rows if row.unit]
        if len(units) == 1 and len(rows) == 1:
            return WorkFilter(unit=units[0])
        if units and all(row.unit for row in rows):
            return WorkFilter(hamlets=self._keys_of(units))
        return WorkFilter()

    def single_hamlet(self) -> HamletKey | None:
        """Return the hamlet if it is one alone."""
        hamlets = self.wanted().hamlets or ()
        return hamlets[0] if len(hamlets) == 1 else None

    def choose_all(self) -> None:
        """Choose the whole register."""
        self._choose([0])

    def choose_begun(self) -> None:
        """Choose the hamlets that are begun and not done; the whole register where none is.

        Done as soon as the figures are there.
        """
        self._is_begun_wanted = self._overview is None
        if self._overview is None:
            return
        begun = [
            item.hamlet
            for ward in self._overview.wards
            for item in ward.hamlets()
            if 0 < item.progress.checked < item.progress.households
        ]
        for unit in dict.fromkeys(hamlet.unit for hamlet in begun):
            self._model.set_open(unit, is_open=True)
        rows = [self._model.row_of((hamlet.unit, hamlet)) for hamlet in begun]
        self._choose([row for row in rows if row is not None] or [0])

    @Slot()
    def start_assigning(self) -> None:
        """Ask who is to check the chosen hamlets."""
        hamlets = self._to_assign()
        if not self._can_assign or not hamlets or self._overview is None:
            return
        units = {hamlet.unit for hamlet in hamlets}
        officers = {item.officer for item in self._hamlets_of(units) if item.hamlet in hamlets}
        officer = officers.pop() if len(officers) == 1 else ""
        self._assign.setVisible(False)
        self._form.setVisible(True)
        self._form.start(len(hamlets), officer, self._overview.officers)

    @property
    def _form(self) -> OfficerForm:
        if self._made_form is None:
            from ui.register.officer_form import OfficerForm

            self._made_form = OfficerForm()
            self._made_form.setVisible(False)
            self._made_form.submitted.connect(self._on_submitted)
            self._made_form.cancelled.connect(self._on_left)
            self.body.addWidget(self._made_form)
        return self._made_form

    def _to_assign(self) -> tuple[HamletKey, ...]:
        wanted = self.wanted()
        if wanted.hamlets is None and wanted.unit is not None:
            return self._keys_of([wanted.unit])
        return wanted.hamlets or ()

    def _keys_of(self, units: Collection[str]) -> tuple[HamletKey, ...]:
        return tuple(item.hamlet for item in self._hamlets_of(units))

    def _hamlets_of(self, units: Collection[str]) -> list[HamletProgress]:
        wards = self._overview.wards if self._overview is not None else ()
        return [item for ward in wards if ward.unit in units for item in ward.hamlets()]

    def _chosen(self) -> list[PlaceRow]:
        rows = sorted(index.row() for index in self._list.selectionModel().selectedIndexes())
        return [place for row in rows if (place := self._model.place(row)) is not None]

    def _choose(self, rows: list[int]) -> None:
        if not rows or not self._model.rowCount():
            return
        selection = QItemSelection()
        for row in rows:
            selection.select(self._model.index(row), self._model.index(row))
        chooser, flags = self._list.selectionModel(), QItemSelectionModel.SelectionFlag
        chooser.setCurrentIndex(self._model.index(rows[0]), flags.NoUpdate)
        chooser.select(selection, flags.ClearAndSelect)

    def _keep_selection(self, work: partial[None]) -> None:
        keys = [row.key for row in self._chosen()] or [("", None)]
        with QSignalBlocker(self):
            work()
            rows = [row for key in keys if (row := self._model.row_of(key)) is not None]
            if not rows and keys[0][0]:
                ward = self._model.row_of((keys[0][0], None))
                rows = [ward] if ward is not None else []
            self._choose(rows or [0])
        if [row.key for row in self._chosen()] != keys:
            self.places_changed.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        self._assign.setEnabled(bool(self._to_assign()))
        self._on_left_if_open()
        self.places_changed.emit()

    def _on_left_if_open(self) -> None:
        if self._made_form is not None and self._made_form.isVisibleTo(self):
            self._made_form.setVisible(False)
            self._assign.setVisible(True)

    @Slot(bool)
    def _on_folded(self, is_open: bool) -> None:
        place = self._model.place(self._list.currentIndex().row())
        if place is None or not place.unit:
            return
        if not is_open and place.hamlet is not None:
            row = self._model.row_of((place.unit, None))
            self._choose([row] if row is not None else [])
        else:
            self._keep_selection(partial(self._model.set_open, place.unit, is_open=is_open))

    @Slot()
    def _on_clicked(self) -> None:
        place = self._model.place(self._list.currentIndex().row())
        if place is not None and place.unit and place.hamlet is None and not place.is_open:
            self._on_folded(True)

    @Slot(str)
    def _on_submitted(self, officer: str) -> None:
        command = partial(assign_hamlets, hamlets=self._to_assign(), officer=officer)
        self._context.write(command, self._on_assigned)

    def _on_assigned(self, _nothing: None) -> None:
        self._on_left()

    @Slot()
    def _on_left(self) -> None:
        self._on_left_if_open()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


class _PlaceList(QListView):
    """Left and Right close and open a ward; letters are left to the page, whose keys they are."""

    folded = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("surface", "plain")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Know the keys of a tree."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.folded.emit(event.key() == Qt.Key.Key_Right)
        elif event.key() != Qt.Key.Key_Space and event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
