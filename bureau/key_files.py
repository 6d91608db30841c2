"""The files in which keys lie: made once, read by their owner alone, on the disk before any use."""

import os
import secrets
from pathlib import Path

from bureau import lasting, turning
from bureau.errors import OutOfOrder
from bureau.turning import ROTATING

KEY_BYTES = 32


def first(folder: Path, name: str) -> bytes:
    """The first generation of a key; none where a later one took its place and it was destroyed."""
    path = folder / f"{name}.key"
    gone = not path.exists() and name in ROTATING and turning.is_turned(folder, name)
    return b"" if gone else _read(path)


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
    write_once(path, secrets.token_hex(KEY_BYTES).encode())


def write_once(path: Path, content: bytes) -> None:
    """Write a secret that only its owner reads; what is there already stays as it is."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # whoever links first wins: two processes never hold two keys
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    lasting.settle(path.parent)  # nothing is sealed with a key that a power cut may take away
