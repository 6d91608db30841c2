"""Values that only the key of their own support file opens, bound to table, column and row."""

from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from sqlalchemy import LargeBinary

from bureau.keys import FileKey

Said = TypeVar("Said")


class LockedBytes(LargeBinary):
    """Bytes as the database keeps them: sealed with the key of one support file."""

    cache_ok = True


class RowSealed(LockedBytes):
    """Bytes sealed with the key of the house, which are bound to their row as well."""

    cache_ok = True

    @staticmethod
    def place(column: str, row: UUID) -> str:
        """The associated data: table and column, and row."""
        return f"{column}|{row.hex}"


class Locked(Generic[Said]):
    """A text (or bytes) of a support file, kept sealed in the column of the same name.

    The record holds the sealed bytes in `<name>_locked`; reading opens them, writing seals them.
    """

    def __init__(self, *, binary: bool = False) -> None:
        self.binary = binary

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.kept = f"{name}_locked"

    def __get__(self, record: Any, owner: type | None = None) -> Said:
        if record is None:
            return cast("Said", self)
        sealed = getattr(record, self.kept)
        if sealed is None:
            return cast("Said", None)
        value = _key(record).unseal(bytes(sealed), self.place(record))
        return cast("Said", value if self.binary else value.decode())

    def __set__(self, record: Any, value: Said) -> None:
        plain = value if isinstance(value, bytes) or value is None else str(value).encode()
        sealed = None if plain is None else _key(record).seal(plain, self.place(record))
        setattr(record, self.kept, sealed)

    def place(self, record: Any) -> str:
        """The associated data: table, column and row."""
        return f"{record.__tablename__}.{self.name}|{record.id.hex}"


def _key(record: Any) -> FileKey:
    return cast("FileKey", getattr(record, "file", record).file_key)
