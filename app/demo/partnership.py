"""The partnership case and its meeting: planned, held, minuted, and its actions followed."""

from typing import Any

from app.demo.cast import Cast, enter
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import actions, agenda_items, cases, meetings, members
from bureau.rules.agenda import Declaration
from bureau.work import Work

STORY, MEETING = "partnership", "partnership/meeting"
WHY = "casusoverleg telefoonwinkels"
CHAIR = "coordinator"


def acts() -> tuple[Act, ...]:
    """From the signal to what came of the agreed actions."""
    partners = sorted({login for item in items() for login, _ in item["seats"]})
    return (
        Act(40, "09:20", CHAIR, _open, WHY),
        Act(32, "13:05", CHAIR, _facts, WHY),
        Act(30, "10:40", CHAIR, _plan, WHY),
        Act(27, "11:10", CHAIR, _freeze, WHY),
        Act(16, "13:30", CHAIR, _hold, WHY),
        Act(15, "10:15", CHAIR, _write, WHY),
        *(Act(13, f"1{n}:05", login, _approve, WHY) for n, login in enumerate((*partners, CHAIR))),
        Act(10, "09:05", CHAIR, _track, WHY),
        *(Act(6, f"{n + 9:02d}:25", owner, _report, WHY) for n, owner in enumerate(_reporters())),
    )


def items() -> list[dict[str, Any]]:
    """The agenda as the texts tell it."""
    return list(told(STORY)["items"])


def _reporters() -> list[str]:
    return sorted({a["owner"] for item in items() for a in item["actions"] if a["result"]})


def _open(scene: Scene, work: Work) -> None:
    case = cases.open_case(work, "partnership", told(STORY)["title"])
    scene.keep(STORY, case)
    for row in told(STORY)["members"]:
        members.share_case(work, case.id, row["login"], "partner", row["why"])


def _facts(scene: Scene, work: Work) -> None:
    enter(Cast(scene, STORY), work, told(STORY)["facts"])


def _plan(scene: Scene, work: Work) -> None:
    case, text = scene.id(STORY), told(STORY)
    meeting = meetings.plan_meeting(
        work, case, text["meeting"], scene.on(16), text["place"], text["purpose"]
    )
    work.session.flush()
    scene.keep(MEETING, meeting)
    for number, item in enumerate(items()):
        asked = ("title", "question", "phase", "basis", "victim_check", "without_persons")
        wanted = agenda_items.Wanted(**{field: item[field] for field in asked})
        seats = [(login, why) for login, why in item["seats"]]
        made = agenda_items.add_item(work, case, meeting.id, wanted, seats)
        work.session.flush()
        scene.keep(_item(number), made)


def _item(number: int) -> str:
    return f"partnership/item:{number}"


def _step(scene: Scene, work: Work, target: str) -> None:
    case, meeting = scene.id(STORY), scene.id(MEETING)
    work.session.flush()
    at = meetings.read_meeting(work, case, meeting).meeting
    meetings.step_meeting(work, case, meeting, at.version, target)


def _freeze(scene: Scene, work: Work) -> None:
    _step(scene, work, "agenda_frozen")


def _hold(scene: Scene, work: Work) -> None:
    """The meeting itself: who sat there, item by item, and what was agreed."""
    case = scene.id(STORY)
    _step(scene, work, "in_session")
    for number, item in enumerate(items()):
        found = agenda_items.read_item(work, case, scene.id(_item(number))).item
        told_none = agenda_items.Attendance(True, Declaration.NO_INTEREST)
        seats = {seat.id: told_none for seat in found.seats}
        agenda_items.record_attendance(work, case, found.id, seats)
        for number_of, action in enumerate(item["actions"]):
            made = actions.agree_action(
                work,
                case,
                found.id,
                action["text"],
                action["owner"],
                action["power"],
                action["barrier"],
                scene.days.coming(action["due"]),
            )
            scene.keep(f"{_item(number)}/{number_of}", made)


def _write(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    _step(scene, work, "minutes_draft")
    for number, item in enumerate(items()):
        found = agenda_items.read_item(work, case, scene.id(_item(number))).item
        agenda_items.write_minutes(
            work,
            case,
            found.id,
            found.version,
            item["minutes"],
            item["decision_kind"],
            item["decision"],
            item["dissent"],
            item["victim_check"],
        )
    _step(scene, work, "minutes_approved")


def _approve(scene: Scene, work: Work) -> None:
    view = meetings.read_meeting(work, scene.id(STORY), scene.id(MEETING))
    for item in view.items:
        agenda_items.approve_minutes(work, scene.id(STORY), item.id)


def _track(scene: Scene, work: Work) -> None:
    _step(scene, work, "tracking")


def _report(scene: Scene, work: Work) -> None:
    """Whoever acts tells how far the actions of the own organisation are."""
    told_by = {a["text"]: a for item in items() for a in item["actions"] if a["result"]}
    for action in actions.list_own_actions(work):
        if row := told_by.get(action.text):
            actions.report_action(
                work,
                scene.id(STORY),
                action.id,
                action.version,
                row["status"],
                row["result"],
            )
