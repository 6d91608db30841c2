"""Whom the form names, and what that means for others."""

import json

from bureau.operations import parties, person_exports, questionnaires
from bureau.operations.sources import Learnt
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
HOLDERS = [
    {"name": "Sanne van den Berg", "born": "1980-03-05", "share": "60"},
    {"name": "Oefen Holding B.V.", "share": "40"},
]


def answered(road):
    road.to_form()
    given = {"Q04.01": HOLDERS, "Q02.04": [{"provider": "geen", "amount": "0.00"}]}
    with road.by("officer", "03-05") as work:
        questionnaires.record_answers(work, road.id, given)
    return road


def test_whom_the_form_names_is_offered_until_recorded(road):
    answered(road)
    with road.by("officer", "03-05") as work:
        found = parties.list_named(work, road.id)
        assert [(one.name, one.person, one.born) for one in found] == [
            ("Sanne van den Berg", True, "1980-03-05"),
            ("Oefen Holding B.V.", False, ""),
        ]
        name = {"given_names": "Sanne", "prefix": "van den", "family_name": "Berg"}
        parties.record_person(work, road.id, Learnt(road.source), **name)
    with road.by("officer", "03-05") as work:
        assert [one.name for one in parties.list_named(work, road.id)] == ["Oefen Holding B.V."]


def test_a_person_whom_nobody_recorded_is_taken_out_of_the_export_of_another(road):
    answered(road)
    with road.by("officer", "03-05") as work:
        found = person_exports.export_person(work, road.id, road.applicant)
        told = json.dumps(found.plain("nl"), ensure_ascii=False)
    assert "Berg" not in told
    assert "1980-03-05" not in told
    assert "Oefen Holding B.V." in told
