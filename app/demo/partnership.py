"""The partnership case and the year of its meetings."""

from typing import Any

from app.demo.cast import Cast, enter
from app.demo.meetings import CHAIR, Told
from app.demo.signals import accepted
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import members, phases
from bureau.work import Work

STORY, MEETING = "partnership", "partnership/meeting"
YEAR = "meetings"
WHY = "casusoverleg telefoonwinkels"


def acts() -> tuple[Act, ...]:
    """From the signal to what came of the agreed actions, meeting by meeting."""
    days = told(STORY)["opened"]
    return (
        Act(days["open"], "09:20", CHAIR, _open, WHY),
        Act(days["open"], "14:40", CHAIR, _weigh, WHY),
        Act(days["facts"], "13:05", CHAIR, _facts, WHY),
        *(act for meeting in year() for act in meeting.acts()),
    )


def year() -> tuple[Told, ...]:
    """The meetings of the story; the one that is being tracked has the name of the case."""
    others = tuple(Told(STORY, row["key"], row, WHY) for row in told(YEAR)["meetings"])
    return (*others, Told(STORY, STORY, told(STORY), WHY))


def items() -> list[dict[str, Any]]:
    """The agenda of the meeting that is being tracked, as the texts tell it."""
    return list(told(STORY)["items"])


def _open(scene: Scene, work: Work) -> None:
    case = accepted(scene, work, told(STORY)["title"], "kompas")
    scene.keep(STORY, case)
    there = {row.user.login for row in case.members}
    for row in told(STORY)["members"]:
        if row["login"] not in there:
            members.share_case(work, case.id, row["login"], "partner", row["why"])


def _facts(scene: Scene, work: Work) -> None:
    enter(Cast(scene, STORY), work, told(STORY)["facts"])


def _weigh(scene: Scene, work: Work) -> None:
    """The necessity of phase 2, written down before its data are asked."""
    row = told(STORY)["phase"]
    phases.enter_phase(work, scene.id(STORY), row["phase"], row["necessity"], row["named"])
