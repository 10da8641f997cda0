"""Taking a list of households in: choose the file, look at what would happen, then take it in.

Nothing is stored before the main action, and nothing of what is stopped or fails.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from models.clock import Clock
from models.errors import Problem, UserError
from models.figures import format_integer
from ui.context import PageContext
from ui.jobs import Progress
from ui.messages import sentence
from ui.register.list_import_alike import AlikeRows
from ui.register.list_import_done import taken_state
from ui.register.list_import_file import AskFile, ask_list, ask_problem_file, dropped_list
from ui.register.list_import_steps import ListSteps
from ui.register.list_import_tasks import (
    ListPreview,
    ListStopped,
    ListTaken,
    open_file,
    plan_file,
    save_problems,
    take_in,
)
from ui.theme.sizes import Space
from ui.veiled_work import Answer, VeiledWork
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from exports.sheets.household_lists import ListFile

# On the letters and on the number pad.
_TAKE_IN = ("Ctrl+Return", "Ctrl+Enter")
_CHOOSE = "Ctrl+O"


class ListImportPage(QWidget):
    """`closed` says that the person is done here, whether a list was taken in or not."""

    closed = Signal()

    def __init__(
        self, context: PageContext, clock: Clock, parent: QWidget | None = None, *,
        ask_file: AskFile = ask_list, ask_target: AskFile = ask_problem_file,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._ask_file, self._ask_target = ask_file, ask_target
        self._preview: ListPreview | None = None
        # The file with the columns that were chosen last, of which a preview may still be made.
        self._file: ListFile | None = None
        self._corrected: dict[str, int] = {}
        # `_is_stale`: something was chosen that the preview does not show yet.
        self._is_leaving = self._goes_on = self._is_stale = False
        self.setAcceptDrops(True)
        self._make_head()
        self._make_places()
        self._lay_out()
        self._work = VeiledWork(context, self)
        self._alike = AlikeRows(context, self)
        self._alike.found.connect(self._on_alike_found)
        self._show_choice()

    def start(self, path: Path | None = None) -> None:
        """Begin with a file, or with the question which one."""
        if self._work.is_storing:
            return
        self._drop()
        if path is None:
            self._show_choice()
            self._choose.action.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._preview, self._file, self._corrected = None, None, {}
        self._is_stale = False
        self.steps.clear()
        self._header.set_subtitle(path.name)
        work = partial(
            open_file, self._context.store, path, self._context.unit, self._clock.today()
        )
        said = self.tr("The list is being read")
        self._goes_on = True
        self._run(said, work, self._on_planned, self._on_not_opened, self.start)

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        if self._places.currentWidget() is self.steps:
            if not self.steps.take_focus():
                next_ = self._take_in if self._take_in.isEnabled() else self._back
                next_.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            is_done = self._places.currentWidget() is self._done
            button = self._done.action if is_done else self._choose.action
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape; what was decided here is asked about first."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._on_back()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may be a list."""
        if dropped_list(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with the file that was dropped."""
        path = dropped_list(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.start(path)

    # Making

    def _make_head(self) -> None:
        self._header = PageHeader(self.tr("Taking a list in"))
        self._back = SecondaryButton(self.tr("Back"), icon="arrow-left", hint="Esc")
        self._back.clicked.connect(self._on_back)
        self._other = SecondaryButton(self.tr("Another file…"), hint="Ctrl+O")
        self._other.setShortcut(_CHOOSE)
        self._other.clicked.connect(self._on_choose)
        self._take_in = PrimaryButton(self.tr("Take the list in"), icon="check", hint="Ctrl+⏎")
        self._take_in.clicked.connect(self._on_take_in)
        # Not the button's own: its keys are dead while something stands in the way.
        keys = QShortcut(self)
        keys.setKeys([QKeySequence(sequence) for sequence in _TAKE_IN])
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_keys_pressed)
        for button in (self._back, self._other, self._take_in):
            self._header.add_action(button)
        self.banner = Banner()
        self.banner.setVisible(False)
        self.banner.action_requested.connect(self._on_banner_action)

    def _make_places(self) -> None:
        self._choose = EmptyState(
            "inbox",
            self.tr("Which list comes in?"),
            self.tr("Choose a spreadsheet (XLSX, XLS or CSV), or drop it here. You see what would "
                    "happen before anything is stored."),
            self.tr("Choose a file"), hint="⏎",
        )  # fmt: skip
        self._choose.action_requested.connect(self._on_choose)
        self.steps = ListSteps(self._context.language)
        self.steps.columns_chosen.connect(self._on_columns_chosen)
        self.steps.changed.connect(self._on_choices_changed)
        self.steps.settled.connect(self._on_settled)
        self.steps.agreed.connect(self._show_action)
        self.steps.save_requested.connect(self._on_save)
        self._done = taken_state(None)

    def _lay_out(self) -> None:
        holder = QWidget()
        self._places = QStackedLayout(holder)
        for place in (self._choose, self.steps, self._done):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._header)
        column.addWidget(self.banner)
        column.addWidget(holder, 1)

    # What is on show

    def _show_choice(self) -> None:
        self._preview = self._file = None
        self._header.set_subtitle("")
        self._places.setCurrentWidget(self._choose)
        self._show_action()

    def _show_preview(self, preview: ListPreview) -> None:
        self._preview, self._file, self._is_stale = preview, preview.plan.file, False
        self.banner.setVisible(False)
        self.steps.show_preview(preview, self._context.unit)
        self._places.setCurrentWidget(self.steps)
        self._alike.look(preview.plan)
        self._show_action()

    @Slot(object)
    def _on_alike_found(self, notes: tuple[Problem, ...]) -> None:
        self.steps.show_alike(notes)
        self._show_action()

    @Slot()
    def _show_action(self) -> None:
        has_preview = self._places.currentWidget() is self.steps
        self._take_in.setVisible(has_preview)
        self._other.setVisible(self._places.currentWidget() is not self._choose)
        said = self._obstacle()
        self._take_in.setEnabled(has_preview and not said)
        sentences = [said or self.tr("Nothing is stored yet: Ctrl+⏎ takes the list in.")]
        waiting = 0 if said else self.steps.pairs.waiting()
        if waiting:
            open_ = self.tr("%n row(s) not settled below would be added as new.", "", waiting)
            sentences.append(open_.replace(str(waiting), format_integer(waiting)))
        if self._alike.is_looking:
            sentences.append(self.tr("Rows that may be one household are being looked for."))
        self.steps.say(" ".join(sentences))

    def _obstacle(self) -> str:
        """Return what is to be done before the list can be taken in, "" for nothing."""
        if self._preview is None or self._is_stale:
            return self.tr("The preview is not up to date.")
        plan = self._preview.plan
        if plan.unsettled:
            return self.tr("Say first where the hamlets of the split ward belong.")
        if self.steps.asks_where() and not self.steps.is_left_out():
            return self.tr("Say where the rows belong that name no hamlet, or leave them out.")
        if not plan.read.rows:
            return self.tr("No row of this list can be taken in. Look at the columns first.")
        if not (plan.added or plan.updated):
            return self.tr("The register knows all of this already; there is nothing to take in.")
        if plan.problems and not self.steps.is_left_out():
            return self.tr(
                "Some rows cannot be taken in. Leave them out (Space), or have them put right."
            )
        return ""

    # Choosing and planning

    @Slot()
    def _on_choose(self) -> None:
        if self._work.is_storing:
            return
        path = self._ask_file(self, "")
        if path is not None:
            self.start(path)

    def _on_not_opened(self, error: Exception) -> None:
        self._show_choice()
        self.banner.show_message("danger", sentence(error, self._context.language))
        self._choose.action.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, object)
    def _on_columns_chosen(self, fingerprint: str, columns: dict[str, int]) -> None:
        file = self._file
        if file is None:
            return
        source = next(one for one in file.sources if one.layout.fingerprint == fingerprint)
        self._corrected[fingerprint] = len(source.layout.header_rows)
        self._plan(file.with_columns(fingerprint, columns))

    @Slot()
    def _on_choices_changed(self) -> None:
        if self._file is not None:
            self._plan(self._file)

    @Slot()
    def _on_settled(self) -> None:
        """Plan anew, and go on to what is next."""
        self._goes_on = True
        self._on_choices_changed()

    def _plan(self, file: ListFile) -> None:
        self._alike.drop()
        self._file, self._is_stale = file, True
        work = partial(
            plan_file, self._context.store, file, self._context.unit, self._clock.today(),
            self.steps.choices(),
        )  # fmt: skip
        said = self.tr("The list is being compared with the register")
        self._run(said, work, self._on_planned, self._on_failed, self._tell_stale)

    def _on_planned(self, preview: ListPreview) -> None:
        goes_on, self._goes_on = self._goes_on, False
        self._show_preview(preview)
        if goes_on:
            self.take_focus()

    def _tell_stale(self) -> None:
        said = self.tr("The preview does not show your last choice yet.")
        self.banner.show_message("warning", said, self.tr("Compare again"))
        self._show_action()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ListStopped):
            self.banner.show_message("info", self.tr("Stopped. Nothing of the list was stored."))
            self._show_action()
            return
        if isinstance(error, UserError) and error.code == "households.changed_meanwhile":
            self._is_stale = True
        action = self.tr("Compare again") if self._is_stale else ""
        self.banner.show_message("danger", sentence(error, self._context.language), action)
        self._show_action()

    @Slot()
    def _on_banner_action(self) -> None:
        if self._is_leaving:
            self._leave()
        else:
            self._on_choices_changed()

    # Taking in

    @Slot()
    def _on_keys_pressed(self) -> None:
        """Take the list in, or lead to what stands in the way."""
        if self._work.is_busy:
            return
        if self._take_in.isVisibleTo(self) and self._take_in.isEnabled():
            self._take_in.click()
        else:
            self.take_focus()

    @Slot()
    def _on_take_in(self) -> None:
        if self._preview is None or self._work.is_busy or self._obstacle():
            return
        stop = threading.Event()
        work = partial(
            take_in, self._context.store, self._preview.plan, self.steps.choices().decided,
            dict(self._corrected), self._context.unit, self._clock.today(), self._context.account,
            stop,
        )  # fmt: skip
        said = self.tr("The list is being taken in")
        self._work.store(said, work, self._on_taken, self._on_failed, stop)

    def _on_taken(self, taken: ListTaken) -> None:
        self.banner.setVisible(False)
        self._preview = self._file = None
        self._alike.clear()
        self._places.removeWidget(self._done)
        self._done.deleteLater()
        self._done = taken_state(taken)
        self._done.action_requested.connect(self.closed)
        self._places.addWidget(self._done)
        self._places.setCurrentWidget(self._done)
        self._show_action()
        self.take_focus()

    @Slot()
    def _on_save(self) -> None:
        if self._preview is None:
            return
        plan = self._preview.plan
        name = self.tr("Problems - %1").replace("%1", Path(plan.file.name).stem)
        path = self._ask_target(self, name + ".xlsx")
        if path is None:
            return
        work = partial(save_problems, self._context, plan, self.steps.notes.notes(), path)
        said = self.tr("The problems are being saved")
        self._run(said, work, self._on_saved, self._on_failed, self._show_action)

    def _on_saved(self, path: Path) -> None:
        self.banner.show_message("success", self.tr("Saved as %1.").replace("%1", path.name))
        self._show_action()

    # Leaving

    @Slot()
    def _on_back(self) -> None:
        if self._work.is_storing:
            return
        would_lose = self._places.currentWidget() is self.steps and self.steps.has_decisions()
        if would_lose and not self._is_leaving:
            self._is_leaving = True
            said = self.tr("What you decided here is lost if you leave. Esc again leaves.")
            self.banner.show_message("warning", said, self.tr("Leave"))
            return
        self._leave()

    def _leave(self) -> None:
        self._drop()
        self.steps.clear()
        self._show_choice()
        self.closed.emit()

    def _run(
        self, said: str, work: Callable[[Progress], Any], done: Answer, failed: Answer,
        stopped: Callable[[], None],
    ) -> None:  # fmt: skip
        self._is_leaving = False
        self._take_in.setEnabled(False)
        self._work.run(said, work, done, failed, stopped)

    def _drop(self) -> None:
        self._work.drop()
        self._alike.clear()
        self._is_leaving = False
        self.banner.setVisible(False)
