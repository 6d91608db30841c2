"""From findings to advice: how the main screening was assessed, signed and advised on."""

from collections.abc import Mapping
from typing import Any

from app.demo.cast import Cast
from app.demo.intake import STORY
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import (
    advice_readings,
    advices,
    assessments,
    case_files,
    documents,
    steps,
    weighings,
)
from bureau.work import Work

ADVICE = "steven/advice"


def acts() -> tuple[Act, ...]:
    """From the findings to the care check on the advice."""
    return (
        Act(73, "14:30", "officer", _findings),
        Act(72, "10:40", "officer", _assess),
        Act(71, "15:20", "second", sign),
        Act(70, "09:50", "officer", _ask_advice),
        Act(58, "11:10", "officer", _question),
        Act(52, "16:25", "officer", _answer),
        Act(24, "10:05", "officer", _receive),
        Act(23, "13:15", "mayor", _read_advice),
        Act(23, "14:15", "second", _read_advice),
        Act(22, "09:25", "officer", _check),
    )


def text() -> dict[str, Any]:
    """The words of the assessment and the decision."""
    return told("judgement")


def write(cast: Cast, work: Work, row: Mapping[str, Any]) -> None:
    """Write one finding with its sources."""
    assessments.write_finding(
        work,
        cast.case,
        row["ground"],
        row["text"],
        [cast.id(source) for source in row["sources"]],
        contrary=row["contrary"],
        perceived=row["perceived"],
    )


def _findings(scene: Scene, work: Work) -> None:
    cast = Cast(scene, STORY)
    for row in text()["findings"]:
        write(cast, work, row)
    steps.take_step(work, cast.case, "T16", "de eigen bevindingen volstaan voor een beoordeling")


def _assess(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    for ground in ("a", "b"):
        danger, reasoning = text()["first"][ground]
        assessments.assess_danger(work, case, ground, reasoning, danger=danger)
    present, reasoning = text()["first"]["art_3_6"]
    assessments.assess_danger(work, case, "art_3_6", reasoning, present=present)


def sign(scene: Scene, work: Work) -> None:
    """The second reader signs what is not signed yet, as it reads now."""
    case = scene.id(STORY)
    for row in case_files.read_case(work, case).assessments:
        if row.signed_by_id is None:
            assessments.sign_assessment(work, case, row.ground, row.version)


def _ask_advice(scene: Scene, work: Work) -> None:
    advices.ask_advice(work, scene.id(STORY), text()["advice"]["reason"])


def _question(scene: Scene, work: Work) -> None:
    advices.record_question(work, scene.id(STORY), text()["advice"]["question"])


def _answer(scene: Scene, work: Work) -> None:
    advices.answer_question(work, scene.id(STORY), text()["advice"]["answer"])


def _receive(scene: Scene, work: Work) -> None:
    case, told_of = scene.id(STORY), text()["advice"]
    document = documents.add_document(
        work,
        case,
        "advies-lbb.txt",
        told_of["text"].encode(),
        title=told_of["title"],
        kind="advice",
        restricted=True,
    )
    work.session.flush()
    made = advice_readings.receive_advice(
        work,
        case,
        document.id,
        told_of["registered"],
        danger_a="serious",
        danger_b="none",
        art_3_6=False,
        summary=told_of["summary"],
        readers=told_of["readers"],
    )
    scene.keep(ADVICE, made)


def _read_advice(scene: Scene, work: Work) -> None:
    advice_readings.read_advice(work, scene.id(STORY))


def _check(scene: Scene, work: Work) -> None:
    case = scene.id(STORY)
    found = advice_readings.read_advice(work, case)
    advice_readings.check_advice(work, case, found.id, found.version, text()["advice"]["checked"])
    weighings.weigh_measure(
        work, case, **text()["weighing"], proportionate=True, conditions_identifiable=True
    )
