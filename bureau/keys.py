"""The keys of this installation, and the sealing of single values with them.

Values are sealed with AES-256-GCM; the associated data names table and column, so that a sealed
value cannot be moved to another column unnoticed. Keys live in files of mode 0400 beside, never
in, the database.
"""

import hmac
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bureau.errors import OutOfOrder

KEY_BYTES = 32
NONCE_BYTES = 12
_HELD: dict[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The secrets one process works with: sealing, look-up index, web session signing."""

    seal: bytes
    index: bytes
    web: bytes

    @classmethod
    def load(cls, folder: Path) -> "KeyRing":
        """The ring kept in `folder`, made on first use; raises OutOfOrder when one is unfit."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(*(_read(folder / name) for name in ("seal.key", "index.key", "web.key")))

    @classmethod
    def fresh(cls) -> "KeyRing":
        """A ring for a test: nothing is written."""
        return cls(*(secrets.token_bytes(KEY_BYTES) for _ in range(3)))


def _read(path: Path) -> bytes:
    if not path.exists():
        _make(path)
    key = bytes.fromhex(path.read_text().strip())
    if len(key) != KEY_BYTES:
        raise OutOfOrder(
            "The key file {name} is damaged.",
            name=path.name,
            hint="Restore the keys folder from the backup of the keys.",
        )
    return key


def _make(path: Path) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # whoever links first wins: two processes never hold two keys
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def hold(ring: KeyRing) -> None:
    """Use `ring` for every sealed value of this process."""
    _HELD.update(seal=ring.seal, index=ring.index)


def _held(name: str) -> bytes:
    try:
        return _HELD[name]
    except KeyError:
        raise OutOfOrder("No keys are loaded.", hint="Start through bin/bureau.") from None


def seal(value: bytes, place: str) -> bytes:
    """`value` encrypted for the column named by `place`."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(_held("seal")).encrypt(nonce, value, place.encode())


def unseal(sealed: bytes, place: str) -> bytes:
    """The value sealed for `place`; raises OutOfOrder when it was altered, moved or mis-keyed."""
    nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        return AESGCM(_held("seal")).decrypt(nonce, body, place.encode())
    except (InvalidTag, ValueError):  # altered, or cut off so far that it cannot be sealed
        raise OutOfOrder(
            "A sealed value in {place} cannot be opened.",
            place=place,
            hint="Check that the keys belong to this database.",
        ) from None


def commitment(salt: bytes, value: str) -> str:
    """A commitment to `value` that says nothing without `salt` (HMAC-SHA-256, hex)."""
    return hmac.new(salt, value.encode(), sha256).hexdigest()


def blind(value: str, place: str) -> str:
    """A mark by which equal values of `place` are recognised, unreadable without the keys (hex)."""
    return hmac.new(_held("index"), f"{place}={value}".encode(), sha256).hexdigest()
