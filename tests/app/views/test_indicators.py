"""Indicators are asked for, explained and answered; never added up."""

from tests.app.views.reading import text, version

PATH = "/cases/{}/indicators"


def test_they_are_computed_when_somebody_asks(road, officer):
    path = PATH.format(road.id)
    assert "FIN-01" not in text(officer.get(path))
    assert officer.send(path).status_code == 302
    assert "FIN-01" in text(officer.get(path))


def test_an_answer_needs_its_reason(road, officer):
    road.raise_indicator("03-02")
    path = PATH.format(road.id)
    page = text(officer.get(path))
    form = {"version": version(page, f"{path}/FIN-01"), "status": "explained"}
    assert officer.send(f"{path}/FIN-01", form).status_code == 422
    form["reason"] = "an inheritance, see source 1"
    assert officer.send(f"{path}/FIN-01", form).status_code == 302
    assert "an inheritance" in text(officer.get(path))


def test_whoever_answers_too_late_sees_the_difference(road, officer):
    road.raise_indicator("03-02")
    path = PATH.format(road.id)
    form = {"version": version(text(officer.get(path)), f"{path}/FIN-01"), "status": "explained"}
    assert officer.send(f"{path}/FIN-01", {**form, "reason": "first"}).status_code == 302
    late = officer.send(f"{path}/FIN-01", {**form, "reason": "second"})
    assert late.status_code == 409
    assert "<ins>first</ins>" in text(late)
