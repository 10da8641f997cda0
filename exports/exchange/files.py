"""Bundles and cards as files on a stick: bounded when read, verified when written."""

from __future__ import annotations

from pathlib import Path

from exports.exchange.bounded import read_at_most
from exports.exchange.bundle import LARGEST_BUNDLE
from models.errors import KnownError, UserError
from models.stations.card import LARGEST_CARD, StationCard, read_card
from models.store.files import write_atomically


def write_bundle(path: Path, sealed: bytes) -> None:
    """Write a sealed bundle and read it back; KnownError when the disk does not hold it."""
    write_atomically(path, sealed, refused="exchange.not_written")
    try:
        is_there = path.read_bytes() == sealed
    except OSError as error:
        raise KnownError("exchange.not_written", path=str(path)) from error
    if not is_there:
        raise KnownError("exchange.not_written", path=str(path))


def read_bundle(path: Path) -> bytes:
    """Return a file's bytes; UserError when it is too large for a bundle or cannot be read."""
    return _bounded(path, LARGEST_BUNDLE, "exchange")


def read_card_file(path: Path) -> StationCard:
    """Return the card in a file; UserError when it holds none."""
    try:
        return read_card(_bounded(path, LARGEST_CARD, "stations").decode())
    except UnicodeDecodeError as error:
        raise UserError("stations.bad_card") from error


def _bounded(path: Path, most: int, domain: str) -> bytes:
    try:
        with path.open("rb") as stream:
            data = read_at_most(stream, most)
    except OSError as error:
        if domain == "stations":
            raise UserError("stations.unreadable", file=path.name) from error
        raise UserError("exchange.unreadable", file=path.name) from error
    if len(data) > most:
        if domain == "stations":
            raise UserError("stations.bad_card")
        raise UserError("exchange.too_large")
    return data
