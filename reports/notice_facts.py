"""What a notice tells of: the dossier, the corrections that reach it and where they stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, OutOfOrder
from bureau.model import Case, Correction, CorrectionPlace, Entity
from bureau.model import Dossier as Kept
from bureau.operations._notice_names import name
from bureau.operations._sought import Sought
from bureau.operations.corrections import AMOUNTS
from bureau.rules.dates import civil_date
from bureau.rules.notices import NoticeDuty, NoticeGround
from bureau.work import Work
from reports import locating, succession
from reports.assembly.cover import dossier_id
from reports.embedded import content
from reports.enclosing import protected
from reports.values.notice import Corrected, Notice
from reports.values.redaction import plain
from reports.wording import texts

__all__ = ["name"]
PLACE, PARTY = "dossier", "party"


@dataclass(frozen=True, slots=True)
class Offered:
    """A correction that its recipient was not told; `where` the old value stands."""

    id: UUID
    subject: str
    field: str
    said: str
    says: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What a notice says besides what it is about."""

    ground: NoticeGround
    reason: str
    duties: tuple[NoticeDuty, ...]
    corrected: tuple[Corrected, ...]
    author: str


def offered(work: Work, case: Case, kept: Kept) -> tuple[Offered, ...]:
    """The corrections not told yet, except those that name somebody who is protected."""
    rows = _reaching(work, kept)
    if not rows:
        return ()
    values, barred = _values(kept), protected(work, case)
    return tuple(
        Offered(row.id, row.subject, row.field, row.before, row.after, _where(row, kept, values))
        for row in rows
        if not _names(barred, row.before, row.after, row.reason)
    )


def told(work: Work, kept: Kept, chosen: Sequence[UUID]) -> tuple[Corrected, ...]:
    """The chosen corrections as the notice says them; raises Invalid for one that is not open."""
    known = {row.id: row for row in _reaching(work, kept)}
    if missing := [one for one in chosen if one not in known]:
        raise Invalid(
            "A correction is no longer open for this dossier.",
            where={"field": "corrections", "missing": len(missing)},
            hint="Open the page again and choose from what is there.",
        )
    values = _values(kept)
    rows = [row for row in known.values() if row.id in chosen]
    return tuple(
        Corrected(
            number,
            _about(work, row, kept),
            _where(row, kept, values),
            row.before,
            row.after,
            row.reason,
            civil_date(row.at),
        )
        for number, row in enumerate(rows, 1)
    )


def notice(work: Work, case: Case, kept: Kept, number: int, dated: date, words: Words) -> Notice:
    """The notice; raises NotAllowed where it would name somebody who is protected."""
    _insist_unnamed(work, case, words)
    ground, language = words.ground, kept.language
    organisation = case.organisation.name
    return Notice(
        kind=ground.kind,
        name=name(kept, number),
        dossier_id=dossier_id(case.reference, kept.track, kept.number),
        version=kept.number,
        reference=case.reference,
        recipient=kept.recipient,
        sender=organisation,
        contact=f"{words.author}, {organisation}",
        language=language,
        dated=dated,
        issued_at=kept.issued_at or kept.asked_at,
        original_sha256=kept.original_sha256 or kept.pdf_sha256,
        content_sha256=kept.content_sha256,
        ground=ground.name.in_(language),
        says=ground.says.in_(language),
        basis=ground.basis,
        reason=words.reason,
        duties=tuple(row.says.in_(language) for row in words.duties),
        corrected=words.corrected,
        instead=succession.later(work, kept),
    )


def _insist_unnamed(work: Work, case: Case, words: Words) -> None:
    facts = (part for one in words.corrected for part in (one.said, one.says, one.why))
    if _names(protected(work, case), words.reason, *facts):
        raise NotAllowed(
            "This notice names somebody who is protected.",
            where={"guard": "protected person"},
            hint="Leave that correction or those words out; the victim track tells what is needed.",
        )


def _reaching(work: Work, kept: Kept) -> list[Correction]:
    """The corrections that may concern this dossier and whose recipient was not told yet."""
    query = (
        select(Correction)
        .join(CorrectionPlace, CorrectionPlace.correction_id == Correction.id)
        .where(
            CorrectionPlace.kind == PLACE,
            CorrectionPlace.place_id == kept.id,
            CorrectionPlace.done_on.is_(None),
        )
    )
    return list(work.session.scalars(query.order_by(Correction.number)))


def _about(work: Work, row: Correction, kept: Kept) -> str:
    """Which fact it is, in words: of whom, or of what."""
    t = texts(kept.language)
    party = work.session.get(Entity, row.subject_id)
    if row.subject != PARTY or party is None:
        return t(f"notice.{row.subject}")
    field = f"notice.{row.field}"
    return t("notice.of", what=t(field) if field in t.keys else t("notice.fact"), name=party.label)


def _values(kept: Kept) -> dict[str, object]:
    """What the dossier says, read from inside it; nothing where it carries no values of ours."""
    try:
        return content(kept.pdf)
    except OutOfOrder:
        return {}


def _where(row: Correction, kept: Kept, values: dict[str, object]) -> tuple[str, ...]:
    return locating.places(values, Sought(row.before, row.subject in AMOUNTS), kept.language)


def _names(barred: frozenset[str] | set[str], *words: str) -> bool:
    text = plain(" ".join(words))
    return any(one in text for one in barred)
