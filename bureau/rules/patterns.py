"""The patterns a person may have looked for in one case, with their innocent explanations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType

from bureau.errors import N_, Invalid
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, remembered, table

_HIGHEST = Decimal(10) ** 12
_SHARES = ("share", "probability")
_COUNTED = (
    *("days", "hours", "years", "payments", "people", "places", "deposits", "peers", "features"),
    *("observations", "parties", "accounts"),
)
OWN_FILE = 0  # no phase of the partnership: what the authority itself holds
FAMILIES = ("settlement", "cash", "agents", "trade", "property", "structure")


class Seen(StrEnum):
    """How far the behaviour was read in a source: in full, in part, or only from memory."""

    READ = "read"
    PART = "part"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of a pattern that may be set otherwise, with the reason of its default."""

    name: str
    default: Decimal
    unit: str
    reason: Texts


@dataclass(frozen=True, slots=True)
class Innocent:
    """An innocent explanation that a person must answer before a hit is used."""

    code: str
    text: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Row):
    """A behaviour that can be looked for; `phases` are those in which its data may be used.

    A hit of a pattern with `victim_check` may point at somebody who is used: that is asked first.
    One that is `graph_only` never leaves the page of the graph by itself. `leaves_out` says
    which regulated hubs the search passes over, and why. `own_file` names the indicator of the
    screening that asks for the same in the authority's own file, which opens that file to it.
    """

    version: int
    group: str
    name: Texts
    description: Texts
    needs: Texts
    formal: str
    phases: tuple[int, ...]
    seen: Seen
    typical_source: Texts
    parameters: tuple[Parameter, ...]
    innocents: tuple[Innocent, ...]
    victim_check: bool = False
    graph_only: bool = False
    leaves_out: Texts = NO_TEXTS
    own_file: str = ""

    @property
    def id(self) -> str:
        """The code under which the pattern is known: UB-03."""
        return self.code

    @property
    def in_own_file(self) -> bool:
        """Whether the authority may look for it in its own file (Wet Bibob 7a)."""
        return OWN_FILE in self.phases or bool(self.own_file)

    @property
    def lowest_phase(self) -> int:
        """The first phase of the partnership in which it may be looked for (WGS 2.22, 2.23).

        What needs nothing but the authority's own file may be looked for from phase 1.
        """
        return min((phase for phase in self.phases if phase != OWN_FILE), default=1)

    def defaults(self) -> Mapping[str, Decimal]:
        """The numbers as they stand in the table."""
        return MappingProxyType({item.name: item.default for item in self.parameters})

    def with_set(self, chosen: Mapping[str, str]) -> Mapping[str, Decimal]:
        """The defaults with `chosen` put in their place; raises Invalid for what cannot be."""
        values = dict(self.defaults())
        for name, text in chosen.items():
            if name not in values:
                raise _wrong(self.code, name, N_("Known: {names}."), names=", ".join(values))
            parameter = next(item for item in self.parameters if item.name == name)
            values[name] = _number(self.code, parameter, text)
        return MappingProxyType(values)


@remembered
def patterns() -> Table[Pattern]:
    """The whole catalogue, family after family, in order of code."""
    rows = (row for family in FAMILIES for row in table(f"patterns_{family}", Pattern))
    return Table("patterns", tuple(sorted(rows, key=lambda row: row.code)))


def pattern(code: str, on: date) -> Pattern:
    """The pattern `code`; raises NotFound."""
    return patterns().row(code, on)


def _number(code: str, parameter: Parameter, text: str) -> Decimal:
    """A number above nought; whole where counted, at most one where it is a share."""
    name = parameter.name
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise _wrong(code, name, N_("Give a number with a point.")) from None
    if not value.is_finite() or not 0 < value <= _HIGHEST:
        raise _wrong(code, name, N_("Give a number above zero."))
    if parameter.unit in _SHARES and value > 1:
        raise _wrong(code, name, N_("Give a part of one, such as 0.25."))
    if parameter.unit in _COUNTED and value != value.to_integral_value():
        raise _wrong(code, name, N_("Give a whole number."))
    return value


def _wrong(code: str, name: str, hint: str, **params: object) -> Invalid:
    return Invalid(
        "The parameter {name} of {pattern} cannot be set so.",
        where={"path": f"{code}.{name}"},
        hint=hint,
        name=name,
        pattern=code,
        **params,
    )
