"""From the intention to the aftercare: how the main screening was heard and decided."""

from functools import partial

from app.demo.cast import Cast, enter
from app.demo.eyes import agree, look
from app.demo.intake import STORY
from app.demo.judgement import sign, text, write
from app.demo.stage import Act, Scene
from bureau.operations import (
    aftercare,
    assessments,
    case_files,
    deals,
    decisions,
    hearings,
    steps,
    weighings,
)
from bureau.work import Work


def acts() -> tuple[Act, ...]:
    """From the intention to the plan for monitoring."""
    return (
        Act(21, "10:35", "officer", _intend),
        Act(9, "09:55", "officer", _hear),
        Act(9, "14:20", "officer", _answer),
        Act(8, "11:05", "officer", _reassess),
        Act(8, "15:45", "second", sign),
        Act(7, "10:25", "officer", _close),
        Act(5, "16:00", "mayor", _decide),
        Act(5, "16:20", "second", partial(look, "decision")),
        Act(5, "16:35", "second", partial(agree, "decision")),
        Act(5, "16:50", "officer", _make_known),
        Act(4, "09:35", "officer", _report),
        Act(4, "10:20", "officer", _monitor),
    )


def _intend(scene: Scene, work: Work) -> None:
    case, told_of = scene.id(STORY), text()["intention"]
    steps.take_step(work, case, "T31", "ernstig gevaar op de a-grond; de maatregel is evenredig")
    hearings.send_intention(
        work,
        case,
        told_of["intended"],
        told_of["reasons"],
        scene.on(7),
        advice_copied=True,
        secrecy_notice=True,
    )


def _hear(scene: Scene, work: Work) -> None:
    cast = Cast(scene, STORY)
    hearings.receive_view(work, cast.case, text()["view"]["points"], "written", new_facts=True)
    cast.source(work, text()["late_source"])
    _refinance(cast, work)


def _refinance(cast: Cast, work: Work) -> None:
    """The loan of the application ends; what replaced it is recorded."""
    ended = text()["late_ended"]
    lender, borrower = cast.id(ended["loan"]), cast.id("steven_bv")
    rows = deals.list_deals(work, cast.case)
    loan = next(row for row in rows if {lender, borrower} <= {id_ for _, id_, _ in row.parties})
    day = cast.scene.on(ended["until"])
    deals.end_loan(work, cast.case, loan.id, loan.version, day, ended["reason"])
    enter(cast, work, text()["late"])


def _answer(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    hearing = case_files.read_case(work, case).hearings[-1]
    for point, answer in zip(hearing.points, text()["view"]["answers"], strict=True):
        hearings.answer_point(work, case, point.id, point.version, answer)


def _reassess(scene: Scene, work: Work) -> None:
    cast = Cast(scene, STORY)
    write(cast, work, text()["late_finding"])
    work.session.flush()
    file = case_files.read_case(work, cast.case)
    row = next(each for each in file.assessments if each.ground == "a")
    danger, reasoning = text()["again"]["a"]
    assessments.assess_danger(work, cast.case, "a", reasoning, danger=danger, version=row.version)
    memo = file.weighing
    weighings.weigh_measure(
        work,
        cast.case,
        **text()["weighed_again"],
        proportionate=False,
        conditions_identifiable=True,
        version=memo.version if memo else None,
    )


def _close(scene: Scene, work: Work) -> None:
    hearings.close_hearing(work, scene.id(STORY), "de zienswijze is punt voor punt beantwoord")


def _decide(scene: Scene, work: Work) -> None:
    told_of = text()["decision"]
    conditions = [(words, scene.days.coming(days)) for words, days in told_of["conditions"]]
    decisions.decide(
        work, scene.id(STORY), told_of["outcome"], told_of["reasons"], conditions=conditions
    )


def _make_known(scene: Scene, work: Work) -> None:
    decisions.make_known(work, scene.id(STORY), text()["decision"]["known"])


def _report(scene: Scene, work: Work) -> None:
    cast, told_of = Cast(scene, STORY), text()["report"]
    entities = [cast.id(key) for key in told_of["entities"]]
    decisions.register_report(work, cast.case, entities, told_of["reason"])


def _monitor(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    file = case_files.read_case(work, case)
    if file.screening:
        aftercare.plan_monitoring(work, case, file.screening.version, text()["monitoring"]["plan"])
