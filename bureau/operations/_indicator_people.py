"""What roles, ties and payments establish about the people around a screening."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from bureau.model import Case, Entity, PartyRole, Payment, Person, Tie
from bureau.operations import _answers
from bureau.operations._rows import Rows
from bureau.rules.dates import PartialDate
from bureau.rules.figures import Figures
from bureau.rules.indicator_people import Conclusion, EndedRole, Leader
from bureau.rules.vocabulary import TieKind

LEADING, FORMER, PUNISHED, OFFENCES = ("R03", "R09"), "R08", "Q08.01", "Q08.02"
HELD = (TieKind.DIRECTS, TieKind.OWNS, TieKind.MANAGES)
# The relations of art. 3(4): leading, controlling, financing and working together.
CIRCLE = frozenset((*HELD, TieKind.LENDS, TieKind.ASSOCIATES))
STEPS = 4
Accounts = Mapping[UUID, Collection[UUID]]


def from_people(session: Session, rows: Rows, known: Figures, today: date) -> dict[str, Any]:
    """The facts on managers, signatories, ended roles and conclusions near by."""
    ties = session.scalars(select(Tie).where(Tie.case_id == rows.case.id)).all()
    subject = rows.screening.applicant_id if rows.screening else None
    return {
        "managers": _managers(rows, current(ties, today), subject, today),
        "authorised": _authorised(ties, subject, today),
        "ended_roles": _ended(session, rows, ties, subject, known),
        "conclusions": _conclusions(ties, subject, known),
        "records_declared": _declared(rows),
    }


def distances(ties: Iterable[Tie], start: UUID, kinds: Collection[TieKind]) -> Mapping[UUID, int]:
    """How many steps every party lies from `start`, along ties of these kinds, at most a few."""
    near: dict[UUID, set[UUID]] = defaultdict(set)
    for tie in ties:
        if tie.kind in kinds:
            near[tie.from_id].add(tie.to_id)
            near[tie.to_id].add(tie.from_id)
    found, waiting = {start: 0}, deque((start,))
    while waiting:
        here = waiting.popleft()
        if found[here] < STEPS:
            for other in near[here] - found.keys():
                found[other] = found[here] + 1
                waiting.append(other)
    return found


def exact(day: PartialDate | None) -> date | None:
    """The day, where it is known to the day."""
    return day.earliest() if day and day.day else None


def current(ties: Iterable[Tie], today: date) -> list[Tie]:
    """The ties that have not ended; one that ended at an unknown moment may still run."""
    return [tie for tie in ties if (_end(tie) or today) >= today]


def _end(tie: Tie) -> date | None:
    return tie.valid_to.latest() if tie.valid_to else None


def looked_at(entity: Entity) -> bool:
    """Whether an indicator may look at this party: a protected person is never looked at."""
    return not (isinstance(entity, Person) and entity.protected)


def _managers(
    rows: Rows, ties: Sequence[Tie], subject: UUID | None, today: date
) -> tuple[Leader, ...] | None:
    """Who was declared to lead: by role on the form, or as director in the register."""
    roles: list[PartyRole] = rows.all(PartyRole)
    named = [role.entity for role in roles if role.role in LEADING]
    named += [t.from_entity for t in ties if t.to_id == subject and t.kind in HELD[::2]]
    found = {
        entity.id: Leader(entity.label, _age(entity, today))
        for entity in named
        if looked_at(entity)
    }
    return tuple(sorted(found.values(), key=lambda manager: manager.person)) or None


def _age(entity: Entity, today: date) -> int | None:
    born = exact(entity.born) if isinstance(entity, Person) else None
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _authorised(ties: Sequence[Tie], subject: UUID | None, today: date) -> frozenset[str] | None:
    directs = [t for t in ties if t.kind is TieKind.DIRECTS and t.to_id == subject]
    now = current(directs, today)
    return frozenset(tie.from_entity.label for tie in now) if directs else None


def _ended(
    session: Session, rows: Rows, ties: Sequence[Tie], subject: UUID | None, known: Figures
) -> tuple[EndedRole, ...] | None:
    """Who left the company, or handed it over, and what happened after that day."""
    if subject is None or not any(tie.to_id == subject and tie.kind in HELD for tie in ties):
        return None
    left = {
        tie.from_entity: day
        for tie in ties
        if tie.to_id == subject and tie.kind in HELD and (day := exact(tie.valid_to))
    }
    roles: list[PartyRole] = rows.all(PartyRole)
    left |= {
        role.entity: day for role in roles if role.role == FORMER and (day := exact(role.valid_to))
    }
    accounts = _accounts(ties)
    paid = _paid(session, rows.case)
    return tuple(
        _role(entity, day, (accounts, subject), paid, known)
        for entity, day in left.items()
        if looked_at(entity)
    )


def _role(
    entity: Entity,
    day: date,
    of: tuple[Accounts, UUID],
    paid: Sequence[tuple[UUID, UUID, date]],
    known: Figures,
) -> EndedRole:
    accounts, subject = of
    own, theirs = accounts.get(entity.id, ()), accounts.get(subject, ())
    later = [(payer, payee) for payer, payee, on in paid if on > day]
    return EndedRole(
        person=entity.label,
        on=day,
        paid_after=any(payer in own and payee in theirs for payer, payee in later),
        received_after=any(payer in theirs and payee in own for payer, payee in later),
        seen_after=any(
            row.subject == entity.label and isinstance(row.value, date) and row.value > day
            for row in known.all("attends") or ()
        ),
    )


def _accounts(ties: Iterable[Tie]) -> Accounts:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for tie in ties:
        if tie.kind is TieKind.HOLDS_ACCOUNT:
            found[tie.from_id].add(tie.to_id)
    return found


def _paid(session: Session, case: Case) -> list[tuple[UUID, UUID, date]]:
    query = select(Payment.from_id, Payment.to_id, Payment.paid_on)
    return [
        (payer, payee, on)
        for payer, payee, on in session.execute(query.where(Payment.case_id == case.id))
    ]


def _conclusions(
    ties: Sequence[Tie], subject: UUID | None, known: Figures
) -> tuple[Conclusion, ...] | None:
    found = known.all("conclusion")
    if found is None or subject is None:
        return None
    steps = distances(ties, subject, CIRCLE)
    near = {
        end.label: steps[end.id]
        for tie in ties
        for end in (tie.from_entity, tie.to_entity)
        if end.id in steps
    }
    return tuple(Conclusion(row.subject, near.get(row.subject)) for row in found)


def _declared(rows: Rows) -> int | None:
    """How many offences the form names; nought where the answer is no."""
    given = _answers.answered(rows)
    if given.get(PUNISHED) is False:
        return 0
    answer = given.get(OFFENCES)
    return None if answer is None or isinstance(answer, str | bool) else len(answer)
