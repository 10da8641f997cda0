"""Scanned papers: in the order of their names, and nothing that is no page gets in."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from exports.scans import ScannedPage, picture_of, scanned_pages
from models.errors import UserError


def picture(colour: int = 200, size: tuple[int, int] = (60, 80)) -> Image.Image:
    return Image.new("L", size, colour)


def pdf(file: Path, pages: int, **options: object) -> Path:
    canvas = Canvas(str(file), **options)
    for number in range(pages):
        canvas.setPageSize((300, 400))
        canvas.drawString(50, 200, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return file


def refusal(source: Path) -> str:
    try:
        for page in scanned_pages(source):
            picture_of(page)
    except UserError as error:
        return error.code
    return ""


def test_pictures_of_a_folder_go_by_their_numbers(tmp_path):
    for name in ("scan10.png", "scan2.JPG", "Scan1.tif", "note.txt", ".scan0.png"):
        picture().save(tmp_path / name, "JPEG" if "JPG" in name else "PNG")
    picture().save(tmp_path / "Scan1.tif", save_all=True, append_images=[picture(10)])
    pages = scanned_pages(tmp_path)
    assert [(page.file.name, page.index) for page in pages] == [
        ("Scan1.tif", 0), ("Scan1.tif", 1), ("scan2.JPG", 0), ("scan10.png", 0),
    ]  # fmt: skip
    second = picture_of(pages[1])
    assert (second.width, second.height, second.pixels[:3]) == (60, 80, bytes([10, 10, 10]))


def test_pages_of_a_pdf_are_drawn_to_be_read(tmp_path):
    pages = scanned_pages(pdf(tmp_path / "quét lần 1.pdf", 3))
    assert [page.index for page in pages] == [0, 1, 2]
    shown = picture_of(pages[2])
    assert (shown.width, shown.height) == (1950, 2600)
    assert len(shown.pixels) == shown.width * shown.height * 3
    assert min(shown.pixels) < 60


def test_a_page_that_lies_on_its_side_by_its_camera_is_turned(tmp_path):
    turned = Image.Exif()
    turned[0x0112] = 6
    picture(size=(80, 40)).save(tmp_path / "a.jpg", exif=turned)
    [page] = scanned_pages(tmp_path)
    assert picture_of(page)[:2] == (40, 80)


def test_large_scans_are_made_smaller(tmp_path):
    picture(size=(5000, 7000)).save(tmp_path / "a.jpg")
    [page] = scanned_pages(tmp_path)
    assert max(picture_of(page)[:2]) == 2600


def png_head(width: int, height: int) -> bytes:
    """The bytes of a picture that says it is huge, and holds a line."""
    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    line = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", line) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 22_400, 100_000])
def test_a_picture_of_half_a_billion_pixels_is_refused_by_its_head(tmp_path, side):
    (tmp_path / "a.png").write_bytes(png_head(side, side))
    assert refusal(tmp_path) == "rekeying.large_scan"


def test_what_is_no_scan_gets_one_sentence(tmp_path):
    assert refusal(tmp_path / "gone.pdf") == "rekeying.no_scans"
    assert refusal(tmp_path) == "rekeying.no_scanned_pages"
    (tmp_path / "a.exe").write_bytes(b"MZ")
    assert refusal(tmp_path / "a.exe") == "rekeying.unreadable_scan"
    for name in ("a.pdf", "a.png", "a.tif", "a.jpg"):
        (tmp_path / name).write_bytes(b"%PDF-1.4 nothing of the kind")
        assert refusal(tmp_path / name) == "rekeying.unreadable_scan"
    locked = pdf(tmp_path / "locked.pdf", 1, encrypt="secret")
    assert refusal(locked) == "rekeying.unreadable_scan"
    assert refusal(tmp_path / "a.exe" / "b.png") == "rekeying.no_scans"


def test_a_damaged_page_does_not_take_the_others_with_it(tmp_path):
    picture().save(tmp_path / "1.png")
    (tmp_path / "2.png").write_bytes((tmp_path / "1.png").read_bytes()[:60])
    picture(9).save(tmp_path / "3.png")
    first, second, third = scanned_pages(tmp_path)
    assert picture_of(first).pixels[0] == 200
    with pytest.raises(UserError):
        picture_of(second)
    assert picture_of(third).pixels[0] == 9


def samples() -> list[tuple[str, bytes]]:
    made = []
    for kind, suffix in (("JPEG", ".jpg"), ("PNG", ".png"), ("TIFF", ".tif")):
        out = io.BytesIO()
        options = {"compression": "tiff_lzw"} if kind == "TIFF" else {}
        picture().save(out, kind, **options)
        made.append((suffix, out.getvalue()))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 200, "Page")
    canvas.save()
    return [*made, (".pdf", out.getvalue())]


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sample=st.sampled_from(samples()), data=st.data())
def test_whatever_the_bytes_are_there_is_a_picture_or_a_sentence(tmp_path, sample, data):
    suffix, content = sample
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path / f"a{suffix}"
    file.write_bytes(changed[: data.draw(st.integers(1, len(changed)))])
    said = {"", "rekeying.unreadable_scan", "rekeying.large_scan"}
    assert refusal(file) in said
    with pytest.raises(UserError) as caught:
        picture_of(ScannedPage(file, 70))
    assert caught.value.code in said


def test_a_folder_that_went_away_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_folder: Path) -> list[Path]:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", gone)
    with pytest.raises(UserError) as caught:
        scanned_pages(tmp_path)
    assert caught.value.code == "rekeying.no_scans"
