"""The declarative base: one naming convention, one way to store ids, enums and moments."""

import enum
import json
import secrets
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from random import Random
from typing import Any

from sqlalchemy import BigInteger, DateTime, Enum, LargeBinary, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from bureau import keys
from bureau.rules.dates import PartialDate, parse

ID_BYTES = 16
_SEED: ContextVar[Random | None] = ContextVar("seed", default=None)


def new_id() -> uuid.UUID:
    """A public id of 128 random bits; it says nothing about order or number."""
    seed = _SEED.get()
    return uuid.UUID(bytes=seed.randbytes(ID_BYTES) if seed else secrets.token_bytes(ID_BYTES))


def new_ids(count: int) -> list[str]:
    """So many ids at once, each as 32 hexadecimal digits, in ascending order."""
    seed = _SEED.get()
    drawn = (seed.randbytes if seed else secrets.token_bytes)(ID_BYTES * count).hex()
    return sorted(drawn[at : at + 2 * ID_BYTES] for at in range(0, len(drawn), 2 * ID_BYTES))


@contextmanager
def repeatable_ids(seed: str) -> Iterator[None]:
    """Draw ids from `seed`, so that the demonstration can be repeated to the byte."""
    token = _SEED.set(Random(seed))  # noqa: S311 - only for the fictional city
    try:
        yield
    finally:
        _SEED.reset(token)


def token(size: int = 32) -> str:
    """A secret in URL-safe text with `size` bytes of randomness."""
    return secrets.token_urlsafe(size)


def short_code(length: int = 6) -> str:
    """Random letters for a readable reference, without look-alikes (no 0, 1, I, L, O, U)."""
    seed = _SEED.get()
    choose: Callable[[str], str] = seed.choice if seed else secrets.choice
    return "".join(choose("23456789ABCDEFGHJKMNPQRSTVWXYZ") for _ in range(length))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets time zones, so this puts them back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("A stored moment needs a time zone.")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)


class Partial(TypeDecorator[PartialDate]):
    """A date of which day or month may be unknown, kept as ISO text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        return None if value is None else parse(value)


class Sealed(TypeDecorator[str]):
    """Text that is readable only with the keys of this installation."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else keys.seal(value.encode(), self.place)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else keys.unseal(bytes(value), self.place).decode()


class SealedJson(Sealed):
    """Plain values as JSON that is readable only with the keys of this installation."""

    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        return super().process_bind_param(None if value is None else json.dumps(value), dialect)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        text = super().process_result_value(value, dialect)
        return None if text is None else json.loads(text)


class SealedBytes(TypeDecorator[bytes]):
    """Bytes that are readable only with the keys of this installation."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else keys.seal(value, self.place)

    def process_result_value(self, value: Any, dialect: Dialect) -> bytes | None:
        return None if value is None else keys.unseal(bytes(value), self.place)


class Base(DeclarativeBase):
    """The root of every stored record."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime: Moment(),
        PartialDate: Partial(),
        int: BigInteger(),
        enum.StrEnum: Enum(
            enum.StrEnum,
            native_enum=False,
            length=40,
            values_callable=lambda kind: [item.value for item in kind],
        ),
    }


class Identified:
    """A record with a random public id."""

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)


class Audited(Identified):
    """A record that may change only in a transaction that records why; edits are counted."""

    version: Mapped[int] = mapped_column(nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy passes the class
        return {"version_id_col": cls.version}
