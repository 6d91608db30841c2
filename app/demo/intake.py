"""The first weeks of the main screening: application, form, what was missing, what came."""

from app.demo.cast import Cast, enter
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import (
    case_files,
    cases,
    documents,
    members,
    questionnaires,
    steps,
    supplements,
)
from bureau.work import Work

STORY = "steven"
SECOND, MAYOR = "second_reader", "decision_maker"


def acts() -> tuple[Act, ...]:
    """From the day of receipt to the own investigation."""
    return (
        Act(119, "09:40", "officer", _open),
        Act(117, "14:05", "officer", _test_scope),
        Act(117, "15:30", "officer", _send_form),
        Act(104, "10:20", "officer", _return_form),
        Act(102, "11:15", "officer", _ask_supplement),
        Act(89, "13:50", "officer", _supplement),
        Act(89, "16:10", "officer", _complete),
    )


def share(work: Work, cast: Cast) -> None:
    """Let the second reader and the mayor into the case."""
    for login, capacity, why in (
        ("second", SECOND, "tweede lezer van deze screening"),
        ("mayor", MAYOR, "neemt het besluit"),
    ):
        members.share_case(work, cast.case, login, capacity, why)


def _open(scene: Scene, work: Work) -> None:
    text = told(STORY)
    received = scene.on(text["received"])
    case = cases.open_case(
        work,
        "screening",
        text["title"],
        scope="SC02",
        received_on=received,
        authority=text["authority"],
    )
    scene.keep(STORY, case)
    cast = Cast(scene, STORY)
    enter(cast, work, text["intake"])
    share(work, cast)
    steps.take_step(work, cast.case, "T02", "aanvraag volledig geregistreerd")


def _test_scope(scene: Scene, work: Work) -> None:
    cast, text = Cast(scene, STORY), told(STORY)["scope"]
    screening = case_files.read_case(work, cast.case).screening
    version = screening.version if screening else 0
    applicant = cast.id("steven_bv")
    cases.record_scope_test(work, cast.case, version, applicant_id=applicant, **text)
    cast.grounds(work, told(STORY)["ordinary"])


def _send_form(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    questionnaires.send_form(work, case, "de beleidsregel selecteert deze aanvraag")


def _return_form(scene: Scene, work: Work) -> None:
    cast, text = Cast(scene, STORY), told(STORY)
    questionnaires.return_form(work, cast.case, "formulier en bijlagen ontvangen")
    questionnaires.record_answers(work, cast.case, scene.filled(text["first"]))
    for code in text["documents"]["first"]:
        questionnaires.check_requirement(work, cast.case, code, "accepted")
    missing = {gap.code for gap in supplements.list_gaps(work, cast.case)}
    for code in (*NOT_ASKED, *text["documents"]["not_needed"]):
        if code in missing:
            questionnaires.check_requirement(
                work, cast.case, code, "not_needed", remark="niet aan de orde bij deze aanvraag"
            )


NOT_ASKED = ("DC13", "DC14", "DC15", "DC22", "DC24")


def _ask_supplement(scene: Scene, work: Work) -> None:
    reason = told(STORY)["supplement"]["reason"]
    supplements.ask_supplement(work, scene.id(STORY), reason, until=scene.on(88))


def _supplement(scene: Scene, work: Work) -> None:
    cast, text = Cast(scene, STORY), told(STORY)
    questionnaires.record_answers(work, cast.case, scene.filled(text["later"]))
    for paper in text["papers"]:
        added = documents.add_document(
            work,
            cast.case,
            paper["filename"],
            paper["text"].encode(),
            title=paper["title"],
            kind=paper["kind"],
        )
        document = cast.keep(f"paper:{paper['key']}", added)
        questionnaires.check_requirement(
            work, cast.case, paper["code"], "accepted", document_id=document
        )


def _complete(scene: Scene, work: Work) -> None:
    supplements.close_supplement(work, scene.id(STORY), "alle ontbrekende stukken zijn ontvangen")
