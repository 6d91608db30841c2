"""The anonymous survey of partners: opened, answered once by each, closed, told in means."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select

from bureau.errors import NotAllowed, NotFound
from bureau.model import Case, Membership, Survey, SurveyBox, SurveyPlace, User
from bureau.policy import Permission
from bureau.rules import survey as law
from bureau.rules.events import EventKind
from bureau.rules.survey import SurveyQuestion
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A round as the reader may see it; never who answered, only whether the reader did."""

    survey: Survey
    questions: tuple[SurveyQuestion, ...]
    fewest: int
    may_keep: bool
    may_answer: bool
    over: bool


def list_surveys(work: Work) -> tuple[SurveyView, ...]:
    """The rounds of the own partnership, the latest first."""
    work.require(Permission.SURVEY_KEEP)
    own = work.actor.organisation_id
    query = select(Survey).where(Survey.organisation_id == own)
    rows = work.session.scalars(query.order_by(Survey.opened_on.desc(), Survey.id)).all()
    work.record(EventKind.SURVEY_LISTED, f"organisation:{own}", shown=len(rows))
    return tuple(_view(work, row) for row in rows)


def list_waiting(work: Work) -> tuple[Survey, ...]:
    """The rounds that wait for an answer of this person."""
    work.require(Permission.WORK_READ)
    query = (
        select(Survey)
        .join(SurveyPlace, SurveyPlace.survey_id == Survey.id)
        .where(
            SurveyPlace.user_id == work.actor.id,
            SurveyPlace.answered.is_(False),
            Survey.closed_on.is_(None),
            Survey.until_on >= work.today,
        )
        .order_by(Survey.until_on, Survey.id)
    )
    found = tuple(work.session.scalars(query))
    if found:
        work.record(EventKind.SURVEY_LISTED, f"user:{work.actor.id}", shown=len(found))
    return found


def read_survey(work: Work, survey_id: UUID) -> SurveyView:
    """One round, for the coordinator of its house and for those who were asked."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Survey, survey_id)
    if row is None or not (_keeps(work, row) or _place(work, row)):
        raise NotFound("There is nothing here that you may see.")
    work.record(EventKind.SURVEY_READ, row)
    return _view(work, row)


def open_survey(work: Work) -> Survey:
    """A round among all who take part in partnership cases of the own house, but for the opener.

    Raises NotAllowed while another round is open, and where too few would be asked.
    """
    work.require(Permission.SURVEY_KEEP)
    if any(not each.closed_on for each in work.session.scalars(_own(work))):
        raise NotAllowed(
            "A round is open already.",
            where={"guard": "round", "basis": law.BASIS},
            hint="Close it first: two rounds at once could be compared.",
        )
    asked = _seats(work)
    law.insist_enough(len(asked), work.today)
    row = Survey(
        organisation_id=work.actor.organisation_id,
        opened_on=work.today,
        until_on=law.until(work.today),
        opened_by_id=work.actor.id,
        invited=len(asked),
    )
    work.session.add(row)
    work.session.flush()
    codes = [each.code for each in law.questions().on(work.today)]
    work.session.add(SurveyBox(survey_id=row.id, counts=law.empty(codes)))
    work.session.add_all(SurveyPlace(survey_id=row.id, user_id=user_id) for user_id in asked)
    work.record(EventKind.SURVEY_OPENED, row, invited=len(asked))
    return row


def answer_survey(work: Work, survey_id: UUID, marks: Mapping[str, int]) -> Survey:
    """Put an answer into the box, once; from then on nobody can take it out or change it."""
    work.require(Permission.WORK_READ)
    row = work.session.get(Survey, survey_id)
    place = _place(work, row) if row else None
    if row is None or place is None:
        raise NotFound("There is nothing here that you may see.")
    if place.answered is not False or row.closed_on or work.today > row.until_on:
        raise NotAllowed(
            "There is nothing to answer: you answered already, or the round is over.",
            where={"guard": "once", "basis": law.BASIS},
            hint="An answer cannot be changed, because nobody can find it again.",
        )
    box = _box(work, row)
    box.counts = law.put_in(box.counts, marks)
    place.answered = True
    work.record(EventKind.SURVEY_ANSWERED, row)
    return row


def close_survey(work: Work, survey_id: UUID, version: int) -> Survey:
    """Tell the means if there are enough answers; destroy the box, forget who answered."""
    work.require(Permission.SURVEY_KEEP)
    row = work.session.get(Survey, survey_id)
    if row is None or not _keeps(work, row):
        raise NotFound("There is nothing here that you may see.")
    work.expect(row, version, {})
    if row.closed_on:
        raise NotAllowed("This round is closed.", where={"guard": "closed", "basis": law.BASIS})
    box = _box(work, row)
    row.results = law.told(box.counts, row.opened_on)
    row.answered = law.counted(box.counts) if row.results else 0
    row.closed_on = work.today
    work.session.delete(box)
    query = select(SurveyPlace).where(SurveyPlace.survey_id == row.id)
    for place in work.session.scalars(query):
        place.answered = None
    work.record(EventKind.SURVEY_CLOSED, row, told=bool(row.results))
    return row


def _own(work: Work) -> Select[Survey]:
    return select(Survey).where(Survey.organisation_id == work.actor.organisation_id)


def _seats(work: Work) -> list[UUID]:
    """Whoever takes part in a partnership case of the house, in no order that says who."""
    query = (
        select(User)
        .join(Membership, Membership.user_id == User.id)
        .join(Case, Case.id == Membership.case_id)
        .where(
            Case.organisation_id == work.actor.organisation_id,
            Case.kind == CaseKind.PARTNERSHIP,
            User.id != work.actor.id,
        )
    )
    found = {row.id for row in work.session.scalars(query).unique() if row.admitted(work.today)}
    return sorted(found)


def _keeps(work: Work, row: Survey) -> bool:
    own = row.organisation_id == work.actor.organisation_id
    return own and work.may(Permission.SURVEY_KEEP)


def _place(work: Work, row: Survey) -> SurveyPlace | None:
    query = select(SurveyPlace).where(SurveyPlace.survey_id == row.id)
    return work.session.scalar(query.where(SurveyPlace.user_id == work.actor.id))


def _box(work: Work, row: Survey) -> SurveyBox:
    query = select(SurveyBox).where(SurveyBox.survey_id == row.id).with_for_update()
    return work.session.scalars(query).one()


def _view(work: Work, row: Survey) -> SurveyView:
    place = _place(work, row)
    over = row.closed_on is not None or work.today > row.until_on
    return SurveyView(
        row,
        tuple(law.questions().on(row.opened_on)),
        law.fewest(row.opened_on),
        _keeps(work, row),
        place is not None and place.answered is False and not over,
        over,
    )
