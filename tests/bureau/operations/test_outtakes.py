"""A colleague of the own house lifts a full quota once, for a number and a time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bureau import outtakes
from bureau.errors import NotAllowed
from bureau.model import ExportLift
from bureau.operations import outtakes as own
from bureau.rules import export_quota
from bureau.rules.events import EventKind
from bureau.rules.export_quota import Place
from tests.bureau.operations.agreeing import agree
from tests.bureau.operations.taking_out import MOST, small, takes
from tests.conftest import NOW

__all__ = ["small"]

pytestmark = pytest.mark.usefixtures("small")

WHY = "Sixty copies for the hearing of Thursday"


def test_a_colleague_of_the_house_lifts_it_once_for_a_number_and_a_time(
    sessions, work_of, actors, trail
):
    def asked():
        with work_of(actors.officer) as work:
            own.ask_lift(work, Place.HOUSE, 2, 4, WHY)

    with pytest.raises(NotAllowed):
        asked()  # something is left
    takes(work_of, actors.officer, MOST)
    asked()
    with pytest.raises(NotAllowed):
        asked()  # that waits already
    assert agree(lambda: work_of(actors.officer), "export_quota") == []
    assert agree(lambda: work_of(actors.police), "export_quota") == []
    assert agree(lambda: work_of(actors.second), "export_quota") == ["used"]
    takes(work_of, actors.officer, 2)
    with pytest.raises(NotAllowed):
        takes(work_of, actors.officer)
    with sessions() as session:
        [lift] = session.query(ExportLift)
        assert (lift.number, lift.until_at - lift.from_at) == (2, timedelta(hours=4))
    assert [row.kind for row in trail() if row.kind.startswith("quota.")] == [
        *(EventKind.QUOTA_ASKED, EventKind.QUOTA_LIFTED)
    ]
    assert agree(lambda: work_of(actors.second), "export_quota") == []


def test_a_lift_that_ran_out_or_was_refused_opens_nothing(work_of, actors):
    takes(work_of, actors.officer, MOST)
    with work_of(actors.officer) as work:
        own.ask_lift(work, Place.HOUSE, 2, 1, WHY)
    agree(lambda: work_of(actors.second), "export_quota")
    with pytest.raises(NotAllowed):
        takes(work_of, actors.officer, 1, NOW + timedelta(hours=2))


def test_nobody_reads_but_ones_own_count(work_of, actors):
    takes(work_of, actors.officer)
    for who, used in ((actors.officer, 1), (actors.second, 0), (actors.admin, 0)):
        with work_of(who) as work:
            assert {each.used for each in own.read_own(work)} == {used}


def test_what_a_lift_let_out_counts_whatever_was_taken_since(work_of, actors, monkeypatch):
    def few(*given):
        day, week = export_quota.rows_for(*given)
        return replace(day, number=11), replace(week, number=1000)

    monkeypatch.setattr(outtakes, "rows_for", few)
    takes(work_of, actors.officer, 11, NOW - timedelta(hours=20))
    with work_of(actors.officer) as work:
        own.ask_lift(work, Place.HOUSE, 1, 20, WHY)
    agree(lambda: work_of(actors.second), "export_quota")
    takes(work_of, actors.officer, 1, NOW)  # by the lift
    later = NOW + timedelta(hours=5)  # the first eleven are over a day old
    takes(work_of, actors.officer, 10, later)
    with pytest.raises(NotAllowed):
        takes(work_of, actors.officer, 1, later)
