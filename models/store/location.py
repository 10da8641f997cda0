"""Where a store may lie: on a disk of this machine, not on a share and not in a synced folder.

Write-ahead logging needs one host, and a sync client that copies the file while it is open tears
it. The rule is checked before a store is made and each time it is opened.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from models.errors import KnownError

_NETWORK_TYPES: Final = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "davfs",
        "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.davfs2",
        "fuse.s3fs", "fuse.onedriver", "fuse.google-drive-ocamlfuse",
    }
)  # fmt: skip
_SYNCED_NAMES: Final = (
    "onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive",
    "com~apple~clouddocs", "nextcloud", "owncloud", "zalo cloud",
)  # fmt: skip
# What clients put after their name: `OneDrive - UBND`, `Dropbox (Personal)`, `GoogleDrive-a@b`.
_NAME_ENDS: Final = (" -", " (", "-")
_DRIVE_REMOTE: Final = 4


def check_location(folder: Path, mounts: str | None = None) -> None:
    """Raise KnownError when `folder` lies on a network drive or in a synced folder.

    `mounts` is the text of /proc/mounts, read from the system when None.
    """
    resolved = folder.expanduser().absolute()
    if _is_on_network(resolved, mounts):
        raise KnownError("store.network_drive", folder=str(folder))
    for part in (*resolved.parts, *Path(os.path.realpath(resolved)).parts):
        if _is_synced(part.casefold()):
            raise KnownError("store.synced_folder", folder=str(folder))


def _is_synced(name: str) -> bool:
    return name in _SYNCED_NAMES or any(
        name.startswith(synced + end) for synced in _SYNCED_NAMES for end in _NAME_ENDS
    )


def _is_on_network(folder: Path, mounts: str | None) -> bool:
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    return _mount_type(os.path.realpath(text), mounts) in _NETWORK_TYPES


def _mount_type(folder: str, mounts: str | None) -> str:
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text(encoding="utf-8", errors="replace") if table.exists() else ""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        is_inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if is_inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
