"""The desk where dossiers are made: gather, print, keep, each in its own piece of work.

Every function takes `unit`, which opens a piece of work in the name of whoever acts, so that the
same desk serves a page, a command and the worker, and leave is asked anew each time.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from uuid import UUID

from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports import annexing, issue, issue_support
from reports.assembly.order import USUAL, Remade, Selection
from reports.long_paper import Progress
from reports.outgoing import Printed, printed

Unit = Callable[[], AbstractContextManager[Work]]


@dataclass(frozen=True, slots=True)
class Made:
    """A kept dossier: its id, and what identifies its pages."""

    id: UUID
    number: int
    pages: int
    sha256: str
    content_sha256: str
    copy: str
    name: str
    pdf: bytes


def prepare(
    unit: Unit,
    case_id: UUID,
    track: Track,
    recipient: str,
    basis: str,
    language: Language,
    selection: Selection = USUAL,
    *,
    sent: bool = True,
    progress: Progress | None = None,
) -> Made:
    """Compose, print and keep the draft of a criminal-justice or administrative dossier.

    One that is not `sent` waits until its author looked at the pages.
    """
    wanted = recipient, basis, language, selection
    annexes = _annexes(unit, case_id, track, *wanted) if selection.annexes else ()
    with unit() as work:
        draft = issue.compose_dossier(work, case_id, track, *wanted, annexes)
    paper = printed(draft, progress)
    with unit() as work:
        kept = issue.keep_draft(work, case_id, draft, paper, sent=sent)
        return _made(kept.id, kept.number, paper)


def _annexes(
    unit: Unit,
    case_id: UUID,
    track: Track,
    recipient: str,
    _: str,
    language: Language,
    selection: Selection,
) -> tuple[Remade, ...]:
    with unit() as work:
        chosen = annexing.choose_annexes(work, case_id, track, language, selection, recipient)
    return annexing.remade(chosen)


def issue_approved(
    unit: Unit, case_id: UUID, dossier_id: UUID, progress: Progress | None = None
) -> Made:
    """Print and keep an approved dossier: it goes out exactly once."""
    with unit() as work:
        draft = issue.compose_issue(work, case_id, dossier_id)
    paper = printed(draft, progress)
    with unit() as work:
        kept = issue.issue_dossier(work, case_id, dossier_id, paper)
        return _made(kept.id, kept.number, paper)


def prepare_plan(
    unit: Unit,
    file_id: UUID,
    recipient: str,
    basis: str,
    language: Language,
    *,
    progress: Progress | None = None,
) -> Made:
    """Compose, print and keep the draft of a personal plan."""
    with unit() as work:
        draft = issue_support.compose_plan(work, file_id, recipient, basis, language)
    paper = printed(draft, progress)
    with unit() as work:
        kept = issue_support.keep_plan(work, file_id, draft, paper)
        return _made(kept.id, kept.number, paper)


def issue_plan(
    unit: Unit, file_id: UUID, dossier_id: UUID, progress: Progress | None = None
) -> Made:
    """Print and keep a personal plan the person agreed to."""
    with unit() as work:
        draft = issue_support.compose_plan_issue(work, file_id, dossier_id)
    paper = printed(draft, progress)
    with unit() as work:
        kept = issue_support.issue_plan(work, file_id, dossier_id, paper)
        return _made(kept.id, kept.number, paper)


def _made(kept_id: UUID, number: int, paper: Printed) -> Made:
    return Made(
        id=kept_id,
        number=number,
        pages=paper.pages,
        sha256=paper.sha256,
        content_sha256=paper.content_sha256,
        copy=paper.copy,
        name=paper.name,
        pdf=paper.pdf,
    )
