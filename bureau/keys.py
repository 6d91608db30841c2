"""The keys of this installation, and the sealing of single values with them.

Values are sealed with AES-256-GCM; the associated data names table and column, so that a sealed
value cannot be moved to another column unnoticed. Keys live in files of mode 0400 beside, never
in, the database. Each support file has a data key of its own, kept in the database and wrapped by
the support key, which nothing else uses; its values are bound to their row too, and are
unreadable for good once that data key is destroyed.
"""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bureau import key_files
from bureau.errors import OutOfOrder
from bureau.turning import FIRST, ROTATING, Generations

KEY_BYTES = 32
NONCE_BYTES = 12
SOUGHT = "search"
MARK = 16  # hexadecimal digits by which a key is told from another
NAMES = ("seal", "index", "web", "support", "trail", "witness", "backup", "marks")
_HELD: dict[str, bytes] = {}
_PLACE: dict[str, Path | None] = {}
_TURNED: dict[str, Generations] = {}


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The secrets of one process: sealing, look-up, sessions, support files, signing, marks.

    `folder` is where they are kept; a ring that was made for a test is kept nowhere.
    """

    seal: bytes
    index: bytes
    web: bytes
    support: bytes
    trail: bytes
    witness: bytes
    backup: bytes
    marks: bytes
    folder: Path | None = field(default=None, kw_only=True)

    @classmethod
    def load(cls, folder: Path) -> "KeyRing":
        """The ring kept in `folder`, made on first use; raises OutOfOrder when one is unfit."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(*(key_files.first(folder, name) for name in NAMES), folder=folder)

    @classmethod
    def fresh(cls) -> "KeyRing":
        """A ring for a test: nothing is written."""
        return cls(*(secrets.token_bytes(KEY_BYTES) for _ in NAMES))


def hold(ring: KeyRing) -> None:
    """Use `ring` for every sealed value of this process."""
    _HELD.update({name: getattr(ring, name) for name in NAMES if name != "web"})
    _PLACE["folder"] = ring.folder
    for name in ROTATING:
        _TURNED[name] = Generations.load(ring.folder, name, getattr(ring, name))


def folder() -> Path | None:
    """The folder of the keys in use; None where they are kept nowhere."""
    return _PLACE.get("folder")


def marks() -> dict[str, str]:
    """A mark of each key in use: it changes with the key, and nothing is learnt of the key."""
    sealing = {name: found.sealing()[1] for name, found in _TURNED.items()}
    return {
        name: hmac.digest(key, b"mark of this key", "sha256").hex()[:MARK]
        for name, key in sorted({**_HELD, **sealing}.items())
    }


def _held(name: str) -> bytes:
    try:
        return _HELD[name]
    except KeyError:
        raise OutOfOrder("No keys are loaded.", hint="Start through bin/bureau.") from None


def seal(value: bytes, place: str) -> bytes:
    """`value` encrypted for the column named by `place`."""
    return _sealed_with("seal", value, place)


def unseal(sealed: bytes, place: str) -> bytes:
    """The value sealed for `place`; raises OutOfOrder when it was altered, moved or mis-keyed."""
    return _opened_with("seal", sealed, place)


def resealed(name: str, sealed: bytes, place: str) -> bytes:
    """The same value under the generation of `name` that seals now."""
    return _sealed_with(name, _opened_with(name, sealed, place), place)


@dataclass(frozen=True, slots=True)
class FileKey:
    """The data key of one support file, in the clear: never stored, never shown."""

    secret: bytes = field(repr=False)

    def seal(self, value: bytes, place: str) -> bytes:
        """`value` encrypted for `place`: table, column and row."""
        return _sealed(self.secret, value, place)

    def unseal(self, sealed: bytes, place: str) -> bytes:
        """The value sealed for `place`; raises OutOfOrder when altered, moved or mis-keyed."""
        return _opened(self.secret, sealed, place)


def new_file_key(place: str) -> bytes:
    """A fresh data key, wrapped by the support key for `place`."""
    return _sealed_with("support", secrets.token_bytes(KEY_BYTES), place)


def open_file_key(wrapped: bytes | None, place: str) -> FileKey:
    """The data key wrapped for `place`; raises OutOfOrder when destroyed, altered or moved."""
    if wrapped is None:
        raise OutOfOrder(
            "The key of this support file was destroyed.",
            hint="What the file held cannot be read any more, by anybody.",
        )
    return FileKey(_opened_with("support", wrapped, place))


def _sealed_with(name: str, value: bytes, place: str) -> bytes:
    _held(name)
    head, key = _TURNED[name].sealing()
    return head + _sealed(key, value, place)


def _opened_with(name: str, sealed: bytes, place: str) -> bytes:
    _held(name)
    key, body, generation = _TURNED[name].opening(sealed)
    try:
        return _opened(key, body, place)
    except OutOfOrder:
        if generation == FIRST:
            raise
        return _opened(_TURNED[name].key(FIRST), sealed, place)  # its head was there by chance


def _sealed(key: bytes, value: bytes, place: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, value, place.encode())


def _opened(key: bytes, sealed: bytes, place: str) -> bytes:
    nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, body, place.encode())
    except (InvalidTag, ValueError):  # altered, or cut off so far that it cannot be sealed
        raise OutOfOrder(
            "A sealed value in {place} cannot be opened.",
            place=place.partition("|")[0],
            hint="Check that the keys belong to this database.",
        ) from None


def commitment(salt: bytes, value: str) -> str:
    """A commitment to `value` that says nothing without `salt` (HMAC-SHA-256, hex)."""
    return hmac.new(salt, value.encode(), sha256).hexdigest()


def blind(value: str, place: str) -> str:
    """A mark by which equal values of `place` are recognised, unreadable without the keys (hex)."""
    return hmac.new(_held("index"), f"{place}={value}".encode(), sha256).hexdigest()


def sought(asked: str) -> str:
    """What the trail keeps of something that was asked for: equal for equal texts, unreadable."""
    return blind(asked, SOUGHT)[:MARK]


def support_mark(value: str, place: str) -> str:
    """A mark like that of `blind`, made with the key of the support files alone (hex)."""
    return hmac.new(_held("support"), f"{place}={value}".encode(), sha256).hexdigest()


def trail_key() -> Ed25519PrivateKey:
    """The key with which this installation signs the tree over its trail (Ed25519, RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(_held("trail"))


def backup_generation() -> str:
    """Which generation of the key of backups encrypts now; empty for the first."""
    _held("backup")
    _TURNED["backup"].sealing()
    return _TURNED["backup"].current


def backup_key(generation: str = FIRST) -> bytes:
    """The key with which backups are encrypted, which nothing else uses (AES-256).

    A backup names its generation; raises OutOfOrder where that is not here any more.
    """
    _held("backup")
    return _TURNED["backup"].named(generation)


def mark_secret(copy: UUID) -> bytes:
    """The secret by which a copy of a dossier that is made now is marked."""
    _held("marks")
    return _mark_of(_TURNED["marks"].sealing()[1], copy)


def mark_secrets(copies: Iterable[UUID]) -> tuple[dict[UUID, bytes], ...]:
    """The secrets by which these copies are found again, by generation of the key of marks."""
    _held("marks")
    known = tuple(copies)
    return tuple({copy: _mark_of(key, copy) for copy in known} for key in _TURNED["marks"].every())


def _mark_of(key: bytes, copy: UUID) -> bytes:
    return hmac.new(key, copy.bytes, sha256).digest()


def witness_key() -> Ed25519PrivateKey:
    """The key with which this installation signs, as a witness, the trees of other houses."""
    return Ed25519PrivateKey.from_private_bytes(_held("witness"))
