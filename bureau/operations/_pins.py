"""What a note can be pinned to, and how many are pinned where."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select

from bureau.model import Case, Note
from bureau.work import Work

PARTY, PAYMENT = "party:", "payment:"


def pinned(work: Work, case: Case) -> Mapping[str, int]:
    """How many notes are pinned to each part of the network."""
    rows = select(Note.about).where(Note.case_id == case.id, Note.about != "")
    return Counter(work.session.scalars(rows))
