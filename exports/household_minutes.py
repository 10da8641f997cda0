"""Minutes of a check on the spot (NĐ 30/2020, "Biên bản"): of one household, of a whole hamlet.

What is not known yet is left as dots, so that minutes can be printed first and written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from exports import household_wording as wording
from exports.document import (
    Block,
    Cell,
    Column,
    Document,
    HeaderCell,
    KeepTogether,
    Kind,
    Letterhead,
    Paragraph,
    Row,
    Sheet,
    Signer,
    Signers,
    Table,
)
from exports.household_values import (
    Names,
    address_line,
    current,
    day_text,
    field_name,
    grouped_code,
    outcome_text,
    plate_text,
    value_text,
    walk_key,
)
from exports.report_settings import ReportSettings
from models.households.fields import OUTCOMES
from models.households.records import Household, Progress

MINUTES: Final = "BIÊN BẢN"
_DOTS: Final = "……………………………"
_BLANK_DAY: Final = "…… tháng …… năm ………"
_COMPARED: Final = (
    "name", "phone", "address", "house_number", "street", "hamlet", "code", "place_id", "place",
    "has_plate",
)  # fmt: skip
_COLUMNS: Final = (Column("text", 28), Column("text", 36), Column("text", 36))
_HEADINGS: Final = ("Thông tin", "Theo danh sách", "Theo thực tế")
_HAMLET_COLUMNS: Final = (
    Column("integer", 7), Column("text", 25), Column("text", 34), Column("text", 17),
    Column("text", 19),
)  # fmt: skip
_HAMLET_HEADINGS: Final = ("STT", "Chủ hộ", "Địa chỉ", "Mã địa chỉ số", "Kết quả")
_SAME: Final = "Như danh sách"
_NOT_LISTED: Final = "–"
_CLOSING: Final = (
    "Biên bản được lập thành 02 bản, đã đọc lại cho những người có mặt cùng nghe, thống nhất nội "
    "dung và ký tên./."
)


def household_minutes(
    household: Household,
    names: Names,
    settings: ReportSettings | None = None,
    differing: Mapping[str, Any] | None = None,
) -> Document:
    """Return the minutes of one household.

    `differing` holds what its list says, in stored form, of the fields where that is something
    else than what stands. A household that nobody checked yet gets a form to fill in by hand.
    """
    rows = tuple(_compared(household, names, differing or {}))
    header = (tuple(HeaderCell(text) for text in _HEADINGS),)
    table = Table("", _COLUMNS, header, tuple(Row(row) for row in rows))
    home = _home(household, names)
    officer = names.officer(household.checked_by)
    blocks: tuple[Block, ...] = (
        Paragraph(f"Hôm nay, ngày {day_text(household.checked_on) or _BLANK_DAY}, tại {home}."),
        Paragraph("I. Thành phần", kind="heading"),
        *_present(officer, household.hamlet),
        Paragraph(f"Ông/bà {household.name or _DOTS}, đại diện hộ gia đình.", lead="3."),
        Paragraph("II. Nội dung và kết quả", kind="heading"),
        table,
        *_result(household),
        _signed(officer, Signer("Đại diện hộ gia đình", household.name)),
    )
    subject = "Rà soát, xác minh địa chỉ số của hộ gia đình"
    return _document(subject, blocks, settings, _HEADINGS, ("text",) * 3, rows)


def hamlet_minutes(
    unit: str,
    hamlet: str,
    households: Sequence[Household],
    progress: Progress,
    names: Names,
    settings: ReportSettings | None = None,
) -> Document:
    """Return the minutes of a hamlet of the unit with code `unit`: counts, and all households.

    The counts are those of `progress`, as in the reports: there a household counts on whose data
    was erased, which is not among `households`.
    """
    walked = sorted(households, key=walk_key)
    rows = tuple(_hamlet_row(number, one) for number, one in enumerate(walked, start=1))
    header = (tuple(HeaderCell(text) for text in _HAMLET_HEADINGS),)
    where = ", ".join(part for part in (wording.hamlet_label(hamlet), names.unit(unit)) if part)
    officers = sorted({names.officer(one.checked_by) for one in walked} - {""})
    officer = officers[0] if len(officers) == 1 else ""
    blocks: tuple[Block, ...] = (
        Paragraph(f"{_days(walked)}, tại {where}."),
        Paragraph("I. Thành phần", kind="heading"),
        *_present(", ".join(officers), hamlet),
        Paragraph(f"Ông/bà {_DOTS}, đại diện các hộ dân.", lead="3."),
        Paragraph("II. Nội dung và kết quả", kind="heading"),
        *(Paragraph(text) for text in _counts(progress, walked)),
        Table("Danh sách hộ đã rà soát và chưa rà soát", _HAMLET_COLUMNS, header,
              tuple(Row(row) for row in rows)),
        _signed(officer, Signer("Đại diện các hộ dân")),
    )  # fmt: skip
    subject = f"Rà soát, xác minh địa chỉ số các hộ gia đình tại {where}"
    kinds: tuple[Kind, ...] = ("integer", *("text",) * 4)
    return _document(subject, blocks, settings, _HAMLET_HEADINGS, kinds, rows)


def _document(
    subject: str,
    blocks: tuple[Block, ...],
    settings: ReportSettings | None,
    headings: tuple[str, ...],
    kinds: tuple[Kind, ...],
    rows: tuple[tuple[Cell, ...], ...],
) -> Document:
    settings = settings or ReportSettings()
    sheet = Sheet(
        "minutes", "Biên bản", headings, kinds,
        tuple(8 if kind == "integer" else 32 for kind in kinds), rows,
    )  # fmt: skip
    return Document(
        kind=MINUTES,
        subject=subject,
        letterhead=Letterhead(
            settings.parent_body, settings.issuing_body, "", _suffix(settings), is_dated=False
        ),
        blocks=blocks,
        sheets=(sheet,),
        records=sheet,
        figures={
            "subject": subject,
            "rows": [dict(zip(headings, row, strict=True)) for row in rows],
        },
    )


def _suffix(settings: ReportSettings) -> str:
    """Return the suffix of minutes for that of reports: `BC-UBND` gives `BB-UBND`."""
    _, _, body = settings.number_suffix.partition("-")
    return f"BB-{body}"


def _compared(
    household: Household, names: Names, differing: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    for name in _COMPARED:
        now = value_text(name, current(household, name), names)
        if name == "has_plate":
            now = plate_text(household)
        listed = value_text(name, differing[name], names) if name in differing else now
        if household.list is None:
            listed = _NOT_LISTED
        elif name not in differing:
            now = _SAME if household.outcome and listed else ""
        yield (field_name(name), listed, now)


def _home(household: Household, names: Names) -> str:
    parts = (address_line(household), household.hamlet, names.unit(household.unit))
    return ", ".join(part for part in parts if part) or _DOTS


def _present(officer: str, hamlet: str) -> Iterator[Paragraph]:
    yield Paragraph(f"Ông/bà {officer or _DOTS}, cán bộ rà soát.", lead="1.")
    yield Paragraph(f"Ông/bà {_DOTS}, trưởng thôn, khu ({hamlet or _DOTS}).", lead="2.")


def _result(household: Household) -> Iterator[Paragraph]:
    boxes = "; ".join(f"[\u00a0\u00a0\u00a0]\u00a0{option.vi}" for option in OUTCOMES)
    outcome = outcome_text(household.outcome) if household.outcome else boxes
    note = household.note or ("không" if household.outcome else _DOTS * 2)
    yield Paragraph(f"{outcome}.", lead="Kết quả rà soát:")
    yield Paragraph(note, lead="Ghi chú:")


def _signed(officer: str, third: Signer) -> KeepTogether:
    signers = Signers((third, Signer("Trưởng thôn, khu"), Signer("Cán bộ rà soát", officer)))
    return KeepTogether((Paragraph(_CLOSING), signers))


def _days(households: Sequence[Household]) -> str:
    days = [one.checked_on for one in households if one.checked_on]
    if not days:
        return f"Hôm nay, ngày {_BLANK_DAY}"
    if min(days) == max(days):
        return f"Ngày {day_text(days[0])}"
    return f"Từ ngày {day_text(min(days))} đến ngày {day_text(max(days))}"


def _counts(progress: Progress, named: Sequence[Household]) -> Iterator[str]:
    whole = progress.households
    # The codes that stand below, found on the spot too; of who was erased only the list's is known.
    is_complete = whole == len(named)
    with_code = sum(1 for one in named if one.code) if is_complete else progress.with_code
    yield (
        f"Tổng số {wording.households(whole)}; có mã địa chỉ số "
        f"{wording.counted(with_code, whole)}; đã rà soát tại chỗ "
        f"{wording.counted(progress.checked, whole)}; đã gắn biển "
        f"{wording.counted(progress.plate, whole)}."
    )
    if whole > len(named):
        yield (
            f"Trong tổng số có {wording.households(whole - len(named))} đã xóa dữ liệu cá nhân "
            "theo yêu cầu, không ghi trong danh sách dưới đây."
        )
    told = wording.outcomes_sentence(progress)
    if told:
        yield told


def _hamlet_row(number: int, household: Household) -> tuple[Cell, ...]:
    return (
        number, household.name, address_line(household), grouped_code(household.code),
        outcome_text(household.outcome),
    )  # fmt: skip
