"""What a page shows of a deal."""

from bureau.operations import deals, parties
from bureau.rules.money import Money
from bureau.rules.vocabulary import Certainty


def test_a_deal_shows_only_the_terms_that_are_known(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        loods = parties.record_property(work, case_id, learnt, name="Loods 4").id
        bank = parties.record_company(work, case_id, learnt, name="Bank", hub="bank").id
        deals.record_mortgage(
            work, case_id, property_id=loods, holder_id=bank, amount="10", learnt=learnt
        )
        [deal] = deals.list_deals(work, case_id)
    assert (deal.on, deal.amount, deal.terms) == ("", Money(1000), ())
    assert deal.parties == (("holder", bank, "Bank"), ("property", loods, "Loods 4"))
    assert deal.origin.certainty is Certainty.PROBABLE
