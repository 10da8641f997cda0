"""The event types of keying a second time, and the shape of their payloads.

- `second.batch_drawn` 1: batch, reason (`closed`; `error`: the rest of a clerk's slips, after one
  was decided against him; `late`: what came into the batch after that), clerks [{account, level,
  share}], slips [[slip, number, place in clerks]]; of an entity of its own for each batch
- `second.slip_keyed` 1: outcome (`keyed`; `missing`: there is no such paper; `extra`: a paper
  that the first keyer has not), slip (null for an extra), batch, number, questionnaire, version,
  first_by (null where what stood is not the word of one person alone), content as in
  `survey.response_recorded`, fields [name], differing {field: [first, second]}. Of a slip that was
  drawn the entity is derived from its id, so that a retry makes it no second time
- `second.slip_decided` 1: keying (the event that it is about: of two who keyed one slip a second
  time only the first stands), slip (what it changed, null for nothing), decided {field: {value,
  taken (`first`, `second`, `third`)}}, is_alone (nobody was there who had keyed neither)
- `second.bundle_shifted` 1: batch, number, what (`second_skipped`, `second_twice`,
  `first_skipped`, `first_twice`: who left out the paper of this number, or keyed one twice),
  is_alone; of an entity of its own
- `second.slip_realigned` 1: what follows from that for one slip or paper: about (the event that it
  takes the place of, null for a paper that was none before), second_by, and all else as in
  `second.slip_keyed`; of outcome `open`, that alone: nobody has keyed it the second time
- `second.sitting_noted` 1: day, kind (`first`, `second`), slips, keys, seconds
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

from models.ids import derived_id

DRAWN: Final = "second.batch_drawn"
KEYED: Final = "second.slip_keyed"
DECIDED: Final = "second.slip_decided"
SHIFTED: Final = "second.bundle_shifted"
REALIGNED: Final = "second.slip_realigned"
SITTING: Final = "second.sitting_noted"

# The one field of a slip that is missing or too many: whether there is such a paper.
PAPER: Final = "paper"


def drawing_of(batch: UUID) -> UUID:
    """Return the entity that a batch's drawing is recorded under."""
    return derived_id("drawing", [str(batch)])


def rekeyed_of(slip: UUID) -> UUID:
    """Return the entity that the second keying of a slip is recorded under."""
    return derived_id("rekeyed", [str(slip)])
