"""For whom a dossier can be made, and which rules keep an item out of it: dated rows."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import Invalid
from bureau.rules.tables import Row, Table, Texts, table
from bureau.rules.vocabulary import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierReader(Row):
    """A reader: the track, what the dossier is for, and the rules that apply to this reader."""

    track: Track
    name: Texts
    purpose: Texts
    sees: Texts
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithholdingRule(Row):
    """Why an item stays out; `kinds` of source and `registers` are what the rule is about.

    One `by_hand` is what a person gives as the ground for taking out words or parts of a page.
    """

    name: Texts
    ground: Texts
    kinds: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    by_hand: bool = False


def dossier_readers() -> Table[DossierReader]:
    """Every reader, the usual one of a track first."""
    return table("dossier_readers", DossierReader)


def withholding_rules() -> Table[WithholdingRule]:
    """Every rule of withholding."""
    return table("dossier_withholding", WithholdingRule)


def reader(track: Track, code: str, on: date) -> DossierReader:
    """The reader of a track by code; the usual one for none. Raises Invalid for another track's."""
    rows = [row for row in dossier_readers().on(on) if row.track is track]
    found = next((row for row in rows if row.code == code), None if code else rows[0])
    if found is None:
        raise Invalid(
            "A dossier of this track cannot be made for this reader.",
            where={"field": "reader", "track": track},
            hint="Choose one of the readers of the track.",
        )
    return found
