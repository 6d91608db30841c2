"""The rights of whoever is screened: what was told and what not yet, what was asked."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from bureau.model import Case, Company, Entity, Letter, Person, PersonRequest
from bureau.model.letter import SENT
from bureau.operations import _occasions, _rows
from bureau.operations._rows import Rows
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.telling import Posted, Telling, Told, tell_duties, told
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class RightsSheet:
    """What was told, what was asked, and who can be given what is held about them."""

    told: tuple[Told, ...]
    requests: tuple[PersonRequest, ...]
    people: tuple[tuple[UUID, str], ...]

    @property
    def open(self) -> int:
        """How many duties to tell are still open."""
        return sum(row.state is Telling.OPEN for row in self.told)


def read_rights(work: Work, case_id: UUID) -> RightsSheet:
    """Each duty to tell with the letter that met it, and the requests of persons."""
    case = work.case(case_id, Permission.LETTER_READ)
    found = _told(work, case)
    rows = select(PersonRequest).where(PersonRequest.case_id == case.id)
    asked = tuple(work.session.scalars(rows.order_by(PersonRequest.received_on.desc())))
    work.record(EventKind.CASE_READ, case, part="rights", shown=len(found) + len(asked))
    return RightsSheet(found, asked, _people(work, case))


def _told(work: Work, case: Case) -> tuple[Told, ...]:
    if case.kind is not CaseKind.SCREENING:
        return ()
    rows = _rows.rows(work.session, case)
    sent = _posted(rows)
    return tuple(
        line
        for duty in tell_duties().on(work.today)
        for line in told(duty, _occasions.occasions(rows, duty, work.today), sent)
    )


def _posted(rows: Rows) -> tuple[Posted, ...]:
    found: list[Letter] = rows.all(Letter)
    return tuple(
        Posted(row.number, row.kind, row.sent_on)
        for row in found
        if row.state == SENT and row.sent_on
    )


def _people(work: Work, case: Case) -> tuple[tuple[UUID, str], ...]:
    rows = select(Entity).where(Entity.case_id == case.id).order_by(Entity.label_folded)
    found = work.session.scalars(rows)
    return tuple((row.id, row.label) for row in found if isinstance(row, Person | Company))
