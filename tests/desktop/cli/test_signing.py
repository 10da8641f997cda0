"""`sign` and `verify` by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.satisfaction_report import satisfaction_document
from exports.writers.files import render
from tests.desktop.cli.conftest import Command
from tests.exports.documents.case import INVALID, SETTINGS, golden_units, make_summary
from tests.exports.signing.authority import PASSPHRASE, Authority
from tests.exports.signing.softhsm import MODULE, PIN, bed


@pytest.fixture(scope="module")
def report() -> bytes:
    summary = make_summary(golden_units(), INVALID)
    return render(satisfaction_document(summary, SETTINGS), ".pdf")


@pytest.fixture
def paper(report: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "báo cáo.pdf"
    file.write_bytes(report)
    return file


@pytest.fixture(autouse=True)
def _no_pin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_PIN", raising=False)


def test_a_token_signs_and_its_signature_is_verified(
    main: Command, say: Command, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    tokens = bed()
    signed, root = tmp_path / "đã ký.pdf", tmp_path / "gốc.pem"
    root.write_bytes(tokens.authority.pem)
    monkeypatch.setenv("MOTCUA_PIN", PIN)
    # The clock is the machine's; what lies on the tokens is valid for years.
    made = main("sign", paper, "--out", signed, "--pkcs11", MODULE, "--token", "Token EC")
    assert (made.code, made.data["stamp"], made.data["signatures"]) == (0, True, 1), made.err
    assert made.data["level"] == "PAdES B-B"
    assert made.data["time_stamp"] is False
    assert made.data["certificate"] == "01"
    assert PIN not in made.out + made.err
    # To verify takes no store and no password.
    said = say("verify", signed, "--trust", root, secret=None)
    (one,) = said.data["signatures"]
    assert said.code == 0
    assert one == {
        "field": "Signature1", "signer": "Ủy ban nhân dân phường Uông Bí", "organisation": "",
        "issuer": "Cơ quan chứng thực thử nghiệm", "claimed_at": made.data["signed_at"],
        "time_proven": False, "intact": True, "whole_document": True,
        "later_changes": "nothing", "trust": "trusted",
    }  # fmt: skip


def test_a_key_file_signs_and_an_unknown_root_is_said(
    main: Command, say: Command, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    key, signed = tmp_path / "khóa.p12", tmp_path / "đã ký.pdf"
    key.write_bytes(Authority().issue(kind="ec").pkcs12())
    monkeypatch.setenv("MOTCUA_PIN", PASSPHRASE)
    assert main("sign", paper, "--out", signed, "--pkcs12", key).code == 0
    said = say("verify", signed, "--lang", "vi", secret=None)
    assert (said.code, said.data["signatures"][0]["trust"]) == (0, "unknown_root")
    assert "chưa biết chắc người ký là ai" in said.err
    (tmp_path / "khác.pem").write_bytes(Authority("Cơ quan khác").pem)
    distrusted = say("verify", signed, "--trust", tmp_path / "khác.pem", secret=None)
    assert distrusted.code == 2
    content = bytearray(signed.read_bytes())
    content[len(paper.read_bytes()) // 2] ^= 4
    signed.write_bytes(content)
    broken = say("verify", signed, secret=None)
    assert (broken.code, broken.data["signatures"][0]["intact"]) == (2, False)


def test_an_unsigned_file_has_no_signatures(say: Command, paper: Path):
    said = say("verify", paper, secret=None)
    assert (said.code, said.data["signatures"]) == (0, [])
    assert paper.name in said.err


def test_a_key_is_a_token_or_a_file(main: Command, paper: Path, tmp_path: Path):
    for words in ((), ("--pkcs11", "a.so", "--pkcs12", "b.p12")):
        said = main("sign", paper, "--out", tmp_path / "x.pdf", *words)
        assert (said.code, said.data["error"]["code"]) == (2, "signing.choose_key")


def test_without_a_pin_or_with_a_wrong_one_nothing_is_written(
    main: Command, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    bed()
    words = ("sign", paper, "--out", tmp_path / "x.pdf", "--pkcs11", MODULE, "--token", "Token EC")
    said = main(*words)
    assert (said.code, said.data["error"]["code"]) == (2, "signing.pin_missing")
    monkeypatch.setenv("MOTCUA_PIN", "00001111")
    said = main(*words)
    assert (said.code, said.data["error"]["code"]) == (2, "signing.wrong_pin_low")
    assert "00001111" not in said.out + said.err
    assert not list(tmp_path.glob("x.pdf*"))


def test_a_token_that_is_not_plugged_in_is_worth_a_retry(
    main: Command, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    bed()
    monkeypatch.setenv("MOTCUA_PIN", PIN)
    out = tmp_path / "x.pdf"
    said = main("sign", paper, "--out", out, "--pkcs11", MODULE, "--token", "không có")
    assert (said.code, said.data["error"]["code"]) == (3, "signing.token_missing")


def test_signing_takes_an_account(main: Command, paper: Path, tmp_path: Path):
    words = ("sign", paper, "--out", tmp_path / "x.pdf", "--pkcs12", tmp_path / "k.p12")
    said = main(*words, secret="sai mật khẩu")
    assert (said.code, said.data["error"]["code"]) == (2, "accounts.wrong_password")
