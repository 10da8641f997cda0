"""Two summaries side by side: what differs by more than chance. Pure.

Shares are of the valid slips, as they are printed; a change is the second side less the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from models.figures import is_untold
from models.intervals import Change, Verdict, change
from models.surveys.summary import QuestionFigures, SatisfactionSummary, UnitFigures

# The code of the row that counts slips without an answer.
BLANK: Final = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A summary and whose slips it counts; no `unit_names` means all units."""

    summary: SatisfactionSummary
    unit_names: tuple[str, ...] = ()

    @property
    def total(self) -> UnitFigures:
        """Its figures."""
        return self.summary.total


@dataclass(frozen=True, slots=True)
class OptionChange:
    """One option on both sides; `code` and `text` are "" for the blanks.

    `change` is None where a side has no valid slips, and where nobody on either side chose it.
    """

    code: str
    text: str
    first: int
    second: int
    change: Change | None


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """One question that both sides were asked."""

    code: str
    text: str
    options: tuple[OptionChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides, the satisfied share first.

    `satisfied` is None where a side has no share. `shares_slips` says that some slips count on both
    sides: the interval is then wider than it had to be.
    """

    first: Side
    second: Side
    satisfied: Change | None
    questions: tuple[QuestionChange, ...]
    shares_slips: bool

    @property
    def hides_small(self) -> bool:
        """Say whether small counts are hidden."""
        return self.first.summary.hides_small or self.second.summary.hides_small

    @property
    def lacks_overall(self) -> bool:
        """Say whether slips of a side were not asked how satisfied they are in all."""
        return self.first.total.lacks_overall or self.second.total.lacks_overall

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the verdict on every option that was compared."""
        return tuple(
            option.change.verdict
            for question in self.questions
            for option in question.options
            if option.change is not None
        )


def compare(first: Side, second: Side) -> Comparison:
    """Return the comparison of two sides; the second's order and words are shown."""
    one, other = first.total, second.total
    has_shares = one.satisfied_percent is not None and other.satisfied_percent is not None
    before = {question.code: question for question in one.questions}
    questions = tuple(
        _question(before[question.code], question, one.valid, other.valid)
        for question in other.questions
        if question.code in before
    )
    return Comparison(
        first, second,
        change(other.satisfied, other.valid, one.satisfied, one.valid) if has_shares else None,
        questions, _share_slips(first, second),
    )  # fmt: skip


def _question(
    one: QuestionFigures, other: QuestionFigures, valid: int, valid_after: int
) -> QuestionChange:
    texts = {option.code: option.text for option in (*other.options, *one.options)}
    before = {option.code: option.n for option in one.options}
    after = {option.code: option.n for option in other.options}
    # The words of the side shown stand, also where the other knows them too.
    texts |= {option.code: option.text for option in other.options}
    rows = [(code, text, before.get(code, 0), after.get(code, 0)) for code, text in texts.items()]
    # What is hidden may be none at all: it has a row too.
    if one.blank or other.blank:
        rows.append((BLANK, "", one.blank, other.blank))
    return QuestionChange(
        other.code, other.text,
        tuple(
            OptionChange(
                code, text, n, n_after,
                change(n_after, valid_after, n, valid) if n or n_after else None,
            )
            for code, text, n, n_after in rows
        ),
    )  # fmt: skip


def _share_slips(first: Side, second: Side) -> bool:
    one, other = first.summary.period, second.summary.period
    if one.end < other.start or other.end < one.start:
        return False
    mine, theirs = set(first.unit_names), set(second.unit_names)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def is_hidden(option: OptionChange) -> bool:
    """Say whether a count of either side is hidden."""
    return is_untold(option.first) or is_untold(option.second)
