"""What is established about the people and the estate around a screening, for the indicators."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedRole:
    """Somebody who led or owned the company and left, with what he still did after that day."""

    person: str
    on: date
    paid_after: bool = False
    received_after: bool = False
    seen_after: bool = False


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A danger conclusion or closure at a party, and its steps from the person concerned."""

    party: str
    distance: int | None


@dataclass(frozen=True, slots=True)
class Front:
    """A person who stands in several open cases, and how many circles of financiers these have.

    A case of which no financier is known counts for none.
    """

    person: str
    cases: int
    financiers: int


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody declared to lead the business, with the age in full years where it is known."""

    person: str
    age: int | None = None


@dataclass(frozen=True, slots=True)
class Works:
    """Works at a property: permitted or seen on a day."""

    property: str
    on: date


@dataclass(frozen=True, slots=True)
class Delivery:
    """The day on which a property passed to its buyer."""

    property: str
    on: date


@dataclass(frozen=True, slots=True)
class Purchase:
    """One property that somebody bought."""

    buyer: str
    on: date


@dataclass(frozen=True, slots=True)
class RelatedSale:
    """A sale with the steps between buyer and seller, its price and the value; euro in cents."""

    property: str
    distance: int | None
    price: int
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleHolder:
    """Who holds the title to a property, and whether a natural person is seen to control it."""

    property: str
    holder: str
    foundation: bool = False
    abroad: bool = False
    has_controller: bool = False


@dataclass(frozen=True, slots=True)
class Rent:
    """A yearly rent for each square metre beside what is usual; euro in cents."""

    property: str
    for_metre: int
    low: int
    high: int
