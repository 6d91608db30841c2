"""Several files kept as one content: a head that says what each is, then the files themselves."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bureau.errors import OutOfOrder

_LENGTH = 8


def packed(told: Sequence[Mapping[str, object]], files: Sequence[bytes]) -> bytes:
    """The files as one content, each with what is `told` of it."""
    each = zip(told, files, strict=True)
    head = json.dumps([{**one, "bytes": len(file)} for one, file in each]).encode()
    return b"".join((len(head).to_bytes(_LENGTH, "big"), head, *files))


def heads(content: bytes | None) -> tuple[Mapping[str, Any], ...]:
    """What is told of each file in `content`; raises OutOfOrder for anything else."""
    if not content:
        return ()
    try:
        found = json.loads(content[_LENGTH : _start(content)])
        return tuple({**one, "bytes": int(one["bytes"])} for one in found)
    except (ValueError, KeyError, TypeError) as error:
        raise OutOfOrder("The kept annexes of a dossier cannot be read.") from error


def unpacked(content: bytes | None) -> Iterator[tuple[Mapping[str, Any], bytes]]:
    """What is told of each file, and the file."""
    at = _start(content or b"")
    for head in heads(content):
        yield head, (content or b"")[at : at + head["bytes"]]
        at += head["bytes"]


def _start(content: bytes) -> int:
    return _LENGTH + int.from_bytes(content[:_LENGTH], "big")
