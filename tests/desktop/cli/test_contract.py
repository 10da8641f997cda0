"""The command line's contract: names, results, exit codes, one sentence, nothing changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.main import run
from desktop.paths import DataPaths
from desktop.sample_account import ACCOUNT, PASSWORD
from desktop.session import open_session
from models.questionnaires.builtin import builtin_path
from models.store.engine import connect
from tests.conftest import ADMIN, SECRET, UNIT
from tests.desktop.cli.conftest import Command, event_count

REPORT = ("report", "satisfaction", "--from", "2026-01-01", "--to", "2026-01-31", "--out")


def refused(said, code: int = 2) -> str:
    """Return the one sentence of a refusal."""
    assert said.code == code, (said.code, said.err)
    assert "Traceback" not in said.err
    assert len(said.sentences) == 1, said.err
    assert said.sentences[0].rstrip().endswith((".", "?", "help")), said.err
    assert said.data["error"]["message"] == said.sentences[0]
    return said.sentences[0]


# init and demo


def test_init_creates_a_store_and_says_its_recovery_key(say: Command, tmp_path: Path):
    folder = tmp_path / "kho mới"
    said = say("init", "--unit", UNIT, "--admin", "Quản Trị", folder=folder)
    assert said.code == 0
    assert set(said.data) == {"data_dir", "unit", "recovery_key"}
    assert (said.data["data_dir"], said.data["unit"]) == (str(folder), UNIT)
    assert sorted(child.name for child in folder.iterdir()) == ["keyring.json", "store.db"]
    assert SECRET not in said.out + said.err
    doctor = say("doctor", folder=folder)
    assert doctor.code == 0


def test_the_recovery_key_of_init_sets_a_new_password(say: Command, tmp_path: Path, monkeypatch):
    key = say("init", "--unit", UNIT, "--admin", ADMIN, folder=tmp_path / "k").data["recovery_key"]
    monkeypatch.setenv("MOTCUA_RECOVERY_KEY", key.lower())
    new = "Mat-khau-khac-2026"
    reset = say("reset-password", "--admin", ADMIN, folder=tmp_path / "k", secret=new)
    assert (reset.code, reset.data) == (0, {"account": ADMIN})
    assert say("questionnaire", "list", folder=tmp_path / "k", secret=new).code == 0
    refused(say("questionnaire", "list", folder=tmp_path / "k"))


def test_init_takes_a_unit_that_no_list_knows_by_name(say: Command, tmp_path: Path):
    words = ("init", "--unit", "X-1", "--admin", ADMIN)
    assert "X-1" in refused(say(*words, folder=tmp_path / "k"))
    assert not (tmp_path / "k").exists() or not list((tmp_path / "k").iterdir())
    said = say(*words, "--unit-name", "Trung tâm Phục vụ", folder=tmp_path / "k")
    assert said.data["unit"] == "X-1"
    assert "Trung tâm Phục vụ" in said.err
    assert "Xã Trung tâm" not in said.err


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        (("--unit", UNIT, "--admin", ADMIN), "ngắn"),
        (("--unit", UNIT, "--admin", "  "), SECRET),
        (("--unit", "06808", "--admin", ADMIN), SECRET),
        (("--unit", "", "--admin", ADMIN), SECRET),
    ],
)
def test_init_that_is_refused_leaves_nothing(say: Command, tmp_path: Path, words, secret):
    refused(say("init", *words, folder=tmp_path / "k", secret=secret))
    assert not [child for child in (tmp_path / "k").glob("**/*") if child.is_file()]


def test_init_never_touches_a_store_that_is_there(main: Command, paths: DataPaths):
    before = {child.name: child.read_bytes() for child in paths.folder.iterdir()}
    refused(main("init", "--unit", UNIT, "--admin", "khác"))
    assert {child.name: child.read_bytes() for child in paths.folder.iterdir()} == before


def test_init_keeps_what_lies_in_a_folder_that_lost_its_store(
    main: Command, say: Command, paths: DataPaths, tmp_path: Path
):
    # Its data file was moved away: without its keyring it could never be opened again.
    keyring = paths.keyring.read_bytes()
    moved = paths.store.replace(tmp_path / "moved.db")
    (paths.folder / "drafts.db").write_bytes(b"sealed with the old key")
    (paths.folder / "store.db-wal").write_bytes(b"of the old file")
    assert main("init", "--unit", UNIT, "--admin", "khác").code == 0
    assert main("doctor").code == 0
    kept = [child.read_bytes() for child in paths.folder.glob("**/keyring.json*")]
    assert keyring in kept
    assert not paths.drafts.exists()
    old = tmp_path / "old"
    old.mkdir()
    moved.replace(old / "store.db")
    (old / "keyring.json").write_bytes(keyring)
    assert say("doctor", folder=old).code == 0


def test_demo_says_what_it_made_and_how_to_open_it(say: Command, tmp_path: Path):
    said = say("demo", folder=tmp_path / "d", secret=None)
    assert said.code == 0
    assert said.data["responses"] == 4506
    assert {"households", "account", "password"} <= set(said.data)
    assert (said.data["account"], said.data["password"]) == (ACCOUNT, PASSWORD)
    refused(say("demo", folder=tmp_path / "d", secret=None))
    assert say("questionnaire", "list", folder=tmp_path / "d", secret=PASSWORD).code == 0


# Accounts and environment


def test_a_wrong_password_an_unknown_account_and_none_are_told(main: Command):
    refused(main("questionnaire", "list", secret="sai mật khẩu"))
    refused(main("questionnaire", "list", "--account", "ai-do"))
    assert "MOTCUA_PASSWORD" in refused(main("questionnaire", "list", secret=None))


def test_no_store_and_a_damaged_one_are_the_environment_s_fault(say: Command, paths: DataPaths):
    assert "motcua init" in refused(say("questionnaire", "list", folder=paths.folder / "x"), 3)
    paths.keyring.write_text("{")
    refused(say("questionnaire", "list", folder=paths.folder), 3)


def test_a_store_whose_first_page_is_damaged_is_told(main: Command, paths: DataPaths):
    content = bytearray(paths.store.read_bytes())
    content[50] ^= 1
    paths.store.write_bytes(content)
    assert str(paths.store) in refused(main("questionnaire", "list"), 3)
    said = main("doctor")
    checks = [(check["name"], check["ok"]) for check in said.data["checks"]]
    assert (said.code, checks) == (3, [("open", False), ("repair", False)])


def test_the_folder_may_come_from_the_environment(say: Command, paths: DataPaths, monkeypatch):
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(paths.folder))
    assert say("questionnaire", "list").code == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--data-dir", "{}", "--account", ADMIN, "--lang", "en", "questionnaire", "list", "--json"],
        ["questionnaire", "list", "--data-dir", "{}", "--account", ADMIN, "--json", "--lang", "en"],
        ["questionnaire", "--json", "--data-dir={}", "list", "--lang=en", f"--account={ADMIN}"],
        ["--json", "--lang=en", "questionnaire", "--data-dir", "{}", "list"],
    ],
)
def test_options_stand_before_and_after_the_command(words, paths, monkeypatch, capfdbinary):
    monkeypatch.setenv("MOTCUA_PASSWORD", SECRET)
    assert run([word.format(paths.folder) for word in words]) == 0
    assert json.loads(capfdbinary.readouterr().out)["questionnaires"]


# Words that are wrong


@pytest.mark.parametrize(
    "words",
    [
        [], ["nonsense"], ["report"], ["surveys"], ["surveys", "import"], ["--nonsense"],
        ["report", "satisfaction"], ["init"], ["init", "--unit"], ["questionnaire", "draw"],
        ["doctor", "too", "much"], ["doctor", "--reb"], ["--lang", "fr", "doctor"],
        ["doctor", "--lang"],
        ["report", "satisfaction", "--from", "2023-01-01", "--to", "2023-01-02", "--out", "x.pdf",
         "--unit-map", "yesterday"],
    ],
)  # fmt: skip
def test_a_command_that_is_not_right_is_told_in_one_sentence(say: Command, words):
    assert "motcua --help" in refused(say(*words))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("hôm qua", "2026-01-31"), ("2026-02-30", "2026-03-01"), ("2026-01-31", "2026-01-01"),
        ("2026-01-01", "9999-12-31"), ("0001-01-01", "2026-01-01"), ("", "2026-01-01"),
        ("01/13/2026", "2026-12-31"),
    ],
)  # fmt: skip
def test_days_that_are_not_right_are_told(main: Command, tmp_path: Path, start, end):
    out = tmp_path / "x.json"
    words = ("report", "satisfaction", "--from", start, "--to", end, "--out", out)
    refused(main(*words))
    assert not out.exists()


@pytest.mark.parametrize("number", ["0", "-5", "nhiều", "1,5", "", "²"])
def test_a_population_that_is_no_number_is_told(main: Command, tmp_path: Path, number):
    refused(main(*REPORT, tmp_path / "x.json", f"--population={number}"))


def test_the_population_gives_the_sample_needed(main: Command, tmp_path: Path):
    said = main(*REPORT, tmp_path / "x.json", "--population", "86.562")
    assert (said.data["population"], said.data["needed"]) == (86562, 398)


@pytest.mark.parametrize(
    "words", [("--unit", "99999"), ("--questionnaire", "khong-co"), ("--unit", UNIT, "06808")]
)
def test_an_unknown_unit_or_questionnaire_is_told(main: Command, tmp_path: Path, words):
    refused(main(*REPORT, tmp_path / "x.json", *words))
    assert list(tmp_path.glob("*.json")) == []


@pytest.mark.parametrize("name", ["x.exe", "x", "khong-co/x.pdf"])
def test_a_file_that_cannot_be_written_is_told(main: Command, tmp_path: Path, name):
    refused(main(*REPORT, tmp_path / name))
    assert not (tmp_path / name).exists()


def test_a_file_name_that_is_a_folder_is_the_environment_s_fault(main: Command, tmp_path: Path):
    (tmp_path / "x.pdf").mkdir()
    refused(main(*REPORT, tmp_path / "x.pdf"), 3)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx", "csv", "json", "md", "PDF"])
def test_a_report_of_nothing_is_a_report_too(main: Command, tmp_path: Path, suffix):
    said = main(*REPORT, tmp_path / f"x.{suffix}")
    assert said.code == 0
    assert {"file", "sha256"} <= set(said.data)
    assert (tmp_path / f"x.{suffix}").stat().st_size > 0


# Shapes


def test_report_figures_have_the_contract_s_shape(demo: Command, tmp_path: Path):
    data = demo("report", "satisfaction", "--from", "2023-05-01", "--to", "2023-05-31",
                "--out", tmp_path / "x.json").data  # fmt: skip
    assert {"period", "units", "narrative"} <= set(data)
    unit = data["units"][0]
    assert {"code", "name", "valid", "invalid", "questions", "satisfied_percent"} <= set(unit)
    question = unit["questions"][0]
    assert {"code", "text", "answered", "blank", "index", "options"} <= set(question)
    assert set(question["options"][0]) == {"code", "text", "n", "percent"}
    assert isinstance(question["options"][0]["percent"], float)
    assert all(isinstance(words, str) for words in data["narrative"])


def test_doctor_tells_each_check(main: Command, paths: DataPaths):
    said = main("doctor", "--lang", "en")
    assert said.code == 0
    assert [check["name"] for check in said.data["checks"]] == [
        "integrity", "chain", "projections", "disk", "clock", "versions",
    ]  # fmt: skip
    assert all(set(check) == {"name", "ok", "detail"} for check in said.data["checks"])


def test_doctor_finds_altered_tables_and_rebuilds_them(main: Command, paths: DataPaths):
    session = open_session(paths, SECRET)
    key = session.key
    session.store.close()
    raw = connect(paths.store, key)
    raw.execute("UPDATE questionnaires SET title = 'khác'")
    raw.close()
    said = main("doctor")
    assert said.code == 3
    bad = [check for check in said.data["checks"] if not check["ok"]]
    assert [check["name"] for check in bad] == ["projections"]
    assert "doctor --rebuild" in bad[0]["detail"]
    assert main("doctor", "--rebuild").code == 0
    assert main("doctor").code == 0


def test_questionnaires_are_checked_published_and_listed(main: Command, paths: DataPaths):
    path = builtin_path("qn-18-2021")
    before = event_count(paths.folder)
    said = main("questionnaire", "check", path)
    assert said.code == 0
    assert {"code", "version", "questions", "problems"} <= set(said.data)
    assert (said.data["code"], said.data["questions"], said.data["problems"]) == (
        "qn-18-2021", 7, [],
    )  # fmt: skip
    again = main("questionnaire", "publish", path)
    assert (again.code, again.data["version"]) == (0, said.data["version"])
    assert event_count(paths.folder) == before
    listed = main("questionnaire", "list").data["questionnaires"]
    assert [(item["code"], item["version"]) for item in listed] == [
        ("ho-so-hoa-2024", "2024.1"), ("qn-18-2021", said.data["version"]),
    ]  # fmt: skip


def test_a_check_needs_no_store_and_no_password(say: Command, tmp_path: Path):
    said = say("questionnaire", "check", builtin_path("qn-18-2021"), folder=tmp_path, secret=None)
    assert said.code == 0


def test_an_export_of_part_holds_that_part(demo: Command, tmp_path: Path):
    words = ("--from", "2023-05-04", "--to", "2023-05-31", "--unit", "06811", "06814")
    said = demo("surveys", "export", tmp_path / "x.csv", *words)
    lines = (tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()
    assert said.data["rows"] == len(lines) - 1 > 0
    assert {line.split(",")[0] for line in lines[1:]} == {"06811", "06814"}
    assert said.data["file"] == str(tmp_path / "x.csv")


def test_an_export_to_an_unknown_suffix_or_day_is_told(demo: Command, tmp_path: Path):
    refused(demo("surveys", "export", tmp_path / "x.doc"))
    refused(demo("surveys", "export", tmp_path / "x.csv", "--from", "mai"))
    assert demo("surveys", "export", tmp_path / "x.sps").code == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_message_comes_in_both_languages(main: Command, language):
    said = main("report", "satisfaction", "--from", "x", "--to", "y", "--out", "z.pdf", "--lang",
                language)  # fmt: skip
    assert ("Ngày" in refused(said)) == (language == "vi")


def test_the_language_follows_lang(main: Command, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert "password" in refused(main("questionnaire", "list", secret="sai mật khẩu")).lower()
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "mật khẩu" in refused(main("questionnaire", "list", secret="sai mật khẩu")).lower()


# As people run it


def motcua(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words], capture_output=True, check=False,
        env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_real_program_prints_json_in_utf_8_whatever_the_terminal(paths, encoding):
    said = motcua(
        "questionnaire", "list", "--json", "--data-dir", str(paths.folder),
        MOTCUA_PASSWORD=SECRET, PYTHONIOENCODING=encoding,
    )  # fmt: skip
    assert (said.returncode, said.stderr) == (0, b"")
    assert "Phiếu" in json.loads(said.stdout.decode())["questionnaires"][0]["title"]


def test_the_real_program_refuses_without_a_traceback(tmp_path):
    said = motcua("doctor", "--data-dir", str(tmp_path), "--lang", "en", MOTCUA_PASSWORD="x" * 8)
    assert said.returncode == 3
    assert b"Traceback" not in said.stderr


def test_help_is_printed_for_every_command(capsys):
    for words in (
        [], ["init"], ["demo"], ["surveys"], ["surveys", "import"], ["surveys", "export"],
        ["questionnaire"], ["questionnaire", "check"], ["report", "satisfaction"], ["doctor"],
        ["reset-password"],
    ):  # fmt: skip
        for language in ("vi", "en"):
            with pytest.raises(SystemExit) as left:
                run([*words, "--help", "--lang", language])
            assert left.value.code == 0
            assert "--data-dir" in capsys.readouterr().out


_LOADED = """
import sys
from desktop.cli.main import run
code = run(sys.argv[1:])
print([name for name in ("PySide6", "pandas", "reportlab", "docx", "xlsxwriter", "alembic",
       "pyxform", "python_calamine", "pypdfium2") if name in sys.modules], file=sys.stderr)
raise SystemExit(code)
"""


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["questionnaire", "list"], []),
        (["doctor"], []),
        (["report", "satisfaction", "--from", "2023-01-01", "--to", "2023-12-31", "--out",
          "{}/x.json"], []),
        (["report", "satisfaction", "--from", "2023-01-01", "--to", "2023-12-31", "--out",
          "{}/x.pdf"], ["reportlab"]),
        (["surveys", "export", "{}/x.csv"], []),
    ],
)  # fmt: skip
def test_a_command_loads_no_qt_and_only_what_it_needs(demo_paths, tmp_path, words, loaded):
    said = subprocess.run(
        [sys.executable, "-c", _LOADED, "--data-dir", str(demo_paths.folder),
         *(word.format(tmp_path) for word in words)],
        capture_output=True, check=False, text=True,
        env={**os.environ, "MOTCUA_PASSWORD": PASSWORD},
    )  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert said.stderr.splitlines()[-1] == str(loaded)
