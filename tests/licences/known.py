"""What the metadata of the parts do not say, and the parts that no metadata speak of."""

from __future__ import annotations

from typing import Final

from ui.about.parts import Part

LGPL: Final = (
    "texts/libraries-under-the-LGPL.txt", "texts/LGPL-3.0.txt", "texts/GPL-3.0.txt",
)  # fmt: skip

# They make the folder and are not in it.
BUILD_ONLY: Final = frozenset({"altgraph", "macholib", "pefile", "pywin32-ctypes"})
# What `build.spec` leaves out, and what only that needs.
LEFT_OUT: Final = frozenset({
    "aiohttp", "aiohappyeyeballs", "aiosignal", "attrs", "frozenlist", "multidict", "propcache",
    "yarl",
})  # fmt: skip

# Where the metadata name the licence in other words than its usual ones, or in none.
LICENCES: Final = {
    "colorama": "BSD-3-Clause",
    "defusedxml": "PSF-2.0",
    "fontpkg": "MIT",
    "openlocationcode": "Apache-2.0",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyinstaller-hooks-contrib": "Apache-2.0",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyrage": "MIT",
    # Used under the first of three that its holder offers.
    "pyside6-essentials": "LGPL-3.0-only",
    "pyxform": "BSD-2-Clause",
    "reportlab": "BSD-3-Clause",
    "rl-accel": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "xlrd": "BSD-3-Clause",
}
# Texts beside those that came with the part.
TEXTS: Final = {
    "fontpkg": ("texts/MIT.txt",),
    "openlocationcode": ("texts/Apache-2.0.txt",),
    "psycopg": (LGPL[0], LGPL[2]),
    "psycopg-binary": (LGPL[0], LGPL[2]),
    "pyinstaller": ("texts/PyInstaller.txt",),
    "pyinstaller-hooks-contrib": ("texts/Apache-2.0.txt",),
    "pyside6-essentials": LGPL,
    "shiboken6": LGPL,
}
HOMES: Final = {
    "pyinstaller": "https://pyinstaller.org",
    "pyinstaller-hooks-contrib": "https://github.com/pyinstaller/pyinstaller-hooks-contrib",
}

# Libraries that lie compiled inside other parts, and the interpreter. Their versions are those of
# the wheels of the lock.
INSIDE: Final = (
    Part("Python", "3.11", "PSF-2.0", "https://www.python.org",
         ("typing_extensions-*.dist-info/licenses/LICENSE",)),
    Part("Qt", "6.11", "LGPL-3.0-only", "https://download.qt.io/official_releases/qt/", LGPL),
    Part("SQLCipher (sqlcipher3)", "4.19", "BSD-3-Clause",
         "https://www.zetetic.net/sqlcipher/", ("texts/SQLCipher.txt",)),
    Part("SQLite (sqlcipher3)", "3.53", "blessing", "https://www.sqlite.org",
         ("texts/SQLite.txt",)),
    Part("OpenSSL (cryptography, sqlcipher3, psycopg-binary, Python)", "3, 4", "Apache-2.0",
         "https://www.openssl.org", ("texts/Apache-2.0.txt",)),
    Part("libpq (psycopg-binary)", "18", "PostgreSQL", "https://www.postgresql.org",
         ("texts/PostgreSQL.txt",)),
    Part("libxml2, libxslt (lxml)", "2.14, 1.1", "MIT", "https://gitlab.gnome.org/GNOME/libxml2",
         ("texts/libxml2.txt",)),
)  # fmt: skip
