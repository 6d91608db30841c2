"""Searching for patterns in a case, answering every innocent explanation, judging each lead."""

from collections.abc import Mapping
from typing import Any

from app.demo import numbers
from app.demo.cast import Cast
from app.demo.intake import STORY
from app.demo.stage import Act, Scene
from app.demo.texts import told
from bureau.operations import leads, networks
from bureau.operations.leads import LeadLine, LeadView
from bureau.work import Work

Opinion = Mapping[str, Any]


def acts() -> tuple[Act, ...]:
    """The search in the main screening, and the days in which its leads were answered."""
    return (
        Act(78, "10:15", "officer", _search, told("leads")["purpose"]),
        Act(77, "09:30", "officer", _judge_some),
        Act(76, "13:45", "officer", _judge_others),
    )


def _search(scene: Scene, work: Work) -> None:
    asked = told("leads")
    networks.detect(
        work, scene.id(STORY), asked["purpose"], asked["patterns"], hops=3, reason=asked["reach"]
    )


def _judge_some(scene: Scene, work: Work) -> None:
    judge(Cast(scene, STORY), work, told("leads")["leads"], status="explained")


def _judge_others(scene: Scene, work: Work) -> None:
    judge(Cast(scene, STORY), work, told("leads")["leads"], status="retained")


def judge(cast: Cast, work: Work, opinions: list[Opinion], *, status: str) -> None:
    """Answer and judge the leads of which the texts say that they end so."""
    for line in leads.list_leads(work, cast.case):
        opinion = opinion_on(line, opinions)
        if opinion and opinion["status"] == status and line.status == "new":
            _settle(cast, work, leads.read_lead(work, cast.case, line.id), opinion)


def opinion_on(line: LeadLine, opinions: list[Opinion]) -> Opinion | None:
    """What the texts say of this lead; None for one that is left open."""
    touched = {label for _, label in line.subjects}
    for opinion in opinions:
        if opinion["pattern"] == line.pattern and _called(opinion["about"]) & touched:
            return opinion
    return None


def _called(about: str) -> set[str]:
    return {about, numbers.account(int(about))} if about.isdigit() else {about}


def _settle(cast: Cast, work: Work, lead: LeadView, opinion: Opinion) -> None:
    for row in lead.innocents:
        answer, evidence, source = opinion["answers"][row.code]
        leads.answer_innocent(
            work,
            cast.case,
            lead.line.id,
            row.number,
            answer,
            evidence=evidence,
            version=row.version,
            source_id=cast.id(source),
        )
    leads.judge_lead(
        work, cast.case, lead.line.id, opinion["status"], opinion["reason"], version=lead.version
    )
