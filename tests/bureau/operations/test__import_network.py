"""Kinds of parties from a plain network: what the ties say, and no more."""

from bureau.formats.values import EdgeRecord
from bureau.operations import imports, parties, ties
from bureau.operations._import_network import _kinds
from bureau.rules.things import THINGS
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.operations.road import ON_SQLITE


def edge(source, target, kind=""):
    return EdgeRecord({"line": 2}, source, target, kind=kind)


def test_the_firmest_reading_of_a_name_holds():
    kinds = _kinds(
        [
            edge("Zee", "De Kade", "directs"),
            edge("De Kade", "De Kaap", "owns"),
            edge("De Kade", "Kade 1", "located_at"),
            edge("A", "B", "PAYS"),
            edge("Zee", "Meer"),
        ]
    )
    assert kinds == {
        "Zee": EntityKind.PERSON,
        "De Kade": EntityKind.COMPANY,
        "De Kaap": EntityKind.COMPANY,
        "Kade 1": EntityKind.ADDRESS,
        "A": EntityKind.ACCOUNT,
        "B": EntityKind.ACCOUNT,
        "Meer": EntityKind.PERSON,
    }


@ON_SQLITE
def test_a_company_that_somebody_uses_stays_a_company(work_of, actors, case_id):
    first = b"source,target,kind\nZee,De Kade,directs\nEva,De Kade,uses\nDe Kade,Loods,owns\n"
    with work_of(actors.officer) as work:
        imports.import_file(work, case_id, "network-csv", "n.csv", first, source_title="Schets")
        again = b"source,target,kind\nMeer,De Kade,uses\n"
        imports.import_file(work, case_id, "network-csv", "m.csv", again, source_title="Vervolg")
        kinds = {row.label: row.kind for row in parties.list_parties(work, case_id)}
        told = [(row.kind, row.detail) for row in ties.list_ties(work, case_id)]
    assert (kinds["De Kade"], kinds["Loods"]) == (EntityKind.COMPANY, EntityKind.COMPANY)
    assert told.count((TieKind.ASSOCIATES, "uses")) == 2
    assert TieKind.USES not in dict(told)


def test_every_kind_of_node_can_be_kept(work_of, actors, case_id):
    text = b"source,target,kind\nZee,Loods 4,holds_right\nDe Kade,Kade 1,located_at\nA,B,pays\n"
    text += b"Zee,+447700900123,uses\n"
    with work_of(actors.officer) as work:
        imports.import_file(work, case_id, "network-csv", "n.csv", text, source_title="Schets")
        kinds = {row.kind for row in parties.list_parties(work, case_id)}
        note = dict(parties.read_party(work, case_id, _first(work, case_id)).facts)["note"]
    assert kinds == set(EntityKind) - {*THINGS[1:]}
    assert "taken from its ties" in note


def _first(work, case_id):
    return parties.list_parties(work, case_id)[0].id
