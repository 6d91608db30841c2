"""A long stream encrypted piece by piece, so that no piece can be altered, moved or left out.

A file begins with a line that names the format and a line of JSON; both are bound into every
piece, with its number and whether it is the last (AES-256-GCM, after the STREAM construction of
Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015).
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bureau.errors import N_, Invalid

PIECE = 1024 * 1024
TAG, NONCE, PREFIX = 16, 12, 7
LONGEST_HEAD = 64 * 1024


def seal(
    key: bytes, mark: bytes, head: Mapping[str, Any], content: Iterable[bytes]
) -> Iterator[bytes]:
    """The lines of the head, then `content` encrypted in pieces of at most `PIECE` bytes."""
    prefix = secrets.token_bytes(PREFIX)
    line = json.dumps({**head, "stream": prefix.hex()}, sort_keys=True).encode()
    opening = mark + b"\n" + line + b"\n"
    yield opening
    cipher, bound = AESGCM(key), sha256(opening).digest()
    number, waiting = 0, b""
    for piece in _pieces(content):
        if number or waiting:
            yield cipher.encrypt(_nonce(prefix, number, last=False), waiting, bound)
            number += 1
        waiting = piece
    yield cipher.encrypt(_nonce(prefix, number, last=True), waiting, bound)


def head_of(file: BinaryIO, mark: bytes) -> tuple[dict[str, Any], bytes]:
    """The head of a sealed file and its bytes; raises Invalid where it is no such file."""
    opening = file.readline(LONGEST_HEAD)
    line = file.readline(LONGEST_HEAD)
    try:
        head = json.loads(line)
        prefix = bytes.fromhex(head["stream"])
    except (ValueError, KeyError, TypeError, RecursionError):
        head, prefix = {}, b""
    if opening != mark + b"\n" or len(prefix) != PREFIX:
        raise _unfit(N_("This is no {mark} file."), mark)
    return head, opening + line


def opened(key: bytes, file: BinaryIO, mark: bytes) -> Iterator[bytes]:
    """The content of a sealed file, piece by piece; raises Invalid at the first that is not whole.

    What was given out before that belongs to a file that is damaged: throw it away.
    """
    head, opening = head_of(file, mark)
    cipher, bound = AESGCM(key), sha256(opening).digest()
    prefix, number = bytes.fromhex(head["stream"]), 0
    piece = file.read(PIECE + TAG)
    while True:
        after = file.read(PIECE + TAG)
        try:
            yield cipher.decrypt(_nonce(prefix, number, last=not after), piece, bound)
        except (InvalidTag, ValueError):
            raise _unfit(
                N_("The {mark} file is damaged, cut off or sealed with another key."), mark
            ) from None
        if not after:
            return
        piece, number = after, number + 1


def _pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for part in content:
        held += part
        while len(held) >= PIECE:
            yield bytes(held[:PIECE])
            del held[:PIECE]
    if held:
        yield bytes(held)


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(NONCE - PREFIX - 1) + bytes([last])


def _unfit(message: str, mark: bytes) -> Invalid:
    return Invalid(
        message,
        where={"file": mark.decode()},
        hint="Take another copy of it, and the keys that belong to it. Nothing was changed.",
        mark=mark.decode(),
    )
