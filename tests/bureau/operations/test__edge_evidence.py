"""The proof of one edge, page by page."""

import pytest

from bureau.operations import _payment_pages, networks
from tests.bureau.operations import scene


def test_the_proof_of_a_long_flow_comes_in_pages(work_of, actors, case_id, monkeypatch):
    monkeypatch.setattr(_payment_pages, "PAGE", 1)
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        edge = f"pays:{scene.account(work, case_id, 'D')}:{scene.account(work, case_id, 'A')}:EUR"
        pages = [networks.edge_evidence(work, case_id, edge, page) for page in (1, 2)]
    assert [[row.external_id for row in page.payments.rows] for page in pages] == [["t4"], ["t5"]]
    assert {page.payments.total for page in pages} == {2}
    assert {(page.source, page.target) for page in pages} == {("D", "A")}


@pytest.mark.parametrize("kind", ["sold", "lends"])
def test_the_proof_of_a_deal_is_the_deal(work_of, actors, case_id, learnt, kind):
    with work_of(actors.officer) as work:
        scene.sell(work, case_id, learnt)
        edges = networks.read_network(work, case_id).network.edges
        edge = next(edge for edge in edges if edge.kind == kind)
        proof = networks.edge_evidence(work, case_id, edge.id)
    assert (proof.deal.kind, proof.tie, proof.payments) == (
        "sale" if kind == "sold" else "loan",
        None,
        None,
    )
    assert [source.title for source in proof.sources] == ["Uittreksel"]
