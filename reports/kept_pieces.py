"""The printed pieces of a long dossier as they are kept with it, for when it is printed again.

They stand in the sealed row of the dossier and nowhere else: whoever may not prepare or issue it
does not come near them, and they go when it goes.
"""

import zlib
from collections.abc import Mapping

from bureau.errors import OutOfOrder

_KEY, _LENGTH = 64, 8
_QUICK = 1  # the level of compression: sheaves repeat themselves


def kept(pieces: Mapping[str, bytes]) -> bytes | None:
    """The pieces as one content; nothing for a dossier that was not printed in pieces."""
    if not pieces:
        return None
    parts = (
        key.encode() + len(content).to_bytes(_LENGTH, "big") + content
        for key, content in sorted(pieces.items())
    )
    return zlib.compress(b"".join(parts), _QUICK)


def opened(content: bytes | None) -> dict[str, bytes]:
    """The pieces in `content`; raises OutOfOrder for anything else."""
    try:
        plain = zlib.decompress(content) if content else b""
    except zlib.error as error:
        raise OutOfOrder("The kept pieces of a dossier cannot be read.") from error
    found, at = {}, 0
    while at < len(plain):
        start = at + _KEY + _LENGTH
        end = start + int.from_bytes(plain[at + _KEY : start], "big")
        found[plain[at : at + _KEY].decode("ascii")] = plain[start:end]
        at = end
    return found
