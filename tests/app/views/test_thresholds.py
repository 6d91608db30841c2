"""Thresholds over the web: read by many, set by the coordinator with a reason."""

import re

from tests.app.views.reading import text, version, words

PATH = "/thresholds/FIN-01/tolerance_eur"


def test_the_coordinator_sets_a_threshold_with_a_reason(client_of):
    coordinator = client_of("coordinator")
    assert coordinator.get(PATH).status_code == 200
    form = {"value": "500", "holds_from": "", "reason": ""}
    assert coordinator.send(PATH, form).status_code == 422
    form["reason"] = "Calibrated on the files of last year."
    assert coordinator.send(PATH, {**form, "value": "-1"}).status_code == 422
    assert coordinator.send(PATH, form).status_code == 302
    page = words(coordinator.get("/thresholds"))
    assert "Calibrated on the files of last year." in page
    assert "wacht op een tweede persoon" in page
    second = client_of("second")
    place = re.search(r'href="(/thresholds/changes/[^"]+)"', text(second.get("/thresholds")))[1]
    answer = {"version": version(text(second.get(place)), place), "answer": "confirm"}
    assert coordinator.send(place, answer).status_code == 409
    assert second.send(place, {**answer, "answer": "refuse"}).status_code == 422
    assert second.send(place, answer).status_code == 302
    assert "versie 2" in words(coordinator.get("/thresholds"))


def test_an_officer_reads_and_does_not_set(client_of, officer):
    assert "Opnieuw voorstellen" not in words(officer.get("/thresholds"))
    assert officer.get(PATH).status_code == 404
    assert client_of("admin").get("/thresholds").status_code == 404


def test_a_threshold_that_is_not_there_is_not_found(client_of):
    assert client_of("coordinator").get("/thresholds/FIN-01/nationality").status_code == 404
