"""What a person is given about the data held: nobody else in it, gaps counted by rule."""

import json
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import insert, select, update

from bureau.errors import AccessDenied, NotAllowed
from bureau.model import Event, Hearing, Source
from bureau.operations import assessments, documents, parties, person_exports, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def peopled(road):
    """The applicant, somebody else tied to it, and a document with named readers."""
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        road.other = parties.record_person(
            work, road.id, learnt, given_names="Sanne", family_name="Verbeek"
        ).id
        road.place = parties.record_address(work, road.id, learnt, street="Kade", number="3").id
        ties.record_tie(
            work, road.id, TieKind.OWNS, road.other, road.applicant, learnt=learnt, share="1/2"
        )
        documents.add_document(
            work, road.id, "x.txt", b"x", title="Geheim", kind="advice", restricted=True
        )
    with road.by("officer") as work:
        assessments.write_finding(
            work, road.id, "a", "Sanne Verbeek lent the money.", [road.source]
        )
    return road


@pytest.fixture
def shown(peopled, sessions):
    """The same, with an intention that was sent."""
    words = {"intended": "refuse", "reasons": "Serious danger."}
    days = {"sent_on": date(2026, 3, 4), "until_on": date(2026, 3, 18)}
    with sessions() as session:
        connection = session.connection()
        connection.execute(
            insert(Hearing).values(id=uuid4(), version=1, case_id=peopled.id, **words, **days)
        )
        connection.commit()
    return peopled


def export(road, entity_id, login="officer"):
    with road.by(login, "03-05") as work:
        return person_exports.export_person(work, road.id, entity_id)


def test_nobody_else_can_be_recognised(shown):
    plain = export(shown, shown.applicant).plain("en")
    whole = json.dumps(plain, ensure_ascii=False)
    assert "Verbeek" not in whole
    assert "Sanne" not in whole
    assert "Geheim" not in whole
    assert plain["party"]["name"] == "De Ankerplaats B.V."
    assert plain["ties"][0]["other"] == "[…]"
    assert plain["findings"][0]["text"] == "[…] lent the money."


def test_what_is_held_back_is_counted_by_rule(peopled):
    held = {row.code: row.count for row in export(peopled, peopled.applicant).held}
    assert held["restricted_documents"] == 1
    assert held["third_persons"] >= 1


def test_a_tip_an_investigator_and_what_is_not_yet_told_are_one_count(shown, sessions):
    with sessions.begin() as store:
        store.execute(update(Source).where(Source.id == shown.source).values(kind="tip"))
    export_ = export(shown, shown.applicant)
    held = {row.code: row.count for row in export_.held}
    assert held["withheld"] == 1
    assert not {"informant", "protected", "others_records", "recipients", "not_yet"} & set(held)
    assert "informant" not in json.dumps(export_.plain("en"))
    counts = {"informant": 1, "protected": 2, "others_records": 3, "recipients": 4, "not_yet": 5}
    [row] = person_exports._held(counts, date(2026, 3, 5))
    assert (row.code, row.count) == ("withheld", 15)


def test_before_an_intention_no_finding_is_told_but_it_is_counted(peopled):
    for entity_id in (peopled.applicant, peopled.other):
        told = export(peopled, entity_id)
        assert told.content["findings"] == []
        assert {row.code: row.count for row in told.held}["withheld"] == 1


def test_somebody_who_did_not_apply_gets_what_names_them_and_no_form(shown):
    plain = export(shown, shown.other).plain("nl")
    assert plain["findings"][0]["text"] == "Sanne Verbeek lent the money."
    assert plain["answers"] == plain["decisions"] == plain["documents"] == []


def test_a_thing_has_no_rights_and_a_reader_does_not_hand_out(peopled):
    with pytest.raises(NotAllowed):
        export(peopled, peopled.place)
    with pytest.raises(AccessDenied):
        export(peopled, peopled.applicant, "second")


def test_handing_out_is_an_event(peopled, sessions):
    export(peopled, peopled.applicant)
    with sessions() as session:
        [event] = session.scalars(select(Event).where(Event.kind == "person.exported"))
    assert event.subject == f"company:{peopled.applicant}" or "Verbeek" not in str(event.facts)


def test_what_the_law_withholds_is_named_with_its_article_in_its_part(peopled):
    mine, others = (export(peopled, each) for each in (peopled.applicant, peopled.other))
    named = {part: {row.code for row in rows} for part, rows in mine.withheld.items()}
    assert named["findings"] == {"withheld", "in_the_making"}
    assert named["recipients"] == {"withheld"}
    assert named["documents"] == {"restricted_documents"}
    assert "answers" not in named
    assert {row.code for row in others.withheld["answers"]} == {"others_application"}
    plain = others.plain("nl")["withheld_by_part"]["decisions"]
    assert plain[0]["basis"] == "AVG 15(4); Wet Bibob 28(1)"
