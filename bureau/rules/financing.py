"""The arithmetic of a table of sources and uses: exact to the cent, shares that make the whole."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

TENTHS = 1000  # of a per cent, so that a share has one decimal


class Side(StrEnum):
    """Where money comes from, or what it is used for."""

    SOURCE = "source"
    USE = "use"


class LineKind(StrEnum):
    """What a line of the financing is about; loans and purchases are deals of their own."""

    OWN = "own"
    GIFT = "gift"
    SUBSIDY = "subsidy"
    SUPPLIER = "supplier"
    CREDIT = "credit"
    CROWD = "crowd"
    TAKEOVER = "takeover"
    BUILDING = "building"
    RENOVATION = "renovation"
    INVENTORY = "inventory"
    DEPOSIT = "deposit"
    COSTS = "costs"
    OTHER = "other"


SOURCES = (
    *(LineKind.OWN, LineKind.GIFT, LineKind.SUBSIDY, LineKind.SUPPLIER, LineKind.CREDIT),
    *(LineKind.CROWD, LineKind.OTHER),
)
USES = (
    *(LineKind.TAKEOVER, LineKind.BUILDING, LineKind.RENOVATION, LineKind.INVENTORY),
    *(LineKind.DEPOSIT, LineKind.COSTS, LineKind.OTHER),
)


class LineStanding(StrEnum):
    """How a line stands: said, borne out by a document, contradicted, or checked at the source."""

    GIVEN = "given"
    EVIDENCED = "evidenced"
    CONTRADICTORY = "contradictory"
    VERIFIED = "verified"


SHOWN = (LineStanding.EVIDENCED, LineStanding.VERIFIED)


def running(amounts: Iterable[int]) -> tuple[int, ...]:
    """The total after each amount."""
    return tuple(accumulate(amounts))


def shares(amounts: Sequence[int]) -> tuple[Decimal, ...]:
    """The part of the whole in per cent, with one decimal, that add up to exactly one hundred.

    What rounding leaves over goes to the largest remainders; without a whole all are nought.
    """
    whole = sum(amounts)
    if whole <= 0:
        return tuple(Decimal(0) for _ in amounts)
    floors = [amount * TENTHS // whole for amount in amounts]
    left = sorted(range(len(amounts)), key=lambda at: (-(amounts[at] * TENTHS % whole), at))
    for at in left[: TENTHS - sum(floors)]:
        floors[at] += 1
    return tuple(Decimal(tenths) / 10 for tenths in floors)
