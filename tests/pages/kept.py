"""What the walk finds at an office: backups that are made, and work that others left there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from desktop.session import Session
from models.accounts.commands import create_account
from models.households.commands import check_household
from models.households.history import heads_of_household
from models.households.records import Household
from models.ids import uuid7
from models.kiosk.votes import Vote, record_vote
from models.permissions import Role
from models.questionnaires.compiled import compile_form
from models.questionnaires.queries import read_form
from models.rekeying.commands import close_and_draw, rekey_slip
from models.rekeying.practice import as_asked, invented_slips
from models.settings.record import Settings
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent
from tests.exports.sheets.makers import xlsx
from ui.keying.paper_view import PaperView
from ui.settings.safekeeping import BackupState, Drilled, PlaceState

PIN: Final = "284631"
_SLIPS: Final = 4
_VOTES: Final = 6


class Backups:
    """Backups as they stand where all is well; none is made while the walk goes on."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def state(self) -> BackupState:
        """Return two good places."""
        places = (Path("/srv/motcua/backups"), Path("/media/usb/motcua"))
        made = tuple(PlaceState(place, self._now_ms - 3_600_000) for place in places)
        return BackupState(made, True, self._now_ms - 86_400_000, False)

    def back_up_now(self) -> None:
        """Make none."""

    def keep_second(self, folder: Path | None) -> None:
        """Keep none."""

    def drill(self, progressed: Callable[[int, int], Any]) -> Drilled:
        """Return what the last one held."""
        return Drilled(self._now_ms, 38_612)

    def when_ended(self, called: Callable[[object], Any]) -> None:
        """None ends."""


class Others:
    """The other people of an office, who leave slips to key again and differences to decide."""

    def __init__(self, session: Session, header: BatchHeader) -> None:
        self._session = session
        self._store = session.store
        self._header = header
        read = partial(read_form, code=header.questionnaire, version=header.version)
        self.form = self._store.read(read)

    def leave_second_keying(self) -> None:
        """Leave one batch to be keyed again, and one of which a slip was keyed differently."""
        an, binh = self._hire("Trần Thị Bình"), self._hire("Lê Văn An")
        self._batch(an, _SLIPS)
        for slip in self._batch(binh, 2):
            other = self._contents(1, seed=9)[0]
            self._store.write(partial(rekey_slip, slip=slip, content=other), actor=an)

    def scan(self, folder: Path, language: str) -> Path:
        """Lay papers of the questionnaire into a folder, as a scanner would."""
        folder.mkdir()
        paper = PaperView()
        paper.set_form(compile_form(self.form).form, Settings(), language)
        paper.resize(620, 877)
        for number, content in enumerate(self._contents(2, seed=9), start=1):
            paper.show_paper(content, number)
            paper.grab().save(str(folder / f"{number}.png"))
        paper.deleteLater()
        return folder

    def leave_votes(self) -> None:
        """Have the kiosk record votes faster than anybody reads."""
        now_ms = self._store.clock.now_ms()
        day, form = self._store.clock.today(), self.form
        for content in self._contents(_VOTES, seed=3):
            vote = Vote(uuid7(now_ms), self._header.unit, day, form.code, form.version, content)
            self._store.write(partial(record_vote, vote=vote), actor=self._session.account)

    def quarrel(self, household: Household) -> None:
        """Have a household checked twice, by people who did not see each other's words."""
        seen = self._store.read(partial(heads_of_household, household=household.id))
        for name, phone in (("Nguyễn Đức Thọ", "0912345678"), ("Nguyễn Đức Thọ", "0987654321")):
            self._store.write(
                partial(
                    check_household, household=household.id, outcome="sai_thong_tin",
                    values={"name": name + " (con)", "phone": phone}, seen=seen,
                ),
                actor=self._session.account,
            )  # fmt: skip

    def _hire(self, name: str) -> UUID:
        account = uuid4()
        command = partial(
            create_account, account=account, name=name, role=Role.COUNTER, unit=self._session.unit
        )
        self._store.write(command, actor=self._session.account)
        return account

    def _batch(self, by: UUID, slips: int) -> list[UUID]:
        header = replace(self._header, handed_out=None, returned=None)
        batch = self._store.write(partial(open_batch, header=header), actor=by)
        keyed = []
        for content in self._contents(slips, seed=5):
            slip = uuid7(self._store.clock.now_ms())
            record = partial(record_slip, batch=batch, slip=slip, content=content)
            self._store.write(record, actor=by)
            keyed.append(slip)
        self._store.write(partial(close_and_draw, batch=batch, returned=slips), actor=by)
        return keyed

    def _contents(self, count: int, seed: int) -> list[SlipContent]:
        compiled, today = compile_form(self.form), self._store.clock.today()
        papers = invented_slips(self.form, (), seed, count)
        return [as_asked(compiled, paper, today) for paper in papers]


def list_of_households(path: Path) -> Path:
    """Write a list with two new households, one that is likely known and one that is wrong."""
    ward = "Phường Vàng Danh"
    return xlsx(path, [
        ["Họ và tên chủ hộ", "SĐT", "Số nhà", "Đường", "Thôn/Khu", "Phường/Xã cũ", "Mã ĐCS"],
        ["Nguyễn Văn An", "0912345678", "12", "Trần Phú", "Khu 1", ward, "0221399001"],
        ["Trần Thị Thanh Bình", "0987654321", "14", "Trần Phú", "Khu 1", ward, None],
        ["Nguyễn Thị Thêm", None, "126C", "Vàng Danh", "Khu 1", ward, None],
        ["Hoàng Thị Em", None, "7", "Lê Lợi", "Khu 1", ward, "12345"],
    ])  # fmt: skip
