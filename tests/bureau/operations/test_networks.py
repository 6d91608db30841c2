"""The network of a case: what is drawn, measured, exported and searched, and who never is in it."""

import json
from hashlib import sha256
from uuid import uuid4

import networkx as nx
import pytest
from sqlalchemy import func, select

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.graph.patterns import PATTERNS
from bureau.model import Hit, Run
from bureau.operations import imports, leads, networks, parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.money import Money
from bureau.rules.patterns import patterns
from bureau.rules.vocabulary import Certainty, Credibility, EntityKind, TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE


@pytest.fixture
def drawn(work_of, actors, case_id, learnt):
    """The scene, with its sale and its loan."""
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        return scene.sell(work, case_id, learnt)


def labels(picture):
    return {node.label for node in picture.network.nodes}


def test_payments_are_drawn_once_for_each_pair(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        picture = networks.read_network(work, case_id)
    edges = {(edge.kind, edge.label): edge for edge in picture.network.edges}
    flow = edges["pays", "2 x 25.00 EUR"]
    assert (flow.on, flow.until) == ("2024-05-06", "2024-05-07")
    assert flow.attributes == {"sources": "S2", "amount": "25.00", "currency": "EUR"}
    assert flow.certainty is Certainty.POSSIBLE  # a list that anybody could have typed
    assert sorted({edge.kind for edge in picture.network.edges}) == [
        "bought",
        "lends",
        "pays",
        "sold",
    ]
    assert all(node.x is not None for node in picture.network.nodes)
    assert picture.statement.en == ""


def test_the_picture_speaks_the_reader_s_language(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        picture = networks.read_network(work, case_id, language="nl")
    assert "verkocht" in {edge.label for edge in picture.network.edges}


def test_one_hop_around_a_party(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        around = networks.read_network(work, case_id, scene.account(work, case_id, "B"))
        further = networks.read_network(work, case_id, scene.account(work, case_id, "B"), 2)
    assert labels(around) == {"A", "B", "C"}
    assert labels(further) == {"A", "B", "C", "D"}
    assert around.nodes_in_case == 7


def test_kinds_of_party_and_of_tie_can_be_chosen(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        money = networks.read_network(work, case_id, kinds=[EntityKind.ACCOUNT])
        loans = networks.read_network(work, case_id, tie_kinds=[TieKind.LENDS])
    assert labels(money) == {"A", "B", "C", "D"}
    assert {edge.kind for edge in loans.network.edges} == {"lends"}
    assert "hidden" in money.statement.en


def test_a_large_network_is_drawn_from_the_person_concerned(
    work_of, actors, case_id, learnt, monkeypatch
):
    monkeypatch.setattr(networks, "MOST_NODES", 3)
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        lonely = parties.record_person(work, case_id, learnt, family_name="Zee").id
        parties.assign_role(work, case_id, lonely, "R01", learnt=learnt)
        picture = networks.read_network(work, case_id)
    assert labels(picture) == {"Zee"}
    assert picture.statement.nl
    assert picture.network.nodes[0].attributes == {"roles": "R01"}


def test_a_protected_person_and_the_account_are_nowhere(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        who = scene.hold(work, case_id, learnt, "B", family_name="Beschermd", protected=True)
        b = scene.account(work, case_id, "B")
        a = scene.account(work, case_id, "A")
    with work_of(actors.officer) as work:
        picture = networks.read_network(work, case_id, tie_kinds=list(TieKind))
        assert labels(picture) == {"A", "C", "D"}
        without = networks.read_network(work, case_id, tie_kinds=[TieKind.PAYS])
        assert labels(without) == {"A", "C", "D"}
        told = json.dumps(networks.measure_network(work, case_id))
        for name in networks.FORMATS:
            told += networks.export_network(work, case_id, name).content.decode()
        found = networks.detect(work, case_id, "test")
        told += json.dumps(found)
    assert "Beschermd" not in told
    assert str(who) not in told
    assert str(b) not in told
    assert [run["hits"] for run in found["runs"]] == [[]] * len(found["runs"])
    for focus in (who, b, uuid4()):
        with pytest.raises(NotFound), work_of(actors.officer) as work:
            networks.read_network(work, case_id, focus)
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        networks.edge_evidence(work, case_id, f"pays:{a}:{b}:EUR")


def test_every_edge_shows_its_proof(work_of, actors, case_id, drawn, learnt):
    one, two, _ = drawn
    with work_of(actors.officer) as work:
        ties.record_tie(work, case_id, TieKind.FAMILY, one, two, learnt=learnt)
        picture = networks.read_network(work, case_id)
        proofs = [networks.edge_evidence(work, case_id, edge.id) for edge in picture.network.edges]
    by_kind = {proof.kind: proof for proof in proofs}
    flow = next(proof for proof in proofs if proof.source == "D")
    assert [row.external_id for row in flow.payments.rows] == ["t4", "t5"]
    assert [source.number for source in flow.sources] == [2]
    assert by_kind["family"].tie.origin.source.number == 1
    assert (by_kind["lends"].source, by_kind["lends"].target) == ("Verkoper", "Koper")
    assert by_kind["sold"].deal.amount == Money(25000000)
    assert by_kind["bought"].target == "Loods 4"


@pytest.mark.parametrize("edge_id", ["", "tie:x", "pays:a:b:EUR", "loan:", "nonsense"])
def test_an_edge_that_is_not_there_has_no_proof(work_of, actors, case_id, drawn, edge_id):
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        networks.edge_evidence(work, case_id, edge_id)


def test_a_tie_is_as_firm_as_its_firmest_source(work_of, actors, case_id, learnt, drawn):
    one, two, _ = drawn
    with work_of(actors.officer) as work:
        rumour = add_source(work, case_id, "Gerucht", reliability="E")
        told = Learnt(rumour, Credibility.DOUBTFUL)
        ties.record_tie(work, case_id, TieKind.ASSOCIATES, one, two, learnt=told)
        edges = networks.read_network(work, case_id).network.edges
    firm = {edge.kind: edge.certainty for edge in edges}
    assert firm["associates"] is Certainty.DOUBTFUL
    assert firm["lends"] is Certainty.PROBABLE


def test_measures_equal_those_of_networkx(work_of, actors, case_id):
    text = "source,target\n" + "".join(
        f"n{a},n{b}\n" for a in range(6) for b in range(a) if a % (b + 1)
    )
    with work_of(actors.officer) as work:
        imports.import_file(
            work, case_id, "network-csv", "n.csv", text.encode(), source_title="Schets"
        )
        told = networks.measure_network(work, case_id, 3)
    graph = nx.Graph(tuple(row.split(",")) for row in text.splitlines()[1:])
    between = nx.betweenness_centrality(graph)
    assert (told["nodes"], told["edges"]) == (len(graph), graph.number_of_edges())
    assert told["components"] == nx.number_connected_components(graph)
    assert told["density"] == pytest.approx(nx.density(graph))
    assert len(told["top"]) == 3
    for row in told["top"]:
        assert row["id"] == row["label"]
        assert row["betweenness"] == pytest.approx(between[row["id"]])
        assert row["degree"] == graph.degree(row["id"])


@pytest.mark.parametrize("format_name", [name for name in networks.FORMATS if name != "ftm"])
def test_an_export_carries_its_manifest(work_of, actors, case_id, drawn, trail, format_name):
    with work_of(actors.officer) as work:
        out = networks.export_network(work, case_id, format_name)
    assert out.sha256 == sha256(out.content).hexdigest()
    slip = json.loads(out.manifest)
    assert (slip["sha256"], slip["bytes"]) == (out.sha256, len(out.content))
    assert slip["counts"] == {"nodes": out.nodes, "edges": out.edges} == {"nodes": 7, "edges": 7}
    assert trail()[-1].kind == "network.exported"
    assert trail()[-1].facts["sha256"] == out.sha256


def test_an_unknown_export_is_refused(work_of, actors, case_id):
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        networks.export_network(work, case_id, "xlsx")


def test_money_that_goes_round_is_found_with_its_innocent_explanations(
    work_of, actors, case_id, drawn, trail
):
    with work_of(actors.officer) as work:
        [run] = networks.detect(work, case_id, "Onderzoek financiering", ["UB-03"])["runs"]
    assert set(run) >= {
        *("pattern", "version", "parameters", "subjects_tried", "complete", "seconds"),
        *("base_rate", "hits"),
    }
    [hit] = run["hits"]
    assert sorted(hit["subjects"]) == ["A", "B", "C"]
    assert hit["evidence"] == ["t1", "t2", "t3"]
    assert hit["window"] == ["2024-05-01", "2024-05-05"]
    assert len(hit["innocent"]) == 4
    assert hit["metrics"]["smallest"] == "9800.00"
    assert json.loads(json.dumps(run)) == run
    event = trail()[-1]
    assert (event.kind, event.facts["hits"]) == ("pattern.run", 1)


def test_a_run_needs_a_purpose(work_of, actors, case_id, drawn):
    with pytest.raises(Invalid, match="purpose"), work_of(actors.officer) as work:
        networks.detect(work, case_id, "  ")
    with work_of(actors.officer) as work:
        assert work.session.scalar(select(func.count()).select_from(Run)) == 0


def test_a_run_can_be_repeated_and_answers_stay(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        [first] = networks.detect(work, case_id, "eerste", ["UB-03"])["runs"]
        hit = work.session.scalars(select(Hit)).one()
        leads.answer_innocent(
            work, case_id, hit.id, 1, "excluded", evidence="factuur 12", version=1
        )
    with work_of(actors.officer) as work:
        [again] = networks.detect(work, case_id, "tweede", ["UB-03"])["runs"]
        hit = work.session.scalars(select(Hit)).one()
        assert hit.innocents[0].answer == "excluded"
        runs = work.session.scalars(select(Run).order_by(Run.purpose)).all()
        assert [run.found for run in runs] == [[hit.code], [hit.code]]
    assert [hit["id"] for hit in again["hits"]] == [hit["id"] for hit in first["hits"]]


def test_equal_cases_give_equal_hits(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        other = open_case(work, title="The same again")
        found = []
        for each in (case_id, other):
            scene.take_payments(work, each)
            [run] = networks.detect(work, each, "test", ["UB-03"])["runs"]
            found.append([hit["id"] for hit in run["hits"]])
    assert found[0] == found[1] != []


def test_parameters_are_set_by_name(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        [run] = networks.detect(work, case_id, "test", ["UB-03"], ["UB-03.N_days=2"])["runs"]
    assert (run["parameters"]["N_days"], run["hits"]) == (2, [])


@pytest.mark.parametrize(
    ("patterns", "settings"),
    [
        (["UB-99"], []),
        (["UB-03"], ["UB-01.k=3"]),
        (["UB-03"], ["UB-03.nothing=3"]),
        (["UB-03"], ["UB-03.N_days=soon"]),
        (["UB-03"], ["nonsense"]),
    ],
)
def test_an_unknown_pattern_or_setting_is_refused(
    work_of, actors, case_id, drawn, patterns, settings
):
    with pytest.raises(Invalid), work_of(actors.officer) as work:
        networks.detect(work, case_id, "test", patterns, settings)


def test_all_patterns_run_where_none_is_named(work_of, actors, case_id, drawn):
    with work_of(actors.officer) as work:
        runs = networks.detect(work, case_id, "test")["runs"]
    here = {row.code for row in patterns() if row.in_own_file}
    assert [run["pattern"] for run in runs] == sorted(PATTERNS.keys() & here)
    assert {"UB-03", "UB-10"} < here
    assert not {"UB-17", "UB-31"} & here


def test_a_pattern_that_needs_a_partnership_is_refused_in_the_own_file(
    work_of, actors, case_id, drawn
):
    with pytest.raises(NotAllowed, match="phase 2") as refused, work_of(actors.officer) as work:
        networks.detect(work, case_id, "test", ["UB-03", "UB-31"])
    assert refused.value.where["basis"].startswith("WGS 2.22")
    with work_of(actors.officer) as work:
        assert work.session.scalar(select(func.count()).select_from(Run)) == 0
        found = networks.open_patterns(work, case_id)
    assert "UB-31" in {row.code for row in found.closed}
    assert "UB-03" in {row.code for row in found.open}


def test_a_run_reaches_one_tie_and_no_further_without_a_reason(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        who = scene.hold(work, case_id, learnt, "D", family_name="Koper")
        parties.assign_role(work, case_id, who, "R01", learnt=learnt)
        [near] = networks.detect(work, case_id, "test", ["UB-03"])["runs"]
    for hops, reason in ((2, " "), (0, "x"), (4, "x"), (2, "x" * 501)):
        with pytest.raises(Invalid), work_of(actors.officer) as work:
            networks.detect(work, case_id, "test", ["UB-03"], hops=hops, reason=reason)
    with work_of(actors.officer) as work:
        why = "waar blijft het geld"
        [far] = networks.detect(work, case_id, "test", ["UB-03"], hops=2, reason=why)["runs"]
        run = work.session.scalars(select(Run).where(Run.hops == 2)).one()
        assert (run.hops_reason, run.notes) == (why, far["notes"])
    assert (near["hits"], len(far["hits"])) == ([], 1)
    assert "within 1 of the persons concerned" in near["notes"][-1]


@ON_SQLITE
def test_a_run_over_the_whole_file_counts_no_ties(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "test", ["UB-03"], hops=2, reason="waarheen")
        run = work.session.scalars(select(Run)).one()
        assert (run.hops, run.hops_reason) == (0, "waarheen")
        assert "the whole file" in run.notes[-1]


def test_a_second_reader_looks_and_does_not_search(work_of, actors, case_id, drawn):
    with work_of(actors.second) as work:
        assert networks.read_network(work, case_id).nodes_in_case == 7
    for act in (
        lambda work: networks.detect(work, case_id, "test"),
        lambda work: networks.export_network(work, case_id, "json"),
    ):
        with pytest.raises(AccessDenied), work_of(actors.second) as work:
            act(work)


def test_an_empty_case_has_an_empty_network(work_of, actors, case_id):
    with work_of(actors.officer) as work:
        assert networks.read_network(work, case_id).network.nodes == ()
        assert networks.measure_network(work, case_id)["top"] == []
        assert networks.export_network(work, case_id, "svg").nodes == 0
