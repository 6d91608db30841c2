"""Keys in generations: a new one for what is written, the ones before it for what is read.

Only the keys of `ROTATING` are turned. What those of `TURNING` sealed in the database is sealed
anew; what those of `STAYING` made lies outside it, a backup or a copy of a dossier, and keeps its
generation for as long as it is about. The first generation lies in `<name>.key`; a later one in
`<name>-<id>.key`, and `<name>.current` names the one that seals. What a later one sealed begins
with its id, so that nothing is ever tried. Every process looks whether the current one changed
before it seals, and reads the folder again where it meets an id that it does not know.
"""

import os
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bureau.errors import OutOfOrder

TURNING = ("seal", "support")
STAYING = ("backup", "marks")
ROTATING = (*TURNING, *STAYING)
ID_BYTES = 6
SIGN = b"\x00K"  # what an id begins with; it is checked with the seal, so that chance cannot fool
HEAD_BYTES = len(SIGN) + ID_BYTES
FIRST = ""


@dataclass(slots=True)
class Generations:
    """The generations of one key, by id; the first one has none."""

    name: str
    folder: Path | None
    known: dict[str, bytes]
    current: str = FIRST
    seen: int = field(default=0)  # when the file that names the current one was written

    @classmethod
    def load(cls, folder: Path | None, name: str, first: bytes) -> "Generations":
        """What `folder` holds of the key `name`; `first` is empty once it was destroyed."""
        made = cls(name, folder, {FIRST: first} if first else {})
        made.read_again()
        return made

    def read_again(self) -> None:
        """Take what the folder holds now."""
        if self.folder is None:
            return
        for path in self.folder.glob(f"{self.name}-*.key"):
            self.known[path.stem.removeprefix(f"{self.name}-")] = bytes.fromhex(path.read_text())
        self.seen = self._written()
        pointer = _pointer(self.folder, self.name)
        self.current = pointer.read_text().strip() if self.seen else FIRST

    def sealing(self) -> tuple[bytes, bytes]:
        """The head that goes before what is sealed now, and the key for it."""
        if self.folder is not None and self._written() != self.seen:
            self.read_again()
        return head(self.current), self.key(self.current)

    def opening(self, sealed: bytes) -> tuple[bytes, bytes, str]:
        """The key for `sealed`, what is left of it without its head, and which generation it is."""
        named = sealed[len(SIGN) : HEAD_BYTES].hex() if sealed.startswith(SIGN) else FIRST
        if named != FIRST and named not in self.known:
            self.read_again()
        if named == FIRST or named not in self.known:
            return self.key(FIRST), sealed, FIRST
        return self.known[named], sealed[HEAD_BYTES:], named

    def every(self) -> tuple[bytes, ...]:
        """The keys of all generations, the one that seals last."""
        self.sealing()
        older = [key for name, key in self.known.items() if name != self.current]
        return (*older, self.key(self.current))

    def named(self, generation: str) -> bytes:
        """The key of a generation that somebody else may have begun meanwhile."""
        if generation not in self.known:
            self.read_again()
        return self.key(generation)

    def key(self, generation: str) -> bytes:
        """The key of one generation; raises OutOfOrder where it is gone."""
        try:
            return self.known[generation]
        except KeyError:
            raise OutOfOrder(
                "A key of the generation {generation} of {name} is not here.",
                name=self.name,
                generation=generation or "first",
                hint="Put it back from the copy of the keys folder.",
            ) from None

    def _written(self) -> int:
        try:
            return _pointer(self.folder or Path(), self.name).stat().st_mtime_ns
        except FileNotFoundError:
            return 0


def head(generation: str) -> bytes:
    """What stands before a value that this generation sealed; nothing for the first."""
    return SIGN + bytes.fromhex(generation) if generation else b""


def begin(folder: Path, name: str) -> str:
    """Make a new generation of `name` the one that seals; its id.

    The key lies on the disk before anything names it: a kill leaves the old or the new one.
    """
    secret = secrets.token_bytes(32)
    generation = sha256(b"bureau key" + secret).hexdigest()[: 2 * ID_BYTES]
    _put(folder / f"{name}-{generation}.key", secret.hex())
    _put(_pointer(folder, name), generation)
    return generation


def destroy(folder: Path, name: str, generation: str) -> None:
    """Overwrite and remove the file of a generation that seals nothing any more."""
    path = folder / (f"{name}-{generation}.key" if generation else f"{name}.key")
    if not path.exists():
        return
    path.chmod(0o600)
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    _settle(folder)


def generations(folder: Path, name: str) -> list[str]:
    """The generations that lie in the folder, the first one first."""
    later = sorted(path.stem.removeprefix(f"{name}-") for path in folder.glob(f"{name}-*.key"))
    return [FIRST, *later] if (folder / f"{name}.key").exists() else later


def turned_at(folder: Path, name: str) -> float:
    """When the generation that seals was made, in seconds; zero where there was no turn yet."""
    pointer = _pointer(folder, name)
    return pointer.stat().st_mtime if pointer.exists() else 0.0


def is_turned(folder: Path, name: str) -> bool:
    """Whether a later generation seals: then a missing first one is not made again."""
    return _pointer(folder, name).exists()


def _pointer(folder: Path, name: str) -> Path:
    return folder / f"{name}.current"


def _put(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o400)
    with os.fdopen(handle, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
