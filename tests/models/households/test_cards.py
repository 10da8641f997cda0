"""Of an identity card only name and address are taken; nothing of a damaged one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.households.cards import CardHolder, is_card, read_card
from models.households.scans import Scan, classify

# Invented: no such number was issued.
NUMBER, OLD_NUMBER = "022190000000", "100000000"
NAME, ADDRESS = "Nguyễn Thị Ánh Tuyết", "Tổ 5, Khu 2, Quang Trung, Uông Bí, Quảng Ninh"
HOLDER = CardHolder(NAME, ADDRESS)
REST = ["01021990", "Nữ", ADDRESS, "15082021"]
CARD = "|".join([NUMBER, OLD_NUMBER, NAME, *REST])


def changed(place: int, text: str) -> str:
    fields = CARD.split("|")
    fields[place] = text
    return "|".join(fields)


def utf8_as_single_bytes(text: str) -> str:
    return text.encode().decode("cp1252", errors="replace")


@pytest.mark.parametrize(
    "text",
    [
        CARD, CARD + "\t", CARD + "\r\n", f"\ufeff{CARD}\n", f"]Q3{CARD}", f"]Q1{CARD}\t",
        f"\x02{CARD}\x03", f" {CARD} ", changed(1, ""), changed(1, NUMBER), CARD + "||",
        f"{CARD}|Nguyễn Văn B|Trần Thị C|", unicodedata.normalize("NFD", CARD),
        changed(2, f" {NAME} "), changed(3, "1950"), changed(4, "Nam"),
    ],
)  # fmt: skip
def test_name_and_address_are_read(text):
    assert read_card(text) == HOLDER
    assert is_card(text)
    assert classify(text) == Scan("card", holder=HOLDER)


@pytest.mark.parametrize("name", ["LÃ VĂN ĐỨC", "H' Hen Niê", "Y Wŏ Êñuôl", "Ỹ Lan", "Trần Thị Hà"])
def test_names_of_all_peoples_are_read(name):
    assert read_card(changed(2, name)) == CardHolder(name, ADDRESS)


@pytest.mark.parametrize("unseen", ["\u200b", "\x07", "\u2060"])
def test_what_nobody_can_see_damages_no_card(unseen):
    assert read_card(changed(2, NAME[:3] + unseen + NAME[3:])) == HOLDER


def test_a_card_without_an_address_still_has_a_name():
    assert read_card(changed(5, "")) == CardHolder(NAME, "")


@pytest.mark.parametrize(
    "text",
    [
        changed(0, "02219000000"), changed(0, "A22190000000"), changed(0, ""),
        changed(1, "12345"), changed(2, ""), changed(2, "Nguye64n Thi5"), changed(2, "Nguy?n"),
        changed(2, utf8_as_single_bytes("Nguyễn")), changed(2, utf8_as_single_bytes("Hà")),
        changed(2, utf8_as_single_bytes("Lê")), changed(2, utf8_as_single_bytes("Bích")),
        changed(2, "Nguy\ufffdn"), changed(3, "1/2/1990"),
        changed(3, ""), changed(4, "N?"), changed(4, ""), changed(6, "15/08/2021"),
        changed(5, "Ph??ng Quang Trung"), changed(5, utf8_as_single_bytes(ADDRESS)),
        utf8_as_single_bytes(CARD), CARD.rpartition("|")[0],
        CARD[:30], "Tên " + CARD, CARD + CARD, CARD.replace("|", "||"),
    ],
)  # fmt: skip
def test_a_damaged_card_is_refused_and_still_known_as_one(text):
    assert read_card(text) is None
    assert is_card(text)
    assert classify(text) == Scan("card")


@pytest.mark.parametrize(
    "text", ["", "|", NAME, ADDRESS, NUMBER, "0212345678", "a|b|c", f"{NUMBER} | {NAME}"]
)
def test_other_texts_are_no_cards(text):
    assert read_card(text) is None
    assert not is_card(text)


def test_nothing_of_the_card_can_be_seen_in_a_log():
    shown = repr(read_card(CARD)) + repr(classify(CARD))
    for secret in (NUMBER, OLD_NUMBER, NAME, ADDRESS, *REST):
        assert secret not in shown
    assert set(CardHolder.__slots__) == {"name", "address"}


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_around_a_card_never_keeps_its_number(before, after):
    scan = classify(before + CARD + after)
    assert (scan.kind, scan.value) == ("card", "")
    if scan.holder is not None:
        assert scan.holder.name == NAME
        assert NUMBER not in scan.holder.address


@given(st.lists(st.text(max_size=12), max_size=10).map("|".join) | st.text(max_size=60))
def test_any_text_is_told_without_an_error(text):
    holder = read_card(text)
    assert holder is None or is_card(text)
    assert classify(text).kind in {"code", "place_id", "card", "plain"}
