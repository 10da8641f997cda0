"""Writes down what the store's own SQLite does to the disk, in the order in which it does it.

The driver's library gives its symbols away, so two functions of its default VFS are put behind ones
of ours, and each file that it opens gets our write, truncate and sync before its own. What is
tested is the engine that ships: SQLCipher, its pragmas, our transactions.
"""

from __future__ import annotations

import ctypes
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path
from typing import Any, Final

_OK: Final = 0
_Write: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate: Final = CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync: Final = CFUNCTYPE(c_int, c_void_p, c_int)
# A path goes on as the address it came as: SQLite keeps it, and reads what stands behind its end.
_Open: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_Delete: Final = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)

# ("write", name, offset, bytes), ("truncate", name, size), ("sync", name), ("delete", name) and
# ("said", what): acknowledged from here on.
Step = tuple[Any, ...]


class _Methods(Structure):
    """sqlite3_io_methods, version 3."""

    _fields_ = (
        ("version", c_int), ("close", c_void_p), ("read", c_void_p), ("write", _Write),
        ("truncate", _Truncate), ("sync", _Sync),
        *((f"rest{number}", c_void_p) for number in range(13)),
    )  # fmt: skip


class _File(Structure):
    """The beginning of every sqlite3_file."""

    _fields_ = (("methods", POINTER(_Methods)),)


class _Vfs(Structure):
    """The beginning of sqlite3_vfs."""

    _fields_ = (
        ("version", c_int), ("file_size", c_int), ("longest_path", c_int), ("next", c_void_p),
        ("name", c_char_p), ("own_data", c_void_p), ("open", _Open), ("delete", _Delete),
    )  # fmt: skip


class RecordingDisk:
    """Takes note of every step on the files of one folder whose names begin as the store's does."""

    def __init__(self, store: Path) -> None:
        self.steps: list[Step] = []
        self._store = str(store)
        # What C calls must not be collected while it may.
        self._kept: list[Any] = []

    def say(self, what: str) -> None:
        """Note that something was acknowledged by now."""
        self.steps.append(("said", what))

    def attach(self) -> None:
        """Stand before the disk for every file that is opened from here on in this process."""
        from sqlcipher3 import _sqlite3

        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        vfs = library.sqlite3_vfs_find(None).contents
        opens, deletes = _Open(_address(vfs.open)), _Delete(_address(vfs.delete))

        def open_file(this: int, path: int | None, file: int, flags: int, out: int) -> int:
            code = opens(this, path, file, flags, out)
            if code == _OK and (name := self._name(path)):
                self._stand_before(name, _File.from_address(file))
            return int(code)

        def delete(this: int, path: int, syncs: int) -> int:
            code = deletes(this, path, syncs)
            if code == _OK and (name := self._name(path)):
                self.steps.append(("delete", name))
            return int(code)

        vfs.open, vfs.delete = _Open(open_file), _Delete(delete)
        self._kept += [opens, deletes, vfs.open, vfs.delete, vfs, open_file, delete]

    def _name(self, path: int | None) -> str:
        """Return the name of one of the store's files, "" for any other."""
        said = ctypes.string_at(path).decode() if path else ""
        return Path(said).name if said.startswith(self._store) else ""

    def _stand_before(self, name: str, file: _File) -> None:
        if not file.methods:
            return
        own = file.methods.contents
        writes, truncates, syncs = (
            _Write(_address(own.write)), _Truncate(_address(own.truncate)),
            _Sync(_address(own.sync)),
        )  # fmt: skip

        def write(this: int, data: int, length: int, offset: int) -> int:
            self.steps.append(("write", name, offset, ctypes.string_at(data, length)))
            return int(writes(this, data, length, offset))

        def truncate(this: int, size: int) -> int:
            self.steps.append(("truncate", name, size))
            return int(truncates(this, size))

        def sync(this: int, flags: int) -> int:
            code = syncs(this, flags)
            self.steps.append(("sync", name))
            return int(code)

        mine = _Methods()
        ctypes.memmove(ctypes.byref(mine), ctypes.byref(own), ctypes.sizeof(_Methods))
        mine.write, mine.truncate, mine.sync = _Write(write), _Truncate(truncate), _Sync(sync)
        file.methods = ctypes.pointer(mine)
        self._kept += [mine, mine.write, mine.truncate, mine.sync, writes, truncates, syncs]


def _address(function: Any) -> int:
    address = ctypes.cast(function, c_void_p).value
    assert address is not None
    return address
