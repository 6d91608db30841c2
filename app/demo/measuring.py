"""Measures of the plans: proposed, heard, decided, carried out, objected to, and their harm."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from app.demo.stage import Act, Scene
from bureau.model import EnforcementMeasure
from bureau.operations import aftermaths, measures
from bureau.operations.measures import Decided
from bureau.work import Work

CASE, STORY, BY = "year", "planning", "coordinator"
WHY = "bestuurlijke maatregel"
Row = dict[str, Any]
Doing = Callable[[Row, Scene, Work], None]


def acts_of_measures(rows: Iterable[Row]) -> Iterator[Act]:
    """Each measure as far as it has come."""
    for row in rows:
        for step, act in STEPS.items():
            if step in row:
                yield Act(row[step], "10:40", BY, partial(act, row), WHY)
        if objection := row.get("objection"):
            yield Act(objection["ago"], "11:05", BY, partial(_object, row), WHY)
        if dropped := row.get("dropped"):
            yield Act(dropped["ago"], "11:05", BY, partial(_drop, row), WHY)
        for harm in row.get("harm", ()):
            yield Act(harm["ago"], "16:30", BY, partial(_harm, row, harm), WHY)


def _propose(row: Row, scene: Scene, work: Work) -> None:
    plan = scene.id(f"{STORY}/{row['plan']}")
    made = measures.propose_measure(
        work, scene.id(CASE), row["code"], row["told"], barrier=row["barrier"], plan_id=plan
    )
    work.session.flush()
    scene.keep(_key(row), made)


def _key(row: Row) -> str:
    return f"measure/{row['key']}"


def _at(row: Row, scene: Scene, work: Work) -> EnforcementMeasure:
    return measures.read_measure(work, scene.id(CASE), scene.id(_key(row))).measure


def _invite(row: Row, scene: Scene, work: Work) -> None:
    until = scene.days.exact(row["until"])
    measures.invite_view(work, scene.id(CASE), scene.id(_key(row)), work.today, until)


def _hear(row: Row, scene: Scene, work: Work) -> None:
    measures.record_view(
        work, scene.id(CASE), scene.id(_key(row)), work.today, row["view"], row["answer"]
    )


def _decide(row: Row, scene: Scene, work: Work) -> None:
    found = _at(row, scene, work)
    dates = Decided(on=work.today, known_on=work.today, starts_on=work.today)
    measures.decide_measure(work, scene.id(CASE), found.id, found.version, dates)


def _execute(row: Row, scene: Scene, work: Work) -> None:
    aftermaths.execute_measure(work, scene.id(CASE), scene.id(_key(row)), work.today, row["costs"])


def _object(row: Row, scene: Scene, work: Work) -> None:
    told = row["objection"]
    aftermaths.record_outcome(
        work,
        scene.id(CASE),
        scene.id(_key(row)),
        scene.on(told["on"]),
        told["outcome"],
        told["reason"],
    )


def _drop(row: Row, scene: Scene, work: Work) -> None:
    measures.drop_measure(work, scene.id(CASE), scene.id(_key(row)), row["dropped"]["reason"])


def _harm(row: Row, harm: Row, scene: Scene, work: Work) -> None:
    aftermaths.record_harm(
        work,
        scene.id(CASE),
        scene.id(_key(row)),
        harm["month"],
        harm["counts"],
        harm["remarks"],
        harm["source"],
    )


STEPS: dict[str, Doing] = {
    "proposed": _propose,
    "invited": _invite,
    "heard": _hear,
    "decided": _decide,
    "executed": _execute,
}
