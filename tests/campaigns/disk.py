"""What the database tells the disk: recorded in the SQLite that the product itself runs on.

A layer between SQLite and its own way to files, set into the library that Python's driver has
loaded already: it notes every write, truncation, sync and deletion in the order in which they
are asked, and lets a test refuse them as a disk does that is full, broken or read-only.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WRITE, TRUNCATE, SYNC, DELETE, COMMIT = "write", "truncate", "sync", "delete", "commit"
FULL, BROKEN, READ_ONLY = 13, 1034, 8  # SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_READONLY
NAME = b"recorded"
_METHODS = 19  # a version, then eighteen functions
_CLOSE, _WRITE, _TRUNCATE, _SYNC = 1, 3, 4, 5
_WORD, _CHANGING = ctypes.sizeof(ctypes.c_void_p), (WRITE, TRUNCATE, SYNC)
_P, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_Open = ctypes.CFUNCTYPE(_INT, _P, _P, _P, _INT, _P)
_Delete = ctypes.CFUNCTYPE(_INT, _P, _P, _INT)
_Close = ctypes.CFUNCTYPE(_INT, _P)
_Write = ctypes.CFUNCTYPE(_INT, _P, _P, _INT, _LONG)
_Truncate = ctypes.CFUNCTYPE(_INT, _P, _LONG)
_Sync = ctypes.CFUNCTYPE(_INT, _P, _INT)
Fault = Callable[[str, str], int]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing the disk was told: of which file, at which place, with which bytes."""

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


class _Vfs(ctypes.Structure):
    _fields_ = [
        *(("version", _INT), ("size", _INT), ("longest", _INT), ("next", _P)),
        *(("name", ctypes.c_char_p), ("own", _P), ("open", _P), ("delete", _P)),
        ("rest", _P * 16),
    ]


def _library() -> ctypes.CDLL:
    """The SQLite that Python's driver has loaded: the very same one, not another copy."""
    __import__("sqlite3")
    rows = Path("/proc/self/maps").read_text("utf-8").splitlines()
    paths = {row.split()[-1] for row in rows if "libsqlite3.so" in row}
    library = ctypes.CDLL(paths.pop())
    library.sqlite3_vfs_find.restype = _P
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    library.sqlite3_vfs_register.argtypes = [_P, _INT]
    library.sqlite3_vfs_unregister.argtypes = [_P]
    return library


class Disk:
    """What was told about the files in one folder; `fault` answers instead of the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self.told: list[Told] = []
        self.fault: Fault = lambda what, file: 0
        self._names: dict[int, str] = {}
        self._tables: dict[int, Any] = {}
        self._kept: list[Any] = []  # what the library points at must stay where it is
        self._library = _library()
        self._plain = self._library.sqlite3_vfs_find(None)
        self._vfs = _Vfs.from_buffer_copy(_Vfs.from_address(self._plain))
        self._opens, self._deletes = _Open(self._vfs.open), _Delete(self._vfs.delete)
        self._vfs.name = NAME
        self._vfs.open = self._keep(_Open(self._open))
        self._vfs.delete = self._keep(_Delete(self._delete))

    def commit(self) -> None:
        """Note that a commit was acknowledged."""
        self.told.append(Told(COMMIT))

    @contextmanager
    def between(self) -> Iterator["Disk"]:
        """Stand between SQLite and its files: for what is opened meanwhile."""
        self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        try:
            yield self
        finally:
            self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
            self._library.sqlite3_vfs_register(self._plain, 1)

    def _keep(self, function: Any) -> int | None:
        self._kept.append(function)
        return ctypes.cast(function, _P).value

    def _open(self, vfs: int, name: int, file: int, flags: int, out: int) -> int:
        answer = int(self._opens(vfs, name, file, flags, out))
        path = ctypes.string_at(name).decode() if name else ""
        if answer == 0 and path.startswith(self.folder):
            self._names[file] = Path(path).name
            pointer = _P.from_address(file)
            pointer.value = self._table(int(pointer.value or 0))
        return answer

    def _delete(self, vfs: int, name: int, whole: int) -> int:
        path = ctypes.string_at(name).decode()
        if path.startswith(self.folder):
            self.told.append(Told(DELETE, Path(path).name, whole))
        return int(self._deletes(vfs, name, whole))

    def _table(self, plain: int) -> int:
        """The functions of an open file with ours among them; one table for each of theirs."""
        if plain not in self._tables:
            table = (_P * _METHODS).from_buffer_copy((_P * _METHODS).from_address(plain))
            closes, writes = _Close(table[_CLOSE]), _Write(table[_WRITE])
            cuts, syncs = _Truncate(table[_TRUNCATE]), _Sync(table[_SYNC])
            table[_CLOSE] = self._keep(_Close(lambda file: self._closed(closes, file)))
            table[_WRITE] = self._keep(_Write(self._writing(writes)))
            table[_TRUNCATE] = self._keep(
                _Truncate(lambda file, size: self._done(TRUNCATE, file, size, b"", cuts, size))
            )
            table[_SYNC] = self._keep(
                _Sync(lambda file, how: self._done(SYNC, file, 0, b"", syncs, how))
            )
            self._tables[plain] = table
        return ctypes.addressof(self._tables[plain])

    def _writing(self, writes: Any) -> Callable[[int, int, int, int], int]:
        def write(file: int, data: int, size: int, at: int) -> int:
            held = ctypes.string_at(data, size)
            return self._done(WRITE, file, at, held, writes, data, size, at)

        return write

    def _done(self, what: str, file: int, at: int, data: bytes, plainly: Any, *given: int) -> int:
        name = self._names[file]
        if wrong := self.fault(what, name):
            return wrong
        self.told.append(Told(what, name, at, data))
        return int(plainly(file, *given))

    def _closed(self, closes: Any, file: int) -> int:
        self._names.pop(file, None)
        return int(closes(file))
