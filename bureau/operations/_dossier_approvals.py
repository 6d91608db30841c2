"""A dossier waits for a second person, who has opened its pages before agreeing to them."""

from typing import Any

from bureau.formats import annex_pack
from bureau.model import ApprovalRequest, Dossier, SupportDossier
from bureau.model.dossier import APPROVED, PREPARED, REFUSED
from bureau.operations._second_person import Kind, Thing
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Track
from bureau.work import Work

Kept = Dossier | SupportDossier


def _track(kept: Kept) -> Track:
    return kept.track if isinstance(kept, Dossier) else Track.VICTIM


def _act(kept: Kept) -> str:
    return f"issue_{_track(kept)}"


def _thing(_: Work, kept: Kept) -> Thing:
    says: dict[str, Any] = {
        "track": _track(kept).value,
        "number": kept.number,
        "recipient": kept.recipient,
        "basis": kept.basis,
        "pages": kept.pages,
        "content_sha256": kept.content_sha256,
        "pdf_sha256": kept.pdf_sha256,
    }
    if isinstance(kept, Dossier):
        says["to"] = f"{kept.to.name} ({kept.to.code})" if kept.to else ""
    file = kept.case if isinstance(kept, Dossier) else kept.file
    return Thing(file, says, kept.asked_by)


def _agreed(work: Work, row: ApprovalRequest, kept: Kept) -> None:
    kept.state, kept.approved_by_id, kept.approved_at = APPROVED, row.settled_by_id, row.settled_at
    work.record(EventKind.DOSSIER_APPROVED, kept, sha256=kept.content_sha256)


def _turned_down(work: Work, row: ApprovalRequest, kept: Kept) -> None:
    kept.state = REFUSED
    words = {"reason": row.answer} if isinstance(kept, Dossier) else {}
    work.record(EventKind.DOSSIER_REFUSED, kept, **words)


def _waits(kept: Kept) -> bool:
    return kept.state == PREPARED


def _annexes(kept: Dossier) -> tuple[str, ...]:
    return tuple(str(one["sha256"]) for one in annex_pack.heads(kept.annexes))


DOSSIER = Kind(Dossier, _act, _thing, _waits, _agreed, _turned_down, paper=True, parts=_annexes)
PLAN = Kind(SupportDossier, _act, _thing, _waits, _agreed, _turned_down, paper=True)
