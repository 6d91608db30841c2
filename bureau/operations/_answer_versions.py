"""Every version of an answer: what it said, when, and who wrote it."""

from uuid import UUID

from sqlalchemy import func, select

from bureau.model import Answer, AnswerVersion, Case
from bureau.work import Work


def keep(work: Work, row: Answer, text: str) -> None:
    """Keep `text` as the newest version of the answer; the same text again is none.

    An answer from before versions were kept leaves its first text, of which nobody is named.
    """
    if text == row.text:
        return
    query = select(func.max(AnswerVersion.number)).where(AnswerVersion.answer_id == row.id)
    last = work.session.scalar(query) or 0
    if row.text and not last:
        last = 1
        _add(work, row, last, row.text, known=False)
    _add(work, row, last + 1, text)


def _add(work: Work, row: Answer, number: int, text: str, *, known: bool = True) -> None:
    applicant = work.actor.form_of is not None
    work.session.add(
        AnswerVersion(
            case_id=row.case_id,
            answer_id=row.id,
            number=number,
            text=text,
            at=work.now,
            by_id=work.actor.id if known and not applicant else None,
            link_id=work.actor.id if known and applicant else None,
        )
    )


def of_case(work: Work, case: Case) -> dict[UUID, list[AnswerVersion]]:
    """The versions of every answer of a case, oldest first, by the id of the answer."""
    found: dict[UUID, list[AnswerVersion]] = {}
    query = select(AnswerVersion).where(AnswerVersion.case_id == case.id)
    for row in work.session.scalars(query.order_by(AnswerVersion.number)):
        found.setdefault(row.answer_id, []).append(row)
    return found
