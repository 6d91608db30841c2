"""What sales, mortgages and leases establish."""

from datetime import date

from bureau.model import Case, Lease, Mortgage, Property, Sale
from bureau.operations._indicator_deals import from_deals
from bureau.rules.events import EventKind


def test_prices_values_mortgages_and_landlords_are_put_together(road):
    with road.by("officer") as work:
        place = Property(
            case_id=road.id,
            label="Kade 1",
            key="k1",
            valuation_minor=300_000_00,
            learnt_from_id=road.source,
        )
        work.session.add(place)
        work.session.flush()
        one, two = (road.add_company(work, name) for name in ("One B.V.", "Two B.V."))
        shared = {"case_id": road.id, "property_id": place.id, "learnt_from_id": road.source}
        work.session.add_all(
            (
                Sale(
                    **shared,
                    seller_id=one,
                    buyer_id=two,
                    price_minor=200_000_00,
                    agreed_on=date(2025, 1, 1),
                    currency="EUR",
                ),
                Sale(
                    **shared,
                    seller_id=two,
                    buyer_id=one,
                    price_minor=290_000_00,
                    agreed_on=date(2025, 5, 1),
                    currency="EUR",
                ),
                Mortgage(**shared, holder_id=two, amount_minor=400_000_00, currency="EUR"),
                Lease(**shared, landlord_id=two, tenant_id=road.applicant, rent_minor=1),
            )
        )
        work.record(EventKind.DEAL_RECORDED, place)
        found = from_deals(work.session, work.session.get_one(Case, road.id))
    assert [sale.price for sale in found["sales"]] == [200_000_00, 290_000_00]
    [valued], [mortgage], [lease] = found["valued"], found["mortgages"], found["leases"]
    assert (valued.price, valued.value) == (290_000_00, 300_000_00)
    assert (mortgage.holder, mortgage.price) == ("Two B.V.", 290_000_00)
    assert (lease.landlord, lease.owner) == ("Two B.V.", "One B.V.")
    assert found["properties_found"] == 1


def test_without_records_nothing_is_established(road):
    with road.by("officer") as work:
        found = from_deals(work.session, work.session.get_one(Case, road.id))
    assert set(found.values()) == {None}
