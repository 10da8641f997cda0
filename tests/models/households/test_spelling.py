"""Names and addresses are taken apart the same, however a list writes them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.households.spelling import Address, Speller, fold, hamlet_key

HAMLETS = ("Khu 4", "Khu Bí Trung 1", "Thôn Khe Sú 1")
SPELLER = Speller(HAMLETS)
WHOLE = Address("12a/5", "12", "tran phu", "3")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Số nhà 12A, ngõ 5, đường Trần Phú, tổ 3, Khu 4, phường Quang Trung, thành phố Uông Bí,"
         " tỉnh Quảng Ninh", WHOLE),
        ("SN 12 A ng. 5 đ. Trần Phú, tổ 3, K4, P. Quang Trung, Tp Uông Bí", WHOLE),
        ("so nha 12a ngo 5 duong tran phu to 3 khu 4 phuong quang trung tp uong bi", WHOLE),
        ("12A/5 TRẦN PHÚ - TỔ 03 - KP4 - Quang Trung", WHOLE),
        ("SN012A Trần Phú (ngõ 5; tổ 3)", WHOLE),
        ("5/12A Trần Phú, tổ 3", WHOLE._replace(lead="5")),
        ("12 quang trung quang trung uong bi", Address("12", "12", "quang trung", "")),
        ("12 Quang Trung, Quang Trung", Address("12", "12", "quang trung", "")),
        ("12 A Tô Hiệu, P5", Address("12a", "12", "to hieu", "")),
        ("15 Ng. Du, k2", Address("15", "15", "nguyen du", "")),
        ("46 Phương Đông, phường Phương Đông", Address("46", "46", "phuong dong", "")),
        ("số 46 đường phuong dong p phuong dong", Address("46", "46", "phuong dong", "")),
        ("đường 30/4, số 5", Address("5", "5", "30/4", "")),
        ("Bãi Sậy, Khu 4, Quang Trung", Address("", "", "bai say", "")),
        ("tổ dân phố 5, khu phố 3, phường Bắc Sơn", Address("", "", "", "5")),
        ("Thôn Khe Sú 1, xã Thượng Yên Công", Address("", "", "", "")),
        ("Khe Su 1, Thuong Yen Cong", Address("", "", "", "")),
        ("7 Trần Phú, Phường Uông Bí", Address("7", "7", "tran phu", "")),
        ("", Address("", "", "", "")),
    ],
)  # fmt: skip
def test_an_address_is_taken_apart(text, parts):
    assert SPELLER.address(text) == parts
    assert SPELLER.address(unicodedata.normalize("NFD", text)) == parts
    assert Speller(HAMLETS).address(text.upper()) == parts


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn Văn Hùng", "nguyen van hung"), ("NG. V. HÙNG", "nguyen van hung"),
        ("Ông  Trần Thị Hoà", "tran thi hoa"), ("Hộ bà Lê Na", "le na"), ("Bà Na", "ba na"),
        ("Đỗ Th. Đào (vợ)", "do thi dao vo"), ("", ""),
    ],
)  # fmt: skip
def test_a_name_is_folded_and_written_out(text, folded):
    assert SPELLER.name(text).folded == folded


def test_marks_and_the_order_of_words_are_kept_apart():
    usual, other = SPELLER.name("Trần Văn Hòa"), SPELLER.name("Trần Văn Hoà")
    bare, turned = SPELLER.name("TRAN VAN HOA"), SPELLER.name("Hòa Trần Văn")
    assert usual.marked == other.marked != bare.marked
    assert (usual.has_marks, bare.has_marks) == (True, False)
    assert usual.ordered == turned.ordered
    assert usual.folded != turned.folded


def test_a_hamlet_has_one_key():
    assert {hamlet_key(text) for text in ("Khu 05", "KP5", "5", "khu phố 5", "TDP 5")} == {"5"}
    assert hamlet_key("Thôn Khe Sú 1") == hamlet_key("khe su 1") == "khe su 1"
    assert hamlet_key("Khu 1") != hamlet_key("Khu 11")
    assert hamlet_key("Khu") == "khu"


@given(st.text(max_size=60))
def test_any_text_is_taken_apart(text):
    speller = Speller([text])
    address = speller.address(text)
    assert address.house or not address.lead
    assert all(fold(word) == word for word in address.street.split(" "))
    assert isinstance(hamlet_key(text), str)
    speller.name(text)
