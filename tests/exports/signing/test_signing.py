"""Signing PDF files with a key file: what is added, what stays, and what is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from exports.document import Document, PageBreak, Paragraph, Signature
from exports.signing.records import FileKey
from exports.signing.roots import read_roots
from exports.signing.signing import sign, sign_file
from exports.signing.verifying import verify, verify_file
from exports.writers.files import render
from models.errors import CodedError, KnownError, UserError
from tests.exports.signing.authority import NOW, PASSPHRASE, Authority
from tests.exports.signing.pages import said_by_pdfsig
from ui.jobs import Cancelled


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="module")
def key(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> FileKey:
    return written(authority, tmp_path_factory.mktemp("key") / "khóa.p12", kind="ec")


@pytest.fixture(scope="module")
def second(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> FileKey:
    file = tmp_path_factory.mktemp("key") / "khóa hai.p12"
    return written(authority, file, name="Văn Thư", kind="rsa")


def written(authority: Authority, file: Path, **wanted: object) -> FileKey:
    file.write_bytes(authority.issue(**wanted).pkcs12())  # type: ignore[arg-type]
    return FileKey(file)


def test_a_later_signature_leaves_the_earlier_whole(
    report: bytes, key: FileKey, second: FileKey, tmp_path: Path
):
    first = sign(report, key, PASSPHRASE, when=NOW)
    both = sign(first.content, second, PASSPHRASE, when=NOW)
    assert both.content.startswith(first.content)
    assert (both.signatures, both.has_stamp) == (2, True)
    one, two = verify(both.content, (), NOW)
    assert (one.is_intact, one.is_whole, one.later, one.is_good) == (True, False, "allowed", True)
    assert (two.is_intact, two.is_whole, two.later) == (True, True, "nothing")
    assert said_by_pdfsig(both.content, tmp_path).count("Signature is Valid") == 2


def test_one_flipped_bit_is_noticed_by_us_and_by_pdfsig(
    report: bytes, key: FileKey, second: FileKey, tmp_path: Path
):
    first = sign(report, key, PASSPHRASE, when=NOW)
    both = sign(first.content, second, PASSPHRASE, when=NOW)
    # In the first file both signatures cover it; in what came later only the second does.
    later = _in_stamp(both.content, first.content)
    for place, intact in ((len(report) // 2, [False, False]), (later, [True, False])):
        flipped = bytearray(both.content)
        flipped[place] ^= 1
        found = verify(bytes(flipped), (), NOW)
        assert [one.is_intact for one in found] == intact
        assert [one.is_good for one in found][1] is False
        told = said_by_pdfsig(bytes(flipped), tmp_path)
        assert told.count("Signature is Valid") == sum(intact)


def _in_stamp(both: bytes, first: bytes) -> int:
    """Return a place inside the compressed drawing of the second stamp."""
    return both.index(b"stream\n", len(first)) + 40


def test_what_is_written_over_a_signed_paper_is_told(report: bytes, key: FileKey):
    signed = sign(report, key, PASSPHRASE, when=NOW).content
    writer = PdfWriter(BytesIO(signed), incremental=True)
    writer.pages[0].rotate(180)
    out = BytesIO()
    writer.write(out)
    changed = out.getvalue()
    assert changed.startswith(signed)
    (found,) = verify(changed, (), NOW)
    assert (found.is_intact, found.later, found.is_good) == (True, "changed", False)
    # Nobody signs upon it unaware.
    assert code_of(changed, key) == "signing.earlier_bad"


@pytest.mark.parametrize("has_root", [True, False])
def test_whom_the_office_trusts_is_told_apart(
    report: bytes, key: FileKey, authority: Authority, tmp_path: Path, has_root: bool
):
    signed = sign(report, key, PASSPHRASE, when=NOW).content
    (tmp_path / "root.pem").write_bytes((authority if has_root else Authority()).pem)
    (found,) = verify(signed, read_roots([tmp_path / "root.pem"]), NOW)
    assert found.trust == ("trusted" if has_root else "unknown_root")
    # An authority of the same name is another one.
    assert found.certificate.issuer == "Cơ quan chứng thực thử nghiệm"
    (untold,) = verify(signed, (), NOW)
    assert untold.trust == "unknown_root"


def test_a_certificate_that_ran_out_since_is_told(
    report: bytes, key: FileKey, authority: Authority, tmp_path: Path
):
    signed = sign(report, key, PASSPHRASE, when=NOW).content
    (tmp_path / "root.pem").write_bytes(authority.pem)
    roots = read_roots([tmp_path / "root.pem"])
    (found,) = verify(signed, roots, NOW.replace(year=2045))
    assert (found.is_intact, found.trust) == (True, "expired")


def test_the_time_is_only_said(report: bytes, key: FileKey):
    for when in (NOW, NOW.replace(year=2027)):
        (found,) = verify(sign(report, key, PASSPHRASE, when=when).content, (), NOW)
        assert found.claimed_at == when


def test_a_paper_of_500_pages_is_signed(key: FileKey, tmp_path: Path):
    numbers = range(499)
    blocks = [part for number in numbers for part in (Paragraph(f"Trang {number}"), PageBreak())]
    paper = Document("BÁO CÁO", "Năm trăm trang", (*blocks, Paragraph("Hết./.")),
                     signature=Signature(("Như trên",), "Giám đốc", "Người Ký Thử"))  # fmt: skip
    pdf = render(paper, ".pdf")
    assert len(PdfReader(BytesIO(pdf)).pages) == 500
    first = sign(pdf, key, PASSPHRASE, when=NOW)
    again = sign(first.content, key, PASSPHRASE, when=NOW)
    assert (first.has_stamp, again.has_stamp) == (True, True)
    assert [one.is_good for one in verify(again.content, (), NOW)] == [True, True]
    fields = [page for page in PdfReader(BytesIO(again.content)).pages if "/Annots" in page]
    assert [page.page_number for page in fields] == [0, 499]


def test_a_file_of_another_program_is_signed_without_a_stamp(key: FileKey):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = BytesIO()
    writer.write(out)
    signed = sign(out.getvalue(), key, PASSPHRASE, when=NOW)
    assert (signed.has_stamp, signed.signatures) == (False, 1)
    assert verify(signed.content, (), NOW)[0].is_good


def test_signing_into_a_file_is_whole_or_not_at_all(
    report: bytes, key: FileKey, tmp_path: Path
):
    source, target = tmp_path / "báo cáo.pdf", tmp_path / "đã ký.pdf"
    source.write_bytes(report)
    target.write_bytes(b"before")
    before = set(tmp_path.iterdir())

    def stop(at: int, done: int, _total: int) -> None:
        if done == at:
            raise Cancelled

    for at in range(5):
        with pytest.raises(Cancelled):
            sign_file(source, target, key, PASSPHRASE, when=NOW, tell=partial(stop, at))
        assert target.read_bytes() == b"before"
        assert set(tmp_path.iterdir()) == before
    sign_file(source, target, key, PASSPHRASE, when=NOW)
    assert set(tmp_path.iterdir()) == before
    (found,) = verify_file(target, (), NOW)
    assert found.is_good
    # Into the same file: what was there is the beginning of what is there.
    sign_file(target, target, key, PASSPHRASE, when=NOW)
    assert len(verify_file(target, (), NOW)) == 2
    assert source.read_bytes() == report


def test_a_signature_that_does_not_prove_is_not_kept(
    report: bytes, key: FileKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from pyhanko.sign.signers import SimpleSigner

    async def lying(self: object, data: bytes, algorithm: str, dry_run: bool = False) -> bytes:
        return bytes(70)

    monkeypatch.setattr(SimpleSigner, "async_sign_raw", lying)
    source = tmp_path / "in.pdf"
    source.write_bytes(report)
    with pytest.raises(KnownError) as caught:
        sign_file(source, tmp_path / "out.pdf", key, PASSPHRASE, when=NOW)
    assert caught.value.code == "signing.not_proven"
    assert not (tmp_path / "out.pdf").exists()


def test_a_folder_that_is_not_there_is_told_before_the_key_is_asked(report: bytes, tmp_path: Path):
    source = tmp_path / "in.pdf"
    source.write_bytes(report)
    with pytest.raises(UserError) as caught:
        sign_file(source, tmp_path / "none" / "out.pdf", FileKey(tmp_path / "x"), "", when=NOW)
    assert caught.value.code == "documents.no_folder"


def code_of(pdf: bytes, key: FileKey, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(CodedError) as caught:
        sign(pdf, key, passphrase, when=NOW)
    return caught.value.code


def test_what_is_wrong_with_a_key_file_is_told(
    report: bytes, authority: Authority, tmp_path: Path
):
    good = written(authority, tmp_path / "tốt.p12", kind="ec")
    assert code_of(report, good, "sai") == "signing.wrong_passphrase"
    assert code_of(report, FileKey(tmp_path / "không có.p12")) == "signing.no_key_file"
    (tmp_path / "khác.p12").write_bytes(b"no key")
    assert code_of(report, FileKey(tmp_path / "khác.p12")) == "signing.not_pkcs12"
    (tmp_path / "cụt.p12").write_bytes(good.file.read_bytes()[:400])
    assert code_of(report, FileKey(tmp_path / "cụt.p12")) == "signing.not_pkcs12"
    old = written(authority, tmp_path / "cũ.p12", kind="ec", end=NOW - timedelta(days=1))
    assert code_of(report, old) == "signing.expired"
    other = written(authority, tmp_path / "mã hóa.p12", kind="ec", signs=False)
    assert code_of(report, other) == "signing.key_usage"
    plain = written(authority, tmp_path / "không mục đích.p12", kind="ec", has_uses=False)
    assert sign(report, plain, PASSPHRASE, when=NOW).signatures == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "signing.no_pdf"), (b"", "signing.not_pdf"), (b"PK\x03\x04", "signing.not_pdf"),
        (b"%PDF-1.4\n%%EOF\n", "signing.not_pdf"),
    ],
)  # fmt: skip
def test_what_is_no_pdf_is_told(key: FileKey, tmp_path: Path, content: bytes | None, code: str):
    source = tmp_path / "in.pdf"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(UserError) as caught:
        sign_file(source, tmp_path / "out.pdf", key, PASSPHRASE, when=NOW)
    assert caught.value.code == code
    with pytest.raises(UserError) as caught:
        verify_file(source, (), NOW)
    assert caught.value.code == code


def test_a_paper_with_a_password_is_told(report: bytes, key: FileKey, tmp_path: Path):
    writer = PdfWriter(clone_from=BytesIO(report))
    writer.encrypt("mật khẩu", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    assert code_of(out.getvalue(), key) == "signing.encrypted"


def test_a_paper_that_its_first_signer_closed_is_told(report: bytes, key: FileKey):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

    signer = SimpleSigner.load_pkcs12_data(key.file.read_bytes(), (), PASSPHRASE.encode())
    meta = PdfSignatureMetadata(
        field_name="Closed", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    closed = sign_pdf(IncrementalPdfFileWriter(BytesIO(report)), meta, signer).getvalue()
    assert code_of(closed, key) == "signing.closed"


def test_a_file_without_signatures_has_none(report: bytes):
    assert verify(report, (), NOW) == ()


def test_roots_are_read_from_pem_and_der_and_from_nothing_else(
    authority: Authority, tmp_path: Path
):
    from cryptography.hazmat.primitives.serialization import Encoding

    pem, der = tmp_path / "hai.pem", tmp_path / "một.cer"
    pem.write_bytes(authority.pem + Authority().pem)
    der.write_bytes(authority.certificate.public_bytes(Encoding.DER))
    assert len(read_roots([pem, der])) == 3
    other = b"-----BEGIN KEY-----\nAAAA\n-----END KEY-----\n"
    for name, content in (("rỗng", b""), ("khác", other)):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UserError) as caught:
            read_roots([tmp_path / name])
        assert caught.value.code == "signing.not_certificate"
    with pytest.raises(UserError) as caught:
        read_roots([tmp_path / "none.pem"])
    assert caught.value.code == "signing.no_root_file"


@pytest.fixture(scope="module")
def signed(report: bytes, key: FileKey) -> bytes:
    return sign(report, key, PASSPHRASE, when=NOW).content


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_changed_is_told_or_found_wrong(signed: bytes, data: st.DataObject):
    # The signature's own bytes are not covered by it; all others are.
    first = signed.rindex(b"/Contents <")
    last = signed.index(b">\n/Byte", first)
    covered = st.integers(0, len(signed) - 1).filter(lambda at: not first + 10 < at < last)
    begin = data.draw(covered)
    length = data.draw(st.integers(1, 40))
    end = min(begin + length, len(signed) if begin > last else max(first, begin + 1))
    changed = signed[:begin] + data.draw(st.binary(max_size=40)) + signed[end:]
    assume(changed != signed)
    with suppress(UserError):
        assert not any(one.is_good and one.is_whole for one in verify(changed, (), NOW))


def test_a_number_that_is_none_makes_no_bug(signed: bytes):
    place = signed.rindex(b"/Rect [") + len(b"/Rect [")
    with pytest.raises(UserError) as caught:
        verify(signed[:place] + b"1..2" + signed[place + 4 :], (), NOW)
    assert caught.value.code == "signing.not_pdf"


def test_the_log_is_told_of_nobody(signed: bytes, caplog: pytest.LogCaptureFixture):
    # The library writes the signer's name where it knows no root.
    verify(signed, (), NOW)
    assert caplog.records == []
