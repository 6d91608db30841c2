"""The graph of a case: payments are summed in a period, the protected are in none."""

from datetime import date

from bureau.model import Case
from bureau.operations._network_graph import case_graph
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_payments_are_summed_between_two_days(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        scene.sell(work, case_id, learnt)
        case = work.session.get(Case, case_id)
        _, graph = case_graph(work, case, first=date(2024, 5, 7), last=date(2024, 5, 31))
        paid = [told for *_, told in graph.edges(data=True) if told["kind"] is TieKind.PAYS]
        assert [(told["amount_minor"], told["on"]) for told in paid] == [(1250, "2024-05-07")]
        _, loans = case_graph(work, case, kinds=[TieKind.LENDS])
        assert {kind for *_, kind in loans.edges(data="kind")} == {"lends"}
