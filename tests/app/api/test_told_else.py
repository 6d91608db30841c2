"""What is told of networks, files and the law has the fields that the other doors tell."""

from datetime import date

from app.api import told_else
from bureau.formats import options_json, term_json
from bureau.formats.graph_json import as_json
from bureau.formats.network import Edge, Network, Node
from bureau.operations.imports import ImportResult
from bureau.rules import grounds, terms
from bureau.rules.grounds import OptionsRequest
from bureau.rules.terms import TermRequest
from bureau.rules.vocabulary import Danger, DecisionKind, EntityKind, Stage


def test_a_term_is_told_whole():
    given = TermRequest("DL01", date(2026, 3, 2), today=date(2026, 3, 2))
    whole = term_json.write(terms.compute(given))
    assert told_else.Term().dump(whole) == whole


def test_options_are_told_whole():
    none = Danger.NONE
    given = OptionsRequest(
        DecisionKind.LICENCE, Stage.APPLICATION, none, none, date(2026, 3, 2),
        art_3_6=False, refusal_proportionate=True, conditions_identifiable=False,
        form_refused=False, ordinary_grounds=(),
    )  # fmt: skip
    whole = options_json.write(grounds.options(given))
    assert told_else.Options().dump(whole) == whole


def test_a_network_is_told_whole():
    nodes = [Node(name, EntityKind.COMPANY, name, 1.0, 2.0, {"hub": 3}) for name in "ab"]
    drawn = as_json(Network(nodes, [Edge("e", "a", "b", "owns")], "t"))
    said = told_else.Network().dump(drawn)
    assert said == drawn


def test_an_import_is_told_whole():
    warning = {"line": 3, "message": "x"}
    whole = ImportResult("mt940", 1, 1, 0, (warning,), {"rows": 1}, False, None).as_json()
    assert told_else.Imported().dump(whole) == whole
