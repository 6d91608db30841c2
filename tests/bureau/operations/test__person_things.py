"""What is told of money and things: one's own records, without the names of others."""

from datetime import date

import pytest

from bureau.model import Case, Company
from bureau.operations import _person_file, _person_things, parties, records, ties
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
DAY = date(2026, 1, 10)


@pytest.fixture
def around(road):
    """A phone that the applicant and somebody else use, and somebody protected."""
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        phone = parties.record_thing(work, road.id, learnt, EntityKind.PHONE, number="0612345670")
        other = parties.record_person(
            work, road.id, learnt, given_names="Piet", family_name="Zwart"
        )
        eve = parties.record_person(work, road.id, learnt, family_name="Stil", protected=True)
        road.phone, road.other, road.eve = phone.id, other.id, eve.id
        ties.record_tie(work, road.id, TieKind.USES, road.applicant, phone.id, learnt=learnt)
    return road


def add(road, kind, source=None, **terms):
    with road.by("officer") as work:
        told = RecordTerms(on=DAY, **terms)
        return records.add_record(work, road.id, kind, told, Learnt(source or road.source)).id


def told(road):
    with road.by("officer", "03-14") as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        found = _person_things.records(file)
        work.release()
    return found, file.held


def test_what_was_booked_with_or_through_ones_own_things_is_told_without_others(around):
    add(around, "hand_over", parties={"giver": around.applicant, "taker": around.other})
    add(
        around,
        "message",
        parties={"sender": around.other, "receiver": around.phone},
        fields={"text": "Piet Zwart komt morgen, bel 06 12345670"},
    )
    add(around, "takings", amount="10", parties={"company": around.applicant})
    add(around, "spending", amount="10", parties={"person": around.other}, fields={"what": "auto"})
    found, held = told(around)
    assert {row["record"]["en"] for row in found} == {
        "hand-over of cash",
        "message",
        "takings of a day",
    }
    assert "Zwart" not in str(found)
    [message] = [row for row in found if row["record"]["en"] == "message"]
    assert "06 12345670" in message["says"][0]["text"]
    assert not held["protected"]


def test_what_names_somebody_protected_or_rests_on_a_tip_stays_back_and_is_counted(around):
    add(around, "hand_over", parties={"giver": around.applicant, "taker": around.eve})
    with around.by("officer") as work:
        tip = add_source(work, around.id, kind="tip")
    add(around, "takings", tip, amount="10", parties={"company": around.applicant})
    found, held = told(around)
    assert found == []
    assert (held["protected"], held["informant"]) == (1, 1)


def test_closed_values_are_told_in_both_languages(around):
    add(
        around,
        "register_snapshot",
        parties={"who": around.applicant},
        fields={"register": "DNB", "found": False, "licence": "exchange"},
    )
    [row], _ = told(around)
    assert [each["text"] for each in row["says"]] == [
        "DNB",
        {"nl": "nee", "en": "no"},
        {"nl": "wisselinstelling", "en": "exchange office"},
    ]
