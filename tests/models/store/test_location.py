"""A store lies on a disk of this machine: shares and synced folders are refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import KnownError
from models.sentences.catalog import say
from models.store.location import check_location

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
tmpfs /tmp tmpfs rw 0 0
//server/chung /mnt/cifs cifs rw 0 0
server:/x /mnt/nfs nfs4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
remote:drive /mnt/rclone fuse.rclone rw 0 0
C:\\134 /mnt/c 9p rw 0 0
share /mnt/with\\040blank cifs rw 0 0
/dev/sdb1 /mnt/nfs/local ext4 rw 0 0
broken line
"""


def refused(folder: str, mounts: str = MOUNTS) -> str | None:
    try:
        check_location(Path(folder), mounts)
    except KnownError as error:
        return error.code if folder in say(error, "en") and folder in say(error, "vi") else "?"
    return None


@pytest.mark.parametrize(
    "folder",
    [
        "/mnt/cifs", "/mnt/cifs/kho", "/mnt/nfs/a/b", "/run/user/1000/gvfs/smb", "/mnt/ssh/x",
        "/mnt/rclone", "/mnt/c/motcua", "/mnt/with blank/kho", "//server/chung/kho",
    ],
)  # fmt: skip
def test_network_drives_are_refused(folder):
    assert refused(folder) == "store.network_drive"


@pytest.mark.parametrize(
    "folder",
    [
        "/data/OneDrive/motcua", "/data/OneDrive - UBND phường/motcua", "/x/Dropbox/a",
        "/x/Dropbox (Personal)/a", "/x/Google Drive/a", "/x/GoogleDrive-an@x.vn/My Drive",
        "/x/iCloud Drive", "/x/iCloudDrive/a", "/x/Nextcloud/a", "/x/ownCloud", "/x/ONEDRIVE",
        "/x/Zalo Cloud/kho", "/x/Mobile Documents/com~apple~CloudDocs/kho",
    ],
)  # fmt: skip
def test_synced_folders_are_refused(folder):
    assert refused(folder) == "store.synced_folder"


@pytest.mark.parametrize(
    "folder",
    [
        "/data/motcua", "/mnt/nfs/local/kho", "/mnt/cifsx", "/tmp/kho", "/",
        "/data/Onedrivers/x", "/data/kho dữ liệu", "/data/dropboxes",
    ],
)  # fmt: skip
def test_folders_of_this_machine_pass(folder):
    assert refused(folder) is None


def test_a_link_to_a_share_is_followed(tmp_path: Path):
    share = tmp_path / "share"
    share.mkdir()
    link = tmp_path / "kho"
    link.symlink_to(share)
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/x {share} nfs rw 0 0\n"
    with pytest.raises(KnownError) as caught:
        check_location(link / "sub", mounts)
    assert caught.value.code == "store.network_drive"


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path):
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    link = tmp_path / "kho"
    link.symlink_to(synced)
    with pytest.raises(KnownError) as caught:
        check_location(link, "")
    assert caught.value.code == "store.synced_folder"


def test_this_machine_s_own_table_of_mounts_is_read(tmp_path: Path):
    check_location(tmp_path)
