"""A payment as a record, and many in columns that make each record when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from operator import itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple, Self, overload


class PaymentRecord(NamedTuple):
    """One movement of money from one account to another; `amount_minor` is never negative.

    `where` is the place in the file, `extra` the source fields that have no place of their own.
    """

    where: Mapping[str, Any]
    external_id: str
    on: str
    time: str
    amount_minor: int
    currency: str
    from_account: str
    to_account: str
    from_name: str = ""
    to_name: str = ""
    reference: str = ""
    kind: str = ""
    reversal: bool = False
    extra: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class PaymentColumns(Sequence[PaymentRecord]):
    """One list for each field of a payment, in the order of `PaymentRecord`.

    A place in the file is kept as the number of its line, or as the mapping that a record has.
    """

    where: list[Any] = field(default_factory=list)
    external_id: list[str] = field(default_factory=list)
    on: list[str] = field(default_factory=list)
    time: list[str] = field(default_factory=list)
    amount_minor: list[int] = field(default_factory=list)
    currency: list[str] = field(default_factory=list)
    from_account: list[str] = field(default_factory=list)
    to_account: list[str] = field(default_factory=list)
    from_name: list[str] = field(default_factory=list)
    to_name: list[str] = field(default_factory=list)
    reference: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    reversal: list[bool] = field(default_factory=list)
    extra: list[Mapping[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, payments: Sequence[PaymentRecord]) -> Self:
        """The columns of records; those that stand in columns already are taken as they are."""
        if isinstance(payments, cls):
            return payments
        return cls(*map(list, zip(*payments, strict=True)))

    def columns(self) -> tuple[list[Any], ...]:
        """The lists, in the order of `PaymentRecord`."""
        return tuple(getattr(self, each.name) for each in fields(self))

    def extend(self, columns: Iterable[Iterable[Any]]) -> None:
        """Put more payments behind, given as one column for each field."""
        for mine, more in zip(self.columns(), columns, strict=True):
            mine.extend(more)

    def only(self, places: Sequence[int]) -> Self:
        """The payments at those places, in that order."""
        if not places:
            return type(self)()
        pick = itemgetter(*places)
        one = len(places) == 1
        return type(self)(*([pick(each)] if one else list(pick(each)) for each in self.columns()))

    def __len__(self) -> int:
        return len(self.external_id)

    @overload
    def __getitem__(self, at: int) -> PaymentRecord: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[PaymentRecord, ...]: ...

    def __getitem__(self, at: int | slice) -> PaymentRecord | tuple[PaymentRecord, ...]:
        if isinstance(at, slice):
            return tuple(map(_record, *(each[at] for each in self.columns())))
        return _record(*(each[at] for each in self.columns()))

    def __iter__(self) -> Iterator[PaymentRecord]:
        return map(_record, *self.columns())


def _record(where: Any, *told: Any) -> PaymentRecord:
    return PaymentRecord({"line": where} if isinstance(where, int) else where, *told)
