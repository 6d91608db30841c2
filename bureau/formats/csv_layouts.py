"""The header layouts that payments-csv knows: each maps columns by name, none is guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bureau.errors import Invalid
from bureau.formats.guard import shorten

REQUIRED = ("id", "date", "amount", "currency", "from_account", "to_account")
OPTIONAL = ("time", "from_name", "to_name", "reference", "kind")
_FIELDS = (*REQUIRED, *OPTIONAL)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column says what; `prefixes` names columns that make an account number unique.

    A layout with `exact` fits only a header of precisely these columns; `currency` is what is
    assumed where no column says it.
    """

    name: str
    columns: Mapping[str, str]
    exact: Sequence[str] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    currency: str = ""

    def fits(self, header: Sequence[str]) -> bool:
        """Whether this layout reads a file with that header."""
        if self.exact:
            return tuple(header) == tuple(self.exact)
        return set(REQUIRED) <= set(header)

    @property
    def used(self) -> frozenset[str]:
        """The columns that become fields; all others are kept as source fields."""
        return frozenset({*self.columns.values(), *self.prefixes.values()})


STANDARD = Layout("standard", MappingProxyType({name: name for name in _FIELDS}))
LAYOUTS: Sequence[Layout] = (
    STANDARD,
    # The transaction file of the open simulators AMLSim and AMLGentex; it has no id column.
    Layout(
        "AMLSim and AMLGentex transactions",
        MappingProxyType(
            {
                "date": "date",
                "amount": "amount",
                "from_account": "nameOrig",
                "to_account": "nameDest",
                "kind": "type",
            }
        ),
        exact=(
            *("step", "date", "type", "amount", "nameOrig", "nameDest", "bankOrig", "bankDest"),
            *("isSAR", "patternID", "pattern"),
        ),
        prefixes=MappingProxyType({"from_account": "bankOrig", "to_account": "bankDest"}),
        currency="EUR",
    ),
)


def layout_of(header: Sequence[str]) -> Layout:
    """The layout for a header; raises Invalid naming the columns that are missing."""
    for layout in LAYOUTS:
        if layout.fits(header):
            return layout
    missing = [name for name in REQUIRED if name not in header]
    raise Invalid(
        "This is no list of payments: the header lacks {missing}.",
        where={"line": 1},
        hint="Name the columns id,date,amount,currency,from_account,to_account and, if known, "
        "time,from_name,to_name,reference,kind; other columns are kept.",
        missing=", ".join(missing),
        header=shorten(", ".join(header), 200),
    )
