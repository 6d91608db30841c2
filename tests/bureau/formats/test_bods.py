import json

from bureau.formats.bods import read_bods
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.formats.samples import given, refusal

DETAILS = {
    "person": {"personType": "knownPerson", "names": [{"fullName": "Jo Zee"}]},
    "entity": {"entityType": {"type": "registeredEntity"}, "name": "De Kade"},
    "relationship": {"subject": "c", "interestedParty": "p", "interests": []},
}


def statement(kind, record, details=None, on="2024-01-01", status="new", **more):
    return {
        "recordId": record,
        "recordType": kind,
        "statementDate": on,
        "recordStatus": status,
        "recordDetails": {**DETAILS[kind], **(details or {})},
        **more,
    }


def read(*statements):
    return read_bods(json.dumps(statements).encode())


def test_a_person_owns_a_company():
    share = {"type": "shareholding", "share": {"exact": 33.3}, "startDate": "2019-09"}
    file = read(
        statement("relationship", "r", {"interests": [share]}),
        statement("person", "p"),
        statement("entity", "c"),
    )
    assert [(party.kind, party.label) for party in file.parties] == [
        (EntityKind.PERSON, "Jo Zee"),
        (EntityKind.COMPANY, "De Kade"),
    ]
    [tie] = file.ties
    assert (tie.kind, tie.source, tie.target) == (TieKind.OWNS, "person:p", "entity:c")
    assert (tie.share, tie.valid_from) == ((333, 1000), "2019-09")


def test_the_latest_statement_of_a_record_counts_and_a_closed_tie_ends():
    file = read(
        statement("entity", "c", {"name": "Nieuw"}, on="2024-05-01", status="updated"),
        statement("entity", "c", {"name": "Oud"}),
        statement("relationship", "r", on="2024-06-01", status="closed"),
    )
    assert file.parties[0].label == "Nieuw"
    assert file.ties[0].valid_to == "2024-06-01"
    assert "1 statements were replaced" in " ".join(each.message for each in file.warnings)


def test_an_unspecified_party_stays_unnamed_and_is_known_by_nothing():
    ends = {"subject": {"reason": "subjectExemptFromDisclosure"}, "interestedParty": "x"}
    file = read(statement("relationship", "r", ends))
    missing, unnamed = sorted(file.parties, key=lambda party: party.known_by, reverse=True)
    assert unnamed.known_by == ("", "")
    assert "subjectExemptFromDisclosure" in unnamed.label
    assert missing.known_by == ("record", "bods::x")


def test_addresses_become_parties_of_their_own():
    home = {"addresses": [{"type": "residence", "address": "Kade 1", "postCode": "1234AB"}]}
    file = read(statement("person", "p", home), statement("entity", "c", home))
    assert [tie.kind for tie in file.ties] == [TieKind.LIVES_AT, TieKind.LOCATED_AT]
    assert len(file.parties) == 3


def test_lines_are_read_like_a_list():
    rows = (statement("person", "p"), statement("entity", "c"))
    lines = "\n".join(json.dumps(row) for row in rows)
    assert read_bods(lines.encode()).parties == read(*rows).parties


def test_another_version_or_another_thing_is_refused():
    old = statement("person", "p", publicationDetails={"bodsVersion": "0.2"})
    assert "0.4" in str(refusal(read_bods, json.dumps([old]).encode()))
    assert "no statement" in str(refusal(read_bods, b'[{"recordType":"x"}]'))
    assert "no statement" in str(refusal(read_bods, b"[1]"))


def test_an_example_of_the_standard():
    file = read_bods(given("a-ownership", "bods-0.4-examples", "fermcat.json"))
    assert file.totals == {"parties": {"address": 1, "company": 1, "person": 3}, "ties": 6}
