"""The picture of the port city: boards of barriers with a year of history, and what cases touch."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import barrier_standings, board_changes, case_areas, case_steps
from bureau.operations.barrier_standings import StatusFields
from bureau.operations.board_changes import BarrierFields
from bureau.work import Work

STORY = "picture"
WHY = "beeld van gebied en verschijnsel"
CLOCKS = {"coordinator": "15:40", "officer": "16:05", "police": "16:15"}


def acts() -> tuple[Act, ...]:
    """Statuses and weights by the day on which somebody recorded them, then the steps."""
    text = told(STORY)
    return (
        *_daily(text["moves"], _move),
        *_daily(text["weights"], _weigh),
        *_daily(text["changes"], _change),
        *_daily(text["steps"], _touch),
        *_daily(text["places"], _place),
    )


def _daily(rows: list[dict[str, Any]], do: Any) -> Iterable[Act]:
    def key(row: dict[str, Any]) -> tuple[int, str]:
        return -row["ago"], row.get("by", "coordinator")

    for (ago, login), found in groupby(sorted(rows, key=key), key):
        clock = CLOCKS.get(login, "16:25")
        yield Act(-ago, clock, login, _each(do, tuple(found)), WHY)


def _each(do: Any, rows: tuple[dict[str, Any], ...]) -> Any:
    def act(scene: Scene, work: Work) -> None:
        for row in rows:
            do(scene, work, row)

    return act


def _move(scene: Scene, work: Work, row: dict[str, Any]) -> None:
    review = row.get("review")
    fields = StatusFields(
        status=row["status"],
        reason=row["reason"],
        since=scene.on(row["since"]),
        review_on=scene.days.exact(review) if review is not None else None,
        side_effect=row.get("side_effect", ""),
        displacement=row.get("displacement", ""),
    )
    model = row["code"].partition("-")[0]
    barrier_standings.move_barrier(work, model, row["code"], fields)


def _weigh(_: Scene, work: Work, row: dict[str, Any]) -> None:
    model = row["code"].partition("-")[0]
    barrier_standings.weigh_barrier(
        work, model, row["code"], row["effort"], row["effect"], row["note"]
    )


def _change(_: Scene, work: Work, row: dict[str, Any]) -> None:
    fields = BarrierFields(**{**row["barrier"], "leads": tuple(row["barrier"]["leads"])})
    board_changes.add_barrier(work, row["model"], row["number"], row["step"], fields, row["reason"])


def _touch(scene: Scene, work: Work, row: dict[str, Any]) -> None:
    sources = [scene.id(f"{row['story']}/{key}") for key in row["sources"]]
    case_steps.touch_step(
        work, scene.id(row["story"]), row["step"], row["role"], row["why"], sources
    )


def _place(scene: Scene, work: Work, row: dict[str, Any]) -> None:
    case_areas.place_case(work, scene.id(row["story"]), row["area"], row["why"])
