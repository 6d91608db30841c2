import pytest

from tests.bureau.graph.builders import account, company, holds, outcome, pay

LONG = [pay("y", "z", 0, 1), pay("y", "z", 200, 1)]


def used(account_name, day, others, euros=100):
    return [pay(account_name, other, day + n, euros) for n, other in enumerate(others)]


def turned(old="abcde", new="abcde", gap=5, day=60):
    """An account used for some days, and one used for the first time `gap` days after the last."""
    rows = used("old", day, old)
    last = day + len(old) - 1
    return [*LONG, *rows, *used("new", last + gap, new)]


def hits(rows, **more):
    settings = more.pop("settings", {})
    return outcome("UB-25", rows, settings=settings, **more).hits


def test_an_account_that_takes_the_place_of_another_is_found():
    (hit,) = hits(turned())
    assert hit.subjects == ("old", "new")
    assert len(hit.evidence) == 10
    assert hit.metrics == {
        "currency": "EUR",
        "shared": 5,
        "before": 5,
        "after": 5,
        "alike": "1.000000",
        "moved": "1000.00",
    }


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (turned(gap=30), 1),
        (turned(gap=31), 0),
        (turned(gap=-30), 1),
        (turned(gap=-70, day=120), 0),
        (turned(old="abcd", new="abcd"), 0),
        (turned(old="abcdefgh", new="abcdefij"), 1),
        (turned(old="abcdefgh", new="abcdeijk"), 0),
        (turned(day=162), 1),
        (turned(day=170), 0),
    ],
)
def test_each_bound_is_met_from_one_side_only(rows, count):
    assert len(hits(rows)) == count


def test_an_account_that_goes_on_beside_the_other_is_none_that_stopped():
    assert hits([*turned(), pay("old", "a", 199, 1)]) == ()
    assert hits([]) == ()


def test_what_everybody_pays_is_no_shared_counterparty():
    nodes = (company("a", hub="bank"), company("b", hub="tax"))
    assert hits(turned(), nodes=nodes) == ()


def test_the_bank_switch_of_one_holder_is_shown_with_its_innocent_explanation():
    nodes = (company("shop"), account("old"), account("new"))
    (hit,) = hits(turned(), nodes=nodes, edges=(holds("shop", "old"), holds("shop", "new")))
    assert hit.subjects == ("old", "new")


def test_the_search_stops_where_its_work_is_spent():
    assert not outcome("UB-25", turned(), max_steps=1).complete
