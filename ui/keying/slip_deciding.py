"""What waits of one slip, in words, and what the slip is once a person has decided: no widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from models.accounts.queries import account_names
from models.questionnaires.answers import check_value
from models.questionnaires.compiled import CompiledForm, compile_form
from models.questionnaires.form import Node
from models.questionnaires.queries import read_form
from models.sentences.catalog import Language
from models.settings.queries import read_settings
from models.settings.record import Settings
from models.surveys.events import ANSWER_PREFIX, content_fields, corrected
from models.surveys.records import SlipContent, dossier_code
from models.surveys.state import REASON
from models.surveys.undecided import (
    SlipConflict,
    SlipSaid,
    UndecidedSlip,
    read_undecided,
    undecided_slips,
)
from models.units.queries import read_units
from ui.keying.entry import SlipEntry, written
from ui.keying.loading import unit_name
from ui.keying.story import field_text, value_text
from ui.widgets.decision_view import Decision, Taken

if TYPE_CHECKING:
    from sqlalchemy import Connection

# One for each digit.
_MOST_OPTIONS: Final = 9


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A slip that waits, with all that its words need."""

    undecided: UndecidedSlip
    compiled: CompiledForm
    settings: Settings
    unit_name: str
    names: Mapping[UUID, str]


def read_waiting(connection: Connection, after: UUID | None) -> tuple[OpenDecision | None, int]:
    """Return the next slip that waits behind `after`, the first again after the last; how many."""
    waiting = undecided_slips(connection)
    if not waiting:
        return None, 0
    behind = [slip for slip in waiting if after is not None and slip.int > after.int]
    undecided = read_undecided(connection, (behind or waiting)[0])
    slip = undecided.slip
    form = read_form(connection, slip.questionnaire, slip.version)
    opened = OpenDecision(
        undecided, compile_form(form), read_settings(connection),
        unit_name(read_units(connection), slip.unit, slip.collected_on), account_names(connection),
    )  # fmt: skip
    return opened, len(waiting)


class SlipDeciding:
    """The decisions of one slip by their index, and their outcome."""

    def __init__(self, opened: OpenDecision, language: Language, today: date) -> None:
        self._opened = opened
        self._language = language
        self._today = today
        self._form = opened.compiled.form
        self._nodes = {node.key: node for node in self._form.questions()}
        waiting = opened.undecided.conflicts
        # First of all whether it is valid: with that whole versions are taken.
        self._conflicts = [one for one in waiting if one.field == REASON] or list(waiting)

    def decisions(self) -> list[Decision]:
        """Return what is to be decided, in the order of the form."""
        return [self._decision(conflict) for conflict in self._conflicts]

    def read_typed(self, place: int, text: str) -> Any:
        """Return the value that a person typed; UserError where it is none."""
        field = self._conflicts[place].field
        node = self._node(field)
        if node is not None:
            return written(check_value(node, text, self._form.choices(node)))
        return dossier_code(text) if field == "dossier" else text

    def outcome(self, taken: Mapping[int, Taken]) -> tuple[SlipContent, frozenset[str]]:
        """Return the slip as it is decided, and which fields that decides."""
        values = {
            self._conflicts[place].field: self._value(self._conflicts[place], one)
            for place, one in taken.items()
        }
        before = self._opened.undecided.slip.content
        decided = set(values)
        if REASON in values:
            ((place, one),) = taken.items()
            reason = values[REASON]
            content = self._whole(self._conflicts[place], one, reason)
            decided |= {other.field for other in self._answers(is_open=False)}
            if reason:
                decided |= {other.field for other in self._answers(is_open=True)}
        else:
            content = _content(corrected(content_fields(before), values))
        return self._worked_out(content), frozenset(decided)

    def _decision(self, conflict: SlipConflict) -> Decision:
        extra = self._extra(conflict)
        return Decision(
            field_text(self._form, conflict.field, self._language),
            self._text(conflict.field, conflict.before),
            (
                *(self._side(conflict.field, said) for said in conflict.sides),
                *(self._text(conflict.field, value) for value in extra),
            ),
            not extra and conflict.field != REASON,
        )

    def _extra(self, conflict: SlipConflict) -> list[Any]:
        """Return what else can be chosen where all of it has a digit."""
        said = [side.value for side in conflict.sides]
        node = self._node(conflict.field)
        every: list[Any] = []
        if conflict.field == REASON:
            every = [reason.code for reason in self._opened.settings.invalid_reasons]
        elif node is not None and node.kind == "select_one":
            every = [*(choice.name for choice in self._form.choices(node)), None]
        extra = [value for value in every if value not in said]
        return extra if len(said) + len(extra) <= _MOST_OPTIONS else []

    def _side(self, field: str, said: SlipSaid) -> str:
        who = self._opened.names.get(said.actor, "?")
        when = said.at.strftime("%d/%m/%Y %H:%M")
        return f"{self._text(field, said.value)}   ({who}, {when})"

    def _text(self, field: str, value: Any) -> str:
        if field != REASON:
            return value_text(self._form, field, value, self._language)
        if not value:
            return QCoreApplication.translate("deciding", "valid, with these answers")
        reasons = {one.code: one for one in self._opened.settings.reasons}
        said = QCoreApplication.translate("deciding", "not valid: %1")
        called = reasons[value].text(self._language) if value in reasons else str(value)
        return said.replace("%1", called)

    def _node(self, field: str) -> Node | None:
        key = field.removeprefix(ANSWER_PREFIX)
        return self._nodes.get(key) if key != field else None

    def _value(self, conflict: SlipConflict, taken: Taken) -> Any:
        options = [*(side.value for side in conflict.sides), *self._extra(conflict)]
        return options[taken.option] if taken.option < len(options) else taken.typed

    def _whole(self, conflict: SlipConflict, taken: Taken, reason: str) -> SlipContent:
        """Return the slip as the chosen side left it; what others say of its answers still waits.

        For a reason that nobody gave the answers are blank.
        """
        before = self._opened.undecided.slip.content
        if taken.option >= len(conflict.sides):
            return SlipContent({}, reason, before.note, before.dossier)
        version = conflict.sides[taken.option].version
        answers = dict(version.answers)
        for other in self._answers(is_open=True) if not reason else ():
            key = other.field.removeprefix(ANSWER_PREFIX)
            answers.pop(key, None)
            if key in before.answers:
                answers[key] = before.answers[key]
        return replace(version, answers=answers, note=before.note, dossier=before.dossier)

    def _answers(self, *, is_open: bool) -> list[SlipConflict]:
        """Return the answers that wait; open ones even among those who call the slip valid."""
        return [
            one
            for one in self._opened.undecided.conflicts
            if one.field.startswith(ANSWER_PREFIX) and _is_open(one.sides) == is_open
        ]

    def _worked_out(self, content: SlipContent) -> SlipContent:
        if content.reason:
            return content
        entry = SlipEntry(self._opened.compiled, (), today=self._today, language=self._language)
        entry.load(content)
        return entry.content()


def _is_open(sides: Sequence[SlipSaid]) -> bool:
    """Say whether those who call the slip valid differ."""
    return len({repr(side.value) for side in sides if not side.version.reason}) > 1


def _content(fields: Mapping[str, Any]) -> SlipContent:
    return SlipContent(
        fields["answers"], fields["reason"], fields["note"], fields["dossier"],
        tuple(fields["not_asked"]), tuple(fields["typed"]),
    )  # fmt: skip
