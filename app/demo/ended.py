"""How cases stop: held by the victim track, finished, or without a result and destroyed."""

from functools import partial
from typing import Any
from uuid import UUID

from app.demo.stage import Act, Errand, Scene
from app.demo.texts import told
from bureau.model import Case
from bureau.operations import cases, destructions, endings, members, notes, safety_holds
from bureau.policy import Permission
from bureau.rules.regimes import JOINT, RegimeChoice
from bureau.rules.vocabulary import CaseKind
from bureau.work import Work

TEXT, KEEPER, SECOND, CARE = "beside", "coordinator", "second", "care"
WHY, KEEPING, CHECK = "zaak van het samenwerkingsverband", "niet langer bewaren", "victim check"
FILE = "support"
Row = dict[str, Any]


def acts() -> tuple[Act | Errand, ...]:
    """Three small cases from their opening to where they stand; and the holds on two."""
    text = told(TEXT)
    held, ended, done, lifted = (text[key] for key in ("held", "ended", "finished", "lifted"))
    return (
        Act(held["opened"], "09:30", KEEPER, partial(_open, "held", held), WHY),
        Errand(held["set"], "10:15", partial(_hold, "held", held["days"])),
        Errand(lifted["set"], "14:15", partial(_hold, "year", lifted["days"])),
        Act(lifted["released"], "09:05", CARE, _release, CHECK),
        Act(done["opened"], "09:45", KEEPER, partial(_open, "finished", done), WHY),
        Act(done["closed"], "16:10", KEEPER, partial(_close, "finished", "done", done), KEEPING),
        Act(ended["opened"], "13:20", KEEPER, partial(_open, "ended", ended), WHY),
        Act(
            ended["closed"], "16:20", KEEPER, partial(_close, "ended", "no_result", ended), KEEPING
        ),
        Act(ended["planned"], "09:15", KEEPER, _plan, KEEPING),
        Act(ended["settled"], "10:40", SECOND, _version, KEEPING),
        Act(ended["settled"], "11:10", SECOND, _settle, KEEPING),
        Act(ended["executed"], "09:20", KEEPER, _execute, KEEPING),
    )


def _open(key: str, row: Row, scene: Scene, work: Work) -> None:
    why = row["reason"] if "regime" in row else "eerste verkenning met de partners"
    regime = RegimeChoice(row.get("regime", JOINT), why, row.get("basis", "WGS 2.18 lid 1 b"))
    case = cases.open_case(work, CaseKind.PARTNERSHIP, row["title"], regime=regime)
    work.session.flush()
    scene.keep(key, case)
    members.share_case(work, case.id, SECOND, "tweede lezer", "vier ogen bij bewaren en sluiten")
    if "note" in row:
        notes.add_note(work, case.id, row["note"])


def _close(key: str, ending: str, row: Row, scene: Scene, work: Work) -> None:
    endings.close_case(work, scene.id(key), ending, row["reason"])


def _hold(key: str, days: int, scene: Scene, moment: Any) -> None:
    """The case first, the line of the file after it, each in a piece of work of its own."""
    until = scene.days.on(0) if key == "year" else scene.days.coming(days)
    reference = _reference(scene, scene.id(key), moment)
    with scene.work(CARE, moment, WHY) as work:
        mark = safety_holds.key_of(work, scene.id(FILE), until)
    with scene.work(CARE, moment, CHECK) as work:
        safety_holds.set_hold(work, reference, until, mark)
    with scene.work(CARE, moment, WHY) as work:
        safety_holds.note_hold(work, scene.id(FILE), until)


def _reference(scene: Scene, case_id: UUID, moment: Any) -> str:
    """The reference that the helper was told by word of mouth."""
    with scene.work(KEEPER, moment, WHY) as work:
        return work.case(case_id, Permission.RETENTION_READ).reference


def _release(scene: Scene, work: Work) -> None:
    mark = safety_holds.key_of(work, scene.id(FILE), None)
    case = work.session.get_one(Case, scene.id("year"))
    safety_holds.release_hold(work, case.reference, mark)


def _plan(scene: Scene, work: Work) -> None:
    scene.keep("ended/plan", destructions.plan_destruction(work))


def _version(scene: Scene, work: Work) -> int:
    return destructions.read_plan(work, scene.id("ended/plan")).version


def _settle(scene: Scene, work: Work) -> None:
    words = told(TEXT)["ended"]["approved"]
    version = _version(scene, work)
    destructions.settle_plan(work, scene.id("ended/plan"), version, words, approved=True)


def _execute(scene: Scene, work: Work) -> None:
    destructions.execute_plan(work, scene.id("ended/plan"), _version(scene, work))
