"""The survey of the partners: a round that is told, and one that is open today."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import surveys
from bureau.rules import survey as law
from bureau.work import Work

BY, WHY = "coordinator", "enquête onder de partners"
Row = dict[str, Any]


def acts() -> tuple[Act, ...]:
    """Each round: opened, answered by some of those who were asked, and closed."""
    return tuple(
        act for number, row in enumerate(told("beside")["rounds"]) for act in _round(number, row)
    )


def _round(number: int, row: Row) -> Iterator[Act]:
    key = f"survey/{number}"
    yield Act(row["opened"], "09:10", BY, partial(_open, key), WHY)
    for day, (login, marks) in enumerate(row["answers"].items(), 1):
        yield Act(row["opened"] - day, "16:35", login, partial(_answer, key, marks), WHY)
    if "closed" in row:
        yield Act(row["closed"], "09:35", BY, partial(_close, key), WHY)


def _open(key: str, scene: Scene, work: Work) -> None:
    scene.keep(key, surveys.open_survey(work))


def _answer(key: str, marks: list[int], scene: Scene, work: Work) -> None:
    codes = [row.code for row in law.questions().on(work.today)]
    given = dict(zip(codes, marks, strict=True))
    surveys.answer_survey(work, scene.id(key), given)


def _close(key: str, scene: Scene, work: Work) -> None:
    version = surveys.read_survey(work, scene.id(key)).survey.version
    surveys.close_survey(work, scene.id(key), version)
