"""Plans of the partners on the quay: prepared, started, measured and evaluated, with lessons."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from app.demo.measuring import Row, acts_of_measures
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import interventions, plan_series, worksheets
from bureau.rules.plans import SeriesPlace
from bureau.work import Work

STORY, CASE, BY = "planning", "year", "coordinator"
WHY = "plan van de partners"
BATCH = 3  # how many numbers of a series are entered at once


def acts() -> tuple[Act, ...]:
    """The shared problem, then each plan with its measures, then what was learned."""
    text = told(STORY)
    return (
        *_problem(text["problem"]),
        *(act for plan in text["plans"] for act in _plan(plan)),
        *acts_of_measures(text["measures"]),
        *(act for row in text["lessons"] for act in _lesson(row)),
    )


def _problem(row: Row) -> Iterator[Act]:
    yield Act(row["begun"], "10:00", BY, partial(_begin, row), WHY)
    yield Act(row["reworked"], "10:00", BY, partial(_rework, row), WHY)
    for voice in row["voices"]:
        signed = partial(_sign, f"{STORY}/problem", voice)
        yield Act(voice["ago"], "13:15", voice["by"], signed, WHY)


def _plan(row: Row) -> Iterator[Act]:
    yield Act(row["opened"], "09:45", BY, partial(_open, row), WHY)
    yield Act(row["started"], "15:50", BY, partial(_start, row), WHY)
    for series in row["series"]:
        days = series["ago"]
        for first in range(1, len(days), BATCH):
            last = min(first + BATCH, len(days)) - 1
            measured = partial(_measure, series, range(first, last + 1))
            yield Act(days[last], "09:15", BY, measured, WHY)
    if end := row.get("end"):
        yield from _ended(row, end)


def _ended(row: Row, end: Row) -> Iterator[Act]:
    yield Act(end["tested"], "11:20", BY, partial(_test, row, end), WHY)
    yield Act(end["written"], "10:30", BY, partial(_write_evaluation, row, end), WHY)
    for voice in end["voices"]:
        signed = partial(_sign, f"{STORY}/{row['key']}/evaluation", {**voice, "number": 1})
        yield Act(voice["ago"], "14:30", voice["by"], signed, WHY)
    yield Act(end["evaluated"], "15:10", BY, partial(_evaluate, row, end), WHY)


def _lesson(row: Row) -> Iterator[Act]:
    yield Act(row["ago"], "16:00", BY, partial(_learn, row), WHY)
    if "published" in row:
        yield Act(row["published"]["ago"], "16:10", BY, partial(_publish, row), WHY)


def _begin(row: Row, scene: Scene, work: Work) -> None:
    sheet = worksheets.begin_sheet(work, scene.id(CASE), "problem", row["title"], row["first"])
    work.session.flush()
    scene.keep(f"{STORY}/problem", sheet)


def _rework(row: Row, scene: Scene, work: Work) -> None:
    sheet = scene.id(f"{STORY}/problem")
    words = row["first"] | row["second"]
    worksheets.write_sheet(work, scene.id(CASE), sheet, 1, words, row["reason"])


def _sign(name: str, voice: Row, scene: Scene, work: Work) -> None:
    agrees, remark = voice.get("agrees", True), voice.get("remark", "")
    worksheets.sign_sheet(
        work, scene.id(CASE), scene.id(name), voice["number"], agrees=agrees, remark=remark
    )


def _open(row: Row, scene: Scene, work: Work) -> None:
    """A plan with its options, its theory and what it will be measured by."""
    case = scene.id(CASE)
    plan = interventions.open_plan(work, case, row["title"])
    work.session.flush()
    scene.keep(f"{STORY}/{row['key']}", plan)
    for option in row["options"]:
        sheet = worksheets.begin_sheet(
            work,
            case,
            "option",
            option["title"],
            option["told"],
            plan_id=plan.id,
            track=option["track"],
        )
        work.session.flush()
        if "why" in option:
            worksheets.choose_option(work, case, sheet.id, option["why"])
    worksheets.begin_sheet(work, case, "theory", row["title"], row["theory"], plan_id=plan.id)
    for series in row["series"]:
        made = plan_series.add_series(
            work, case, plan.id, series["name"], series["goal"], series["source"]
        )
        work.session.flush()
        scene.keep(f"{STORY}/{series['key']}", made)
        _measure(series, range(1), scene, work)
    _assume(row, scene, work)


def _assume(row: Row, scene: Scene, work: Work) -> None:
    plan, check_on = scene.id(f"{STORY}/{row['key']}"), scene.days.exact(row["check_on"])
    made = plan_series.add_assumption(work, scene.id(CASE), plan, row["assumption"], check_on)
    work.session.flush()
    scene.keep(f"{STORY}/{row['key']}/assumption", made)


def _start(row: Row, scene: Scene, work: Work) -> None:
    case, plan_id = scene.id(CASE), scene.id(f"{STORY}/{row['key']}")
    plan = interventions.read_plan(work, case, plan_id).plan
    interventions.prepare_plan(
        work,
        case,
        plan_id,
        plan.version,
        barriers=tuple(row["barriers"]),
        evaluator=row["evaluator"],
        evaluate_on=scene.days.exact(row["evaluate_on"]),
        comparison=row["comparison"],
    )
    work.session.flush()
    interventions.step_plan(work, case, plan_id, plan.version, "start", row["reason"])


def _measure(series: Row, numbers: range, scene: Scene, work: Work) -> None:
    """Enter some of the numbers of an outcome, for each place."""
    for number in numbers:
        for place in SeriesPlace:
            plan_series.add_point(
                work,
                scene.id(CASE),
                scene.id(f"{STORY}/{series['key']}"),
                place,
                scene.on(series["ago"][number]),
                series[place][number],
            )


def _test(row: Row, end: Row, scene: Scene, work: Work) -> None:
    assumption = scene.id(f"{STORY}/{row['key']}/assumption")
    plan_series.check_assumption(work, scene.id(CASE), assumption, 1, end["holds"], end["result"])


def _write_evaluation(row: Row, end: Row, scene: Scene, work: Work) -> None:
    plan = scene.id(f"{STORY}/{row['key']}")
    sheet = worksheets.begin_sheet(
        work, scene.id(CASE), "evaluation", row["title"], end["told"], plan_id=plan
    )
    work.session.flush()
    scene.keep(f"{STORY}/{row['key']}/evaluation", sheet)


def _evaluate(row: Row, end: Row, scene: Scene, work: Work) -> None:
    plan_id = scene.id(f"{STORY}/{row['key']}")
    plan = interventions.read_plan(work, scene.id(CASE), plan_id).plan
    interventions.step_plan(work, scene.id(CASE), plan_id, plan.version, "evaluate", end["reason"])


def _learn(row: Row, scene: Scene, work: Work) -> None:
    sheet = worksheets.begin_sheet(work, scene.id(CASE), "lesson", row["title"], row["told"])
    work.session.flush()
    scene.keep(f"{STORY}/{row['title']}", sheet)


def _publish(row: Row, scene: Scene, work: Work) -> None:
    sheet: Any = scene.id(f"{STORY}/{row['title']}")
    worksheets.publish_lesson(work, scene.id(CASE), sheet, row["published"]["checked"])
