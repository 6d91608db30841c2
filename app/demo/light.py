"""Two light screenings: so that the second reader and the mayor have something to do today."""

from collections.abc import Callable
from typing import Any

from app.demo.cast import Cast
from app.demo.forms import usual
from app.demo.intake import share
from app.demo.stage import Act, Doing
from app.demo.texts import told
from bureau.operations import (
    assessments,
    case_files,
    cases,
    indicators,
    investigations,
    questionnaires,
    steps,
    supplements,
)
from bureau.rules.questionnaire import Answer
from bureau.work import Work

Step = Callable[[Cast, Work, dict[str, Any]], None]
ANSWERS: dict[str, Answer] = {
    "Q02.01": "40000.00",
    "Q02.02": "40000.00",
    "Q02.03": [{"origin": "spaarrekening", "amount": "40000.00", "date": "", "evidence": "ja"}],
}


def acts() -> tuple[Act, ...]:
    """Both screenings, each up to the person who has to act now."""
    return tuple(act for row in told("light")["cases"] for act in _acts(row))


def _acts(row: dict[str, Any]) -> list[Act]:
    received = row["received"]
    road: list[tuple[int, str, str, Step]] = [
        (0, "09:05", "officer", _open),
        (2, "11:35", "officer", _send),
        (13, "10:50", "officer", _return),
        (15, "13:10", "officer", _look),
    ]
    if row["goes_on"]:
        road += [
            (19, "15:05", "second", _close),
            (21, "09:10", "officer", _assess),
            (26, "14:45", "second", _sign),
            (28, "11:50", "officer", _to_mayor),
        ]
    return [Act(received - after, clock, by, _done(step, row)) for after, clock, by, step in road]


def _done(step: Step, row: dict[str, Any]) -> Doing:
    return lambda scene, work: step(Cast(scene, row["key"]), work, row)


def _open(cast: Cast, work: Work, row: dict[str, Any]) -> None:
    received = cast.scene.on(row["received"])
    case = cases.open_case(
        work, "screening", row["title"], scope=row["scope"], received_on=received
    )
    cast.scene.keep(row["key"], case)
    source = {"key": "form", "title": "Aanvraagformulier", "kind": "form", "on": row["received"]}
    source |= {"origin": row["company"], "how": "digitaal ingediend", "basis": "Awb 4:2"}
    cast.source(work, source)
    leads = {"source": "form", "key": "person", "roles": [["R03", "bestuurder"]]}
    cast.person(work, row["person"] | leads)
    applies = {"source": "form", "key": "company", "roles": [["R01", "aanvrager"]]}
    cast.company(work, applies | {"name": row["company"], "kvk": row["kvk"]})
    cast.tie(work, {"kind": "owns", "from": "person", "to": "company", "source": "form"})
    share(work, cast)
    steps.take_step(work, cast.case, "T02", "aanvraag geregistreerd")


def _send(cast: Cast, work: Work, _: dict[str, Any]) -> None:
    words = told("light")["words"]
    screening = case_files.read_case(work, cast.case).screening
    cases.record_scope_test(
        work,
        cast.case,
        screening.version if screening else 0,
        ordinary_grounds=words["ordinary"],
        policy_reason=words["policy"],
        applicant_id=cast.id("company"),
    )
    cast.grounds(work, {"*": words["ordinary"]})
    questionnaires.send_form(work, cast.case, words["policy"])


def _return(cast: Cast, work: Work, row: dict[str, Any]) -> None:
    questionnaires.return_form(work, cast.case, "formulier compleet ontvangen")
    on = cast.scene.on(row["received"])
    questionnaires.record_answers(work, cast.case, usual(row["scope"], on, ANSWERS))
    for gap in supplements.list_gaps(work, cast.case):
        questionnaires.check_requirement(work, cast.case, gap.code, "accepted")
    questionnaires.complete_form(work, cast.case, "alle vragen en stukken zijn er")


def _look(cast: Cast, work: Work, _: dict[str, Any]) -> None:
    words = told("light")["words"]
    for register, question, result in words["registers"]:
        investigations.consult(work, cast.case, register, cast.id("company"), question, result)
    for one in indicators.compute_indicators(work, cast.case):
        work.session.flush()
        if one.signal == "fired":
            indicators.answer_indicator(
                work, cast.case, one.code, "explained", words["answered"], one.version
            )


def _close(cast: Cast, work: Work, _: dict[str, Any]) -> None:
    investigations.close_light_check(work, cast.case)


def _assess(cast: Cast, work: Work, _: dict[str, Any]) -> None:
    words = told("light")["words"]
    steps.take_step(work, cast.case, "T12", "lichte toets gesloten door de tweede lezer")
    assessments.write_finding(
        work, cast.case, "a", words["finding"], [cast.id("form")], perceived="document"
    )
    for ground in ("a", "b"):
        assessments.assess_danger(work, cast.case, ground, words["none"], danger="none")
    assessments.assess_danger(work, cast.case, "art_3_6", words["none"], present=False)


def _sign(cast: Cast, work: Work, _: dict[str, Any]) -> None:
    for one in case_files.read_case(work, cast.case).assessments:
        assessments.sign_assessment(work, cast.case, one.ground, one.version)


def _to_mayor(cast: Cast, work: Work, _: dict[str, Any]) -> None:
    steps.take_step(work, cast.case, "T27", "eigen conclusie, ondertekend door de tweede lezer")
    steps.take_step(work, cast.case, "T28", "geen gevaar")
