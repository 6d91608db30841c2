"""Finds who is asked for contact, and with whom both sides agreed: looked up when one looks.

What is kept when somebody asks is the same whether there is another case or not. A match is found
only where the owner of the other case looks, so that no answer and no time can tell of one.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from bureau.model import Case, ContactAnswer, ContactEnquiry, SafetyHold, User
from bureau.operations import _notices, _related
from bureau.operations._notices import CLOSED, Contact
from bureau.operations._related import Mark
from bureau.policy import Permission
from bureau.rules.contacts import contact_grounds
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Question:
    """A running question that meets a party of one's own case; `answer` is one's own."""

    enquiry: ContactEnquiry
    mark: Mark
    answer: ContactAnswer | None


def questions(work: Work, cases: Iterable[Case]) -> tuple[Question, ...]:
    """What owners of other cases ask about parties of the cases that the actor handles."""
    mine = {case.id: case for case in cases if _notices.handles(work, case)}
    asked = _running(work, mine) if mine else []
    if not asked:
        return ()
    held = _held(work, {*mine, *(row.case_id for row in asked)})
    askers, about = {row.case_id for row in asked} - held, {row.entity_id for row in asked}
    marks = _marks(work, (askers | set(mine)) - held)
    theirs = [mark for mark in marks if mark.case_id in askers and mark.entity_id in about]
    known = _by_digest(mark for mark in marks if mark.case_id in mine)
    said = _answers(work, mine)
    return tuple(
        Question(row, mark, said.get((row.id, mark.case_id)))
        for row in asked
        for mark in _met(row, theirs, known)
        if mine[mark.case_id].kind in contact_grounds().row(row.ground, row.asked_on).reach
    )


def _running(work: Work, mine: Collection[UUID]) -> Sequence[ContactEnquiry]:
    """The running questions from cases that the actor may not see: those one sees need none."""
    seen = work.visible(Permission.CASE_READ, Case).with_only_columns(Case.id)
    query = _open(work).where(
        ContactEnquiry.case_id.not_in(mine), ContactEnquiry.case_id.not_in(seen)
    )
    order = (ContactEnquiry.asked_on.desc(), ContactEnquiry.id)
    return work.session.scalars(
        query.options(joinedload(ContactEnquiry.case)).order_by(*order)
    ).all()


def _open(work: Work) -> Select[Any]:
    return (
        select(ContactEnquiry)
        .join(Case, Case.id == ContactEnquiry.case_id)
        .where(
            ContactEnquiry.ended_on.is_(None),
            ContactEnquiry.until_on >= work.today,
            Case.state != CLOSED,
        )
    )


def _held(work: Work, cases: Collection[UUID]) -> set[UUID]:
    """The cases that the victim track holds: as long as it does they take no part."""
    query = select(SafetyHold).where(SafetyHold.case_id.in_(cases))
    return {row.case_id for row in work.session.scalars(query) if row.stands(work.today)}


def _marks(
    work: Work, cases: Collection[UUID], entities: Collection[UUID] | None = None
) -> tuple[Mark, ...]:
    return _related.marks(work.session, cases, work.today, entities)


def _by_digest(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.digest, []).append(mark)
    return found


def _met(row: ContactEnquiry, theirs: Iterable[Mark], known: dict[str, list[Mark]]) -> list[Mark]:
    """One's own parties with a number that was asked about and that the asker still holds."""
    asked = {mark.digest for mark in row.marks}
    still = {mark.digest for mark in theirs if mark.entity_id == row.entity_id}
    found = (mark for digest in sorted(asked & still) for mark in known.get(digest, ()))
    return list({mark.case_id: mark for mark in found}.values())


def _answers(work: Work, cases: Collection[UUID]) -> dict[tuple[UUID, UUID], ContactAnswer]:
    query = select(ContactAnswer).where(ContactAnswer.case_id.in_(cases))
    return {(row.enquiry, row.case_id): row for row in work.session.scalars(query)}


def partners(work: Work, rows: Iterable[ContactEnquiry]) -> dict[UUID, list[Contact]]:
    """Who agreed to contact, by the running question of one's own that they agreed to.

    A no, a case that closed or is held and a number that no longer agrees are silent.
    """
    live = {row.id: row for row in rows if runs(work, row)}
    query = (
        select(ContactAnswer)
        .join(Case, Case.id == ContactAnswer.case_id)
        .where(ContactAnswer.enquiry.in_(live), ContactAnswer.agreed, Case.state != CLOSED)
        .order_by(ContactAnswer.answered_at, ContactAnswer.id)
    )
    answers = work.session.scalars(query).all() if live else []
    found: dict[UUID, list[Contact]] = {}
    for answer in answers:
        if answer.by.active and _agrees(work, live[answer.enquiry], answer):
            found.setdefault(answer.enquiry, []).append(contact(answer.by))
    return found


def _agrees(work: Work, row: ContactEnquiry, answer: ContactAnswer) -> bool:
    cases = {row.case_id, answer.case_id}
    there = _marks(work, cases - _held(work, cases), {row.entity_id, answer.entity_id})
    known = _by_digest(mark for mark in there if mark.case_id == answer.case_id)
    return bool(_met(row, there, known))


def runs(work: Work, row: ContactEnquiry) -> bool:
    """Whether a question still stands: not ended, its day not passed, its case not closed."""
    return row.ended_on is None and row.until_on >= work.today and row.case.state != CLOSED


def contact(user: User) -> Contact:
    """Whom to speak: name, function and organisation, and nothing of the case."""
    roles = tuple(sorted(role.role for role in user.roles))
    return Contact(user.organisation.name, roles, user.name)
