"""Versions of answers: each text once, with who wrote it."""

from sqlalchemy import select

from bureau.model import AnswerVersion
from bureau.operations import questionnaires
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_each_text_is_a_version_and_the_same_again_is_none(road):
    road.to_form()
    for number, text in enumerate(("1", "1", "2"), 1):
        with road.by("officer", "03-04") as work:
            version = {1: 1, 2: 2, 3: 2}[number]
            questionnaires.record_answers(
                work, road.id, {"Q02.01": text}, versions={"Q02.01": version}
            )
    with road.by("second", "03-05") as work:
        [versions] = questionnaires.list_versions(work, road.id).values()
        assert [(row.number, row.text, row.by.name) for row in versions] == [
            (1, "1", road.actors.officer.name),
            (2, "2", road.actors.officer.name),
        ]


def test_an_answer_from_before_leaves_its_first_text_without_a_name(road):
    road.to_form()
    with road.by("officer", "03-04") as work:
        questionnaires.record_answers(work, road.id, {"Q02.01": "1"})
        for row in work.session.scalars(select(AnswerVersion)):
            work.session.delete(row)
    with road.by("officer", "03-05") as work:
        questionnaires.record_answers(work, road.id, {"Q02.01": "2"}, versions={"Q02.01": 2})
    with road.by("officer", "03-05") as work:
        [versions] = questionnaires.list_versions(work, road.id).values()
        assert [(row.text, row.by is None) for row in versions] == [("1", True), ("2", False)]
