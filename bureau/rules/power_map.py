"""Who decides, can force, can veto, advises or is informed: subjects, and the order of voices."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bureau.rules.tables import Row, Table, Texts, table

BASIS = "WGS 1.3(4)"
# The letter of each place in the drawing, beside its shape.
LETTERS = {
    "nothing": Texts("-", "-"),
    "informed": Texts("I", "I"),
    "advises": Texts("A", "A"),
    "vetoes": Texts("V", "V"),
    "forces": Texts("D", "F"),
    "decides": Texts("B", "D"),
}


class PowerPlace(StrEnum):
    """What an organisation can do about a subject, the least power first."""

    NOTHING = "nothing"
    INFORMED = "informed"
    ADVISES = "advises"
    VETOES = "vetoes"
    FORCES = "forces"
    DECIDES = "decides"

    @property
    def weight(self) -> int:
        """How much power it is; the weakest speaks first."""
        return tuple(PowerPlace).index(self)

    @property
    def letter(self) -> Texts:
        """Its letter in the drawing."""
        return LETTERS[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerSubject(Row):
    """Something that is decided, and what kinds of organisation can do about it by law."""

    name: Texts
    decides: tuple[str, ...]
    forces: tuple[str, ...]
    vetoes: tuple[str, ...]
    advises: tuple[str, ...]

    def place(self, kind: str) -> PowerPlace:
        """What this kind of organisation can do; whom no row names is informed."""
        named = {
            PowerPlace.DECIDES: self.decides,
            PowerPlace.FORCES: self.forces,
            PowerPlace.VETOES: self.vetoes,
            PowerPlace.ADVISES: self.advises,
        }
        return next((each for each, kinds in named.items() if kind in kinds), PowerPlace.INFORMED)


class MapFault(StrEnum):
    """What is to be pointed out of a subject."""

    NOBODY = "nobody_decides"
    SEVERAL = "several_decide"
    OPEN = "places_open"


def subjects() -> Table[PowerSubject]:
    """The subjects, in the order of the map."""
    return table("power_subjects", PowerSubject)


def faults(places: Iterable[PowerPlace | None]) -> tuple[MapFault, ...]:
    """What is to be pointed out of one subject, of the places of all parties."""
    found = list(places)
    deciding = found.count(PowerPlace.DECIDES)
    told = {
        MapFault.NOBODY: deciding == 0 and None not in found,
        MapFault.SEVERAL: deciding > 1,
        MapFault.OPEN: None in found,
    }
    return tuple(fault for fault, holds in told.items() if holds)


def known(code: str, on: date) -> PowerSubject | None:
    """The subject with this code, if there is one."""
    return subjects().find(code, on)
