"""Hands one reader many bad inputs in a process of its own, and prints what became of them.

`python -m tests.attack.fuzzing COUNT TARGET…` prints one line of JSON a target. An input may be
taken or refused with a sentence; any other error ends the run with it. One that takes longer than
`LONGEST_S` ends the process; memory beyond what the program has and `ROOM` is refused.
"""

from __future__ import annotations

import faulthandler
import io
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.errors import KnownError, UserError
from models.sentences.catalog import say
from tests.attack.inputs import changed, changed_rows, changed_text, edits, texts

LONGEST_S: Final = 10
ROOM: Final = 1 << 30
Take = Callable[[Path, Any], object]


def packed(sheets: dict[str, list[list[Any]]]) -> bytes:
    """Return a workbook with these sheets."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            # What no file can hold is not this program's to read.
            sheet.append([
                "".join(mark for mark in cell if mark >= " ") if isinstance(cell, str) else cell
                for cell in row
            ])  # fmt: skip
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def books(good: bytes) -> st.SearchStrategy[bytes]:
    """Return workbooks like a good one: bytes changed, or one of the parts, or cells."""
    with ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    read = openpyxl.load_workbook(io.BytesIO(good), data_only=True)
    sheets = {sheet.title: [list(row) for row in sheet.values] for sheet in read.worksheets}

    def with_part(name: str, changes: list[Any]) -> bytes:
        out = io.BytesIO()
        with ZipFile(out, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, changed(content, changes) if part == name else content)
        return out.getvalue()

    def with_sheet(name: str, rows: list[list[Any]]) -> bytes:
        return packed({**sheets, name: rows})

    whole = edits.map(partial(changed, good))
    part = st.builds(with_part, st.sampled_from(sorted(parts)), edits)
    cells = st.sampled_from(sorted(sheets)).flatmap(
        lambda name: changed_rows(sheets[name]).map(partial(with_sheet, name))
    )
    return whole | part | cells


def take_xlsform(folder: Path, content: bytes) -> None:
    """Read a questionnaire, and ask it what a slip asks."""
    from datetime import date

    from models.questionnaires.engine import evaluate
    from models.questionnaires.xlsform import read_xlsform

    path = folder / "form.xlsx"
    path.write_bytes(content)
    evaluate(read_xlsform(path), {}, today=date(2026, 11, 20))


def take_slips(folder: Path, content: bytes) -> None:
    """Read slips keyed elsewhere."""
    from exports.sheets.slips import read_slips
    from tests.exports.sheets import makers

    path = folder / "slips.bin"
    path.write_bytes(content)
    found = read_slips(path, makers.form(), units=makers.units, today=makers.TODAY)
    assert all(say(problem) for problem in found.problems)


def take_list(folder: Path, content: bytes) -> None:
    """Read a commune's list, and write down what is wrong with it."""
    from exports.sheets.household_lists import open_list, read_list
    from exports.sheets.household_problems import write_list_problems
    from tests.exports.sheets.household_case import context

    path = folder / "list.bin"
    path.write_bytes(content)
    file = open_list(path)
    found = read_list(file, context())
    write_list_problems(folder / "problems.xlsx", file, found.problems)
    assert all(say(note) for note in found.notes)


@cache
def station() -> Any:
    """Return a station that has exchanged with others."""
    from tests.exchange.beginning import templates

    return templates()["a"]


@cache
def good_bundle() -> bytes:
    """Return a bundle that the station can open: what another has for it."""
    from exports.exchange.round import make_bundle
    from tests.exchange.beginning import templates

    hub = templates()["hub"]
    made = hub.read(make_bundle, [station().own.card.id], now_ms=hub.store.clock.now_ms())
    return bytes(made.sealed)


def take_bundle(_folder: Path, given_: tuple[str, Any]) -> None:
    """Open a bundle; its envelope or its body may be what was changed."""
    import msgpack
    from pyrage import decrypt, encrypt, x25519

    from exports.exchange.bundle import unseal
    from exports.exchange.round import open_content
    from exports.exchange.wire import read_body

    what, value = given_
    own = station().own
    if what == "sealed":
        station().read(open_content, changed(good_bundle(), value))
    elif what == "inner":
        inner = decrypt(good_bundle(), [x25519.Identity.from_str(own.box_secret)])
        box = x25519.Recipient.from_str(own.card.box_key)
        station().read(open_content, encrypt(changed(inner, value), [box]))
    elif what == "body":
        read_body(changed(unseal(own, good_bundle()).body(), value))
    else:
        read_body(msgpack.packb(value))


def take_code(_folder: Path, text: str) -> None:
    """Take a text that a scanner or a person typed in for each of the things it may be."""
    from models.households.cards import is_card
    from models.households.cards import read_card as read_identity_card
    from models.households.plus_codes import find_plus_code, read_plus_code
    from models.households.queries import search_households
    from models.households.values import stored
    from models.stations.card import read_card

    takers: list[Callable[[], object]] = [
        lambda: read_card(text), lambda: is_card(text), lambda: read_identity_card(text),
        lambda: station().read(search_households, text),
        lambda: read_plus_code(find_plus_code(text) or text),
        *(partial(stored, field, text) for field in ("phone", "code", "name", "address")),
    ]  # fmt: skip
    for taker in takers:
        try:
            taker()
        except (UserError, ValueError) as error:
            # A field says by ValueError that it is none; only the screens make a sentence of it.
            if isinstance(error, RecursionError):
                raise


def take_keyring(folder: Path, content: bytes) -> None:
    """Open a store's keyring with a password, and what lies beside it in the same form."""
    from desktop.backup_log import read_outcomes
    from desktop.check_log import read_examined
    from desktop.untold import read_untold
    from models.accounts.attempts import load_attempts
    from models.store.damage import marker_of, read_damage
    from models.store.keys import load_keyring, unlock
    from models.store.server_place import load_place

    path = folder / "keyring.json"
    path.write_bytes(content)
    load_attempts(path)
    read_outcomes(path)
    read_untold(path)
    assert read_examined(path).is_chain_due(0) in (True, False)
    marker_of(folder / "store.db").write_bytes(content)
    read_damage(folder / "store.db")
    with suppress(KnownError):
        load_place(path, bytes(32), "a" * 32)
    keyring = load_keyring(path)
    unlock(keyring, keyring.holders[0].name if keyring.holders else "x", "not the password")


def take_backup(folder: Path, content: bytes) -> None:
    """Look into a backup and unpack the store that it says to hold."""
    from models.store.backup_file import read_keyring, read_manifest, unpack_store

    path = folder / "a.backup"
    path.write_bytes(content)
    manifest = read_manifest(path)
    read_keyring(path)
    unpack_store(path, manifest, folder / "unpacked", lambda _done: None)


@cache
def good_keyring() -> bytes:
    """Return a keyring that costs next to nothing to try."""
    from uuid import UUID

    from models.store import keys

    keys.COST.update(memory_kib=64, passes=1, lanes=1)
    keyring, _, _ = keys.create_keyring(UUID(int=1), "Quầy", "Mot-cua-2026-chin")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "keyring.json"
        keys.save_keyring(keyring, path)
        return path.read_bytes()


def good_backup() -> bytes:
    """Return a backup file with a store that is none: its envelope is what is looked at."""
    from models.store.backup_file import Manifest, file_digest, write_backup_file

    with tempfile.TemporaryDirectory() as name:
        store, out = Path(name) / "store", Path(name) / "out"
        store.write_bytes(bytes(range(256)) * 64)
        size = store.stat().st_size
        manifest = Manifest("a" * 32, "06811", "0005", 1, 7, "b" * 64, size, file_digest(store))
        write_backup_file(out, manifest, good_keyring(), store, lambda _done: None)
        return out.read_bytes()


def shipped(name: str) -> bytes:
    """Return a questionnaire that comes with the program."""
    from models.questionnaires.builtin import builtin_path

    return builtin_path(name).read_bytes()


def slip_files() -> st.SearchStrategy[bytes]:
    """Return tables of slips: new and old workbooks and text."""
    from exports.sheets import compound
    from tests.exports.sheets import makers

    rows = [["Mã đơn vị", "Ngày thu phiếu", "cong_khai"], ["06811", "05/10/2026", "Rất tốt"]] * 3
    text = "\r\n".join(",".join(row) for row in rows)
    old = edits.map(lambda changes: compound.wrap("Workbook", changed(makers.biff(rows), changes)))
    cells = changed_rows(rows).map(
        lambda made: "\n".join(",".join(map(str, row)) for row in made).encode("utf-8", "replace")
    )
    return (
        books(makers.good_xlsx()) | old | cells | st.binary(max_size=400)
        | edits.map(partial(changed, text.encode("utf-16")))
    )  # fmt: skip


def list_files() -> st.SearchStrategy[bytes]:
    """Return lists of households."""
    from tests.exports.sheets.household_case import HEADER, household

    return books(packed({"Khu 5": [HEADER, *(household(number) for number in range(1, 6))]}))


def bundles() -> st.SearchStrategy[tuple[str, Any]]:
    """Return what `take_bundle` takes."""
    odd = st.recursive(
        st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.binary(max_size=40)
        | st.text(max_size=10) | st.sampled_from([bytes(16), bytes(32)]),
        lambda inner: st.lists(inner, max_size=6)
        | st.dictionaries(st.sampled_from(["words", "runs", "holds", "sums", "x"]), inner),
        max_leaves=30,
    )  # fmt: skip
    shapes = st.fixed_dictionaries({"words": odd, "runs": odd, "holds": odd}) | odd
    return st.tuples(st.sampled_from(["sealed", "inner", "body"]), edits) | st.tuples(
        st.just("shape"), shapes
    )


def codes() -> st.SearchStrategy[str]:
    """Return what may come from a scanner or a search box."""
    identity = "022088001234|112233445|Nguyễn Văn An|05101988|Nam|Số 5, khu 3, Nam Khê|01012021"
    card = station().own.card.to_text()
    code = "7P54+2F Uông Bí"
    return (
        changed_text(identity) | changed_text(card) | changed_text(code) | texts
        | st.text(st.sampled_from('[]{}"*-+():^ aNEAROD\'\u0300đ0'), max_size=4000)
    )  # fmt: skip


def of_bytes(good: bytes) -> st.SearchStrategy[bytes]:
    """Return a file with places changed, or with pieces of its text replaced."""
    text = good.decode("utf-8", "ignore")
    return edits.map(partial(changed, good)) | changed_text(text).map(in_bytes)


def in_bytes(text: str) -> bytes:
    """Return a text in UTF-8, whatever it holds."""
    return text.encode("utf-8", "replace")


TARGETS: Final[dict[str, tuple[Callable[[], st.SearchStrategy[Any]], Take]]] = {
    "xlsform": (lambda: books(shipped("qn-18-2021")) | books(shipped("ho-so-hoa-2024")),
                take_xlsform),
    "slips": (slip_files, take_slips),
    "list": (list_files, take_list),
    "bundle": (bundles, take_bundle),
    "code": (codes, take_code),
    "keyring": (lambda: of_bytes(good_keyring()) | texts.map(in_bytes), take_keyring),
    "backup": (lambda: edits.map(partial(changed, good_backup())), take_backup),
}  # fmt: skip


def run(target: str, count: int, *, is_soak: bool) -> dict[str, Any]:
    """Hand a target so many inputs; return how many it took, the slowest (s), and memory (MB)."""
    make, take = TARGETS[target]
    # What is made to begin with is not what is looked at, nor what the target before was left.
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    strategy = make()
    found = {"inputs": 0, "refused": 0, "slowest_s": 0.0}
    said: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        bound_memory()
        before = peak_mb()

        @settings(
            max_examples=count, deadline=None, database=None, derandomize=not is_soak,
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(strategy)
        def hand(content: Any) -> None:
            faulthandler.dump_traceback_later(LONGEST_S, exit=True)
            began = time.perf_counter()
            try:
                take(Path(folder), content)
            except (UserError, KnownError) as error:
                found["refused"] += 1
                said.add(say(error))
            finally:
                faulthandler.cancel_dump_traceback_later()
            found["inputs"] += 1
            found["slowest_s"] = max(found["slowest_s"], time.perf_counter() - began)

        hand()
    return {**found, "sentences": len(said), "peak_mb": peak_mb() - before}


def bound_memory() -> None:
    """Refuse this process more than `ROOM` beyond what it has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + ROOM
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


def peak_mb() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    for wanted in sys.argv[2:]:
        result = run(wanted, int(sys.argv[1]), is_soak=bool(os.environ.get("MOTCUA_SOAK")))
        sys.stdout.write(json.dumps({"target": wanted, **result}) + "\n")
