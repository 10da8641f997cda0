"""The one box for scans tells plates, cards and words apart."""

from __future__ import annotations

import pytest

from models.households.scans import Scan, classify

CODE, PLACE_ID = "0212345678", "221234567890"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (CODE, Scan("code", CODE)),
        (f"https://diachiso.gov.vn/#/map/{CODE}\n", Scan("code", CODE)),
        ("02123 45678\t", Scan("code", CODE)),
        (f"{PLACE_ID}\r", Scan("place_id", PLACE_ID)),
        (f"{PLACE_ID} / {CODE}", Scan("code", CODE)),
        ("  Nguyễn  Văn\u200b A\t", Scan("plain", "Nguyễn Văn A")),
        ("", Scan("plain", "")),
        ("https://diachiso.gov.vn/#/map/", Scan("plain", "https://diachiso.gov.vn/#/map/")),
        # Several codes are none: the words are left for a search to try.
        (f"{CODE} 0212345679", Scan("plain", f"{CODE} 0212345679")),
    ],
)
def test_a_scan_is_what_it_holds(text, wanted):
    assert classify(text) == wanted


@pytest.mark.parametrize(
    ("text", "may_be_phone"),
    [
        ("0912345678", True),
        ("03456 78901", True),
        # Landlines begin as the codes of this province do: that would be said of every plate.
        ("0203345678", False),
        # A plate's own address says what it is.
        ("https://diachiso.gov.vn/#/map/0912345678", False),
    ],
)
def test_a_bare_mobile_number_is_a_code_that_may_be_none(text, may_be_phone):
    scan = classify(text)
    assert (scan.kind, scan.may_be_phone) == ("code", may_be_phone)
