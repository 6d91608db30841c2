from bureau.graph.linking import countries, linked
from bureau.graph.scene import stage
from bureau.graph.values import CaseEvidence, Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import account, company, pay, person, tie


def test_close_ties_and_shared_devices_link_and_hubs_do_not():
    nodes = (*map(person, ("ann", "bob", "cas", "dee")), company("bank", hub="bank"))
    phone = Node("06", EntityKind.PHONE, "06")
    edges = (
        tie("ann", TieKind.FAMILY, "bob"),
        tie("ann", TieKind.USES, "06"),
        tie("cas", TieKind.USES, "06"),
        tie("bank", TieKind.EMPLOYS, "dee"),
    )
    scene = stage(CaseEvidence(nodes=(*nodes, phone), edges=edges))
    assert linked(scene) == {
        "ann": frozenset({"bob", "cas"}),
        "bob": frozenset({"ann"}),
        "cas": frozenset({"ann"}),
    }


def test_the_country_of_an_account_is_known_or_not():
    nodes = (account("x", country="NL"), account("y"))
    scene = stage(CaseEvidence(nodes=nodes, payments=(pay("x", "y", 0, 1), pay("x", "z", 0, 1))))
    (ledger,) = scene.ledgers
    places, known = countries(scene, ledger)
    assert [known[place] for place in places] == ["NL", "", ""]
