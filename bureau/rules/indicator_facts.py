"""What is established about a screening, as far as the indicators look at it; euro in cents."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bureau.rules.figures import NO_FIGURES, Figures
from bureau.rules.indicator_people import (
    Conclusion,
    Delivery,
    EndedRole,
    Front,
    Leader,
    Purchase,
    RelatedSale,
    Rent,
    TitleHolder,
    Works,
)
from bureau.rules.money import Money
from bureau.rules.schema import Texts
from bureau.rules.vocabulary import Language


class LenderKind(StrEnum):
    """What sort of party lends money or holds a mortgage."""

    PERSON = "person"
    BANK = "bank"
    COMPANY = "company"
    OPERATOR = "operator"
    BREWERY = "brewery"
    LANDLORD = "landlord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """A loan as the contract and the bank statements show it."""

    lender: str
    kind: LenderKind
    amount: int
    evidenced_means: int | None = None
    has_contract: bool = False
    contract_on: date | None = None
    first_payment_on: date | None = None
    interest: Decimal | None = None
    has_security: bool = False
    has_schedule: bool = False
    repaid: int = 0
    gives_control: bool = False
    abroad: bool | None = None
    files_accounts: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment for takeover, rent, building or a loan, and who should have made it."""

    payer: str
    amount: int
    expected_payers: frozenset[str] = frozenset()
    in_cash: bool = False


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """Money that left a party and came back: amounts in cents, and the days it took."""

    left: int
    returned: int
    days: int


@dataclass(frozen=True, slots=True)
class FinanceVersion:
    """One version of the statement of financing (Q02)."""

    total: int
    lenders: frozenset[str]
    origins: frozenset[str] = frozenset()
    explained: bool = False


@dataclass(frozen=True, slots=True)
class ControlPath:
    """A chain of control upwards: its links, and whether it ends at a natural person."""

    links: int
    reaches_person: bool
    abroad: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a company somebody holds, in per cent, as declared and as registered."""

    holder: str
    declared: Decimal
    registered: Decimal


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale in the land register; the deed tells whether there was a delivery of its own."""

    property: str
    on: date
    price: int
    deed: str = ""
    index_factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Valued:
    """A property with its price and its value by valuation or WOZ."""

    property: str
    price: int
    value: int


@dataclass(frozen=True, slots=True)
class Mortgage:
    """A mortgage on a property; `abroad` is about where the lender is established."""

    property: str
    holder: str
    kind: LenderKind
    amount: int
    price: int
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Lease:
    """Who lets a property and who owns it."""

    property: str
    landlord: str
    owner: str
    has_mandate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFacts:
    """The facts; None is not established, an empty tuple is established to be none."""

    today: date

    own_funds: int | None = None
    evidenced_origins: tuple[int, ...] | None = None
    stated_origins: tuple[int, ...] | None = None
    net_income: int | None = None
    years_saved: int | None = None
    total_investment: int | None = None
    equity: int | None = None
    evidenced_debt: int | None = None
    declared_debts: int | None = None
    known_debts: int | None = None
    loans: tuple[Loan, ...] | None = None
    payments: tuple[Payment, ...] | None = None
    round_trips: tuple[RoundTrip, ...] | None = None
    finance_versions: tuple[FinanceVersion, ...] | None = None

    application_on: date | None = None
    control_paths: tuple[ControlPath, ...] | None = None
    shares: tuple[Share, ...] | None = None
    company_changes: tuple[date, ...] | None = None
    entities_at_address: int | None = None
    domicile_provider: bool | None = None
    active_roles: int | None = None
    sectors: int | None = None
    operators_since: tuple[date, ...] | None = None

    sales: tuple[Sale, ...] | None = None
    valued: tuple[Valued, ...] | None = None
    mortgages: tuple[Mortgage, ...] | None = None
    leases: tuple[Lease, ...] | None = None
    properties_declared: int | None = None
    properties_found: int | None = None

    gaps_open: int | None = None
    supplement_lapsed: bool = False
    building_sum: int | None = None
    policy_threshold: int | None = None
    tips: int | None = None
    finance_question_on: date | None = None
    withdrawn_on: date | None = None

    figures: Figures = NO_FIGURES
    ended_roles: tuple[EndedRole, ...] | None = None
    conclusions: tuple[Conclusion, ...] | None = None
    fronts: tuple[Front, ...] | None = None
    managers: tuple[Leader, ...] | None = None
    authorised: frozenset[str] | None = None
    records_declared: int | None = None
    works: tuple[Works, ...] | None = None
    deliveries: tuple[Delivery, ...] | None = None
    purchases: tuple[Purchase, ...] | None = None
    related_sales: tuple[RelatedSale, ...] | None = None
    title_holders: tuple[TitleHolder, ...] | None = None
    rents: tuple[Rent, ...] | None = None


Input = str | Texts


@dataclass(frozen=True, slots=True)
class Measured:
    """Whether an indicator fired, and the inputs that its sentence names."""

    fired: bool
    inputs: tuple[tuple[str, Input], ...] = ()


def measured(fired: bool, **inputs: object) -> Measured:
    """A result whose inputs are written as text."""
    shown = ((n, v if isinstance(v, Texts) else str(v)) for n, v in inputs.items())
    return Measured(fired, tuple(shown))


def euros(cents: int) -> Texts:
    """An amount in euro cents, written as people write it."""
    amount = Money(cents)
    return Texts(amount.display(Language.NL), amount.display(Language.EN))


def percent(share: Decimal) -> str:
    """A share as a whole percentage."""
    return f"{share * 100:.0f}%"


def months_between(first: date, last: date) -> int:
    """Full months from one day to another; negative never, nought at the least."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(months - (last.day < first.day), 0)
