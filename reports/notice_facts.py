"""What a notice tells of: the dossier, the corrections that reach it and where they stand in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bureau.errors import Invalid, NotAllowed, OutOfOrder
from bureau.model import Case, Correction, CorrectionPlace, Entity
from bureau.model import Dossier as Kept
from bureau.operations._notice_names import name
from bureau.operations._sought import OneOf, Sought
from bureau.operations.corrections import AMOUNTS
from bureau.rules.dates import civil_date
from bureau.rules.notices import NoticeDuty, NoticeGround, NoticeKind
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
class Wanted:
    """What the author of a notice chose."""

    kind: NoticeKind
    reason: str = ""
    ground: str = "CORRECTED"
    duty: str = ""
    corrections: tuple[UUID, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The same as it is kept."""
        return {
            "reason": self.reason,
            "ground": self.ground,
            "duty": self.duty,
            "corrections": [str(one) for one in self.corrections],
        }


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


def open_corrections(work: Work, case: Case, kept: Kept) -> tuple[Offered, ...]:
    """The corrections not told yet, except those that name somebody who is protected.

    One that stands nowhere in the dossier has no `where`: it is not told (see `told`).
    """
    rows = _reaching(work, kept)
    if not rows:
        return ()
    places, barred = _places(work, kept, rows), protected(work, case)
    return tuple(
        Offered(row.id, row.subject, row.field, row.before, row.after, places[row.id])
        for row in rows
        if not _names(barred, row.before, row.after, row.reason)
    )


def told(work: Work, kept: Kept, chosen: Sequence[UUID]) -> tuple[Corrected, ...]:
    """The chosen corrections as the notice says them.

    Raises Invalid for one that is not open, or stands nowhere in the dossier: its recipient
    would read in the notice what was withheld from the dossier.
    """
    known = {row.id: row for row in _reaching(work, kept)}
    if missing := [one for one in chosen if one not in known]:
        raise Invalid(
            "A correction is no longer open for this dossier.",
            where={"field": "corrections", "missing": len(missing)},
            hint="Open the page again and choose from what is there.",
        )
    rows = [row for row in known.values() if row.id in chosen]
    places = _places(work, kept, rows)
    _insist_located(places)
    return tuple(
        Corrected(
            number,
            _about(work, row, kept),
            places[row.id],
            row.before,
            row.after,
            row.reason,
            civil_date(row.at),
        )
        for number, row in enumerate(rows, 1)
    )


def _insist_located(places: Mapping[UUID, tuple[str, ...]]) -> None:
    if unlocated := [one for one in places.values() if not one]:
        raise Invalid(
            "A correction cannot be pointed at in this dossier.",
            where={"field": "corrections", "unlocated": len(unlocated)},
            hint="Its recipient may not have had it. Say under Corrections what was done about it.",
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


def _places(work: Work, kept: Kept, rows: Sequence[Correction]) -> dict[UUID, tuple[str, ...]]:
    """Where each old value stands; of a party that the dossier does not name, it stands nowhere."""
    values, called = _values(kept), _called(work, rows)
    return {row.id: _where(row, kept, values, called.get(row.subject_id, ())) for row in rows}


def _where(
    row: Correction, kept: Kept, values: dict[str, object], names: tuple[str, ...]
) -> tuple[str, ...]:
    if names and not locating.places(values, OneOf(tuple(map(Sought, names))), kept.language):
        return ()
    sought = Sought(row.before, row.subject in AMOUNTS, beside=names)
    return locating.places(values, sought, kept.language)


def _called(work: Work, rows: Sequence[Correction]) -> dict[UUID, tuple[str, ...]]:
    """What each party of these corrections is and was called: a notice would say it."""
    ids = {row.subject_id for row in rows if row.subject == PARTY}
    parties = work.session.scalars(select(Entity).where(Entity.id.in_(ids))).all() if ids else ()
    renamed = select(Correction).where(Correction.field == "label", Correction.subject_id.in_(ids))
    found: dict[UUID, tuple[str, ...]] = {party.id: (party.label,) for party in parties}
    for row in work.session.scalars(renamed) if found else ():
        found[row.subject_id] = (*found.get(row.subject_id, ()), row.before)
    return found


def _names(barred: frozenset[str] | set[str], *words: str) -> bool:
    text = plain(" ".join(words))
    return any(one in text for one in barred)
