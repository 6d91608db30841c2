"""What is brought to an agenda item stands in the sharing register, until it is recalled there."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from bureau.model import AgendaItem, Case, Contribution, Disclosure, Seat
from bureau.operations import _disclosed_facts, _disclosing
from bureau.rules import house_terms
from bureau.rules.events import EventKind
from bureau.work import Work

LEFT_OUT = "left out by who brought it"


def enter(
    work: Work,
    case: Case,
    item: AgendaItem,
    row: Contribution,
    way: str,
    bases: Mapping[UUID, str],
) -> None:
    """An entry for each organisation that reads `row` (`bases`: by which articles) and has none.

    An organisation that reads it no more is told that it was recalled.
    """
    work.session.flush()
    seats = {seat.user.organisation_id: seat for seat in item.seats}
    given = {each.to_id: each for each in _entries(work, row)}
    number = _disclosing.next_number(work, case)
    fresh = sorted(bases.keys() - given.keys(), key=str)
    for place, body in enumerate(fresh):
        made = _entry(work, row, way, seats[body])
        made.number, made.basis = number + place, f"{bases[body]}; {row.basis}"
        made.purpose = item.meeting.purpose
        keys = [f"entity:{key}" for key in row.facts]
        made.facts = _disclosed_facts.chosen(work, case, keys, row.category)
        work.session.add(made)
        told = {"category": made.category, "way": way, "facts": len(made.facts)}
        work.record(EventKind.DISCLOSURE_MADE, made, **told)
    for body in given.keys() - bases.keys():
        _disclosing.take_back(work, given[body], LEFT_OUT)


def recall(work: Work, row: Contribution) -> None:
    """Recall with a contribution what stands in the register of it."""
    for entry in _entries(work, row):
        _disclosing.take_back(work, entry, row.recall_reason)


def _entries(work: Work, row: Contribution) -> list[Disclosure]:
    """The entries of a contribution that hold."""
    query = select(Disclosure).where(
        Disclosure.contribution_id == row.id, Disclosure.recalled_on.is_(None)
    )
    return list(work.session.scalars(query.order_by(Disclosure.number)))


def _entry(work: Work, row: Contribution, way: str, seat: Seat) -> Disclosure:
    """One entry without the words of the contribution; what it was needed for is the seat's."""
    return Disclosure(
        case_id=row.case_id,
        from_id=row.organisation_id,
        to_id=seat.user.organisation_id,
        category=row.category,
        way=way,
        met=[],
        ground="",
        says="",
        necessity=seat.admitted_because,
        phase=row.phase,
        item_id=row.item_id,
        contribution_id=row.id,
        decided_in="",
        given_on=work.today,
        review_on=house_terms.last_day("sharing_review", work.today),
        by_id=work.actor.id,
        at=work.now,
    )
