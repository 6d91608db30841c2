import pytest

from bureau.graph.values import Node
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.graph.builders import account, company, holds, outcome, pay, person, tie

NODES = (
    person("here"),
    person("there"),
    account("nl", country="NL"),
    account("tr", country="TR"),
    account("nl2", country="NL"),
)
HOLDS = (holds("here", "nl"), holds("there", "tr"))
FAMILY = (*HOLDS, tie("here", TieKind.FAMILY, "there"))


def moved(came=60000, left=58000, day=3):
    return [pay("a", "nl", 0, came, name="in"), pay("tr", "b", day, left, name="out")]


def hits(rows, edges=FAMILY, nodes=NODES, **settings):
    return outcome("UB-05", rows, settings=settings, nodes=nodes, edges=edges).hits


def test_value_that_comes_in_here_and_goes_out_there_is_found():
    (hit,) = hits(moved())
    assert hit.subjects == ("here", "there")
    assert hit.evidence == ("in", "out")
    assert hit.metrics == {
        "currency": "EUR",
        "received_in": "NL",
        "paid_in": "TR",
        "received": "60000.00",
        "paid": "58000.00",
        "across": "0.00",
        "difference": "0.033333",
    }


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (moved(left=54000), 1),
        (moved(left=53999), 0),
        (moved(came=50000, left=50000), 1),
        (moved(came=49999, left=50000), 0),
        (moved(day=30), 1),
        (moved(day=31), 0),
        ([*moved(), pay("nl", "tr", 1, 5999)], 1),
        ([*moved(), pay("nl", "tr", 1, 6000)], 0),
    ],
)
def test_each_bound_is_met_from_one_side_only(rows, count):
    assert len(hits(rows)) == count


def test_a_shared_phone_links_as_a_tie_does_and_a_crowd_on_one_device_does_not():
    phone = Node("06", EntityKind.PHONE, "06")
    uses = [tie(who, TieKind.USES, "06") for who in ("here", "there")]
    assert len(hits(moved(), (*HOLDS, *uses), (*NODES, phone))) == 1
    crowd = [person(f"q{n}") for n in range(9)]
    many = [tie(one.id, TieKind.USES, "06") for one in crowd]
    assert hits(moved(), (*HOLDS, *uses, *many), (*NODES, phone, *crowd)) == ()


def test_an_importer_with_own_accounts_abroad_is_not_shown():
    own = (holds("here", "nl"), holds("here", "tr"))
    assert hits(moved(), own) == ()
    assert hits(moved(), HOLDS) == ()
    assert hits([]) == ()


def test_two_in_one_country_or_through_a_hub_are_no_balance():
    assert (
        hits(
            [pay("a", "nl", 0, 60000), pay("nl2", "b", 1, 60000)],
            (holds("here", "nl"), holds("there", "nl2"), tie("here", TieKind.FAMILY, "there")),
        )
        == ()
    )
    office = (
        company("there", hub="money transfer"),
        *(node for node in NODES if node.id != "there"),
    )
    assert hits(moved(), FAMILY, office) == ()


def test_going_through_the_payments_is_work_that_can_end_the_search():
    whole = outcome("UB-05", moved(), nodes=NODES, edges=FAMILY)
    stopped = outcome("UB-05", moved(), nodes=NODES, edges=FAMILY, max_steps=1)
    assert (whole.complete, len(whole.hits)) == (True, 1)
    assert (stopped.complete, stopped.hits, stopped.subjects_tried) == (False, (), 0)
