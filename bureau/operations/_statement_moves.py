"""The payments of some accounts as each account sees them, in order, and only those asked for."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Subquery, func, literal, select, union_all
from sqlalchemy.orm import lazyload

from bureau.graph.balances import Balance, Stated, balances
from bureau.model import Case, Payment, Statement
from bureau.work import Work

CHUNK = 500
_Key = tuple[UUID, str]  # an account and a currency


@dataclass(frozen=True, slots=True)
class Move:
    """A payment seen from one account: more than nought is money in."""

    payment_id: UUID
    account_id: UUID
    other_id: UUID
    on: date
    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class _Sum:
    """How many moves an account had in a currency on one day, and what they come to."""

    key: _Key
    count: int
    minor: int


class Moves:
    """All moves of some accounts of a case, oldest first; the database keeps and counts them."""

    def __init__(self, work: Work, case: Case, accounts: Collection[UUID]) -> None:
        self._session, self._case, self._accounts = work.session, case, tuple(accounts)
        self._told = self._both()
        told = self._told.c
        self._order = (told.paid_on, told.second, told.external_id, told.payment_id, told.sign)
        self._days = self._by_day()

    def _both(self) -> Subquery:
        """A payment between two of the accounts stands in it twice, once for each."""
        sides = ((Payment.from_id, Payment.to_id, -1), (Payment.to_id, Payment.from_id, 1))
        return union_all(*(self._side(*side) for side in sides)).subquery("move")

    def _side(self, account: Any, other: Any, sign: int) -> Select[Any]:
        return select(
            Payment.id.label("payment_id"),
            account.label("account_id"),
            other.label("other_id"),
            Payment.paid_on.label("paid_on"),
            func.coalesce(Payment.second_of_day, 0).label("second"),
            Payment.external_id.label("external_id"),
            (sign * Payment.amount_minor).label("minor"),
            Payment.currency.label("currency"),
            literal(sign).label("sign"),
        ).where(Payment.case_id == self._case.id, account.in_(self._accounts))

    def _by_day(self) -> dict[date, list[_Sum]]:
        """Count and sum for each day, account and currency, which one look gives for all pages."""
        told = self._told.c
        key = (told.paid_on, told.account_id, told.currency)
        rows = select(*key, func.count(), func.sum(told.minor)).group_by(*key)
        found: dict[date, list[_Sum]] = {}
        for day, account, currency, count, minor in self._session.execute(rows.order_by(key[0])):
            found.setdefault(day, []).append(_Sum((account, currency), count, int(minor)))
        return found

    def count(self) -> int:
        """How many there are."""
        return sum(each.count for sums in self._days.values() for each in sums)

    def _from(self, first: int) -> tuple[date, int]:
        """The day on which the one with this number falls, and its number within that day."""
        for day, sums in self._days.items():
            of_day = sum(each.count for each in sums)
            if first < of_day:
                return day, first
            first -= of_day
        return date.max, 0

    def part(self, first: int, count: int) -> list[Move]:
        """So many of them from the one with this number, counted from nought."""
        begin, skipped = self._from(first)
        end, _ = self._from(first + count - 1)
        told = self._told.c
        columns = (told.payment_id, told.account_id, told.other_id)
        rows = select(*columns, told.paid_on, told.minor, told.currency)
        rows = rows.where(told.paid_on.between(begin, end)).order_by(*self._order)
        return [Move(*row) for row in self._session.execute(rows.offset(skipped).limit(count))]

    def among(self, payments: Collection[str]) -> set[str]:
        """Which of these payments are theirs."""
        told = self._told.c.payment_id
        return {
            str(found)
            for chosen in _chunks(payments)
            for found in self._session.scalars(select(told).where(told.in_(chosen)))
        }

    def places(self, payments: Collection[str]) -> list[int]:
        """The numbers, from nought, under which these payments stand."""
        number = (func.row_number().over(order_by=self._order) - 1).label("number")
        ranked = select(self._told.c.payment_id, number).subquery("ranked")
        return sorted(
            place
            for chosen in _chunks(payments)
            for place in self._session.scalars(
                select(ranked.c.number).where(ranked.c.payment_id.in_(chosen))
            )
        )

    def balances(self, first: int, shown: Collection[Move]) -> list[Balance]:
        """The balance after each of those shown, which begin at this number.

        What came before is carried in as a sum for each day: the bank's own balances begin to
        count on a day, and within one no order matters to them.
        """
        stated, before = self._stated(), self._before(first)
        waiting: dict[_Key, Iterator[Balance]] = {}
        for key in {(move.account_id, move.currency) for move in shown}:
            carried = before.get(key, [])
            own = [(m.on, m.minor) for m in shown if (m.account_id, m.currency) == key]
            after = balances([*carried, *own], stated.get(key, ()))
            waiting[key] = iter(after[len(carried) :])
        return [next(waiting[move.account_id, move.currency]) for move in shown]

    def _before(self, first: int) -> dict[_Key, list[tuple[date, int]]]:
        """What moved before this number: a sum for each account, currency and day."""
        begin, skipped = self._from(first)
        found: dict[_Key, list[tuple[date, int]]] = {}
        for day, sums in self._days.items():
            for each in sums if day < begin else ():
                found.setdefault(each.key, []).append((day, each.minor))
        for key, minor in self._on(begin, skipped):
            found.setdefault(key, []).append((begin, minor))
        return found

    def _on(self, day: date, count: int) -> Iterator[tuple[_Key, int]]:
        """The sums of the first so many moves of a day."""
        told = self._told.c
        rows = select(told.account_id, told.currency, told.minor).where(told.paid_on == day)
        earlier = rows.order_by(*self._order).limit(count).subquery("earlier")
        key = (earlier.c.account_id, earlier.c.currency)
        found = select(*key, func.sum(earlier.c.minor)).group_by(*key)
        for account, currency, minor in self._session.execute(found):
            yield (account, currency), int(minor)

    def _stated(self) -> dict[_Key, list[Stated]]:
        """What the bank says of each account, each currency by itself."""
        rows = select(Statement).where(
            Statement.case_id == self._case.id, Statement.account_id.in_(self._accounts)
        )
        found: dict[_Key, list[Stated]] = {}
        for row in self._session.scalars(rows.options(lazyload("*"))):
            one = Stated(row.opens_on, row.closes_on, row.opening_minor, row.closing_minor)
            found.setdefault((row.account_id, row.currency), []).append(one)
        return found


def _chunks(payments: Iterable[str]) -> Iterator[list[UUID]]:
    ids = [UUID(each) for each in payments]
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
