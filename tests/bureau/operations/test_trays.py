"""What waits in the tray is no fact; graded and accepted it is one, as if recorded by hand."""

from datetime import date

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Entity, Identifier, Person, Record, Source, Tie
from bureau.operations import networks, trays
from bureau.operations._facts import Learnt
from bureau.operations.records import RecordTerms
from bureau.rules.vocabulary import Credibility, Reliability
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
PERSON = {"family_name": "Voorbeeld", "given_names": "Anna", "numbers": [["bsn", "999990019"]]}


@pytest.fixture
def put(work_of, actors, case_id, source_id):
    def putting(makes, told, **learnt):
        with work_of(actors.officer) as work:
            return trays.put_in_tray(work, case_id, makes, Learnt(source_id, **learnt), told).id

    return putting


@pytest.fixture
def accept(work_of, actors, case_id):
    def accepting(item, reliability=Reliability.C):
        with work_of(actors.officer) as work:
            grade = (reliability, Credibility.PROBABLE)
            return trays.accept_item(
                work, case_id, item, *grade, "bevestigd door het register"
            ).made

    return accepting


def count(work, table):
    return work.session.scalar(select(func.count()).select_from(table))


def test_it_waits_outside_the_graph_until_it_is_graded(
    work_of, actors, case_id, put, accept, trail
):
    item = put("person", PERSON, place="blz. 3", valid_from="2024")
    with work_of(actors.officer) as work:
        assert count(work, Entity) + count(work, Identifier) == 0
        assert networks.measure_network(work, case_id, 1)["nodes"] == 0
        [row] = trays.list_tray(work, case_id)
        assert (row.says, row.state, row.place) == ("Anna Voorbeeld", "waiting", "blz. 3")
    made = accept(item)
    with work_of(actors.officer) as work:
        person = work.session.scalars(select(Person)).one()
        assert made == f"person:{person.id}"
        assert (person.credibility, str(person.valid_from)) == (Credibility.PROBABLE, "2024")
        assert work.session.scalars(select(Source)).one().reliability is Reliability.C
        assert count(work, Identifier) == 1
        [row] = trays.list_tray(work, case_id)
        assert (row.state, row.made, row.settled_by) == ("accepted", made, row.put_by)
    kinds = [event.kind for event in trail()]
    assert {"tray.filled", "tray.accepted", "party.recorded"} <= set(kinds)
    assert kinds.count("party.recorded") == 1
    with pytest.raises(NotAllowed):
        accept(item)


def test_ties_and_records_wait_as_well(work_of, actors, case_id, put, accept):
    who = accept(put("person", PERSON)).partition(":")[2]
    what = accept(put("company", {"name": "De Kade B.V.", "kvk": "69599084"})).partition(":")[2]
    tie = put("tie", {"kind": "owns", "from": who, "to": what, "share": "1/2"})
    day = RecordTerms(on=date(2024, 1, 3), amount="12.50", parties={"company": what})
    record = put("takings", trays.plain(day))
    with work_of(actors.officer) as work:
        assert count(work, Tie) + count(work, Record) == 0
    accept(tie)
    accept(record)
    with work_of(actors.officer) as work:
        assert (count(work, Tie), count(work, Record)) == (1, 1)
        assert work.session.scalars(select(Record)).one().amount_minor == 1250


def test_what_is_rejected_stays_with_its_reason(work_of, actors, case_id, put, accept):
    item = put("person", PERSON)
    with work_of(actors.officer) as work, pytest.raises(Invalid):
        trays.reject_item(work, case_id, item, " ")
    with work_of(actors.officer) as work:
        trays.reject_item(work, case_id, item, "alleen een gerucht")
    with work_of(actors.officer) as work:
        row = trays.read_tray_item(work, case_id, item)
        assert (row.state, row.reason, row.made) == ("rejected", "alleen een gerucht", "")
        assert count(work, Entity) == 0
    with pytest.raises(NotAllowed):
        accept(item)


@pytest.mark.parametrize(
    ("makes", "told"),
    [("person", {}), ("ship", {}), ("takings", {"on": "2024-01-03"}), ("person", {"colour": "x"})],
)
def test_what_could_not_be_a_fact_does_not_wait(work_of, actors, case_id, put, makes, told):
    with pytest.raises(Invalid):
        put(makes, told)
    with work_of(actors.officer) as work:
        assert trays.list_tray(work, case_id) == ()
