"""One household's check while it is typed: pure, no Qt. The page shows it and hands it keys.

A field is as it stands until something else is typed; only what differs is recorded. What is typed
is kept as text, so that a draft holds it as it stood on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from models.errors import Problem, UserError
from models.households.cards import CardHolder
from models.households.codes import read_code, read_place_id
from models.households.coordinates import read_place
from models.households.fields import OUTCOMES
from models.households.phones import read_phone
from models.households.records import Household, Place
from models.households.values import stored
from ui.widgets.date_text import completed, parsed, written

# In the order in which they are typed.
TYPED_FIELDS: Final = (
    "name", "phone", "house_number", "street", "address", "hamlet", "code", "place_id", "place",
    "plate_on",
)  # fmt: skip
RIGHT: Final = "dung"
# What "right" vouches for; a household that is right is not otherwise in these.
_VOUCHED: Final = ("name", "address", "house_number", "street", "hamlet", "code")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is typed, read: `values` to record, and by field what is wrong or worth a look."""

    values: Mapping[str, Any]
    problems: Mapping[str, UserError | Problem]
    warnings: Mapping[str, tuple[Problem, ...]]


class CheckEntry:
    """The check in hand. `near` is where a short plus code is looked for.

    `usual_day` is the day that the checks before it were given: a day's papers come in a pile.
    """

    def __init__(
        self, standing: Household, *, today: date, near: Place | None = None,
        is_new: bool = False, usual_day: date | None = None,
    ) -> None:  # fmt: skip
        self.standing = standing
        self.is_new = is_new
        self._today = today
        self._usual_day = usual_day
        self._near = near
        self.clear()

    def clear(self) -> None:
        """Start anew: nothing typed, nothing chosen."""
        self.outcome = ""
        self.note = ""
        self.on: date | None = None
        self.has_plate: bool | None = None
        self.typed: dict[str, str] = {}
        self.visit: dict[str, Any] | None = None
        # Where the visit's questions stand, see `ui.keying.entry.SlipEntry.to_draft`.
        self.visit_draft: dict[str, Any] | None = None

    def stand_on(self, standing: Household, near: Place | None) -> None:
        """Go on from what stands now; what was typed and says the same is typed no more."""
        self.standing = standing
        self._near = near
        for field, text in list(self.typed.items()):
            self.type_text(field, text)

    @property
    def is_untouched(self) -> bool:
        """Say whether nothing was typed or chosen."""
        return not (
            self.outcome or self.note or self.on or self.typed or self.visit_draft
            or self.has_plate is not None
        )  # fmt: skip

    @property
    def is_passed_over(self) -> bool:
        """Say whether Enter only goes on: somebody checked it, and nothing is new."""
        return self.is_untouched and bool(self.standing.outcome)

    @property
    def shown_outcome(self) -> str:
        """The outcome chosen, else the one that stands."""
        return self.outcome or self.standing.outcome

    @property
    def shown_plate(self) -> bool:
        """Whether a plate is attached, as chosen or as it stands."""
        return self.standing.has_plate if self.has_plate is None else self.has_plate

    @property
    def day(self) -> date:
        """The day of the check."""
        return self.on or self._usual_day or self._today

    def standing_text(self, field: str) -> str:
        """Return what stands in a field, as it would be typed."""
        return typed_form(field, getattr(self.standing, field))

    def text_of(self, field: str) -> str:
        """Return what the field shows."""
        return self.typed.get(field, self.standing_text(field))

    def is_changed(self, field: str) -> bool:
        """Say whether something else than what stands was typed."""
        return field in self.typed

    def type_text(self, field: str, text: str) -> None:
        """Keep what is typed in a field."""
        if text == self.standing_text(field):
            self.typed.pop(field, None)
        else:
            self.typed[field] = text
        if field == "plate_on" and self.typed.get(field):
            self._set_plate(True)

    def choose(self, number: int) -> bool:
        """Take a digit: an outcome, from 1; False if there is none."""
        if not 1 <= number <= len(OUTCOMES):
            return False
        self.outcome = OUTCOMES[number - 1].code
        return True

    def toggle_plate(self) -> None:
        """Say that the plate is attached, today unless a day is typed, or that it is not."""
        self._set_plate(not self.shown_plate)
        if self.shown_plate and not self.text_of("plate_on"):
            self.type_text("plate_on", written(self.day))
        elif not self.shown_plate:
            self.type_text("plate_on", "")

    def take_holder(self, holder: CardHolder) -> None:
        """Take name and address of an identity card."""
        self.type_text("name", holder.name)
        if holder.address:
            self.type_text("address", holder.address)

    def set_visit(self, visit: Mapping[str, Any], draft: Mapping[str, Any]) -> None:
        """Keep a visit's answers, stored form, and where its questions stand."""
        self.visit = dict(visit) if visit["answers"] else None
        self.visit_draft = dict(draft)

    def read(self) -> Reading:
        """Return what is typed as values to record, and what is wrong or worth a look."""
        values: dict[str, Any] = {}
        problems: dict[str, UserError | Problem] = {}
        warnings: dict[str, tuple[Problem, ...]] = {}
        for field, text in self.typed.items():
            try:
                values[field], warnings[field] = self._value(field, text)
            except UserError as error:
                problems[field] = error
        if self.has_plate is not None:
            values["has_plate"] = self.has_plate
        if self.visit is not None:
            values["visit"] = self.visit
        if self.day > self._today:
            problems["on"] = _to_come(self.day)
        if not self.shown_outcome:
            problems["outcome"] = UserError("households.no_outcome")
        if self.is_new:
            problems |= self._missing()
        elif hints := self._doubts():
            warnings["outcome"] = hints
        return Reading(values, problems, {name: said for name, said in warnings.items() if said})

    def to_draft(self) -> dict[str, Any]:
        """Return what is typed so far as JSON data."""
        day = self.on or self._usual_day
        return {
            "outcome": self.outcome,
            "note": self.note,
            "on": day.isoformat() if day else None,
            "has_plate": self.has_plate,
            "typed": dict(self.typed),
            "visit": self.visit,
            "visit_draft": self.visit_draft,
        }

    def from_draft(self, draft: Mapping[str, Any]) -> None:
        """Take up what `to_draft` kept."""
        self.outcome, self.note = draft["outcome"], draft["note"]
        self.on = date.fromisoformat(draft["on"]) if draft["on"] else None
        self.has_plate = draft["has_plate"]
        self.typed = {
            field: text for field, text in draft["typed"].items()
            if field in TYPED_FIELDS and text != self.standing_text(field)
        }  # fmt: skip
        self.visit, self.visit_draft = draft["visit"], draft["visit_draft"]

    def _set_plate(self, has_plate: bool) -> None:
        self.has_plate = None if has_plate == self.standing.has_plate else has_plate

    def _value(self, field: str, text: str) -> tuple[Any, tuple[Problem, ...]]:
        """Return a field's value with what is worth a look; UserError for what cannot be one."""
        if not text.strip():
            return None, ()
        if field == "place":
            found = read_place(text, self._near)
            return stored("place", found.place), found.warnings
        if field == "phone":
            phone = read_phone(text)
            if phone.problem:
                raise UserError(phone.problem, value=text[:40])
            return phone.value, ()
        if field == "plate_on":
            return self._plate_day(text), ()
        if field == "code":
            return stored("code", read_code(text) or text), ()
        if field == "place_id":
            return stored("place_id", read_place_id(text) or text), ()
        return stored(field, text), ()

    def _plate_day(self, text: str) -> str:
        day = parsed(completed(text))
        if day is None:
            raise UserError("households.bad_day", value=text[:40])
        if day > self._today:
            raise _to_come(day)
        return day.isoformat()

    def _missing(self) -> dict[str, UserError | Problem]:
        found: dict[str, UserError | Problem] = {}
        if not any(self.text_of(name).strip() for name in ("name", "address", "house_number")):
            found["name"] = UserError("households.nobody")
        if not self.text_of("hamlet").strip():
            found["hamlet"] = UserError("households.no_hamlet")
        return found

    def _doubts(self) -> tuple[Problem, ...]:
        """Return what speaks against the outcome; it stops nothing."""
        corrected = any(self.typed.get(name) and self.standing_text(name) for name in _VOUCHED)
        if self.outcome == RIGHT and corrected:
            return (Problem("households.right_but_corrected"),)
        return ()


def typed_form(field: str, value: Any) -> str:
    """Return a field of a `Household` as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, Place):
        return f"{value.lat:.7f}".rstrip("0") + ", " + f"{value.lon:.7f}".rstrip("0")
    return written(value) if field == "plate_on" else str(value)


def _to_come(day: date) -> UserError:
    return UserError("households.day_to_come", day=day.strftime("%d/%m/%Y"))
