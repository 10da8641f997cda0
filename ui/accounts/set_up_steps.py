"""The steps of the first start: which unit, who administers it, where else backups go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.sentences.catalog import Language
from models.text import search_key
from ui.accounts.password_pair import PasswordPair
from ui.theme.sizes import Space
from ui.widgets.buttons import SecondaryButton
from ui.widgets.field_row import FieldRow
from ui.widgets.text import Text

ChooseFolder = Callable[[QWidget], Path | None]
_CODE: Final = Qt.ItemDataRole.UserRole
_KEY: Final = Qt.ItemDataRole.UserRole + 1
_OTHER: Final = ""
_LIST_HEIGHT: Final = 168
_WALKING: Final = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for a folder in the system's own dialog; None for none."""
    chosen = QFileDialog.getExistingDirectory(parent, "", str(Path.home()))
    return Path(chosen) if chosen else None


class SetUpStep(QWidget):
    """One step; `ready` says that Enter was pressed in its last field."""

    ready = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.M)

    def title(self) -> str:
        """Return what the step is about."""
        raise NotImplementedError

    def start(self) -> None:
        """Put the cursor where something is missing."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Say whether the next step may come; what is missing is said beside its field."""
        return True


class UnitStep(SetUpStep):
    """Finds the unit as one types, with or without marks; what is typed there walks the list."""

    def __init__(self, units: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self.ready)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Units"))
        self.list.setFixedHeight(_LIST_HEIGHT)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for code, name in units:
            item = QListWidgetItem(f"{name} ({code})")
            item.setData(_CODE, code)
            item.setData(_KEY, search_key(f"{name} {code}"))
            self.list.addItem(item)
        other = QListWidgetItem(self.tr("Another unit…"))
        other.setData(_CODE, _OTHER)
        self.list.addItem(other)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(self.ready)
        self.code, self.name = QLineEdit(), QLineEdit()
        self.unit_row = FieldRow(
            self.tr("Your unit"), self.search, self.tr("type a part of its name, without marks too")
        )
        self.code_row = FieldRow(self.tr("Code of the unit"), self.code)
        self.name_row = FieldRow(self.tr("Name of the unit"), self.name)
        self.code.returnPressed.connect(self.ready)
        self.name.returnPressed.connect(self.ready)
        own = QHBoxLayout()
        own.setSpacing(Space.M)
        own.addWidget(self.code_row, 1)
        own.addWidget(self.name_row, 2)
        self.body.addWidget(self.unit_row)
        self.body.addWidget(self.list)
        self.body.addLayout(own)
        self._show_own()

    def title(self) -> str:
        """Return what the step is about."""
        return self.tr("The unit")

    def start(self) -> None:
        """Put the cursor where one types."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def unit(self) -> tuple[str, str | None]:
        """Return code and name; the name only of a unit that is not in the list."""
        if self._is_other():
            return self.code.text().strip(), self.name.text().strip()
        return str(self.list.currentItem().data(_CODE)), None

    def is_complete(self) -> bool:
        """Say whether a unit is chosen, or another one named."""
        item = self.list.currentItem()
        is_chosen = item is not None and not item.isHidden()
        self.unit_row.set_error(None if is_chosen else self.tr("Please choose your unit."))
        if not is_chosen:
            self.start()
            return False
        missing = self.tr("Please fill this in.")
        for row, field in ((self.code_row, self.code), (self.name_row, self.name)):
            is_missing = self._is_other() and not field.text().strip()
            row.set_error(missing if is_missing else None)
            if is_missing:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while one types."""
        if isinstance(event, QKeyEvent) and event.key() in _WALKING:
            return bool(self.list.event(event))
        return False

    def _is_other(self) -> bool:
        item = self.list.currentItem()
        return item is not None and str(item.data(_CODE)) == _OTHER

    def _show_own(self) -> None:
        for row in (self.code_row, self.name_row):
            row.setVisible(self._is_other())

    @Slot()
    def _on_typed(self) -> None:
        wanted = search_key(self.search.text())
        first: QListWidgetItem | None = None
        for place in range(self.list.count()):
            item = self.list.item(place)
            is_other = item.data(_CODE) == _OTHER
            item.setHidden(not is_other and wanted not in item.data(_KEY))
            if first is None and not item.isHidden() and not is_other:
                first = item
        current = self.list.currentItem()
        if wanted and first is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(first)
        elif current is not None and current.isHidden():
            self.list.setCurrentRow(-1)

    @Slot()
    def _on_chosen(self) -> None:
        self.unit_row.set_error(None)
        self._show_own()


class AdministratorStep(SetUpStep):
    """The account that may do everything, and its password."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name_row = FieldRow(
            self.tr("Administrator's account"), self.name, self.tr("for example: quantri")
        )
        self.pair = PasswordPair(language, label=self.tr("Password"))
        self.name.returnPressed.connect(self.pair.start)
        self.pair.submitted.connect(self.ready)
        self.body.addWidget(self.name_row)
        self.body.addWidget(self.pair)
        self.body.addStretch(1)

    def title(self) -> str:
        """Return what the step is about."""
        return self.tr("The administrator")

    def start(self) -> None:
        """Put the cursor where something is missing."""
        if self.name.text().strip():
            self.pair.start()
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_complete(self) -> bool:
        """Say whether name and password may be set."""
        said = self.tr("Please type a name, without your title.")
        is_named = bool(self.name.text().strip())
        self.name_row.set_error(None if is_named else said)
        if not is_named:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return self.pair.password() is not None


class BackupStep(SetUpStep):
    """A second place for backups, which may be left for later."""

    def __init__(
        self, ask_folder: ChooseFolder = choose_folder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask_folder = ask_folder
        self.folder: Path | None = None
        self.chosen = Text("", "strong")
        self.choose_button = SecondaryButton(self.tr("Choose a folder…"))
        self.choose_button.clicked.connect(self._on_choose)
        self.without_button = SecondaryButton(self.tr("Only on this computer"))
        self.without_button.clicked.connect(self._on_without)
        advice = self.tr(
            "Backups are made by themselves, encrypted, beside the store. A second place, such as a"
            " stick or another disk, saves what a lost computer takes with it. It can be chosen"
            " later in the settings too."
        )
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.choose_button)
        row.addWidget(self.without_button)
        row.addStretch(1)
        self.body.addWidget(Text(advice))
        self.body.addWidget(self.chosen)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self._show()

    def title(self) -> str:
        """Return what the step is about."""
        return self.tr("The backups")

    def start(self) -> None:
        """Leave the focus to what leads on: nothing has to be chosen here."""

    def _show(self) -> None:
        said = self.tr("Backups stay on this computer only.")
        if self.folder is not None:
            said = self.tr("Backups go to %1 as well.").replace("%1", str(self.folder))
        self.chosen.setText(said)
        self.without_button.setVisible(self.folder is not None)

    @Slot()
    def _on_choose(self) -> None:
        folder = self._ask_folder(self)
        if folder is not None:
            self.folder = folder
            self._show()

    @Slot()
    def _on_without(self) -> None:
        self.folder = None
        self._show()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)
