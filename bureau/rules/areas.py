"""What a profile of an area holds: dated statements about a place, never about persons."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from bureau.errors import Invalid
from bureau.rules.records import Asked, Choice
from bureau.rules.tables import NO_TEXTS, Row, Table, Texts, table

HIGHEST = Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class AreaField:
    """One more thing that is said with a statement; `choices` closes what can be said."""

    name: str
    text: Texts
    required: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaBlock(Row):
    """A block of the profile: its kinds of statement, and what is asked with each.

    `value` is a number with the unit of its kind; `until` a last day.
    """

    name: Texts
    help: Texts
    kinds: tuple[Choice, ...]
    units: tuple[Choice, ...] = ()
    value: Asked = Asked.NO
    until: Asked = Asked.NO
    text: Asked = Asked.NEEDED
    fields: tuple[AreaField, ...] = ()

    def kind(self, code: str) -> Texts:
        """A kind in words; the code itself where the list does not know it any more."""
        found = next((each.text for each in self.kinds if each.code == code), None)
        return found or Texts(code, code)

    def told(self, name: str, said: str) -> tuple[Texts, Texts]:
        """A field and what was said in it, in words; what no list knows stands as it is."""
        field = next((each for each in self.fields if each.name == name), None)
        if field is None:
            return Texts(name, name), Texts(said, said)
        chosen = next((each.text for each in field.choices if each.code == said), None)
        return field.text, chosen or Texts(said, said)

    def unit(self, code: str) -> Texts:
        """The unit of the number of a kind."""
        return next((each.text for each in self.units if each.code == code), NO_TEXTS)


def blocks() -> Table[AreaBlock]:
    """The blocks of a profile, in their order."""
    return table("area_blocks", AreaBlock)


def block(code: str, on: date) -> AreaBlock:
    """The block with this code; raises NotFound."""
    return blocks().row(code, on)


def number(text: str) -> Decimal:
    """A number as people write it, 12,5 or 12.5; raises Invalid."""
    bare = text.strip().replace(" ", "").replace(",", ".")
    try:
        value = Decimal(bare)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not 0 <= value <= HIGHEST:
        raise Invalid(
            "{text} is no number.",
            where={"field": "value"},
            hint="Write it as 1450 or 12,5, without a unit.",
            text=text[:40] or "-",
        )
    return value
