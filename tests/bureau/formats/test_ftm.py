import json

from bureau.formats.ftm import read_ftm
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.formats.samples import refusal


def line(id_, schema, /, **properties):
    values = {key: each if isinstance(each, list) else [each] for key, each in properties.items()}
    return json.dumps({"id": id_, "schema": schema, "properties": values})


def read(*lines):
    return read_ftm("\n".join(lines).encode())


def test_ties_may_come_before_the_parties_they_join():
    file = read(
        line("o", "Ownership", owner="p", asset="c", percentage="50", startDate="2020"),
        line("p", "Person", name="Jo Zee", birthDate="1970-05"),
        line("c", "Company", name="De Kade"),
    )
    assert [party.kind for party in file.parties] == [EntityKind.PERSON, EntityKind.COMPANY]
    [tie] = file.ties
    assert (tie.kind, tie.source, tie.target, tie.share) == (TieKind.OWNS, "p", "c", (1, 2))
    assert file.warnings == ()


def test_what_is_not_taken_is_told_kind_by_kind():
    file = read(
        line("p", "Person", name="Jo Zee", nationality="nl", ethnicity=["x", "y"]),
        line("a", "Article", title="x"),
        line("b", "Article", title="y"),
    )
    assert [warning.message for warning in file.warnings] == [
        "2 entities of schema Article were not taken in: Bureau keeps no such thing.",
        "2 values of Person.ethnicity were not taken over.",
        "1 values of Person.nationality were not taken over.",
    ]


def test_a_phone_and_a_mail_address_are_parties_that_somebody_uses():
    file = read(
        line("p", "Person", name="Jo", phone="0612345678", email="Jo@Example.org"),
        line("q", "Person", name="Bo", phone="+31612345678"),
    )
    assert [party.label for party in file.parties if party.kind is EntityKind.PHONE] == [
        "+31612345678",
        "jo@example.org",
    ]
    assert [tie.kind for tie in file.ties] == [TieKind.USES] * 3


def test_an_id_twice_and_a_line_that_is_no_entity_are_refused_with_the_line():
    twice = "\n".join([line("p", "Person"), line("p", "Person")]).encode()
    assert refusal(read_ftm, twice).where == {"line": 2}
    for wrong in (b"[]", b'{"id":"x"}', b'{"id":1,"schema":"Person","properties":{}}'):
        assert refusal(read_ftm, wrong).where == {"line": 1}
