"""The letter that went with an issued dossier, as the issuing side reads it again."""

from uuid import UUID

from bureau.errors import NotFound
from bureau.model import Dossier, SupportDossier
from bureau.rules.events import EventKind
from bureau.work import Work
from reports import issue, issue_support
from reports.package import letter_in


def read_letter(work: Work, case_id: UUID, dossier_id: UUID) -> tuple[Dossier, bytes]:
    """The letter that went with a dossier; that it left is recorded."""
    kept = issue.read_dossier(work, case_id, dossier_id, whole=False)
    work.record(EventKind.DOSSIER_EXPORTED, kept, part="letter", state=kept.state)
    return kept, _letter(kept)


def read_plan_letter(work: Work, file_id: UUID, dossier_id: UUID) -> tuple[SupportDossier, bytes]:
    """The letter that went with a personal plan; that it left is recorded."""
    kept = issue_support.read_plan(work, file_id, dossier_id, whole=False)
    work.record(EventKind.DOSSIER_EXPORTED, kept, part="letter", state=kept.state)
    return kept, _letter(kept)


def _letter(kept: Dossier | SupportDossier) -> bytes:
    found = letter_in(kept.package) if kept.package and kept.letter_sha256 else b""
    if not found:
        raise NotFound("No letter went with this dossier.")
    return found
