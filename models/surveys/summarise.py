"""Turns tallies into a summary: pure, every figure counted and none carried over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from models.figures import one_decimal, percent
from models.periods import Period
from models.questionnaires.form import Choice, Form, Node
from models.settings.record import Settings
from models.surveys.summary import (
    OptionFigures,
    QuestionFigures,
    ReasonFigures,
    SatisfactionSummary,
    UnitFigures,
    UnitMap,
)
from models.surveys.tally import ANSWERED, INVALID, NOT_ASKED, VALID
from models.units.unit import Unit, UnitRegister, order_key

COMMUNES: Final = "Bộ phận tiếp nhận và trả kết quả xã, phường"
ALL_UNITS: Final = "Tổng cộng"
_OVERALL: Final = "danh_gia_chung"


class TallyRow(NamedTuple):
    """Slips of one unit that chose one option; `unit` is None where the code is not known."""

    code: str
    unit: Unit | None
    version: str
    question: str
    option: str
    n: int


@dataclass(slots=True)
class _Question:
    node: Node
    choices: dict[str, Choice] = field(default_factory=dict)


Counts = dict[tuple[str, str], int]


def summarise(
    rows: Iterable[TallyRow], *, forms: Sequence[Form], register: UnitRegister, period: Period,
    unit_map: UnitMap, settings: Settings, chosen: Sequence[Unit] = (),
    unsettled: Iterable[Unit] = (), population: int | None = None, language: str = "vi",
) -> SatisfactionSummary:  # fmt: skip
    """Return the summary of a period.

    `forms` are the versions that slips were keyed with, the newest first: equal option codes are
    added up, and the newest version's words are printed. `chosen` units are shown even when they
    have no slips. `unsettled` split units are named though their slips are not among `rows`.
    """
    counts: dict[Unit, Counts] = {unit: defaultdict(int) for unit in chosen}
    unsettled_names = {unit.full_name for unit in unsettled}
    used: set[str] = set()
    for row in rows:
        unit = row.unit or Unit(row.code, row.code, "named")
        if unit_map == "today":
            today = register.today(unit)
            if today is None:
                unsettled_names.add(unit.full_name)
            unit = today or unit
        counts.setdefault(unit, defaultdict(int))[row.question, row.option] += row.n
        used.add(row.version)
    questions = _questions(forms)
    newest = forms[0]

    def figures(code: str, name: str, cells: Counts) -> UnitFigures:
        return _unit_figures(code, name, cells, questions, newest, settings, language)

    units = sorted(counts, key=order_key)
    groups = [
        figures(unit.code, unit.full_name, counts[unit]) for unit in units if unit.kind == "centre"
    ]
    communes = [unit for unit in units if unit.kind != "centre"]
    if len(communes) == 1:
        groups.append(figures(communes[0].code, communes[0].full_name, counts[communes[0]]))
    elif communes:
        groups.append(figures("", COMMUNES, _added(counts[unit] for unit in communes)))
    return SatisfactionSummary(
        period=period,
        unit_map=unit_map,
        questionnaire=newest.code,
        title=newest.text(newest.titles, language),
        note=newest.text(newest.note, language),
        versions=tuple(form.version for form in forms if form.version in used),
        units=tuple(figures(unit.code, unit.full_name, counts[unit]) for unit in units),
        groups=tuple(groups),
        total=figures("", ALL_UNITS, _added(counts.values())),
        target=settings.target,
        population=population,
        margin=settings.margin,
        needed=sample_size(population, settings.margin) if population else None,
        unsettled_units=tuple(sorted(unsettled_names)),
    )


def sample_size(population: int, margin: Decimal) -> int:
    """Return n = N ÷ (1 + N·e²), rounded; `margin` e is in percent (398 for 86.562 at 5 %)."""
    share = margin / 100
    exact = Decimal(population) / (1 + population * share * share)
    return int(exact.to_integral_value(ROUND_HALF_UP))


def _added(parts: Iterable[Counts]) -> Counts:
    total: Counts = defaultdict(int)
    for part in parts:
        for cell, n in part.items():
            total[cell] += n
    return total


def _questions(forms: Sequence[Form]) -> dict[str, _Question]:
    """Return all questions of all versions, the newest version's order and words first."""
    found: dict[str, _Question] = {}
    for form in forms:
        for node in form.questions():
            question = found.setdefault(node.key, _Question(node))
            for choice in form.choices(node):
                question.choices.setdefault(choice.name, choice)
    return found


def _unit_figures(
    code: str, name: str, cells: Counts, questions: Mapping[str, _Question], form: Form,
    settings: Settings, language: str,
) -> UnitFigures:  # fmt: skip
    valid = cells.get(("", VALID), 0)
    figures = tuple(
        _question_figures(key, question, cells, valid, form, language)
        for key, question in questions.items()
    )
    reasons = tuple(
        ReasonFigures(item.code, item.text(language), cells[cell])
        for item in settings.reasons
        if (cell := ("", f"{INVALID}:{item.code}")) in cells
    )
    satisfied, has_overall = _satisfied(questions, cells)
    return UnitFigures(
        code=code,
        name=name,
        valid=valid,
        invalid=cells.get(("", INVALID), 0),
        invalid_reasons=reasons + _other_reasons(cells, settings),
        questions=figures,
        satisfied=satisfied,
        satisfied_percent=percent(satisfied, valid) if valid and has_overall else None,
    )


def _other_reasons(cells: Counts, settings: Settings) -> tuple[ReasonFigures, ...]:
    known = {item.code for item in settings.reasons}
    found: list[ReasonFigures] = []
    for (question, option), n in sorted(cells.items()):
        reason = option.removeprefix(f"{INVALID}:")
        if question == "" and reason != option and reason not in known:
            found.append(ReasonFigures(reason, reason, n))
    return tuple(found)


def _satisfied(questions: Mapping[str, _Question], cells: Counts) -> tuple[int, bool]:
    overall = next(
        (key for key, item in questions.items() if "overall" in item.node.appearance.split()),
        _OVERALL if _OVERALL in questions else None,
    )
    if overall is None:
        return 0, False
    choices = questions[overall].choices.values()
    n = sum(cells.get((overall, choice.name), 0) for choice in choices if choice.points)
    return n, True


def _question_figures(
    key: str, question: _Question, cells: Counts, valid: int, form: Form, language: str
) -> QuestionFigures:
    options = tuple(
        OptionFigures(
            code=choice.name,
            text=form.text(choice.labels, language),
            points=choice.points,
            n=cells.get((key, choice.name), 0),
            percent=percent(cells.get((key, choice.name), 0), valid),
            always_told=choice.always_told,
        )
        for choice in question.choices.values()
    )
    if question.node.kind == "select_one":
        answered = sum(option.n for option in options)
    else:
        answered = cells.get((key, ANSWERED), 0)
    blank = max(valid - answered - cells.get((key, NOT_ASKED), 0), 0)
    scored = [option for option in options if option.points is not None]
    points = sum((option.n * (option.points or Decimal(0)) for option in scored), Decimal(0))
    return QuestionFigures(
        code=key,
        text=form.text(question.node.labels, language),
        answered=answered,
        blank=blank,
        blank_percent=percent(blank, valid),
        index=one_decimal(points, sum(option.n for option in scored)),
        max_points=max(
            (option.points for option in scored if option.points is not None), default=None
        ),
        options=options,
    )  # fmt: skip
