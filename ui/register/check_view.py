"""One household at its door: what stands, what was found, saved with Enter, and the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from models.clock import Clock
from models.sentences.catalog import say
from ui.context import PageContext
from ui.messages import sentence
from ui.register.check_draft import CheckDraft
from ui.register.check_entry import CheckEntry
from ui.register.check_hand import CheckInHand
from ui.register.check_head import CheckFoot, CheckHead
from ui.register.check_keys import Action, action_of
from ui.register.check_loading import OpenHousehold
from ui.register.check_panels import CheckPanels
from ui.register.check_saver import CheckSaver
from ui.register.check_scans import CheckScans
from ui.register.check_typing import CheckTyping
from ui.register.check_walk import CheckWalk
from ui.register.check_words import outcome_name
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.role import plays


@plays(QAccessible.Role.Form)
class CheckView(QWidget):
    """Checks one household after the other. Every key is kept as a draft before it is shown."""

    left = Signal()
    household_opened = Signal(object)
    merge_requested = Signal(object)

    def __init__(self, context: PageContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._newer: OpenHousehold | None = None
        self._is_strict = self._is_saving = self._is_staying = self._is_forgetting = False
        self.walk = CheckWalk(context, clock, self)
        self.walk.came.connect(self._on_came)
        self.walk.finished.connect(self._on_finished)
        self.walk.failed.connect(self._on_failed)
        self.walk.changed_elsewhere.connect(self._on_changed_elsewhere)
        self._hand = CheckInHand(context, clock, self)
        self._hand.unkept.connect(self._warn)
        self.saver = CheckSaver(context, self)
        self.saver.saved.connect(self._on_saved)
        self.saver.refused.connect(self._on_refused)
        self.saver.delayed.connect(self._on_delayed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panels: CheckPanels = CheckPanels(context, clock)
        self.form = self.panels.form
        self._lay_out()
        self.scans = CheckScans(context, self._hand, self.walk, self)
        self.scans.read.connect(self._show_form)
        self.scans.told.connect(self._tell)
        self.scans.offered.connect(self._on_offered)
        self.scans.code_held.connect(self._on_code_held)
        self.scans.changed.connect(self._changed)
        self._typing = CheckTyping(self._hand, self.walk, self.panels, self.scans, self)
        self._typing.changed.connect(self._changed)
        self._typing.warned.connect(self._warn)
        for widget in (self, self.panels.visit, *self.form.fields()):
            self.scans.box.watch(widget)

    @property
    def entry(self) -> CheckEntry:
        """The check in hand."""
        return self._hand.entry

    @property
    def household(self) -> UUID | None:
        """The household on show, None while there is none."""
        return self.walk.opened.household.id if self.walk.opened is not None else None

    @property
    def is_saving(self) -> bool:
        """Say whether a check is on its way to the disk."""
        return self._is_saving

    def take_focus(self) -> None:
        """Put the focus where the next key is wanted."""
        panel = self.panels.currentWidget()
        if panel is self.panels.done:
            self.panels.done.action.setFocus(Qt.FocusReason.OtherFocusReason)
        elif panel is self.panels.visit:
            self.panels.visit.take_focus()
        elif panel is None or panel is self.form:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the page; those of a panel or a field have been there before."""
        action = action_of(event)
        is_held = event.isAutoRepeat() and action not in ("before", "after")
        if action is None:
            super().keyPressEvent(event)
        elif not is_held:
            self._press(action)

    def _lay_out(self) -> None:
        self.head = CheckHead(self._context.language)
        self.head.action_requested.connect(self._press)
        self.banner = Banner()
        self.banner.setVisible(False)
        self.banner.action_requested.connect(self._on_banner_action)
        self.panels.told.connect(self._tell)
        self.panels.left.connect(self._show_form)
        self.panels.settled.connect(self._on_settled)
        self.panels.done.action_requested.connect(self.left)
        self.form.outcome_chosen.connect(self._press)
        self.form.plate_toggled.connect(self._toggle_plate)
        self.form.field_finished.connect(self._show)
        self._foot = CheckFoot()
        self._foot.action_requested.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        for part in (self.head, self.banner, self.panels, self._foot):
            column.addWidget(part)
        column.setStretchFactor(self.panels, 1)
        # Tab leads from the digits to the fields, and to the buttons last.
        stops = [self, *self.form.stops(), *self._foot.stops(), *self.head.stops()]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    # What the keys do.

    @Slot(str)
    @Slot(int)
    def _press(self, action: Action | int) -> None:
        """Do what a key says."""
        was_forgetting, self._is_forgetting = self._is_forgetting, False
        if self._is_saving or self.walk.opened is None:
            # On its way to the disk nothing changes any more; leaving is always possible.
            if action == "back":
                self.left.emit()
        elif isinstance(action, int):
            if self.panels.is_form and self.entry.choose(action):
                self._changed()
        elif action == "forget":
            self._forget(is_sure=was_forgetting)
        else:
            _DO[action](self)

    def _leave(self) -> None:
        if not self.panels.is_form:
            self._show_form()
        elif isinstance(QApplication.focusWidget(), QLineEdit):
            self.take_focus()
        else:
            self.left.emit()

    def _save(self) -> None:
        if self.entry.is_passed_over and self.walk.added is None:
            self.walk.next()
        else:
            self._send(is_staying=False)

    def _save_and_stay(self) -> None:
        self._send(is_staying=True)

    def _send(self, *, is_staying: bool) -> None:
        reading = self.entry.read()
        if reading.problems or self.form.day.problem():
            self._is_strict = True
            self._show_form()
            if not self.form.focus_problem(reading) and self.form.day.problem():
                self.form.day.setFocus(Qt.FocusReason.TabFocusReason)
            self._show()
            return
        self._is_saving, self._is_staying = True, is_staying
        self.banner.setVisible(False)
        self.walk.keys.hold()
        self.saver.send(self._hand.sent())

    @Slot()
    def _toggle_plate(self) -> None:
        self.entry.toggle_plate()
        self._changed()

    def _to_fields(self) -> None:
        self._show_form()
        self.form.focus_first()

    def _to_note(self) -> None:
        self._show_form()
        self.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _forget(self, *, is_sure: bool) -> None:
        """Throw away what was typed, when it is asked for twice."""
        if self.entry.is_untouched:
            return
        self._is_forgetting = not is_sure
        if is_sure:
            self._hand.throw_away()
            self.banner.setVisible(False)
            self._show()
            return
        said = self.tr("Press − again to throw away what was typed here.")
        self.banner.show_message("warning", said, self.tr("Throw away"))

    def _take_offer(self) -> None:
        self.banner.setVisible(False)
        self.scans.take_offer()

    def _renew(self) -> None:
        """Go on from how the household stands now."""
        if self._newer is not None:
            self.walk.opened, self._newer = self._newer, None
            self._hand.stand_on(self.walk.opened)
            self.banner.setVisible(False)
            self.head.show_household(self.walk.opened, is_new=False)
            self._show()

    def _merge(self) -> None:
        if self.household is not None and self.walk.added is None:
            self.merge_requested.emit(self.household)

    def _new(self) -> None:
        if self.walk.opened is not None:
            self.walk.open_new(self.walk.opened.household.hamlet_key, self.walk.wanted)

    # What was typed.

    @Slot()
    def _changed(self) -> None:
        """Keep the check as a draft, then show it."""
        self._hand.keep()
        self._show()

    @Slot(str, str)
    def _on_code_held(self, code: str, text: str) -> None:
        self.form.say_who_has(code, text)
        self._show()

    @Slot(str, str)
    def _on_offered(self, text: str, action: str) -> None:
        self.banner.show_message("info", text, action + "  F3")

    # What the store answered.

    @Slot()
    def _on_came(self) -> None:
        opened = self.walk.opened
        assert opened is not None
        self._is_saving = self._is_strict = False
        self._newer = None
        self.scans.forget_offer()
        self.banner.setVisible(False)
        found = self._hand.open(opened, self.walk.wanted, self.walk.added)
        self.head.show_household(opened, is_new=self.walk.added is not None)
        self.setAccessibleName(self.head.title())
        self._show_form()
        if opened.household.merged_into is not None:
            self._tell("warning", say("households.is_merged", self._context.language))
        elif found == "stale":
            self._on_changed_elsewhere(opened)
        elif found == "resumed":
            said = self.tr("What was half typed here is back. Please go on.")
            self.banner.show_message("info", said)
        self._show()
        if self.walk.added is None:
            self.household_opened.emit(opened.household.id)
        else:
            self.form.focus_first()

    @Slot()
    def _on_finished(self) -> None:
        self._is_saving = False
        self.banner.setVisible(False)
        self.panels.show_done()
        self.take_focus()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_saving = False
        self.banner.show_message("danger", sentence(error, self._context.language))
        self.take_focus()

    @Slot(object)
    def _on_changed_elsewhere(self, opened: OpenHousehold) -> None:
        if self._is_saving:
            return
        self._newer = opened
        if self.entry.is_untouched:
            self._renew()
            return
        said = self.tr("This household was changed meanwhile. F5 shows how it stands now; what "
                       "was typed stays.")  # fmt: skip
        self.banner.show_message("warning", said, self.tr("Show how it stands") + "  F5")

    @Slot()
    def _on_settled(self) -> None:
        self._show_form()
        self.walk.look_again()

    @Slot(object, object)
    def _on_saved(self, draft: CheckDraft, made: UUID) -> None:
        opened = self.walk.opened
        if opened is None or draft.household != opened.household.id or not self._is_saving:
            return
        assert draft.sending is not None
        name = self.entry.text_of("name") or self.entry.text_of("address")
        outcome = outcome_name(draft.sending.outcome, self._context.language)
        said = self.tr("Saved: %1 – %2").replace("%1", name).replace("%2", outcome)
        self.head.show_saved(said)
        if draft.added is not None:
            self.walk.open(made, self.walk.wanted)
        elif self._is_staying:
            self.walk.open(draft.household, self.walk.wanted)
        else:
            self.walk.next()

    @Slot(object, object)
    def _on_refused(self, draft: CheckDraft, error: Exception) -> None:
        if draft.household == self.household:
            self.walk.keys.drop()
            self._on_failed(error)

    @Slot(str)
    def _on_delayed(self, said: str) -> None:
        self.walk.keys.drop()
        self._warn(said)

    # What is shown.

    @Slot(str)
    def _warn(self, said: str) -> None:
        self.banner.show_message("warning", said)

    @Slot(str, str)
    def _tell(self, tone: Any, text: str) -> None:
        self.scans.forget_offer()
        self.banner.show_message(tone, text)

    @Slot()
    def _on_banner_action(self) -> None:
        self._press("forget" if self._is_forgetting else "renew" if self._newer else "take")

    @Slot()
    def _show_form(self) -> None:
        if self.walk.opened is not None:
            self.panels.show_form(self.entry)
            self.take_focus()

    @Slot()
    def _show(self) -> None:
        if self.walk.opened is not None:
            reading = self.entry.read()
            self.form.show_entry(
                self.entry, self.walk.opened, reading, is_strict=self._is_strict
            )


_DO: Final[Mapping[str, Callable[[CheckView], None]]] = {
    "save": CheckView._save,
    "save_stay": CheckView._save_and_stay,
    "back": CheckView._leave,
    "before": lambda view: view.walk.before(),
    "after": lambda view: view.walk.after(),
    "plate": CheckView._toggle_plate,
    "fields": CheckView._to_fields,
    "note": CheckView._to_note,
    "take": CheckView._take_offer,
    "visit": lambda view: view.panels.open_visit(),
    "history": lambda view: view.panels.open_history(),
    "decide": lambda view: view.panels.open_conflicts(),
    "merge": CheckView._merge,
    "new": CheckView._new,
    "renew": CheckView._renew,
}
