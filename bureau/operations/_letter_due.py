"""Which letters of a case can be written now, and which were sent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select

from bureau.errors import BureauError, NotAllowed
from bureau.model import Case, Letter
from bureau.model.letter import SENT
from bureau.operations import _letter_file, _letter_needs
from bureau.operations._letter_file import LetterFile
from bureau.rules import letters
from bureau.rules.letters import LetterKind
from bureau.rules.vocabulary import CaseKind, Language
from bureau.work import Work


@dataclass(frozen=True, slots=True)
class Due:
    """A letter of the road: whether its facts are there, whether it went out, what it waits for."""

    kind: LetterKind
    ready: bool
    sent: int
    waits: BureauError | None


def kinds(work: Work, case: Case, written: Iterable[Letter]) -> tuple[Due, ...]:
    """Every letter of a screening, with those that can be written and were not sent yet first."""
    if case.kind is not CaseKind.SCREENING:
        return ()
    went = [row.kind for row in written if row.state == SENT]
    known = letters.kinds().on(work.today)
    try:
        file = _letter_file.read(work, case, known[0], Language.NL, work.today)
    except NotAllowed as nobody:
        return tuple(Due(row, False, 0, nobody) for row in known)
    found = [_due(replace(file, kind=row), went.count(row.code)) for row in known]
    return tuple(sorted(found, key=lambda each: (not each.ready, bool(each.sent))))


def _due(file: LetterFile, sent: int) -> Due:
    try:
        _letter_needs.insist(file)
    except NotAllowed as refusal:
        return Due(file.kind, False, sent, refusal)
    return Due(file.kind, True, sent, None)


def went(work: Work, case: Case, kind: str) -> bool:
    """Whether this letter was sent in Dutch."""
    rows = select(Letter.id).where(
        Letter.case_id == case.id,
        Letter.kind == kind,
        Letter.language == Language.NL,
        Letter.state == SENT,
    )
    return work.session.scalars(rows).first() is not None
