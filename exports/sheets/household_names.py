"""What the columns of a household list are called, in the spellings that communes use.

Compared without case, marks and signs: `Thôn/Khu:` and `THON KHU` are one name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from models.households.fields import FIELD_NAMES, LIST_FIELDS
from models.settings.record import Option
from models.text import search_key

# What a column may hold beside the fields of a household. `lat`, `lon` and `given_name` are parts
# of a field; `unit_code` names the unit; `birth_year`, `index` and `note` are kept as they stand.
HELPER_NAMES: Final = (
    Option("lat", "Vĩ độ", "Latitude"),
    Option("lon", "Kinh độ", "Longitude"),
    Option("given_name", "Tên (sau họ đệm)", "Given name"),
    Option("unit_code", "Mã phường, xã", "Unit code"),
    Option("birth_year", "Năm sinh", "Year of birth"),
    Option("index", "Số thứ tự", "Number in the list"),
    Option("note", "Ghi chú", "Note"),
    # Recognised in order to be left out: no identity-card number is read or stored (DOMAIN §3).
    Option("identity", "Giấy tờ tùy thân (không đọc)", "Identity papers (not read)"),
)
COLUMN_NAMES: Final = (
    *(option for option in FIELD_NAMES if option.code in LIST_FIELDS), *HELPER_NAMES,
)  # fmt: skip

# Keys as `header_key` gives them.
_ALIASES: Final[Mapping[str, str]] = {
    "name": "ho va ten chu ho|ho ten chu ho|chu ho|ten chu ho|ho va ten|ho ten|chu nha|ten chu nha"
    "|ho ten chu nha|ho va ten chu nha|ten chu|nguoi dai dien|dai dien ho|ten ho|ho gia dinh"
    "|ten ho gia dinh|ten ho dan|ho dan|chu so huu|ho va ten chu ho gia dinh"
    "|ho va ten nguoi dai dien|ho ten nguoi dai dien|chu ho gia dinh|ten chu ho gia dinh"
    "|ten doi tuong|ten|ho va ten dem|ho dem|ho va dem|ho lot"
    "|ho va chu dem|ten chu ho to chuc|chu ho nguoi dai dien",
    "code": "ma dia chi so|ma dcs|ma dc so|ma so dia chi|ma so dia chi so|dia chi so|dcs|dc so"
    "|ma dia chi|ma dinh danh dia chi|ma so dcs|ma dia chi so quoc gia|vpostcode|ma vpostcode"
    "|ma dia chi so nha|ma dia chi so ho|ma so dia chi so quoc gia|so dia chi so",
    "place_id": "ma dinh danh dia diem|ma so dinh danh dia diem|ma dinh danh vi tri|ma dia diem"
    "|dinh danh dia diem|ma dinh danh nha|ma dddd|so dinh danh dia diem",
    "list_code": "ma ho|ma so ho|ma ho gia dinh|ma ho dan|ma so ho gia dinh|ma dinh danh ho|id ho"
    "|ma phieu|so so ho khau|ma quan ly|ma ho khau|so ho so|so phieu|ma so phieu|household id",
    "phone": "sdt|so dien thoai|dien thoai|so dt|dt|sdt lien he|so dien thoai lien he|sdt chu ho"
    "|so dien thoai chu ho|dien thoai chu ho|dien thoai lien he|dien thoai di dong|di dong|dtdd"
    "|so dtdd|tel|phone|so dien thoai di dong|lien he|so may",
    "address": "dia chi|dia chi day du|dia chi chi tiet|dia chi thuong tru|noi thuong tru|noi o"
    "|noi o hien nay|noi o hien tai|cho o|cho o hien nay|dia chi cu the|dia chi nha|dia chi ho"
    "|dia chi hien tai|dia chi cu|dia chi truoc sap nhap|ho khau thuong tru|thuong tru|noi cu tru"
    "|noi dang ky thuong tru|dia chi cu tru|dia chi nha o|dia chi ho gia dinh|dia chi thua dat"
    "|dia chi noi o|dia chi lien he",
    "house_number": "so nha|nha so|sn|so nha can ho|so nha cu the|so can ho|so nha so can ho",
    "street": "duong|pho|duong pho|ten duong|ten duong pho|ten pho|duong ngo|ngo|tuyen duong"
    "|duong ngo ngach|duong pho ngo|ngo ngach|duong pho ngo ngach|tuyen pho|pho duong|ngo duong",
    "hamlet": "thon khu|khu|thon|to dan pho|tdp|khu pho|kp|khu dan cu|kdc|thon ban khu pho"
    "|thon to dan pho|thon khu pho|khu thon|to khu|khu to|to|xom|ban|ap|to dan|khu to dan pho"
    "|thon xom|thon khu pho to dan pho|thon ban|to dan pho thon|thon khu to dan pho|ten thon"
    "|ten khu|ten thon khu|thon to|khu vuc|dia ban|ten to dan pho|khu pho thon|to thon",
    "unit": "phuong xa|xa phuong|phuong|xa|phuong xa moi|phuong moi|xa moi|don vi hanh chinh|dvhc"
    "|xa phuong thi tran|phuong xa thi tran|ten phuong|ten xa|ten phuong xa|ten xa phuong|don vi"
    "|phuong xa hien nay|dia phuong|xa phuong dac khu|phuong xa dac khu|xa phuong moi"
    "|phuong xa sau sap nhap|don vi hanh chinh moi",
    "old_unit": "phuong xa cu|phuong cu|xa cu|xa phuong cu|don vi cu|dvhc cu|don vi hanh chinh cu"
    "|phuong xa truoc sap nhap|xa phuong truoc sap nhap|phuong xa truoc day",
    "unit_code": "ma phuong|ma xa|ma phuong xa|ma xa phuong|ma dvhc|ma don vi|ma dv"
    "|ma don vi hanh chinh",
    "place": "toa do|toa do gps|vi tri|gps|toa do dia ly|toa do nha|toa do wgs84|kinh vi do"
    "|vi do kinh do|kinh do vi do|link ban do|google map|google maps|link google map"
    "|link google maps|ban do|toa do wgs 84|vi tri ban do|plus code",
    "lat": "vi do|lat|latitude|vy do|vi do n|toa do vi do|vi do wgs84",
    "lon": "kinh do|lon|lng|long|longitude|kinh do e|toa do kinh do|kinh do wgs84",
    "x": "x|toa do x",
    "y": "y|toa do y",
    "has_plate": "gan bien|da gan bien|bien|bien dia chi so|gan bien dia chi so|gan bien dcs"
    "|bien dcs|tinh trang gan bien|trang thai gan bien|da gan bien dia chi so|lap bien|da lap bien"
    "|da gan|bien so nha|gan bien so nha|gan bien qr|tinh trang bien|da gan bien dcs",
    "plate_on": "ngay gan|ngay gan bien|ngay lap bien|ngay lap|thoi gian gan bien|thoi gian gan"
    "|ngay gan bien dcs|ngay gan bien dia chi so|ngay lap dat bien",
    "given_name": "ten goi|ten rieng",
    "birth_year": "nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|ns|nam sinh chu ho",
    "index": "stt|tt|so tt|so thu tu|no|thu tu",
    "note": "ghi chu|ghi chu khac|chu thich|note|notes|y kien",
    "identity": "cccd|cmnd|cmt|so cccd|so cmnd|so cmt|so dinh danh|ma dinh danh|ma so dinh danh"
    "|so giay to|giay to tuy than|so giay to tuy than|gttt|so gttt|ddcn|so ddcn|ngay cap|noi cap",
}
# Which of the two is the latitude differs from map to map: the numbers must say it.
AXES: Final = frozenset({"x", "y"})
# In this order: what names more than one thing is the first of them.
_PATTERNS: Final = (
    (
        "identity",
        r"\b(cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|ho chieu|dinh danh ca nhan|giay to)\b",
    ),
    ("birth_year", r"\b(nam sinh|ngay sinh)\b"),
    ("phone", r"\b(sdt|dien thoai|dtdd|so dt)\b"),
    ("place_id", r"\bdinh danh dia diem\b"),
    ("plate_on", r"\bngay\b.*\b(gan|lap|bien)\b"),
    ("code", r"\bma\b.*\b(dcs|dia chi so|dc so)\b"),
    ("has_plate", r"\b(gan|lap|co) bien\b"),
    ("list_code", r"^(ma|id)\b.* ho( gia dinh| dan)?$"),
    ("old_unit", r"\b(phuong|xa)\b.*\b(cu|truoc)\b"),
    ("unit_code", r"^ma\b.*\b(phuong|xa|dvhc)\b"),
    ("lat", r"\b(vi do|latitude)\b"),
    ("lon", r"\b(kinh do|longitude)\b"),
    ("place", r"\btoa do\b(?! [xy]$)"),
    ("house_number", r"\bso nha\b"),
    ("unit", r"^(ten )?(phuong|xa)\b"),
    ("hamlet", r"^(ten )?(thon|khu|to dan pho|tdp)\b"),
    ("address", r"^(dia chi|noi o|cho o|noi thuong tru)\b"),
    ("name", r"\b(ten|ho ten) (cua )?(chu|nguoi)\b|\bchu (ho|nha)$"),
    ("street", r"^(ten )?(duong|pho|ngo)\b"),
    ("note", r"^ghi chu\b"),
)  # fmt: skip
_COMPILED: Final = tuple((field, re.compile(pattern)) for field, pattern in _PATTERNS)
_NAMES: Final[Mapping[str, str]] = {
    alias: field for field, aliases in _ALIASES.items() for alias in aliases.split("|")
}
_ASIDE: Final = re.compile(r"[(\[].*?[)\]]")
_SIGNS: Final = re.compile(r"[^a-z0-9]+")
_NUMBERING: Final = re.compile(r"^(?:cot )?\d{1,2} (?=[a-z])")
_LONGEST: Final = 60
_ALIKE: Final = 88.0
_SHORTEST_ALIKE: Final = 5
# What is said of a place begins like its header: `Khu 5` below `Khu ở`. Headers have these words.
_SAYS_WHERE: Final = frozenset({"unit", "hamlet", "street", "address"})
_WORDS: Final = (
    "ten thon khu to dan pho tdp xom ban ap cu moi hien nay tai cua ho truoc sau sap nhap duong"
    " ngo ngach hem nha so noi o cho dang song thuong tru tam phuong xa thi tran dac dia chi"
    " chinh hanh don vi chu gia dinh day du chi tiet cu the lien he kdc va thuoc theo ban do"
    " hoac toan bo"
)
_PLAIN_WORDS: Final = frozenset(_WORDS.split())
# Names that a column has of old, beside those of today.
_OLD: Final = re.compile(r"\b(cu|truoc)\b")
# A number alone below these is a hamlet of that kind: 5 below `Khu` is `Khu 5`.
_HAMLET_KINDS: Final[Mapping[str, str]] = {
    "khu": "Khu", "ten khu": "Khu", "thon": "Thôn", "ten thon": "Thôn", "to dan pho": "Tổ dân phố",
    "tdp": "Tổ dân phố", "ten to dan pho": "Tổ dân phố", "khu pho": "Khu phố", "kp": "Khu phố",
    "to": "Tổ", "to dan": "Tổ", "xom": "Xóm", "ban": "Bản", "ap": "Ấp",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """What a header means and how certain that is, from 0 to 1."""

    field: str
    certainty: float


@lru_cache(maxsize=5_000)
def header_key(text: str) -> str:
    """Return the form in which headers are compared: bare words without marks and signs."""
    return _SIGNS.sub(" ", search_key(text)).strip()


def hamlet_kind(header: str) -> str:
    """Return the kind of hamlet that a header names alone, "" for any other header."""
    return _HAMLET_KINDS.get(header_key(_ASIDE.sub(" ", header)), "")


@lru_cache(maxsize=5_000)
def meaning(sub: str, group: str = "") -> Meant | None:
    """Return what the header `sub` below the group header `group` means, None for nothing known.

    Tried in order: both texts together, the lower one, either by pattern, a likely misspelling.
    """
    if len(sub) > _LONGEST or not sub.strip():
        return None
    exact = _exact(sub)
    if group:
        for joined in (f"{group} {sub}", f"{sub} {group}"):
            found = _exact(joined)
            if found:
                return Meant(found.field, 0.95)
        if exact and exact.field == "unit" and _OLD.search(header_key(group)):
            return Meant("old_unit", 0.9)
    if exact:
        return exact
    found = _by_pattern(sub)
    if found is None and group and len(group) <= _LONGEST:
        found = _by_pattern(f"{group} {sub}")
    return found or _misspelt(sub)


def _exact(text: str) -> Meant | None:
    key = header_key(text)
    field = _OWN.get(key) or _NAMES.get(key)
    if field:
        return Meant(field, 1.0)
    key = _NUMBERING.sub("", header_key(_ASIDE.sub(" ", text)))
    field = _OWN.get(key) or _NAMES.get(key)
    return Meant(field, 0.95) if field else None


def _by_pattern(text: str) -> Meant | None:
    key = header_key(_ASIDE.sub(" ", text)) or header_key(text)
    for field, wanted in _COMPILED:
        is_plain = field not in _SAYS_WHERE or _PLAIN_WORDS.issuperset(key.split())
        if is_plain and wanted.search(key):
            return Meant(field, 0.8)
    return None


def _misspelt(text: str) -> Meant | None:
    key = header_key(text)
    if len(key) < _SHORTEST_ALIKE or key.isdecimal():
        return None
    from rapidfuzz import fuzz, process

    best = process.extractOne(key, _LONG_NAMES, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return Meant(_NAMES[best[0]], 0.65) if best else None


# The names that the program itself writes above columns, and the fields' own.
_OWN: Final[Mapping[str, str]] = {
    header_key(text): option.code
    for option in COLUMN_NAMES
    for text in (option.code, option.en, option.vi)
}
_LONG_NAMES: Final = tuple(name for name in _NAMES if len(name) > _SHORTEST_ALIKE)
