"""One's own account, and what an administrator may change, with one way to save it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.clock import Clock
from models.errors import UserError
from models.ids import derived_id
from models.permissions import Permission
from models.settings.commands import check_setting
from models.store.changes import Changes
from ui.about.card import AboutCard
from ui.accounts.accounts_card import AccountsCard
from ui.accounts.own_card import OwnAccountCard
from ui.accounts.people import People
from ui.context import PageContext
from ui.messages import sentence
from ui.newest import Newest
from ui.settings.appearance_card import AppearanceCard
from ui.settings.backups_card import BackupsCard
from ui.settings.kiosk import KioskSection
from ui.settings.letterhead import LetterheadSection
from ui.settings.loading import InForce, read_in_force, store_changes
from ui.settings.questionnaires import ChooseFile, QuestionnairesCard, choose_file
from ui.settings.reasons import ReasonsSection
from ui.settings.rekeying import RekeyingSection
from ui.settings.roots_card import RootsCard
from ui.settings.rules import RulesSection
from ui.settings.safekeeping import Safekeeping
from ui.settings.section import Section
from ui.settings.splits import SplitsSection
from ui.settings.values import SPLIT, Values, changed, merged, settings_values
from ui.theme.sizes import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.page_header import PageHeader

_READ = ("setting.", "unit.", "questionnaire.")
_DRAFT_KIND = "settings"
_REFUSED = "settings.bad_"


class SettingsPage(QWidget):
    """What is typed and not saved is kept as a draft, and what others change comes in beside it.

    Shown is what the account may change; everybody has the own account.
    """

    def __init__(
        self, context: PageContext, clock: Clock, people: People, parent: QWidget | None = None,
        *, keeping: Safekeeping | None = None, ask_file: ChooseFile = choose_file,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context = context
        self._stored: Values | None = None
        self._is_stale = True
        self._readings = Newest(self._on_read)
        self._is_filling = False
        self._draft = derived_id("draft", [_DRAFT_KIND, context.account.hex])
        self.letterhead = LetterheadSection()
        self.rules = RulesSection()
        self.rekeying = RekeyingSection()
        self.kiosk = KioskSection()
        self.reasons = ReasonsSection()
        self.splits = SplitsSection()
        self.questionnaires = QuestionnairesCard(context, ask_file)
        self._sections: tuple[Section, ...] = ()
        if context.may(Permission.CHANGE_SETTINGS):
            self._sections = (
                self.letterhead, self.rules, self.rekeying, self.reasons, self.kiosk,
                self.splits,
            )  # fmt: skip
        self.banner = Banner()
        self.banner.setVisible(False)
        self.own = OwnAccountCard(context, people)
        self.backups = BackupsCard(context, keeping) if keeping is not None else None
        self.accounts = AccountsCard(context, people)
        self.appearance = AppearanceCard(context.language)
        may_change = context.may(Permission.CHANGE_SETTINGS)
        self.roots = RootsCard(context) if may_change else None
        for card in (self.own, self.accounts):
            card.opened.connect(self._on_opened)
        self._lay_out()
        for section in self._sections:
            section.edited.connect(self._on_edited)
        context.bus.changed.connect(self._on_changed)

    def values(self) -> Values:
        """Return what stands in all fields."""
        return {key: value for part in self._sections for key, value in part.values().items()}

    def show_own_account(self) -> None:
        """Go to what concerns one's own account."""
        self.area.ensureWidgetVisible(self.own)
        self.own.take_focus()

    def open_part(self, part: str) -> None:
        """Go to a part by its name: `backups` or `accounts`."""
        card = {"backups": self.backups, "accounts": self.accounts}.get(part)
        if card is not None and card.isVisibleTo(self):
            self._on_opened(card)
            card.take_focus()

    def refresh(self) -> None:
        """Read what is in force; what was typed stays."""
        self._is_stale = False
        self._context.read(read_in_force, self._readings.answer(), self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _lay_out(self) -> None:
        whole = self.tr("They apply to this whole store.") if self._sections else ""
        self._header = PageHeader(self.tr("Settings"), whole)
        self.undo_button = SecondaryButton(self.tr("Undo changes"), icon="undo")
        self.undo_button.clicked.connect(self._on_undo)
        self.save_button = PrimaryButton(self.tr("Save changes"), icon="check", hint="Ctrl+S")
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.clicked.connect(self._on_save)
        self._header.add_action(self.undo_button)
        self._header.add_action(self.save_button)
        for button in (self.undo_button, self.save_button):
            button.setVisible(bool(self._sections))
        holder = QWidget()
        holder.setProperty("surface", "plain")
        cards = QVBoxLayout(holder)
        cards.setContentsMargins(0, 0, Space.XS, 0)
        cards.setSpacing(Space.M)
        for card in (*self._sections, *self._cards()):
            cards.addWidget(card)
        cards.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(holder)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setProperty("surface", "plain")
        self.area.viewport().setAutoFillBackground(False)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.banner)
        column.addWidget(self.area, 1)
        # Tab goes from what is typed to what is done with it, so the head comes last.
        column.insertWidget(0, self._header)
        self._show_state()

    def _cards(self) -> list[QWidget]:
        """Return the cards that stand for themselves, as far as the account may use them."""
        cards: list[QWidget] = []
        if self._context.may(Permission.PUBLISH_QUESTIONNAIRES):
            cards.append(self.questionnaires)
        if self.roots is not None:
            cards.append(self.roots)
        if self._context.may(Permission.MANAGE_ACCOUNTS):
            cards.append(self.accounts)
        if self.backups is not None and self._context.may(Permission.BACK_UP):
            cards.append(self.backups)
        about = [AboutCard(self._context.facts)] if self._context.facts is not None else []
        return [*cards, self.own, self.appearance, *about]

    def _changed(self) -> Values:
        return {} if self._stored is None else changed(self.values(), self._stored)

    def _show_state(self) -> None:
        is_edited = bool(self._changed())
        self.save_button.setEnabled(is_edited)
        self.undo_button.setEnabled(is_edited)

    def _fill(self, values: Values) -> None:
        self._is_filling = True
        for section in self._sections:
            section.show_values(values)
        self._is_filling = False
        self._show_state()

    def _on_read(self, found: InForce) -> None:
        self.questionnaires.show_published(found.questionnaires)
        if not self._sections:
            return
        fresh = settings_values(found.settings, found.register)
        if self._stored is None:
            typed = {**fresh, **self._kept(fresh)}
            shown = merged(typed, fresh, fresh)
        else:
            shown = merged(self.values(), self._stored, fresh)
        self._stored = fresh
        self._fill(shown)

    def _kept(self, fresh: Values) -> Values:
        drafts = dict(self._context.drafts.all(_DRAFT_KIND))
        kept = changed(drafts.get(self._draft, {}), fresh)
        if kept:
            self.banner.show_message("info", self.tr("Changes that were not saved are back."))
        return kept

    @Slot()
    def _on_edited(self) -> None:
        if self._is_filling or self._stored is None:
            return
        edited = self._changed()
        if edited:
            self._context.drafts.put(_DRAFT_KIND, self._draft, edited)
        else:
            self._context.drafts.drop(self._draft)
        self._show_state()

    @Slot()
    def _on_undo(self) -> None:
        if self._stored is not None:
            self._context.drafts.drop(self._draft)
            self.banner.setVisible(False)
            self._fill(self._stored)
            for key in self._stored:
                self._set_error(key, None)

    @Slot()
    def _on_save(self) -> None:
        values = self._changed()
        wrong = {key: said for key in values if (said := self._problem(key, values[key]))}
        for key, said in wrong.items():
            self._set_error(key, said)
        if wrong:
            self._go_to(next(iter(wrong)))
        elif values:
            self.save_button.setEnabled(False)
            command = partial(store_changes, unit=self._context.unit, values=values)
            self._context.write(command, partial(self._on_saved, values), self._on_failed)

    def _problem(self, key: str, value: object) -> str | None:
        for section in self._sections:
            if key in section.keys() and (said := section.problem(key)):  # noqa: SIM118
                return said
        if key.startswith(SPLIT):
            return None
        try:
            check_setting(key, value)
        except UserError as error:
            return sentence(error, self._context.language)
        return None

    def _on_saved(self, values: Values, _nothing: None) -> None:
        assert self._stored is not None
        self._stored = {**self._stored, **values}
        for section in self._sections:
            section.settle()
        if not self._changed():
            self._context.drafts.drop(self._draft)
        self.banner.show_message("success", self.tr("The changes are saved."))
        self._show_state()

    def _on_failed(self, error: Exception) -> None:
        said = sentence(error, self._context.language)
        self._show_state()
        key = error.code.removeprefix(_REFUSED) if isinstance(error, UserError) else ""
        if self._set_error(key, said):
            self._go_to(key)
        else:
            self.banner.show_message("danger", said)

    def _set_error(self, key: str, said: str | None) -> bool:
        return any(section.set_error(key, said) for section in self._sections)

    def _go_to(self, key: str) -> None:
        for section in self._sections:
            if key in section.keys():  # noqa: SIM118
                section.go_to(key)
                focused = self.focusWidget()
                if focused is not None:
                    self.area.ensureWidgetVisible(focused, 0, int(Space.XXL))

    @Slot(object)
    def _on_opened(self, part: QWidget) -> None:
        """Bring what a card opened into sight, once it has its place."""
        QTimer.singleShot(0, part, partial(self.area.ensureWidgetVisible, part, 0, int(Space.XL)))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not any(changes.touches(prefix) for prefix in _READ):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True
