import json

import pytest

from bureau.errors import OutOfOrder
from bureau.formats import ftm_write
from bureau.formats.ftm import read_ftm
from bureau.formats.ftm_write import Known, read_back, write_ftm
from bureau.formats.network import Edge, Network, Node
from bureau.formats.values import PaymentRecord
from bureau.rules.vocabulary import Certainty, EntityKind, TieKind

KINDS = {kind: Node(f"n-{kind}", kind, f"een {kind}") for kind in EntityKind}
KNOWN = {node.id: Known(node.id) for node in KINDS.values()}


def edge(kind, source, target, **said):
    ends = (f"n-{source}", f"n-{target}")
    return Edge(f"tie:{kind}{source}{target}", *ends, str(kind), Certainty.POSSIBLE, **said)


def written(*edges, payments=()):
    return write_ftm(Network(list(KINDS.values()), list(edges)), KNOWN, payments)


def schemas(content):
    return {each["schema"]: each for each in read_back(content)}


def test_every_kind_of_party_and_of_tie_leaves_and_comes_back():
    ties = [edge(kind, "person", "company") for kind in TieKind if kind is not TieKind.USES]
    ties += [
        edge(TieKind.USES, "person", "phone"),
        edge(TieKind.HOLDS_ACCOUNT, "person", "account"),
        edge(TieKind.EMPLOYS, "company", "person"),
        edge(TieKind.FAMILY, "person", "person"),
    ]
    content = written(*ties)
    read = read_ftm(content)
    assert {party.kind for party in read.parties} == set(EntityKind)
    told = sorted((tie.kind, tie.source, tie.target) for tie in read.ties)
    assert told == sorted((TieKind(tie.kind), tie.source, tie.target) for tie in ties)
    assert not [note for note in read.warnings if "entities" in note.template]


@pytest.mark.parametrize(("share", "said"), [("1/2", "50"), ("1/3", "1/3"), ("67/200", "33.5")])
def test_a_share_is_a_percentage_where_that_is_exact(share, said):
    content = written(edge(TieKind.OWNS, "person", "company", attributes={"share": share}))
    assert schemas(content)["Ownership"]["properties"]["percentage"] == [said]


def test_judgements_stand_beside_the_properties_and_amounts_in_words():
    about = {"amount": "5.00", "currency": "EUR", "detail": "borg", "sources": "S1"}
    found = schemas(written(edge(TieKind.LENDS, "person", "company", attributes=about)))["Debt"]
    assert found["properties"]["summary"] == ["borg, EUR 5.00"]
    assert (found["certainty"], found["sources"]) == ("possible", "S1")


def test_payments_leave_one_by_one_and_never_as_a_sum():
    paid = PaymentRecord({}, "t1", "2024-05-07", "14:05:00", 1250, "EUR", "n-account", "n-account")
    flow = Edge("pays:1", "n-account", "n-account", "pays", attributes={"amount": "25.00"})
    content = written(flow, payments=[paid, paid])
    found = [each for each in read_back(content) if each["schema"] == "Payment"]
    assert len({each["id"] for each in found}) == 2
    assert found[0]["properties"]["date"] == ["2024-05-07T14:05:00"]
    assert b"25.00" not in content


def test_the_same_network_gives_the_same_file_on_lines_of_its_own():
    content = written(edge(TieKind.OWNS, "person", "company"))
    assert content == written(edge(TieKind.OWNS, "person", "company"))
    assert all(json.loads(line)["id"] for line in content.decode().splitlines())
    assert write_ftm(Network([], []), {}) == b""


def test_a_file_that_reads_back_otherwise_is_not_handed_out(monkeypatch):
    monkeypatch.setattr(ftm_write, "read_back", lambda content: [])
    with pytest.raises(OutOfOrder):
        written()
