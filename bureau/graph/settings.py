"""Parameters of patterns: named, bounded and exact, so that a run can be repeated to the cent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from bureau.errors import N_, Invalid
from bureau.graph.values import Number

_LONGEST = 32  # characters; more is no number a person would set


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number a pattern takes, both bounds included."""

    least: str
    most: str
    whole: bool = False


class Settings(Mapping[str, Fraction]):
    """Checked parameters of one run as exact fractions."""

    def __init__(self, values: Mapping[str, Fraction]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> Fraction:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def seconds(self, name: str, unit: int) -> int:
        """A length of time in whole seconds; `unit` is the seconds in one of what was given."""
        return int(self[name] * unit)


def checked(
    pattern: str, allowed: Mapping[str, Parameter], given: Mapping[str, Number]
) -> Settings:
    """The given parameters as exact numbers, or an Invalid that says which may be given."""
    names = ", ".join(sorted(allowed))
    if unknown := sorted(set(given) - set(allowed)):
        raise Invalid(
            "Pattern {pattern} has no parameter {name}.",
            where={"pattern": pattern},
            hint="Allowed: {names}.",
            names=names,
            pattern=pattern,
            name=unknown[0],
        )
    if missing := sorted(set(allowed) - set(given)):
        raise Invalid(
            "Pattern {pattern} needs a value for {name}.",
            where={"pattern": pattern},
            hint="Needed: {names}.",
            names=names,
            pattern=pattern,
            name=missing[0],
        )
    return Settings({name: _bounded(pattern, name, allowed[name], given[name]) for name in allowed})


def _bounded(pattern: str, name: str, rule: Parameter, given: Number) -> Fraction:
    value = _exact(pattern, name, given)
    kind = N_("a whole number") if rule.whole else N_("a number")
    if not Fraction(rule.least) <= value <= Fraction(rule.most) or (
        rule.whole and value.denominator != 1
    ):
        raise Invalid(
            "{name} of {pattern} must be {kind} from {least} to {most}.",
            where={"pattern": pattern, "parameter": name},
            name=name,
            pattern=pattern,
            kind=kind,
            least=rule.least,
            most=rule.most,
        )
    return value


def _exact(pattern: str, name: str, given: Number) -> Fraction:
    text = str(given)
    plain = len(text) <= _LONGEST and "/" not in text and not isinstance(given, bool)
    try:
        if plain and abs(_exponent(text)) <= _LONGEST:
            return Fraction(text)
    except ValueError:
        pass
    raise Invalid(
        "{value} is not a number that {name} of {pattern} can take.",
        where={"pattern": pattern, "parameter": name},
        value=text[:_LONGEST],
        name=name,
        pattern=pattern,
    )


def _exponent(text: str) -> int:
    # 1e999999999 is short to write and endless to compute.
    return int(text.lower().partition("e")[2] or 0)


def parse_setting(text: str) -> tuple[str, str, int | float]:
    """Pattern, parameter and value of a setting written as "UB-03.N_days=7"."""
    left, equals, right = text.partition("=")
    pattern, dot, name = left.strip().partition(".")
    if not (equals and dot and pattern and name):
        raise Invalid("{text} is not a setting.", hint="Write it as UB-03.N_days=7.", text=text)
    value = _exact(pattern, name, right.strip())
    return pattern, name, int(value) if value.denominator == 1 else float(value)
