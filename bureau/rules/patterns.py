"""The patterns a person may have looked for in one case, with their innocent explanations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType

from bureau.errors import N_, Invalid
from bureau.rules.tables import Row, Table, Texts, table

_HIGHEST = Decimal(10) ** 12
_SHARES = ("share", "probability")
_COUNTED = ("days", "hours", "payments")


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
    """A behaviour that can be looked for; `phases` are those in which its data may be used."""

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

    @property
    def id(self) -> str:
        """The code under which the pattern is known: UB-03."""
        return self.code

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


def patterns() -> Table[Pattern]:
    """The patterns of this part."""
    return table("patterns", Pattern)


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
