import pytest

from tests.bureau.graph.builders import company, outcome, pay
from tests.bureau.graph.patterns.planted import dormant


def test_a_company_that_lay_still_and_suddenly_moves_much_is_found():
    (hit,) = outcome("UB-28", **dormant()).hits
    assert hit.subjects == ("shell",)
    assert hit.evidence == ("bill", "small", "in", "out")
    assert hit.metrics == {
        "currency": "EUR",
        "days_since_last": 30,
        "moved_before": "480.00",
        "moved_after": "30000.00",
        "payments": 2,
    }


@pytest.mark.parametrize(
    ("case", "settings", "hits"),
    [
        (dormant(25_000), {}, 1),
        (dormant(24_999.99), {}, 0),
        (dormant(first=40), {}, 1),  # known for exactly ninety days
        (dormant(first=41), {}, 0),
        (dormant(), {"e_eur": 480}, 1),
        (dormant(), {"e_eur": "479.99"}, 0),
        (dormant(), {"b_days": 10}, 1),
        (dormant(), {"b_days": 9}, 0),
    ],
)
def test_each_threshold_is_met_from_one_side_only(case, settings, hits):
    assert len(outcome("UB-28", settings=settings, **case).hits) == hits


def test_a_new_company_is_not_called_dormant():
    payments = (pay("far", "new", 200, 90_000), pay("new", "other", 201, 80_000))
    assert outcome("UB-28", payments).hits == ()


def test_what_is_paid_to_the_tax_office_is_life_and_no_burst():
    case = dormant()
    tax = (company("tax", hub="tax"),)
    alive = pay("shell", "tax", 120, 501)
    nodes = (*case["nodes"], *tax)
    assert outcome("UB-28", nodes=nodes, payments=(*case["payments"], alive)).hits == ()
    large = (*case["payments"][:2], pay("shell", "tax", 130, 90_000))
    assert outcome("UB-28", nodes=nodes, payments=large).hits == ()
