"""Which issued dossier came before or after another, for the same reader of the same case."""

from collections.abc import Iterator

from sqlalchemy import select

from bureau.model import Case
from bureau.model import Dossier as Kept
from bureau.model.dossier import ISSUED
from bureau.rules.dossier_readers import reader
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports.assembly.cover import dossier_id
from reports.wording import texts


def replaced(
    work: Work,
    case: Case,
    track: Track,
    number: int,
    chosen: str,
    language: Language,
    recipient: str,
) -> str:
    """The version that number replaces, by its id and day; nothing where it is the first."""
    if number == 1:
        return ""
    rows = _issued(work, case, track, chosen, recipient)
    earlier = [row for row in rows if row.number < number]
    return _called(case, earlier[-1], language) if earlier else ""


def before(work: Work, kept: Kept) -> str:
    """The version that a kept dossier replaces, by its id and day."""
    chosen = kept.selection.get("reader", "")
    return replaced(work, kept.case, kept.track, kept.number, chosen, kept.language, kept.recipient)


def later(work: Work, kept: Kept) -> str:
    """The last version that was issued after this one, by its id and day."""
    chosen = kept.selection.get("reader", "")
    rows = _issued(work, kept.case, kept.track, chosen, kept.recipient)
    after = [row for row in rows if row.number > kept.number]
    return _called(kept.case, after[-1], kept.language) if after else ""


def _issued(work: Work, case: Case, track: Track, chosen: str, recipient: str) -> Iterator[Kept]:
    """What went to this recipient: nobody else is told that it is there."""
    query = select(Kept).where(Kept.case_id == case.id, Kept.track == track, Kept.state == ISSUED)
    wanted = reader(track, chosen, work.today).code
    for row in work.session.scalars(query.order_by(Kept.number)):
        same = reader(track, row.selection.get("reader", ""), work.today).code == wanted
        if same and row.recipient == recipient:
            yield row


def _called(case: Case, row: Kept, language: Language) -> str:
    day = texts(language).day(row.issued_at) if row.issued_at else ""
    return ", ".join(filter(None, (dossier_id(case.reference, row.track, row.number), day)))
