"""Says in sentences what a repair came to, for the window and for the command line."""

from __future__ import annotations

from datetime import date

from desktop.repair import Repaired
from models.clock import local_time
from models.figures import format_integer
from models.sentences.catalog import Language, say


def repair_sentences(done: Repaired, language: Language) -> list[str]:
    """Return what was restored, what came back, what is missing and who may still have it."""
    if done.is_whole:
        return [say("repair.keyring" if done.was_keyring_replaced else "repair.whole", language)]
    made = moment(done.made_ms)
    said = [say("repair.restored", language, made=made, events=format_integer(done.held))]
    if done.came_back:
        said.append(say("repair.came_back", language, n=format_integer(done.came_back)))
    if done.waiting:
        said.append(say("repair.waiting", language, n=format_integer(done.waiting)))
    if done.lost:
        days = "; ".join(
            say("repair.lost_day", language, n=format_integer(n),
                day=f"{date.fromisoformat(day):%d/%m/%Y}")
            for day, n in done.lost.items()
        )  # fmt: skip
        said.append(
            say("repair.lost", language, n=format_integer(sum(done.lost.values())), days=days)
        )
    if not done.is_exact:
        said.append(say("repair.unsure", language, made=made, until=moment(done.until_ms)))
    elif not done.lost and not done.stated:
        said.append(say("repair.nothing_lost", language))
    said += [
        say("repair.stated", language, station=station, n=format_integer(n))
        for station, n in done.stated.items()
    ]
    if done.was_keyring_replaced:
        said.append(say("repair.keyring_too", language))
    return [*said, say("repair.aside", language, folder=done.aside)]


def moment(at_ms: int) -> str:
    """Return a time as people read it."""
    return f"{local_time(at_ms):%H:%M %d/%m/%Y}"
