"""Two stations that enrolled each other, and what they give each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from desktop.session import Session
from exports.exchange.round import (
    MadeBundle,
    TakenBundle,
    make_bundle,
    note_made,
    open_content,
    take_bundle,
)
from models.ids import uuid7
from models.stations.commands import enrol
from models.stations.own import OwnStation, make_own
from models.surveys.commands import open_batch, record_slip
from models.surveys.records import BatchHeader, SlipContent

DAY = date(2026, 3, 2)


@dataclass
class Station:
    """An open store with its identity."""

    session: Session
    own: OwnStation

    @classmethod
    def made(cls, session: Session, name: str) -> Station:
        """Return the station of an open store, its card made."""
        own = session.store.write(partial(make_own, name=name), actor=session.account)
        return cls(session, own)

    @property
    def id(self) -> UUID:
        """The station's id."""
        return self.own.card.id

    def enrols(self, other: Station, units: Sequence[str] | None = None) -> None:
        """Let another station read units, None for all."""
        self.session.store.write(
            partial(enrol, card=other.own.card, units=units), actor=self.session.account
        )

    def records(self, slips: int = 1, unit: str | None = None) -> list[UUID]:
        """Key slips into a batch of a unit."""
        header = BatchHeader(unit or self.session.unit, DAY, "qn-18-2021", "2021.1")
        store, actor = self.session.store, self.session.account
        batch = store.write(partial(open_batch, header=header), actor=actor)
        made = []
        for _ in range(slips):
            made.append(uuid7(store.clock.now_ms()))
            content = SlipContent({"danh_gia_chung": "hai_long"})
            store.write(
                partial(record_slip, batch=batch, slip=made[-1], content=content),
                actor=actor,
            )
        return made

    def writes(self, *others: Station) -> MadeBundle:
        """Make a bundle for other stations."""
        store = self.session.store
        made = store.read(
            partial(make_bundle, recipients=[one.id for one in others],
                    now_ms=store.clock.now_ms())
        )  # fmt: skip
        store.write(partial(note_made, made=made), actor=self.session.account)
        return made

    def takes(self, sealed: bytes) -> TakenBundle:
        """Take a bundle in."""
        content = self.session.store.read(partial(open_content, sealed=sealed))
        return self.session.store.write(
            partial(take_bundle, content=content), actor=self.session.account
        )
