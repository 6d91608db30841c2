"""All rules in one run, that goes on where the last one ended."""

from bureau.watch.values import Act, Known
from bureau.watch.watching import alerts
from tests.bureau.watch.looking import asked, look, named


def test_an_alert_is_given_once_and_again_only_with_a_newer_line():
    known = Known(honey=named("case:9"))
    rows = [look(1, "case:9"), look(2, "case:9", 5), look(3)]
    assert asked(rows, known) == [("R11", (1, 2))]
    assert asked(rows, known, since=1) == [("R11", (1, 2))]
    assert asked(rows, known, since=2) == []


def test_a_rule_that_is_not_in_force_asks_nothing():
    assert alerts((look(1, act=Act.GLASS),), Known(honey=named("case:1")), {}) == ()
