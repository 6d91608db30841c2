"""What one took out, told to that person alone; a colleague lifts a full quota once."""

import re
from dataclasses import replace

import pytest

from bureau import outtakes
from bureau.rules import export_quota
from tests.app.views.reading import text

OWN = "/account/exports"
LIFT = {"place": "house", "number": "2", "hours": "4"}


@pytest.fixture(autouse=True)
def _one(monkeypatch):
    def one(*given):
        return tuple(replace(row, number=1) for row in export_quota.rows_for(*given))

    monkeypatch.setattr(outtakes, "rows_for", one)


def test_at_the_quota_the_page_says_when_and_where_a_colleague_is_asked(house, client_of):
    officer = client_of("officer")
    assert "0 van 1" in text(officer.get("/account"))
    assert "Vraag een collega" not in text(officer.get(OWN))
    assert officer.get("/figures.csv").status_code == 200
    refused = officer.get("/figures.csv")
    assert refused.status_code == 409
    assert "Uw account, Wat u meenam" in text(refused)
    assert "1 van 1" in text(officer.get(OWN))
    assert "0 van 1" in text(client_of("second").get("/account"))
    assert officer.send(OWN, {**LIFT, "reason": "snel"}).status_code == 422
    sent = {**LIFT, "reason": "Ten copies for the hearing of Thursday"}
    assert officer.send(OWN, {**sent, "number": "500"}).status_code == 422
    assert officer.send(OWN, sent).status_code == 302
    assert "Wacht op een tweede persoon" in text(officer.get(OWN))
    assert officer.send(OWN, sent).status_code == 409
    _agrees(client_of("second"))
    assert officer.get("/figures.csv").status_code == 200
    assert "akkoord, tot" in text(officer.get(OWN))


def _agrees(colleague):
    page = colleague.get("/approvals").get_data(as_text=True)
    path = re.search(r'href="(/approvals/[0-9a-f-]{36})"', page)[1]
    opened = colleague.get(path).get_data(as_text=True)
    form = dict(re.findall(r'name="(version|digest)"[^>]*value="([^"]+)"', opened))
    assert "stukken, kopieën en afdrukken van dit huis" in opened
    done = colleague.send(f"{path}/agreement", {**form, "own_password": "seven cranes on a quay"})
    assert done.status_code == 302
