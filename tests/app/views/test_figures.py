"""Figures over the web: each kind has the field that its unit asks for."""

import pytest

from bureau.operations import parties
from bureau.operations.sources import Learnt
from tests.app.views.reading import address, only_version, text, words


@pytest.fixture
def learnt(road):
    return {"source": str(road.source), "credibility": "2"}


def test_a_figure_is_recorded_used_and_taken_out(road, officer, learnt):
    path = f"/cases/{road.id}/figures"
    for kind, value in (("cash_share", "60"), ("cash_share_high", "40")):
        assert officer.get(f"{path}/new/{kind}").status_code == 200
        form = {"value": value, **learnt}
        assert officer.send(f"{path}/new/{kind}", form).status_code == 302
    assert "60%" in words(officer.get(path))
    officer.send(f"/cases/{road.id}/indicators")
    page = words(officer.get(f"/cases/{road.id}/indicators"))
    assert "Het contante deel van de omzet is 60%" in page
    assert "versie van de grenswaarde" in page
    out = address(text(officer.get(path)), "/figures/[0-9a-f-]+/withdraw")
    shown = only_version(text(officer.get(out)))
    assert officer.send(out, {"version": shown, "reason": "other sector"}).status_code == 302
    assert "other sector" in words(officer.get(path))


def test_yes_no_and_choices_are_chosen_and_about_somebody(road, officer, learnt):
    with road.by("officer", "03-02") as work:
        who = parties.record_person(work, road.id, Learnt(road.source), family_name="Proefman").id
    path = f"/cases/{road.id}/figures/new"
    form = {"choice": "no", "subject": str(who), **learnt}
    assert officer.send(f"{path}/decides_self", form).status_code == 302
    assert officer.send(f"{path}/decides_self", {**form, "subject": ""}).status_code == 422
    assert officer.send(f"{path}/decides_self", {**form, "choice": "x"}).status_code == 422
    lender = {"choice": "brewery", "subject": str(road.applicant), **learnt}
    assert officer.send(f"{path}/control_clause", lender).status_code == 302


def test_none_found_is_an_answer_and_a_wrong_value_is_refused(road, officer, learnt):
    path = f"/cases/{road.id}/figures/new"
    assert officer.send(f"{path}/bankruptcy", {"none_found": "y", **learnt}).status_code == 302
    answer = officer.send(f"{path}/turnover", {"value": "-5", **learnt})
    assert answer.status_code == 422
    assert "geen waarde voor dit gegeven" in words(answer) or "bedrag" in words(answer)
    assert officer.get(f"{path}/nationality").status_code == 404
