"""What an agency brings to an item, for whom, with its own handling code, until it recalls it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, NotFound
from bureau.model import (
    AgendaItem,
    Case,
    Contribution,
    ContributionReader,
    Entity,
    Person,
    User,
)
from bureau.operations import _contributed, _processing
from bureau.operations._agreed import insist_agreed
from bureau.operations._checks import one_of, said
from bureau.operations._held_items import NOT_BROUGHT, insist_loose
from bureau.operations._seats import insist_open, item_of, seat_of
from bureau.operations._sharing_sides import law_of
from bureau.operations._without_persons import insist_without_persons
from bureau.policy import Permission
from bureau.rules import categories, handling, sharing
from bureau.rules.agenda import Phase
from bureau.rules.events import EventKind
from bureau.rules.sharing import Regime
from bureau.work import Work

JOINT = "JOIN"
WITHOUT_PERSONS = {Regime.WGS: "NO_PERSONS", Regime.MUNICIPAL: "NO_PERSONS_OWN"}
OPEN = ("planned", "agenda_frozen", "in_session", "minutes_draft")


@dataclass(frozen=True, slots=True)
class Brought:
    """What is brought: words, parties of the case it refers to, and how far it may go."""

    text: str
    category: str
    basis: str
    handling: str = handling.USUAL
    facts: tuple[UUID, ...] = ()


def contribute(
    work: Work, case_id: UUID, item_id: UUID, brought: Brought, seats: Collection[UUID]
) -> Contribution:
    """Bring something to an item; only the own organisation and `seats` read it.

    Each that reads it stands in the register (WGS 1.5); raises NotAllowed for what may not go.
    """
    case = work.going(case_id, Permission.MEETING_READ)
    item = item_of(work, case, item_id)
    _insist_open(work, item)
    row = Contribution(
        case_id=case.id,
        organisation_id=work.actor.organisation_id,
        brought_by_id=work.actor.id,
        brought_at=work.now,
        text=said(brought.text, "text"),
        facts=[str(each) for each in _facts(work, case, item, brought.facts)],
        handling=one_of(brought.handling, "handling", handling.handling_codes().codes()),
        category=one_of(brought.category, "category", categories.data_categories().codes()),
        phase=item.phase,
        basis=said(brought.basis, "basis", 500),
    )
    _insist_bare(work, case, row)
    row.readers = _readers(work, case, item, seats)
    bases = _insist_lawful(work, item, row.category, row.readers)
    row.item = item
    work.session.add(row)
    work.record(EventKind.CONTRIBUTION_BROUGHT, row, seats=len(row.readers))
    _contributed.enter(work, case, item, row, _way(work, case, item), bases)
    return row


def release_contribution(
    work: Work, case_id: UUID, contribution_id: UUID, seats: Collection[UUID]
) -> Contribution:
    """Say anew which seats read an own contribution; who is left out does not read it any more."""
    case = work.going(case_id, Permission.MEETING_READ)
    row = _own(work, case, contribution_id)
    item = item_of(work, case, row.item_id)
    wanted = {reader.seat_id: reader for reader in _readers(work, case, item, seats)}
    bases = _insist_lawful(work, item, row.category, wanted.values())
    kept = [reader for reader in row.readers if reader.seat_id in wanted]
    known = {reader.seat_id for reader in kept}
    if wanted.keys() - known:
        insist_loose(work, item, NOT_BROUGHT)
    row.readers = kept + [each for seat, each in wanted.items() if seat not in known]
    work.record(EventKind.CONTRIBUTION_RELEASED, row, seats=len(row.readers))
    _contributed.enter(work, case, item, row, _way(work, case, item), bases)
    return row


def recall_contribution(
    work: Work, case_id: UUID, contribution_id: UUID, reason: str
) -> Contribution:
    """Take an own contribution back, also after the meeting: its words go, a trace stays.

    Whoever read it is told, and owes an answer in the sharing register.
    """
    case = work.case(case_id, Permission.MEETING_READ)
    row = _own(work, case, contribution_id)
    row.recall_reason = said(reason, "reason", 500)
    row.recalled_at, row.recalled_by_id = work.now, work.actor.id
    row.text, row.facts = None, []
    work.record(EventKind.CONTRIBUTION_RECALLED, row, seats=len(row.readers))
    _contributed.recall(work, row)
    return row


def _own(work: Work, case: Case, contribution_id: UUID) -> Contribution:
    row = work.within(Contribution, contribution_id, case)
    if row.organisation_id != work.actor.organisation_id:
        raise NotFound("There is nothing here that you may see.")
    if row.recalled_at is not None:
        raise NotAllowed(
            "This contribution was recalled.",
            where={"guard": "recalled"},
            hint="Bring it in again if it may be shared after all.",
        )
    return row


def _facts(work: Work, case: Case, item: AgendaItem, facts: Sequence[UUID]) -> tuple[UUID, ...]:
    """The parties among those on the own table; another party, or a protected one, is not there."""
    if facts and item.without_persons:
        raise NotAllowed(
            "This item is without persons: a contribution names no party of the case.",
            where={"field": "facts", "guard": "without persons", "basis": "WGS 2.19, 2.22"},
            hint="Describe the area or the theme, or bring it to an item about persons.",
        )
    seat = seat_of(work, item)
    own = {
        paper.entity_id
        for paper in item.papers
        if any(reader.seat_id == seat.id for reader in paper.readers)
    }
    query = select(Entity).where(Entity.case_id == case.id, Entity.id.in_(set(facts) & own))
    known = [row for row in work.session.scalars(query) if not _protected(row)]
    if len(known) != len(set(facts)):
        raise Invalid(
            "One of these parties does not lie on your table.",
            where={"field": "facts"},
            hint="Choose from the papers that were released to your seat.",
        )
    return tuple(sorted(row.id for row in known))


def _readers(
    work: Work, case: Case, item: AgendaItem, seats: Collection[UUID]
) -> list[ContributionReader]:
    body = work.actor.organisation_id
    return [
        ContributionReader(case_id=case.id, seat_id=seat.id)
        for seat in item.seats
        if seat.id in seats and seat.user.organisation_id != body
    ]


def _insist_lawful(
    work: Work, item: AgendaItem, category: str, readers: Iterable[ContributionReader]
) -> dict[UUID, str]:
    """By which articles the law lets these data go to each body that reads; else it is refused."""
    case = work.session.get_one(Case, item.case_id)
    _processing.insist_category(work, case, category)
    way = _way(work, case, item)
    law = Regime.WGS if way == JOINT else law_of(work, case)
    bases = {}
    seats = {seat.id: seat.user.organisation for seat in item.seats}
    own, phase = work.session.get_one(User, work.actor.id).organisation, Phase(item.phase).number
    others = [seats[reader.seat_id] for reader in readers]
    for body in (own, *others) if others and way == JOINT else ():
        insist_agreed(work, case, body)
    for body in (own, *others):
        found = sharing.verdict(
            body.kind, category, phase, law, work.today, basis=way, giver=own.kind
        )
        if not found.allowed:
            raise NotAllowed(
                "These data do not go to {organisation}: {text}",
                where={"field": "category", "guard": found.row[1], "basis": found.basis},
                hint="{alternative}",
                organisation=body.name,
                text=found.text,
                alternative=found.alternative,
            )
        bases[body.id] = found.basis
    bases.pop(own.id)
    return bases


def _insist_bare(work: Work, case: Case, row: Contribution) -> None:
    """What goes as a category without persons leads to none (WGS 2.18(1)(c))."""
    if not categories.data_categories().row(row.category, work.today).personal:
        told = {"words": row.text or "", "brought_basis": row.basis}
        insist_without_persons(work, case, told)


def _way(work: Work, case: Case, item: AgendaItem) -> str:
    return WITHOUT_PERSONS[law_of(work, case)] if item.without_persons else JOINT


def _protected(entity: Entity) -> bool:
    return isinstance(entity, Person) and entity.protected


def _insist_open(work: Work, item: AgendaItem) -> None:
    insist_loose(work, item, NOT_BROUGHT)
    if not item.without_persons:
        case = work.session.get_one(Case, item.case_id)
        insist_open(work, case, work.session.get_one(User, work.actor.id), Phase(item.phase))
    if item.meeting.state not in OPEN:
        raise NotAllowed(
            "A contribution is brought until the minutes are put up for approval.",
            where={"state": item.meeting.state},
            hint="Bring it to an item of a next meeting.",
        )
