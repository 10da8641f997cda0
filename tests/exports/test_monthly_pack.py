"""The monthly pack: the figures of the single reports, on numbered pages, in two files or none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader

from exports.comparison_wording import trend_sentence
from exports.figures_json import check_code
from exports.household_figures_json import figures_data
from exports.household_wording import narrative as register_narrative
from exports.monthly_pack import SUFFIXES, Pack, pack_document, pack_name, read_pack
from exports.pack_files import write_pack
from exports.small_cells import hide_small_answers, hide_small_households
from exports.wording import narrative
from exports.writers.files import render
from models.errors import KnownError, UserError
from models.periods import month_of
from models.surveys.trend import point_of, trend_of
from tests.exports.documents.case import INVALID, SETTINGS, golden_units, make_summary
from tests.exports.households.case import golden_figures
from tests.exports.households.reading import docx_words, pages
from tests.models.surveys.conftest import Counter, counter

__all__ = ["counter"]

OCTOBER = month_of(date(2023, 10, 1))


def pack_of(*, hides_small: bool = False, has_register: bool = True) -> Pack:
    summary = make_summary(golden_units(), INVALID, period=OCTOBER)
    register = replace(golden_figures(), period=OCTOBER)
    if hides_small:
        summary, register = hide_small_answers(summary), hide_small_households(register)
    months = tuple(point_of(summary.total, month_of(date(2023, n, 1))) for n in (9, 10))
    return Pack(summary, register if has_register else None, trend_of(months, summary))


@pytest.fixture(scope="module")
def pack() -> Pack:
    return pack_of()


@pytest.fixture(scope="module")
def files(pack: Pack) -> dict[str, bytes]:
    document = pack_document(pack, SETTINGS)
    return {suffix: render(document, suffix) for suffix in SUFFIXES}


def test_all_sentences_of_the_single_reports_stand_in_both_files(
    pack: Pack, files: dict[str, bytes]
) -> None:
    assert pack.register is not None
    texts = (
        *narrative(pack.summary), trend_sentence(pack.trend), *register_narrative(pack.register)
    )
    on_paper, in_word = " ".join(pages(files[".pdf"])), docx_words(files[".docx"])
    for text in texts:
        words = re.sub(r"\s+", " ", text)
        assert words in in_word
        # A page's number stands between the parts of a paragraph that is cut.
        assert words[:60] in on_paper


def test_the_codes_of_the_single_reports_stand_in_its_figures(pack: Pack) -> None:
    document = pack_document(pack, SETTINGS)
    assert pack.register is not None
    assert document.figures["satisfaction"]["check_code"] == check_code(pack.summary)
    assert document.figures["households"] == figures_data(pack.register)
    assert document.check_code == document.figures["check_code"]
    assert document.check_code not in (check_code(pack.summary),)


def test_the_contents_name_the_page_of_each_annex(files: dict[str, bytes]) -> None:
    told = pages(files[".pdf"])
    listed = re.findall(r"Phụ lục ([IV]+)\. ([^.]+?) [. ]+(\d+)", " ".join(told))
    assert [number for number, _, _ in listed] == ["I", "II", "III", "IV", "V"]
    for number, title, page in listed:
        assert f"PHỤ LỤC {number} {title.upper()}" in told[int(page) - 1]
    outline = [entry.title for entry in PdfReader(BytesIO(files[".pdf"])).outline]  # type: ignore[union-attr]
    assert outline == [title.upper() for _, title, _ in listed]


def test_the_entries_lead_to_the_annexes_in_word(files: dict[str, bytes]) -> None:
    word = docx.Document(BytesIO(files[".docx"]))
    xml = word.element.xml
    led_to = re.findall(r'w:hyperlink w:anchor="([^"]+)"', xml)
    assert led_to == [f"phu_luc_{number}" for number in range(1, 6)]
    assert re.findall(r'w:bookmarkStart [^>]*w:name="(phu_luc_\d)"', xml) == led_to


def test_word_names_the_pages_that_the_pdf_has(files: dict[str, bytes]) -> None:
    told = " ".join(pages(files[".pdf"]))
    listed = [page for _, page in re.findall(r"Phụ lục ([IV]+)\. [^.]+? [. ]+(\d+)", told)]
    xml = docx.Document(BytesIO(files[".docx"])).element.xml
    named = re.findall(r"> PAGEREF phu_luc_\d \\h </w:instrText>.*?<w:t>(\d+)</w:t>", xml, re.S)
    assert named == listed
    # A question at opening would be for whoever has the least idea of what it asks.
    with ZipFile(BytesIO(files[".docx"])) as parts:
        assert b"updateFields" not in parts.read("word/settings.xml")


def test_a_pack_without_a_register_speaks_of_none() -> None:
    document = pack_document(pack_of(has_register=False))
    assert document.subject == (
        "Kết quả khảo sát mức độ hài lòng của người dân tháng 10 năm 2023"
    )
    assert document.figures["households"] is None
    assert "địa chỉ số" not in " ".join(pages(render(document, ".pdf")))


def test_equal_packs_are_equal_bytes(pack: Pack, files: dict[str, bytes]) -> None:
    assert render(pack_document(pack, SETTINGS), ".pdf") == files[".pdf"]


def test_small_numbers_are_hidden_in_every_part() -> None:
    document = pack_document(pack_of(hides_small=True))
    assert document.figures["satisfaction"]["small_hidden"]
    assert document.figures["households"]["small_hidden"]
    assert document.figures["satisfaction"]["total"]["invalid"] is None
    assert "Dấu * thay cho" in " ".join(pages(render(document, ".pdf")))


def test_the_name_holds_month_and_unit_in_plain_letters() -> None:
    assert pack_name(OCTOBER, "196-TTHCC", ".pdf") == "bao-cao-thang-2023-10-196TTHCC.pdf"
    assert pack_name(OCTOBER, "../Đ1", ".docx") == "bao-cao-thang-2023-10-1.docx"


def test_of_nothing_there_is_no_pack(counter: Counter) -> None:
    with pytest.raises(UserError, match=r"documents\.empty_pack"):
        counter.read(read_pack, month_of(date(2026, 1, 1)), today=date(2026, 2, 16))
    counter.slip(counter.batch())
    document = counter.read(read_pack, month_of(date(2026, 1, 1)), today=date(2026, 2, 16))
    assert document.figures["satisfaction"]["total"]["valid"] == 1


# Both files or none


def nothing() -> None:
    """Be told."""


def on(_done: int, _of: int) -> None:
    """Go on."""


def test_both_files_are_there_or_what_was_there(tmp_path: Path, pack: Pack) -> None:
    document = pack_document(pack)
    targets = [tmp_path / f"p{suffix}" for suffix in (".md", ".json")]
    targets[1].write_bytes(b"earlier")

    def refuse() -> None:
        raise KnownError("store.disk", path="x", file="x")

    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise InterruptedError

    for tell, step, error in ((refuse, on, KnownError), (nothing, stop, InterruptedError)):
        with pytest.raises(error):
            write_pack(document, targets, tell, step)
        assert [path.name for path in tmp_path.iterdir()] == ["p.json"]
        assert targets[1].read_bytes() == b"earlier"
    steps: list[tuple[int, int]] = []
    digests = write_pack(document, targets, nothing, lambda done, of: steps.append((done, of)))
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p.json", "p.md"]
    assert targets[1].read_bytes() != b"earlier"
    assert len(set(digests)) == 2


def test_one_file_that_cannot_be_put_there_takes_the_other_back(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [tmp_path / f"p{suffix}" for suffix in (".md", ".json")]
    for target in targets:
        target.write_bytes(b"earlier")
    real = Path.replace

    def replace_(self: Path, target: Path) -> Path:
        if self.name == "p.json" and target == targets[1] and self.parent.name != "before":
            raise PermissionError
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace_)
    with pytest.raises(KnownError, match=r"documents\.disk"):
        write_pack(pack_document(pack), targets, nothing, on)
    assert [target.read_bytes() for target in targets] == [b"earlier", b"earlier"]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("suffixes", [(".md",), (".md", ".json")])
def test_what_stands_there_stands_there_at_every_moment(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch, suffixes: tuple[str, ...]
) -> None:
    """A kill at any of them leaves whole files, and tells of none that does not stand."""
    targets = [tmp_path / f"p{suffix}" for suffix in (".md", ".json")]
    earlier = {tmp_path / f"p{suffix}": b"earlier" for suffix in suffixes}
    for target, content in earlier.items():
        target.write_bytes(content)
    seen: list[list[bytes | None]] = []

    def look() -> None:
        seen.append([one.read_bytes() if one.exists() else None for one in targets])

    real = Path.replace

    def replace_(self: Path, target: Path) -> Path:
        look()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace_)
    write_pack(pack_document(pack), targets, look, on)
    look()
    made = [target.read_bytes() for target in targets]
    for found in seen:
        for target, content, new in zip(targets, found, made, strict=True):
            assert content in (earlier.get(target), new)
    # Told of when all of them stand.
    assert seen[-2] == made


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(UserError, match=r"documents\.no_folder"):
        write_pack(pack_document(pack), [tmp_path / "none" / "p.md"], nothing, on)
