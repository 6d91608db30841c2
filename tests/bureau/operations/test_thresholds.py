"""Thresholds are dated, numbered, explained, and never about descent."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import indicators, thresholds
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
WHY = "Calibrated on the files of 2025."


def propose(road, value="500", day="03-12", login="coordinator", **more):
    given = {"indicator": "FIN-01", "name": "tolerance_eur", "holds_from": None, "reason": WHY}
    with road.by(login, day) as work:
        row = thresholds.set_threshold(work, value=value, **(given | more))
        work.session.flush()
        return row.id, row.number


def settle(road, key, day="03-12", login="second", answer="", confirmed=True):
    with road.by(login, day) as work:
        row, _ = thresholds.read_change(work, key)
        thresholds.settle_threshold(work, key, row.version, answer, confirmed=confirmed)


def put(road, value="500", day="03-12", **more):
    key, number = propose(road, value, day, **more)
    settle(road, key, day)
    return number


def seen(road, day="03-12"):
    with road.by("officer", day) as work:
        rows = thresholds.list_thresholds(work)
        work.session.expunge_all()
    return next(row for row in rows if (row.indicator, row.name) == ("FIN-01", "tolerance_eur"))


def test_a_change_holds_from_its_day_and_the_history_stays(road, trail):
    assert (seen(road).number, seen(road).value) == (1, 1000)
    assert put(road, "500", holds_from=date(2026, 4, 1)) == 2
    assert put(road, "250,50", "03-13", holds_from=date(2026, 5, 1)) == 3
    assert (seen(road, "03-31").number, seen(road, "04-01").number) == (1, 2)
    later = seen(road, "05-01")
    assert (str(later.value), later.number, later.proposed) == ("250.50", 3, 1000)
    assert [each.number for each in later.history] == [2, 3]
    event = next(each for each in trail() if each.kind == EventKind.THRESHOLD_SET)
    assert WHY not in str(event.facts)


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "},
        {"value": "-1"},
        {"value": "many"},
        {"value": "1000"},
        {"name": "nationality"},
        {"indicator": "FIN-99"},
        {"holds_from": date(2026, 3, 11)},
        {"indicator": "FIN-06", "name": "age_months", "value": "1.5"},
    ],
)
def test_a_change_without_reason_or_sense_is_refused_and_nothing_is_stored(road, wrong):
    with pytest.raises(Invalid) as refusal:
        put(road, **wrong)
    assert refusal.value.where
    assert seen(road).history == ()


@pytest.mark.parametrize("login", ["officer", "second", "mayor"])
def test_only_the_coordinator_sets_a_threshold(road, login):
    with pytest.raises(AccessDenied):
        propose(road, login=login)


def test_a_proposal_holds_once_somebody_else_confirmed_it(road):
    key, _ = propose(road, day="03-12")
    assert (seen(road).number, seen(road).history[0].state) == (1, "proposed")
    with pytest.raises(NotAllowed):
        settle(road, key, login="coordinator")
    for login in ("officer", "mayor"):
        with pytest.raises(AccessDenied):
            settle(road, key, login=login)
    with pytest.raises(Invalid):
        settle(road, key, confirmed=False)
    settle(road, key, "03-14")
    assert (seen(road, "03-13").number, seen(road, "03-14").number) == (1, 2)
    with pytest.raises(NotAllowed):
        settle(road, key, "03-15")


def test_a_refused_proposal_never_holds(road):
    key, _ = propose(road)
    settle(road, key, answer="no files were looked at", confirmed=False)
    assert (seen(road).number, seen(road).history[0].state) == (1, "refused")


def test_a_hit_says_against_which_threshold_and_version_it_was_held(road):
    road.to_returned()
    put(road, "0", "03-10")
    with road.by("officer", "03-11") as work:
        rows = {row.code: row for row in indicators.compute_indicators(work, road.id)}
        assert rows["FIN-01"].inputs["threshold"] == "tolerance_eur = 0 EUR"
        assert rows["FIN-01"].inputs["threshold_version"] == "tolerance_eur: 2"
        assert rows["FIN-06"].inputs["threshold_version"] == "age_months: 1"
