from dataclasses import replace

import pytest

from bureau.graph.values import Mortgage
from bureau.rules.vocabulary import RecordKind
from tests.bureau.graph.builders import company, lend, outcome, person, record, sell

SALE = sell("S1", "seller", "buyer", 100, 100_000)
NODES = (person("buyer"), person("seller"), company("bank", hub="bank"), person("uncle"))


def mortgage(euros, holder="bank", on=SALE.on):
    return Mortgage("M1", "house", holder, euros * 100, "EUR", on)


def own(euros, day=90, who="buyer", what="savings"):
    return record(
        RecordKind.ASSETS, day, euros, name=f"a-{what}-{day}", person=who,
        fields={"moment": "opening", "what": what},
    )  # fmt: skip


def found(*records, mortgages=(), loans=(), sales=(SALE,), nodes=NODES, **settings):
    return outcome(
        "UB-39", sales=sales, records=records, mortgages=tuple(mortgages), loans=tuple(loans),
        nodes=nodes, settings=settings,
    )  # fmt: skip


def test_a_price_that_no_bank_and_no_savings_cover_is_found():
    private = lend("uncle", "buyer", 99, 30_000)
    (hit,) = found(own(10_000), mortgages=[mortgage(60_000)], loans=[private]).hits
    assert hit.subjects == ("house", "buyer", "uncle")
    assert hit.evidence == ("S1", "M1", "L1", "a-savings-90")
    assert hit.metrics == {
        "currency": "EUR",
        "price": "100000.00",
        "regulated_loans": "60000.00",
        "own_funds": "10000.00",
        "private_loans": "30000.00",
        "gap": "32000.00",
        "gap_share": "0.320000",
    }


@pytest.mark.parametrize(
    ("euros", "day", "count"),
    [(22_000, 90, 1), (22_001, 90, 0), (50_000, -265, 0), (50_000, -266, 1), (50_000, 101, 1)],
)
def test_gap_and_date_of_own_funds_count_from_one_side_only(euros, day, count):
    assert len(found(own(euros, day), mortgages=[mortgage(60_000)]).hits) == count


def test_a_mortgage_and_the_loan_it_secures_are_one_sum():
    both = found(mortgages=[mortgage(60_000)], loans=[lend("bank", "buyer", 99, 60_000)])
    assert both.hits[0].metrics["regulated_loans"] == "60000.00"
    assert found(mortgages=[mortgage(90_000)], loans=[lend("bank", "buyer", 99, 60_000)]).hits == ()


def test_a_private_mortgage_does_not_cover_and_only_the_last_statement_counts():
    assert found(mortgages=[mortgage(100_000, "uncle")]).hits[0].metrics["own_funds"] == "0.00"
    assert len(found(own(90_000, 80), own(10_000, 90)).hits) == 1
    assert found(own(90_000, 80), own(10_000, 90, what="shares")).hits == ()


def test_a_sale_of_whose_funding_nothing_is_known_is_not_tried():
    assert found().subjects_tried == 0
    assert found(own(1), sales=()).hits == ()
    victim = (*NODES[1:], person("buyer", protected=True))
    assert found(own(1), nodes=victim).subjects_tried == 0
    assert found(mortgages=[mortgage(1)], nodes=(*NODES, company("buyer", hub="bank"))).hits == ()


def test_all_rows_of_the_last_day_of_a_kind_add_up():
    rows = [replace(own(11_000, what=""), id=name) for name in ("a1", "a2")]
    early = replace(own(90_000, 80, what=""), id="a0")
    (hit,) = found(early, *rows, mortgages=[mortgage(50_000)]).hits
    assert hit.metrics["own_funds"] == "22000.00"
    assert hit.evidence == ("S1", "M1", "a1", "a2")


def test_a_sale_of_which_a_term_has_no_rate_is_left_out_and_counted():
    savings = replace(own(90_000), currency="USD")
    foreign = replace(mortgage(60_000), currency="USD")
    for said in ({"records": [savings]}, {"records": [own(1)], "mortgages": [foreign]}):
        without = found(*said.pop("records"), **said)
        assert (without.hits, without.subjects_tried) == ((), 0)
        assert without.left_out == {"subject with an amount without rate": 1}
