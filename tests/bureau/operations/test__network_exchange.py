"""What leaves in an exchange comes back the same in another case, and what may not leave stays."""

import json

import pytest
from sqlalchemy import event

from bureau.operations import imports, networks, parties, ties
from bureau.operations._payment_pages import clock
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.place import open_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def rich(work_of, actors, case_id, learnt):
    """The scene with its deals, and one of every kind of party with numbers and dates."""
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        one, two, loods = scene.sell(work, case_id, learnt)
        firm = parties.record_company(
            work, case_id, learnt, name="De Kade B.V.", kvk="12345678", legal_form="BV", hub="bank"
        ).id
        born = parties.record_person(
            work,
            case_id,
            learnt,
            given_names="Jo",
            prefix="van der",
            family_name="Zee",
            born="1970-05",
        ).id
        parties.add_identifier(work, case_id, born, "bsn", "999993872", learnt=learnt)
        place = parties.record_address(
            work, case_id, learnt, street="Kade", number="1", addition="a", postcode="1234AB"
        ).id
        phone = parties.record_thing(
            work, case_id, learnt, kind=EntityKind.PHONE, scheme="phone", number="0612345678"
        ).id
        for kind, start, end, said in (
            (TieKind.OWNS, born, firm, {"share": "1/3", "detail": "gewone aandelen"}),
            (TieKind.OWNS, one, firm, {"share": "33.5%"}),
            (TieKind.DIRECTS, born, firm, {}),
            (TieKind.FAMILY, born, one, {"detail": "kind"}),
            (TieKind.LIVES_AT, born, place, {}),
            (TieKind.USES, born, phone, {}),
            (TieKind.HOLDS_RIGHT, two, loods, {"share": "1/2", "detail": "erfpacht"}),
            (TieKind.HOLDS_ACCOUNT, born, scene.account(work, case_id, "A"), {}),
        ):
            ties.record_tie(work, case_id, kind, start, end, learnt=learnt, **said)
    return born


def facts(content):
    """The entities of an exchange without what the sending house thinks of them."""
    told = [json.loads(line) for line in content.decode().splitlines()]
    return [{key: each[key] for key in ("id", "schema", "properties")} for each in told]


def away(work_of, actors, content):
    """The same file in a new case of the same house, and out again."""
    with work_of(actors.officer) as work:
        other = open_case(work, title="A second case")
        imports.import_file(work, other, "ftm", "a.json", content, source_title="Uitwisseling")
    with work_of(actors.officer) as work:
        return networks.export_network(work, other, "ftm").content


def test_an_exchange_comes_back_equal_from_a_new_case(work_of, actors, case_id, rich):
    with work_of(actors.officer) as work:
        sent = networks.export_network(work, case_id, "ftm")
    back = away(work_of, actors, sent.content)
    assert facts(back) == facts(sent.content)
    assert json.loads(sent.manifest)["counts"] == {"nodes": 11, "edges": 15, "payments": 5}


def test_an_exchange_asks_as_little_for_many_parties(work_of, actors, case_id, rich, engine):
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    with work_of(actors.officer) as work:
        networks.export_network(work, case_id, "ftm")
    assert len(asked) < 40


def test_citizen_numbers_and_notes_stay_in_the_house(work_of, actors, case_id, rich):
    with work_of(actors.officer) as work:
        parties.change_party(work, case_id, rich, 1, {"note": "geheim gerucht"})
        told = networks.export_network(work, case_id, "ftm").content.decode()
    assert "999993872" not in told
    assert "gerucht" not in told
    assert "van der Zee" in told


def test_a_second_of_the_day_reads_as_a_clock(engine):
    assert (clock(None), clock(0), clock(50730)) == ("", "00:00:00", "14:05:30")
