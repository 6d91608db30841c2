"""The two regimes of a partnership case: the municipality's own tasks, or joint processing."""

from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules import sharing
from bureau.rules.tables import Row, Table, Texts, table

MUNICIPAL, JOINT = "MUNICIPAL", "RIEC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Row):
    """What a partnership case is for, and what it lets other bodies do in it.

    `law` is the same regime as the table of sharing knows it; where the house works `alone`, no
    other body says with it why a phase is necessary.
    """

    name: Texts
    purpose: Texts
    may: Texts
    may_not: Texts
    others_at_persons: bool
    partner_data: bool
    agreement: bool
    law: sharing.Regime
    alone: bool = False


@dataclass(frozen=True, slots=True)
class RegimeChoice:
    """The regime under which a partnership case is opened, why, and on which basis."""

    regime: str
    reason: str = ""
    basis: str = ""


def regimes() -> Table[Regime]:
    """The regimes, by code."""
    return table("regimes", Regime)


def insist_seat(regime: Regime, organisation: str) -> None:
    """Stop unless the regime lets another body sit where a person is discussed."""
    if not regime.others_at_persons:
        raise NotAllowed(
            "{organisation} has no seat at an item about persons: this case is handled under the"
            " {regime} regime ({basis}).",
            where={"field": "seats", "guard": "regime", "basis": regime.basis},
            hint="Put the item on the agenda without persons, or open a case for joint processing.",
            organisation=organisation,
            regime=regime.name,
            basis=regime.basis,
        )


def insist_partner_data(regime: Regime, organisation: str) -> None:
    """Stop unless the regime lets data of another body come into the case."""
    if not regime.partner_data:
        raise NotAllowed(
            "Nothing of {organisation} comes into this case: it is handled under the {regime}"
            " regime ({basis}).",
            where={"guard": "regime", "basis": regime.basis},
            hint="Open a case for joint processing and bring it in there, in its phase.",
            organisation=organisation,
            regime=regime.name,
            basis=regime.basis,
        )


def regime_of(code: str, on: date) -> Regime:
    """The regime of a partnership case; one from before there was a choice is joint."""
    return regimes().row(code or JOINT, on)
