"""How people looked in the last weeks, what the rules asked about it, and who answered."""

from typing import Any

from app.demo.partnership import STORY
from app.demo.stage import Act, Doing, Scene
from app.demo.texts import told
from bureau.operations import alerts, case_files, search
from bureau.operations.search import Errand
from bureau.work import Work

DESK = "INTAKE"
CONTROL = "controle op inzage"


def acts() -> tuple[Act, ...]:
    """Three looks that a rule asks about, the run of the rules, and the answers of reviewers."""
    looked = told("looking")
    return (
        *(Act(9, row["clock"], row["by"], _search(row)) for row in looked["searches"]),
        *(Act(6, clock, "coordinator", _open) for clock in looked["late"]),
        Act(5, "07:05", "admin", _run, CONTROL),
        *(Act(row["ago"], row["clock"], row["by"], _answer(row), CONTROL)
          for row in looked["answers"]),
    )  # fmt: skip


def _search(row: dict[str, Any]) -> Doing:
    def doing(_: Scene, work: Work) -> None:
        errand = Errand(DESK, None, row["reason"])
        for text in row["texts"]:
            search.search_case_records(work, text, errand)

    return doing


def _open(scene: Scene, work: Work) -> None:
    case_files.read_case(work, scene.id(STORY))


def _run(_: Scene, work: Work) -> None:
    alerts.watch(work)


def _answer(row: dict[str, Any]) -> Doing:
    def doing(_: Scene, work: Work) -> None:
        for line in alerts.list_alerts(work):
            if (line.rule.code, line.name) == (row["rule"], row["about"]):
                version = alerts.read_alert(work, line.id).version
                alerts.answer(work, line.id, version, row["verdict"], row["reason"])

    return doing
