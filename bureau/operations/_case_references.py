"""The reference of a case: random, never a number, so that it tells nothing of how many."""

from sqlalchemy import select

from bureau.model import Case
from bureau.model.base import short_code
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

PREFIX = {CaseKind.SCREENING: "SCR", CaseKind.PARTNERSHIP: "PAR"}
LETTERS = 5


def free(work: Work, kind: CaseKind) -> str:
    """A reference that nobody holds yet."""
    while True:
        reference = f"{PREFIX[kind]}-{work.today.year}-{short_code(LETTERS)}"
        if work.session.scalar(select(Case.id).where(Case.reference == reference)) is None:
            return reference
