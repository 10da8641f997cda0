"""No count from 1 to 4 can be worked out from a report that hides them, in whatever file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.figures_json import figures
from exports.household_figures_json import figures_data
from exports.household_report import household_document
from exports.satisfaction_report import satisfaction_document
from exports.small_cells import hide_small_answers, hide_small_households
from exports.wording import invalid_sentence, lower_first, option_phrase
from exports.writers.files import SUFFIXES, render
from models.errors import UserError
from models.figures import MARK, Untold, UntoldShare, format_integer, is_untold
from models.households.figures import HamletFigures, RegisterFigures, UnitFigures
from models.households.records import Progress
from models.surveys.summary import ReasonFigures
from tests.exports.documents.case import YEAR_2023, added, make_summary, unit_figures
from tests.exports.households.case import added as added_progress
from tests.exports.households.reading import book_rows, docx_words, words

QUESTIONS = {
    "cong_khai": ("rat_tot", "chua_dap_ung"),
    "danh_gia_chung": ("rat_hai_long", "khong_hai_long"),
}
N = st.one_of(st.integers(0, 6), st.integers(5, 60))
# Of each unit: the answers to two questions, and how many slips more there are (left blank).
UNITS = st.lists(st.tuples(N, N, N, N, st.integers(0, 6)), min_size=1, max_size=3)
# Places of figures in the JSON, as they are named there.
COUNTED = ("valid", "invalid", "answered", "blank", "n", "satisfied")
Raw = Sequence[tuple[int, ...]]


def answers_of(raw: Raw) -> list[int]:
    """Return how many slips each unit has at least."""
    return [max(a + b, c + d) for a, b, c, d, _ in raw]


def sizes_of(raw: Raw) -> list[int]:
    """Return how many slips each unit has."""
    return [least + unit[4] for least, unit in zip(answers_of(raw), raw, strict=True)]


def summary_of(raw: Raw, sizes: Sequence[int] | None = None) -> Any:
    """Return a summary: the first unit a centre by itself, the others together."""
    sizes = sizes or sizes_of(raw)
    units = []
    for at, (a, b, c, d, _) in enumerate(raw):
        tallies = {
            "cong_khai": dict(zip(QUESTIONS["cong_khai"], (a, b), strict=True)),
            "danh_gia_chung": dict(zip(QUESTIONS["danh_gia_chung"], (c, d), strict=True)),
        }
        units.append((str(at), f"Đơn vị {at}", sizes[at], tallies))
    made = make_summary(units)
    few = ["cong_khai", "danh_gia_chung"]
    groups = [made.units[0]]
    if len(units) > 1:
        rest = units[1:]
        groups.append(
            unit_figures("", "Các xã", sum(u[2] for u in rest), added([u[3] for u in rest]))
        )

    def narrow(unit):
        return replace(unit, questions=tuple(q for q in unit.questions if q.code in few))

    return replace(
        made, units=tuple(map(narrow, made.units)), groups=tuple(map(narrow, groups)),
        total=narrow(made.total), needed=None, population=None,
    )  # fmt: skip


def flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from flat(one, f"{path}/{name}")
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from flat(one, f"{path}/{at}")
    elif "narrative" not in path and "check_code" not in path:
        yield path, value


def others(raw: Raw) -> Iterator[Raw]:
    """Yield what the slips might be instead: one or two of them counted elsewhere."""
    def with_(*changes: tuple[int, int, int]) -> Raw | None:
        made = [list(unit) for unit in raw]
        for at, place, by in changes:
            made[at][place] += by
        return [tuple(u) for u in made] if all(n >= 0 for u in made for n in u) else None

    for start in (0, 2):
        # An answer that was another, or blank, or the other way round.
        steps = [
            step for at in range(len(raw)) for step in (
                ((at, start, -1), (at, start + 1, 1)), ((at, start, 1), (at, start + 1, -1)),
                ((at, start, -1),), ((at, start, 1),), ((at, start + 1, -1),),
                ((at, start + 1, 1),),
            )
        ]  # fmt: skip
        for step in steps:
            yield from filter(None, [with_(*step)])
        for first, second in product(steps, steps):
            if first[0][0] < second[0][0]:
                yield from filter(None, [with_(*first, *second)])


@settings(max_examples=12, deadline=None)
@given(raw=UNITS)
def test_each_small_count_could_be_another_for_all_that_is_told(raw: Raw) -> None:
    whole = summary_of(raw)
    if whole.total.valid < 5:
        if whole.total.valid:
            with pytest.raises(UserError):
                hide_small_answers(whole)
        return
    told = dict(flat(figures(hide_small_answers(whole))))
    truth = dict(flat(figures(whole)))
    small = {
        path for path, n in truth.items()
        if path.rsplit("/", 1)[-1] in COUNTED and isinstance(n, int) and 0 < n < 5
    }  # fmt: skip
    assert all(told[path] is None for path in small)
    for path, value in told.items():
        assert value is None or path == "/small_hidden" or value == truth[path], path
    sizes = sizes_of(raw)
    # Only answers: how many slips a unit has is hidden in pairs of units, tried in the model.
    open_ = {path for path in small if path.endswith("/n")}
    for other in others(raw):
        if not open_:
            break
        if any(least > most for least, most in zip(answers_of(other), sizes, strict=True)):
            continue
        theirs = dict(flat(figures(summary_of(other, sizes))))
        is_alike = all(
            value is None or path == "/small_hidden" or theirs[path] == value
            for path, value in told.items()
        )
        if is_alike:
            open_ -= {path for path in open_ if theirs[path] != truth[path]}
    assert not open_


def register_of(raw: Sequence[tuple[int, int, int, int]]) -> RegisterFigures:
    """Return figures of hamlets by two and two: checked right, checked wrong, unchecked, codes."""
    hamlets = [
        HamletFigures(f"Khu {at}", "", Progress(
            right + wrong + left, min(codes, right + wrong + left), right + wrong, 0, 0,
            {"dung": right, "sai_thong_tin": wrong},
        ))
        for at, (right, wrong, left, codes) in enumerate(raw)
    ]  # fmt: skip
    units = tuple(
        UnitFigures(str(at), f"Phường {at}", tuple(hamlets[at : at + 2]),
                    added_progress([one.progress for one in hamlets[at : at + 2]]))
        for at in range(0, len(hamlets), 2)
    )  # fmt: skip
    total = added_progress([unit.progress for unit in units])
    return RegisterFigures(YEAR_2023, "recorded", units, total, 3, 12)


@settings(max_examples=25, deadline=None)
@given(raw=st.lists(st.tuples(N, N, N, N), min_size=1, max_size=5))
def test_nothing_small_is_told_of_the_register(raw: Sequence[tuple[int, int, int, int]]) -> None:
    whole = register_of(raw)
    if whole.total.households < 5:
        return
    hidden = hide_small_households(whole)
    told, truth = dict(flat(figures_data(hidden))), dict(flat(figures_data(whole)))
    for path, value in told.items():
        if path == "/small_hidden" or value is None:
            continue
        assert value == truth.get(path, 0), path
        is_count = isinstance(value, int) and path.rsplit("/", 1)[-1] not in ("units", "hamlets")
        assert not (is_count and 0 < value < 5), path


def hidden_numbers(whole: Any, hidden: Any) -> set[str]:
    """Return the figures above 100 that stand nowhere else, as a paper would print them."""
    told, truth = dict(flat(hidden)), dict(flat(whole))
    left = {value for value in told.values() if isinstance(value, int)}
    return {
        format_integer(n) for path, n in truth.items()
        if isinstance(n, int) and n > 100 and told.get(path) is None and n not in left
    }  # fmt: skip


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_file_hides_the_same(suffix: str) -> None:
    whole = summary_of([(997, 3, 996, 4, 0), (611, 2, 611, 2, 0), (553, 0, 553, 0, 0)])
    made = hide_small_answers(whole)
    gone = hidden_numbers(figures(whole), figures(made))
    assert {"997", "996"} <= gone
    text = text_of(render(satisfaction_document(made), suffix), suffix).replace("\\", "")
    assert not [number for number in gone if number in text]
    assert "0,3%" not in text
    assert ("small_hidden" in text) == (suffix == ".json")
    assert "Dấu * thay cho số từ 1 đến 4" in text or suffix in (".csv", ".json")
    assert "997" in text_of(render(satisfaction_document(whole), suffix), suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_file_of_the_register_hides_the_same(suffix: str) -> None:
    whole = register_of([(713, 3, 0, 600), (405, 9, 0, 333), (887, 61, 59, 771)])
    made = hide_small_households(whole)
    gone = hidden_numbers(figures_data(whole), figures_data(made))
    assert {"713", "405"} <= gone
    text = text_of(render(household_document(made), suffix), suffix)
    assert not [number for number in gone if number in text]
    assert "rà soát trong kỳ báo cáo 3 hộ" not in text


def test_invalid_slips_and_their_reasons_go_together() -> None:
    reasons = (ReasonFigures("bo_trong", "Bỏ trống toàn bộ", 2),)
    whole = make_summary([("1", "Một", 50, {}), ("2", "Hai", 60, {})], reasons)
    hidden = hide_small_answers(whole)
    assert f"{hidden.total.invalid}{hidden.total.invalid_reasons[0].n}" == "**"


def text_of(raw: bytes, suffix: str) -> str:
    if suffix == ".pdf":
        return words(raw)
    if suffix == ".docx":
        return docx_words(raw)
    if suffix == ".xlsx":
        every = [row for rows in book_rows(raw).values() for row in rows]
        return "\n".join("|".join(map(str, row)) for row in every)
    return raw.decode("utf-8-sig")


def test_sentences_never_call_a_hidden_count_none() -> None:
    whole = summary_of([(50, 2, 52, 0, 0), (60, 7, 67, 0, 0), (70, 9, 79, 0, 0)])
    made = hide_small_answers(whole)
    hidden = [
        option for unit in (made.total, *made.groups)
        for question in unit.questions for option in question.options if is_untold(option.n)
    ]  # fmt: skip
    assert hidden
    for option in hidden:
        assert option_phrase(option) == f"{lower_first(option.text)} {MARK} phiếu ({MARK}%)"
    without = replace(made.total, invalid=Untold(), invalid_reasons=())
    assert invalid_sentence(without) == f"Có {MARK} phiếu không hợp lệ."


def test_a_hidden_count_is_no_number_at_all() -> None:
    hidden = Untold()
    assert hidden == Untold()
    assert hidden != 0
    assert not any(hidden == number for number in range(6))
    assert (hidden > 0, hidden >= 1, hidden < 1, hidden <= 0) == (True, True, False, False)
    assert str(hidden * 3 + 4 - 1) == MARK
    assert UntoldShare() != 0
    assert len({hidden, Untold()}) == 1


@pytest.mark.parametrize(
    ("checked", "in_period", "is_told"),
    [(496, 496, False), (500, 496, False), (500, 500, True), (300, 296, False), (300, 250, True),
     (300, 3, False), (0, 0, True)],
)  # fmt: skip
def test_what_was_done_in_the_period_gives_nothing_back(
    checked: int, in_period: int, is_told: bool
) -> None:
    whole = replace(register_of([(checked, 0, 500 - checked, 0)]), checked_in_period=in_period)
    made = hide_small_households(whole)
    assert is_untold(made.checked_in_period) is not is_told
    told = figures_data(made)["total"]["checked_in_period"]
    assert told == (in_period if is_told else None)
