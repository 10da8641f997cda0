"""Places are read from numbers, map links and plus codes, and told where they look wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openlocationcode import openlocationcode

from models.errors import UserError
from models.households.coordinates import read_place
from models.households.records import Place
from models.sentences.catalog import say

LAT, LON = 21.0345, 106.7712
HERE = Place(LAT, LON)
# 21°02'04.2"N 106°46'16.32"E
DMS = "21°02'04.2\"N 106°46'16.32\"E"
LATITUDES = st.integers(8_000_001, 23_999_999).map(lambda n: n / 1_000_000)
LONGITUDES = st.integers(102_000_001, 117_999_999).map(lambda n: n / 1_000_000)


def metres(one: Place, other: Place) -> float:
    """Return the great-circle distance."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat1) / 2) ** 2
    half += cos(lat1) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6_371_008.8 * asin(sqrt(half))


def refused(text: str, near: Place | None = None) -> str:
    with pytest.raises(UserError) as caught:
        read_place(text, near)
    assert say(caught.value)
    return caught.value.code.removeprefix("households.")


@pytest.mark.parametrize(
    "text",
    [
        "21.0345, 106.7712", "21.0345,106.7712", "21.0345 106.7712", "21.0345;106.7712",
        "21.0345 / 106.7712", "21.0345\t106.7712", "(21.0345, 106.7712)", "[21.0345,106.7712].",
        "21,0345; 106,7712", "21,0345 106,7712", "21,0345, 106,7712", "21,0345,106,7712",
        "21.0345, 106,7712", "\u202a21.0345, 106.7712\u202c", "+21.0345 +106.7712",
        "21.0345N, 106.7712E", "N21.0345 E106.7712", "N 21.0345, E 106.7712",
        "21.0345°N 106.7712°E", "21.0345° B; 106.7712° Đ", "21,0345 Bắc, 106,7712 Đông",
        "Lat: 21.0345 Lon: 106.7712", "lat=21.0345, lng=106.7712",
        "Vĩ độ: 21.0345, Kinh độ: 106.7712", "Kinh độ 106.7712; vĩ độ 21.0345",
        "E106.7712 N21.0345", "Tọa độ: 21.0345, 106.7712", "GPS 21.0345, 106.7712",
        DMS, DMS.replace(" ", ""), "21°2'4.2\" 106°46'16.32\"", "21º02′04,2″B 106º46′16,32″Đ",
        "21° 02' 04.2'' N, 106° 46' 16.32'' E", "21°02.07'N 106°46.272'E",
        "21 độ 2 phút 4,2 giây Bắc, 106 độ 46 phút 16,32 giây Đông",
        "21°02′04,2″ vĩ độ Bắc, 106°46′16,32″ kinh độ Đông",
        "Vĩ độ: 21°02'04.2\" N - Kinh độ: 106°46'16.32\" E".replace(" - ", "; "),
    ],
)  # fmt: skip
def test_typed_coordinates_in_their_usual_forms(text):
    reading = read_place(text)
    assert (reading.place, reading.warnings) == (HERE, ())


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("21.03 Nam, 106.77 Đông", -21.03, 106.77), ("33.9S 151.2E", -33.9, 151.2),
        ("40.7 N, 74.0 W", 40.7, -74.0), ("-33.9, 151.2", -33.9, 151.2),
        ("48,85 Bắc 2,35 Tây", 48.85, -2.35), ("25.5, 107.5", 25.5, 107.5),
        ("21.5, 101.9", 21.5, 101.9), ("0.0, 0.0", 0.0, 0.0),
    ],
)
def test_a_place_outside_vietnam_is_kept_and_told(text, lat, lon):
    reading = read_place(text)
    assert reading.place == Place(lat, lon)
    assert [problem.code for problem in reading.warnings] == ["households.place_outside"]
    assert str(abs(lat)) in say(reading.warnings[0])


@pytest.mark.parametrize(
    "text",
    ["106.7712, 21.0345", "Lat 106.7712, lon 21.0345",
     "https://www.google.com/maps?q=106.7712,21.0345", "geo:106.7712,21.0345"],
)  # fmt: skip
def test_swapped_coordinates_are_turned_and_told(text):
    reading = read_place(text)
    assert (reading.place.lat, reading.place.lon) == (LAT, LON)
    assert [problem.code for problem in reading.warnings] == ["households.place_swapped"]
    assert "21.034500, 106.771200" in say(reading.warnings[0])


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "Nguyễn Văn A", "21.0345", "21, 106", "21°, 106°", "21,034", "21,5,106",
        "21,106,5", "21.0345, 106.7712, 5", "21°61'N 106°46'E", "21°02'61\"N 106°46'E",
        "21.5°10'N 106°46'E", "21°1.5'3\"N 106°46'E", "21.03N 106.77N", "21.03E, 106.77Đ",
        "21.0345 nhà, 106.7712", "1021.5, 106.5", "2325432.1 410234.5", "21..5, 106.7",
        "7PJ20000+", "QMX+2F", "7PH82QMC+R", "A1B2+C3", "21.0345, 106.7712" + " " * 4_000,
    ],
)  # fmt: skip
def test_what_is_no_place_is_refused(text):
    assert refused(text) == "place_unreadable"


@pytest.mark.parametrize("text", ["91.5, 200.1", "21.5, 181.5", "-91.5, 106.5"])
def test_a_place_beyond_the_earth_is_refused(text):
    assert refused(text) == "bad_place"


PINNED = (
    "https://www.google.com/maps/place/Nh%C3%A0+V%C4%83n+H%C3%B3a/@21.1,106.5,17z/data="
    "!3m1!4b1!4m6!3m5!1s0x314a5:0x9f8!8m2!3d21.0345!4d106.7712!16s%2Fg%2F11?entry=ttu"
)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.google.com/maps?q=21.0345,106.7712", "google.com/maps?q=21.0345,106.7712",
        "https://maps.google.com/?q=loc:21.0345,106.7712(Nha%20A)&z=17", PINNED,
        "https://www.google.com/maps/search/?api=1&query=21.0345%2C106.7712",
        "https://www.google.com/maps/search/21.0345,+106.7712?entry=tts",
        f"https://www.google.com/maps/place/{quote(DMS).replace('%20', '+')}/@21.1,106.5,17z",
        "https://maps.apple.com/?ll=21.0345,106.7712&q=Nh%C3%A0",
        "https://maps.apple.com/place?coordinate=21.0345,106.7712&name=A",
        "https://www.openstreetmap.org/?mlat=21.0345&mlon=106.7712#map=17/21.1/106.5",
        "Nhà ông A\nhttps://www.google.com/maps?q=21.0345,106.7712.",
        "geo:21.0345,106.7712", "geo:21.0345,106.7712,12?z=17", "GEO:21.0345,106.7712;crs=wgs84",
        "geo:0,0?q=21.0345,106.7712(Nhà A)", "geo:21.1,106.5?q=21.0345,106.7712",
    ],
)  # fmt: skip
def test_the_point_that_a_link_marks(link):
    reading = read_place(link)
    assert (reading.place, reading.warnings) == (Place(LAT, LON, "map"), ())


@pytest.mark.parametrize(
    "link",
    [
        "https://www.google.com/maps/@21.0345,106.7712,17z",
        "https://www.google.com/maps/@21.0345,106.7712,150m/data=!3m1!1e3?entry=ttu",
        "https://www.google.com/maps/place/Nh%C3%A0+V%C4%83n+H%C3%B3a/@21.0345,106.7712,17z",
        "https://www.openstreetmap.org/#map=17/21.0345/106.7712&layers=N",
        "https://osm.org/#map=17/21.0345/106.7712",
        "https://maps.apple.com/?q=Nh%C3%A0&center=21.0345,106.7712",
        # Two pins: which one is meant cannot be known.
        "https://www.google.com/maps/@21.0345,106.7712,9z/data=!3d21.1!4d106.5!3d21.2!4d106.6",
    ],
)
def test_the_middle_of_a_map_is_taken_for_want_of_a_mark_and_told(link):
    reading = read_place(link)
    assert reading.place == Place(LAT, LON, "map")
    assert [problem.code for problem in reading.warnings] == ["households.place_middle"]


def test_a_device_says_how_sure_it_is():
    assert read_place("geo:21.0345,106.7712;u=35").place == Place(LAT, LON, "gps", 35.0)
    assert read_place("geo:21.0345,106.7712;crs=wgs84;u=4.5").place == Place(LAT, LON, "gps", 4.5)


@pytest.mark.parametrize(
    "link",
    ["https://maps.app.goo.gl/AbC123", "maps.app.goo.gl/AbC123?g_st=iz", "goo.gl/maps/AbC123",
     "https://g.co/kgs/abc", "https://osm.org/go/abc-", "https://maps.apple/p/x",
     "Nhà A https://maps.app.goo.gl/AbC123"],
)  # fmt: skip
def test_a_short_link_cannot_be_opened_without_a_network(link):
    assert refused(link) == "place_short_link"


@pytest.mark.parametrize(
    "link",
    ["https://www.google.com/maps/dir/21.0,106.7/21.1,106.8/@21.05,106.75,12z",
     "https://www.google.com/maps", "https://diachiso.gov.vn/#/map/0212345678", "https://[bad",
     "https://www.google.com/maps/place/Nh%C3%A0+A", "geo:0,0", "geo:0.0,0.0", "geo:0,0?q=Nh%C3%A0",
     "geo:abc", "https://example.com/?q=1,2"],
)  # fmt: skip
def test_a_link_without_a_single_point_is_refused(link):
    assert refused(link) == "place_link_empty"


@pytest.mark.parametrize(
    "text",
    ["7PH82QMC+RF", "7ph82qmc+rf", "Nhà A: 7PH82QMC+RF.", "https://plus.codes/7PH82QMC+RF",
     "https://www.google.com/maps/search/?api=1&query=7PH82QMC%2BRF",
     "https://www.google.com/maps/place/7PH82QMC+RF"],
)  # fmt: skip
def test_a_plus_code_gives_its_middle_and_half_its_diagonal(text):
    reading = read_place(text)
    assert reading.place.source == "plus_code"
    assert reading.warnings == ()
    assert metres(reading.place, HERE) <= reading.place.accuracy
    # A cell of 1/8000 degree: 13.9 m high and 13.0 m wide here.
    assert reading.place.accuracy == pytest.approx(9.5, abs=0.05)


@pytest.mark.parametrize(
    "text", ["2QMC+RF Uông Bí", "2qmc+rf", "MC+RF", "H82QMC+RF",
             "https://www.google.com/maps/place/2QMC%2BRF+U%C3%B4ng+B%C3%AD"]
)  # fmt: skip
def test_a_short_plus_code_needs_a_place_nearby(text):
    near = Place(21.03, 106.76)
    assert read_place(text, near) == read_place("7PH82QMC+RF")
    assert refused(text) == "plus_code_short"


def test_the_nearest_of_all_that_a_short_plus_code_may_mean_is_taken():
    for near in (Place(10.8, 106.7), Place(21.99, 106.01), Place(20.01, 107.2)):
        assert abs(read_place("2QMC+RF", near).place.lat - near.lat) <= 0.5
        assert abs(read_place("2QMC+RF", near).place.lon - near.lon) <= 0.5


def test_coarser_and_finer_plus_codes():
    assert read_place("7PH82QMC+").place.accuracy == pytest.approx(189.8, abs=1)
    assert read_place("7PH82QMC+RF2").place.accuracy == pytest.approx(2.1, abs=0.3)
    assert refused("XXXXXXXX+22") == "plus_code_bad"


@given(LATITUDES, LONGITUDES, st.sampled_from(["{}, {}", "{} {}", "geo:{},{}", "{}N {}E",
       "https://www.google.com/maps?q={},{}", "https://www.google.com/maps/@{},{},17z",
       "https://www.google.com/maps/place/A/data=!3d{}!4d{}"]))  # fmt: skip
def test_every_point_of_vietnam_comes_back(lat, lon, frame):
    place = read_place(frame.format(f"{lat:.6f}", f"{lon:.6f}")).place
    assert (place.lat, place.lon) == (lat, lon)


@given(LATITUDES, LONGITUDES, st.sampled_from(["{}; {}", "{} {}", "{},{}", "{}, {}"]))
def test_decimal_commas_mean_the_same(lat, lon, frame):
    text = frame.format(f"{lat:.6f}".replace(".", ","), f"{lon:.6f}".replace(".", ","))
    place = read_place(text).place
    assert (place.lat, place.lon) == (lat, lon)
    turned = read_place(f"{lon:.6f}, {lat:.6f}")
    assert turned.place == place
    assert [problem.code for problem in turned.warnings] == ["households.place_swapped"]


@given(LATITUDES, LONGITUDES, st.sampled_from([8, 10, 11, 12]))
def test_every_point_lies_in_its_plus_code(lat, lon, length):
    code = openlocationcode.encode(lat, lon, length)
    place = read_place(code).place
    assert metres(place, Place(lat, lon)) <= place.accuracy * 1.01 + 0.06
    if length > 8:
        assert read_place(code[4:] + " Quảng Ninh", Place(lat, lon)).place == place


@given(LATITUDES, LONGITUDES)
def test_degrees_minutes_and_seconds_come_back(lat, lon):
    def parts(value: float) -> str:
        seconds = round(value * 3_600, 3)
        return f"{int(seconds // 3600)}°{int(seconds // 60 % 60)}'{seconds % 60:.3f}\""

    place = read_place(f"{parts(lat)}B {parts(lon)}Đ").place
    assert metres(place, Place(lat, lon)) < 0.1


@given(st.text(max_size=60) | st.text("0123456789.,;°'\"NEBĐ+- @!/:=?&geohtps", max_size=60))
def test_any_text_is_a_place_on_earth_or_a_sentence(text):
    try:
        place = read_place(text, HERE).place
    except UserError as error:
        place = HERE if say(error) else None
    assert -90 <= place.lat <= 90
    assert -180 <= place.lon <= 180


def test_the_library_of_plus_codes_is_loaded_on_use():
    script = """
import json, sys
from models.households.coordinates import read_place
read_place("21.0345, 106.7712")
print(json.dumps("openlocationcode" in sys.modules))
"""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=root
    )
    assert json.loads(done.stdout) is False
