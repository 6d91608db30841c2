"""The page of the money shows the reckoning of the dossier, with each deal and its source."""

from bureau.operations import deals, financings
from bureau.operations.sources import Learnt
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def test_sources_and_uses_are_added_per_currency_and_others_stand_apart(road):
    with road.by("officer") as work:
        lender = road.add_company(work, "Geldgever B.V.")
        sister = road.add_company(work, "Zus B.V.")
        for borrower, currency in (
            (road.applicant, "EUR"),
            (road.applicant, "USD"),
            (sister, "EUR"),
        ):
            deals.record_loan(
                work, road.id, lender_id=lender, borrower_id=borrower, principal="100.00",
                currency=currency, learnt=Learnt(road.source),
            )  # fmt: skip
    with road.by("officer") as work:
        found = financings.read_financing(work, road.id)
        assert [(row.currency, row.brings.minor, row.takes.minor) for row in found.now] == [
            ("EUR", 10000, 0),
            ("USD", 10000, 0),
        ]
        assert [deal.parties[1][2] for deal in found.others] == ["Zus B.V."]
        assert found.applied == ()
