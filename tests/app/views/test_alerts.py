"""Questions about looks on the page: what may explain it, its lines, two answers apart."""

import re

from bureau.operations import alerts, search
from tests.app.views.reading import text, words
from tests.bureau.operations.looked import DESK

SAID = "A namesake was at the desk that morning"


def asked(house):
    with house.work_of(house.actors.officer) as work:
        search.search_case_records(work, "Officer", DESK)
    with house.work_of(house.actors.admin) as work:
        alerts.watch(work)


def test_a_reviewer_reads_the_question_and_answers_it_once(house, client_of):
    asked(house)
    auditor = client_of("auditor")
    assert "/trail/alerts" in text(auditor.get("/"))
    address = re.search(r'href="(/trail/alerts/[^"]+)"', text(auditor.get("/trail/alerts")))[1]
    page = words(auditor.get(address))
    for said in ("onschuldige verklaring", "Een naamgenoot", DESK.reason):
        assert said in page
    number = re.search(r'name="version"[^>]*value="(\d+)"', text(auditor.get(address)))[1]
    sent = {"version": number}
    assert auditor.send(f"{address}/answer", {**sent, "reason": SAID}).status_code == 422
    done = auditor.send(f"{address}/answer", {**sent, "verdict": "EXPLAINED", "reason": SAID})
    assert done.status_code == 302
    page = words(auditor.get(address))
    assert SAID in page
    assert "Niemand antwoordt twee keer" in page
    assert "wacht op een andere beoordelaar" in words(auditor.get("/trail/alerts"))


def test_nobody_else_finds_it(house, client_of):
    asked(house)
    for who in ("officer", "admin", "mayor"):
        assert client_of(who).get("/trail/alerts").status_code == 404
