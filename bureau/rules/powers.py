"""The powers of organisations: which are theirs, and which one an action rests on."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.errors import Invalid
from bureau.rules.partners import partners
from bureau.rules.tables import Row, Table, Texts, table

BASIS = "WGS 1.3(4)"
SEVERAL = (";", "\n")  # what parts several powers in one line
_WORD = re.compile(r"\w+(?:[.:/-]\w+)*")
_IDLE = frozenset({"art", "artikel", "artikelen", "lid"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Row):
    """A power of some kinds of organisation; `words` are how its articles are written."""

    kinds: tuple[str, ...]
    name: Texts
    words: tuple[str, ...]

    def named_in(self, text: str) -> bool:
        """Whether a text names an article of this power."""
        said = _plain(text)
        return any(f" {word} " in said for word in self.words)


class PowerFault(StrEnum):
    """What is wrong with the power of an action."""

    MISSING = "power_missing"
    SEVERAL = "power_several"
    UNLISTED = "power_unlisted"
    FOREIGN = "power_foreign"
    BEYOND = "power_beyond"


def powers() -> Table[Power]:
    """Every power, in the order of the file."""
    return table("powers", Power)


def powers_of(kind: str, on: date) -> tuple[Power, ...]:
    """The powers of one kind of organisation."""
    return tuple(row for row in powers().on(on) if kind in row.kinds)


def named(text: str, on: date) -> tuple[Power, ...]:
    """The powers whose articles a text names."""
    return tuple(row for row in powers().on(on) if row.named_in(text))


def single(text: str, on: date) -> bool:
    """Whether a text names one power; of what the table does not know, whether it is no list."""
    if rows := named(text, on):
        return len(rows) == 1
    return bool(text.strip()) and not any(each in text.strip() for each in SEVERAL)


def traceable(text: str, on: date) -> bool:
    """Whether a text can be looked up: a power of the table, or at least a number of an article."""
    return bool(named(text, on)) or any(letter.isdigit() for letter in text)


def fault(text: str, kind: str, card: Collection[str] | None, on: date) -> PowerFault | None:
    """What is wrong with the power of an action of this kind of organisation, if anything.

    `card` are the powers on its role card, None where it has none: then only what holds without
    a card is looked at.
    """
    if not text.strip():
        return PowerFault.MISSING
    rows = named(text, on)
    own = [row for row in rows if kind in row.kinds]
    if not single(text, on):
        return PowerFault.SEVERAL
    if not own:
        return PowerFault.FOREIGN if rows else PowerFault.UNLISTED
    return PowerFault.BEYOND if card is not None and own[0].code not in card else None


def insist_own(codes: Collection[str], kind: str, organisation: str, on: date) -> None:
    """Stop unless all these powers are those of this kind of organisation, at least one."""
    own = powers_of(kind, on)
    names = ", ".join(row.basis for row in own) or "-"
    known = {row.code for row in own}
    if strange := next((code for code in codes if code not in known), None):
        row = powers().find(strange, on)
        raise Invalid(
            "{power} is no power of {organisation}: taking part changes nobody's powers ({basis}).",
            where={"field": "powers", "guard": "power", "basis": BASIS},
            hint="Powers of a {kind}: {names}. For another power, ask the body that has it.",
            power=row.name if row else strange[:40],
            organisation=organisation,
            basis=BASIS,
            kind=partners().row(kind, on).name,
            names=names,
        )
    if own and not codes:
        raise Invalid(
            "Say which power {organisation} uses in this case ({basis}).",
            where={"field": "powers", "guard": "power", "basis": BASIS},
            hint="Choose at least one of: {names}.",
            organisation=organisation,
            basis=BASIS,
            names=names,
        )


def _plain(text: str) -> str:
    words = (word for word in _WORD.findall(text.casefold()) if word not in _IDLE)
    return f" {' '.join(words)} "
