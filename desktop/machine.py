"""Which machine this is, for the audit: a mark that stays the same and names nobody."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Final

_LINUX_IDS: Final = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_WINDOWS_KEY: Final = r"SOFTWARE\Microsoft\Cryptography"


def machine_mark(store_id: str) -> str:
    """Return the mark of this machine in one store: eight hex digits, as `3f2a-91c0`.

    It is a digest over what the system was given when it was installed, so the same machine bears
    another mark in another store, and its name cannot be told from it: people name machines after
    themselves. Machines copied from one image may bear the same.
    """
    known = f"{len(store_id)}:{store_id}{_system_id()}".encode()
    digest = hashlib.blake2b(known, digest_size=4, person=b"motcua-machine").hexdigest()
    return f"{digest[:4]}-{digest[4:]}"


def _system_id() -> str:
    if sys.platform == "win32":
        import winreg

        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        place = winreg.HKEY_LOCAL_MACHINE
        try:
            with winreg.OpenKey(place, _WINDOWS_KEY, access=access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            found = ""
    else:
        found = next((text for file in _LINUX_IDS if (text := _text(file))), "")
    if found:
        return found
    import platform

    return platform.node()


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
