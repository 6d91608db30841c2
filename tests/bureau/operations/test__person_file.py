"""The case as it is searched for one person."""

from sqlalchemy import select, update

from bureau.model import Case, Company, Lookup, Source
from bureau.operations import _person_file
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_it_knows_who_applied(road):
    with road.by("officer") as work:
        other = road.add_company(work, "Geldgever B.V.")
    with road.by("officer") as work:
        case = work.session.get_one(Case, road.id)
        found = [
            _person_file.read(work, case, work.session.get_one(Company, each)).applicant
            for each in (road.applicant, other)
        ]
        work.release()
    assert found == [True, False]


def test_a_tip_and_what_a_register_of_records_said_are_secret(road, sessions):
    road.to_own()
    road.look_up()
    with sessions.begin() as store:
        store.execute(update(Source).where(Source.id == road.source).values(kind="tip"))
        store.execute(update(Lookup).values(register="BR05"))
        asked = store.scalar(select(Lookup.source_id))
    with road.by("officer", "03-14") as work:
        case = work.session.get_one(Case, road.id)
        file = _person_file.read(work, case, work.session.get_one(Company, road.applicant))
        work.release()
    assert file.secret == {road.source: "informant", asked: "informant"}
    assert "BR05" in file.registers
    assert not file.judged_openly
