import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.sheets.legacy import convert, preview, recognise
from exports.sheets.syllables import reads_as_vietnamese
from tests.exports.sheets.makers import to_tcvn3, to_vni

_MARKS = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_BASES = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
LOWER = "".join(unicodedata.normalize("NFC", b + m) for b in _BASES for m in _MARKS) + "đ"
SENTENCE = (
    "Nguyễn Thị Huệ, khu Bí Giàng, phường Uông Bí: rất hài lòng; cán bộ thân thiện, trách nhiệm, "
    "giải quyết đúng hẹn, không phải nộp thêm giấy tờ ngoài quy định"
)
words = st.text(LOWER + "bcdghklmnpqrstvx", min_size=1, max_size=7)
texts = st.lists(words, min_size=1, max_size=8).map(" ".join)


@given(texts)
def test_tcvn3_of_lower_case_goes_and_comes_back(text):
    assert convert(to_tcvn3(text), "tcvn3") == text


@given(st.text(LOWER + LOWER.upper() + "bcdĐBCDN ,.-0123456789", max_size=40))
def test_vni_of_any_case_goes_and_comes_back(text):
    assert convert(to_vni(text), "vni") == text


@given(st.text(st.characters(max_codepoint=127)), st.sampled_from(["tcvn3", "vni", "nfd"]))
def test_ascii_never_changes(text, encoding):
    assert convert(text, encoding) == text
    assert recognise([text]) == "unicode"


@given(st.text(LOWER + LOWER.upper() + "bcd ", max_size=30))
def test_nfd_becomes_nfc(text):
    assert convert(unicodedata.normalize("NFD", text), "nfd") == text


def test_capitals_of_tcvn3_fonts():
    assert convert("NGUY\u00d4N TH\u00de H\u00b5", "tcvn3") == "NGUYỄN THỊ HÀ"
    assert convert("M\u00fc \u00a7\u00d7nh, H\u00b5 N\u00e9i", "tcvn3") == "Mỹ Đình, Hà Nội"
    assert convert(to_tcvn3("Ă Â Ê Ô Ơ Ư Đ đường"), "tcvn3") == "Ă Â Ê Ô Ơ Ư Đ đường"


def test_mixed_case_of_vni():
    assert convert("AÙnh Aùnh ÑÖÔØNG Ñöôøng thò xaõ kyõ Myõ", "vni") == (
        "Ánh Ánh ĐƯỜNG Đường thị xã kỹ Mỹ"
    )


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SENTENCE, "unicode"),
        (unicodedata.normalize("NFD", SENTENCE), "nfd"),
        (to_tcvn3(SENTENCE), "tcvn3"),
        (to_vni(SENTENCE), "vni"),
        ("plain text 123", "unicode"),
        ("", "unicode"),
        ("Café, Müller, Noël, Zoë, señor, Français, Köln, São Paulo, © 2026 ®", "unicode"),
        ("Hà, Tú, Hùng, cô, thôi, không, bán, mì, Đà", "unicode"),
        ("HÀ NÔI, TÂN AN, LÂM, HÙNG, THÔNG", "unicode"),
        ("giá 5€ – “tốt”… 20°C ½ §3 ×2 ±1", "unicode"),
    ],
)
def test_recognition_is_sure_of_itself(text, encoding):
    assert recognise([text]) == encoding
    assert recognise(text.split()) == encoding


@given(st.lists(st.sampled_from(SENTENCE.replace(",", "").split()), min_size=1))
def test_honest_unicode_is_never_touched(chosen):
    text = " ".join(chosen)
    assert recognise([text]) == "unicode"
    assert convert(text, "unicode") == text


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["Hà", "Tú", "Hùng", "cô", "phí", "có", "là", "và", "nhà", "tôi",
                                 "bà", "sân", "bán", "khá", "công", "thông", "mông"])))  # fmt: skip
def test_unicode_with_latin_letters_only_is_never_touched(chosen):
    assert recognise(chosen) == "unicode"


def test_a_unicode_cell_in_an_old_column_stays():
    old = [to_tcvn3(word) for word in SENTENCE.split()]
    assert recognise([*old, "đường phố mới"]) == "tcvn3"
    assert convert("đường phố mới", "tcvn3") == "đường phố mới"


def test_preview_shows_distinct_changes():
    shown = preview(["abc", to_vni("hài lòng"), to_vni("hài lòng"), to_vni("đúng")], "vni", limit=2)
    assert shown.encoding == "vni"
    assert shown.samples == ((to_vni("hài lòng"), "hài lòng"), (to_vni("đúng"), "đúng"))


def test_syllables():
    good = ["Nguyễn", "quý", "giặc", "nghiêng", "khuya", "ĐƯỜNG", "oà", "uống", "gì", "giếng"]
    assert [word for word in good if not reads_as_vietnamese(word)] == []
    bad = ["Café", "tèt", "RÊt", "NguyÔn", "xyz", "thac", "viêt", "ph\xadêng", "ñöôøng"]
    assert [word for word in bad if reads_as_vietnamese(word)] == []
