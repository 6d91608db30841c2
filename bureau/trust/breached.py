"""Passwords that were found in breaches: a file on this machine, never a question to outside.

The file has one SHA-1 digest a line, in order and with or without a count behind it, as published
lists have them; or one password a line. Nothing is loaded: a list of digests of any length is
searched by halves.
"""

import re
from hashlib import sha1
from pathlib import Path
from typing import BinaryIO

from bureau.errors import OutOfOrder

_DIGEST = re.compile(rb"[0-9A-Fa-f]{40}")
_chosen: list[Path | None] = [None]


def use(path: str) -> None:
    """Look passwords up in the file at `path` from now on; raises OutOfOrder where it is not."""
    chosen = Path(path) if path else None
    if chosen is not None and not chosen.is_file():
        raise OutOfOrder(
            "The list of breached passwords {path} cannot be read.",
            path=path,
            hint="Correct BUREAU_PASSWORD_LIST, or leave it out.",
        )
    _chosen[0] = chosen


def is_listed(password: str) -> bool:
    """Whether the list holds `password`; never where there is no list."""
    path = _chosen[0]
    if path is None:
        return False
    with path.open("rb") as file:
        if not _DIGEST.match(file.readline()):
            file.seek(0)
            wanted = password.casefold().encode()
            return any(line.strip().lower() == wanted for line in file)
        digest = sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
        return _halved(file, digest, path.stat().st_size)


def _halved(file: BinaryIO, digest: bytes, size: int) -> bool:
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        file.seek(middle)
        if middle:
            file.seek(middle - 1)
            file.readline()  # to the beginning of the line after the middle
        begun = file.tell()
        found = file.readline()[:40].upper()
        if found == digest:
            return True
        if not found or found > digest or begun >= high:
            high = middle
        else:
            low = file.tell()
    return False
