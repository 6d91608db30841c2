"""The log of consulted registers."""

import pytest

from tests.app.views.reading import text

LOOK = {"register": "BR01", "question": "Who directs it?", "result": "One director."}


def test_a_look_up_is_logged_and_becomes_a_source(road, officer):
    road.to_own("03-02")
    path = f"/cases/{road.id}/investigation"
    answer = officer.send(f"{path}/consult", {**LOOK, "subject": str(road.applicant)})
    assert answer.status_code == 302
    assert "One director." in text(officer.get(path))
    assert "Handelsregister" in text(officer.get(f"/cases/{road.id}/documents"))


@pytest.mark.parametrize("wrong", [{"result": ""}, {"on": "2026-03-03"}, {"register": "BR99"}])
def test_what_cannot_be_stays_on_the_page(road, officer, wrong):
    road.to_own("03-02")
    path = f"/cases/{road.id}/investigation"
    answer = officer.send(f"{path}/consult", {**LOOK, "subject": str(road.applicant), **wrong})
    assert answer.status_code == 422
    assert "One director." not in text(officer.get(path))


def test_before_a_power_exists_nobody_is_looked_up(road, officer):
    answer = officer.send(
        f"/cases/{road.id}/investigation/consult", {**LOOK, "subject": str(road.applicant)}
    )
    assert answer.status_code == 409
    assert "Wet Bibob" in text(answer)


def test_the_light_check_is_closed_by_the_second_reader(road, client_of):
    road.to_own("03-02").look_up("03-02")
    path = f"/cases/{road.id}/investigation/close-light"
    assert client_of("officer").send(path).status_code == 404
    assert client_of("second").send(path).status_code == 302
