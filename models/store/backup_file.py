"""The file that a backup is: the store as it lies on the disk, its keyring, and what is in it.

A ZIP archive whose entries are stored as they are: the store is encrypted and grows no smaller. It
is written beside its name, read back from the disk, and only then gets its name.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final

from models.errors import KnownError, UserError
from models.json_text import parse_json

SUFFIX: Final = ".motcua-backup"
_MANIFEST, _KEYRING, _STORE = "manifest.json", "keyring.json", "store.db"
_FORMAT: Final = 1
_CHUNK: Final = 1024 * 1024
# Manifest and keyring are a few kilobytes; a forged archive must not fill the memory.
_MOST_SMALL: Final = 1024 * 1024
_DAMAGE: Final = (
    OSError, EOFError, ValueError, KeyError, TypeError, NotImplementedError, zipfile.BadZipFile,
)  # fmt: skip
Copied = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    `head` is the digest of the whole journal (`log.journal_head`), `store_sha256` of the store's
    file; `made_ms` milliseconds since 1970, `store_bytes` the length of the store's file.
    """

    store_id: str
    unit: str
    schema: str
    made_ms: int
    events: int
    head: str
    store_bytes: int
    store_sha256: str


def write_backup_file(
    out: Path, manifest: Manifest, keyring: bytes, store: Path, copied: Copied
) -> str:
    """Write a backup and return its SHA-256, as read back from the disk.

    `copied` is called with the bytes written so far and may raise. KnownError when the disk
    refuses; what was there under that name stays then.
    """
    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") as stream:
            _fill(stream, manifest, keyring, store, copied)
            stream.flush()
            os.fsync(stream.fileno())
        found, whole = read_manifest(part), _digest_of_store(part)
        if found != manifest or whole != manifest.store_sha256:
            raise KnownError("backup.not_read_back", file=out.name)
        digest = file_digest(part)
        part.replace(out)
    except OSError as error:
        raise KnownError("backup.not_written", file=out.name, folder=str(out.parent)) from error
    except UserError as error:
        raise KnownError("backup.not_read_back", file=out.name) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return digest


def copy_backup(source: Path, out: Path) -> str:
    """Write a copy of a proven backup and return its SHA-256, as read back; errors as before."""
    part = out.with_name(out.name + ".part")
    try:
        expected = file_digest(source)
        with source.open("rb") as reading, part.open("wb") as writing:
            shutil.copyfileobj(reading, writing, _CHUNK)
            writing.flush()
            os.fsync(writing.fileno())
        if file_digest(part) != expected:
            raise KnownError("backup.not_read_back", file=out.name)
        part.replace(out)
    except OSError as error:
        raise KnownError("backup.not_written", file=out.name, folder=str(out.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return expected


def read_manifest(file: Path) -> Manifest:
    """Return what a backup says that it holds; UserError for any other file."""
    with _opened(file) as archive:
        try:
            data = parse_json(_small(archive, _MANIFEST))
            if data.pop("format") > _FORMAT:
                raise UserError("backup.newer", file=file.name)
            manifest = Manifest(**data)
            wanted = Manifest.__annotations__
            if any(type(data[name]).__name__ != kind for name, kind in wanted.items()):
                raise ValueError(data)
            if archive.getinfo(_STORE).file_size != manifest.store_bytes:
                raise ValueError(data)
        except _DAMAGE as error:
            raise UserError("backup.not_one", file=file.name) from error
    return manifest


def read_keyring(file: Path) -> bytes:
    """Return the keyring in a backup; UserError where there is none."""
    with _opened(file) as archive:
        try:
            return _small(archive, _KEYRING)
        except _DAMAGE as error:
            raise UserError("backup.not_one", file=file.name) from error


def unpack_store(file: Path, manifest: Manifest, target: Path, copied: Copied) -> None:
    """Write the store in a backup to `target`.

    UserError when it is not what the manifest says; KnownError when the disk refuses.
    """
    digest = hashlib.sha256()
    with _opened(file) as archive:
        try:
            target_stream = target.open("wb")
        except OSError as error:
            raise KnownError("store.disk", path=str(target)) from error
        with target_stream:
            for chunk in _chunks(archive, file):
                digest.update(chunk)
                try:
                    target_stream.write(chunk)
                except OSError as error:
                    raise KnownError("store.disk_full", path=str(target.parent)) from error
                copied(target_stream.tell())
            target_stream.flush()
            os.fsync(target_stream.fileno())
    if digest.hexdigest() != manifest.store_sha256:
        raise UserError("backup.damaged", file=file.name)


def file_digest(file: Path) -> str:
    """Return the SHA-256 of a file, as 64 hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _fill(
    stream: IO[bytes], manifest: Manifest, keyring: bytes, store: Path, copied: Copied
) -> None:
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        data = {"format": _FORMAT, **asdict(manifest)}
        archive.writestr(_MANIFEST, json.dumps(data, ensure_ascii=False, indent=1))
        archive.writestr(_KEYRING, keyring)
        with archive.open(_STORE, "w", force_zip64=True) as entry, store.open("rb") as source:
            while chunk := source.read(_CHUNK):
                entry.write(chunk)
                copied(source.tell())


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except FileNotFoundError as error:
        raise UserError("backup.missing", file=str(file)) from error
    except _DAMAGE as error:
        raise UserError("backup.not_one", file=file.name) from error


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    entry = archive.getinfo(name)
    if entry.file_size > _MOST_SMALL or entry.compress_type != zipfile.ZIP_STORED:
        raise ValueError(name)
    return archive.read(entry)


def _chunks(archive: zipfile.ZipFile, file: Path) -> Iterator[bytes]:
    try:
        entry = archive.getinfo(_STORE)
        if entry.compress_type != zipfile.ZIP_STORED:
            raise ValueError(entry)
        with archive.open(entry) as source:
            while chunk := source.read(_CHUNK):
                yield chunk
    except _DAMAGE as error:
        raise UserError("backup.damaged", file=file.name) from error


def _digest_of_store(file: Path) -> str:
    digest = hashlib.sha256()
    with _opened(file) as archive:
        for chunk in _chunks(archive, file):
            digest.update(chunk)
    return digest.hexdigest()
