"""Signing with a real token library: SoftHSM from Debian."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pkcs11.constants import TokenFlag

from exports.signing.certificates import described
from exports.signing.records import TokenKey
from exports.signing.roots import read_roots
from exports.signing.signing import sign
from exports.signing.tokens import pin_problem, read_certificates, read_tokens
from exports.signing.verifying import verify
from models.errors import CodedError, KnownError, UserError
from models.sentences.catalog import say
from tests.exports.signing.authority import NOW
from tests.exports.signing.pages import said_by_pdfsig
from tests.exports.signing.softhsm import MODULE, PIN, Bed


def test_the_tokens_that_are_plugged_in_are_told_without_a_pin(bed: Bed):
    labels = [token.label for token in read_tokens(MODULE)]
    assert labels[:3] == ["Token EC", "Token RSA", "Token gia hạn"]
    assert [one.name for one in read_certificates(bed.key("Token hai"))] == [
        "Người Một", "Người Hai"
    ]  # fmt: skip
    # What is not meant for signing is not offered.
    offered = [one.name for one in read_certificates(bed.key("Token lỗi"))]
    assert "Mã Hóa" not in offered


@pytest.mark.parametrize(
    ("label", "name"),
    [("Token RSA", "Nguyễn Thị Phượng Ngữ"), ("Token EC", "Ủy ban nhân dân phường Uông Bí")],
)
def test_a_key_on_a_token_signs(bed: Bed, report: bytes, tmp_path: Path, label: str, name: str):
    signed = sign(report, bed.key(label), PIN, when=NOW)
    assert (signed.certificate.name, signed.has_stamp, signed.signatures) == (name, True, 1)
    # Nothing of the file is touched: the signature comes after it.
    assert signed.content.startswith(report)
    root = tmp_path / "root.pem"
    root.write_bytes(bed.authority.pem)
    (found,) = verify(signed.content, read_roots([root]), NOW)
    assert (found.is_intact, found.is_whole, found.later, found.trust) == (
        True, True, "nothing", "trusted"
    )  # fmt: skip
    assert (found.certificate.name, found.claimed_at) == (name, NOW)
    told = said_by_pdfsig(signed.content, tmp_path)
    assert "Signature is Valid" in told
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told


def refusal(bed: Bed, report: bytes, key: TokenKey, pin: str = PIN) -> CodedError:
    with pytest.raises(CodedError) as caught:
        sign(report, key, pin, when=NOW)
    for language in ("vi", "en"):
        assert pin not in say(caught.value, language) or not pin
    return caught.value


@pytest.mark.parametrize(
    ("label", "certificate", "code"),
    [
        ("Token lỗi", "01", "signing.expired"),
        ("Token lỗi", "02", "signing.not_yet_valid"),
        ("Token lỗi", "03", "signing.key_usage"),
        ("Token lỗi", "04", "signing.no_key"),
        ("Token lỗi", "7f", "signing.certificate_unknown"),
        ("Token trống", "", "signing.no_certificate"),
        ("Token hai", "", "signing.choose_certificate"),
        ("", "", "signing.choose_token"),
        ("Token khác", "", "signing.token_missing"),
    ],
)
def test_what_does_not_sign_says_why(
    bed: Bed, report: bytes, label: str, certificate: str, code: str
):
    error = refusal(bed, report, bed.key(label, certificate))
    assert error.code == code
    assert isinstance(error, KnownError) == (code == "signing.token_missing")


def test_one_of_two_certificates_is_chosen_by_its_id(bed: Bed, report: bytes):
    assert sign(report, bed.key("Token hai", "02"), PIN, when=NOW).certificate.name == "Người Hai"


def test_a_renewed_token_signs_with_what_is_in_force(bed: Bed, report: bytes):
    signed = sign(report, bed.key("Token gia hạn"), PIN, when=NOW)
    assert (signed.certificate.id, signed.certificate.name) == ("02", "Gia Hạn")


@pytest.mark.parametrize(
    ("pin", "codes"),
    [
        # SoftHSM says only that a try was lost, and never locks.
        ("sai-mã", {"signing.wrong_pin_low"}),
        ("9" * 300, {"signing.wrong_pin_low", "signing.wrong_pin"}),
        ("", {"signing.pin_missing"}),
    ],
)
def test_a_wrong_pin_is_told_and_the_right_one_goes_on(
    bed: Bed, report: bytes, pin: str, codes: set[str]
):
    assert refusal(bed, report, bed.key("Token EC"), pin).code in codes
    assert sign(report, bed.key("Token EC"), PIN, when=NOW).signatures == 1


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        (TokenFlag(0), "signing.wrong_pin"),
        (TokenFlag.USER_PIN_COUNT_LOW, "signing.wrong_pin_low"),
        (TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY, "signing.wrong_pin_last"),
        (TokenFlag.USER_PIN_FINAL_TRY | TokenFlag.USER_PIN_LOCKED, "signing.token_locked"),
    ],
)
def test_how_many_tries_are_left_is_said_as_far_as_the_token_says_it(flags: TokenFlag, code: str):
    assert pin_problem(flags) == code


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "signing.no_module"), (b"\x7fELF no library", "signing.bad_module")],
)
def test_what_is_no_library_is_told(
    report: bytes, tmp_path: Path, content: bytes | None, code: str
):
    module = tmp_path / "token.so"
    if content is not None:
        module.write_bytes(content)
    with pytest.raises(UserError) as caught:
        sign(report, TokenKey(module), PIN, when=NOW)
    assert caught.value.code == code
    assert str(module) in say(caught.value)


def test_a_token_pulled_out_while_it_signs_leaves_nothing(report: bytes, tmp_path: Path):
    # In a process of its own: SoftHSM does not recover from a token that went away.
    source = tmp_path / "in.pdf"
    source.write_bytes(report)
    command = [sys.executable, "-W", "error", "-m", "tests.exports.signing.pulling_out", source]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    assert said.stdout.split() == ["signing.token_removed", "signing.token_failed"]
    assert list(tmp_path.iterdir()) == [source]
    assert source.read_bytes() == report


def test_nothing_that_is_kept_or_shown_of_a_key_holds_the_pin(bed: Bed, report: bytes):
    signed = sign(report, bed.key("Token EC"), PIN, when=NOW)
    assert PIN.encode() not in signed.content
    assert PIN not in repr((bed.key("Token EC"), signed.certificate))


def test_a_certificate_is_described_in_vietnamese_and_in_our_own_time(bed: Bed):
    root = bed.folder / "root.pem"
    root.write_bytes(bed.authority.pem)
    (one,) = read_roots([root])
    said = described(one)
    assert said.name == "Cơ quan chứng thực thử nghiệm"
    assert said.not_after.utcoffset() == NOW.utcoffset()
