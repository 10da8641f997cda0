"""What an administrator may change: rules that are inferred or local, and the letterhead.

Defaults follow DOMAIN §2 and §4; none of them is code, each is an event once changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from models.settings.kiosk import KioskSettings


@dataclass(frozen=True, slots=True)
class Option:
    """A code with its text in both languages."""

    code: str
    vi: str
    en: str

    def text(self, language: str) -> str:
        """Return the text in `language`."""
        return self.en if language == "en" else self.vi


# More slips a month than any unit hands out.
MOST_SLIPS: Final = 999_999
CHANNELS: Final = (
    Option("paper", "Phiếu giấy tại quầy", "Paper at the counter"),
    Option("post", "Gửi qua bưu chính", "By post"),
    Option("home", "Lấy ý kiến tại nhà", "Visit at home"),
    Option("kiosk", "Máy đánh giá tại quầy", "Kiosk at the counter"),
    Option("import", "Nhập từ tệp", "Imported from a file"),
)
INVALID_REASONS: Final = (
    Option("bo_trong", "Bỏ trống toàn bộ", "Left wholly blank"),
    Option("chon_nhieu", "Chọn nhiều phương án trong một câu", "Several options in one question"),
    Option("rach_mo", "Rách, mờ, không đọc được", "Torn, faded or unreadable"),
    Option("trung_phieu", "Trùng phiếu", "A duplicate slip"),
    Option("khac", "Lý do khác", "Another reason"),
)
# What the kiosk itself says of a vote that nobody finished; it is no reason that a clerk chooses.
UNFINISHED: Final = Option("bo_do", "Bỏ dở tại máy đánh giá", "Left unfinished at the kiosk")


@dataclass(frozen=True, slots=True)
class Settings(KioskSettings):
    """The settings in force. `year_start` is (month, day); shares are in percent.

    `month_goal` is how many valid slips a month should have, None where nobody said.
    `signing_roots` are the certificates of whom signatures are trusted from, as PEM. `rekeys` says
    whether closed batches are keyed a second time: until at most `rekey_target` of 10.000 fields
    are left wrong, at `rekey_levels` levels of which each checks `rekey_share` of the one above.
    """

    year_start: tuple[int, int] = (1, 1)
    target: Decimal = Decimal(90)
    margin: Decimal = Decimal(5)
    report_day: int = 20
    month_goal: int | None = None
    parent_body: str = ""
    issuing_body: str = ""
    place: str = ""
    number_suffix: str = "BC-UBND"
    signer_title: str = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    signer_name: str = ""
    recipients: tuple[str, ...] = ("Như trên",)
    channels: tuple[Option, ...] = CHANNELS
    invalid_reasons: tuple[Option, ...] = INVALID_REASONS
    signing_roots: tuple[str, ...] = ()
    rekeys: bool = True
    rekey_target: Decimal = Decimal(5)
    rekey_share: Decimal = Decimal(50)
    rekey_levels: int = 3

    @property
    def reasons(self) -> tuple[Option, ...]:
        """Every reason that a slip may be invalid for: those to choose from, and the kiosk's."""
        if any(item.code == UNFINISHED.code for item in self.invalid_reasons):
            return self.invalid_reasons
        return (*self.invalid_reasons, UNFINISHED)
