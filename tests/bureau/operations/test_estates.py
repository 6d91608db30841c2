"""A property over time: owners follow each other, and a jump in price shows what may explain it."""

from datetime import date
from types import SimpleNamespace

import pytest

from bureau.errors import NotFound
from bureau.operations import deals, estates, parties, ties
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import TieKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def place(road):
    with road.by("officer") as work:
        learnt = Learnt(road.source)
        loods = parties.record_property(
            work, road.id, learnt, name="Loods 4", valuation_minor=300_000_00
        ).id
        who = [road.add_company(work, name) for name in ("A B.V.", "B B.V.", "C B.V.", "Bank")]
        return SimpleNamespace(id=loods, who=who, road=road, learnt=learnt)


def sell(place, seller, buyer, price, day, **more):
    with place.road.by("officer") as work:
        deals.record_sale(
            work, place.road.id, property_id=place.id, seller_id=place.who[seller],
            buyer_id=place.who[buyer], price=price, agreed_on=day, learnt=place.learnt, **more,
        )  # fmt: skip


def read(place):
    with place.road.by("officer") as work:
        return estates.read_property(work, place.road.id, place.id)


def test_owners_follow_each_other_to_the_day(place):
    sell(place, 0, 1, "100000", date(2024, 1, 1), delivered_on=date(2024, 2, 1))
    sell(place, 1, 2, "130000", date(2024, 6, 1))
    spans = [(s.who, s.begins, s.ends) for s in read(place).spans if s.part == "owner"]
    assert spans == [
        ("A B.V.", None, date(2024, 2, 1)),
        ("B B.V.", date(2024, 2, 1), date(2024, 6, 1)),
        ("C B.V.", date(2024, 6, 1), None),
    ]


@pytest.mark.parametrize(("price", "jump"), [("130000", False), ("130000.01", True)])
def test_a_jump_begins_just_above_the_threshold(place, price, jump):
    sell(place, 0, 1, "100000", date(2024, 1, 1))
    sell(place, 1, 2, price, date(2024, 12, 31))
    assert [row.jump for row in read(place).prices] == [False, jump]
    with place.road.by("officer") as work:
        [line] = estates.list_properties(work, place.road.id)
    assert (line.sales, line.jumps) == (2, int(jump))


def test_works_between_two_sales_stand_beside_the_jump(place):
    sell(place, 0, 1, "100000", date(2024, 1, 1))
    sell(place, 1, 2, "200000", date(2024, 9, 1))
    with place.road.by("officer") as work:
        for day, words in ((date(2024, 3, 1), "nieuw dak"), (date(2025, 1, 1), "later")):
            deals.record_works_permit(
                work, place.road.id, property_id=place.id, granted_on=day, works=words,
                learnt=place.learnt,
            )  # fmt: skip
    found = read(place)
    assert [row.works for row in found.prices] == [(), ((date(2024, 3, 1), "nieuw dak"),)]
    assert len(found.works) == 2


def test_lenders_and_tenants_have_their_period_and_two_currencies_are_not_compared(place):
    with place.road.by("officer") as work:
        held = Learnt(place.road.source, valid_from="2024-01-01", valid_to="2025-01-01")
        deals.record_mortgage(
            work, place.road.id, property_id=place.id, holder_id=place.who[3], amount="5000",
            learnt=held,
        )  # fmt: skip
        deals.record_lease(
            work, place.road.id, property_id=place.id, landlord_id=place.who[0],
            tenant_id=place.who[1], yearly_rent="12000", learnt=place.learnt,
        )  # fmt: skip
        ties.record_tie(
            work, place.road.id, TieKind.HOLDS_RIGHT, place.who[0], place.id, learnt=place.learnt
        )
    sell(place, 1, 2, "100", date(2024, 1, 1))
    sell(place, 2, 1, "900", date(2024, 2, 1), currency="USD")
    found = read(place)
    assert [(s.part, s.who) for s in found.spans if s.part != "owner"] == [
        ("lender", "Bank"),
        ("tenant", "B B.V."),
    ]
    assert [s.who for s in found.spans if s.part == "owner"][-1] == "A B.V."
    assert [s.ends for s in found.spans if s.part == "lender"] == [date(2025, 1, 1)]
    assert found.prices[1].ratio is None


def test_a_property_of_another_case_does_not_exist_here(place):
    with pytest.raises(NotFound), place.road.by("officer") as work:
        estates.read_property(work, place.road.id, place.who[0])
