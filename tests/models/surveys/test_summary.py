"""The figures of any period are what a recount of the slips gives."""

from __future__ import annotations

import random
from collections import Counter as Tally
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paths import DataPaths
from desktop.session import Session, create_store, open_session
from models.errors import UserError
from models.figures import one_decimal, percent
from models.periods import range_period
from models.questionnaires.commands import publish
from models.questionnaires.form import Choice, Form, Node
from models.settings.commands import change_settings
from models.surveys.commands import import_slips
from models.surveys.records import ImportedSlip, SlipContent
from models.surveys.summarise import sample_size
from models.surveys.summary_query import newest_day, read_summary, spans
from models.units.commands import settle_split
from models.units.queries import read_units
from models.units.unit import UnitRegister, shipped_units
from tests.conftest import ADMIN, SECRET

CODE = "thu"
FIRST, LAST = date(2025, 4, 1), date(2025, 10, 31)
DAYS = st.dates(FIRST - timedelta(days=40), LAST + timedelta(days=40))
UNITS = ("06811", "06820", "06808", "07180", "07168", "khong-co")
REGISTER = UnitRegister(shipped_units())


def choice(name: str, points: int | None = None, word: str = "") -> Choice:
    return Choice(name, {"vi": word or name}, None if points is None else Decimal(points))


def form(version: str, more: tuple[Choice, ...] = (), last: str = "q4") -> Form:
    def ask(kind, name, choices=None):
        return Node(kind, name, f"/f/{name}", {"vi": f"{name} {version}"}, choice_list=choices)

    return Form(
        code=CODE, version=version, titles={"vi": f"Phiếu {version}"}, default_language="vi",
        languages=("vi",),
        children=(
            ask("select_one", "danh_gia_chung", "muc"), ask("select_multiple", "kenh", "kenh"),
            ask("text", "gop_y"), ask("integer", last),
        ),
        choice_lists={
            "muc": (choice("tot", 2, f"Tốt {version}"), choice("vua", 1), choice("kem", 0), *more),
            "kenh": (choice("web"), choice("bang")),
        },
    )  # fmt: skip


FORMS = {"1": form("1"), "2": form("2", (choice("khong_ap_dung"),), "q5")}


def random_slips() -> list[tuple[str, ImportedSlip]]:
    chance = random.Random(7)
    made = []
    for row in range(400):
        day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days + 1))
        version = "1" if day < date(2025, 8, 10) else "2"
        answers: dict[str, str | list[str]] = {}
        options = [item.name for item in FORMS[version].choice_lists["muc"]]
        if chance.random() < 0.9:
            answers["danh_gia_chung"] = chance.choice(options)
        if chance.random() < 0.7:
            answers["kenh"] = chance.sample(["web", "bang"], chance.randint(1, 2))
        if chance.random() < 0.5:
            answers["gop_y"] = chance.choice(["tot", "góp ý", "5"])
        not_asked = ("q4" if version == "1" else "q5",) if chance.random() < 0.5 else ()
        content = SlipContent(answers, "", "", None, not_asked, ("gop_y",))
        if chance.random() < 0.1:
            content = SlipContent({}, chance.choice(["rach_mo", "khac", "la_lung"]))
        slip = ImportedSlip(row, (str(row),), chance.choice(UNITS), day, "paper", content)
        made.append((version, slip))
    return made


SLIPS = random_slips()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, _cheap_passwords: None) -> Iterator[Session]:
    """A store with 400 slips of two versions around the day on which units changed."""
    paths = DataPaths(Path(tmp_path_factory.mktemp("summary")))
    create_store(paths, unit_code="06811", admin=ADMIN, password=SECRET)
    session = open_session(paths, SECRET, ADMIN)

    def fill(tx):
        for version, made in FORMS.items():
            publish(tx, made, unit="06811")
            slips = [slip for of, slip in SLIPS if of == version]
            import_slips(tx, slips, questionnaire=CODE, version=version)

    session.store.write(fill, actor=session.account)
    yield session
    session.store.close()


def summary(session: Session, start: date, end: date, **options):
    options.setdefault("questionnaire", CODE)
    return session.store.read(lambda c: read_summary(c, range_period(start, end), **options))


def recount(slips: list[ImportedSlip]) -> dict[str, Tally[str]]:
    counted: dict[str, Tally[str]] = {"": Tally()}
    for slip in slips:
        counted[""]["valid" if slip.content.is_valid else "invalid"] += 1
        for question, answer in slip.content.answers.items():
            tally = counted.setdefault(question, Tally())
            tally["#answered"] += 1
            tally.update([answer] if isinstance(answer, str) else answer)
        for question in slip.content.not_asked:
            counted.setdefault(question, Tally())["#not_asked"] += 1
    return counted


def check(figures, slips: list[ImportedSlip]) -> None:
    counted = recount(slips)
    valid = counted[""]["valid"]
    assert (figures.valid, figures.invalid) == (valid, counted[""]["invalid"])
    reasons = Tally(slip.content.reason for slip in slips if not slip.content.is_valid)
    assert {reason.code: reason.n for reason in figures.invalid_reasons} == reasons
    for question in figures.questions:
        tally = counted.get(question.code, Tally())
        assert question.answered == tally["#answered"]
        assert question.blank == valid - tally["#answered"] - tally["#not_asked"]
        assert question.blank_percent == percent(question.blank, valid)
        for option in question.options:
            assert option.n == tally[option.code]
            assert option.percent == percent(option.n, valid)
    overall = counted.get("danh_gia_chung", Tally())
    assert figures.satisfied == overall["tot"] + overall["vua"]
    wanted = percent(figures.satisfied, valid) if valid else None
    assert figures.satisfied_percent == wanted
    index = next(question.index for question in figures.questions)
    scored = overall["tot"] + overall["vua"] + overall["kem"]
    assert index == one_decimal(2 * overall["tot"] + overall["vua"], scored)


def place_of(slip: ImportedSlip) -> tuple[str, str]:
    unit = REGISTER.find(slip.unit, slip.collected_on)
    return slip.unit, unit.full_name if unit else slip.unit


@given(DAYS, DAYS, st.lists(st.sampled_from(UNITS[:5]), unique=True))
@settings(max_examples=60, deadline=None)
def test_any_period_and_units_give_what_a_recount_gives(filled, one, two, codes):
    start, end = sorted((one, two))
    register = filled.store.read(read_units)
    chosen = [
        code for code in codes
        if any(register.find(code, era) for era, _ in register.eras(start, end))
    ]  # fmt: skip
    found = summary(filled, start, end, unit_codes=chosen)
    inside = [slip for _, slip in SLIPS if start <= slip.collected_on <= end]
    if chosen:
        # A code stands for a unit only while it existed.
        inside = [
            slip for slip in inside
            if slip.unit in chosen and REGISTER.find(slip.unit, slip.collected_on)
        ]  # fmt: skip
    check(found.total, inside)
    names = Tally((unit.code, unit.name) for unit in found.units)
    for unit in found.units:
        # A code before 1 July 2025 and after is two units, of one name in the case of Hà An.
        if names[unit.code, unit.name] == 1:
            check(unit, [slip for slip in inside if place_of(slip) == (unit.code, unit.name)])
    assert sum(unit.valid for unit in found.units) == found.total.valid
    assert sum(group.valid for group in found.groups) == found.total.valid
    used = {version for version, slip in SLIPS if slip in inside}
    assert set(found.versions) == used


@given(DAYS, DAYS)
def test_spans_cover_each_day_once(one, two):
    start, end = sorted((one, two))
    covered: Tally[date] = Tally()
    day = start - timedelta(days=70)
    while day <= end + timedelta(days=70):
        for low, high in spans(start, end):
            by_day = day.year * 10000 + day.month * 100 + day.day
            span = by_day if low > 10_000_000 else by_day // 100
            covered[day] += low <= span <= high
        day += timedelta(days=1)
    assert {day for day, n in covered.items() if n} == {
        start + timedelta(days=offset) for offset in range((end - start).days + 1)
    }
    assert max(covered.values()) == 1


def test_whole_months_are_read_as_months():
    assert spans(date(2025, 1, 1), date(2025, 12, 31)) == [(202501, 202512)]
    assert spans(date(2025, 1, 31), date(2025, 3, 1)) == [
        (202502, 202502), (20250131, 20250131), (20250301, 20250301),
    ]  # fmt: skip
    assert spans(date(2025, 1, 2), date(2025, 2, 27)) == [(20250102, 20250227)]


# Units


def test_a_code_that_was_used_again_is_two_units_as_recorded(filled):
    found = summary(filled, FIRST, LAST, unit_codes=["06811"])
    assert [unit.name for unit in found.units] == ["Phường Thanh Sơn", "Phường Uông Bí"]
    assert {unit.code for unit in found.units} == {"06811"}
    before = summary(filled, FIRST, date(2025, 6, 30), unit_codes=["06811"])
    assert [unit.name for unit in before.units] == ["Phường Thanh Sơn"]
    assert before.total.valid == found.units[0].valid


def test_today_s_map_puts_old_slips_where_their_unit_went(filled):
    found = summary(filled, FIRST, LAST, unit_map="today")
    names = [unit.name for unit in found.units]
    assert "Phường Thanh Sơn" not in names
    inside = [
        slip for _, slip in SLIPS
        if slip.unit == "06811" or (slip.unit == "06820" and slip.collected_on < date(2025, 7, 1))
    ]  # fmt: skip
    uong_bi = next(unit for unit in found.units if unit.name == "Phường Uông Bí")
    check(uong_bi, [slip for slip in inside if slip.unit == "06811"])
    assert found.total == summary(filled, FIRST, LAST).total


def test_split_units_stay_apart_and_are_named_until_somebody_settles_them(filled):
    found = summary(filled, FIRST, LAST, unit_map="today")
    assert found.unsettled_units == ("Phường Trưng Vương", "Xã Liên Hòa")
    assert "Phường Trưng Vương" in [unit.name for unit in found.units]
    assert summary(filled, FIRST, LAST).unsettled_units == ()


def test_a_report_of_one_unit_names_the_split_units_that_may_belong_to_it(filled):
    found = summary(filled, FIRST, LAST, unit_map="today", unit_codes=["06811"])
    assert found.unsettled_units == ("Phường Trưng Vương",)
    other = summary(filled, date(2025, 7, 1), LAST, unit_map="today", unit_codes=["06811"])
    assert other.unsettled_units == ()


def test_a_settled_split_goes_where_it_was_put(session):
    day = date(2025, 6, 2)
    slip = ImportedSlip(1, ("x",), "06820", day, "paper", SlipContent({}))
    old = REGISTER.find("06820", day)

    def fill(tx):
        import_slips(tx, [slip], questionnaire="qn-18-2021", version="2021")
        settle_split(tx, old, "06820", unit="06811")

    session.store.write(fill, actor=session.account)
    options = {"unit_map": "today", "questionnaire": "qn-18-2021"}
    found = summary(session, day, day, **options)
    assert [(unit.code, unit.name) for unit in found.units] == [("06820", "Phường Vàng Danh")]
    assert found.unsettled_units == ()
    again = partial(settle_split, old=old, new_code="06811", unit="06811")
    session.store.write(again, actor=session.account)
    found = summary(session, day, day, unit_codes=["06811"], **options)
    assert (found.total.valid, found.units[0].name) == (1, "Phường Uông Bí")


def test_a_unit_that_no_list_knows_is_shown_by_its_code(filled):
    found = summary(filled, FIRST, LAST)
    assert "khong-co" in {unit.name for unit in found.units}


@pytest.mark.parametrize("unit_map", ["recorded", "today"])
def test_an_unknown_code_is_refused(filled, unit_map):
    with pytest.raises(UserError) as caught:
        summary(filled, FIRST, LAST, unit_codes=["06811", "99999"], unit_map=unit_map)
    assert (caught.value.code, caught.value.params) == (
        "units.unknown_in_report", {"code": "99999"},
    )  # fmt: skip


def test_a_code_that_did_not_exist_in_the_period_is_refused(filled):
    assert summary(filled, LAST, LAST, unit_codes=["06811"])
    with pytest.raises(UserError):
        summary(filled, LAST, LAST, unit_codes=["06808"])


def test_chosen_units_are_shown_without_slips(filled):
    found = summary(filled, date(2026, 1, 1), date(2026, 1, 31), unit_codes=["06820"])
    assert [(unit.valid, unit.satisfied_percent) for unit in found.units] == [(0, None)]
    assert found.total.valid == 0


# Versions


def test_two_versions_add_up_equal_codes_and_say_so(filled):
    found = summary(filled, FIRST, LAST)
    assert found.versions == ("2", "1")
    assert found.title == "Phiếu 2"
    assert [question.code for question in found.total.questions] == [
        "danh_gia_chung", "kenh", "gop_y", "q5", "q4",
    ]  # fmt: skip
    overall = found.total.questions[0]
    assert [option.code for option in overall.options] == ["tot", "vua", "kem", "khong_ap_dung"]
    assert overall.options[0].text == "Tốt 2"
    assert overall.options[0].n == sum(
        slip.content.answers.get("danh_gia_chung") == "tot" for _, slip in SLIPS
    )


def test_one_version_alone_is_told_in_its_own_words(filled):
    found = summary(filled, FIRST, date(2025, 7, 31))
    assert (found.versions, found.title) == (("1",), "Phiếu 1")
    assert "khong_ap_dung" not in {option.code for option in found.total.questions[0].options}


def test_a_period_without_slips_is_told_in_the_newest_version_s_words(filled):
    found = summary(filled, date(2020, 1, 1), date(2020, 12, 31))
    assert (found.versions, found.title, found.units) == ((), "Phiếu 2", ())


def test_an_unknown_questionnaire_is_refused(filled):
    with pytest.raises(UserError, match=r"questionnaires\.unknown"):
        summary(filled, FIRST, LAST, questionnaire="khong-co")


def test_an_option_that_is_not_scored_is_left_out_of_the_index(session):
    key = "phi_le_phi"
    rows = [("dung_quy_dinh", 3), ("khong_phai_nop", 5), ("khong_dung_quy_dinh", 1)]
    slips = [
        ImportedSlip(0, (option, str(n)), "06811", LAST, "paper", SlipContent({key: option}))
        for option, count in rows
        for n in range(count)
    ]
    session.store.write(
        lambda tx: import_slips(tx, slips, questionnaire="qn-18-2021", version="2021"),
        actor=session.account,
    )
    found = summary(session, LAST, LAST, questionnaire="qn-18-2021").total
    fees = next(question for question in found.questions if question.code == key)
    assert (fees.answered, fees.index, fees.max_points) == (9, Decimal("1.5"), Decimal(2))


# Settings and sizes


@pytest.mark.parametrize(
    ("population", "needed"), [(86_562, 398), (20_072, 392), (1, 1), (400, 200), (10**9, 400)]
)
def test_enough_slips(population, needed):
    assert sample_size(population, Decimal(5)) == needed


def test_the_population_and_the_target_stand_in_the_summary(session):
    session.store.write(
        lambda tx: change_settings(tx, unit="06811", values={"target": "92.5", "margin": "10"}),
        actor=session.account,
    )
    options = {"questionnaire": "qn-18-2021"}
    found = summary(session, FIRST, LAST, population=1000, **options)
    assert (found.target, found.margin, found.needed) == (Decimal("92.5"), Decimal(10), 91)
    assert summary(session, FIRST, LAST, **options).needed is None
    assert summary(session, FIRST, LAST, target=Decimal(80), **options).target == 80


def test_the_newest_day_is_told(filled, session):
    newest = filled.store.read(newest_day)
    assert newest == max(slip.collected_on for _, slip in SLIPS)
    assert session.store.read(newest_day) is None
