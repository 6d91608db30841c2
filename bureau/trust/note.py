"""Signed notes and checkpoints as C2SP writes them, so that other people's tools can check them.

A checkpoint is three lines: the origin of the tree, its size, its root in base64 (tlog-checkpoint).
A note is a text, an empty line, and a line per signature (signed-note). A witness signs with a
moment in front of the checkpoint (tlog-cosignature). Keys are Ed25519 (RFC 8032).
"""

import base64
import binascii
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bureau.errors import Invalid
from bureau.trust.merkle import HASH_BYTES

LOG, WITNESS = 0x01, 0x04  # the kinds of key in signed-note and tlog-cosignature
KEY_HASH, MOMENT, SIGNATURE = 4, 8, 64
_NAME = re.compile(r"[^\s+]{1,200}")
_LINE = "\N{EM DASH} "
_WHOLE = 3  # lines of a checkpoint


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key with its name: of the tree, or of a witness."""

    name: str
    kind: int
    public: bytes

    @property
    def key_hash(self) -> bytes:
        """The four bytes by which a signature says whose it is."""
        said = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return sha256(said).digest()[:KEY_HASH]

    def __str__(self) -> str:
        """The key in one line, as it is handed over."""
        key = base64.b64encode(bytes([self.kind]) + self.public).decode()
        return f"{self.name}+{self.key_hash.hex()}+{key}"

    @classmethod
    def read(cls, line: str) -> "Verifier":
        """The key in `line`; raises Invalid for one that is damaged or of another kind."""
        name, _, rest = line.strip().partition("+")
        mark, _, key = rest.partition("+")
        raw = _raw(key)
        if not _NAME.fullmatch(name) or len(raw) != 1 + HASH_BYTES or raw[0] not in (LOG, WITNESS):
            raise _unfit("key")
        found = cls(name, raw[0], raw[1:])
        if found.key_hash.hex() != mark:
            raise _unfit("key")
        return found


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a tree had grown, and its root there."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    @classmethod
    def read(cls, text: str) -> "Checkpoint":
        """The checkpoint in `text`; raises Invalid where it is none."""
        lines = text.split("\n")
        if len(lines) <= _WHOLE or not lines[0] or not re.fullmatch(r"0|[1-9]\d{0,17}", lines[1]):
            raise _unfit("checkpoint")
        root = _raw(lines[2])
        if len(root) != HASH_BYTES or lines[_WHOLE:] != [""]:
            raise _unfit("checkpoint")
        return cls(lines[0], int(lines[1]), root)


@dataclass(frozen=True, slots=True)
class Signature:
    """One line under a note: a name, and what was signed in its name."""

    name: str
    raw: bytes

    @property
    def line(self) -> str:
        """The line as it stands under the note."""
        return f"{_LINE}{self.name} {base64.b64encode(self.raw).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text with its signatures; none of them is checked yet."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(each.line for each in self.signatures)

    @classmethod
    def read(cls, content: str) -> "Note":
        """The note in `content`; raises Invalid where it is none."""
        text, cut, lines = content.rpartition("\n\n")
        signatures = tuple(map(_signature, lines.splitlines()))
        if not cut or not signatures or not content.endswith("\n"):
            raise _unfit("note")
        return cls(text + "\n", signatures)

    def signed(self, key: Verifier) -> Signature | None:
        """The first good signature of `key` on this note."""
        return next((each for each in self.signatures if good(self.text, each, key)), None)


def sign(key: Ed25519PrivateKey, name: str, text: str) -> Signature:
    """The signature of the keeper of a tree on `text`."""
    whose = verifier(key, name, LOG)
    return Signature(name, whose.key_hash + key.sign(text.encode()))


def cosign(key: Ed25519PrivateKey, name: str, text: str, moment: int) -> Signature:
    """The signature of a witness: that at `moment` (seconds) this was the tree it knew."""
    whose = verifier(key, name, WITNESS)
    signed = key.sign(_cosigned(text, moment))
    return Signature(name, whose.key_hash + moment.to_bytes(MOMENT) + signed)


def verifier(key: Ed25519PrivateKey, name: str, kind: int) -> Verifier:
    """The public side of `key`."""
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Verifier(name, kind, public)


def good(text: str, signature: Signature, key: Verifier) -> bool:
    """Whether `signature` on `text` is that of `key`."""
    mark, rest = signature.raw[:KEY_HASH], signature.raw[KEY_HASH:]
    extra = MOMENT if key.kind == WITNESS else 0
    fits = signature.name == key.name and mark == key.key_hash
    if not fits or len(rest) != extra + SIGNATURE:
        return False
    said = _cosigned(text, int.from_bytes(rest[:extra])) if extra else text.encode()
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(rest[extra:], said)
    except (InvalidSignature, ValueError):
        return False
    return True


def moment_of(signature: Signature) -> int:
    """The moment that a witness signed, in seconds."""
    return int.from_bytes(signature.raw[KEY_HASH : KEY_HASH + MOMENT])


def _cosigned(text: str, moment: int) -> bytes:
    return f"cosignature/v1\ntime {moment}\n{text}".encode()


def _signature(line: str) -> Signature:
    name, _, raw = line.removeprefix(_LINE).partition(" ")
    found = Signature(name, _raw(raw))
    if not line.startswith(_LINE) or not _NAME.fullmatch(name) or len(found.raw) <= KEY_HASH:
        raise _unfit("note")
    return found


def _raw(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _unfit(what: str) -> Invalid:
    return Invalid(
        "This is no {what} as C2SP writes it.",
        where={"what": what},
        hint="Hand over the file unchanged, as it was written.",
        what=what,
    )
