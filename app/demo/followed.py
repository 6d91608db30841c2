"""What went out is followed: a second version, a correction that is told, a dossier taken back."""

from datetime import datetime
from uuid import UUID

from app.demo.dossiers import (
    MAIN,
    OFFICER,
    SECOND,
    TRACKS,
    WHY,
    approve_tracks,
    pressed,
    read_tracks,
)
from app.demo.stage import Act, Errand, Scene
from app.demo.texts import told
from bureau.operations import approvals, copies, parties, party_corrections
from bureau.rules.notices import NoticeKind
from bureau.rules.vocabulary import Language, Track
from bureau.work import Work
from reports import issue, notice_paper, notices
from reports.notices import Wanted

FIRST = f"dossier/{Track.CRIMINAL}"
AGAIN = "dossier/again"
ASKED = "notice"


def acts() -> tuple[Act | Errand, ...]:
    """The end of the last working day, after the first versions went out and were answered."""
    return (
        Act(1, "16:15", OFFICER, _correct, WHY),
        Errand(1, "16:20", _prepare),
        Act(1, "16:35", SECOND, _read, WHY),
        Act(1, "16:40", SECOND, _approve, WHY),
        Errand(1, "16:45", _issue),
        Errand(1, "16:55", _make),
        Act(1, "17:05", SECOND, _open, WHY),
        Act(1, "17:10", SECOND, _agree, WHY),
        Act(1, "17:15", OFFICER, _send, WHY),
    )


def _name(track: Track) -> str:
    return f"{AGAIN}/{track}"


def _correct(scene: Scene, work: Work) -> None:
    row = told("dossiers")["corrected"]
    key, field = scene.id(f"{MAIN}/{row['party']}"), row["field"]
    version = parties.read_party(work, scene.id(MAIN), key).version
    [made] = party_corrections.correct_party(
        work, scene.id(MAIN), key, version, {field: row["value"]}, row["reason"]
    )
    work.session.flush()
    scene.keep("correction", made)


def _prepare(scene: Scene, moment: datetime) -> None:
    case, drafts = scene.id(MAIN), []
    for track in TRACKS:
        row = told("dossiers")["again"][track]
        with scene.work(OFFICER, moment, WHY) as work:
            words = (row["recipient"], row["basis"])
            drafts.append(issue.compose_dossier(work, case, track, *words, Language.NL))
    papers = pressed(drafts)
    with scene.work(OFFICER, moment, WHY) as work:
        for track, draft, paper in zip(TRACKS, drafts, papers, strict=True):
            made = scene.keep(_name(track), issue.keep_draft(work, case, draft, paper))
            copies.address_dossier(work, case, made, told("dossiers")["again"][track]["to"])


def _read(scene: Scene, work: Work) -> None:
    read_tracks(scene, work, _name)


def _approve(scene: Scene, work: Work) -> None:
    approve_tracks(scene, work, _name)


def _issue(scene: Scene, moment: datetime) -> None:
    case = scene.id(MAIN)
    with scene.work(OFFICER, moment, WHY) as work:
        drafts = [issue.compose_issue(work, case, scene.id(_name(track))) for track in TRACKS]
    papers = pressed(drafts)
    with scene.work(OFFICER, moment, WHY) as work:
        for track, paper in zip(TRACKS, papers, strict=True):
            issue.issue_dossier(work, case, scene.id(_name(track)), paper)


def _notices(scene: Scene) -> tuple[tuple[str, UUID, Wanted], ...]:
    """Each notice by its name in the story: about which dossier, and what it says."""
    row = told("dossiers")["recall"]
    corrected = Wanted(NoticeKind.CORRECTION, corrections=(scene.id("correction"),))
    recall = Wanted(NoticeKind.RECALL, row["why"], row["ground"], row["duty"])
    return (
        ("notice/corrected", scene.id(FIRST), corrected),
        ("notice/recall", scene.id(_name(Track.ADMINISTRATIVE)), recall),
    )


def _make(scene: Scene, moment: datetime) -> None:
    for name, dossier, wanted in _notices(scene):
        with scene.work(OFFICER, moment, WHY) as work:
            made = notices.compose_notice(work, scene.id(MAIN), dossier, wanted)
        paper = notice_paper.printed(made)
        with scene.work(OFFICER, moment, WHY) as work:
            scene.keep(name, notices.keep_notice(work, scene.id(MAIN), dossier, wanted, paper))


def _open(scene: Scene, work: Work) -> None:
    for name, dossier, _ in _notices(scene):
        notices.read_notice(work, scene.id(MAIN), dossier, scene.id(name))


def _agree(_: Scene, work: Work) -> None:
    for line in approvals.list_tasks(work):
        if line.code == ASKED:
            seen = approvals.open_request(work, line.id)
            approvals.approve(work, line.id, seen.version, seen.digest)


def _send(scene: Scene, work: Work) -> None:
    for name, dossier, _ in _notices(scene):
        notices.issue_notice(work, scene.id(MAIN), dossier, scene.id(name))
