"""What a page shows of a lead: payments and deals in order, in chunks where there are many."""

from bureau.operations import _lead_view, leads, networks, parties, ties
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations import scene

FUNDING = (
    "id,date,amount,currency,from_account,to_account\n"
    "f1,2024-04-01,60000.00,EUR,K,V\n"
    "f2,2024-04-02,60000.00,EUR,K,V\n"
)


def test_payments_come_in_order_however_many(work_of, actors, case_id, monkeypatch):
    monkeypatch.setattr(_lead_view, "CHUNK", 1)
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "test", ["UB-03"])
        [line] = leads.list_leads(work, case_id)
        lead = leads.read_lead(work, case_id, line.id)
    assert [row.external_id for row in lead.payments] == ["t1", "t2", "t3"]
    assert (lead.deals, lead.complete) == ((), True)


def test_a_loan_paid_with_the_borrowers_own_money_shows_the_loan(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, FUNDING)
        seller, buyer, _ = scene.sell(work, case_id, learnt)
        for who, number in ((buyer, "K"), (seller, "V")):
            held = scene.account(work, case_id, number)
            ties.record_tie(work, case_id, TieKind.HOLDS_ACCOUNT, who, held, learnt=learnt)
        [run] = networks.detect(work, case_id, "test", ["UB-37"])["runs"]
        [line] = leads.list_leads(work, case_id)
        lead = leads.read_lead(work, case_id, line.id)
        assert parties.read_party(work, case_id, buyer).label == "Koper"
    assert run["hits"][0]["evidence"][:2] == ["f1", "f2"]
    assert [deal.kind for deal in lead.deals] == ["loan"]
    assert {label for _, label in line.subjects} == {"Verkoper", "Koper"}
