"""What a unit's documents say besides figures: who issues, signs and receives them."""

from __future__ import annotations

from dataclasses import dataclass

from exports.document import Letterhead, Signature


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """What a unit's reports say besides figures; every part may be left blank.

    `opening` is a sentence on how and by which decision the survey is held, put first.
    """

    parent_body: str = ""
    issuing_body: str = ""
    place: str = ""
    number_suffix: str = "BC-…"
    signer_title: str = ""
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    opening: str = ""

    @property
    def letterhead(self) -> Letterhead:
        """Return a report's head."""
        return Letterhead(
            self.parent_body, self.issuing_body, self.place, self.number_suffix
        )

    @property
    def signature(self) -> Signature:
        """Return a report's foot."""
        return Signature(self.recipients, self.signer_title, self.signer_name)
