"""Rows as plain values: one edge for each pair and currency, as firm as its firmest source."""

from bureau.operations import imports, parties
from bureau.operations._network_rows import flows, ties, word
from bureau.operations._network_rows import parties as rows_of
from bureau.policy import Permission
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import Certainty, Reliability, TieKind
from tests.bureau.operations import scene

LIST = "id,date,amount,currency,from_account,to_account\n"


def network_of(work, case_id, **said):
    case = work.case(case_id, Permission.NETWORK_READ)
    work.record(EventKind.NETWORK_READ, case)
    who = rows_of(work, case, **said)
    return who, [*ties(work, case, who.names), *flows(work, case, who.names)]


def test_two_sources_of_one_flow_add_up(work_of, actors, case_id):
    weak = LIST + "t1,2024-05-01,1.00,EUR,A,B\nt2,2024-05-03,2.00,USD,A,B\n"
    firm = LIST + "t3,2023-05-01,4.00,EUR,A,B\n"
    with work_of(actors.officer) as work:
        for text, grade in ((weak, Reliability.E), (firm, Reliability.A)):
            imports.import_file(
                work,
                case_id,
                "payments-csv",
                "a.csv",
                text.encode(),
                source_title="Lijst",
                reliability=grade,
            )
        _, edges = network_of(work, case_id)
    euros, dollars = sorted(edges, key=lambda edge: edge.currency)
    assert (euros.amount_minor, euros.on, euros.valid_to) == (500, "2023-05-01", "2024-05-01")
    assert euros.sources == ("S1", "S2")
    assert (euros.certainty, dollars.certainty) == (Certainty.PROBABLE, Certainty.DOUBTFUL)


def test_a_sale_meets_at_the_property_and_a_loan_runs_straight(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        one, two, loods = scene.sell(work, case_id, learnt)
        who, edges = network_of(work, case_id)
    found = {edge.kind: (edge.source, edge.target, edge.on) for edge in edges}
    assert found == {
        TieKind.SOLD: (str(one), str(loods), "2024-05-07"),
        TieKind.BOUGHT: (str(two), str(loods), "2024-05-07"),
        TieKind.LENDS: (str(one), str(two), "2024-05-08"),
    }
    assert len(who.nodes) == 3


def test_nodes_carry_hub_protection_and_role(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        bank = parties.record_company(work, case_id, learnt, name="Bank", hub="bank").id
        parties.assign_role(work, case_id, bank, "R05", learnt=learnt)
        parties.record_person(work, case_id, learnt, family_name="Zee", protected=True)
        who, _ = network_of(work, case_id)
        by_key, _ = network_of(work, case_id, by_key=True)
    nodes = {node.label: node for node in who.nodes}
    assert (nodes["Bank"].hub, nodes["Zee"].protected) == ("bank", True)
    assert who.roles == {bank: ("R05",)}
    assert by_key.names[bank].startswith("company:")


def test_a_tie_reads_aloud_in_both_languages():
    assert word(TieKind.LENDS, "nl") != word(TieKind.LENDS, "en") == "lends to"
