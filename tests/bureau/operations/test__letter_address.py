"""A letter goes where the last one went, else where the register says, and to no shielded home."""

from datetime import date

from sqlalchemy import select

from bureau.model import Person, Screening
from bureau.operations import delays, letters, parties, ties
from bureau.operations.letters import Wanted
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def place(road, kind, entity):
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        at = parties.record_address(
            work, road.id, learnt, street="Kade", number="1", postcode="1234AB", city="Havermonde"
        ).id
    with road.by("officer") as work:
        ties.record_tie(work, road.id, kind, entity, at, learnt=learnt)


def address(road):
    with road.by("officer", "03-03") as work:
        return letters.compose_letter(work, road.id, "receipt", Wanted()).written.address


def test_the_recorded_address_comes_by_itself_and_then_that_of_the_last_letter(road):
    assert address(road) == ""
    place(road, TieKind.LOCATED_AT, road.applicant)
    assert address(road) == "Kade 1\n1234 AB  HAVERMONDE"
    with road.by("officer", "03-03") as work:
        letters.keep_draft(work, road.id, "receipt", Wanted(address="Postbus 7"))
    with road.by("officer", "03-03") as work:
        delays.send_delay(work, road.id, date(2026, 6, 1), "the file is large")
        made = letters.compose_letter(work, road.id, "delay", Wanted())
        assert made.written.address == "Postbus 7"


def test_a_protected_person_is_not_located_by_a_letter(road):
    learnt = Learnt(road.source)
    with road.by("officer") as work:
        who = parties.record_person(
            work, road.id, learnt, given_names="Mirte", family_name="Zonneveld"
        ).id
    place(road, TieKind.LIVES_AT, who)
    with road.by("officer") as work:
        screening = work.session.scalars(select(Screening)).one()
        screening.applicant_id = who
        work.session.get(Person, who).protected = True
        work.record("case.changed", screening)
        work.record("party.changed", work.session.get(Person, who))
    with road.by("officer") as work:
        shown = letters.list_letters(work, road.id)
        assert shown.letters == ()
