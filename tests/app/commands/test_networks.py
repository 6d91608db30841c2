"""The network from a terminal: counts as networkx has them, leads with explanations, exports."""

import json
from hashlib import sha256

import networkx as nx
import pytest

from bureau.operations import networks
from tests.app.commands.house import opened
from tests.bureau.operations.scene import ROUND

PAIRS = [(a, b) for a in range(7) for b in range(a) if a % (b + 1)]
TIES = "source,target\n" + "".join(f"n{a},n{b}\n" for a, b in PAIRS)


@pytest.fixture
def reference(terminal):
    """A case with five payments, three of which go round."""
    made = opened(terminal)
    take(terminal, made, "payments-csv", ROUND)
    return made


def take(terminal, reference, name, text):
    words = ("import", name, "-", "--case", reference, "--source", "x")
    return terminal.ask("officer", *words, typed=text.encode())


def test_measures_equal_those_of_networkx(terminal):
    case = opened(terminal)
    take(terminal, case, "network-csv", TIES)
    told = terminal.ask("officer", "network", "measure", "--case", case, "--top", "4")
    graph = nx.Graph(tuple(line.split(",")) for line in TIES.splitlines()[1:])
    assert set(told) >= {"nodes", "edges", "components", "density", "top"}
    assert (told["nodes"], told["edges"]) == (len(graph), graph.number_of_edges())
    assert told["components"] == nx.number_connected_components(graph)
    assert told["density"] == pytest.approx(nx.density(graph))
    assert len(told["top"]) == 4
    between = nx.betweenness_centrality(graph)
    for row in told["top"]:
        assert set(row) >= {"id", "label", "degree", "betweenness", "pagerank"}
        assert row["betweenness"] == pytest.approx(between[row["label"]])


def test_an_empty_case_has_an_empty_network(terminal):
    told = terminal.ask("officer", "network", "measure", "--case", opened(terminal))
    assert (told["nodes"], told["edges"], told["top"]) == (0, 0, [])


@pytest.mark.parametrize("top", ["0", "-1", "1001", "ten"])
def test_a_top_has_a_sensible_length(terminal, top):
    words = ("network", "measure", "--case", "SCR-2026-AAAAA", "--top", top)
    assert terminal.refuse("officer", *words).code == 2


def detect(terminal, reference, *more, purpose="herkomst van het geld"):
    said = ("--purpose", purpose) if purpose else ()
    return terminal.run(
        *("network", "detect", "--case", reference, *said, *more, "--as", "officer", "--json")
    )


def test_a_search_tells_what_was_tried_and_what_may_explain_a_hit(terminal, reference):
    answer = detect(terminal, reference, "--pattern", "UB-03").answer
    [run] = answer["runs"]
    assert set(run) >= {
        *("pattern", "version", "parameters", "subjects_tried", "complete", "seconds"),
        *("base_rate", "hits"),
    }
    [hit] = run["hits"]
    assert set(hit) >= {"id", "subjects", "evidence", "metrics", "window", "innocent"}
    assert (sorted(hit["subjects"]), hit["evidence"]) == (["A", "B", "C"], ["t1", "t2", "t3"])
    assert hit["window"] == ["2024-05-01", "2024-05-05"]
    assert len(hit["innocent"]) >= 2
    assert all(isinstance(text, str) and text for text in hit["innocent"])


def test_a_parameter_is_set_by_name(terminal, reference):
    wide = detect(terminal, reference, "--pattern", "UB-03", "--set", "UB-03.N_days=2").answer
    assert wide["runs"][0]["parameters"]["N_days"] == 2
    assert wide["runs"][0]["hits"] == []


def test_a_pattern_outside_the_phase_of_the_case_is_refused(terminal, reference):
    before = terminal.stored()
    outcome = detect(terminal, reference, "--pattern", "UB-31")
    assert (outcome.code, outcome.refusal["where"]["pattern"]) == (1, "UB-31")
    assert "Wet Bibob 7a" in outcome.refusal["hint"]
    assert terminal.stored() == before


def test_looking_further_needs_a_reason(terminal, reference):
    assert detect(terminal, reference, "--pattern", "UB-03", "--hops", "2").code == 2
    far = ("--pattern", "UB-03", "--hops", "2", "--reason", "where the money went")
    assert len(detect(terminal, reference, *far).answer["runs"][0]["hits"]) == 1


def test_nobody_searches_without_saying_what_for(terminal, reference):
    before = terminal.stored()
    outcome = detect(terminal, reference, purpose="")
    assert outcome.code == 2
    assert outcome.refusal["hint"]
    assert terminal.stored() == before


@pytest.mark.parametrize(
    "more",
    [
        ("--pattern", "UB-99"),
        ("--pattern", "UB-03", "--set", "UB-03.N_days"),
        ("--pattern", "UB-03", "--set", "UB-03.N_days=soon"),
        ("--pattern", "UB-03", "--set", "UB-03.nothing=1"),
    ],
)
def test_an_unknown_pattern_or_parameter_is_refused(terminal, reference, more):
    before = terminal.stored()
    outcome = detect(terminal, reference, *more)
    assert (outcome.code, terminal.stored()) == (2, before)


@pytest.mark.parametrize("name", networks.FORMATS)
def test_an_export_lies_beside_its_manifest(terminal, reference, elsewhere, name):
    path = elsewhere / f"net.{name}"
    words = ("network", "export", "--case", reference, "--format", name, "--out", path)
    answer = terminal.ask("officer", *words)
    content = path.read_bytes()
    assert answer == {
        "path": str(path),
        "nodes": 4,
        "edges": 4,
        "sha256": sha256(content).hexdigest(),
    }
    slip = json.loads((elsewhere / f"net.{name}.manifest.json").read_bytes())
    assert slip["sha256"] == answer["sha256"]
    paid = {"payments": 5} if name == "ftm" else {}
    assert slip["counts"] == {"nodes": 4, "edges": 4, **paid}
    if name == "json":
        assert json.loads(content)


def test_an_export_to_nowhere_is_refused_before_it_is_told_of(terminal, reference, elsewhere):
    seen = terminal.trail()
    words = ("network", "export", "--case", reference, "--format", "svg")
    outcome = terminal.refuse("officer", *words, "--out", elsewhere / "no" / "net.svg")
    assert (outcome.code, outcome.refusal["where"]) == (2, {"option": "--out"})
    assert terminal.trail() == seen
    assert terminal.refuse("officer", *words, "--out", elsewhere).code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("measure",),
        ("detect", "--purpose", "why"),
        ("export", "--format", "svg", "--out", "net.svg"),
    ],
)
@pytest.mark.parametrize("login", ["outsider", "admin", "care"])
def test_the_network_of_another_answers_like_nothing(terminal, reference, words, login, elsewhere):
    outcomes = [
        terminal.refuse(login, "network", *words, "--case", one)
        for one in (reference, "SCR-2026-ZZZZZ")
    ]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0].code == 1
    assert list(elsewhere.glob("net*")) == []


def test_a_reader_is_told_in_words(terminal, reference):
    outcome = terminal.run(
        *("network", "export", "--case", reference, "--format", "svg", "--out", "net.svg"),
        *("--as", "officer"),
    )
    assert outcome.out == "net.svg: 4 nodes, 4 ties.\n"
