"""Conditions are watched, and new facts lead to a new case."""

from datetime import date

import pytest

from tests.app.views.reading import address, text, version


@pytest.fixture
def after(road):
    """A case with a condition that is watched."""
    road.to_decision().decide(
        "grant_with_conditions", conditions=[("Accounts are handed in.", date(2026, 12, 1))]
    )
    road.make_known()
    with road.by("officer", "04-02") as work:
        from bureau.operations import decisions

        decisions.register_report(work, road.id, [], "not needed")
    return road


def test_a_breach_needs_its_words(after, officer):
    path = f"/cases/{after.id}/aftercare"
    page = text(officer.get(path))
    tail = address(page, "/aftercare/conditions/")
    form = {"version": version(page, tail), "status": "breached"}
    assert officer.send(tail, form).status_code == 422
    assert officer.send(tail, {**form, "result": "No accounts came."}).status_code == 302
    assert "No accounts came." in text(officer.get(path))


def test_the_plan_is_kept_and_a_late_one_sees_the_difference(after, officer):
    path = f"/cases/{after.id}/aftercare"
    shown = version(text(officer.get(path)), f"{path}/plan")
    assert officer.send(f"{path}/plan", {"version": shown, "plan": "Each year."}).status_code == 302
    late = officer.send(f"{path}/plan", {"version": shown, "plan": "Each month."})
    assert late.status_code == 409
    assert "<ins>Each year.</ins>" in text(late)


def test_new_facts_lead_to_a_linked_case(after, officer):
    path = f"/cases/{after.id}/aftercare/again"
    assert officer.get(path).status_code == 200
    assert officer.send(path, {"title": "Again", "reason": ""}).status_code == 422
    answer = officer.send(path, {"title": "Again", "reason": "new owner"})
    assert answer.status_code == 302
    assert "Again" in text(officer.get(answer.location))
