"""The stamp: what it says, that it fits, and that it lies where nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.document import Document
from exports.satisfaction_report import satisfaction_document
from exports.signing.places import Place, read_places
from exports.signing.records import Certificate, FileKey
from exports.signing.signing import sign
from exports.signing.stamp import draw_stamp, moment_text, stamp_lines
from exports.writers.files import render
from tests.exports.documents.case import INVALID, SETTINGS, golden_units, make_summary
from tests.exports.signing.authority import NOW, PASSPHRASE, Authority
from tests.exports.signing.pages import drawn, height_of

WHO = Certificate(
    "", "Nguyễn Thị Phượng Ngữ", "Ủy ban nhân dân phường Uông Bí", "",
    NOW, NOW + timedelta(days=1),
)  # fmt: skip
# As certificates may have them at most (X.520), of the widest letters.
LONGEST = " ".join(["ƯỠNG"] * 13)[:64]


def places_of(pdf: bytes) -> list[Place]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    return list(read_places(PdfFileReader(BytesIO(pdf), strict=False)))


def text_of(pdf: bytes) -> str:
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


def test_it_says_who_for_whom_and_when():
    assert stamp_lines(WHO, NOW) == [
        ("Ký bởi:", "Nguyễn Thị Phượng Ngữ"),
        ("Cơ quan:", "Ủy ban nhân dân phường Uông Bí"),
        ("Thời gian ký:", "05/10/2026 08:30:15 +07:00"),
    ]
    said = text_of(draw_stamp(WHO, NOW, 210, 65))
    for label, text in stamp_lines(WHO, NOW):
        assert f"{label} {text}" in said


def test_who_signs_for_themselves_has_no_office():
    alone = replace(WHO, organisation="")
    assert [label for label, _ in stamp_lines(alone, NOW)] == ["Ký bởi:", "Thời gian ký:"]


def test_a_moment_has_its_zone():
    assert moment_text(NOW) == "05/10/2026 08:30:15 +07:00"


@pytest.mark.parametrize("size", [(215, 67), (145, 36)])
@pytest.mark.parametrize("name", ["Vũ Ân", LONGEST, "Ư" * 64])
def test_every_name_that_a_certificate_may_have_fits(
    tmp_path: Path, size: tuple[int, int], name: str
):
    long = replace(WHO, name=name, organisation=name)
    pdf = draw_stamp(long, NOW, *size)
    letters = {letter for line in stamp_lines(long, NOW) for letter in line[1] if letter != " "}
    assert letters <= set(text_of(pdf))
    assert text_of(pdf).endswith("+07:00")
    # The frame is drawn one point from the edge: beyond it lies nothing.
    page = drawn(pdf, 1, tmp_path, dpi=144)
    inner = {(x, y) for x, y in page.dark() if 5 < x < page.width - 6 and 5 < y < page.height - 6}
    edge = {(x, y) for x, y in page.dark() if x < 1 or y < 1 or x >= page.width - 1}
    assert inner
    assert not edge


@settings(max_examples=40)
@given(name=st.text(min_size=1, max_size=80), office=st.text(max_size=80))
def test_any_text_is_drawn(name: str, office: str):
    assert draw_stamp(replace(WHO, name=name, organisation=office), NOW, 145, 36)[:5] == b"%PDF-"


def papers() -> list[Document]:
    summary = make_summary(golden_units(), INVALID)
    wide = replace(
        SETTINGS, signer_title="TM. Ủy ban nhân dân phường\nKT. Chủ tịch\nPhó Chủ tịch",
        signer_name="NGUYỄN ĐỖ THỊ ƯỚC HẰNG", parent_body="", issuing_body="X" * 120,
        recipients=tuple(f"Nơi nhận số {number} có tên khá dài để báo cáo" for number in range(12)),
    )  # fmt: skip
    return [satisfaction_document(summary, one) for one in (SETTINGS, wide)]


@pytest.mark.parametrize("number", [0, 1])
def test_the_stamps_lie_in_their_places_and_hide_nothing(number: int, tmp_path: Path):
    plain = render(papers()[number], ".pdf")
    places = places_of(plain)
    assert len(places) == 4
    key = FileKey(tmp_path / "key.p12")
    key.file.write_bytes(Authority().issue(kind="ec").pkcs12())
    signed = plain
    for _ in range(5):
        made = sign(signed, key, PASSPHRASE, when=NOW)
        signed = made.content
    # Four have a place; who signs fifth is not seen on paper.
    assert (made.signatures, made.has_stamp) == (5, False)
    for page in {place.page for place in places}:
        before = drawn(plain, page + 1, tmp_path)
        after = drawn(signed, page + 1, tmp_path)
        rooms = [inside(place, before.height) for place in places if place.page == page]
        assert not before.dark() & set.union(*rooms), "something was there before"
        new = before.differing(after)
        assert new <= set.union(*rooms), "something was drawn beside its place"
        assert all(len(new & room) > 200 for room in rooms)


def inside(place: Place, height: int) -> set[tuple[int, int]]:
    rows = range(height - place.top - 1, height - place.bottom + 1)
    return {(x, y) for y in rows for x in range(place.left, place.right)}


def test_the_signer_signs_between_the_title_and_the_name(report: bytes, tmp_path: Path):
    first = places_of(report)[0]
    _top, title = height_of(report, first.page + 1, "GIÁM", tmp_path)
    name, _bottom = height_of(report, first.page + 1, "Người", tmp_path)
    assert name < first.bottom + 4 < first.top - 4 < title


def test_a_paper_that_nobody_signs_has_no_places():
    bare = replace(papers()[0], signature=None)
    assert places_of(render(bare, ".pdf")) == []


def test_the_places_are_no_fields_and_no_pages_change_by_them(report: bytes):
    reader = PdfReader(BytesIO(report))
    assert "/AcroForm" not in reader.trailer["/Root"]
    assert all("/Annots" not in page for page in reader.pages)
