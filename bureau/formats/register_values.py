"""What the company register and the land register answered, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bureau.formats.values import FileWarning
from bureau.rules.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class AddressRecord:
    """An address as the register gives it; a protected one has its kind and nothing else."""

    kind: str
    full: str = ""
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
    country: str = ""
    number_id: str = ""
    protected: bool = False


@dataclass(frozen=True, slots=True)
class ActivityRecord:
    """A business activity by its SBI code."""

    code: str
    description: str
    main: bool


@dataclass(frozen=True, slots=True)
class CompanyRecord:
    """A company or branch; numbers are text, so that leading zeros stay. Dates may be partial."""

    path: str
    profile: str
    kvk: str
    name: str
    rsin: str = ""
    branch: str = ""
    branch_kind: str = ""
    statutory_name: str = ""
    trade_names: Sequence[str] = ()
    legal_form: str = ""
    registered_on: str = ""
    started_on: str = ""
    ended_on: str = ""
    employees: int | None = None
    addresses: Sequence[AddressRecord] = ()
    activities: Sequence[ActivityRecord] = ()


@dataclass(frozen=True, slots=True)
class PropertyRecord:
    """A parcel or apartment right; area in square metres, price in whole cents of euro."""

    path: str
    number: str
    kind: str
    designation: str
    area_m2: Decimal | None = None
    area_kind: str = ""
    addresses: Sequence[AddressRecord] = ()
    price_minor: int | None = None
    price_year: int | None = None
    price_covers_more: bool = False
    rights: Sequence[str] = ()
    mortgages: Sequence[str] = ()
    attachments: Sequence[str] = ()
    restrictions: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RightRecord:
    """Who holds which right; `share` is (numerator, denominator), never a rounded fraction.

    `holder_type` is the land register's own word; for an ingeschreven_natuurlijk_persoon
    `holder_id` is a BSN. `canon_minor` is the ground rent of a year in minor units.
    """

    path: str
    number: str
    property: str
    kind: str
    share: tuple[int, int] | None
    holder_kind: EntityKind
    holder_type: str
    holder_id: str
    holder: str
    protected: bool = False
    from_on: str = ""
    canon_minor: int | None = None
    canon_currency: str = ""
    canon_kind: str = ""
    canon_bought_off_until: str = ""
    deeds: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """One answer of a register; `request` is the address that was asked, where it is known."""

    format: str
    request: str = ""
    companies: Sequence[CompanyRecord] = ()
    properties: Sequence[PropertyRecord] = ()
    rights: Sequence[RightRecord] = ()
    found: int = 0
    warnings: Sequence[FileWarning] = field(default=())

    @property
    def empty(self) -> bool:
        """Whether the register knows nothing that fits; that is an answer too."""
        return not (self.companies or self.properties or self.rights)

    @property
    def totals(self) -> Mapping[str, Any]:
        """Counts per kind of record, and how many the register says there are."""
        return {
            "companies": len(self.companies),
            "properties": len(self.properties),
            "rights": len(self.rights),
            "found": self.found,
        }
