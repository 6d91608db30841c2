"""What a page shows of a lead: payments and deals in order, in chunks where there are many."""

from datetime import date

from bureau.model import Hit
from bureau.operations import _lead_view, leads, networks, parties, records, ties, tours
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from bureau.rules.vocabulary import CaseKind, Credibility, EntityKind, TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE

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


def test_a_record_in_the_evidence_is_shown_unless_it_names_somebody_protected(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "test", ["UB-03"])
        [line] = leads.list_leads(work, case_id)
        eve = parties.record_person(work, case_id, learnt, family_name="Stil", protected=True).id
        shown, hidden = (
            records.add_record(
                work, case_id, "deposit",
                RecordTerms(on=date(2024, 5, 1), amount="100",
                            parties={"account": scene.account(work, case_id, "A"), **more}),
                learnt,
            ).id
            for more in ({}, {"depositor": eve})
        )  # fmt: skip
        hit = work.session.get_one(Hit, line.id)
        hit.evidence = [*hit.evidence, str(shown), str(hidden)]
        work.record(EventKind.LEAD_JUDGED, hit)
        lead = leads.read_lead(work, case_id, line.id)
    assert [each.id for each in lead.records] == [shown]


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


def test_a_rare_phone_shared_with_an_established_agent_shows_the_ties_and_what_establishes_it(
    work_of, actors
):
    day = date(2024, 5, 1)
    with work_of(actors.coordinator) as work:
        case_id = open_case(work, kind=CaseKind.PARTNERSHIP)
        learnt = Learnt(add_source(work, case_id), Credibility.PROBABLE)
        remit, shop, _ = (
            parties.record_company(work, case_id, learnt, name=name).id
            for name in ("Geld", "Bel", "Derde")
        )
        phone = parties.record_thing(
            work, case_id, learnt, EntityKind.PHONE, number="+31612345678"
        ).id
        for who in (remit, shop):
            ties.record_tie(work, case_id, TieKind.USES, who, phone, learnt=learnt)
        for kind, fields in (
            ("service_offered", {"service": "money_transfer"}),
            ("register_snapshot", {"register": "DNB", "found": "no", "licence": "payment_service"}),
        ):
            terms = RecordTerms(on=day, parties={"who": remit}, fields=fields)
            records.add_record(work, case_id, kind, terms, learnt)
        networks.detect(work, case_id, "test", ["UB-22"], ["UB-22.wmin=0.4"])
        [line] = leads.list_leads(work, case_id)
        lead = leads.read_lead(work, case_id, line.id)
    assert [label for _, label in line.subjects] == ["Bel", "Geld", "+31612345678"]
    assert [(tie.start[1], tie.end[0]) for tie in lead.ties] == [("Bel", phone), ("Geld", phone)]
    assert {each.row.code for each in lead.records} == {"service_offered", "register_snapshot"}
    assert (lead.metrics["holders"], lead.metrics["parties"]) == (2, 3)


def test_a_tie_to_somebody_protected_afterwards_is_no_longer_shown(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id)
        networks.detect(work, case_id, "test", ["UB-03"])
        [line] = leads.list_leads(work, case_id)
        eve, ann = (
            parties.record_person(work, case_id, learnt, family_name=name, protected=name == "Stil")
            for name in ("Stil", "Open")
        )
        tie = ties.record_tie(work, case_id, TieKind.FAMILY, eve.id, ann.id, learnt=learnt)
        hit = work.session.get_one(Hit, line.id)
        hit.evidence = [*hit.evidence, str(tie.id)]
        work.record(EventKind.LEAD_JUDGED, hit)
        assert leads.read_lead(work, case_id, line.id).ties == ()


@ON_SQLITE
def test_payments_and_deals_of_somebody_protected_since_are_no_longer_shown(
    work_of, actors, case_id, learnt
):
    with work_of(actors.officer) as work:
        scene.take_payments(work, case_id, FUNDING)
        seller, buyer, _ = scene.sell(work, case_id, learnt)
        for who, number in ((buyer, "K"), (seller, "V")):
            held = scene.account(work, case_id, number)
            ties.record_tie(work, case_id, TieKind.HOLDS_ACCOUNT, who, held, learnt=learnt)
        networks.detect(work, case_id, "test", ["UB-37"])
        [line] = leads.list_leads(work, case_id)
        hit = work.session.get_one(Hit, line.id)
        hit.subjects = [each for each in hit.subjects if each != str(seller)]
        work.record(EventKind.LEAD_JUDGED, hit)
        before = tours.read_tour(work, case_id)
        parties.change_party(work, case_id, seller, 1, {"protected": True})
        lead, after = leads.read_lead(work, case_id, line.id), tours.read_tour(work, case_id)
    assert (lead.payments, lead.deals) == ((), ())
    assert [each.money and each.money[1] for each in before.others] == ["V"]
    assert [each.money for each in after.others] == [None]
