"""Hearings keep their points, decisions their conditions, both in their order."""

from datetime import date

from sqlalchemy import select

from bureau.model import Decision, Hearing
from tests.bureau.operations.road import Road


def test_points_and_conditions_keep_their_order(work_of, actors):
    road = Road(work_of, actors).to_care(a="lesser").weigh()
    road.step("T29", "03-17")
    road.intend(intended="grant_with_conditions").hear()
    road.step("T35", "03-31")
    wanted = [(f"Condition {n}.", date(2026, 10, n)) for n in (3, 1, 2)]
    road.decide("grant_with_conditions", conditions=wanted)
    with road.by("officer", "04-01") as work:
        hearing = work.session.scalars(select(Hearing)).one()
        decision = work.session.scalars(select(Decision)).one()
        assert [(point.number, point.answer) for point in hearing.points] == [(1, "Not shown.")]
        assert [(each.text, each.check_on) for each in decision.conditions] == wanted
        assert decision.by.login == "mayor"
        assert decision.made_known_on is None
