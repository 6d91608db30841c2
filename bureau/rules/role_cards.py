"""What stands on a role card: the data that a partner may bring in a phase of its own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bureau.errors import NotAllowed
from bureau.rules.agenda import Phase
from bureau.rules.categories import Category, categories_open, data_categories
from bureau.rules.partners import PartnerKind, partners
from bureau.rules.regimes import Regime
from bureau.rules.sharing import ways

BASIS = "WGS 2.22, 2.23(6)"


@dataclass(frozen=True, slots=True)
class Bringing:
    """Who would bring data: its kind and name, in which phase, under which regime, on a day.

    `own` says that it is the organisation of the case itself.
    """

    kind: str
    organisation: str
    phase: Phase
    regime: Regime
    own: bool
    on: date


def brought(asked: Bringing) -> tuple[Category, ...]:
    """The categories of its own that somebody may bring: open in the phase, by a way of the law."""
    if not (asked.own or asked.regime.partner_data):
        return ()
    row = partners().row(asked.kind, asked.on)
    open_now = categories_open(asked.phase.number, asked.on)
    return tuple(each for each in open_now if _its_own(each, row, asked))


def insist_brought(codes: Collection[str], asked: Bringing) -> None:
    """Stop unless all these categories may be brought; raises NotAllowed with the article."""
    allowed = brought(asked)
    names = {row.code for row in allowed}
    if strange := next((code for code in codes if code not in names), None):
        row = data_categories().row(strange, asked.on)
        raise NotAllowed(
            "{organisation} brings no {category} in phase {phase} ({basis}).",
            where={"field": "categories", "guard": "category", "basis": row.basis},
            hint="Leave this category off the card; once a later phase is open, write a new"
            " version. Open to it now: {names}.",
            organisation=asked.organisation,
            category=row.name,
            phase=asked.phase.number,
            basis=f"{BASIS}; {row.basis}",
            names=", ".join(each.code for each in allowed) or "-",
        )


def _its_own(category: Category, row: PartnerKind, asked: Bringing) -> bool:
    """Whether it comes from this kind, which may bring data on persons in the phase."""
    if category.result or not category.comes_from(row.code):
        return False
    early = not 0 < row.first_phase <= asked.phase.number
    if category.personal and not asked.own and (early or not row.participant):
        return False
    return any(
        way.regime is asked.regime.law and category.code in way.categories and way.starts_at(row)
        for way in ways().on(asked.on)
    )
