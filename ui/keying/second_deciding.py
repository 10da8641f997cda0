"""What two keyers differ on, in words, and what a third makes of it: no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from models.rekeying.events import PAPER
from models.rekeying.records import Decided, Difference
from models.sentences.catalog import Language
from models.surveys.events import content_fields, flat_fields
from models.surveys.records import SlipContent
from models.surveys.undecided import SlipConflict, SlipSaid, UndecidedSlip
from ui.keying.second_loading import OpenDifference
from ui.keying.slip_deciding import OpenDecision, SlipDeciding
from ui.keying.story import value_text
from ui.widgets.decision_view import Decision, Taken


class SecondDeciding:
    """The differing fields by their index, and the outcome. Nobody's name stands at a value."""

    def __init__(self, opened: OpenDifference, language: Language, today: date) -> None:
        self._opened = opened
        self._language = language
        self._difference = opened.difference
        self._fields: _Fields | None = None
        if self._difference.outcome == "keyed" and self._difference.slip is not None:
            self._fields = _Fields(opened, self._difference, language, today)

    def decisions(self) -> list[Decision]:
        """Return what is to be decided, in the order of the form."""
        return [self._paper()] if self._fields is None else self._fields.decisions()

    def read_typed(self, place: int, text: str) -> Any:
        """Return the value that a person typed; UserError where it is none."""
        return text if self._fields is None else self._fields.read_typed(place, text)

    def outcome(self, taken: Mapping[int, Taken]) -> tuple[SlipContent, dict[str, Decided]]:
        """Return the slip as it is decided, and each field with whose value it has."""
        if self._fields is not None:
            after = self._fields.outcome(taken)[0]
            return after, self._fields.decided(taken, after)
        option = taken[0].option
        values = self._difference.differing[PAPER]
        decided = {PAPER: Decided(values[option], "first" if option == 0 else "second")}
        slip = self._difference.slip
        return slip.content if slip is not None else self._difference.second, decided

    def _paper(self) -> Decision:
        """Ask whether there is a paper, with what stands on it so that it can be looked for."""
        is_there = QCoreApplication.translate("second", "There is such a paper: %1")
        is_not = QCoreApplication.translate("second", "There is no such paper")
        options = {True: is_there.replace("%1", self._answers()), False: is_not}
        name = QCoreApplication.translate("second", "Is there a paper %1 in the bundle?")
        first, second = self._difference.differing[PAPER]
        number = str(self._difference.number)
        return Decision(name.replace("%1", number), None, (options[first], options[second]))

    def _answers(self) -> str:
        slip = self._difference.slip
        content = slip.content if slip is not None else self._difference.second
        form = self._opened.compiled.form
        if content.reason:
            reasons = {one.code: one for one in self._opened.settings.reasons}
            known = reasons.get(content.reason)
            return known.text(self._language) if known is not None else content.reason
        return ", ".join(
            value_text(form, f"answers/{key}", value, self._language)
            for key, value in content.answers.items()
        )


def shift_question(number: int) -> Decision:
    """Return the question what happened to the bundle at a paper, in the order of `SHIFTS`."""
    name = QCoreApplication.translate("second", "What happened at paper %1 of the bundle?")
    options = (
        QCoreApplication.translate("second", "The second keying left it out"),
        QCoreApplication.translate("second", "The second keying keyed the paper before it twice"),
        QCoreApplication.translate("second", "The first keying left out a paper before it"),
        QCoreApplication.translate("second", "The first keying keyed the paper before it twice"),
    )
    return Decision(name.replace("%1", str(number)), None, options)


class _Fields(SlipDeciding):
    """The fields of a slip that stands; both keyers are the sides."""

    def __init__(
        self, opened: OpenDifference, difference: Difference, language: Language, today: date
    ) -> None:
        assert difference.slip is not None
        slip = difference.slip
        conflicts = tuple(
            SlipConflict(
                field, None,
                (
                    SlipSaid(first, slip.id, slip.keyed_by, slip.recorded_at, slip.content),
                    SlipSaid(second, difference.id, difference.second_by, difference.second_at,
                             difference.second),
                ),
            )
            for field, (first, second) in difference.differing.items()
        )  # fmt: skip
        super().__init__(
            OpenDecision(
                UndecidedSlip(slip, conflicts, difference.seen), opened.compiled, opened.settings,
                opened.unit_name, opened.names,
            ),
            language, today,
        )  # fmt: skip

    def decisions(self) -> list[Decision]:
        """Return what is to be decided; nobody had seen anything before."""
        return [decision._replace(before=None) for decision in super().decisions()]

    def decided(self, taken: Mapping[int, Taken], after: SlipContent) -> dict[str, Decided]:
        """Return each decided field with its value and whose that is.

        An answer that the form does not ask once the others are decided is none.
        """
        values = flat_fields(content_fields(after))
        return {
            self._conflicts[place].field: Decided(
                values.get(self._conflicts[place].field), _whose(one.option)
            )
            for place, one in taken.items()
        }

    def _side(self, field: str, said: SlipSaid) -> str:
        return self._text(field, said.value)


def _whose(option: int) -> Literal["first", "second", "third"]:
    return "first" if option == 0 else "second" if option == 1 else "third"
