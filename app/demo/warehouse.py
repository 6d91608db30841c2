"""The second screening, still running: the resale of a warehouse, and a supplement asked for."""

from app.demo.cast import Cast, enter
from app.demo.forms import usual
from app.demo.inquiry import consult
from app.demo.intake import share
from app.demo.reckoning import reckon
from app.demo.searching import judge
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import (
    case_files,
    cases,
    indicators,
    networks,
    questionnaires,
    steps,
    supplements,
)
from bureau.work import Work

STORY, SCOPE = "warehouse", "SC09"
MISSING = ("DC20", "DC09", "DC08")


def acts() -> tuple[Act, ...]:
    """From the application to the supplement that is awaited."""
    return (
        Act(58, "10:20", "officer", _open),
        Act(55, "13:30", "officer", _test_scope),
        Act(45, "09:40", "officer", _send_form),
        Act(20, "15:55", "officer", _return_form),
        Act(18, "10:45", "officer", _facts),
        Act(17, "11:15", "officer", _consult, told(STORY)["purpose"]),
        Act(12, "13:40", "officer", _search, told(STORY)["purpose"]),
        Act(11, "09:50", "officer", _judge),
        Act(8, "14:25", "officer", _ask_supplement),
    )


def _open(scene: Scene, work: Work) -> None:
    text = told(STORY)
    received = scene.on(text["received"])
    case = cases.open_case(
        work,
        "screening",
        text["title"],
        scope=SCOPE,
        received_on=received,
        authority=text["authority"],
    )
    scene.keep(STORY, case)
    cast = Cast(scene, STORY)
    enter(cast, work, text["intake"])
    share(work, cast)
    steps.take_step(work, cast.case, "T02", "aanvraag geregistreerd")


def _test_scope(scene: Scene, work: Work) -> None:
    cast, text = Cast(scene, STORY), told(STORY)
    screening = case_files.read_case(work, cast.case).screening
    cases.record_scope_test(
        work,
        cast.case,
        screening.version if screening else 0,
        ordinary_grounds=text["scope_ordinary"],
        policy_reason=text["scope_policy"],
        applicant_id=cast.id("noorderlicht"),
    )


def _send_form(scene: Scene, work: Work) -> None:
    reason = "bouwkosten boven de grens van de beleidsregel"
    questionnaires.send_form(work, scene.id(STORY), reason, due=scene.on(24))


def _return_form(scene: Scene, work: Work) -> None:
    case, text = scene.id(STORY), told(STORY)
    questionnaires.return_form(work, case, "formulier met een deel van de bijlagen ontvangen")
    answers = usual(SCOPE, scene.on(text["received"]), scene.filled(text["answers"]))
    del answers["Q02.04"]
    questionnaires.record_answers(work, case, answers)
    for gap in supplements.list_gaps(work, case):
        if gap.code.startswith("DC") and gap.code not in MISSING:
            questionnaires.check_requirement(work, case, gap.code, "accepted")


def _facts(scene: Scene, work: Work) -> None:
    cast = Cast(scene, STORY)
    enter(cast, work, told(STORY)["facts"])
    reckon(cast, work, told(STORY)["reckoning"])


def _consult(scene: Scene, work: Work) -> None:
    consult(Cast(scene, STORY), work, "light")


def _search(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    networks.detect(work, case, told(STORY)["purpose"], ["UB-38"])
    indicators.compute_indicators(work, case)


def _judge(scene: Scene, work: Work) -> None:
    """The lead with an ordinary reason is settled; the other waits for the deeds."""
    cast = Cast(scene, STORY)
    judge(cast, work, told("leads")["warehouse"], status="explained")


def _ask_supplement(scene: Scene, work: Work) -> None:
    reason = told(STORY)["supplement"]
    supplements.ask_supplement(work, scene.id(STORY), reason, until=scene.days.coming(4))
