"""The kiosk's processes: it comes back after a kill, and ends for good by the PIN alone."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import psutil
import pytest
from PySide6.QtWidgets import QApplication

from desktop.cli.main import run
from desktop.kiosk import watcher
from desktop.kiosk.booth_process import KioskApplication
from desktop.kiosk.guard import WatcherGuard
from desktop.kiosk.request import KioskRequest
from desktop.session import Session, reopen_session
from models.audit.queries import read_audit
from models.audit.records import AuditFilter
from models.clock import Clock
from models.errors import UserError
from models.kiosk.pin import hash_pin
from models.kiosk.votes import LEFT, Vote, read_kiosk_form
from models.questionnaires.commands import publish
from models.store.drafts import DraftBox
from models.surveys.queries import list_batches
from models.surveys.records import SlipContent
from tests.conftest import ADMIN, SECRET, UNIT
from tests.scenarios.fixtures import no_bugs, themed
from tests.ui.keying.forms import mixed_form
from tests.ui.kiosk.standing import PIN
from tests.waiting import wait_for_work, wait_until
from ui.kiosk.drafts import KeptVote, keep

__all__ = ["no_bugs", "themed"]


def asked(session: Session) -> KioskRequest:
    form = session.store.read(lambda c: read_kiosk_form(c, "qn-18-2021"))
    return KioskRequest(
        str(session.paths.folder), session.key.hex(), str(session.account), form.code,
        form.version, hash_pin(PIN).data(), officer="Lan",
    )  # fmt: skip


class Ended:
    """Stands for a process that ended with a code."""

    stdin = None

    def __init__(self, code: int) -> None:
        self.code = code

    def wait(self) -> int:
        return self.code

    def poll(self) -> int:
        return self.code


def watched(session: Session, codes: list[int]) -> tuple[int, list[float], int]:
    """Watch over kiosks that end with these codes; return the last, the rests and how many."""
    left, rests = list(codes), []
    code = watcher.watch(
        asked(session), start=lambda _request: Ended(left.pop(0)), rest=rests.append
    )
    return code, rests, len(codes) - len(left)


def test_a_kiosk_that_crashes_comes_back_at_once_and_then_more_slowly(session):
    assert watched(session, [-9, -11, 1, 1, 0, 1]) == (0, [0, 1, 2, 5], 5)


def test_a_kiosk_that_cannot_be_started_is_tried_again(session):
    left, rests = [OSError(12, "no memory"), OSError(12, "no memory"), Ended(0)], []

    def start(_request: KioskRequest) -> Ended:
        found = left.pop(0)
        if isinstance(found, OSError):
            raise found
        return found

    assert watcher.watch(asked(session), start=start, rest=rests.append) == 0
    assert rests == [0, 1]


def test_the_window_comes_back_to_where_its_own_store_lies(session, monkeypatch):
    started: list[list[str]] = []

    def refuse_once(command: list[str], **_options: object) -> None:
        started.append(command)
        if len(started) == 1:
            raise OSError(12, "no memory")

    monkeypatch.setattr(subprocess, "Popen", refuse_once)
    rests: list[float] = []
    request = replace(asked(session), folder="/own/demo", home="/own")
    watcher.open_window(request, rest=rests.append)
    words = started[1][started[1].index("--data-dir") :]
    assert words == ["--data-dir", "/own/demo", "--home", "/own", "--lang", "vi"]
    assert rests == [0, 1]


@pytest.mark.parametrize("code", [watcher.REFUSED, watcher.OCCUPIED, watcher.NO_SCREEN])
def test_a_kiosk_that_cannot_be_shown_does_not_come_back(session, code):
    assert watched(session, [code, 0]) == (code, [], 1)


def test_it_does_not_come_back_for_ever_where_nobody_sees_it(session):
    code, rests, tried = watched(session, [1] * 100)
    assert (code, tried) == (1, 31)
    assert max(rests) == 30


def test_what_is_asked_for_goes_through_a_pipe_and_is_shown_by_no_trace(session):
    request = asked(session)
    assert KioskRequest.of(request.to_bytes()) == request
    assert session.key.hex() not in repr(request)


def test_an_account_that_was_removed_opens_nothing_with_the_key(session):
    with pytest.raises(UserError) as refused:
        reopen_session(session.paths, session.key, uuid4(), Clock())
    assert refused.value.code == "accounts.no_account"


@contextmanager
def watching(request: KioskRequest, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """The watcher as a process of its own, which starts the kiosk as another."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", watcher.WATCH_FLAG], stdin=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(request.to_bytes())
    process.stdin.close()
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def booth_of(watching_: subprocess.Popen[bytes]) -> int | None:
    """Return the process that shows the kiosk, None while there is none."""
    children = psutil.Process(watching_.pid).children()
    return children[0].pid if children else None


def left_behind(box: DraftBox, request: KioskRequest) -> None:
    content = SlipContent({"cong_khai": "rat_tot"}, LEFT)
    day = Clock().today()
    vote = Vote(uuid4(), UNIT, day, request.questionnaire, request.version, content)
    keep(box, KeptVote(vote, 0, {"answers": content.answers, "position": 1}))


def kept(session: Session) -> int:
    return sum(batch.invalid for batch in session.store.read(list_batches))


def test_a_killed_kiosk_comes_back_by_itself_with_the_vote_in_hand(session, paths):
    request = asked(session)
    box = DraftBox(paths.drafts, session.key, session.account)
    # What a kill leaves: the next kiosk records it, and shows thereby that it is there.
    left_behind(box, request)
    with watching(request) as process:
        wait_until(lambda: kept(session) == 1, "the kiosk records what was left")
        first = booth_of(process)
        assert first is not None
        for one in (first, process.pid):
            assert request.key not in " ".join(psutil.Process(one).cmdline())
        left_behind(box, request)
        psutil.Process(first).kill()
        wait_until(lambda: kept(session) == 2, "the kiosk is back, and records what was left")
        second = booth_of(process)
        assert second not in {None, first}
    box.close()
    wait_until(lambda: not psutil.pid_exists(second), "it ends with its watcher")
    written = b"".join(file.read_bytes() for file in paths.folder.rglob("*") if file.is_file())
    assert request.key.encode() not in written
    assert bytes.fromhex(request.key) not in written
    assert PIN.encode() not in written


def watchers_of(booth: int) -> list[psutil.Process]:
    """Return the watchers that a kiosk started, once they are that: a fork is the kiosk's twin."""
    children = psutil.Process(booth).children()
    return [child for child in children if watcher.WATCH_FLAG in child.cmdline()]


def minds_terminating(process: psutil.Process) -> bool:
    """Say whether a process has a handler for SIGTERM, which a watcher sets when it begins."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    [caught] = re.findall(r"SigCgt:\s*([0-9a-f]+)", status)
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


def test_a_killed_watcher_is_replaced_by_the_kiosk_and_brings_it_back(session, paths):
    request = asked(session)
    box = DraftBox(paths.drafts, session.key, session.account)
    left_behind(box, request)
    with watching(request) as process:
        wait_until(lambda: kept(session) == 1, "the kiosk records what was left")
        first = booth_of(process)
        assert first is not None
        process.kill()
        process.wait(20)
        wait_until(lambda: watchers_of(first), "the kiosk starts another watcher")
        [other] = watchers_of(first)
        # Nothing but their own orders ends the two: whatever fails here, they must.
        try:
            assert request.key not in " ".join(other.cmdline())
            wait_until(lambda: minds_terminating(other), "it has read what it is to watch over")
            left_behind(box, request)
            psutil.Process(first).kill()
            wait_until(lambda: kept(session) == 2, "the kiosk is back, with what was left")
            [second] = other.children()
            assert second.pid != first
        finally:
            box.close()
            other.terminate()
        wait_until(lambda: not second.is_running(), "it ends with its new watcher")


class Line:
    """Stands for a watcher, and for the line to it."""

    def __init__(self) -> None:
        self.stdin = BytesIO()
        self.said = b""
        self.stdin.close = self._close

    def wait(self) -> int:
        return 0

    def _close(self) -> None:
        self.said = self.stdin.getvalue()


def test_the_kiosk_starts_watchers_until_it_ends_and_says_how(session):
    line, rests, asked_for = Line(), [], []

    def start(request: KioskRequest) -> Line:
        asked_for.append(request.adopts)
        if len(asked_for) == 1:
            raise OSError(12, "no memory")
        return line

    def rest(pause_s: float) -> None:
        rests.append(pause_s)
        if len(rests) == 3:
            guard.tell(watcher.ENDED)

    guard = WatcherGuard(asked(session), lambda: None, start=start, rest=rest)
    guard.watch()
    assert asked_for == [os.getpid()] * 3
    assert rests == [0, 1, 2]
    assert line.said == b"0"


@pytest.mark.parametrize(("said", "code"), [(b"0", 0), (b"4", 4), (b"", -1), (b"0x", -1)])
def test_an_adopted_kiosk_says_how_it_ends_or_has_crashed(said, code):
    kiosk = watcher.Adopted(os.getpid(), BytesIO(said))
    assert kiosk.poll() is None
    assert kiosk.wait() == kiosk.poll() == code


def test_the_pin_ends_it_closes_the_batch_and_tells_the_audit(session, themed, no_bugs):
    opened = reopen_session(session.paths, session.key, session.account, Clock())
    application = KioskApplication(
        QApplication.instance(), asked(session), opened, backs_up=False
    )
    left: list[bool] = []
    application.left.connect(lambda: left.append(True))
    application.start()
    booth = application.booth
    booth.start_page.begin.click()
    for _ in range(7):
        booth.question.options[0].click()
    booth.start_page.staff.click()
    for digit in PIN:
        booth.pin.keys[digit].click()
    booth.pin.enter.click()
    wait_for_work(application.jobs)
    wait_until(lambda: left, "it is left")
    assert not application.window.isVisible()
    assert not booth.sample.isVisibleTo(booth)
    application.stop()
    (batch,) = session.store.read(list_batches)
    assert (batch.state, batch.valid) == ("closed", 1)
    entries = session.store.read(lambda c: read_audit(c, AuditFilter(), limit=5))
    assert entries[0].type == "audit.signed_out"
    application.window.deleteLater()
    application.show_language("vi")
    for translator in application._translators:
        QApplication.removeTranslator(translator)


def test_the_kiosk_of_sample_data_says_so_and_is_not_backed_up(session, themed, no_bugs):
    session.paths.sample_mark.touch()
    opened = reopen_session(session.paths, session.key, session.account, Clock())
    application = KioskApplication(QApplication.instance(), asked(session), opened)
    assert application.booth.sample.isVisibleTo(application.booth)
    assert application.booth.sample.said.text().startswith("Dữ liệu mẫu")
    assert application._backups is None
    application.window.leave()
    application.stop()
    application.window.deleteLater()
    for translator in application._translators:
        QApplication.removeTranslator(translator)


def test_a_form_that_wants_typing_is_refused(session):
    session.store.write(lambda tx: publish(tx, mixed_form(), unit=UNIT), actor=session.account)
    with pytest.raises(UserError) as refused:
        session.store.read(lambda c: read_kiosk_form(c, "nhieu-loai"))
    assert refused.value.code == "kiosk.form_typed"


def test_codes_are_written_to_a_pdf_that_a_scanner_reads(paths, tmp_path, monkeypatch, capsys):
    from pypdfium2 import PdfDocument

    monkeypatch.setenv("MOTCUA_PASSWORD", SECRET)
    out = tmp_path / "ma.pdf"
    assert run(["kiosk-codes", str(out), "--count", "30", "--account", ADMIN, "--json"]) == 0
    document = PdfDocument(out)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert (len(document), words.count("Mã đánh giá")) == (2, 30)
    document.close()
    for wrong in (["kiosk-codes", "ma.docx"], ["kiosk-codes", str(out), "--count", "0"]):
        assert run([*wrong, "--account", ADMIN]) == 2
    capsys.readouterr()


def test_the_kiosk_wants_a_pin_and_a_screen(paths, monkeypatch, capsys):
    monkeypatch.setenv("MOTCUA_PASSWORD", SECRET)
    monkeypatch.setenv("MOTCUA_PIN", "111111")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run(["kiosk", "--account", ADMIN, "--lang", "en"]) == 2
    assert "too easy" in capsys.readouterr().err
    monkeypatch.setattr("desktop.cli.kiosk_commands.watch", lambda request: watcher.OCCUPIED)
    monkeypatch.setenv("MOTCUA_PIN", PIN)
    assert run(["kiosk", "--account", ADMIN, "--lang", "en"]) == 3
    assert "close it" in capsys.readouterr().err
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run(["kiosk", "--account", ADMIN, "--lang", "en"]) == 3
