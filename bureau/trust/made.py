"""How the trail names what a transaction made: few by name, many by count and a digest."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import numpy as np

FEW = 25
_DIGITS = 32
_DASHES = (8, 13, 18, 23)


def summary(
    created: Sequence[tuple[str, str]], poured: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    """What was made, for one line of the trail: records by table and id, and rows poured in.

    The ids of `poured` stand as 32 hexadecimal digits under the name of their table. The digest
    is that of the lines `table:id`, in order of table and id and with a line feed between them.
    """
    counts = Counter(table for table, _ in created)
    counts.update({table: len(ids) for table, ids in poured.items()})
    if counts.total() <= FEW:
        named = [*created, *((table, _dashed(each)) for table in poured for each in poured[table])]
        return [{"op": "new", "what": f"{table}:{key}"} for table, key in named]
    digest, between = sha256(), b""
    for lines in _lines(sorted(counts), created, poured):
        digest.update(between + lines)
        between = b"\n"
    told = dict(sorted(counts.items()))
    return [{"op": "new", "counts": told, "names_sha256": digest.hexdigest()}]


def _lines(
    tables: Sequence[str], created: Sequence[tuple[str, str]], poured: Mapping[str, Sequence[str]]
) -> Iterator[bytes]:
    for table in tables:
        plain = [key for name, key in created if name == table]
        if any(len(key.replace("-", "")) != _DIGITS for key in plain):
            keys = sorted((*plain, *map(_dashed, poured.get(table, ()))))
            yield "\n".join(f"{table}:{key}" for key in keys).encode()
        else:
            bare = (key.replace("-", "") for key in plain)
            yield names(table, sorted((*poured.get(table, ()), *bare)))


def names(table: str, digits: Sequence[str]) -> bytes:
    """The lines `table:id` of ids given as 32 hexadecimal digits, with a line feed between."""
    raw = np.frombuffer("".join(digits).encode(), np.uint8).reshape(-1, _DIGITS)
    head = np.frombuffer(f"{table}:".encode(), np.uint8)
    lines = np.full((len(raw), len(head) + _DIGITS + len(_DASHES) + 1), ord("-"), np.uint8)
    lines[:, : len(head)] = head
    lines[:, -1] = ord("\n")
    free = [at for at in range(_DIGITS + len(_DASHES)) if at not in _DASHES]
    lines[:, [len(head) + at for at in free]] = raw
    return lines.tobytes()[:-1]


def _dashed(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
