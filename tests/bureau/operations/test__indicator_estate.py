"""What deals establish about real estate and its title."""

from datetime import date

from bureau.operations import deals, figures, parties, ties
from bureau.operations._indicator_estate import from_estate
from bureau.operations._indicator_figures import figures as read_figures
from bureau.operations.sources import Learnt
from bureau.rules.indicator_people import Delivery, Purchase, RelatedSale, Rent, Works
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
TODAY = date(2026, 3, 2)


def facts(work, road):
    case = work.case(road.id, "case.read")
    return from_estate(work.session, case, read_figures(work.session, case, TODAY), TODAY)


def test_without_deals_nothing_is_established(road):
    with road.by("officer") as work:
        assert set(facts(work, road).values()) == {None}


def test_sales_works_rents_and_titles_are_put_together(road):
    with road.by("officer") as work:
        learnt = Learnt(road.source)
        place = parties.record_property(
            work, road.id, learnt, name="Loods", square_metres=100, valuation_minor=250_000_00
        ).id
        one = road.add_company(work, "Een B.V.")
        two = parties.record_company(
            work, road.id, learnt, name="Stichting Twee", legal_form="Stichting"
        ).id
        ties.record_tie(work, road.id, TieKind.OWNS, one, two, learnt=learnt)
        sold = {"property_id": place, "learnt": learnt}
        deals.record_sale(
            work, road.id, seller_id=one, buyer_id=two, price="300000",
            agreed_on=date(2025, 1, 1), delivered_on=date(2025, 2, 1), **sold,
        )  # fmt: skip
        deals.record_works_permit(work, road.id, granted_on=date(2025, 1, 5), works="dak", **sold)
        deals.record_lease(
            work, road.id, landlord_id=two, tenant_id=road.applicant, yearly_rent="12000", **sold
        )
        for kind, value in (("rent_low", "80"), ("rent_high", "110"), ("works_seen", "2025-01-09")):
            figures.record_figure(work, road.id, kind, value, learnt, subject_id=place)
        found = facts(work, road)
    [holder] = found["title_holders"]
    assert (holder.holder, holder.foundation, holder.has_controller) == (
        "Stichting Twee",
        True,
        False,
    )
    assert found["rents"] == (Rent("Loods", 120_00, 80_00, 110_00),)
    assert found["works"] == (
        Works("Loods", date(2025, 1, 5)),
        Works("Loods", date(2025, 1, 9)),
    )
    assert found["deliveries"] == (Delivery("Loods", date(2025, 2, 1)),)
    assert found["purchases"] == (Purchase("Stichting Twee", date(2025, 1, 1)),)
    assert found["related_sales"] == (RelatedSale("Loods", 1, 300_000_00, 250_000_00),)


def test_a_person_above_the_holder_is_seen_and_a_seat_abroad_is_known_by_its_address(road):
    with road.by("officer") as work:
        learnt = Learnt(road.source)
        place = parties.record_property(work, road.id, learnt, name="Loods").id
        firm = road.add_company(work, "Verre Ltd")
        seat = parties.record_address(
            work, road.id, learnt, street="Quay", number="1", country="Fictonia"
        ).id
        who = parties.record_person(work, road.id, learnt, family_name="Boven").id
        for kind, start, end in (
            (TieKind.HOLDS_RIGHT, firm, place),
            (TieKind.LOCATED_AT, firm, seat),
            (TieKind.OWNS, who, firm),
        ):
            ties.record_tie(work, road.id, kind, start, end, learnt=learnt)
        [holder] = facts(work, road)["title_holders"]
    assert (holder.abroad, holder.has_controller) == (True, True)
