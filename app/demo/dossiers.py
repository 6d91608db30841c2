"""The dossiers of the demonstration: prepared by one, approved by another, then issued once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID

from app.demo.stage import Act, Errand, Scene
from app.demo.texts import told
from bureau.operations import copies, received
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports import issue, issue_support
from reports.outgoing import Draft, Printed, printed

MAIN, FILE = "steven", "support"
WHY = "dossier uitbrengen"
OFFICER, SECOND = "officer", "second"
READER, ROOM = "prosecutor", "lezen van wat is verstrekt"
CARE, COLLEAGUE = "care", "care.colleague"
TRACKS = (Track.CRIMINAL, Track.ADMINISTRATIVE)
PRESSES = 2


def acts() -> tuple[Act | Errand, ...]:
    """Drafts three days back, approvals and issues on the last working day."""
    return (
        Errand(3, "10:10", _prepare),
        Act(1, "09:20", SECOND, _read, WHY),
        Act(1, "09:30", SECOND, _approve, WHY),
        Act(1, "10:10", COLLEAGUE, _read_plan, WHY),
        Act(1, "10:20", COLLEAGUE, _approve_plan, WHY),
        Errand(1, "11:10", _issue),
        Act(1, "13:05", READER, _receive, ROOM),
        Act(1, "13:20", READER, _ask, ROOM),
        Act(1, "14:40", OFFICER, _answer, WHY),
        Act(1, "16:10", READER, _report, ROOM),
    )


def pressed(drafts: list[Draft]) -> list[Printed]:
    """Print side by side: paper needs no database, and each press is a process of its own."""
    with ThreadPoolExecutor(PRESSES) as presses:
        return list(presses.map(printed, drafts))


def _name(track: Track) -> str:
    return f"dossier/{track}"


def _prepare(scene: Scene, moment: datetime) -> None:
    case, file, plan = scene.id(MAIN), scene.id(FILE), told(FILE)
    drafts = []
    for track in TRACKS:
        row = told("dossiers")[track]
        with scene.work(OFFICER, moment, WHY) as work:
            words = (row["recipient"], row["basis"])
            drafts.append(issue.compose_dossier(work, case, track, *words, Language.NL))
    with scene.work(CARE, moment, WHY) as work:
        words = (plan["recipient"], plan["basis"])
        drafts.append(issue_support.compose_plan(work, file, *words, Language.NL))
    papers = pressed(drafts)
    with scene.work(OFFICER, moment, WHY) as work:
        for track, draft, paper in zip(TRACKS, drafts, papers, strict=False):
            made = scene.keep(_name(track), issue.keep_draft(work, case, draft, paper))
            if body := told("dossiers")[track].get("to"):
                copies.address_dossier(work, case, made, body)
    with scene.work(CARE, moment, WHY) as work:
        kept = issue_support.keep_plan(work, file, drafts[-1], papers[-1])
        scene.keep(_name(Track.VICTIM), kept)


def read_tracks(scene: Scene, work: Work, named: Callable[[Track], str]) -> None:
    """Open the dossier of each track, by its name in the story, and keep what it says."""
    for track in TRACKS:
        kept = issue.read_dossier(work, scene.id(MAIN), scene.id(named(track)))
        scene.words[named(track)] = kept.content_sha256


def approve_tracks(scene: Scene, work: Work, named: Callable[[Track], str]) -> None:
    """Approve exactly what was read of each track."""
    for track in TRACKS:
        digest = scene.words[named(track)]
        issue.approve_dossier(work, scene.id(MAIN), scene.id(named(track)), digest)


def _read(scene: Scene, work: Work) -> None:
    read_tracks(scene, work, _name)


def _approve(scene: Scene, work: Work) -> None:
    approve_tracks(scene, work, _name)


def _read_plan(scene: Scene, work: Work) -> None:
    plan = scene.id(_name(Track.VICTIM))
    kept = issue_support.read_plan(work, scene.id(FILE), plan)
    scene.words[_name(Track.VICTIM)] = kept.content_sha256


def _approve_plan(scene: Scene, work: Work) -> None:
    plan, digest = scene.id(_name(Track.VICTIM)), scene.words[_name(Track.VICTIM)]
    issue_support.approve_plan(work, scene.id(FILE), plan, digest)


def _issue(scene: Scene, moment: datetime) -> None:
    case, file, plan = scene.id(MAIN), scene.id(FILE), scene.id(_name(Track.VICTIM))
    with scene.work(OFFICER, moment, WHY) as work:
        drafts = [issue.compose_issue(work, case, scene.id(_name(track))) for track in TRACKS]
    with scene.work(CARE, moment, WHY) as work:
        drafts.append(issue_support.compose_plan_issue(work, file, plan))
    papers = pressed(drafts)
    with scene.work(OFFICER, moment, WHY) as work:
        for track, paper in zip(TRACKS, papers, strict=False):
            issue.issue_dossier(work, case, scene.id(_name(track)), paper)
    with scene.work(CARE, moment, WHY) as work:
        issue_support.issue_plan(work, file, plan, papers[-1])


def _received(work: Work) -> UUID:
    """The copy that was issued to the office first."""
    return received.list_received(work)[-1].id


def _receive(_: Scene, work: Work) -> None:
    copy = received.read_received(work, _received(work))
    received.confirm_receipt(work, copy.id, copy.version)


def _ask(scene: Scene, work: Work) -> None:
    question = told("dossiers")["room"]["question"]
    scene.keep("dossier/question", received.ask_question(work, _received(work), question))


def _answer(scene: Scene, work: Work) -> None:
    words = told("dossiers")["room"]["answer"]
    copies.answer_question(work, scene.id(MAIN), scene.id("dossier/question"), 1, words)


def _report(_: Scene, work: Work) -> None:
    words = told("dossiers")["room"]["feedback"]
    received.report(work, _received(work), "feedback", words, useful=True)
