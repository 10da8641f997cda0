"""Hides the small counts of a report's figures, in all of it at once.

Documents, sheets, charts, sentences and JSON are made of the figures alone: what is hidden here is
told nowhere. Which cells, says `models.suppression`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from models.errors import UserError
from models.figures import Untold, UntoldShare, is_untold
from models.households.figures import HamletFigures, RegisterFigures
from models.households.figures import UnitFigures as Ward
from models.households.records import Progress
from models.intervals import Interval
from models.suppression import ALL, Cell, Leaf, Node, Tree, hidden_cells, hidden_rows, is_small
from models.surveys.summary import QuestionFigures, SatisfactionSummary, UnitFigures
from models.surveys.trend import Point

# The rest of a row, which is published nowhere but follows from the others.
_REST: Final = "~"
_BLANK: Final = ""


def hide_small_answers(summary: SatisfactionSummary) -> SatisfactionSummary:
    """Return a summary without small counts; UserError where there are too few slips for one."""
    units = dict(enumerate(summary.units))
    tree = Tree({place: _group_of(unit, summary.groups) for place, unit in units.items()})
    rows = hidden_rows(tree, {place: unit.valid for place, unit in units.items()})
    if ALL in rows:
        raise UserError("documents.too_few")
    invalid = hidden_rows(tree, {place: unit.invalid for place, unit in units.items()})
    cells = {
        question.code: _hidden_answers(tree, units, question.code)
        for question in summary.total.questions
    }
    reasons = _hidden_reasons(tree, units)

    def shown(unit: UnitFigures, node: Node) -> UnitFigures:
        if node in rows:
            return _nothing(unit)
        hidden = {code: {one for at, one in found if at == node} for code, found in cells.items()}
        gone = {one for at, one in reasons if at == node}
        return _without(unit, hidden, gone, is_invalid_hidden=node in invalid)

    return replace(
        summary,
        units=tuple(shown(unit, ("leaf", place)) for place, unit in units.items()),
        groups=tuple(
            shown(group, ("group", place)) for place, group in enumerate(summary.groups)
        ),
        total=shown(summary.total, ALL),
        hides_small=True,
    )


def hide_small_households(figures: RegisterFigures) -> RegisterFigures:
    """Return the register's figures without small counts; UserError for a register of a few."""
    places = {
        (at, number): hamlet.progress
        for at, unit in enumerate(figures.units)
        for number, hamlet in enumerate(unit.hamlets)
    }
    tree = Tree({place: place[0] for place in places})
    rows = hidden_rows(tree, {place: one.households for place, one in places.items()})
    if ALL in rows:
        raise UserError("documents.too_few")
    hidden = _hidden_progress(tree, places)

    def shown(progress: Progress, node: Node) -> Progress:
        gone = {one for at, one in hidden if at == node}
        return _progress_without(progress, gone, is_all=node in rows)

    def hamlet(one: HamletFigures, node: Node) -> HamletFigures:
        return replace(one, progress=shown(one.progress, node))

    def ward(one: Ward, at: int) -> Ward:
        hamlets = tuple(
            hamlet(part, ("leaf", (at, number))) for number, part in enumerate(one.hamlets)
        )
        return replace(one, hamlets=hamlets, progress=shown(one.progress, ("group", at)))

    return replace(
        figures,
        units=tuple(ward(one, at) for at, one in enumerate(figures.units)),
        total=shown(figures.total, ALL),
        checked_in_period=_in_period(
            figures.checked_in_period, figures.total.checked, is_hidden=(ALL, _REST) in hidden
        ),
        plates_in_period=_in_period(
            figures.plates_in_period, figures.total.plate, is_hidden=(ALL, "plate") in hidden
        ),
        hides_small=True,
    )


def hides_satisfied(summary: SatisfactionSummary) -> bool:
    """Say whether a summary without small counts would not tell who was satisfied in all."""
    try:
        return is_untold(hide_small_answers(summary).total.satisfied)
    except UserError:
        return True


def hide_small_months(
    months: Sequence[Point], untold: Set[int] = frozenset(), own: Point | None = None
) -> tuple[Point, ...]:
    """Return months without small counts: neither who was satisfied nor who was not.

    What a year's report says of all of them together does not give one back. `untold` are the
    places of months whose own reports hide who was satisfied (`hides_satisfied`). `own` is the
    point of the report's own period, small counts hidden: where it is one of the months, it stays
    as it is told there, and protects no other. UserError where there are too few slips in all.
    """
    kept = {
        place: own for place, month in enumerate(months)
        if own is not None and month.period == own.period
    }  # fmt: skip
    places = {place: month for place, month in enumerate(months) if place not in kept}
    tree = Tree(dict.fromkeys(places, 0))
    sizes = {place: month.valid for place, month in places.items()}
    rows = hidden_rows(tree, sizes)
    if ALL in rows and not kept:
        raise UserError("documents.too_few")
    satisfied = {place: month.satisfied for place, month in places.items()}
    also = [(("leaf", place), "satisfied") for place in sorted(untold) if place in places]
    hidden = _against_rest(tree, satisfied, sizes, "satisfied", also)

    def shown(place: int, month: Point) -> Point:
        if place in kept:
            return kept[place]
        node: Node = ("leaf", place)
        is_gone = node in rows
        if not is_gone and (node, "satisfied") not in hidden:
            return month
        share = None if month.percent is None else UntoldShare()
        untold = None if month.interval is None else Interval(UntoldShare(), UntoldShare())
        valid = Untold() if is_gone else month.valid
        return replace(month, valid=valid, satisfied=Untold(), percent=share, interval=untold)

    return tuple(shown(place, month) for place, month in enumerate(months))


def _group_of(unit: UnitFigures, groups: Sequence[UnitFigures]) -> int:
    """Return which group counts a unit: its own, else that of all communes."""
    codes = [group.code for group in groups]
    if unit.code in codes:
        return codes.index(unit.code)
    return codes.index("") if "" in codes else 0


def _find(unit: UnitFigures, code: str) -> QuestionFigures | None:
    return next((question for question in unit.questions if question.code == code), None)


def _hidden_answers(tree: Tree, units: Mapping[int, UnitFigures], code: str) -> set[Cell]:
    """Return the hidden cells of a question; blank is the option ""."""
    asked = {place: one for place, unit in units.items() if (one := _find(unit, code))}
    options = list(dict.fromkeys(option.code for one in asked.values() for option in one.options))
    counts = {
        place: {
            **dict.fromkeys(options, 0), **{option.code: option.n for option in one.options},
            _BLANK: one.blank,
        }
        for place, one in asked.items()
    }  # fmt: skip
    sizes = {place: units[place].valid for place in asked}
    if all(sum(row.values()) == sizes[place] for place, row in counts.items()):
        answered = {place: one.answered for place, one in asked.items()}
        return hidden_cells(tree, counts, _small_rests(tree, answered, _BLANK))
    # Several may be chosen: each is counted for itself, against those who did not choose it.
    found: set[Cell] = set()
    for option in (*options, _BLANK):
        chosen = {place: row[option] for place, row in counts.items()}
        found |= _against_rest(tree, chosen, sizes, option)
    return found


def _against_rest(
    tree: Tree, counts: Mapping[Leaf, int], sizes: Mapping[Leaf, int], name: str,
    also: Iterable[Cell] = (),
) -> set[Cell]:  # fmt: skip
    table = {leaf: {name: n, _REST: sizes[leaf] - n} for leaf, n in counts.items()}
    return {cell for cell in hidden_cells(tree, table, also) if cell[1] == name}


def _small_rests(
    tree: Tree, counted: Mapping[Leaf, int], rest: str
) -> Iterable[Cell]:
    """Return the cells `rest` of the rows in which what is not the rest is small in sum."""
    found: dict[Node, int] = {}
    for leaf, number in counted.items():
        for node in tree.above(leaf):
            found[node] = found.get(node, 0) + number
    return [(node, rest) for node, number in found.items() if is_small(number)]


def _hidden_reasons(tree: Tree, units: Mapping[int, UnitFigures]) -> set[Cell]:
    codes = {reason.code for unit in units.values() for reason in unit.invalid_reasons}
    table = {
        place: {
            **dict.fromkeys(sorted(codes), 0),
            **{reason.code: reason.n for reason in unit.invalid_reasons},
            _REST: unit.invalid - sum(reason.n for reason in unit.invalid_reasons),
        }
        for place, unit in units.items()
    }
    return hidden_cells(tree, table) if codes else set()


def _hidden_progress(tree: Tree, places: Mapping[Leaf, Progress]) -> set[Cell]:
    sizes = {place: one.households for place, one in places.items()}
    outcomes = sorted({code for one in places.values() for code in one.outcomes})
    checks = {
        place: {
            **dict.fromkeys(outcomes, 0), **one.outcomes, _REST: one.households - one.checked,
        }
        for place, one in places.items()
    }  # fmt: skip
    checked = {place: one.checked for place, one in places.items()}
    found = hidden_cells(tree, checks, _small_rests(tree, checked, _REST)) if outcomes else set()
    parts: Sequence[tuple[str, Callable[[Progress], int]]] = (
        ("with_code", lambda one: one.with_code), ("plate", lambda one: one.plate),
        ("conflicts", lambda one: one.conflicts),
    )  # fmt: skip
    for name, of in parts:
        counts = {place: of(one) for place, one in places.items()}
        found |= _against_rest(tree, counts, sizes, name)
    return found


def _without(
    unit: UnitFigures, hidden: Mapping[str, Set[str]], reasons: Set[str], *,
    is_invalid_hidden: bool,
) -> UnitFigures:  # fmt: skip
    # Of a total that is no sum of its units, what is small goes all the same.
    is_invalid_hidden = is_invalid_hidden or is_small(unit.invalid)
    reasons = reasons | {one.code for one in unit.invalid_reasons if is_small(one.n)}
    overall = [question.code for question in unit.questions if _may_be_overall(unit, question)]
    is_rate_hidden = any(hidden.get(code) for code in overall or hidden)
    has_rate = unit.satisfied_percent is not None
    return replace(
        unit,
        invalid=Untold() if is_invalid_hidden else unit.invalid,
        invalid_reasons=tuple(
            replace(one, n=Untold()) if is_invalid_hidden or one.code in reasons else one
            for one in unit.invalid_reasons
        ),
        questions=tuple(_question(one, hidden.get(one.code, set())) for one in unit.questions),
        satisfied=Untold() if is_rate_hidden else unit.satisfied,
        satisfied_percent=(
            UntoldShare() if is_rate_hidden and has_rate else unit.satisfied_percent
        ),
    )


def _may_be_overall(unit: UnitFigures, question: QuestionFigures) -> bool:
    """Say whether the satisfied slips may be counted from this question."""
    return unit.satisfied == sum(option.n for option in question.options if option.points)


def _question(question: QuestionFigures, hidden: Set[str]) -> QuestionFigures:
    if not hidden:
        return question
    is_blank_hidden = _BLANK in hidden
    return replace(
        question,
        answered=Untold() if is_blank_hidden else question.answered,
        blank=Untold() if is_blank_hidden else question.blank,
        blank_percent=UntoldShare() if is_blank_hidden else question.blank_percent,
        # The mean of the points would tell what it is of.
        index=None if question.index is None else UntoldShare(),
        options=tuple(
            replace(one, n=Untold(), percent=UntoldShare()) if one.code in hidden else one
            for one in question.options
        ),
    )


def _nothing(unit: UnitFigures) -> UnitFigures:
    """Return a unit of which no number is told."""
    every = {
        question.code: {_BLANK, *(option.code for option in question.options)}
        for question in unit.questions
    }
    gone = {reason.code for reason in unit.invalid_reasons}
    return replace(
        _without(unit, every, gone, is_invalid_hidden=True), valid=Untold(), satisfied=Untold(),
        satisfied_percent=None if unit.satisfied_percent is None else UntoldShare(),
    )  # fmt: skip


def _progress_without(progress: Progress, gone: Set[str], *, is_all: bool) -> Progress:
    def of(name: str, number: int) -> int:
        return Untold() if is_all or name in gone else number

    return Progress(
        Untold() if is_all else progress.households,
        of("with_code", progress.with_code), of(_REST, progress.checked),
        of("plate", progress.plate), of("conflicts", progress.conflicts),
        {code: of(code, number) for code, number in progress.outcomes.items()}
        | {code: Untold() for code in gone if code in _known_outcomes(progress, gone)},
    )  # fmt: skip


def _known_outcomes(progress: Progress, gone: Set[str]) -> Set[str]:
    """Return the outcomes among hidden cells: one of which none is here is hidden too."""
    return gone - {"with_code", "plate", "conflicts", _REST, *progress.outcomes}


def _in_period(number: int, ever: int, *, is_hidden: bool) -> int:
    """Return what is told of a period: not what would tell a small rest of all there ever was."""
    gives_away = is_hidden or is_small(number) or is_small(ever - number)
    return Untold() if gives_away else number
