"""Whatever is keyed, corrected, voided, keyed again, imported and closed, in whatever order:
tallies are what a recount gives, numbers have no gaps, and a rebuild changes nothing.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from desktop.paths import DataPaths
from desktop.session import open_session
from models.errors import UserError
from models.ids import uuid7
from models.journal.chain import verify_chain
from models.store.doctor import compare_projections
from models.surveys.commands import (
    close_batch,
    correct_slip,
    import_slips,
    open_batch,
    record_slip,
    undo_last,
    void_slip,
)
from models.surveys.queries import batch_tally, list_slips, read_batch, slip_history
from models.surveys.records import BatchHeader, ImportedSlip, SlipContent
from models.surveys.tables import tallies
from tests.conftest import ADMIN, SECRET

CAME_BACK = 3
FORM, VERSION = "qn-18-2021", "2021"
UNITS = ("06811", "06820")
DAYS = st.sampled_from([date(2025, 6, 30), date(2025, 7, 1), date(2025, 7, 15), date(2025, 8, 1)])
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "danh_gia_chung": st.sampled_from(["rat_hai_long", "hai_long", "khong_hai_long"]),
        "kenh": st.lists(st.sampled_from(["web", "bang", "hoi"]), min_size=1, unique=True),
        "gop_y": st.sampled_from(["tốt", "5", "hai_long"]),
    },
)
DOSSIERS = st.sampled_from([None, "HS-1", "HS-1", "HS-2"])


def content(answers: dict[str, Any], reason: str, dossier: str | None) -> SlipContent:
    if reason:
        return SlipContent({}, reason, "", dossier)
    typed = ("gop_y",) if "gop_y" in answers else ()
    not_asked = ("thai_do",) if "kenh" in answers else ()
    return SlipContent(answers, "", "ghi chú", dossier, not_asked, typed)


CONTENTS = st.builds(content, ANSWERS, st.sampled_from(["", "", "", "rach_mo", "khac"]), DOSSIERS)


@dataclass
class KnownSlip:
    """What the model knows of a slip."""

    batch: UUID
    unit: str
    day: date
    number: int | None
    content: SlipContent
    first: SlipContent
    state: str = "standing"
    events: int = 1


@dataclass
class KnownBatch:
    """What the model knows of a batch; `last` is its highest number."""

    unit: str
    day: date
    is_open: bool = True
    slips: list[UUID] = field(default_factory=list)


def marks(slip: KnownSlip) -> list[tuple[str, str]]:
    told = slip.content
    if told.reason:
        return [("", "invalid"), ("", f"invalid:{told.reason}")]
    found = [("", "valid")]
    for question, answer in told.answers.items():
        if question == "gop_y":
            found.append((question, "#answered"))
        elif isinstance(answer, list):
            found += [(question, "#answered"), *((question, option) for option in answer)]
        else:
            found.append((question, answer))
    return found + [(question, "#not_asked") for question in told.not_asked]


class CounterDay(RuleBasedStateMachine):
    """A counter's staff on one store."""

    template: Path
    batches = Bundle("batches")
    slips = Bundle("slips")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        shutil.copytree(self.template, self.folder, dirs_exist_ok=True)
        self.session = open_session(DataPaths(self.folder), SECRET, ADMIN)
        self.known: dict[UUID, KnownSlip] = {}
        self.books: dict[UUID, KnownBatch] = {}
        self.imported = 0

    def write(self, command, *arguments, **options):
        return self.session.store.write(
            lambda tx: command(tx, *arguments, **options), actor=self.session.account
        )

    def refuses(self, code: str, command, *arguments, **options) -> None:
        before = self.snapshot()
        with pytest.raises(UserError) as caught:
            self.write(command, *arguments, **options)
        assert caught.value.code == code
        assert self.snapshot() == before

    def snapshot(self) -> tuple[Any, ...]:
        return self.session.store.read(
            lambda c: tuple(
                tuple(c.exec_driver_sql(f"SELECT * FROM {name}").all())
                for name in ("batches", "responses", "tallies", "streams", "heads", "events")
            )
        )

    def rated(self) -> set[str]:
        return {
            slip.content.dossier
            for slip in self.known.values()
            if slip.state == "standing" and slip.content.dossier
        }

    def last_number(self, batch: UUID) -> int:
        return max((self.known[slip].number or 0 for slip in self.books[batch].slips), default=0)

    @initialize(target=batches, unit=st.sampled_from(UNITS), day=DAYS)
    def begin(self, unit, day):
        return self.open_one(unit, day)

    @rule(target=batches, unit=st.sampled_from(UNITS), day=DAYS)
    def open(self, unit, day):
        return self.open_one(unit, day)

    def open_one(self, unit, day):
        batch = self.write(open_batch, BatchHeader(unit, day, FORM, VERSION, returned=CAME_BACK))
        self.books[batch] = KnownBatch(unit, day)
        return batch

    @rule(target=slips, batch=batches, told=st.lists(CONTENTS, min_size=2, max_size=5))
    def record_some(self, batch, told):
        made = [self.record_one(batch, one) for one in told]
        return multiple(*(slip for slip in made if slip is not None))

    def record_one(self, batch, told):
        slip = uuid7(self.session.store.clock.now_ms())
        book = self.books[batch]
        if not book.is_open:
            self.refuses("surveys.batch_closed", record_slip, batch, slip, told)
            return None
        if told.dossier in self.rated():
            self.refuses("surveys.dossier_rated", record_slip, batch, slip, told)
            return None
        number = self.write(record_slip, batch, slip, told)
        assert number == self.last_number(batch) + 1
        self.known[slip] = KnownSlip(batch, book.unit, book.day, number, told, told)
        book.slips.append(slip)
        return slip

    @rule(slip=slips, told=CONTENTS)
    def record_again(self, slip, told):
        before = self.snapshot()
        known = self.known[slip]
        assert self.write(record_slip, known.batch, slip, told) == (known.number or 0)
        assert self.snapshot() == before

    @rule(slip=slips, told=CONTENTS)
    def correct(self, slip, told):
        known = self.known[slip]
        if known.state != "standing":
            self.refuses("surveys.no_slip", correct_slip, slip, told)
        elif not self.books[known.batch].is_open:
            self.refuses("surveys.batch_closed", correct_slip, slip, told)
        elif told.dossier != known.content.dossier and told.dossier in self.rated():
            self.refuses("surveys.dossier_rated", correct_slip, slip, told)
        else:
            is_changed = self.write(correct_slip, slip, told)
            assert is_changed == (told != known.content)
            known.content = told
            known.events += is_changed

    @rule(batch=batches)
    def undo(self, batch):
        book = self.books[batch]
        standing = [s for s in book.slips if self.known[s].state == "standing"]
        last = max(standing, key=lambda s: self.known[s].number or 0, default=None)
        if not book.is_open:
            self.refuses("surveys.batch_closed", undo_last, batch)
        elif last is None or self.known[last].number != self.last_number(batch):
            self.refuses("surveys.nothing_to_undo", undo_last, batch)
        else:
            taken = self.write(undo_last, batch)
            assert (taken.id, taken.content) == (last, self.known[last].content)
            self.known[last].state, self.known[last].number = "undone", None
            self.known[last].events += 1

    @rule(slip=slips, reason=st.sampled_from(["nhầm phiếu", "  ", ""]))
    def void(self, slip, reason):
        known = self.known[slip]
        if known.state != "standing":
            self.refuses("surveys.no_slip", void_slip, slip, reason=reason)
        elif not reason.strip():
            self.refuses("surveys.reason_missing", void_slip, slip, reason=reason)
        else:
            self.write(void_slip, slip, reason=reason)
            known.state = "void"
            known.events += 1

    @rule(target=slips, slip=slips, told=CONTENTS)
    def key_again(self, slip, told):
        old = self.known[slip]
        fresh = uuid7(self.session.store.clock.now_ms())
        taken = any(
            other.batch == old.batch and other.number == old.number and other.state == "standing"
            for other in self.known.values()
        )
        code = None
        if old.state != "void":
            code = "surveys.not_voided"
        elif taken:
            code = "surveys.already_replaced"
        elif told.dossier in self.rated():
            code = "surveys.dossier_rated"
        if code:
            self.refuses(code, record_slip, old.batch, fresh, told, replaces=slip)
            return multiple()
        number = self.write(record_slip, old.batch, fresh, told, replaces=slip)
        assert number == old.number
        self.known[fresh] = KnownSlip(old.batch, old.unit, old.day, number, told, told)
        self.books[old.batch].slips.append(fresh)
        return fresh

    @rule(batch=batches, returned=st.none() | st.integers(-1, 4), reason=st.sampled_from(["", "x"]))
    def close(self, batch, returned, reason):
        book = self.books[batch]
        keyed = sum(self.known[slip].state == "standing" for slip in book.slips)
        came_back = CAME_BACK if returned is None else returned
        code = None
        if not book.is_open:
            code = "surveys.batch_closed"
        elif came_back < 0:
            code = "surveys.count_negative"
        elif came_back != keyed and not reason:
            code = "surveys.difference_unexplained"
        if code:
            self.refuses(code, close_batch, batch, returned=returned, reason=reason)
        else:
            self.write(close_batch, batch, returned=returned, reason=reason)
            book.is_open = False

    @rule(
        target=slips,
        rows=st.lists(st.tuples(st.sampled_from(UNITS), DAYS, CONTENTS), min_size=1, max_size=3),
    )
    def take_in(self, rows):
        made = []
        for unit, day, told in rows:
            self.imported += 1
            key = ("test", str(self.imported))
            free = SlipContent(
                told.answers, told.reason, told.note, None, told.not_asked, told.typed
            )
            made.append(ImportedSlip(self.imported, key, unit, day, "import", free))
        accepted, known = self.write(import_slips, made, questionnaire=FORM, version=VERSION)
        assert (accepted, known) == (len(made), [])
        before = self.snapshot()
        again = self.write(import_slips, made, questionnaire=FORM, version=VERSION)
        assert again == (0, made)
        assert self.snapshot() == before
        for slip in made:
            stored = self.session.store.read(
                lambda c, of=slip.slip_id: c.exec_driver_sql(
                    "SELECT batch, number FROM responses WHERE id = ?", (of.bytes,)
                ).one()
            )
            batch = UUID(bytes=stored[0])
            book = self.books.setdefault(batch, KnownBatch(slip.unit, slip.collected_on, False))
            book.slips.append(slip.slip_id)
            self.known[slip.slip_id] = KnownSlip(
                batch, slip.unit, slip.collected_on, stored[1], slip.content, slip.content
            )
        return multiple(*(slip.slip_id for slip in made))

    @rule()
    def start_again(self):
        self.session.store.close()
        self.session = open_session(DataPaths(self.folder), SECRET, ADMIN)

    @invariant()
    def tallies_are_what_a_recount_gives(self):
        wanted: Counter[tuple[int, str, str, str]] = Counter()
        for slip in self.known.values():
            if slip.state == "standing":
                day = slip.day.year * 10000 + slip.day.month * 100 + slip.day.day
                for span in (day, day // 100):
                    wanted.update((span, slip.unit, *mark) for mark in marks(slip))
        kept: Counter[tuple[int, str, str, str]] = Counter()
        for row in self.session.store.read(lambda c: c.execute(select(tallies)).all()):
            # The latest day of a month is not in the month's row yet.
            spans = (row.span,) if row.span > 0 else (-row.span, -row.span // 100)
            for question, options in json.loads(row.counts).items():
                for span, (option, n) in product(spans, options.items()):
                    kept[span, row.unit, question, option] += n
        assert kept == wanted
        assert all(kept.values())

    @invariant()
    def numbers_run_from_one_without_gaps(self):
        for batch, book in self.books.items():
            slips = self.session.store.read(lambda c, of=batch: list_slips(c, of))
            assert {slip.number for slip in slips} == set(range(1, self.last_number(batch) + 1))
            standing = [slip.number for slip in slips if slip.status in ("valid", "invalid")]
            assert len(standing) == len(set(standing))
            told = self.session.store.read(lambda c, of=batch: read_batch(c, of))
            assert told.state == ("open" if book.is_open else "closed")
            assert told.keyed == len(standing)
            assert told.keyed + told.voided == len(slips)
            assert told.valid == sum(slip.status == "valid" for slip in slips)

    def teardown(self):
        store = self.session.store
        for slip, known in self.known.items():
            history = store.read(lambda c, of=slip: slip_history(c, of))
            assert len(history) == known.events
            assert history[0].event_type == "survey.response_recorded"
        for batch in self.books:
            counted = store.read(lambda c, of=batch: batch_tally(c, of))
            wanted = Counter(
                slip.content.answers["danh_gia_chung"]
                for slip in self.known.values()
                if slip.batch == batch
                and slip.state == "standing"
                and "danh_gia_chung" in slip.content.answers
            )
            assert counted.get("danh_gia_chung", {}) == wanted
        assert store.read(verify_chain) == []
        assert compare_projections(store, store.projections) == []
        before = self.snapshot()
        store.replace_projections()
        assert self.snapshot() == before
        store.close()
        shutil.rmtree(self.folder)


def test_any_day_at_a_counter_adds_up(paths):
    CounterDay.template = paths.folder
    run_state_machine_as_test(
        CounterDay,
        settings=settings(
            max_examples=16, stateful_step_count=20, deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
