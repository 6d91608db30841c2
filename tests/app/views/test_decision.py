"""A decision asks for the password again, and only what stands open is offered."""

from datetime import date

import pytest

from bureau.operations import supplements
from tests.app.views.reading import text
from tests.walls.visiting import PASSWORD

GIVEN = {"outcome": "grant_with_conditions", "reasons": "In proportion.", "password": PASSWORD}


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"password": "not the right password"}, 422),
        ({"password": ""}, 422),
        ({"reasons": ""}, 422),
        ({"outcome": "withdraw"}, 422),
        ({"conditions": "accounts are handed in"}, 422),
        ({"conditions": "2026-02-30: accounts are handed in"}, 422),
        ({"conditions": ""}, 422),
    ],
)
def test_what_cannot_be_is_not_decided(road, client_of, wrong, status):
    road.to_decision()
    mayor = client_of("mayor")
    form = {**GIVEN, "conditions": "2026-12-01: accounts are handed in", **wrong}
    answer = mayor.send(f"/cases/{road.id}/decision", form)
    assert answer.status_code == status
    assert road.show("04-01")["decisions"] == []


def test_the_mayor_decides_with_conditions(road, client_of):
    road.to_decision()
    path = f"/cases/{road.id}/decision"
    form = {**GIVEN, "conditions": "2026-12-01: accounts are handed in"}
    assert client_of("mayor").send(path, form).status_code == 302
    assert "accounts are handed in" in text(client_of("officer").get(path))
    again = client_of("mayor").send(path, form)
    assert again.status_code == 409


def test_officers_see_what_is_open_but_cannot_decide(road, client_of):
    road.to_decision()
    officer = client_of("officer")
    assert officer.send(f"/cases/{road.id}/decision", GIVEN).status_code == 404
    assert 'name="password"' not in text(officer.get(f"/cases/{road.id}/decision"))


def test_the_report_to_the_register_names_parties_or_says_why_not(road, officer):
    road.to_decision().decide()
    road.make_known()
    path = f"/cases/{road.id}/decision/register"
    assert str(road.applicant) in text(officer.get(path))
    assert officer.send(path, {"reason": ""}).status_code == 422
    wrong = officer.send(path, {"reason": "x", "entities": [str(road.id)]})
    assert wrong.status_code == 422


def test_that_an_application_is_left_untreated_is_made_known_on_the_page(road, officer):
    road.to_returned(left_out=("Q02.01",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "a gap", until=date(2026, 3, 30))
    with road.by("mayor", "03-31") as work:
        supplements.leave_untreated(work, road.id, "never supplemented")
    page = f"/cases/{road.id}/decision"
    assert 'value="T36"' not in text(officer.get(page))  # it waits for a second person first
    said = {"step": "T36", "reason": "sent by post"}
    assert officer.send(f"/cases/{road.id}/steps", said).status_code == 409
    road.agree_to_decision("03-31")
    assert 'value="T36"' in text(officer.get(page))
    assert officer.send(f"/cases/{road.id}/steps", said).status_code == 302
    assert 'value="T36"' not in text(officer.get(page))
