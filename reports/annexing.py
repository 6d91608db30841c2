"""Annexes of a dossier: chosen with leave, drawn anew while nobody waits, then looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from hashlib import sha256
from uuid import UUID

from bureau.errors import Invalid, NotAllowed, NotFound, Words
from bureau.model import Case
from bureau.model.dossier import PREPARED
from bureau.operations import _approving, _second_person, documents
from bureau.operations._dossier_approvals import DOSSIER
from bureau.operations.documents import FileRead
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports import issue, kept_annexes
from reports.annexes import Stamp, printed
from reports.assembly import annexes as going
from reports.assembly import file as case_file
from reports.assembly.cover import dossier_id
from reports.assembly.file import CaseFile
from reports.assembly.order import Remade, Selection
from reports.enclosing import protected
from reports.outgoing import ONLY_COPY, next_number
from reports.redrawing import Redrawn, redrawn
from reports.values.redaction import Area, plain, without


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document that goes along, before it is drawn; `barred` is what no page may say."""

    read: FileRead
    stamp: Stamp
    barred: frozenset[str] = field(repr=False)
    words: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()


def choose_annexes(
    work: Work,
    case_id: UUID,
    track: Track,
    language: Language,
    selection: Selection,
    recipient: str = "",
) -> tuple[Chosen, ...]:
    """The documents that were chosen, each with its stamp; raises NotAllowed for one held back."""
    case = work.case(case_id, Permission.DOSSIER_PREPARE)
    if not selection.annexes:
        return ()
    file = case_file.read(work, case, language, selection, track)
    going.insist(file)
    known = {one.document.id: one for one in going.candidates(file)}
    barred = frozenset(protected(work, case))
    number = dossier_id(case.reference, track, next_number(work, case, track))
    chosen = []
    for place, one in enumerate(selection.annexes, 1):
        read = documents.read_document(work, case_id, one)
        stamp = _stamp(work, case, place, read, known[one].sources, number, file)
        stamp = replace(stamp, mark=_mark(work, file, recipient))
        areas = tuple(out.area for out in selection.taken if out.document == one and out.area)
        chosen.append(Chosen(read, stamp, barred, selection.words, areas))
    work.record(EventKind.CASE_READ, case, part="annexes", shown=len(chosen))
    return tuple(chosen)


def _stamp(
    work: Work,
    case: Case,
    place: int,
    read: FileRead,
    sources: tuple[int, ...],
    number: str,
    file: CaseFile,
) -> Stamp:
    title, _ = without(read.title, file.selection.words, file.t("redaction.instead"))
    return Stamp(
        number=place,
        title=title,
        dossier_id=number,
        sender=case.organisation.name,
        source_sha256=read.sha256,
        sources=sources,
        moment=work.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        language=file.language,
    )


def _mark(work: Work, file: CaseFile, recipient: str) -> str:
    """Whose copy it is, as every page says it; a dossier goes out as one copy."""
    if not recipient:
        return ""
    t = file.t
    copy = t("page.copy", number=ONLY_COPY)
    return t("page.copy_mark", recipient=recipient, moment=t.moment(work.now), copy=copy)


def remade(chosen: Sequence[Chosen]) -> tuple[Remade, ...]:
    """The annexes on paper; takes a while and needs no database."""
    return tuple(_remade(one) for one in chosen)


def _remade(one: Chosen) -> Remade:
    drawn = _drawn(one)
    _insist_unnamed(one, drawn)
    pages, pdf = printed(one.stamp, drawn.pages)
    digest = sha256(pdf).hexdigest()
    said = one.read.id, one.stamp.dossier_id, digest, pages, drawn.whole
    return Remade(*said, pdf, drawn.words_out)


def _drawn(one: Chosen) -> Redrawn:
    """The document drawn anew; Invalid names the annex that cannot be drawn, and why."""
    try:
        return redrawn(one.read.content, one.read.media_type, one.words, one.areas)
    except Invalid as refusal:
        raise Invalid(
            "Annex {number}, {title}: {why}",
            where={**refusal.where, "annex": one.stamp.number},
            hint=refusal.hint_template,
            number=one.stamp.number,
            title=one.stamp.title,
            why=Words(refusal.template),
        ) from refusal


def _insist_unnamed(one: Chosen, drawn: Redrawn) -> None:
    """Where somebody is protected, only what can be read in full and names none goes along."""
    text = plain("".join(page.text for page in drawn.pages) + one.stamp.title)
    if not one.barred or (drawn.whole and not any(name in text for name in one.barred)):
        return
    raise NotAllowed(
        "Annex {number} may name somebody who is protected, or cannot be read in full.",
        where={"guard": "protected person", "annex": one.stamp.number},
        hint="In this case a document goes along only where all its words can be read and none"
        " of them names that person. Leave it out.",
        number=one.stamp.number,
    )


def list_annexes(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[Remade, ...]:
    """The annexes of a dossier, by number."""
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    work.record(EventKind.DOSSIER_READ, kept, part="annexes", state=kept.state)
    return kept_annexes.opened(kept.annexes)


def list_unopened(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[int, ...]:
    """The annexes that this person still has to open before approving, by number."""
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    work.record(EventKind.DOSSIER_READ, kept, part="annexes", state=kept.state)
    if kept.state != PREPARED or not kept.annexes or kept.asked_by_id == work.actor.id:
        return ()
    request = _approving.standing(work, DOSSIER, kept)
    return _second_person.unopened(work, DOSSIER, request, kept)


def read_annex(work: Work, case_id: UUID, dossier_id: UUID, number: int) -> tuple[str, bytes]:
    """One annex of a dossier and a name for its file; opened so, it may be approved."""
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    found = kept_annexes.opened(kept.annexes)
    if not 1 <= number <= len(found):
        raise NotFound("There is no such annex.")
    one = found[number - 1]
    work.record(EventKind.DOSSIER_EXPORTED, kept, part="annex", state=kept.state)
    if kept.state == PREPARED:
        _approving.look_at_part(work, DOSSIER, kept, one.sha256)
    return f"{one.dossier_id}-annex-{number}.pdf", one.pdf
